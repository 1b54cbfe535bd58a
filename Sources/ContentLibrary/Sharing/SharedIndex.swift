internal import Database
internal import System

/// The copy of an index for other users: it is never written to, only replaced.
///
/// SQLite's own sharing needs a folder that every reader can write to; a file replaced by renaming does not.
enum SharedIndex {
  /// Opens the copy for reading, with the marks attached as `marks`.
  ///
  /// - Parameter isPublic: whether it must be the copy for strangers.
  static func open(_ path: String, marks: String, isPublic: Bool = false) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.readonly = true
    configuration.prepareDatabase { db in
      try TermCount.register(in: db)
      // In kilobytes. Of strangers there may be hundreds at once, and the system has the file's pages anyway.
      try db.execute(sql: "PRAGMA cache_size = \(isPublic ? -500 : -2000); PRAGMA temp_store = MEMORY")
      try Marks.attach(marks, to: db)
    }
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    guard try queue.read(Schema.isReady) else {
      throw DatabaseError(.schema, message: "the shared index was made by another version")
    }
    if isPublic, try !queue.read(PublicIndex.isPublic) {
      throw DatabaseError(.schema, message: "it is not a copy for strangers")
    }
    return queue
  }

  /// Copies a database whose journal is empty, and replaces the old copy in one step.
  ///
  /// - Parameter change: edits the new copy before it gets its name.
  static func publish(
    _ index: IndexLocation, as path: String, _ change: (String) throws(LibraryError) -> Void
  ) throws(LibraryError) {
    let new = path + ".new"
    do {
      try copy(index.database, to: new)
      try change(new)
      try Paths.move(new, to: path)
    } catch {
      Paths.remove(new)
      if let error = error as? LibraryError { throw error }
      throw .index(path: path, reason: "can't share it: \(error). Free some space, or share it elsewhere")
    }
  }

  private static func copy(_ from: String, to: String) throws(SystemError) {
    let source = try Descriptor.open(from)
    Paths.remove(to)
    let target = try Descriptor.open(to, .write, .createNew, mode: 0o644)
    var bytes = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let count = try source.read(into: &bytes)
      if count == 0 { break }
      try target.write(bytes[..<count])
    }
    // Bytes 18 and 19 say whether there is a journal ("Database File Format", 1.3.3): 1 means none.
    try target.write([1, 1], at: 18)
    try target.setPermissions(0o644)
    try target.sync()
  }
}

extension Library {
  /// Publishes a copy of the current index for other users.
  ///
  /// - Throws: `LibraryError.index` if there is no space, or if the index is being read or written.
  public func publish() throws(LibraryError) {
    try publish(as: \.sharedCopy) { (_: String) throws(LibraryError) in }
  }

  func publish(
    as copy: KeyPath<IndexLocation, String>, _ change: (String) throws(LibraryError) -> Void
  ) throws(LibraryError) {
    guard let location, let lock = RefreshLock(location) else {
      throw .index(
        path: indexPath, reason: "it is being updated; it will be shared shortly")
    }
    defer { withExtendedLifetime(lock) {} }
    var isAtRest = false
    try writeAlone { db in isAtRest = try db.empty(journal: "main") }
    guard isAtRest else {
      throw .index(path: indexPath, reason: "others are reading it; it will be shared later")
    }
    try SharedIndex.publish(location, as: location[keyPath: copy], change)
    IndexSeal(location).lay(evenIfLarge: false)
  }
}
