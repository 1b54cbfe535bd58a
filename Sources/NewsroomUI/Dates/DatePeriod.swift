internal import Stories

/// The days that a reader means by "2016", "2016-03", "yesterday" or "2w".
struct DatePeriod: Hashable, Sendable {
  /// Its first day.
  let first: Day
  /// Its last day.
  let last: Day
  /// As a message says it: "March 2016".
  let title: String

  /// What can be typed, for the line it is typed in.
  static let forms = "2016, 2016-03, 2016-03-29, yesterday, 7d, 2w, 3m, 1y"

  /// Reads what was typed.
  ///
  /// - Parameter now: the clock, in the zone whose days are meant.
  /// - Returns: nil for what is not a date between the years 1 and 9999.
  init?(_ text: String, now: Timestamp) {
    var words = text.lowercased().split(separator: " ")
    if words.last == "ago" { words.removeLast() }
    guard words.count == 1, let word = words.first, word.count <= 12 else { return nil }
    switch word {
    case "today": self.init(now.day)
    case "yesterday": self.init(Day(number: now.day.number - 1))
    default:
      if let unit = word.last, !unit.isNumber {
        self.init(back: word.dropLast(), unit, from: now.day)
      } else {
        self.init(calendar: word)
      }
    }
  }

  /// The first second of the period for a reader in a zone so many seconds east of UTC.
  func begin(offset: Int) -> Int64 { Int64(first.number) * 86_400 - Int64(offset) }

  /// Its last second.
  func end(offset: Int) -> Int64 { Int64(last.number + 1) * 86_400 - Int64(offset) - 1 }

  private init?(_ day: Day) {
    guard (1...9999).contains(day.civil.year) else { return nil }
    self.init(first: day, last: day, title: day.words)
  }

  private init(first: Day, last: Day, title: String) {
    (self.first, self.last, self.title) = (first, last, title)
  }

  /// A day some days, weeks, months or years back: "7", "d".
  private init?(back text: Substring, _ unit: Character, from today: Day) {
    let digits = text.first == "-" ? text.dropFirst() : text
    guard let count = Self.number(digits, digits: 1...5) else { return nil }
    let (year, month, day) = today.civil
    switch unit {
    case "d": self.init(Day(number: today.number - count))
    case "w": self.init(Day(number: today.number - 7 * count))
    case "m", "y":
      let months = year * 12 + month - 1 - (unit == "m" ? count : 12 * count)
      guard months >= 12 else { return nil }
      let (year, month) = (months / 12, months % 12 + 1)
      // Three months before 31 May is the last of February.
      self.init(Day(year: year, month: month, day: min(day, Day.count(year: year, month: month))))
    default: return nil
    }
  }

  /// "2016", "2016-03" or "2016-3-29".
  private init?(calendar text: Substring) {
    let parts = text.split(omittingEmptySubsequences: false) { "-/.".contains($0) }
    guard parts.count <= 3, let year = Self.number(parts[0], digits: 4...4), year > 0 else { return nil }
    guard parts.count > 1 else {
      self.init(
        first: Day(year: year, month: 1, day: 1), last: Day(year: year, month: 12, day: 31),
        title: String(year))
      return
    }
    guard let month = Self.number(parts[1], digits: 1...2), (1...12).contains(month) else { return nil }
    let length = Day.count(year: year, month: month)
    guard parts.count > 2 else {
      self.init(
        first: Day(year: year, month: month, day: 1), last: Day(year: year, month: month, day: length),
        title: "\(Calendar.month(month)) \(year)")
      return
    }
    guard let day = Self.number(parts[2], digits: 1...2), (1...length).contains(day) else { return nil }
    self.init(Day(year: year, month: month, day: day))
  }

  private static func number(_ text: Substring, digits: ClosedRange<Int>) -> Int? {
    guard digits.contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    return Int(text)
  }
}

extension Day {
  /// "29 March 2016".
  var words: String {
    let (year, month, day) = civil
    return "\(day) \(Calendar.month(month)) \(year)"
  }
}
