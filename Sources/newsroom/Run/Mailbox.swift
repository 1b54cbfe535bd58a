internal import NewsroomUI
internal import Synchronization
internal import System

/// Answers of background work for the main thread, which sleeps in `poll` on its pipe.
final class Mailbox: Sendable {
  /// An event, and the ticket of the question that it answers.
  struct Letter: Sendable {
    var event: Event
    var ticket: Ticket?
  }

  private let bell: WakePipe
  private let letters = Mutex<[Letter]>([])

  /// Opens the pipe.
  init() throws {
    do {
      bell = try WakePipe()
    } catch {
      throw Failure("can't open a pipe: \(error)")
    }
  }

  /// Readable while there are letters.
  var descriptor: Int32 { bell.number }

  /// Leaves a letter, from any thread.
  func post(_ event: Event, answering ticket: Ticket? = nil) {
    letters.withLock { $0.append(Letter(event: event, ticket: ticket)) }
    ring()
  }

  /// Wakes the main thread without a letter.
  func ring() { bell.ring() }

  /// Takes all letters, oldest first.
  func take() -> [Letter] {
    bell.drain()
    return letters.withLock { waiting in
      defer { waiting = [] }
      return waiting
    }
  }

  /// Whether letters are waiting.
  var isEmpty: Bool {
    letters.withLock(\.isEmpty)
  }

  /// Sleeps until the bell rings or the time is over.
  ///
  /// - Parameter seconds: the longest wait; nil for no limit.
  /// - Returns: whether the bell rang.
  func wait(seconds: Double?) -> Bool {
    let found = try? Readiness.wait(
      for: [descriptor], milliseconds: seconds.map { Int32(min($0, 3_600) * 1_000) + 1 })
    return found?.hasInput(0) == true
  }

  /// Sleeps until the bell rings.
  func wait() { _ = wait(seconds: nil) }
}
