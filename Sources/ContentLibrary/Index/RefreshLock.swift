internal import Stories
internal import System

/// The lock that one refreshing process holds; it goes with the process, however that ends.
struct RefreshLock {
  /// Nil where none is needed, or none can be had.
  private let lock: FileLock?

  /// Takes the lock; nil when another process has it.
  init?(_ location: IndexLocation?) {
    do throws(FileLock.Failure) {
      lock = try location.map { location throws(FileLock.Failure) in
        try FileLock(location.refreshLock, waits: false)
      }
    } catch {
      if error == .taken { return nil }
      lock = nil
    }
  }

  /// Leaves a mark that the index is up to date now: the lock file is written to, the index is not.
  func noteRefresh() { lock?.note(UInt8(ascii: "r")) }

  /// When a refresh last came to its end; nil before the first time.
  static func lastRefresh(_ location: IndexLocation?) -> Timestamp? {
    guard let location, let status = FileStatus(of: location.refreshLock), status.size > 0 else { return nil }
    return Timestamp(seconds: status.modified / 1_000_000_000)
  }
}
