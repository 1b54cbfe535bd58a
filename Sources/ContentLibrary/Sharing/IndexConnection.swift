internal import Database
internal import Synchronization
internal import System

/// The database that a library reads: its own, or the newest shared copy.
final class IndexConnection: Sendable {
  private struct State {
    var database: any DatabaseWriter
    var identity: FileStatus.Identity?
  }

  private let state: Mutex<State>
  private let shared: (path: String, marks: String, isPublic: Bool)?
  /// The journal memory of the index and of the attached marks.
  private let memory: [JournalMemory]

  /// The connection of this user's own database.
  init(_ database: any DatabaseWriter, _ location: IndexLocation?, marks: String) {
    state = Mutex(State(database: database))
    shared = nil
    memory = [location?.database, marks].compactMap { $0.map(JournalMemory.init(database:)) }
  }

  /// Opens the copy at a path.
  ///
  /// - Parameter isPublic: whether it must be the copy for strangers.
  init(shared path: String, marks: String, isPublic: Bool = false) throws {
    let identity = FileStatus(of: path)?.identity
    state = Mutex(
      State(database: try SharedIndex.open(path, marks: marks, isPublic: isPublic), identity: identity))
    shared = (path, marks, isPublic)
    memory = [JournalMemory(database: marks)]
  }

  // Closing the database accesses the file too.
  deinit { for file in memory { file.mend() } }

  /// The path of the copy; nil for this user's own database.
  var sharedPath: String? { shared?.path }

  /// The database to read now.
  ///
  /// If the copy has been replaced, the new one is opened; if that fails, the old one is still used.
  var current: any DatabaseWriter {
    for file in memory { file.mend() }
    return state.withLock { state in
      guard let shared, let identity = FileStatus(of: shared.path)?.identity, identity != state.identity,
        let fresh = try? SharedIndex.open(shared.path, marks: shared.marks, isPublic: shared.isPublic)
      else { return state.database }
      state = State(database: fresh, identity: identity)
      return fresh
    }
  }
}
