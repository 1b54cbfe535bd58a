import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Database

/// Several connections and threads, and files that are not databases.
@Suite struct TogetherTests {
  private let folder: ScratchFolder
  private var path: String { folder.file("it.sqlite") }

  init() throws { folder = try ScratchFolder() }

  private func queue(waits: Duration = .zero, readonly: Bool = false) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.busyTimeout = waits
    configuration.readonly = readonly
    return try DatabaseQueue(path: path, configuration: configuration)
  }

  private func pool() throws -> DatabasePool {
    var configuration = Configuration()
    configuration.busyTimeout = .seconds(5)
    configuration.maximumReaderCount = 2
    let pool = DatabasePool(path: path, configuration: configuration)
    try pool.write { try $0.execute(sql: "CREATE TABLE t(a); INSERT INTO t VALUES (1)") }
    return pool
  }

  private static let count = "SELECT count(*) FROM t"

  /// A rest takes nothing from what is at work, and later work does without what it took.
  @Test func aPoolRestsAroundWhatIsAtWork() throws {
    let pool = try pool()
    try pool.read { db in
      let statement = try db.cachedStatement(sql: Self.count)
      pool.rest()
      #expect(try Int.fetchOne(statement) == 1)
      #expect(try pool.read { try Int.fetchOne($0.cachedStatement(sql: Self.count)) } == 1)
    }
    func kept() throws -> Int { try pool.read { $0.keptStatementCount } }
    // Reading itself keeps some.
    let before = try kept()
    pool.rest()
    #expect(try kept() < before)
    try pool.write { try $0.execute(sql: "INSERT INTO t VALUES (2)") }
    #expect(try pool.read { try Int.fetchOne($0.cachedStatement(sql: Self.count)) } == 2)
  }

  @Test func aWriterWaitsForAnother() throws {
    let (one, two, hasty) = (try queue(), try queue(waits: .seconds(60)), try queue())
    try one.write { try $0.execute(sql: "CREATE TABLE t(a)") }
    let (began, ends) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
    let thread = Thread {
      try? one.write { db in
        try db.execute(sql: "INSERT INTO t VALUES (1)")
        began.signal()
        ends.wait()
      }
    }
    thread.start()
    began.wait()
    let error = #expect(throws: DatabaseError.self) { try hasty.write { _ in } }
    #expect(error?.resultCode == .busy)
    // A thread of its own: those of the system's queues may all be waiting in other tests.
    let ending = Thread {
      Thread.sleep(forTimeInterval: 0.1)
      ends.signal()
    }
    ending.start()
    #expect(try two.write { try Int.fetchOne($0, sql: Self.count) } == 1)
  }

  @Test func readersSeeASnapshotWhileAnotherWrites() throws {
    let pool = try pool()
    try pool.writeWithoutTransaction { db in
      try db.inTransaction {
        try db.execute(sql: "INSERT INTO t VALUES (2)")
        #expect(try pool.read { try Int.fetchOne($0, sql: Self.count) } == 1)
        return .commit
      }
      #expect(try pool.read { try Int.fetchOne($0, sql: Self.count) } == 2)
    }
    try pool.read { old in
      #expect(try Int.fetchOne(old, sql: Self.count) == 2)
      try pool.write { try $0.execute(sql: "INSERT INTO t VALUES (3)") }
      #expect(try Int.fetchOne(old, sql: Self.count) == 2)
      #expect(try pool.read { try Int.fetchOne($0, sql: Self.count) } == 3)
    }
  }

  @Test func aReaderOfAPoolCannotWrite() throws {
    let error = #expect(throws: DatabaseError.self) {
      try pool().read { try $0.execute(sql: "DELETE FROM t") }
    }
    #expect(error?.resultCode == .readOnly)
    _ = try queue()
    #expect(throws: DatabaseError.self) {
      try queue(readonly: true).write { try $0.execute(sql: "DELETE FROM t") }
    }
  }

  @Test func manyThreadsReadAndWrite() throws {
    let pool = try pool()
    let faults = Mutex<[String]>([])
    DispatchQueue.concurrentPerform(iterations: 200) { number in
      do {
        if number.isMultiple(of: 4) {
          try pool.write { try $0.execute(sql: "INSERT INTO t VALUES (?)", arguments: [number]) }
        }
        // Within one snapshot, two counts are the same.
        let (one, two) = try pool.read { db in
          (
            try Int.fetchOne(db.cachedStatement(sql: Self.count)),
            try Int.fetchOne(db.cachedStatement(sql: Self.count))
          )
        }
        if one != two { faults.withLock { $0.append("\(number)") } }
      } catch {
        faults.withLock { $0.append("\(error)") }
      }
    }
    #expect(faults.withLock(\.self) == [])
    #expect(try pool.read { try Int.fetchOne($0, sql: Self.count) } == 51)
  }

  @Test func oneConnectionMayBeUsedByManyThreads() throws {
    let db = try Connection(path: ":memory:")
    try db.execute(sql: "CREATE TABLE t(a)")
    let faults = Mutex(0)
    DispatchQueue.concurrentPerform(iterations: 400) { number in
      do {
        try db.cachedStatement(sql: "INSERT INTO t VALUES (?)").execute(arguments: [number])
        _ = try Row.fetchAll(db.cachedStatement(sql: "SELECT a FROM t LIMIT 20"))
      } catch {
        faults.withLock { $0 += 1 }
      }
    }
    #expect(faults.withLock(\.self) == 0)
    #expect(try Int.fetchOne(db, sql: Self.count) == 400)
  }

  /// Interrupts from a thread of its own: those of the system's pool may all be at work.
  private func interruptSoon(_ database: any DatabaseWriter) {
    Thread {
      Thread.sleep(forTimeInterval: 0.05)
      database.interrupt()
    }.start()
  }

  @Test(arguments: [false, true]) func anInterruptedQueryEndsAtOnce(_ isPool: Bool) throws {
    let database: any DatabaseWriter = isPool ? try pool() : try queue()
    let endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
    let error = #expect(throws: DatabaseError.self) {
      try database.read { db in
        interruptSoon(database)
        return try Int.fetchOne(db, sql: endless)
      }
    }
    #expect(error?.resultCode == .interrupted)
    // It says nothing about the next.
    database.interrupt()
    #expect(try database.read { try Int.fetchOne($0, sql: "SELECT 1") } == 1)
  }

  @Test func anInterruptedTransactionIsTakenBack() throws {
    let queue = try queue()
    try queue.write { try $0.execute(sql: "CREATE TABLE t(a)") }
    let endless =
      "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 100000000) "
      + "INSERT INTO t SELECT i FROM n WHERE i % 1000 = 0"
    #expect(throws: DatabaseError.self) {
      try queue.write { db in
        interruptSoon(queue)
        try db.execute(sql: endless)
      }
    }
    #expect(try queue.write { try Int.fetchOne($0, sql: Self.count) } == 0)
  }

  @Test func whatIsNotADatabaseSaysSo() throws {
    try folder.write("it.sqlite", text: String(repeating: "no database ", count: 500))
    for readonly in [false, true] {
      let error = #expect(throws: DatabaseError.self) {
        try queue(readonly: readonly).read { try Int.fetchOne($0, sql: "SELECT count(*) FROM sqlite_master") }
      }
      #expect(error?.resultCode == .notADatabase)
    }
    let missing = #expect(throws: DatabaseError.self) {
      try DatabaseQueue(path: folder.file("no/such/folder.sqlite"))
    }
    #expect(missing?.resultCode == .cannotOpen)
    #expect(missing?.message == "unable to open database file")
  }

  @Test func aDamagedFileIsEmptiedInPlace() throws {
    let pool = try pool()
    try pool.write { db in
      for number in 0..<2_000 {
        try db.execute(sql: "INSERT INTO t VALUES (?)", arguments: ["row \(number) of many"])
      }
    }
    _ = try pool.writeWithoutTransaction { try $0.checkpoint(.truncate) }
    let file = try #require(FileHandle(forUpdatingAtPath: path))
    try file.seek(toOffset: 8_192)
    try file.write(contentsOf: Data(repeating: 0xA5, count: 8_192))
    try file.close()
    let other = DatabasePool(path: path)
    let error = #expect(throws: DatabaseError.self) {
      try other.read { try Row.fetchAll($0, sql: "SELECT a FROM t") }
    }
    #expect(error?.resultCode == .corrupt)
    try other.erase()
    #expect(try pool.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM sqlite_master") } == 0)
    #expect(try other.read { try String.fetchOne($0, sql: "PRAGMA integrity_check") } == "ok")
    #expect(
      try other.writeWithoutTransaction { try String.fetchOne($0, sql: "PRAGMA journal_mode") } == "wal")
  }

  @Test(arguments: [false, true]) func theJournalStaysIfItIsTo(_ isKept: Bool) throws {
    var configuration = Configuration()
    configuration.journalMode = .wal
    if isKept { configuration.prepareDatabase { $0.keepJournal() } }
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    try queue.write { try $0.execute(sql: "CREATE TABLE t(a)") }
    queue.close()
    #expect(FileManager.default.fileExists(atPath: path + "-wal") == isKept)
  }

  @Test func aFunctionSeesTheMatches() throws {
    let queue = try DatabaseQueue()
    let rows = try queue.write { db in
      try db.add([
        FullTextFunction("spots") { match in
          var spots: [String] = []
          match.forInstances(atMost: 3) { phrase, column in spots.append("\(phrase)\(column)") }
          return .text(spots.joined(separator: " "))
        },
        FullTextFunction("facts") { match in
          let words = (match.wordCount(inColumn: 0) ?? -1, match.wordCount(inColumn: 9) ?? -1)
          return .blob(
            [match.phraseCount, match.rowCount ?? 99, words.0, words.1].map { UInt8(clamping: $0) })
        },
      ])
      try db.execute(
        sql: """
          CREATE VIRTUAL TABLE s USING fts5(a, b);
          INSERT INTO s VALUES ('red sea red', 'red'), ('blue', 'sea')
          """)
      return try Row.fetchAll(
        db, sql: "SELECT spots(s), facts(s) FROM s WHERE s MATCH 'red OR sea' ORDER BY rowid")
    }
    #expect(rows.map { $0.text(0) } == ["00 10 00", "11"])
    #expect(rows.map { $0.bytes(1) } == [[2, 2, 4, 0], [2, 2, 4, 0]])
  }
}
