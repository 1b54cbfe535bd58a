public import Stories
internal import System

/// A moment as shown to readers: `29 Mar 2016, 14:30`, or as much of it as is known; in English, if no other
/// names are given.
public struct ToldMoment: Hashable, Sendable {
  /// The year.
  public let year: Int
  /// "Mar"; nil if only the year is known.
  public let month: String?
  /// "29 Mar"; nil if the day is unknown.
  public let day: String?
  /// "14:30"; nil if the hour is unknown.
  public let clock: String?

  /// Describes a moment in the zone of `now`, or in its own zone if `now` is nil.
  ///
  /// A bare date keeps its day in every zone.
  public init(_ moment: Timestamp, now: Timestamp? = nil, names: CalendarNames = .english) {
    let hasClock = moment.precision >= .minute
    let local = now.map { moment.local(to: $0) } ?? moment
    let (year, month, day) = local.day.civil
    self.year = year
    self.month = moment.precision >= .month ? names.shortMonth(month) : nil
    self.day = moment.precision >= .day ? names.shortDay(day, month) : nil
    let (hour, minute, _) = local.clock
    clock = hasClock ? names.clock(hour, minute) : nil
  }

  /// "29 Mar 2016", "Mar 2016", "2016".
  public var date: String { [day ?? month, String(year)].compactMap(\.self).joined(separator: " ") }

  /// "29 Mar 2016, 14:30"; only the date if the hour is unknown.
  public var text: String { [date, clock].compactMap(\.self).joined(separator: ", ") }

  /// "29 Mar, 14:30".
  public var withoutYear: String { [day ?? month, clock].compactMap(\.self).joined(separator: ", ") }
}

extension Timestamp {
  /// The moment in the zone of `now`; a bare date, and a time written without a zone, stay unchanged.
  ///
  /// In the machine's own zone, summer and winter time count as they did at that moment.
  public func local(to now: Timestamp) -> Timestamp {
    guard precision >= .minute, zone == .written else { return self }
    return Timestamp(seconds: seconds, offset: now.offset(at: seconds), precision: precision)
  }

  /// The offset of this clock's zone at another moment, in seconds east of UTC.
  ///
  /// In the machine's own zone, summer and winter time count as they did at that moment.
  func offset(at seconds: Int64) -> Int {
    offset == WallClock.zoneOffset(at: self.seconds) ? WallClock.zoneOffset(at: seconds) : offset
  }

  /// Another moment, in this clock's zone.
  func at(_ seconds: Int64) -> Timestamp { Timestamp(seconds: seconds, offset: offset(at: seconds)) }
}
