internal import Synchronization

/// How much work is under way: a script waits until there is none.
final class WorkCount: Sendable {
  private let pending = Atomic<Int>(0)

  /// Whether any is.
  var isBusy: Bool { pending.load(ordering: .acquiring) > 0 }

  /// One more.
  func begin() {
    pending.add(1, ordering: .acquiringAndReleasing)
  }

  /// One less, of which whoever waits hears.
  func end(_ mailbox: Mailbox) {
    pending.subtract(1, ordering: .acquiringAndReleasing)
    mailbox.ring()
  }
}
