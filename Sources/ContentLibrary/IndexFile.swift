internal import GRDB
internal import Glibc

/// Opens the index file, or whatever can stand in for it.
struct IndexFile {
  var database: any DatabaseWriter
  var path: String
  var notice: String?

  /// Opens the index with the marks attached as `marks`.
  static func open(at path: String, marks: String) throws(LibraryError) -> IndexFile {
    LibraryPaths.makeFolder(of: path)
    do {
      return IndexFile(database: try pool(path, marks: marks), path: path)
    } catch let error as DatabaseError where isDamaged(error) {
      remove(path)
      if let fresh = try? pool(path, marks: marks) {
        return IndexFile(
          database: fresh, path: path,
          notice: "The index was damaged or of another version and is built anew.")
      }
      return try inMemory(marks: marks, reason: "the old one is damaged and can't be replaced")
    } catch {
      return try inMemory(marks: marks, reason: "\(error)")
    }
  }

  private static func pool(_ path: String, marks: String) throws -> DatabasePool {
    let pool = try DatabasePool(path: path, configuration: configuration(marks: marks))
    let migrator = Schema.migrator()
    let state = try pool.read { db in
      (upToDate: try migrator.hasCompletedMigrations(db), newer: try migrator.hasBeenSuperseded(db))
    }
    if state.newer { throw DatabaseError(resultCode: .SQLITE_SCHEMA, message: "made by a newer version") }
    if !state.upToDate { try alone(path) { try migrator.migrate(pool) } }
    return pool
  }

  /// Does the work while no other process does its own of this kind: two that open a new index at once would
  /// both find its tables missing, and the slower one would take the other's for damage.
  private static func alone(_ path: String, _ work: () throws -> Void) throws {
    let descriptor = Glibc.open(path + ".opening", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    defer { if descriptor >= 0 { close(descriptor) } }
    while descriptor >= 0, flock(descriptor, LOCK_EX) != 0, errno == EINTR {}
    try work()
  }

  private static func inMemory(marks: String, reason: String) throws(LibraryError) -> IndexFile {
    do {
      let queue = try DatabaseQueue(configuration: configuration(marks: marks))
      try Schema.migrator().migrate(queue)
      return IndexFile(
        database: queue, path: ":memory:",
        notice: "No index can be kept (\(reason)); the directory is read anew each time.")
    } catch {
      throw .index(path: ":memory:", reason: "\(error)")
    }
  }

  private static func configuration(marks: String) -> Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(5)
    configuration.maximumReaderCount = 3
    configuration.prepareDatabase { db in
      try db.execute(sql: "ATTACH DATABASE ? AS marks", arguments: [marks])
    }
    return configuration
  }

  private static func isDamaged(_ error: DatabaseError) -> Bool {
    [.SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_SCHEMA, .SQLITE_ERROR, .SQLITE_CONSTRAINT, .SQLITE_IOERR]
      .contains(error.resultCode)
  }

  private static func remove(_ path: String) {
    for suffix in ["", "-wal", "-shm"] { unlink(path + suffix) }
  }
}
