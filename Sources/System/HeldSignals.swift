internal import Glibc

/// Keeps SIGINT and SIGTERM from ending the process as long as this object lives.
///
/// Make it before the first thread starts, since threads inherit the signal mask.
public final class HeldSignals: Sendable {
  /// Blocks both signals.
  public init() {
    var signals = Self.signals
    pthread_sigmask(SIG_BLOCK, &signals, nil)
  }

  deinit {
    var signals = Self.signals
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
  }

  /// Takes a signal that has arrived; false if there is none.
  public func take() -> Bool {
    var signals = Self.signals
    var atOnce = timespec()
    return sigtimedwait(&signals, nil, &atOnce) > 0
  }

  /// Sleeps until a signal arrives.
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
