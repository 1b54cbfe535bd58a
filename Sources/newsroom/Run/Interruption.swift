internal import Dispatch
internal import Synchronization
internal import System

/// Catches Ctrl-C and SIGTERM for as long as it exists.
///
/// Make it before any thread is started, so that all threads block the signals.
final class Interruption: Sendable {
  private let noticed = Atomic<Bool>(false)
  private let signals = HeldSignals()

  /// Whether a signal has arrived.
  var happened: Bool {
    if !noticed.load(ordering: .relaxed), signals.take() { noticed.store(true, ordering: .relaxed) }
    return noticed.load(ordering: .relaxed)
  }

  /// Wakes a mailbox when a signal arrives.
  func ring(_ mailbox: Mailbox) {
    DispatchQueue(label: "newsroom.signals").async { [self] in
      signals.wait()
      noticed.store(true, ordering: .relaxed)
      mailbox.ring()
    }
  }
}
