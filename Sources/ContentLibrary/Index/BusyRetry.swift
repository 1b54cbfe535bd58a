internal import Database
internal import System

/// Waits for other processes when SQLite does not: opening a new database, or one that is being emptied, at
/// the same time as another process may fail at once, without SQLite's usual wait.
enum BusyRetry {
  /// How long to keep trying.
  private static let limit = Duration.seconds(10)

  /// Repeats the work while another process is in the way.
  static func whileBusy<Value>(_ work: () throws -> Value) throws -> Value {
    let began = ContinuousClock.now
    while true {
      do {
        return try work()
      } catch let error as DatabaseError where error.resultCode == .busy {
        guard ContinuousClock.now - began < limit else { throw error }
        Sleep.milliseconds(within: 2...20)
      }
    }
  }
}
