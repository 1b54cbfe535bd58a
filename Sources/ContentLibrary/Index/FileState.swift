/// How far a file is indexed: `file.state`.
///
/// `file.isFound` says whether its stories are in the full text search.
enum FileState: Int64 {
  /// It was read at its size and time.
  case read = 0
  /// It could not be read; every refresh tries again.
  case unreadable = 1
  /// It must be read again although it has not changed.
  case again = 2
  /// It was read in part: reading it in pieces was interrupted.
  case begun = 3
}
