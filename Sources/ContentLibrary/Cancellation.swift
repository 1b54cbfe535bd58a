internal import Synchronization

/// Whether a piece of work is still wanted: its own thread asks between steps of bounded size, any other
/// takes the wish back.
public final class Cancellation: Sendable {
  private static let endless = Int.max
  /// How many more times it answers that the work is wanted.
  private let left: Atomic<Int>

  /// Makes one that nobody has cancelled.
  public convenience init() {
    self.init(after: Self.endless)
  }

  /// Makes one that is cancelled by the question after so many: it shows how long a step is.
  init(after questions: Int) {
    left = Atomic(questions)
  }

  /// Takes the wish back, once and for all.
  public func cancel() {
    left.store(0, ordering: .relaxed)
  }

  /// Whether it was taken back.
  public var isCancelled: Bool {
    let left = left.load(ordering: .relaxed)
    guard left > 0, left != Self.endless else { return left <= 0 }
    self.left.subtract(1, ordering: .relaxed)
    return false
  }
}
