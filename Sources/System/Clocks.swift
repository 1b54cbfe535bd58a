internal import Glibc

/// A clock that only goes forward, whatever happens to the time of day.
public enum MonotonicClock {
  /// Seconds since some moment in the past.
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

  /// How far the zone that TZ or the system says is from universal time at a moment, in seconds.
  public static func zoneOffset(at seconds: Int64) -> Int {
    var moment = time_t(seconds)
    var local = tm()
    localtime_r(&moment, &local)
    return local.tm_gmtoff
  }
}

/// Sleep of the calling thread.
public enum Sleep {
  /// Sleeps so long, or until a signal comes.
  public static func milliseconds(_ count: Int) { usleep(useconds_t(clamping: count * 1_000)) }

  /// Sleeps a time within bounds that is another one for each process.
  public static func milliseconds(within range: ClosedRange<Int>) { milliseconds(Int.random(in: range)) }
}
