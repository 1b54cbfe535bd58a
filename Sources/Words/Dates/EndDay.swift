public import Stories

/// The day on which something is to end, as typed: "3 days", "for 2w", "2026-03-02", "until friday".
public struct EndDay: Hashable, Sendable {
  /// The day that begins when it ends.
  public let day: Day

  /// Examples for the line where it is typed.
  public static let forms = "3 days, 2w, friday, 2026-03-02; nothing for no end"

  /// The last year that is taken for a date.
  private static let lastYear = 9_999
  /// The most days, weeks, months or years.
  private static let most = 1_000

  /// Reads what was typed; nil for anything but a day that is still to come.
  ///
  /// - Parameter now: the clock, in the zone whose days are meant.
  public init?(_ text: String, now: Timestamp) {
    var words = text.lowercased().split { $0 == " " || $0 == "\t" }.map(String.init)
    while let first = words.first, ["for", "until", "till", "to", "in"].contains(first) {
      words.removeFirst()
    }
    guard !words.isEmpty, let day = Self.length(words, now.day) ?? Self.date(words, now) else { return nil }
    guard day > now.day, day.civil.year <= Self.lastYear else { return nil }
    self.day = day
  }

  /// "3 days" and "2w" from a day on; months and years go by the calendar.
  private static func length(_ words: [String], _ today: Day) -> Day? {
    guard words.count <= 2, let first = words.first else { return nil }
    let digits = first.prefix { $0.isASCII && $0.isNumber }
    let isParted = words.count == 2
    let unit = isParted ? words[1] : String(first.dropFirst(digits.count))
    let counted = digits.isEmpty && isParted && ["a", "an", "one"].contains(first) ? 1 : Int(digits)
    guard let count = counted, (1...most).contains(count),
      !isParted || digits.count == first.count || count == 1
    else { return nil }
    switch unit {
    case "d", "day", "days": return Day(number: today.number + count)
    case "w", "week", "weeks": return Day(number: today.number + 7 * count)
    case "m", "mo", "month", "months", "y", "year", "years":
      let (year, month, day) = today.civil
      let months = year * 12 + month - 1 + (unit.first == "m" ? count : 12 * count)
      let (thatYear, thatMonth) = (months / 12, months % 12 + 1)
      return Day(
        year: thatYear, month: thatMonth, day: min(day, Day.count(year: thatYear, month: thatMonth)))
    default: return nil
    }
  }

  /// A date as `DatePeriod` reads it; what leaves the year or the week open means the next one.
  private static func date(_ words: [String], _ now: Timestamp) -> Day? {
    let text = words.joined(separator: " ")
    let year = now.day.civil.year
    for text in [text, "next \(text)", "\(text) \(year)", "\(text) \(year + 1)"] {
      if let day = DatePeriod(text, now: now)?.first, day > now.day { return day }
    }
    return nil
  }
}
