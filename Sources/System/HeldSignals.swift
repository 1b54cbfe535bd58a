internal import Glibc

/// SIGINT and SIGTERM held back from ending the process, for as long as this lives.
///
/// To be made before the first thread, which then leaves the signals alone as well.
public final class HeldSignals: Sendable {
  /// Holds them back from here on.
  public init() {
    var signals = Self.signals
    pthread_sigmask(SIG_BLOCK, &signals, nil)
  }

  deinit {
    var signals = Self.signals
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
  }

  /// Whether one has come that nobody has taken; takes it.
  public func take() -> Bool {
    var signals = Self.signals
    var atOnce = timespec()
    return sigtimedwait(&signals, nil, &atOnce) > 0
  }

  /// Sleeps until one comes.
  public func wait() {
    var signals = Self.signals
    var signal: Int32 = 0
    while sigwait(&signals, &signal) != 0 {}
  }

  private static var signals: sigset_t {
    var set = sigset_t()
    sigemptyset(&set)
    sigaddset(&set, SIGINT)
    sigaddset(&set, SIGTERM)
    return set
  }
}
