internal import Stories
internal import Synchronization
internal import System

/// Which stories a program was run for.
///
/// The line of a story is written by the process that then becomes the program, so that there is a line
/// exactly if there is a run, however this process ends. Until the line is written, that process has a share
/// of the lock, and no other watcher reads the journal.
final class AlertJournal: Sendable {
  /// The most stories that are remembered, and the lines after which older ones are forgotten.
  private static let (most, longest) = (50_000, 200_000)
  /// The largest file, in bytes.
  private static let limit = 32 << 20

  let path: String
  private let file: Descriptor
  private let lock: FileLock
  private let state: Mutex<State>

  private struct State {
    /// The number of the last news that was dealt with, with all before it; nil for a new journal.
    var seen: Int64?
    var started: Set<StoryID> = []
  }

  /// Opens a journal, or begins one.
  ///
  /// - Throws: `Failure` if another process uses it, or it can't be read or written.
  init(_ path: String) throws {
    self.path = path
    Paths.makeFolders(above: path)
    lock = try Self.lock(path + ".lock")
    do {
      let bytes = try SmallFile(path, limit: Self.limit).read() ?? []
      var (state, order) = Self.read(bytes)
      // A line that was cut short by a crash ends here.
      if bytes.count(where: { $0 == 0x0A }) > Self.longest || bytes.last.map({ $0 != 0x0A }) == true {
        order = order.suffix(Self.most)
        state.started = Set(order)
        try SmallFile(path, limit: Self.limit).replace(with: Array(Self.lines(state, order).utf8))
      }
      self.state = Mutex(state)
      file = try Descriptor.open(path, .readAndWrite, [.create, .appending])
    } catch let error as SmallFile.Failure {
      throw Failure("\(error).")
    } catch {
      throw Failure("can't write \(path): \(error).")
    }
  }

  /// Takes the lock, also from a run that is just beginning.
  private static func lock(_ path: String) throws -> FileLock {
    let end = MonotonicClock.seconds + 3
    while true {
      do throws(FileLock.Failure) {
        return try FileLock(path, waits: false)
      } catch {
        if case .system(let reason) = error { throw Failure("can't lock \(path): \(reason).") }
        guard MonotonicClock.seconds < end else {
          throw Failure("another newsroom already runs this program for this search.")
        }
        Sleep.milliseconds(50)
      }
    }
  }

  private static func read(_ bytes: [UInt8]) -> (State, [StoryID]) {
    var (state, order) = (State(), [StoryID]())
    // Without its line break, the last line may be half a line.
    let whole = bytes.lastIndex(of: 0x0A).map { bytes[...$0] } ?? []
    for line in whole.split(separator: 0x0A) {
      let words = String(decoding: line, as: UTF8.self).split(separator: " ")
      guard words.count > 1 else { continue }
      switch words[0] {
      case "seen": state.seen = Int64(words[1]) ?? state.seen
      case "ran":
        guard let id = StoryID(String(words[1])), state.started.insert(id).inserted else { continue }
        order.append(id)
      default: break
      }
    }
    return (state, order)
  }

  private static func lines(_ state: State, _ order: [StoryID]) -> String {
    (state.seen.map { "seen \($0)\n" } ?? "") + order.map { "ran \($0)\n" }.joined()
  }

  /// The number of the last news that was dealt with; nil for a new journal.
  var seen: Int64? { state.withLock(\.seen) }

  /// Whether a story had its run.
  func has(_ id: StoryID) -> Bool { state.withLock { $0.started.contains(id) } }

  /// Runs a program for a story that had no run.
  ///
  /// - Returns: its exit status; nil if the story had its run.
  func run(_ words: [String], for id: StoryID, input: [UInt8], within seconds: Double) throws -> Int32? {
    guard state.withLock({ $0.started.insert(id).inserted }) else { return nil }
    let status = try ChildProgram.run(
      ["/bin/sh", "-c", Self.script, "\(id)", path] + words, input: input, within: seconds,
      inherited: (lock.descriptor, 9))
    try write("end \(id) \(status)\n")
    return status
  }

  /// Writes the line of a story, gives up the share of the lock, and becomes the program.
  private static let script = #"echo "ran $0" >>"$1" || exit 126; shift; exec "$@" 9>&-"#

  /// Notes that all news up to a number have been dealt with.
  func see(_ serial: Int64) throws {
    try state.withLock { state in
      guard serial > state.seen ?? -1 else { return }
      try write("seen \(serial)\n")
      state.seen = serial
    }
  }

  private func write(_ line: String) throws {
    try file.write(Array(line.utf8))
  }
}
