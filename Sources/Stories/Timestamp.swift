/// A moment as a story gives it: the instant, its time zone, and how precisely it was given.
public struct Timestamp: Hashable, Sendable, Comparable, Codable {
  /// How much of the moment the story gave.
  public enum Precision: UInt8, Hashable, Sendable, Comparable, Codable {
    case year, month, day, minute, second

    /// Coarser before finer.
    public static func < (one: Precision, other: Precision) -> Bool {
      one.rawValue < other.rawValue
    }
  }

  /// Where the zone of a moment is from.
  public enum Zone: UInt8, Hashable, Sendable, Codable {
    /// The text gives it, or it is a date without an hour.
    case written
    /// The text gives an hour and no zone: the seconds are those of its digits in UTC, until a zone is assumed.
    case missing
    /// The text gives none; it is taken for the reader's own, and told as it is written.
    case assumed
  }

  /// Seconds since 1970-01-01T00:00:00Z, without leap seconds (POSIX).
  public var seconds: Int64
  /// The offset of its time zone in seconds east of UTC, from -64,800 to 64,800.
  public var offset: Int
  /// How precisely it was given; finer parts are zero.
  public var precision: Precision
  /// Where the zone is from.
  public var zone = Zone.written

  /// Takes an instant.
  public init(seconds: Int64, offset: Int = 0, precision: Precision = .second) {
    self.seconds = seconds
    self.offset = offset
    self.precision = precision
  }

  /// Makes a moment from calendar fields in a zone; nil if a field is out of range (years 1 to 9999).
  ///
  /// Second 60 counts as 59, since POSIX time has no leap seconds.
  public init?(
    year: Int, month: Int = 1, day: Int = 1, hour: Int = 0, minute: Int = 0, second: Int = 0,
    offset: Int = 0, precision: Precision = .second
  ) {
    guard (1...9999).contains(year), (1...12).contains(month),
      (1...Day.count(year: year, month: month)).contains(day), (0...23).contains(hour),
      (0...59).contains(minute), (0...60).contains(second), abs(offset) <= 64_800
    else { return nil }
    let time = hour * 3600 + minute * 60 + min(second, 59)
    self.init(
      seconds: Int64(Day(year: year, month: month, day: day).number) * 86_400 + Int64(time - offset),
      offset: offset, precision: precision)
  }

  /// The calendar day in its own zone.
  public var day: Day {
    Day(number: Int((seconds + Int64(offset)).flooredDivision(by: 86_400)))
  }

  /// Hour, minute and second in its own zone.
  public var clock: (hour: Int, minute: Int, second: Int) {
    let local = seconds + Int64(offset)
    let time = Int(local - local.flooredDivision(by: 86_400) * 86_400)
    return (time / 3600, time / 60 % 60, time % 60)
  }

  /// The moment with the reader's zone assumed where its text gives none; else as it is.
  ///
  /// In the hour that a change of the clocks repeats the first is meant; in one that it leaves out, the later.
  ///
  /// - Parameter offset: seconds that the reader's zone is east of UTC at a moment, in seconds since 1970.
  public func assuming(zone offset: (Int64) -> Int) -> Timestamp {
    guard zone == .missing else { return self }
    let written = seconds + Int64(self.offset)
    let offsets = [written - 86_400, written + 86_400].map(offset)
    let found = offsets.filter { offset(written - Int64($0)) == $0 }.max() ?? offsets[0]
    var moment = self
    (moment.seconds, moment.offset) = (written - Int64(found), found)
    moment.zone = .assumed
    return moment
  }

  /// Earlier before later; equal instants are ordered by zone, so the order is total.
  public static func < (one: Timestamp, other: Timestamp) -> Bool {
    (one.seconds, one.offset, one.precision) < (other.seconds, other.offset, other.precision)
  }
}

/// A day of the Gregorian calendar.
///
/// The conversions are Howard Hinnant's "chrono-compatible low-level date algorithms"
/// (`days_from_civil`, `civil_from_days`).
public struct Day: Hashable, Sendable, Comparable {
  /// Days since 1970-01-01.
  public let number: Int

  /// Takes days since 1970-01-01.
  public init(number: Int) {
    self.number = number
  }

  /// Takes a date; a day after the end of its month runs over into the next.
  public init(year: Int, month: Int, day: Int) {
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted.flooredDivision(by: 400)
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = era * 146_097 + dayOfEra - 719_468
  }

  /// Year, month (1–12) and day (1–31).
  public var civil: (year: Int, month: Int, day: Int) {
    let shifted = number + 719_468
    let era = shifted.flooredDivision(by: 146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9)
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  /// 0 for Monday to 6 for Sunday.
  public var weekday: Int {
    let shifted = number + 3
    return shifted - shifted.flooredDivision(by: 7) * 7
  }

  /// How many days the month has.
  public static func count(year: Int, month: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Earlier before later.
  public static func < (one: Day, other: Day) -> Bool {
    one.number < other.number
  }
}

extension BinaryInteger {
  fileprivate func flooredDivision(by divisor: Self) -> Self {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }
}
