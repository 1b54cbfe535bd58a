internal import Glibc

/// Notices Ctrl-C and SIGTERM instead of ending by them, for as long as it lives.
///
/// To be made before the first thread, which then leaves the signals alone as well.
final class Interruption {
  private let descriptor: Int32
  private var noticed = false

  init() {
    var signals = Self.signals
    pthread_sigmask(SIG_BLOCK, &signals, nil)
    descriptor = signalfd(-1, &signals, Int32(SFD_NONBLOCK.rawValue | SFD_CLOEXEC.rawValue))
  }

  deinit {
    close(descriptor)
    var signals = Self.signals
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
  }

  /// Whether a signal has come.
  var happened: Bool {
    var info = signalfd_siginfo()
    if read(descriptor, &info, MemoryLayout<signalfd_siginfo>.size) > 0 { noticed = true }
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
