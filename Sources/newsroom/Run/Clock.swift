internal import Stories
internal import System

/// The wall clock in the reader's own zone.
enum Clock {
  /// Now, with the zone that TZ or the system says.
  static var now: Timestamp {
    let seconds = WallClock.seconds
    return Timestamp(seconds: seconds, offset: WallClock.zoneOffset(at: seconds))
  }
}
