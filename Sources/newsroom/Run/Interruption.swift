internal import Dispatch
internal import Glibc
internal import Synchronization

/// Notices Ctrl-C and SIGTERM instead of ending by them, for as long as it lives.
///
/// To be made before the first thread, which then leaves the signals alone as well.
final class Interruption: Sendable {
  private let noticed = Atomic<Bool>(false)

  init() {
    var signals = Self.signals
    pthread_sigmask(SIG_BLOCK, &signals, nil)
  }

  deinit {
    var signals = Self.signals
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
  }

  /// Whether a signal has come.
  var happened: Bool {
    var signals = Self.signals
    var atOnce = timespec()
    if !noticed.load(ordering: .relaxed), sigtimedwait(&signals, nil, &atOnce) > 0 {
      noticed.store(true, ordering: .relaxed)
    }
    return noticed.load(ordering: .relaxed)
  }

  /// Rings a bell when a signal comes, for those who sleep.
  func ring(_ mailbox: Mailbox) {
    DispatchQueue(label: "newsroom.signals").async { [self] in
      var signals = Self.signals
      var signal: Int32 = 0
      while sigwait(&signals, &signal) != 0 {}
      noticed.store(true, ordering: .relaxed)
      mailbox.ring()
    }
  }

  private static var signals: sigset_t {
    var set = sigset_t()
    sigemptyset(&set)
    sigaddset(&set, SIGINT)
    sigaddset(&set, SIGTERM)
    return set
  }
}
