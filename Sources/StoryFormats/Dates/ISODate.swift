internal import Stories

/// ISO 8601-1:2019 (and RFC 3339) dates and times, with a blank allowed for the "T" and before the zone.
struct ISODate {
  private let bytes: [UInt8]
  private var at = 0

  /// Reads the whole text; nil where any of it is left over or out of range.
  static func read(_ bytes: [UInt8]) -> Timestamp? {
    var reader = ISODate(bytes: bytes)
    guard let day = reader.day() else { return nil }
    if reader.at == bytes.count { return day }
    guard day.precision == .day, reader.take(0x54) || reader.take(0x74) || reader.take(0x20) else {
      return nil
    }
    return reader.time(on: day)
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func day() -> Timestamp? {
    guard let year = digits(4...4, orMore: [8]) else { return nil }
    if year.count == 8 {
      let value = year.value
      return Timestamp(year: value / 10_000, month: value / 100 % 100, day: value % 100, precision: .day)
    }
    if at == bytes.count { return Timestamp(year: year.value, precision: .year) }
    let separator = bytes[at]
    guard separator == 0x2D || separator == 0x2F else { return nil }
    at += 1
    if separator == 0x2D, take(0x57) { return week(of: year.value) }
    guard let month = digits(1...2, orMore: separator == 0x2D ? [3] : []) else { return nil }
    if month.count == 3 {
      guard let first = Timestamp(year: year.value), (1...366).contains(month.value) else { return nil }
      let found = Timestamp(seconds: first.seconds + Int64(month.value - 1) * 86_400, precision: .day)
      return found.day.civil.year == year.value ? found : nil
    }
    if at == bytes.count {
      return month.count == 2 ? Timestamp(year: year.value, month: month.value, precision: .month) : nil
    }
    guard take(separator), let day = digits(1...2) else { return nil }
    return Timestamp(year: year.value, month: month.value, day: day.value, precision: .day)
  }

  /// `2016-W13-2`: week 1 is the one with the year's first Thursday.
  private mutating func week(of year: Int) -> Timestamp? {
    guard let week = digits(2...2), (1...53).contains(week.value), take(0x2D), let day = digits(1...1),
      (1...7).contains(day.value), year > 0
    else { return nil }
    let fourth = Day(year: year, month: 1, day: 4)
    let number = fourth.number - fourth.weekday + (week.value - 1) * 7 + day.value - 1
    let thursday = Day(number: number - day.value + 4)
    guard thursday.civil.year == year else { return nil }
    return Timestamp(seconds: Int64(number) * 86_400, precision: .day)
  }

  private mutating func time(on day: Timestamp) -> Timestamp? {
    guard let hour = digits(1...2, orMore: [4, 6]) else { return nil }
    var (hours, minutes, seconds) = (hour.value, 0, 0)
    var precision = Timestamp.Precision.minute
    switch hour.count {
    case 6:
      (hours, minutes, seconds) = (hour.value / 10_000, hour.value / 100 % 100, hour.value % 100)
      precision = .second
    case 4: (hours, minutes) = (hour.value / 100, hour.value % 100)
    default:
      if take(0x3A) {
        guard let minute = digits(2...2) else { return nil }
        minutes = minute.value
        if take(0x3A) {
          guard let second = digits(2...2) else { return nil }
          seconds = second.value
          precision = .second
        }
      } else if hour.count == 1 {
        return nil
      }
    }
    if precision == .second, take(0x2E) || take(0x2C) {
      guard at < bytes.count, bytes[at].isDateDigit else { return nil }
      while at < bytes.count, bytes[at].isDateDigit { at += 1 }
    }
    guard let offset = zone() else { return nil }
    let (year, month, dayOfMonth) = day.day.civil
    return Timestamp(
      year: year, month: month, day: dayOfMonth, hour: hours, minute: minutes, second: seconds,
      offset: offset,
      precision: precision)
  }

  private mutating func zone() -> Int? {
    _ = take(0x20)
    let rest = String(decoding: bytes[at...], as: UTF8.self)
    at = bytes.count
    return rest.isEmpty ? 0 : TimeZoneName.offset(rest)
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard at < bytes.count, bytes[at] == byte else { return false }
    at += 1
    return true
  }

  private mutating func digits(_ counts: ClosedRange<Int>, orMore: Set<Int> = []) -> (value: Int, count: Int)?
  {
    let end = bytes[at...].firstIndex { !$0.isDateDigit } ?? bytes.count
    guard counts.contains(end - at) || orMore.contains(end - at) else { return nil }
    defer { at = end }
    return (DateReading.number(bytes[at..<end]), end - at)
  }
}

/// Zones as dates name them: `Z`, `+01:00`, `-0500`, `+2`, and the names in use where they mean one zone only.
enum TimeZoneName {
  /// Seconds east of UTC; nil for what names no zone, or two ("IST", "CST" outside mail is not told apart: RFC 822).
  static func offset(_ name: some StringProtocol) -> Int? {
    var rest = name.uppercased()[...]
    if let hours = hours[String(rest)] { return Int(hours * 3600) }
    for prefix in ["UTC", "GMT"] where rest.hasPrefix(prefix) { rest = rest.dropFirst(3) }
    if rest.hasPrefix(" ") { rest = rest.dropFirst() }
    guard let sign = rest.first, sign == "+" || sign == "-" || sign == "\u{2212}" else { return nil }
    let digits = rest.dropFirst().filter { $0 != ":" }.utf8
    guard digits.allSatisfy(\.isDateDigit), rest.count - digits.count <= 2 else { return nil }
    let value = DateReading.number(Array(digits)[...])
    let (hour, minute) =
      switch digits.count {
      case 1, 2: (value, 0)
      case 4: (value / 100, value % 100)
      default: (99, 0)
      }
    guard hour <= 18, minute < 60 else { return nil }
    return (sign == "+" ? 1 : -1) * (hour * 3600 + minute * 60)
  }

  private static let hours: [String: Double] = [
    "Z": 0, "UT": 0, "UTC": 0, "GMT": 0, "WET": 0, "WEST": 1, "BST": 1, "CET": 1, "MEZ": 1, "CEST": 2,
    "MESZ": 2, "EET": 2, "EEST": 3, "MSK": 3, "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7,
    "MDT": -6, "PST": -8, "PDT": -7, "AKST": -9, "AKDT": -8, "HST": -10, "NST": -3.5, "NDT": -2.5, "JST": 9,
    "KST": 9, "AEST": 10, "AEDT": 11, "ACST": 9.5, "AWST": 8, "NZST": 12, "NZDT": 13,
  ]
}
