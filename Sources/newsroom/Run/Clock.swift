internal import Stories
internal import System

/// The wall clock in the reader's zone.
enum Clock {
  /// The current time, in the zone of TZ or of the system.
  static var now: Timestamp {
    let seconds = WallClock.seconds
    return Timestamp(seconds: seconds, offset: WallClock.zoneOffset(at: seconds))
  }
}
