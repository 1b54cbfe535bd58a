/// The rows of a result, one at a time.
public final class RowCursor {
  private let statement: Statement
  private var values: [DatabaseValue] = []
  private var isAtEnd = false

  init(_ statement: Statement, _ arguments: StatementArguments) throws(DatabaseError) {
    self.statement = statement
    try statement.begin(arguments)
  }

  /// The next row; nil at the end, and ever after.
  public func next() throws(DatabaseError) -> Row? {
    guard !isAtEnd else { return nil }
    guard try statement.next(into: &values) else {
      isAtEnd = true
      return nil
    }
    return Row(values: values)
  }
}

/// The first column of a result, one value at a time.
public final class ValueCursor<Value: DatabaseValueConvertible> {
  private let statement: Statement
  private var isAtEnd = false

  init(_ statement: Statement, _ arguments: StatementArguments) throws(DatabaseError) {
    self.statement = statement
    try statement.begin(arguments)
  }

  /// The next value; nil at the end, and ever after.
  ///
  /// - Throws: `ResultCode.mismatch` for a value of another type.
  public func next() throws(DatabaseError) -> Value? {
    guard !isAtEnd else { return nil }
    guard let found = try statement.nextValue() else {
      isAtEnd = true
      return nil
    }
    return try statement.value(found)
  }
}

extension Statement {
  /// The value as a type.
  fileprivate func value<Value: DatabaseValueConvertible>(_ found: DatabaseValue) throws(DatabaseError)
    -> Value
  {
    guard let value = Value(databaseValue: found) else {
      throw DatabaseError(.mismatch, message: "a value is not a \(Value.self)", sql: sql)
    }
    return value
  }
}

extension Row {
  /// The rows of a statement, one at a time.
  public static func fetchCursor(_ statement: Statement, arguments: StatementArguments = [])
    throws(DatabaseError) -> RowCursor
  {
    try RowCursor(statement, arguments)
  }

  /// All rows of a statement.
  public static func fetchAll(_ statement: Statement, arguments: StatementArguments = [])
    throws(DatabaseError) -> [Row]
  {
    let rows = try RowCursor(statement, arguments)
    var all: [Row] = []
    while let row = try rows.next() { all.append(row) }
    return all
  }

  /// The first row of a statement.
  public static func fetchOne(_ statement: Statement, arguments: StatementArguments = [])
    throws(DatabaseError) -> Row?
  {
    try statement.firstRow(arguments)
  }

  /// The rows of some SQL, one at a time.
  public static func fetchCursor(_ db: Connection, sql: String, arguments: StatementArguments = [])
    throws(DatabaseError) -> RowCursor
  {
    try fetchCursor(db.makeStatement(sql: sql), arguments: arguments)
  }

  /// All rows of some SQL.
  public static func fetchAll(_ db: Connection, sql: String, arguments: StatementArguments = [])
    throws(DatabaseError) -> [Row]
  {
    try fetchAll(db.makeStatement(sql: sql), arguments: arguments)
  }

  /// The first row of some SQL.
  public static func fetchOne(_ db: Connection, sql: String, arguments: StatementArguments = [])
    throws(DatabaseError) -> Row?
  {
    try fetchOne(db.makeStatement(sql: sql), arguments: arguments)
  }
}

/// Values that may be read from the first column of a result.
///
/// A value of another type throws `ResultCode.mismatch`: the file may be damaged.
extension DatabaseValueConvertible {
  /// The values of a statement, one at a time.
  public static func fetchCursor(_ statement: Statement, arguments: StatementArguments = [])
    throws(DatabaseError) -> ValueCursor<Self>
  {
    try ValueCursor(statement, arguments)
  }

  /// All values of a statement.
  public static func fetchAll(_ statement: Statement, arguments: StatementArguments = [])
    throws(DatabaseError) -> [Self]
  {
    let values = try ValueCursor<Self>(statement, arguments)
    var all: [Self] = []
    while let value = try values.next() { all.append(value) }
    return all
  }

  /// The first value of a statement; nil if there is no row, or if it is NULL.
  public static func fetchOne(_ statement: Statement, arguments: StatementArguments = [])
    throws(DatabaseError) -> Self?
  {
    guard let found = try statement.firstValue(arguments), found != .null else { return nil }
    return try statement.value(found)
  }

  /// The values of some SQL, one at a time.
  public static func fetchCursor(_ db: Connection, sql: String, arguments: StatementArguments = [])
    throws(DatabaseError) -> ValueCursor<Self>
  {
    try fetchCursor(db.makeStatement(sql: sql), arguments: arguments)
  }

  /// All values of some SQL.
  public static func fetchAll(_ db: Connection, sql: String, arguments: StatementArguments = [])
    throws(DatabaseError) -> [Self]
  {
    try fetchAll(db.makeStatement(sql: sql), arguments: arguments)
  }

  /// The first value of some SQL; nil if there is no row, or if it is NULL.
  public static func fetchOne(_ db: Connection, sql: String, arguments: StatementArguments = [])
    throws(DatabaseError) -> Self?
  {
    try fetchOne(db.makeStatement(sql: sql), arguments: arguments)
  }
}
