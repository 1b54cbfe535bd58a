internal import Dispatch
internal import Glibc
internal import Synchronization

/// Reads a few files ahead on other threads, and hands them out in order.
///
/// Parsing takes ten times as long as writing does, so that every core has its share.
final class ReadAhead: Sendable {
  /// How many results may wait: enough to keep the writer busy, few enough to bound the memory.
  private static let capacity = 64
  /// The most threads that read at once.
  private static let maximumReaders = 4

  /// How much of that room a file takes: large ones more, up to all of it.
  private static func room(for size: Int) -> Int {
    min(1 + max(size, 0) >> 20, capacity)
  }

  // All made with 0 and filled: a semaphore that goes away below the value it was made with ends the program.
  private let room = DispatchSemaphore(value: 0)
  private let turn = DispatchSemaphore(value: 0)
  private let ready = DispatchSemaphore(value: 0)
  private let entries: [Scanner.Entry]
  private let state = Mutex(State())

  private struct State {
    var results: [Int: FileReader.Result] = [:]
    var taken = 0
    var delivered = 0
    var isStopped = false
  }

  /// Starts reading.
  init(_ entries: [Scanner.Entry], read: @escaping @Sendable (Scanner.Entry) -> FileReader.Result) {
    self.entries = entries
    for _ in 0..<Self.capacity { room.signal() }
    turn.signal()
    let readers = min(
      max(sysconf(Int32(_SC_NPROCESSORS_ONLN)), 1), Self.maximumReaders, max(entries.count, 1))
    let queue = DispatchQueue(label: "newsroom.read", qos: .utility, attributes: .concurrent)
    for _ in 0..<readers {
      queue.async { [self] in
        while let index = take() {
          let result = read(entries[index])
          state.withLock { $0.results[index] = result }
          ready.signal()
        }
      }
    }
  }

  /// The next file to read, once there is room for it.
  ///
  /// One reader waits at a time, so that room is given in order and the file that is asked for next always has it.
  private func take() -> Int? {
    turn.wait()
    defer { turn.signal() }
    let index = state.withLock { state -> Int? in
      guard !state.isStopped, state.taken < entries.count else { return nil }
      state.taken += 1
      return state.taken - 1
    }
    guard let index else { return nil }
    for _ in 0..<Self.room(for: entries[index].size) { room.wait() }
    return state.withLock(\.isStopped) ? nil : index
  }

  /// The next file's result; nil after the last.
  func next() -> FileReader.Result? {
    while true {
      let (result, index) = state.withLock { state in
        let result = state.results.removeValue(forKey: state.delivered)
        if result != nil { state.delivered += 1 }
        return (result, state.delivered)
      }
      if let result {
        for _ in 0..<Self.room(for: entries[index - 1].size) { room.signal() }
        return result
      }
      guard index < entries.count else { return nil }
      ready.wait()
    }
  }

  /// Ends reading; files that wait are not read any more.
  func stop() {
    state.withLock { $0.isStopped = true }
    for _ in 0..<Self.capacity { room.signal() }
  }
}
