internal import ContentLibrary
internal import Dispatch
internal import Stories
internal import StoryFormats
internal import Synchronization
internal import System
internal import Words

/// Runs a program of the host for each story that arrives and that a search finds: once, and never twice.
///
/// The story is its standard input, as a JSON object. What arrives while nobody watches is told when
/// somebody watches again.
final class ArrivalAlerts: Sendable {
  /// How the program is run.
  struct Program: Hashable, Sendable {
    /// The program and its arguments.
    var words: [String]
    /// How many may run at once.
    var atOnce = 4
    /// How long each may run, in seconds.
    var seconds = 60.0
  }

  private let library: Library
  private let search: String
  private let program: Program
  private let journal: AlertJournal
  private let queue = DispatchQueue(label: "newsroom.alerts", attributes: .concurrent)
  private let runs = DispatchGroup()
  private let state: Mutex<State>

  private struct State {
    var pending: [StoryID] = []
    var running = 0
    /// The number of the last news that was looked at.
    var looked: Int64
    var isEnding = false
  }

  /// - Throws: `Failure` if the journal can't be used, or another process uses it.
  init(_ library: Library, search: String, program: Program, folder: String = ArrivalAlerts.usualFolder)
    throws
  {
    (self.library, self.search, self.program) = (library, search, program)
    let what = ([library.identity, search] + program.words).joined(separator: "\0")
    journal = try AlertJournal(folder + "/\(StoryID(content: what.utf8)).journal")
    // What the library has already is not an arrival.
    let seen = try journal.seen ?? library.lastArrival()
    try journal.see(seen)
    state = Mutex(State(looked: seen))
  }

  /// The folder of the journals, beside the marks.
  static var usualFolder: String { Paths.folder(of: LibraryPaths.marks) + "/alerts" }

  /// Looks for arrivals, and runs the program for those that the search finds; returns at once.
  func look() throws {
    let looked = state.withLock(\.looked)
    let arrivals = try library.arrivals(after: looked)
    guard let last = arrivals.last?.serial else { return }
    var query = SearchQuery.parse(search, now: Clock.now)
    query.lastWordIsPrefix = false
    var found: Set<StoryID> = []
    let ids = arrivals.map(\.id).filter { !journal.has($0) }
    for start in stride(from: 0, to: ids.count, by: 500) {
      let part = Array(ids[start..<min(ids.count, start + 500)])
      found.formUnion(query.isEmpty ? Set(part) : try library.stories(query, among: part))
    }
    let isDone = state.withLock { state in
      state.looked = max(state.looked, last)
      state.pending += ids.filter(found.contains)
      return state.pending.isEmpty && state.running == 0
    }
    if isDone { try journal.see(last) }
    next()
  }

  /// Starts as many runs as may be at once.
  private func next() {
    while true {
      let id = state.withLock { state -> StoryID? in
        guard !state.isEnding, state.running < program.atOnce, !state.pending.isEmpty else { return nil }
        state.running += 1
        return state.pending.removeFirst()
      }
      guard let id else { return }
      queue.async(group: runs) { [self] in
        run(for: id)
        let looked = state.withLock { state in
          state.running -= 1
          return state.running == 0 && state.pending.isEmpty ? state.looked : nil
        }
        if let looked { try? journal.see(looked) }
        next()
      }
    }
  }

  private func run(for id: StoryID) {
    do {
      let input = try library.story(id).json(withBody: true).line + "\n"
      let status = try journal.run(program.words, for: id, input: Array(input.utf8), within: program.seconds)
      if let status, status != 0 {
        Output.complain("the program ended with status \(status) for the story \(id)")
      }
    } catch {
      Output.complain("\(error)")
    }
  }

  /// Starts no more runs, and waits for those that are running; the rest follows at the next start.
  func end() {
    state.withLock { $0.isEnding = true }
    runs.wait()
  }
}
