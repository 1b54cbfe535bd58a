internal import GRDB
internal import GRDBSQLite
internal import Glibc

/// Opens the index file, or whatever can stand in for it.
struct IndexFile {
  var connection: IndexConnection
  var path: String
  var notice: String?

  /// Opens the index with the marks attached as `marks`.
  static func open(at path: String, marks: String) throws(LibraryError) -> IndexFile {
    if let shared = try shared(path, marks: marks) { return shared }
    LibraryPaths.makeFolder(of: path)
    let note = DamageNote(indexPath: path)
    do {
      if note.exists || IndexSeal(indexPath: path).isBroken {
        throw DatabaseError(resultCode: .SQLITE_CORRUPT)
      }
      let pool: DatabasePool = try Patience.whileBusy { try Self.pool(path, marks: marks) }
      return IndexFile(connection: IndexConnection(pool), path: path)
    } catch let error as LibraryError {
      throw error
    } catch  where isDamage(error) || isOtherVersion(error) {
      putAside(path)
      note.remove()
      if let fresh = try? pool(path, marks: marks) {
        return IndexFile(
          connection: IndexConnection(fresh), path: path,
          notice: "The index was damaged or of another version and is built anew.")
      }
      return try inMemory(marks: marks, reason: "the old one is damaged and can't be replaced")
    } catch {
      return try inMemory(marks: marks, reason: wording(of: error))
    }
  }

  /// The index of somebody else at a path that this user may not write to: the copy that is shared, or on a read-only
  /// file system the index itself.
  private static func shared(_ path: String, marks: String) throws(LibraryError) -> IndexFile? {
    guard access(path, W_OK) != 0 else { return nil }
    let isFinal = errno == EROFS && IndexSeal(indexPath: path).exists
    // One that is missing is made, where that can be.
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) + "/" } ?? "."
    if errno == ENOENT, access(folder, W_OK) == 0 { return nil }
    let copy = SharedIndex.path(of: path)
    guard let readable = access(copy, R_OK) == 0 ? copy : isFinal ? path : nil else { return nil }
    do {
      return IndexFile(connection: try IndexConnection(shared: readable, marks: marks), path: path)
    } catch {
      throw .index(path: readable, reason: wording(of: error))
    }
  }

  private static func pool(_ path: String, marks: String) throws -> DatabasePool {
    if Kind(of: path) == .nothing { try alone(path) { try prepare(path) } }
    let pool = try DatabasePool(path: path, configuration: configuration(marks: marks))
    if try !pool.read(isReady) { try alone(path) { try prepare(path) } }
    return pool
  }

  static func isReady(_ db: Database) throws -> Bool {
    let migrator = Schema.migrator()
    guard try owner(of: db) == Schema.applicationID, try migrator.hasCompletedMigrations(db) else {
      return false
    }
    return try !migrator.hasBeenSuperseded(db)
  }

  private static func owner(of db: Database) throws -> Int32? {
    try Int32.fetchOne(db, sql: "PRAGMA main.application_id")
  }

  /// Makes the tables, or those that are missing.
  ///
  /// Without the marks at hand, which the long transaction would keep from others.
  private static func prepare(_ path: String) throws {
    var configuration = Configuration()
    configuration.busyMode = .timeout(5)
    configuration.journalMode = .wal
    configuration.prepareDatabase { $0.keepJournal() }
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    let migrator = Schema.migrator()
    let state = try queue.read { db in
      (
        newer: try migrator.hasBeenSuperseded(db), owner: try owner(of: db),
        // The migrator's own table is there before all others; a kill may have come between.
        isEmpty: try Int.fetchOne(
          db, sql: "SELECT count(*) FROM main.sqlite_master WHERE tbl_name <> 'grdb_migrations'") == 0
      )
    }
    guard state.isEmpty || state.owner == Schema.applicationID else { throw notAnIndex(path) }
    if state.newer { throw DatabaseError(resultCode: .SQLITE_SCHEMA, message: "made by a newer version") }
    try migrator.migrate(queue)
    try queue.close()
  }

  /// Does the work while no other process does its own of this kind: two that open a new index at once would
  /// both find its tables missing, and the slower one would take the other's for damage.
  private static func alone<Value>(_ path: String, _ work: () throws -> Value) throws -> Value {
    let descriptor = Glibc.open(path + ".opening", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    defer { if descriptor >= 0 { close(descriptor) } }
    while descriptor >= 0, flock(descriptor, LOCK_EX) != 0, errno == EINTR {}
    return try work()
  }

  private static func notAnIndex(_ path: String) -> LibraryError {
    .notAnIndex(path: path, reason: "it is the database of another program")
  }

  /// Throws where something else lies at the path, before anything is done to it or beside it.
  ///
  /// - Throws: `LibraryError.notAnIndex`.
  static func refuseOthers(_ path: String) throws(LibraryError) {
    // An index that was overwritten lies among the program's own, or has its files beside it.
    var isOwn: Bool {
      path.hasPrefix(LibraryPaths.indexes + "/")
        || [".opening", ".bell", ".seal", ".damaged"].contains { access(path + $0, F_OK) == 0 }
    }
    switch Kind(of: path) {
    case .nothing, .index: return
    case .foreign: throw notAnIndex(path)
    case .unsaid: if !hasOwnTables(path), !isOwn { throw notAnIndex(path) }
    case .other: throw .notAnIndex(path: path, reason: "it is no regular file")
    case .notDatabase:
      if !isOwn { throw .notAnIndex(path: path, reason: "it is a file of another kind") }
    }
  }

  /// Whether a database has no tables, or those of an index whose making was cut short.
  ///
  /// Opened as one that nobody writes to ("Uniform Resource Identifiers", `immutable`): SQLite changes nothing then and
  /// leaves no file beside it.
  private static func hasOwnTables(_ path: String) -> Bool {
    let address =
      "file:"
      + path.utf8.map { byte in
        switch byte {
        case UInt8(ascii: "%"), UInt8(ascii: "?"), UInt8(ascii: "#"):
          "%" + String(byte, radix: 16)
        default: String(decoding: [byte], as: UTF8.self)
        }
      }.joined() + "?immutable=1"
    var database: OpaquePointer?
    defer { sqlite3_close(database) }
    guard sqlite3_open_v2(address, &database, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, nil) == SQLITE_OK else {
      return false
    }
    let own = "('grdb_migrations', 'sqlite_autoindex_grdb_migrations_1')"
    var statement: OpaquePointer?
    defer { sqlite3_finalize(statement) }
    let isPrepared = sqlite3_prepare_v2(
      database, "SELECT 1 FROM sqlite_master WHERE name NOT IN \(own) LIMIT 1", -1, &statement, nil)
    return isPrepared == SQLITE_OK && sqlite3_step(statement) == SQLITE_DONE
  }

  /// Takes a damaged index away; a file that does not look like one is kept under another name.
  private static func putAside(_ path: String) {
    if Kind(of: path) == .notDatabase { rename(path, path + ".old") }
    LibraryPaths.removeDatabase(path)
  }

  private static func inMemory(marks: String, reason: String) throws(LibraryError) -> IndexFile {
    do {
      let queue = try DatabaseQueue(configuration: configuration(marks: marks))
      try Schema.migrator().migrate(queue)
      return IndexFile(
        connection: IndexConnection(queue), path: ":memory:",
        notice: "No index can be kept (\(reason)); the directory is read anew each time.")
    } catch {
      throw .index(path: ":memory:", reason: wording(of: error))
    }
  }

  private static func configuration(marks: String) -> Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(5)
    configuration.maximumReaderCount = 3
    configuration.prepareDatabase { db in
      db.keepJournal()
      try TermCount.register(in: db)
      try db.execute(
        sql: "PRAGMA cache_size = -2000; PRAGMA temp_store = MEMORY; PRAGMA wal_autocheckpoint = 8000")
      try db.execute(sql: "ATTACH DATABASE ? AS marks", arguments: [marks])
    }
    return configuration
  }

  /// Whether an error says that the file itself is broken.
  static func isDamage(_ error: any Error) -> Bool {
    guard let error = error as? DatabaseError else { return error is RowDecodingError }
    return [.SQLITE_CORRUPT, .SQLITE_NOTADB].contains(error.resultCode)
  }

  private static func isOtherVersion(_ error: any Error) -> Bool {
    guard let error = error as? DatabaseError else { return false }
    return [.SQLITE_SCHEMA, .SQLITE_ERROR, .SQLITE_CONSTRAINT].contains(error.resultCode)
  }

  /// What a file is by its first bytes (SQLite, "Database File Format", 1.3).
  private enum Kind {
    /// None, or an empty one.
    case nothing
    /// An index.
    case index
    /// A database that says of itself nowhere whose it is.
    case unsaid
    /// The database of another program.
    case foreign
    /// Something that is no file: a folder, a device.
    case other
    /// A file of some other kind, or one that was overwritten.
    case notDatabase

    init(of path: String) {
      var status = stat()
      guard stat(path, &status) == 0 else {
        self = .nothing
        return
      }
      guard status.st_mode & S_IFMT == S_IFREG else {
        self = .other
        return
      }
      let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
      defer { if descriptor >= 0 { close(descriptor) } }
      var header = [UInt8](repeating: 0, count: 100)
      let count = descriptor >= 0 ? Glibc.read(descriptor, &header, header.count) : 0
      guard count > 0 else {
        self = .nothing
        return
      }
      guard count == header.count, header.starts(with: "SQLite format 3\0".utf8) else {
        self = .notDatabase
        return
      }
      let owner = header[68..<72].reduce(Int32(0)) { $0 << 8 | Int32($1) }
      self = owner == 0 ? .unsaid : owner == Schema.applicationID ? .index : .foreign
    }
  }
}
