internal import CSandbox
internal import Glibc

/// The processor time of one thread.
public struct ThreadClock: Sendable {
  private let clock: clockid_t
  private let number: pid_t

  /// That of the calling thread.
  public init() {
    var clock = clockid_t()
    self.clock = pthread_getcpuclockid(pthread_self(), &clock) == 0 ? clock : CLOCK_MONOTONIC
    number = newsroom_thread()
  }

  /// The seconds used so far; nil if the thread has ended.
  public var seconds: Double? {
    var time = timespec()
    guard clock_gettime(clock, &time) == 0 else { return nil }
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// Lets the thread run only when nothing else wants to (nice(2)).
  public func giveWay() { setpriority(__priority_which_t(PRIO_PROCESS.rawValue), id_t(number), 19) }
}
