import Testing

@testable import Database

/// Statements, their values and their errors.
@Suite struct StatementTests {
  private let db: Connection

  init() throws {
    db = try Connection(path: ":memory:")
    try db.execute(sql: "CREATE TABLE t(a, b)")
  }

  @Test(arguments: [
    DatabaseValue.null, .integer(0), .integer(.min), .integer(.max), .real(0.1), .real(-1e300), .text(""),
    .text("blåbærgrød 🫐"), .text("with\0NUL"), .blob([]), .blob([0, 255, 0]),
    .blob([UInt8](repeating: 7, count: 300_000)),
  ])
  func everyValueComesBack(_ value: DatabaseValue) throws {
    let insert = try db.makeStatement(sql: "INSERT INTO t VALUES (?, ?)")
    try insert.run([value, .integer(1)])
    #expect(try Row.fetchOne(db, sql: "SELECT a, b FROM t")?.values == [value, .integer(1)])
  }

  @Test func aFunctionTakesValues() throws {
    try db.add(ScalarFunction("twice", count: 1) { .integer(2 * $0.integer(0)) })
    #expect(try Int.fetchAll(db, sql: "SELECT twice(21) UNION ALL SELECT twice(NULL)") == [42, 0])
    try db.add(
      ScalarFunction("bytes", count: 2) { values in
        .integer(Int64(values.withBytes(1) { $0.reduce(0) { $0 + Int($1) } }) + values.integer(7))
      })
    for (value, sum) in [("x'010203'", 6), ("x''", 0), ("NULL", 0), ("'AB'", 131)] {
      #expect(try Int.fetchOne(db, sql: "SELECT bytes(9, \(value))") == sum)
    }
    // A function of the same name takes the place of the first.
    try db.add(ScalarFunction("twice", count: 1) { .integer(3 * $0.integer(0)) })
    #expect(try Int.fetchOne(db, sql: "SELECT twice(2)") == 6)
    #expect(throws: DatabaseError.self) { try Int.fetchOne(db, sql: "SELECT twice(1, 2)") }
  }

  @Test func textMayBeGivenAsBytes() throws {
    try db.makeStatement(sql: "INSERT INTO t(a) VALUES (?)").run([.utf8(Array("så\0dan".utf8))])
    #expect(try String.fetchOne(db, sql: "SELECT a FROM t") == "så\0dan")
    #expect(try String.fetchOne(db, sql: "SELECT typeof(a) FROM t") == "text")
  }

  @Test func textThatIsNotUTF8IsMended() throws {
    try db.execute(sql: "INSERT INTO t(a) VALUES (CAST(x'41ff42' AS TEXT))")
    #expect(try String.fetchOne(db, sql: "SELECT a FROM t") == "A\u{FFFD}B")
  }

  @Test func aColumnOfAnotherTypeIsNil() throws {
    let row = try #require(try Row.fetchOne(db, sql: "SELECT 1, 1.5, 'one', x'01', NULL, 1e30"))
    #expect(row.count == 6)
    #expect((0..<6).map { row.integer($0) } == [1, nil, nil, nil, nil, nil])
    #expect((0..<6).map { row.double($0) } == [1, 1.5, nil, nil, nil, 1e30])
    #expect((0..<6).map { row.text($0) } == [nil, nil, "one", nil, nil, nil])
    #expect((0..<6).map { row.bytes($0) } == [nil, nil, nil, [1], nil, nil])
    for column in [-1, 6, .max] { #expect(row[column] == .null && row.int(column) == nil) }
  }

  @Test func aValueOfAnotherTypeThrowsAndNullIsNone() throws {
    #expect(try Int.fetchOne(db, sql: "SELECT NULL") == nil)
    #expect(try Int.fetchOne(db, sql: "SELECT 1 WHERE 0") == nil)
    let error = #expect(throws: DatabaseError.self) { try Int.fetchOne(db, sql: "SELECT 'one'") }
    #expect(error?.resultCode == .mismatch)
    #expect(error?.sql == "SELECT 'one'")
    #expect(throws: DatabaseError.self) { try Int.fetchAll(db, sql: "SELECT 1 UNION ALL SELECT NULL") }
    #expect(throws: DatabaseError.self) { try Int32.fetchOne(db, sql: "SELECT 3000000000") }
  }

  @Test func aNumberTooLargeIsClamped() throws {
    #expect(UInt8(7).databaseValue == .integer(7))
    #expect(Int32.min.databaseValue == .integer(-2_147_483_648))
  }

  @Test func severalStatementsShareTheirValues() throws {
    try db.execute(
      sql: "INSERT INTO t VALUES (?, ?); -- a comment; of two\nINSERT INTO t VALUES (3, ?);\n",
      arguments: [1, "two", nil])
    let rows = try Row.fetchAll(db, sql: "SELECT a, b FROM t ORDER BY a")
    #expect(rows.map(\.values) == [[.integer(1), .text("two")], [.integer(3), .null]])
    #expect(db.lastInsertedRowID == 2)
    #expect(db.changesCount == 1)
  }

  @Test(arguments: [StatementArguments(), [1], [1, 2, 3]])
  func theNumberOfValuesMustBeRight(_ arguments: StatementArguments) throws {
    let error = #expect(throws: DatabaseError.self) {
      try db.execute(sql: "INSERT INTO t VALUES (?, ?)", arguments: arguments)
    }
    #expect(error?.resultCode == .misuse)
    #expect(throws: DatabaseError.self) {
      try Row.fetchOne(db.cachedStatement(sql: "SELECT ?, ?"), arguments: arguments)
    }
  }

  @Test func aStatementRunsOnceForEachNumber() throws {
    let db = try Connection(path: ":memory:")
    try db.execute(sql: "CREATE TABLE t(a INTEGER PRIMARY KEY, b)")
    let insertion = try db.makeStatement(sql: "INSERT INTO t VALUES (?, 7)")
    try insertion.run(each: [3, -1, .max])
    try insertion.run(each: [])
    #expect(try Int64.fetchAll(db, sql: "SELECT a FROM t WHERE b = 7 ORDER BY a") == [-1, 3, .max])
    let error = #expect(throws: DatabaseError.self) { try insertion.run(each: [4, 3, 5]) }
    #expect(error?.resultCode == .constraint)
    #expect(try Int64.fetchAll(db, sql: "SELECT a FROM t ORDER BY a") == [-1, 3, 4, .max])
    try insertion.run(each: [5])
    for sql in ["INSERT INTO t VALUES (8, 8)", "INSERT INTO t VALUES (?, ?)"] {
      #expect(throws: DatabaseError.self) { try db.makeStatement(sql: sql).run(each: [6]) }
    }
  }

  @Test func anErrorHasCodeMessageAndSQL() throws {
    let wrong = "SELECT a FROM nowhere"
    var error = #expect(throws: DatabaseError.self) { try db.execute(sql: wrong) }
    #expect(error == DatabaseError(.error, message: "no such table: nowhere", sql: wrong))
    #expect(error?.description == "SQLite error 1: no such table: nowhere (in: \(wrong))")
    try db.execute(sql: "CREATE TABLE u(a UNIQUE); INSERT INTO u VALUES (1)")
    let again = "INSERT INTO u VALUES (?)"
    error = #expect(throws: DatabaseError.self) { try db.execute(sql: again, arguments: [1]) }
    #expect(error?.resultCode == .constraint)
    #expect(error?.extendedResultCode.rawValue == 2_067)  // SQLITE_CONSTRAINT_UNIQUE
    #expect(error?.message == "UNIQUE constraint failed: u.a")
    #expect(error?.sql == again)
    // A statement that failed can be run again.
    let insert = try db.cachedStatement(sql: again)
    #expect(throws: DatabaseError.self) { try insert.execute(arguments: [1]) }
    try insert.execute(arguments: [2])
    #expect(try Int.fetchAll(db, sql: "SELECT a FROM u ORDER BY a") == [1, 2])
  }

  @Test(arguments: ["", " ", "-- nothing", ";"]) func thereMustBeAStatement(_ sql: String) throws {
    #expect(throws: DatabaseError.self) { try db.makeStatement(sql: sql) }
    #expect(throws: DatabaseError.self) { try db.cachedStatement(sql: sql) }
    try db.execute(sql: sql)
  }

  @Test func statementsAreKeptAndBounded() throws {
    for _ in 0..<3 { #expect(try Int.fetchOne(db.cachedStatement(sql: "SELECT 7")) == 7) }
    #expect(db.keptStatementCount == 1)
    for number in 0..<1_000 {
      #expect(try Int.fetchOne(db.cachedStatement(sql: "SELECT \(number)")) == number)
      #expect(
        try String.fetchOne(db.cachedStatement(sql: "SELECT 'often ' || ?"), arguments: ["a"]) == "often a")
      #expect(db.keptStatementCount <= 64)
    }
  }

  @Test func theSameCachedStatementMayRunWithinItself() throws {
    try db.execute(sql: "INSERT INTO t(a) VALUES (1), (2), (3)")
    let sql = "SELECT a FROM t WHERE a >= ? ORDER BY a"
    var pairs: [[Int]] = []
    let outer = try Row.fetchCursor(db.cachedStatement(sql: sql), arguments: [1])
    while let row = try outer.next() {
      let first = row.int(0) ?? 0
      for second in try Int.fetchAll(db.cachedStatement(sql: sql), arguments: [first]) {
        pairs.append([first, second])
      }
    }
    #expect(pairs == [[1, 1], [1, 2], [1, 3], [2, 2], [2, 3], [3, 3]])
    #expect(try outer.next() == nil)
    #expect(db.keptStatementCount == 1)
  }

  @Test func aRowOutlivesItsStatement() throws {
    try db.execute(sql: "INSERT INTO t(a) VALUES ('one'), ('two')")
    let rows = try Row.fetchCursor(db, sql: "SELECT a FROM t")
    let (first, second) = (try rows.next(), try rows.next())
    #expect(try rows.next() == nil)
    #expect(first?.text(0) == "one" && second?.text(0) == "two")
  }

  @Test func aClosedDatabaseThrows() throws {
    try db.execute(sql: "INSERT INTO t(a) VALUES (1), (2)")
    let kept = try db.cachedStatement(sql: "SELECT a FROM t")
    let live = try Row.fetchCursor(db, sql: "SELECT a FROM t")
    _ = try live.next()
    db.close()
    for work in [
      { try db.execute(sql: "SELECT 1") }, { _ = try Row.fetchOne(kept) }, { _ = try live.next() },
      { try db.erase() }, { _ = try db.checkpoint(.full) }, { try db.add([]) },
    ] {
      let error = #expect(throws: DatabaseError.self, performing: work)
      #expect(error?.resultCode == .misuse)
    }
    #expect(!db.isInsideTransaction && db.lastInsertedRowID == 0)
    db.close()
  }
}
