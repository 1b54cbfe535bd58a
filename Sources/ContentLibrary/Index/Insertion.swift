internal import Database

/// A statement that is run thousands of times with different values.
struct Insertion {
  private let statement: Statement

  /// Prepares the statement; `sql` must be constant.
  init(_ db: Connection, _ sql: String) throws { statement = try db.makeStatement(sql: sql) }

  /// Runs it with values, one per question mark.
  func run(_ values: DatabaseValue...) throws { try statement.run(values[...]) }
}

extension DatabaseValue {
  /// A whole number, or NULL.
  static func integer(_ value: Int64?) -> DatabaseValue { value.map { .integer($0) } ?? .null }

  /// A whole number, or NULL.
  static func int(_ value: Int?) -> DatabaseValue { value.map { .integer(Int64($0)) } ?? .null }

  /// A text, or NULL.
  static func text(_ value: String?) -> DatabaseValue { value.map { .text($0) } ?? .null }
}
