internal import Dispatch
internal import Stories
internal import StoryFormats
internal import Synchronization

/// Reads and parses one file at a time, away from the thread that writes.
struct FileReader: Sendable {
  /// What a file gave.
  struct Result: Sendable {
    var path: String
    var size: Int
    var modified: Int64
    /// Nil where the file could not be read.
    var hash: Fingerprint?
    /// Nil for files of no known format.
    var format: String?
    var reading: Reading
  }

  /// What stands for a format where a file could not be read, so that it is tried again each time.
  static let unreadable = "unreadable"

  let library: Library

  /// Reads the file and the stories in it; what goes wrong is in the result's problems.
  @Sendable func read(_ entry: Scanner.Entry) -> Result {
    var result = Result(
      path: entry.path, size: entry.size, modified: entry.modified, hash: nil, format: nil, reading: Reading()
    )
    guard Self.mayBeStory(entry.path, formats: library.formats) else { return result }
    do {
      let content = try SafeFile(root: library.root).read(entry.path)
      (result.size, result.modified) = (content.size, content.modified)
      result.hash = Fingerprint(of: content.bytes)
      let source = Source(
        path: entry.path, bytes: content.bytes, modified: Timestamp(seconds: content.modified / 1_000_000_000)
      )
      guard let format = library.format(for: source) else { return result }
      result.format = format.name
      result.reading = format.read(source)
    } catch {
      guard case .unreadable(_, let reason) = error else { return result }
      result.format = Self.unreadable
      result.reading = Reading(problems: [Problem(path: entry.path, reason: "it can't be read: \(reason)")])
    }
    return result
  }

  /// Whether a file is worth opening: its ending is a format's, or it has none.
  private static func mayBeStory(_ path: String, formats: [any StoryFormat]) -> Bool {
    let ending = Source(path: path, bytes: []).fileExtension
    return ending.isEmpty || formats.contains { $0.fileExtensions.contains(ending) }
  }
}

extension Library {
  /// The format of a file: by its ending, else by what its bytes look like.
  func format(for source: Source) -> (any StoryFormat)? {
    let ending = source.fileExtension
    return formats.first { $0.fileExtensions.contains(ending) } ?? formats.first { $0.recognises(source) }
  }
}

/// Reads a few files ahead on another thread, in order.
final class ReadAhead: Sendable {
  /// How many results may wait: enough to keep the writer busy, few enough to bound the memory.
  private static let capacity = 64

  /// How much of that room a file takes: large ones more, up to all of it.
  private static func room(for size: Int) -> Int {
    min(1 + max(size, 0) >> 20, capacity)
  }

  // Made with 0 and filled: a semaphore that goes away below the value it was made with ends the program.
  private let room = DispatchSemaphore(value: 0)
  private let ready = DispatchSemaphore(value: 0)
  private let state = Mutex(State())

  private struct State {
    var results: [(result: FileReader.Result, room: Int)] = []
    var isOver = false
    var isStopped = false
  }

  /// Starts reading.
  init(_ entries: [Scanner.Entry], read: @escaping @Sendable (Scanner.Entry) -> FileReader.Result) {
    for _ in 0..<Self.capacity { room.signal() }
    DispatchQueue(label: "newsroom.read", qos: .utility).async { [self] in
      for entry in entries {
        for _ in 0..<Self.room(for: entry.size) { room.wait() }
        guard !state.withLock(\.isStopped) else { break }
        let result = read(entry)
        state.withLock { $0.results.append((result, Self.room(for: entry.size))) }
        ready.signal()
      }
      state.withLock { $0.isOver = true }
      ready.signal()
    }
  }

  /// The next file's result; nil after the last.
  func next() -> FileReader.Result? {
    ready.wait()
    let next = state.withLock { $0.results.isEmpty ? nil : $0.results.removeFirst() }
    guard let next else {
      ready.signal()
      return nil
    }
    for _ in 0..<next.room { room.signal() }
    return next.result
  }

  /// Ends reading; files that wait are not read any more.
  func stop() {
    state.withLock { $0.isStopped = true }
    for _ in 0..<Self.capacity { room.signal() }
  }
}
