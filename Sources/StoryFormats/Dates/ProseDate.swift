internal import Stories

/// Dates in words: RFC 822, `asctime`, and as English, Danish, Swedish, Norwegian and German write them.
///
/// Every word has to be understood; one that is not makes the text no date.
struct ProseDate {
  private enum Token: Equatable {
    case number(Int, digits: Int)
    case word(String)
    case mark(Character)
  }

  private var tokens: [Token]
  private var at = 0
  private var year: Int?
  private var month: Int?
  private var day: Int?
  private var clock: (hour: Int, minute: Int, second: Int?)?
  private var offset: Int?
  private var isClockNext = false
  private let order: NumericOrder

  /// Reads the whole text.
  static func read(_ text: String, order: NumericOrder) -> Timestamp? {
    guard let tokens = tokens(text), tokens.count < 40 else { return nil }
    var reader = ProseDate(tokens: tokens, order: order)
    while reader.at < tokens.count {
      guard reader.step() else { return nil }
    }
    return reader.moment
  }

  private init(tokens: [Token], order: NumericOrder) {
    self.tokens = tokens
    self.order = order
  }

  private var moment: Timestamp? {
    guard let year, let month else { return nil }
    guard let day else {
      return clock == nil && offset == nil ? Timestamp(year: year, month: month, precision: .month) : nil
    }
    guard let clock else {
      return offset == nil ? Timestamp(year: year, month: month, day: day, precision: .day) : nil
    }
    return Timestamp(
      year: year, month: month, day: day, hour: clock.hour, minute: clock.minute, second: clock.second ?? 0,
      offset: offset ?? 0, precision: clock.second == nil ? .minute : .second)
  }

  private static func tokens(_ text: String) -> [Token]? {
    var tokens: [Token] = []
    var word = ""
    var digits = ""
    func close() {
      if !word.isEmpty { tokens.append(.word(word)) }
      if !digits.isEmpty { tokens.append(.number(Int(digits) ?? -1, digits: digits.count)) }
      (word, digits) = ("", "")
    }
    for character in text.lowercased() {
      if character.isASCII, character.isNumber {
        if !word.isEmpty { close() }
        digits.append(character)
      } else if character.isLetter {
        if !digits.isEmpty { close() }
        word.append(character)
      } else {
        close()
        if character == " " || character == "\u{A0}" { tokens.append(.mark(" ")); continue }
        guard ".,:/-+()·|–−".contains(character) else { return nil }
        tokens.append(.mark(character))
      }
      if digits.count > 4 || word.count > 16 { return nil }
    }
    close()
    return tokens
  }

  private func token(_ ahead: Int) -> Token? { at + ahead < tokens.count ? tokens[at + ahead] : nil }

  private func number(_ ahead: Int) -> (value: Int, digits: Int)? {
    guard case .number(let value, let digits)? = token(ahead) else { return nil }
    return (value, digits)
  }

  private mutating func step() -> Bool {
    switch tokens[at] {
    case .mark(let mark): return stepMark(mark)
    case .word(let word): return stepWord(word)
    case .number(let value, let digits): return stepNumber(value, digits)
    }
  }

  private mutating func stepMark(_ mark: Character) -> Bool {
    if mark == "+" || mark == "-" || mark == "−", clock != nil, offset == nil, let first = number(1) {
      var text = "\(mark)\(first.value.padded(first.digits))"
      var used = 2
      if token(2) == .mark(":"), let minutes = number(3) {
        text += minutes.value.padded(minutes.digits)
        used = 4
      }
      offset = TimeZoneName.offset(text)
      at += used
      return offset != nil
    }
    at += 1
    return mark != ":" && mark != "/" && mark != "+"
  }

  private mutating func stepWord(_ word: String) -> Bool {
    at += 1
    if let found = DateWords.month(word) {
      guard month == nil else { return false }
      month = found
      return true
    }
    if let clock, word == "am" || word == "pm" || ((word == "a" || word == "p") && token(1) == .word("m")) {
      if word.count == 1 { at += 2 }
      guard (1...12).contains(clock.hour) else { return false }
      self.clock?.hour = clock.hour % 12 + (word.hasPrefix("p") ? 12 : 0)
      return true
    }
    if DateWords.clock.contains(word) { isClockNext = true; return true }
    if DateWords.fillers.contains(word) || DateWords.weekdays.contains(word) { return true }
    if clock != nil, offset == nil || word == "uhr", let zone = TimeZoneName.offset(word) {
      offset = zone
      // "GMT+1" names its offset in the next step.
      if token(0) == .mark("+") || token(0) == .mark("-") { offset = nil }
      return true
    }
    // "29th", and the "t" of an ISO moment that had something else wrong with it.
    return ["st", "nd", "rd", "th"].contains(word) && day != nil
  }

  private mutating func stepNumber(_ value: Int, _ digits: Int) -> Bool {
    if token(1) == .mark(":"), digits <= 2, clock == nil { return stepClock(separator: ":") }
    if digits <= 2, month == nil, year == nil, case .mark(let mark)? = token(1), "./-".contains(mark),
      let second = number(2), second.digits <= 2, token(3) == .mark(mark), let last = number(4)
    {
      at += 5
      guard last.digits == 4 else { return false }
      return take(value, second.value, year: last.value, mark: mark)
    }
    let isDate = day != nil && month != nil
    if digits <= 2, clock == nil, isClockNext || isDate, token(1) == .mark("."), let minute = number(2),
      minute.digits == 2
    {
      return stepClock(separator: ".")
    }
    at += 1
    if digits == 4, year == nil { year = value; return true }
    if digits <= 2, isClockNext || (isDate && year != nil), clock == nil, isHourAlone {
      clock = (value, 0, nil)
      isClockNext = false
      return true
    }
    if digits <= 2, day == nil { day = value; return true }
    // RFC 2822, section 4.3: two digits are 2000 to 2049 and 1950 to 1999.
    if digits == 2, year == nil, isDate { year = value + (value < 50 ? 2000 : 1900); return true }
    return false
  }

  /// Whether a number that stands alone is an hour: "kl. 9", "9 pm", "9 Uhr".
  private var isHourAlone: Bool {
    if isClockNext { return true }
    let next = token(0) == .mark(" ") ? token(1) : token(0)
    return [.word("am"), .word("pm"), .word("uhr"), .word("a"), .word("p")].contains(next)
  }

  private mutating func stepClock(separator: Character) -> Bool {
    guard let hour = number(0), let minute = number(2), hour.digits <= 2, minute.digits == 2 else {
      return false
    }
    var second: Int?
    at += 3
    if token(0) == .mark(separator), let last = number(1), last.digits == 2 {
      second = last.value
      at += 2
    }
    clock = (hour.value, minute.value, second)
    isClockNext = false
    return true
  }

  private mutating func take(_ first: Int, _ second: Int, year: Int, mark: Character) -> Bool {
    self.year = year
    let dayFirst: Bool
    if mark == "." || first == second || first > 12 {
      dayFirst = true
    } else if second > 12 {
      dayFirst = false
    } else {
      guard order != .unknown else { return false }
      dayFirst = order == .dayFirst
    }
    (day, month) = dayFirst ? (first, second) : (second, first)
    return true
  }
}
