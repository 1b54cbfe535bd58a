internal import Stories

/// Reads the dates of records.
enum RecordDates {
  /// The moment that a value names: text, a POSIX time in seconds or milliseconds, digits without separators,
  /// or an object with `$date` (MongoDB's extended JSON).
  static func moment(_ value: JSONValue) -> Timestamp? {
    switch value {
    case .number(let number): return moment(number)
    case .object:
      return (value["$date"] ?? value.member("value") ?? value["$numberLong"]).flatMap(moment)
    case .array(let values): return values.lazy.compactMap(moment).first
    case .string:
      guard let text = value.text else { return nil }
      if text.utf8.count >= 8, let number = Double(text) { return moment(number) }
      return DateReading.read(text)
    case .null, .bool: return nil
    }
  }

  /// A number as a date: 20261005, 20261005080000, else a POSIX time in seconds; beyond the year 5138, in
  /// milliseconds or microseconds.
  private static func moment(_ number: Double) -> Timestamp? {
    if let whole = Int64(exactly: number), let date = digits(whole) { return date }
    var seconds = number
    while abs(seconds) >= 1e11 { seconds /= 1000 }
    guard let whole = Int64(exactly: seconds.rounded(.down)) else { return nil }
    return Timestamp(seconds: whole)
  }

  /// A day, or a second in UTC, written as digits without separators.
  private static func digits(_ number: Int64) -> Timestamp? {
    let number = Int(number)
    switch number {
    case 1800_01_01...2200_12_31:
      return Timestamp(year: number / 10_000, month: number / 100 % 100, day: number % 100, precision: .day)
    case 1800_01_01_000000...2200_12_31_235959:
      let (day, clock) = (number / 1_000_000, number % 1_000_000)
      return Timestamp(
        year: day / 10_000, month: day / 100 % 100, day: day % 100, hour: clock / 10_000,
        minute: clock / 100 % 100, second: clock % 100, offset: 0, precision: .second)
    default: return nil
    }
  }
}
