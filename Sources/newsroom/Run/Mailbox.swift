internal import Glibc
internal import NewsroomUI
internal import Synchronization

/// Where work that was sent out leaves its answers for the main thread, which sleeps in `poll` on the pipe.
final class Mailbox: Sendable {
  /// What happened, and the ticket of the question that it answers.
  struct Letter: Sendable {
    var event: Event
    var ticket: Ticket?
  }

  /// Readable while there are letters.
  let descriptor: Int32
  private let bell: Int32
  private let letters = Mutex<[Letter]>([])

  /// Opens the pipe.
  init() throws {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw Failure("can't open a pipe: \(String(cString: strerror(errno)))") }
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    descriptor = ends[0]
    bell = ends[1]
  }

  deinit {
    close(descriptor)
    close(bell)
  }

  /// Leaves a letter, from any thread.
  func post(_ event: Event, answering ticket: Ticket? = nil) {
    letters.withLock { $0.append(Letter(event: event, ticket: ticket)) }
    ring()
  }

  /// Wakes the main thread without a letter.
  func ring() {
    var byte: UInt8 = 1
    // A full pipe is as readable as one with a single byte.
    _ = write(bell, &byte, 1)
  }

  /// Takes all letters, oldest first.
  func take() -> [Letter] {
    var drained = [UInt8](repeating: 0, count: 512)
    while read(descriptor, &drained, drained.count) > 0 {}
    return letters.withLock { waiting in
      defer { waiting = [] }
      return waiting
    }
  }

  /// Whether letters are waiting.
  var isEmpty: Bool {
    letters.withLock(\.isEmpty)
  }

  /// Sleeps until the bell rings, or so many seconds have gone; whether it rang.
  ///
  /// - Parameter seconds: nil for any time.
  func wait(seconds: Double?) -> Bool {
    var watched = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&watched, 1, seconds.map { Int32(min($0, 3_600) * 1_000) + 1 } ?? -1) > 0
  }

  /// Sleeps until the bell rings.
  func wait() {
    var watched = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    poll(&watched, 1, -1)
  }
}
