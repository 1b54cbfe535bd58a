internal import Glibc

/// Notices Ctrl-C and SIGTERM instead of ending by them, for as long as it lives.
///
/// To be made before the first thread, which then leaves the signals alone as well.
final class Interruption {
  private var noticed = false

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
    if !noticed { noticed = sigtimedwait(&signals, nil, &atOnce) > 0 }
    return noticed
  }

  private static var signals: sigset_t {
    var set = sigset_t()
    sigemptyset(&set)
    sigaddset(&set, SIGINT)
    sigaddset(&set, SIGTERM)
    return set
  }
}
