internal import GRDB
internal import Synchronization
internal import System

/// The database that a library reads: its own, or the newest shared copy.
final class IndexConnection: Sendable {
  private struct State {
    var database: any DatabaseWriter
    var identity: FileStatus.Identity?
  }

  private let state: Mutex<State>
  private let shared: (path: String, marks: String)?
  /// Of the index and of the marks that are attached to it.
  private let memory: [JournalMemory]
  /// What made the tables, closed and yet kept: libdispatch hands the end of a queue that knows its owner to
  /// a pool of threads, and wakes each second to look after that for as long as the process lives.
  private let maker: DatabaseQueue?

  /// Holds a database of its own; one in memory lies nowhere.
  init(_ database: any DatabaseWriter, _ location: IndexLocation?, marks: String, maker: DatabaseQueue? = nil)
  {
    self.maker = maker
    state = Mutex(State(database: database))
    shared = nil
    memory = [location?.database, marks].compactMap { $0.map(JournalMemory.init(database:)) }
  }

  /// Opens the copy at a path.
  init(shared path: String, marks: String) throws {
    maker = nil
    let identity = FileStatus(of: path)?.identity
    state = Mutex(State(database: try SharedIndex.open(path, marks: marks), identity: identity))
    shared = (path, marks)
    memory = [JournalMemory(database: marks)]
  }

  // To close a database is to look there, too.
  deinit { for file in memory { file.mend() } }

  /// The path of the copy; nil for a database of its own.
  var sharedPath: String? { shared?.path }

  /// The database to read now.
  ///
  /// A copy that was replaced is left for the new one; where that can't be opened, the old one stays good.
  var current: any DatabaseWriter {
    for file in memory { file.mend() }
    return state.withLock { state in
      guard let shared, let identity = FileStatus(of: shared.path)?.identity, identity != state.identity,
        let fresh = try? SharedIndex.open(shared.path, marks: shared.marks)
      else { return state.database }
      state = State(database: fresh, identity: identity)
      return fresh
    }
  }
}
