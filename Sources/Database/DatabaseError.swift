/// An error of SQLite, with the SQL that it came from.
public struct DatabaseError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The code with its details (https://sqlite.org/rescode.html, "Extended Result Code List").
  public let extendedResultCode: ResultCode
  /// What SQLite says about it; nil if it says nothing.
  public let message: String?
  /// The SQL that was run; nil if it was none.
  public let sql: String?

  /// An error with a code, primary or extended.
  public init(_ code: ResultCode, message: String? = nil, sql: String? = nil) {
    (extendedResultCode, self.message, self.sql) = (code, message, sql)
  }

  /// The code without its details.
  public var resultCode: ResultCode { extendedResultCode.primary }

  /// The message, the code and the SQL, for developers.
  public var description: String {
    let said = message ?? extendedResultCode.description
    return "SQLite error \(extendedResultCode.rawValue): \(said)" + (sql.map { " (in: \($0))" } ?? "")
  }
}
