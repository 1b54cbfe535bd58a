internal import Stories

/// Dates as people write them.
///
/// "Tuesday, 29 March 2016 at 9.12 am", "29. marts 2016 kl. 9.12", "03/29/2016".
struct ProseDate {
  private var year: Int?
  private var month: Int?
  /// Whether the word that was taken for the month may be the day of the week.
  private var mayBeWeekday = false
  private var day: Int?
  private var clock: (hour: Int, minute: Int, second: Int?)?
  private var offset: Int?
  private var summerZone: (standard: Int, summer: Int)?

  /// The moment; nil where a word is no part of a date, or a number could be two things.
  static func read(_ tokens: [DateToken]) -> Timestamp? {
    var reader = TokenReader(tokens)
    var date = ProseDate()
    while !reader.isAtEnd {
      guard date.take(&reader) else { return nil }
    }
    return date.timestamp
  }

  private var timestamp: Timestamp? {
    guard let year, let month else { return nil }
    guard let day else {
      return clock == nil ? Timestamp(year: year, month: month, precision: .month) : nil
    }
    guard let clock else { return Timestamp(year: year, month: month, day: day, precision: .day) }
    let zone =
      offset ?? summerZone.map { Self.isAmericanSummer(year, month, day) ? $0.summer : $0.standard } ?? 0
    return ISODate.moment(year: year, month: month, day: day, clock: clock, offset: zone)
  }

  private mutating func take(_ reader: inout TokenReader) -> Bool {
    switch reader.peek() {
    case .space?, .sign(",")?, .sign(".")?, .sign("·")?, .sign("(")?, .sign(")")?, .sign("|")?, .sign("–")?,
      .sign("—")?:
      reader.advance()
      return true
    case .sign("-")? where clock == nil, .sign("/")? where month != nil:
      reader.advance()
      return true
    case .sign("+")?, .sign("-")?: return takeZone(&reader)
    case .word(let word)?: return take(word, &reader)
    case .number?: return takeNumber(&reader)
    default: return false
    }
  }

  private mutating func takeZone(_ reader: inout TokenReader) -> Bool {
    guard clock != nil, offset == nil, let zone = reader.takeZone() else { return false }
    offset = zone
    return true
  }

  private mutating func take(_ word: String, _ reader: inout TokenReader) -> Bool {
    if let number = DateWords.months[word] {
      guard month == nil || mayBeWeekday else { return false }
      // "mar" is a month, and Tuesday in the languages of the south.
      mayBeWeekday = word == "mar" && month == nil && day == nil && year == nil
      month = number
      reader.advance()
      return true
    }
    if ["kl", "klo", "klokken", "klockan", "at", "um"].contains(word) {
      reader.advance()
      while reader.peek() == .space || reader.peekSign() == "." { reader.advance() }
      guard clock == nil, case .number? = reader.peek() else { return false }
      return takeClock(&reader) || takeNumber(&reader)
    }
    if clock != nil, offset == nil, let zone = DateWords.americanZones[word] {
      summerZone = zone
      reader.advance()
      return true
    }
    if clock != nil, offset == nil, DateWords.zones[word] != nil { return takeZone(&reader) }
    guard DateWords.weekdays.contains(word) || DateWords.fillers.contains(word) else { return false }
    reader.advance()
    return true
  }

  /// A time where a full stop may part hours and minutes, as behind "kl."; nothing is taken where there is none.
  private mutating func takeClock(_ reader: inout TokenReader) -> Bool {
    for separator in [Character(":"), "."] {
      var ahead = reader
      guard let found = ahead.takeClock(separator: separator), found.hour < 24, found.minute < 60 else {
        continue
      }
      clock = found
      reader = ahead
      return true
    }
    return false
  }

  private mutating func takeNumber(_ reader: inout TokenReader) -> Bool {
    guard case .number(let value, let digits)? = reader.peek() else { return false }
    if clock == nil, digits <= 2, reader.peekSign(1) == ":" {
      guard let found = reader.takeClock() else { return false }
      clock = found
      return true
    }
    if clock == nil, digits <= 2, day != nil, month != nil, year != nil, reader.peekSign(1) == ".",
      takeClock(&reader)
    {
      return true
    }
    if let sign = reader.peekSign(1), ".-/".contains(sign), let second = reader.peek(2)?.number,
      reader.peekSign(3) == sign,
      case .number(let third, let thirdDigits)? = reader.peek(4), day == nil, month == nil, year == nil
    {
      reader.advance(5)
      return takeNumeric(value, second, third, yearDigits: thirdDigits, sign: sign)
    }
    reader.advance()
    if digits == 4 {
      guard year == nil, value >= 1000 else { return false }
      year = value
      return true
    }
    if digits <= 2, clock == nil,
      case .word(let half)? = reader.peek() == .space ? reader.peek(1) : reader.peek(),
      half == "am" || half == "pm", (1...12).contains(value)
    {
      reader.advance(reader.peek() == .space ? 2 : 1)
      clock = (value % 12 + (half == "pm" ? 12 : 0), 0, nil)
      return true
    }
    if day == nil, digits <= 2 {
      day = value
      return true
    }
    guard year == nil, digits == 2, month != nil else { return false }
    year = Self.full(value)
    return true
  }

  /// Three numbers: with full stops day first, as all who write so do; else only where the numbers tell.
  private mutating func takeNumeric(_ one: Int, _ two: Int, _ three: Int, yearDigits: Int, sign: Character)
    -> Bool
  {
    guard yearDigits == 4 || yearDigits == 2 else { return false }
    year = yearDigits == 2 ? Self.full(three) : three
    if sign == "." || one > 12 {
      (day, month) = (one, two)
    } else if two > 12 || one == two {
      (month, day) = (one, two)
    } else {
      return false
    }
    return true
  }

  /// Two-digit years as RFC 5322, section 4.3 has them.
  private static func full(_ year: Int) -> Int {
    year < 50 ? 2000 + year : 1900 + year
  }

  /// From the second Sunday of March to the first of November (Energy Policy Act of 2005).
  private static func isAmericanSummer(_ year: Int, _ month: Int, _ day: Int) -> Bool {
    guard (1...9999).contains(year), (1...12).contains(month) else { return false }
    let today = Day(year: year, month: month, day: day)
    let march = Day(year: year, month: 3, day: 1)
    let november = Day(year: year, month: 11, day: 1)
    let begins = march.number + (6 - march.weekday) + 7
    let ends = november.number + (6 - november.weekday)
    return (begins..<ends).contains(today.number)
  }
}
