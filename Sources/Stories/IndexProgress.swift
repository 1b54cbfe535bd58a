/// How far the library has come with reading its directory.
public struct IndexProgress: Hashable, Sendable {
  /// Files looked at so far.
  public var filesDone: Int
  /// Files found; still growing while `walking`.
  public var filesFound: Int
  /// Whether the walk through the directory is still going on.
  public var walking: Bool
  /// Stories added, changed and removed so far.
  public var added: Int
  /// See `added`.
  public var changed: Int
  /// See `added`.
  public var removed: Int
  /// Bytes read so far.
  public var bytes: Int
  /// Bytes that are to be read in all, those read included; 0 while that is not known.
  public var bytesTotal: Int

  /// Nothing done yet.
  public init() {
    filesDone = 0
    filesFound = 0
    walking = true
    added = 0
    changed = 0
    removed = 0
    bytes = 0
    bytesTotal = 0
  }
}
