internal import GRDB
internal import Glibc
internal import Synchronization

/// The finished copy of an index that readers of other users open: it is never written to, only replaced.
///
/// SQLite's own ways of sharing need a folder that every reader may write to; a file that is put in place by a rename
/// needs nothing.
enum SharedIndex {
  /// Where the copy of an index lies.
  static func path(of index: String) -> String { index + ".shared" }

  /// Opens the copy for reading, with the marks attached as `marks`.
  static func open(_ path: String, marks: String) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.readonly = true
    configuration.prepareDatabase { db in
      try TermCount.register(in: db)
      try db.execute(sql: "PRAGMA cache_size = -2000; PRAGMA temp_store = MEMORY")
      try db.execute(sql: "ATTACH DATABASE ? AS marks", arguments: [marks])
    }
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    guard try queue.read(IndexFile.isReady) else {
      throw DatabaseError(resultCode: .SQLITE_SCHEMA, message: "the shared index is of another version")
    }
    return queue
  }

  /// Which file a path leads to at the moment.
  static func identity(of path: String) -> FileIdentity? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return FileIdentity(device: status.st_dev, inode: status.st_ino)
  }

  struct FileIdentity: Hashable {
    var device: dev_t
    var inode: ino_t
  }

  /// Copies a database whose journal is empty, and puts the copy in place at once.
  static func publish(_ index: String) throws(LibraryError) {
    let (path, new) = (path(of: index), path(of: index) + ".new")
    do {
      try copy(index, to: new)
    } catch {
      unlink(new)
      throw .index(
        path: path, reason: "it can't be shared: \(error.reason). Make room, or share it elsewhere")
    }
    guard rename(new, path) == 0 else {
      throw .index(path: path, reason: "it can't be shared: \(String(cString: strerror(errno)))")
    }
  }

  private struct CopyFailure: Error {
    var reason = String(cString: strerror(errno))
  }

  private static func copy(_ from: String, to: String) throws(CopyFailure) {
    let source = Glibc.open(from, O_RDONLY | O_CLOEXEC)
    guard source >= 0 else { throw CopyFailure() }
    defer { close(source) }
    unlink(to)
    let target = Glibc.open(to, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard target >= 0 else { throw CopyFailure() }
    defer { close(target) }
    var bytes = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let count = read(source, &bytes, bytes.count)
      guard count >= 0 else { throw CopyFailure() }
      if count == 0 { break }
      guard write(target, bytes, count) == count else { throw CopyFailure() }
    }
    // Bytes 18 and 19 say whether there is a journal to look for ("Database File Format", 1.3.3): 1 is none.
    let plain: [UInt8] = [1, 1]
    guard pwrite(target, plain, 2, 18) == 2, fsync(target) == 0, fchmod(target, 0o644) == 0 else {
      throw CopyFailure()
    }
  }
}

extension Library {
  /// Gives the readers of other users the index as it is now: a copy beside it, put in place at once.
  ///
  /// - Throws: `LibraryError.index` when there is no room for it, or when it is being written to.
  public func publish() throws(LibraryError) {
    guard let lock = RefreshLock(indexPath: indexPath), indexPath != ":memory:" else {
      throw .index(
        path: indexPath, reason: "it is being written to at the moment; it is shared a little later")
    }
    defer { lock.release() }
    var isAtRest = false
    try writeAlone { db in isAtRest = try db.empty(journal: "main") }
    guard isAtRest else {
      throw .index(path: indexPath, reason: "others read it at the moment; it is shared later")
    }
    try SharedIndex.publish(indexPath)
    IndexSeal(indexPath: indexPath).lay(evenIfLarge: false)
  }
}

/// The database that a library reads: its own, or the newest shared copy.
final class IndexConnection: Sendable {
  private struct State {
    var database: any DatabaseWriter
    var identity: SharedIndex.FileIdentity?
  }

  private let state: Mutex<State>
  private let shared: (path: String, marks: String)?

  /// Holds a database of its own.
  init(_ database: any DatabaseWriter) {
    state = Mutex(State(database: database))
    shared = nil
  }

  /// Opens the copy at a path.
  init(shared path: String, marks: String) throws {
    let identity = SharedIndex.identity(of: path)
    state = Mutex(State(database: try SharedIndex.open(path, marks: marks), identity: identity))
    shared = (path, marks)
  }

  /// The path of the copy; nil for a database of its own.
  var sharedPath: String? { shared?.path }

  /// The database to read now.
  ///
  /// A copy that was replaced is left for the new one; where that can't be opened, the old one stays good.
  var current: any DatabaseWriter {
    state.withLock { state in
      guard let shared, let identity = SharedIndex.identity(of: shared.path), identity != state.identity,
        let fresh = try? SharedIndex.open(shared.path, marks: shared.marks)
      else { return state.database }
      state = State(database: fresh, identity: identity)
      return fresh
    }
  }
}
