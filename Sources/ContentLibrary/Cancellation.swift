internal import Synchronization

/// Cancels work on another thread, which checks between steps of bounded size whether it is still wanted.
public final class Cancellation: Sendable {
  private static let endless = Int.max
  /// How many more checks pass before it is cancelled.
  private let left: Atomic<Int>

  /// A cancellation that has not happened yet.
  public convenience init() {
    self.init(after: Self.endless)
  }

  /// A cancellation that happens after a number of checks, for measuring the length of a step.
  init(after questions: Int) {
    left = Atomic(questions)
  }

  /// Cancels the work.
  public func cancel() {
    left.store(0, ordering: .relaxed)
  }

  /// Whether the work is cancelled.
  public var isCancelled: Bool {
    let left = left.load(ordering: .relaxed)
    guard left > 0, left != Self.endless else { return left <= 0 }
    self.left.subtract(1, ordering: .relaxed)
    return false
  }
}
