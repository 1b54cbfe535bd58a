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

  /// What a piece of work may cost, and what stands for it if it costs more.
  struct Budget: Sendable {
    /// The most processor time, in seconds.
    var seconds: @Sendable (Work) -> Double
    /// The result of work that was given up.
    var overrun: @Sendable (Work) -> Output
    /// How often the time is looked at, in milliseconds, while somebody waits for a result.
    var interval = 500
  }

  // Made with 0 and then filled: destroying a semaphore below its initial value ends the program.
  private let room = DispatchSemaphore(value: 0)
  private let turn = DispatchSemaphore(value: 0)
  private let ready = DispatchSemaphore(value: 0)
  private let budget: Budget?
  private let state: Mutex<State>

  /// What the threads call; dropped at the end, so that none of them outlives it with the library in its
  /// hands.
  private struct Job {
    var source: @Sendable () -> Piece?
    var read: @Sendable (Work) -> Output
  }

  private struct State {
    var job: Job?
    var results: [Int: (output: Output, room: Int)] = [:]
    /// Work that a thread is doing.
    var running: [Int: Running] = [:]
    var taken = 0
    var delivered = 0
    /// Whether there is nothing more to take.
    var isDry = false
    var isStopped = false
  }

  private struct Running {
    var piece: Piece
    var clock: ThreadClock
    var began: Double
  }

  /// Starts working.
  ///
  /// - Parameters:
  ///   - source: returns the next piece of work, nil after the last; called by one thread at a time.
  ///   - budget: what a piece may cost; nil for any time.
  ///   - read: does the work; several threads at a time.
  init(
    source: @escaping @Sendable () -> Piece?, budget: Budget? = nil,
    read: @escaping @Sendable (Work) -> Output
  ) {
    self.budget = budget
    state = Mutex(State(job: Job(source: source, read: read)))
    for _ in 0..<Self.capacity { room.signal() }
    turn.signal()
    let readers = min(ThisProcess.processors, Self.maximumReaders)
    for _ in 0..<readers { startReader() }
  }

  private func startReader() {
    // A queue per thread: a concurrent queue starts a timer that fires every second until the process
    // ends (libdispatch, event/workqueue.c).
    DispatchQueue(label: "newsroom.read", qos: .utility).async { [self] in
      let clock = ThreadClock()
      while let (index, piece) = take() {
        let running = Running(piece: piece, clock: clock, began: clock.seconds ?? 0)
        state.withLock { $0.running[index] = running }
        guard let output = output(of: piece) else { break }
        let isWanted = state.withLock { state in
          guard state.running.removeValue(forKey: index) != nil else { return false }
          state.results[index] = (output, Self.room(of: piece))
          return true
        }
        // Another thread reads on in the place of one whose work was given up.
        guard isWanted else { return }
        ready.signal()
      }
      // Wake a caller that waits for a result which will never come.
      ready.signal()
    }
  }

  /// The result of a piece; nil once the work has ended.
  private func output(of piece: Piece) -> Output? {
    let job = state.withLock(\.job)
    return job?.read(piece.work)
  }

  private func nextPiece() -> Piece? {
    let job = state.withLock(\.job)
    return job?.source()
  }

  /// Gives up work that has cost more than it may: a parser can't be stopped, so its thread goes on behind
  /// everything else, and another one takes its place.
  private func giveUpOverruns(_ budget: Budget) {
    let over = state.withLock { state in
      let over = state.running.filter { _, running in
        running.clock.seconds.map { $0 - running.began > budget.seconds(running.piece.work) } ?? false
      }
      for index in over.keys { state.running[index] = nil }
      return over
    }
    for (index, running) in over {
      running.clock.giveWay()
      let output = budget.overrun(running.piece.work)
      state.withLock { $0.results[index] = (output, Self.room(of: running.piece)) }
      startReader()
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
    guard let piece = nextPiece() else {
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
      guard let budget else {
        ready.wait()
        continue
      }
      if ready.wait(timeout: .now() + .milliseconds(budget.interval)) == .timedOut { giveUpOverruns(budget) }
    }
  }

  /// Ends the work; waiting pieces are dropped.
  func stop() {
    // What the job holds is let go outside the lock.
    let job = state.withLock { state in
      defer { (state.isStopped, state.job) = (true, nil) }
      return state.job
    }
    _ = consume job
    for _ in 0..<Self.capacity { room.signal() }
  }
}

extension ReadAhead where Work == Scanner.Entry {
  /// Reads files in order; large ones take more of the capacity.
  convenience init(
    _ entries: some RandomAccessCollection<Scanner.Entry> & Sendable, budget: Budget? = nil,
    read: @escaping @Sendable (Scanner.Entry) -> Output
  ) {
    let entries = SharedIterator(entries)
    self.init(source: { entries.take().map { Piece($0, bytes: $0.size) } }, budget: budget, read: read)
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
