internal import Stories
internal import Words

/// Reads ISO 8601 in its extended and basic forms, with the liberties of YAML, TOML, SQL and site generators.
enum ISODate {
  /// The moment; nil if the text is not of this kind.
  static func read(_ tokens: ArraySlice<DateToken>) -> Timestamp? {
    var reader = TokenReader(tokens)
    guard let (year, month, day) = date(&reader) else { return nil }
    guard !reader.isAtEnd else {
      return Timestamp(
        year: year, month: month ?? 1, day: day ?? 1,
        precision: day != nil ? .day : month != nil ? .month : .year)
    }
    guard let month, let day, reader.takeTimeSeparator() else { return nil }
    guard let clock = reader.takeClock() else { return nil }
    let offset = reader.takeZone()
    guard reader.isAtEnd else { return nil }
    return moment(year: year, month: month, day: day, clock: clock, offset: offset)
  }

  /// A moment of a day; 24:00 is the beginning of the next (ISO 8601, section 5.3.2).
  ///
  /// - Parameter offset: nil where no zone is written.
  static func moment(
    year: Int, month: Int, day: Int, clock: (hour: Int, minute: Int, second: Int?), offset: Int?
  ) -> Timestamp? {
    let isMidnight = clock.hour == 24 && clock.minute == 0 && (clock.second ?? 0) == 0
    var moment = Timestamp(
      year: year, month: month, day: day, hour: isMidnight ? 0 : clock.hour, minute: clock.minute,
      second: clock.second ?? 0, offset: offset ?? 0, precision: clock.second == nil ? .minute : .second)
    if isMidnight { moment?.seconds += 86_400 }
    if offset == nil { moment?.zone = .missing }
    return moment
  }

  private static func date(_ reader: inout TokenReader) -> (Int, Int?, Int?)? {
    guard let (value, digits) = reader.takeNumber() else { return nil }
    if digits == 8 { return (value / 10_000, value / 100 % 100, value % 100) }
    guard digits == 4, value >= 1000 else { return nil }
    guard let sign = reader.peekSign(), "-/.".contains(sign) else { return (value, nil, nil) }
    reader.advance()
    guard let (month, monthDigits) = reader.takeNumber() else { return nil }
    if monthDigits == 3, sign == "-" { return ordinal(value, day: month) }
    guard monthDigits <= 2 else { return nil }
    guard reader.peekSign() == sign else { return (value, month, nil) }
    reader.advance()
    guard let (day, dayDigits) = reader.takeNumber(), dayDigits <= 2 else { return nil }
    return (value, month, day)
  }

  /// A day of the year by its number, from 1 (ISO 8601, section 5.2.2).
  private static func ordinal(_ year: Int, day: Int) -> (Int, Int?, Int?)? {
    let isLeapYear = Day.count(year: year, month: 2) == 29
    guard (1...(isLeapYear ? 366 : 365)).contains(day) else { return nil }
    let civil = Day(number: Day(year: year, month: 1, day: 1).number + day - 1).civil
    return (civil.year, civil.month, civil.day)
  }
}

/// Reads dates token by token.
struct TokenReader {
  private let tokens: ArraySlice<DateToken>
  private(set) var index: Int

  init(_ tokens: ArraySlice<DateToken>) {
    self.tokens = tokens
    index = tokens.startIndex
  }

  var isAtEnd: Bool { index >= tokens.endIndex }

  func peek(_ ahead: Int = 0) -> DateToken? {
    index + ahead < tokens.endIndex ? tokens[index + ahead] : nil
  }

  func peekSign(_ ahead: Int = 0) -> Character? {
    if case .sign(let sign)? = peek(ahead) { sign } else { nil }
  }

  mutating func advance(_ count: Int = 1) {
    index += count
  }

  mutating func skipSpace() {
    while peek() == .space { index += 1 }
  }

  mutating func takeNumber() -> (value: Int, digits: Int)? {
    guard case .number(let value, let digits)? = peek() else { return nil }
    index += 1
    return (value, digits)
  }

  /// Takes what separates date and time: "T", spaces, or a comma.
  mutating func takeTimeSeparator() -> Bool {
    if peek() == .word("t") {
      index += 1
      return true
    }
    let start = index
    while peek() == .space || peekSign() == "," { index += 1 }
    return index > start
  }

  /// Takes `09:12`, `09:12:30`, `09:12:30.25`, `0912` or `091230`, perhaps with am or pm.
  mutating func takeClock(separator: Character = ":") -> (hour: Int, minute: Int, second: Int?)? {
    guard let (first, digits) = takeNumber() else { return nil }
    var clock: (hour: Int, minute: Int, second: Int?)
    if digits == 6 {
      clock = (first / 10_000, first / 100 % 100, first % 100)
    } else if digits == 4 {
      clock = (first / 100, first % 100, nil)
    } else if digits <= 2, peekSign() == separator, case .number(let minute, 2)? = peek(1) {
      advance(2)
      clock = (first, minute, nil)
      if peekSign() == separator, case .number(let second, 2)? = peek(1) {
        advance(2)
        clock.second = second
      }
    } else {
      return nil
    }
    if clock.second != nil, peekSign() == "." || peekSign() == ",", peek(1)?.number != nil { advance(2) }
    return takeHalfOfDay(clock)
  }

  /// Takes "am" or "pm" (also "a.m.") after an hour, and returns the hour of the day.
  private mutating func takeHalfOfDay(_ clock: (hour: Int, minute: Int, second: Int?)) -> (Int, Int, Int?)? {
    let start = index
    skipSpace()
    var letters = ""
    if case .word(let word)? = peek() {
      if word == "am" || word == "pm" {
        letters = word
        advance()
      } else if word == "a" || word == "p", peekSign(1) == ".", peek(2) == .word("m") {
        letters = word + "m"
        advance(peekSign(3) == "." ? 4 : 3)
      }
    }
    guard !letters.isEmpty else {
      index = start
      return clock
    }
    guard (1...12).contains(clock.hour) else { return nil }
    return (clock.hour % 12 + (letters == "pm" ? 12 : 0), clock.minute, clock.second)
  }

  /// Takes a zone, in seconds east of UTC: `Z`, `+02:00`, `+0200`, `+02`, `CEST`, `GMT+2`; nil if there is
  /// none.
  mutating func takeZone() -> Int? {
    let start = index
    skipSpace()
    if case .word(let name)? = peek(), let offset = DateWords.zones[name] {
      advance()
      return takeOffset().map { offset + $0 } ?? offset
    }
    if let offset = takeOffset() {
      // A name in brackets may repeat it: "+0200 (CEST)".
      let end = index
      skipSpace()
      if peekSign() == "(", case .word? = peek(1), peekSign(2) == ")" { advance(3) } else { index = end }
      return offset
    }
    index = start
    return nil
  }

  private mutating func takeOffset() -> Int? {
    guard let sign = peekSign(), sign == "+" || sign == "-", case .number(let value, let digits)? = peek(1)
    else { return nil }
    var (hours, minutes) = digits > 2 ? (value / 100, value % 100) : (value, 0)
    advance(2)
    if digits <= 2, peekSign() == ":", case .number(let more, 2)? = peek(1) {
      minutes = more
      advance(2)
    }
    guard hours <= 18, minutes < 60 else { hours = 19; return hours * 3600 }
    return (hours * 3600 + minutes * 60) * (sign == "-" ? -1 : 1)
  }
}
