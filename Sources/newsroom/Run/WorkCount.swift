internal import Synchronization

/// Counts unfinished work; a script waits until there is none.
final class WorkCount: Sendable {
  private let pending = Atomic<Int>(0)

  /// Whether any work is unfinished.
  var isBusy: Bool { pending.load(ordering: .acquiring) > 0 }

  /// Counts one more.
  func begin() {
    pending.add(1, ordering: .acquiringAndReleasing)
  }

  /// Counts one less, and wakes whoever waits for it.
  func end(_ mailbox: Mailbox) {
    pending.subtract(1, ordering: .acquiringAndReleasing)
    mailbox.ring()
  }
}
