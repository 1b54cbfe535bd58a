import Testing

@testable import Database

/// Transactions and savepoints.
@Suite struct TransactionTests {
  private struct Fault: Error {}
  private let queue: DatabaseQueue

  init() throws {
    queue = try DatabaseQueue()
    try queue.write { try $0.execute(sql: "CREATE TABLE t(a UNIQUE)") }
  }

  private func add(_ number: Int, _ db: Connection) throws {
    try db.cachedStatement(sql: "INSERT INTO t VALUES (?)").execute(arguments: [number])
  }

  private var numbers: [Int] {
    get throws { try queue.read { try Int.fetchAll($0, sql: "SELECT a FROM t ORDER BY a") } }
  }

  @Test func anErrorTakesBackWhatWasWritten() throws {
    try queue.write { try add(1, $0) }
    #expect(throws: Fault.self) {
      try queue.write { db in
        try add(2, db)
        throw Fault()
      }
    }
    #expect(throws: DatabaseError.self) {
      try queue.write { db in
        try add(3, db)
        try add(1, db)
      }
    }
    #expect(try numbers == [1])
    try queue.write { try add(4, $0) }
    #expect(try numbers == [1, 4])
  }

  @Test func savepointsAreNested() throws {
    try queue.write { db in
      try add(1, db)
      try db.inTransaction {
        try add(2, db)
        try db.inSavepoint {
          try add(3, db)
          return .rollback
        }
        #expect(throws: Fault.self) {
          try db.inSavepoint {
            try add(4, db)
            try db.inSavepoint {
              try add(5, db)
              return .commit
            }
            throw Fault()
          }
        }
        return .commit
      }
      #expect(db.isInsideTransaction)
    }
    #expect(try numbers == [1, 2])
  }

  @Test func aTransactionMayBeRolledBack() throws {
    try queue.writeWithoutTransaction { db in
      try db.inTransaction {
        try add(1, db)
        return .rollback
      }
      #expect(!db.isInsideTransaction)
      try db.inTransaction(.deferred) {
        try add(2, db)
        return .commit
      }
    }
    #expect(try numbers == [2])
  }

  @Test func aReaderKeepsNothing() throws {
    try queue.read { try add(1, $0) }
    #expect(try numbers == [])
  }

  @Test func anErrorThatEndsTheTransactionIsTheOneThrown() throws {
    let error = #expect(throws: DatabaseError.self) {
      try queue.write { db in
        try add(1, db)
        try db.execute(sql: "INSERT OR ROLLBACK INTO t VALUES (1)")
      }
    }
    #expect(error?.resultCode == .constraint)
    #expect(try numbers == [])
  }
}
