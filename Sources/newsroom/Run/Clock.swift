internal import Glibc
internal import Stories

/// The wall clock in the reader's own zone.
enum Clock {
  /// Now, with the zone that TZ or the system says.
  static var now: Timestamp {
    var seconds = time(nil)
    var local = tm()
    localtime_r(&seconds, &local)
    return Timestamp(seconds: Int64(seconds), offset: local.tm_gmtoff)
  }
}
