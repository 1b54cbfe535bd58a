internal import Stories
internal import System

/// The lock of the refreshing process; it is released when the process ends, however it ends.
struct RefreshLock {
  /// The lock; nil if none is needed or possible.
  private let lock: FileLock?

  /// Takes the lock; nil if another process has it.
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

  /// Records that the index is up to date now, by writing to the lock file instead of the index.
  func noteRefresh() { lock?.note(UInt8(ascii: "r")) }

  /// When a refresh was last completed; nil before the first.
  static func lastRefresh(_ location: IndexLocation?) -> Timestamp? {
    guard let location, let status = FileStatus(of: location.refreshLock), status.size > 0 else { return nil }
    return Timestamp(seconds: status.modified / 1_000_000_000)
  }
}
