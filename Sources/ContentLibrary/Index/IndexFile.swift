internal import Database
internal import System

/// Opens the index file, or a replacement for it.
struct IndexFile {
  var connection: IndexConnection
  /// Its files; nil for an index in memory.
  var location: IndexLocation?
  var notice: String?

  /// Opens the index with the marks attached as `marks`.
  static func open(at location: IndexLocation, marks: String) throws(LibraryError) -> IndexFile {
    if let shared = try shared(location, marks: marks) { return shared }
    Paths.makeFolders(above: location.database)
    let note = DamageNote(location)
    do {
      if note.exists || IndexSeal(location).isBroken { throw DatabaseError(.corrupt) }
      let connection = try BusyRetry.whileBusy { try Self.connection(location, marks: marks) }
      return IndexFile(connection: connection, location: location)
    } catch let error as LibraryError {
      throw error
    } catch  where isDamage(error) || isOtherVersion(error) {
      putAside(location)
      note.remove()
      if let fresh = try? connection(location, marks: marks) {
        return IndexFile(
          connection: fresh, location: location,
          notice: "the index was damaged or made by another version; it is being built again")
      }
      return try inMemory(marks: marks, reason: "the old index is damaged and can't be replaced")
    } catch {
      return try inMemory(marks: marks, reason: wording(of: error))
    }
  }

  /// Another user's index at a path that this user can't write to: the shared copy or, on a read-only file
  /// system, the index itself.
  private static func shared(_ location: IndexLocation, marks: String) throws(LibraryError) -> IndexFile? {
    let path = location.database
    guard let obstacle = Paths.obstacle(toWriting: path) else { return nil }
    let isFinal = obstacle == .readOnly && IndexSeal(location).exists
    // A missing one is created if possible.
    if obstacle == .missing, Paths.obstacle(toWriting: Paths.folder(of: path)) == nil { return nil }
    let copy = location.sharedCopy
    guard let readable = Paths.isReadable(copy) ? copy : isFinal ? path : nil else { return nil }
    do {
      return IndexFile(connection: try IndexConnection(shared: readable, marks: marks), location: location)
    } catch {
      throw error as? LibraryError ?? .index(path: readable, reason: wording(of: error))
    }
  }

  /// Opens the copy for strangers, which alone is read.
  static func open(publicCopyAt location: IndexLocation, marks: String) throws(LibraryError) -> IndexFile {
    let path = location.publicCopy
    do {
      let connection = try IndexConnection(shared: path, marks: marks, isPublic: true)
      return IndexFile(connection: connection, location: location)
    } catch {
      throw error as? LibraryError ?? .index(path: path, reason: wording(of: error))
    }
  }

  private static func connection(_ location: IndexLocation, marks: String) throws -> IndexConnection {
    let path = location.database
    if DatabaseKind(of: path) == .nothing { try alone(location) { try prepare(path) } }
    let pool = DatabasePool(path: path, configuration: configuration(marks: marks))
    if try !pool.read(Schema.isReady) { try alone(location) { try prepare(path) } }
    // One that can only be read fails here, not at the first change.
    if Paths.obstacle(toWriting: path) != nil { try pool.openWriter() }
    return IndexConnection(pool, location, marks: marks)
  }

  /// Creates the tables in an empty file.
  ///
  /// The marks are not attached, because the long transaction would lock them.
  private static func prepare(_ path: String) throws {
    var configuration = Configuration()
    configuration.busyTimeout = .seconds(5)
    configuration.journalMode = .wal
    configuration.prepareDatabase { $0.keepJournal() }
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    defer { queue.close() }
    try queue.write { db in
      if try Schema.isReady(db) { return }
      guard try Schema.isEmpty(db) else {
        guard try Schema.owner(of: db) == Schema.applicationID else { throw notAnIndex(path) }
        throw DatabaseError(.schema, message: "made by another version")
      }
      try Schema.create(in: db)
    }
  }

  /// Runs the work under a lock: of two processes opening a new index at once, both would find no tables,
  /// and the slower one would take the other's for damage.
  private static func alone<Value>(_ location: IndexLocation, _ work: () throws -> Value) throws -> Value {
    let lock = try? FileLock(location.openingLock, waits: true)
    defer { withExtendedLifetime(lock) {} }
    return try work()
  }

  private static func notAnIndex(_ path: String) -> LibraryError {
    .notAnIndex(path: path, reason: "it is the database of another program")
  }

  /// Throws if another program's file is in the place of the index or of one of its files, before anything is
  /// changed.
  ///
  /// - Throws: `LibraryError.notAnIndex`.
  static func refuseOthers(_ location: IndexLocation) throws(LibraryError) {
    let path = location.database
    // An overwritten index is in the program's own folder, or still has its other files beside it.
    var isOwn: Bool { path.hasPrefix(LibraryPaths.indexes + "/") || location.hasCompany }
    switch DatabaseKind(of: path) {
    case .nothing, .index: break
    case .foreign: throw notAnIndex(path)
    case .unsaid:
      // A journal beside it may hold tables that the file alone does not show.
      let mayHoldMore = [location.writeAheadLog, location.rollbackJournal].contains {
        FileStatus(of: $0).map { $0.size > 0 } ?? false
      }
      if !isOwn, mayHoldMore || !hasOwnTables(path) { throw notAnIndex(path) }
    case .other: throw .notAnIndex(path: path, reason: "it is not a regular file")
    case .notDatabase:
      if !isOwn { throw .notAnIndex(path: path, reason: "it is some other kind of file") }
    }
    guard case .nothing = DatabaseKind(of: path) else { return }
    for (path, most) in location.marks {
      guard let status = FileStatus(of: path), status.kind != .file || status.size > most else { continue }
      throw .notAnIndex(path: path, reason: "it is in the place of one of the index's files")
    }
    for copy in [location.sharedCopy, location.publicCopy] {
      switch DatabaseKind(of: copy) {
      case .nothing, .index: break
      case .unsaid, .foreign, .other, .notDatabase:
        throw .notAnIndex(path: copy, reason: "it is in the place of the copy for other users")
      }
    }
  }

  /// Whether a database has no tables, or only those of an unfinished index.
  ///
  /// It is opened as immutable (SQLite, "Uniform Resource Identifiers"), so that SQLite changes nothing and
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
    var configuration = Configuration()
    configuration.readonly = true
    return (try? Schema.isEmpty(Connection(path: address, configuration))) ?? false
  }

  /// Removes a damaged index; a file that does not look like one is renamed instead.
  private static func putAside(_ location: IndexLocation) {
    if DatabaseKind(of: location.database) == .notDatabase {
      try? Paths.move(location.database, to: location.asideCopy)
    }
    location.remove()
  }

  private static func inMemory(marks: String, reason: String) throws(LibraryError) -> IndexFile {
    do {
      let queue = try DatabaseQueue(configuration: configuration(marks: marks))
      try queue.write(Schema.create)
      return IndexFile(
        connection: IndexConnection(queue, nil, marks: marks),
        notice: "can't save an index (\(reason)); the whole directory is read each time")
    } catch {
      throw .index(path: ":memory:", reason: wording(of: error))
    }
  }

  private static func configuration(marks: String) -> Configuration {
    var configuration = Configuration()
    configuration.busyTimeout = .seconds(5)
    configuration.maximumReaderCount = 3
    configuration.prepareDatabase { db in
      db.keepJournal()
      try TermCount.register(in: db)
      try db.execute(
        sql: "PRAGMA cache_size = -2000; PRAGMA temp_store = MEMORY; PRAGMA wal_autocheckpoint = 8000")
      try Marks.attach(marks, to: db)
    }
    return configuration
  }

  /// Whether an error says that the file itself is broken.
  static func isDamage(_ error: any Error) -> Bool {
    guard let error = error as? DatabaseError else { return false }
    return [.corrupt, .notADatabase, .mismatch].contains(error.resultCode)
  }

  private static func isOtherVersion(_ error: any Error) -> Bool {
    guard let error = error as? DatabaseError else { return false }
    return [.schema, .error, .constraint].contains(error.resultCode)
  }
}
