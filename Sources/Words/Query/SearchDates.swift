internal import Stories

/// The dates of the query language.
enum SearchDates {
  typealias Span = (from: Int64?, until: Int64?)

  /// `2016`, `2016-03`, `2016-03-29`, `a..b`, `a..`, `..b`, `today`, `yesterday`, `<7d` (younger), `>1y` (older).
  static func span(_ text: String, now: Timestamp) -> Span? {
    if let dots = text.firstRange(of: "..") {
      let (first, last) = (String(text[..<dots.lowerBound]), String(text[dots.upperBound...]))
      let from = first.isEmpty ? nil : period(first, now: now)
      let until = last.isEmpty ? nil : period(last, now: now)
      guard (from == nil) == first.isEmpty, (until == nil) == last.isEmpty, from != nil || until != nil else {
        return nil
      }
      return (from?.lowerBound, until?.upperBound)
    }
    if let sign = text.first, sign == "<" || sign == ">" {
      let rest = String(text.dropFirst())
      if let moment = ago(rest, now: now) { return sign == "<" ? (moment, nil) : (nil, moment) }
      guard let period = period(rest, now: now) else { return nil }
      return sign == "<" ? (nil, period.lowerBound) : (period.upperBound, nil)
    }
    if let moment = ago(text, now: now) { return (moment, nil) }
    return period(text, now: now).map { ($0.lowerBound, $0.upperBound) }
  }

  /// A year, month or day of the calendar, from its first second to the first after it.
  static func period(_ text: String, now: Timestamp) -> Range<Int64>? {
    switch text.lowercased() {
    case "today": return days(now.day.number, 1, now)
    case "yesterday": return days(now.day.number - 1, 1, now)
    default: break
    }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let digits = parts.allSatisfy { part in part.utf8.allSatisfy { (0x30...0x39).contains($0) } }
    guard digits, parts.count <= 3, parts.first?.count == 4,
      parts.dropFirst().allSatisfy({ 1...2 ~= $0.count })
    else { return nil }
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count == parts.count, let year = numbers.first, (1...9999).contains(year) else {
      return nil
    }
    guard numbers.count > 1 else {
      return between(Day(year: year, month: 1, day: 1), Day(year: year + 1, month: 1, day: 1), now)
    }
    let month = numbers[1]
    guard (1...12).contains(month) else { return nil }
    guard numbers.count > 2 else {
      let next = Day(year: month == 12 ? year + 1 : year, month: month % 12 + 1, day: 1)
      return between(Day(year: year, month: month, day: 1), next, now)
    }
    guard (1...Day.count(year: year, month: month)).contains(numbers[2]) else { return nil }
    return days(Day(year: year, month: month, day: numbers[2]).number, 1, now)
  }

  /// The moment so long ago: `12h`, `7d`, `2w`, `3m`, `1y`.
  private static func ago(_ text: String, now: Timestamp) -> Int64? {
    guard let unit = text.last, let count = Int64(text.dropLast()), (0...99_999).contains(count) else {
      return nil
    }
    switch unit {
    case "h": return now.seconds - count * 3_600
    case "d": return now.seconds - count * 86_400
    case "w": return now.seconds - count * 604_800
    case "m": return months(Int(count), before: now)
    case "y": return months(Int(count) * 12, before: now)
    default: return nil
    }
  }

  private static func months(_ count: Int, before now: Timestamp) -> Int64 {
    let (year, month, day) = now.day.civil
    let months = max(12, year * 12 + month - 1 - count)
    let (thatYear, thatMonth) = (months / 12, months % 12 + 1)
    let thatDay = Day(
      year: thatYear, month: thatMonth, day: min(day, Day.count(year: thatYear, month: thatMonth)))
    return now.seconds - Int64(now.day.number - thatDay.number) * 86_400
  }

  private static func days(_ first: Int, _ count: Int, _ now: Timestamp) -> Range<Int64> {
    between(Day(number: first), Day(number: first + count), now)
  }

  private static func between(_ first: Day, _ last: Day, _ now: Timestamp) -> Range<Int64> {
    func start(_ day: Day) -> Int64 { Int64(day.number) * 86_400 - Int64(now.offset) }
    return start(first)..<start(last)
  }
}
