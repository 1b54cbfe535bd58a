internal import Dispatch
internal import Synchronization
internal import System

/// Catches Ctrl-C and SIGTERM for as long as it exists.
///
/// Make it before any thread is started, so that all threads block the signals.
final class Interruption: Sendable {
  private let noticed = Atomic<Bool>(false)
  private let woken = Mutex<Mailbox?>(nil)
  private let signals: HeldSignals?

  /// - Parameter holdsSignals: false if only `happen` interrupts, as in tests.
  init(holdsSignals: Bool = true) { signals = holdsSignals ? HeldSignals() : nil }

  /// Whether a signal has arrived.
  var happened: Bool {
    if !noticed.load(ordering: .relaxed), signals?.take() == true { happen() }
    return noticed.load(ordering: .relaxed)
  }

  /// Interrupts, as a signal does.
  func happen() {
    noticed.store(true, ordering: .relaxed)
    woken.withLock { $0?.ring() }
  }

  /// Wakes a mailbox when it happens.
  func ring(_ mailbox: Mailbox) {
    woken.withLock { $0 = mailbox }
    guard let signals else { return }
    DispatchQueue(label: "newsroom.signals").async { [self] in
      signals.wait()
      happen()
    }
  }
}
