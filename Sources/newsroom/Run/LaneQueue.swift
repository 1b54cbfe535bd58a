internal import ContentLibrary
internal import Dispatch
internal import NewsroomUI
internal import Synchronization

/// The work of one lane: all of it in order, or only the latest.
final class LaneQueue: Sendable {
  private let order: Lane.Order
  private let underWay = Mutex<[Ticket?: [Cancellation]]>([:])

  init(_ lane: Lane) {
    order = lane.order
  }

  /// Puts work on a queue; if only the latest counts, earlier work is cancelled.
  ///
  /// - Parameters:
  ///   - ticket: cancels the work; nil if it can't be cancelled.
  ///   - delay: the milliseconds to wait before it begins.
  ///   - work: checks its argument between steps; it is never begun if it was cancelled before.
  func add(
    _ ticket: Ticket?, on queue: DispatchQueue, after delay: Int = 0,
    _ work: @escaping @Sendable (Cancellation) -> Void, then done: @escaping @Sendable () -> Void
  ) {
    let cancellation = Cancellation()
    underWay.withLock { underWay in
      if order == .latest {
        for before in underWay.values.joined() { before.cancel() }
        underWay = [:]
      }
      underWay[ticket, default: []].append(cancellation)
    }
    let job = { @Sendable [self] in
      if !cancellation.isCancelled { work(cancellation) }
      underWay.withLock { underWay in
        underWay[ticket]?.removeAll { $0 === cancellation }
        if underWay[ticket]?.isEmpty == true { underWay[ticket] = nil }
      }
      done()
    }
    if delay > 0 {
      queue.asyncAfter(deadline: .now() + .milliseconds(delay), execute: job)
    } else {
      queue.async(execute: job)
    }
  }

  /// Cancels the work of a ticket.
  func cancel(_ ticket: Ticket) {
    underWay.withLock { $0[ticket]?.forEach { $0.cancel() } }
  }

  /// Cancels all work.
  func cancelAll() {
    underWay.withLock { $0.values.joined().forEach { $0.cancel() } }
  }
}
