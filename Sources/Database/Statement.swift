internal import Synchronization

/// A prepared statement of a connection (https://sqlite.org/c3ref/stmt.html).
///
/// Two uses of the same cached SQL at a time get two statements, so a result may be read while the same SQL
/// runs again.
public final class Statement: Sendable {
  let connection: Connection
  let number: Int
  /// The SQL.
  public let sql: String
  private let isKept: Bool

  init(_ connection: Connection, _ number: Int, _ sql: String, isKept: Bool) {
    (self.connection, self.number, self.sql, self.isKept) = (connection, number, sql, isKept)
  }

  deinit {
    connection.state.withLock { state in
      if isKept { state.checkIn(number, sql) } else { state.finalize(number) }
    }
  }

  /// Runs the statement to its end.
  public func execute(arguments: StatementArguments = StatementArguments()) throws(DatabaseError) {
    try run(arguments.values[...])
  }

  /// Runs the statement to its end: the quickest way to write many rows.
  public func run(_ values: ArraySlice<DatabaseValue>) throws(DatabaseError) {
    try connection.state.withLock { (state) throws(DatabaseError) in
      try state.bind(values, to: number, sql)
      while try state.step(number, sql) {}
      state.reset(number)
    }
  }

  /// Runs the statement once for each number, which is its only value.
  public func run(each numbers: [Int64]) throws(DatabaseError) {
    try connection.state.withLock { (state) throws(DatabaseError) in try state.run(number, each: numbers, sql)
    }
  }

  /// The first row of the result.
  func firstRow(_ arguments: StatementArguments) throws(DatabaseError) -> Row? {
    try connection.state.withLock { (state) throws(DatabaseError) in
      try state.bind(arguments.values[...], to: number, sql)
      guard try state.step(number, sql) else { return nil }
      var values: [DatabaseValue] = []
      state.read(number, into: &values)
      state.reset(number)
      return Row(values: values)
    }
  }

  /// The first value of the first row.
  func firstValue(_ arguments: StatementArguments) throws(DatabaseError) -> DatabaseValue? {
    try connection.state.withLock { (state) throws(DatabaseError) in
      try state.bind(arguments.values[...], to: number, sql)
      guard try state.step(number, sql) else { return nil }
      let value = state.first(number)
      state.reset(number)
      return value
    }
  }

  /// Begins a result that is read row by row.
  func begin(_ arguments: StatementArguments) throws(DatabaseError) {
    try connection.state.withLock { (state) throws(DatabaseError) in
      try state.bind(arguments.values[...], to: number, sql)
    }
  }

  /// Reads the next row; false at the end, where the statement is begun anew.
  func next(into values: inout [DatabaseValue]) throws(DatabaseError) -> Bool {
    try connection.state.withLock { (state) throws(DatabaseError) in
      guard try state.step(number, sql) else {
        state.reset(number)
        return false
      }
      state.read(number, into: &values)
      return true
    }
  }

  /// Reads the first value of the next row; nil at the end.
  func nextValue() throws(DatabaseError) -> DatabaseValue? {
    try connection.state.withLock { (state) throws(DatabaseError) in
      guard try state.step(number, sql) else {
        state.reset(number)
        return nil
      }
      return state.first(number)
    }
  }
}
