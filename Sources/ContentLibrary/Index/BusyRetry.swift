internal import GRDB
internal import System

/// Waits for other processes where SQLite itself does not: two that open a new database at once, or one that is just being
/// emptied, may be refused at once instead of after the time they are ready to wait.
enum BusyRetry {
  /// So long it is tried again.
  private static let limit = Duration.seconds(10)

  /// Does the work, again and again while another process is in the way.
  static func whileBusy<Value>(_ work: () throws -> Value) throws -> Value {
    let began = ContinuousClock.now
    while true {
      do {
        return try work()
      } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
        guard ContinuousClock.now - began < limit else { throw error }
        Sleep.milliseconds(within: 2...20)
      }
    }
  }
}
