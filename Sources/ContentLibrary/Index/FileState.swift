/// What the index knows of a file: `file.state`.
///
/// Whether its stories are in the full text search is kept beside it (`file.isFound`).
enum FileState: Int64 {
  /// All of it, as it was at its size and time.
  case read = 0
  /// That it could not be read; it is tried again each time.
  case unreadable = 1
  /// What it was; it is to be read again although it has not changed.
  case again = 2
  /// Some of it: reading it piece by piece has not come to its end.
  case begun = 3
}
