internal import Stories
internal import Words

/// Reads dates as people write them.
///
/// "Tuesday, 29 March 2016 at 9.12 am", "29. marts 2016 kl. 9.12", "03/29/2016".
struct ProseDate {
  private var year: Int?
  private var month: Int?
  /// Whether the word taken for the month may be a weekday.
  private var mayBeWeekday = false
  private var day: Int?
  private var clock: (hour: Int, minute: Int, second: Int?)?
  private var offset: Int?
  private var summerZone: (standard: Int, summer: Int)?
  private let order: NumericOrder?

  private init(order: NumericOrder?) {
    self.order = order
  }

  /// The moment; nil if a word is not part of a date, or a number is ambiguous.
  static func read(_ tokens: ArraySlice<DateToken>, order: NumericOrder?) -> Timestamp? {
    var reader = TokenReader(tokens)
    var date = ProseDate(order: order)
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
      offset ?? summerZone.map { Self.isAmericanSummer(year, month, day) ? $0.summer : $0.standard }
    return ISODate.moment(year: year, month: month, day: day, clock: clock, offset: zone)
  }

  private mutating func take(_ reader: inout TokenReader) -> Bool {
    switch reader.peek() {
    case .space?:
      reader.advance()
      return true
    case .sign(let sign)? where Self.separators.contains(sign):
      // The name of the zone repeated: "GMT+0100 (Central European Standard Time)".
      if sign == "(", offset != nil {
        while let next = reader.peek(), next != .sign(")") {
          guard next.number == nil else { return false }
          reader.advance()
        }
      }
      reader.advance()
      return true
    case .sign("-")? where clock == nil, .sign("/")? where month != nil || day != nil:
      reader.advance()
      return true
    case .sign("+")?, .sign("-")?: return takeZone(&reader)
    case .word(let word)?: return take(word, &reader)
    case .number?: return takeNumber(&reader)
    default: return false
    }
  }

  private static let separators: Set<Character> = [
    ",", ".", "·", "•", "(", ")", "（", "）", "|", "–", "—", "@", "،",
  ]

  private mutating func takeZone(_ reader: inout TokenReader) -> Bool {
    guard clock != nil, offset == nil, let zone = reader.takeZone() else { return false }
    offset = zone
    return true
  }

  private mutating func take(_ word: String, _ reader: inout TokenReader) -> Bool {
    if let number = DateWords.months[word] {
      guard month == nil || mayBeWeekday else { return false }
      // "mar" is a month in some languages and Tuesday in Romance ones.
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

  /// Takes a time in which a full stop may separate hours and minutes, as after "kl."; takes nothing if there
  /// is none.
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
    if case .word(let unit)? = reader.peek(1), let taken = take(value, unit: unit, &reader) { return taken }
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
    if day == nil, month == nil, year == nil, let numeric = Self.numeric(reader) {
      reader.advance(numeric.length)
      if digits == 4 {
        (year, month, day) = (value, numeric.second, numeric.third)
        return numeric.thirdDigits <= 2
      }
      return takeNumeric(
        value, numeric.second, numeric.third, yearDigits: numeric.thirdDigits, sign: numeric.sign)
    }
    reader.advance()
    if digits == 4 {
      guard year == nil, value >= 1000 else { return false }
      year = value
      return true
    }
    if digits <= 2, clock == nil, (1...12).contains(value), let (half, length) = Self.half(reader) {
      reader.advance(length)
      clock = (value % 12 + (half == "p" ? 12 : 0), 0, nil)
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

  /// "am" or "p.m." at a token, and how many tokens it takes.
  private static func half(_ reader: TokenReader) -> (half: String, length: Int)? {
    let blank = reader.peek() == .space ? 1 : 0
    guard case .word(let word)? = reader.peek(blank) else { return nil }
    if word == "am" || word == "pm" { return (String(word.prefix(1)), blank + 1) }
    guard word == "a" || word == "p", reader.peekSign(blank + 1) == ".", reader.peek(blank + 2) == .word("m")
    else { return nil }
    return (word, blank + (reader.peekSign(blank + 3) == "." ? 4 : 3))
  }

  /// Takes a number with its unit: "10h32", "2023年3月6日"; nil if the word is not a unit.
  private mutating func take(_ value: Int, unit: String, _ reader: inout TokenReader) -> Bool? {
    switch unit {
    case "年", "년": year = year ?? value
    case "月", "월": month = month ?? value
    case "日", "일": day = day ?? value
    case "h" where clock == nil && value < 24, "時" where clock == nil && value < 24:
      reader.advance(2)
      while reader.peek() == .space { reader.advance() }
      guard case .number(let minute, 2)? = reader.peek(), minute < 60 else {
        clock = (value, 0, nil)
        return true
      }
      clock = (value, minute, nil)
      reader.advance(unit == "時" ? 2 : 1)
      return true
    default: return nil
    }
    reader.advance(2)
    return true
  }

  /// Two more numbers after one, with equal separators: "/03/2016", also with spaces after full stops.
  private static func numeric(_ reader: TokenReader)
    -> (second: Int, third: Int, thirdDigits: Int, sign: Character, length: Int)?
  {
    guard let sign = reader.peekSign(1), ".-/".contains(sign) else { return nil }
    var place = 2
    if sign == ".", reader.peek(place) == .space { place += 1 }
    guard case .number(let second, let digits)? = reader.peek(place), digits <= 2,
      reader.peekSign(place + 1) == sign
    else { return nil }
    place += 2
    if sign == ".", reader.peek(place) == .space { place += 1 }
    guard case .number(let third, let thirdDigits)? = reader.peek(place) else { return nil }
    return (second, third, thirdDigits, sign, place + 1)
  }

  /// Takes three numbers: with full stops, day first, since everybody writes so; else only if the numbers
  /// tell.
  private mutating func takeNumeric(_ one: Int, _ two: Int, _ three: Int, yearDigits: Int, sign: Character)
    -> Bool
  {
    guard yearDigits == 4 || yearDigits == 2 else { return false }
    year = yearDigits == 2 ? Self.full(three) : three
    if sign == "." || one > 12 {
      (day, month) = (one, two)
    } else if two > 12 || one == two {
      (month, day) = (one, two)
    } else if let order {
      (day, month) = order == .dayFirst ? (one, two) : (two, one)
    } else {
      return false
    }
    return true
  }

  /// Two-digit years by RFC 5322, section 4.3.
  private static func full(_ year: Int) -> Int {
    year < 50 ? 2000 + year : 1900 + year
  }

  /// Whether daylight saving applies: from the second Sunday of March to the first of November (Energy Policy
  /// Act of 2005).
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
