internal import Dispatch
internal import Synchronization
internal import System

/// Works ahead on other threads, and returns the results in order.
///
/// Parsing takes ten times as long as writing, so it is spread over the cores.
final class ReadAhead<Work: Sendable, Output: Sendable>: Sendable {
  /// How much may wait, in `Piece.unit`: enough for reading to continue while a batch is written.
  private static var capacity: Int { 4_096 }
  /// The most reading threads.
  private static var maximumReaders: Int { 4 }

  /// A piece of work, and how much of the capacity it takes, from 1 to all of it.
  struct Piece: Sendable {
    var work: Work
    var room: Int

    /// A piece of work that takes capacity according to its bytes.
    init(_ work: Work, bytes: Int) {
      self.work = work
      room = 1 + max(bytes, 0) >> 12
    }
  }

  // Made with 0 and then filled: destroying a semaphore below its initial value ends the program.
  private let room = DispatchSemaphore(value: 0)
  private let turn = DispatchSemaphore(value: 0)
  private let ready = DispatchSemaphore(value: 0)
  private let source: @Sendable () -> Piece?
  private let state = Mutex(State())

  private struct State {
    var results: [Int: (output: Output, room: Int)] = [:]
    var taken = 0
    var delivered = 0
    /// Whether there is nothing more to take.
    var isDry = false
    var isStopped = false
  }

  /// Starts working.
  ///
  /// - Parameters:
  ///   - source: returns the next piece of work, nil after the last; called by one thread at a time.
  ///   - read: does the work; several threads at a time.
  init(source: @escaping @Sendable () -> Piece?, read: @escaping @Sendable (Work) -> Output) {
    self.source = source
    for _ in 0..<Self.capacity { room.signal() }
    turn.signal()
    let readers = min(ThisProcess.processors, Self.maximumReaders)
    for _ in 0..<readers {
      // A queue per thread: a concurrent queue starts a timer that fires every second until the process
      // ends (libdispatch, event/workqueue.c).
      DispatchQueue(label: "newsroom.read", qos: .utility).async { [self] in
        while let (index, piece) = take() {
          let output = read(piece.work)
          state.withLock { $0.results[index] = (output, Self.room(of: piece)) }
          ready.signal()
        }
        // Wake a caller that waits for a result which will never come.
        ready.signal()
      }
    }
  }

  private static func room(of piece: Piece) -> Int {
    min(max(piece.room, 1), capacity)
  }

  /// The next piece of work, once there is capacity for it.
  ///
  /// One thread waits at a time, so that capacity is granted in order and the piece needed next always gets
  /// it.
  private func take() -> (Int, Piece)? {
    turn.wait()
    defer { turn.signal() }
    guard !state.withLock({ $0.isStopped || $0.isDry }) else { return nil }
    guard let piece = source() else {
      state.withLock { $0.isDry = true }
      return nil
    }
    let index = state.withLock { state in
      state.taken += 1
      return state.taken - 1
    }
    for _ in 0..<Self.room(of: piece) { room.wait() }
    return state.withLock(\.isStopped) ? nil : (index, piece)
  }

  /// The next result; nil after the last.
  func next() -> Output? {
    while true {
      let (result, isOver) = state.withLock { state in
        let result = state.results.removeValue(forKey: state.delivered)
        if result != nil { state.delivered += 1 }
        return (result, state.isDry && state.delivered == state.taken)
      }
      if let result {
        for _ in 0..<result.room { room.signal() }
        return result.output
      }
      if isOver { return nil }
      ready.wait()
    }
  }

  /// Ends the work; waiting pieces are dropped.
  func stop() {
    state.withLock { $0.isStopped = true }
    for _ in 0..<Self.capacity { room.signal() }
  }
}

extension ReadAhead where Work == Scanner.Entry {
  /// Reads files in order; large ones take more of the capacity.
  convenience init(
    _ entries: some RandomAccessCollection<Scanner.Entry> & Sendable,
    read: @escaping @Sendable (Scanner.Entry) -> Output
  ) {
    let entries = SharedIterator(entries)
    self.init(source: { entries.take().map { Piece($0, bytes: $0.size) } }, read: read)
  }
}

/// Hands out the elements of a collection one by one, to any thread.
final class SharedIterator<Elements: RandomAccessCollection & Sendable>: Sendable {
  private let elements: Elements
  private let next = Atomic<Int>(0)

  init(_ elements: Elements) {
    self.elements = elements
  }

  /// The next element; nil after the last.
  func take() -> Elements.Element? {
    let offset = next.wrappingAdd(1, ordering: .relaxed).oldValue
    guard offset < elements.count else { return nil }
    return elements[elements.index(elements.startIndex, offsetBy: offset)]
  }
}
