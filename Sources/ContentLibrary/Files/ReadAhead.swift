internal import Dispatch
internal import Synchronization
internal import System

/// Works a few steps ahead on other threads, and hands the results out in order.
///
/// Parsing takes ten times as long as writing does, so that every core has its share.
final class ReadAhead<Work: Sendable, Output: Sendable>: Sendable {
  /// How much may wait, in `Piece.unit`: what is read while a batch is written, so that neither waits for the
  /// other.
  private static var capacity: Int { 4_096 }
  /// The most threads that read at once.
  private static var maximumReaders: Int { 4 }

  /// A piece of work, and how much of the room it takes, at least 1 and at most all of it.
  struct Piece: Sendable {
    var work: Work
    var room: Int

    /// Takes the room that its bytes need.
    init(_ work: Work, bytes: Int) {
      self.work = work
      room = 1 + max(bytes, 0) >> 12
    }
  }

  // All made with 0 and filled: a semaphore that goes away below the value it was made with ends the program.
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
  ///   - source: gives the next piece of work, nil after the last; one thread asks at a time.
  ///   - read: does the work; several threads at a time.
  init(source: @escaping @Sendable () -> Piece?, read: @escaping @Sendable (Work) -> Output) {
    self.source = source
    for _ in 0..<Self.capacity { room.signal() }
    turn.signal()
    let readers = min(ThisProcess.processors, Self.maximumReaders)
    for _ in 0..<readers {
      // A queue each: the threads of concurrent queues are looked after by a timer, every second for as long
      // as the process lives (libdispatch, event/workqueue.c).
      DispatchQueue(label: "newsroom.read", qos: .utility).async { [self] in
        while let (index, piece) = take() {
          let output = read(piece.work)
          state.withLock { $0.results[index] = (output, Self.room(of: piece)) }
          ready.signal()
        }
        // Whoever waits for a result that never comes is to look again.
        ready.signal()
      }
    }
  }

  private static func room(of piece: Piece) -> Int {
    min(max(piece.room, 1), capacity)
  }

  /// The next piece of work, once there is room for it.
  ///
  /// One reader waits at a time, so that room is given in order and the piece that is asked for next always
  /// has it.
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

  /// Ends the work; pieces that wait are not taken any more.
  func stop() {
    state.withLock { $0.isStopped = true }
    for _ in 0..<Self.capacity { room.signal() }
  }
}

extension ReadAhead where Work == Scanner.Entry {
  /// Reads files in their order, large ones taking more of the room than small ones.
  convenience init(
    _ entries: some RandomAccessCollection<Scanner.Entry> & Sendable,
    read: @escaping @Sendable (Scanner.Entry) -> Output
  ) {
    let entries = SharedIterator(entries)
    self.init(source: { entries.take().map { Piece($0, bytes: $0.size) } }, read: read)
  }
}

/// Gives the elements of a collection one by one to whoever asks, from any thread.
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
