internal import Glibc

/// A clock that only moves forward, even when the time of day is changed.
public enum MonotonicClock {
  /// Seconds since an arbitrary moment in the past.
  public static var seconds: Double {
    let now = time
    return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
  }

  /// The same in whole milliseconds.
  public static var milliseconds: Int {
    let now = time
    return now.tv_sec * 1_000 + now.tv_nsec / 1_000_000
  }

  private static var time: timespec {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return now
  }
}

/// The time of day.
public enum WallClock {
  /// Seconds since 1970.
  public static var seconds: Int64 { Int64(time(nil)) }

  /// Microseconds since 1970.
  public static var microseconds: Int64 {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    return Int64(now.tv_sec) * 1_000_000 + Int64(now.tv_nsec) / 1_000
  }

  /// The offset from UTC of the local zone (TZ or the system's) at a moment, in seconds.
  public static func zoneOffset(at seconds: Int64) -> Int {
    var moment = time_t(seconds)
    var local = tm()
    localtime_r(&moment, &local)
    return local.tm_gmtoff
  }
}

/// Puts the calling thread to sleep.
public enum Sleep {
  /// Sleeps for this long, or until a signal arrives.
  public static func milliseconds(_ count: Int) { usleep(useconds_t(clamping: count * 1_000)) }

  /// Sleeps for a random time within bounds, so that processes do not wake together.
  public static func milliseconds(within range: ClosedRange<Int>) { milliseconds(Int.random(in: range)) }
}
