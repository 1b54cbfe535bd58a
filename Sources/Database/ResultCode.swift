internal import CSQLite

/// A result code of SQLite, primary or extended (https://sqlite.org/rescode.html).
public struct ResultCode: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
  /// The number.
  public let rawValue: Int32

  /// A code by its number.
  public init(rawValue: Int32) { self.rawValue = rawValue }

  /// The code without its details: the low byte.
  public var primary: ResultCode { ResultCode(rawValue: rawValue & 0xFF) }

  /// SQLite's words for the code.
  public var description: String {
    sqlite3_errstr(rawValue).map { String(cString: $0) } ?? "SQLite error \(rawValue)"
  }

  /// An error without a code of its own: in SQL, or a missing table.
  public static let error = ResultCode(rawValue: SQLITE_ERROR)
  /// A fault within SQLite.
  public static let `internal` = ResultCode(rawValue: SQLITE_INTERNAL)
  /// Another connection holds a lock.
  public static let busy = ResultCode(rawValue: SQLITE_BUSY)
  /// Another statement of this connection holds a lock.
  public static let locked = ResultCode(rawValue: SQLITE_LOCKED)
  /// The connection or the file may only be read.
  public static let readOnly = ResultCode(rawValue: SQLITE_READONLY)
  /// The statement was interrupted.
  public static let interrupted = ResultCode(rawValue: SQLITE_INTERRUPT)
  /// The file is damaged.
  public static let corrupt = ResultCode(rawValue: SQLITE_CORRUPT)
  /// The disk is full.
  public static let full = ResultCode(rawValue: SQLITE_FULL)
  /// The file can't be opened.
  public static let cannotOpen = ResultCode(rawValue: SQLITE_CANTOPEN)
  /// The schema has changed, or is of another version.
  public static let schema = ResultCode(rawValue: SQLITE_SCHEMA)
  /// A constraint of a table does not hold.
  public static let constraint = ResultCode(rawValue: SQLITE_CONSTRAINT)
  /// A value has another type than asked for.
  public static let mismatch = ResultCode(rawValue: SQLITE_MISMATCH)
  /// The interface was used wrongly: a connection after it was closed, too few arguments.
  public static let misuse = ResultCode(rawValue: SQLITE_MISUSE)
  /// There is no such argument.
  public static let range = ResultCode(rawValue: SQLITE_RANGE)
  /// The file is not a database.
  public static let notADatabase = ResultCode(rawValue: SQLITE_NOTADB)
}
