/// How far the library has got in reading its directory.
public struct IndexProgress: Hashable, Sendable {
  /// Files looked at so far.
  public var filesDone: Int
  /// Files found; grows while `walking`.
  public var filesFound: Int
  /// Whether the directory is still being walked.
  public var walking: Bool
  /// Stories added so far.
  public var added: Int
  /// Stories changed so far.
  public var changed: Int
  /// Stories removed so far.
  public var removed: Int
  /// Bytes read so far.
  public var bytes: Int
  /// Bytes to read in all, including those read; 0 while unknown.
  public var bytesTotal: Int

  /// Starts with nothing done.
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
