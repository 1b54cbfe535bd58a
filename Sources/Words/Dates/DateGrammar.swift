internal import Stories

/// Reads the dates that people type.
struct DateGrammar {
  let now: Timestamp

  /// The longest text that is read as a date, in bytes.
  private static let longest = 80

  /// A period, a range (`a..b`, `a..`, `..b`), or times later (`<7d`) or earlier (`>1y`) than one.
  func period(_ text: String) -> DatePeriod? {
    guard text.utf8.count <= Self.longest else { return nil }
    let text = text.lowercased()
    if let dots = text.firstRange(of: "..") {
      return range(String(text[..<dots.lowerBound]), String(text[dots.upperBound...]))
    }
    let words = text.split { $0 == " " || $0 == "\t" || $0 == "," || $0 == "\u{A0}" }.map(String.init)
    guard let first = words.first else { return nil }
    guard let sign = first.first, sign == "<" || sign == ">" else { return single(words) }
    let isInclusive = first.dropFirst().first == "="
    let rest = [String(first.dropFirst(isInclusive ? 2 : 1))] + words.dropFirst()
    return compared(rest.filter { !$0.isEmpty }, isLess: sign == "<", isInclusive: isInclusive)
  }

  private func range(_ first: String, _ last: String) -> DatePeriod? {
    func side(_ text: String) -> (period: DatePeriod?, isThere: Bool) {
      let words = text.split { $0 == " " || $0 == "," }.map(String.init)
      return (words.isEmpty ? nil : single(words), !words.isEmpty)
    }
    let (one, other) = (side(first), side(last))
    guard (one.period != nil) == one.isThere, (other.period != nil) == other.isThere else { return nil }
    switch (one.period, other.period) {
    case (let one?, let other?):
      // The order in which they were typed does not matter.
      let (early, late) = one.from ?? 0 <= other.from ?? 0 ? (one, other) : (other, one)
      return made(early.from, late.until, .range(early.name, late.name))
    case (let one?, nil): return made(one.from, nil, .since(one.name))
    case (nil, let other?): return made(nil, other.until, .until(other.name))
    case (nil, nil): return nil
    }
  }

  private func compared(_ words: [String], isLess: Bool, isInclusive: Bool) -> DatePeriod? {
    guard let period = single(words) else { return nil }
    if let moment = period.since?.seconds {
      return isLess ? made(moment, nil, .since(period.name)) : made(nil, moment, .until(period.name))
    }
    return isLess
      ? made(
        nil, isInclusive ? period.until : period.from,
        isInclusive ? .until(period.name) : .before(period.name))
      : made(
        isInclusive ? period.from : period.until, nil, isInclusive ? .since(period.name) : .after(period.name)
      )
  }

  /// A period without signs.
  private func single(_ words: [String]) -> DatePeriod? {
    named(words) ?? length(words) ?? moment(words) ?? calendar(words) ?? monthByName(words)
  }

  // MARK: Names of days

  private func named(_ words: [String]) -> DatePeriod? {
    let today = now.day.number
    switch words.count {
    case 1:
      switch words[0] {
      case "today": return days(today, 1)
      case "yesterday": return days(today - 1, 1)
      case "tomorrow": return days(today + 1, 1)
      default: return weekday(words[0]).flatMap { days(today - (now.day.weekday - $0 + 7) % 7, 1) }
      }
    case 2:
      guard let step = ["last": -1, "past": -1, "this": 0, "next": 1][words[0]] else { return nil }
      let (year, month, _) = now.day.civil
      switch words[1] {
      case "day": return days(today + step, 1)
      case "week": return days(today - now.day.weekday + 7 * step, 7, .week(words[0]))
      case "month": return months(year * 12 + month - 1 + step, 1)
      case "year": return months((year + step) * 12, 12)
      default:
        guard let day = weekday(words[1]) else { return nil }
        let back = (now.day.weekday - day + 7) % 7
        return switch step {
        case -1: days(today - (back == 0 ? 7 : back), 1)
        case 1: days(today + 7 - back, 1)
        default: days(today - now.day.weekday + day, 1)
        }
      }
    default: return nil
    }
  }

  private func weekday(_ word: String) -> Int? {
    CalendarNames.englishDays.firstIndex { name in
      word == name || word.count >= 3 && word.count <= 5 && name.hasPrefix(word)
    }
  }

  // MARK: Lengths of time

  /// `7d`, `2 weeks`, `2w ago`, `last 3 months`; months and years go by the calendar.
  private func length(_ words: [String]) -> DatePeriod? {
    var words = words[...]
    let isAgo = words.last == "ago"
    if isAgo { words.removeLast() }
    if !isAgo, words.count > 1, words.first == "last" || words.first == "past" { words.removeFirst() }
    guard var number = words.first, words.count <= 2 else { return nil }
    if number.first == "-" { number.removeFirst() }
    let digits = number.prefix { $0.isASCII && $0.isNumber }
    let unit = words.count == 2 ? words.last ?? "" : String(number.dropFirst(digits.count))
    guard words.count == 1 || digits.count == number.count, let count = Self.number(digits, 1...5) else {
      return nil
    }
    let today = now.day
    let day: Day
    switch unit {
    case "h", "hour", "hours":
      let moment = now.seconds - Int64(count) * 3_600
      return DatePeriod(
        from: moment, until: moment + 3_600, name: .hoursAgo(count), since: isAgo ? nil : moment, now: now)
    case "d", "day", "days": day = Day(number: today.number - count)
    case "w", "week", "weeks": day = Day(number: today.number - 7 * count)
    case "m", "mo", "month", "months", "y", "year", "years":
      let (year, month, number) = today.civil
      let months = year * 12 + month - 1 - (unit.first == "m" ? count : 12 * count)
      guard months >= 12 else { return nil }
      // Three months before 31 May is the last day of February.
      let (thatYear, thatMonth) = (months / 12, months % 12 + 1)
      let last = Day.count(year: thatYear, month: thatMonth)
      day = Day(year: thatYear, month: thatMonth, day: min(number, last))
    default: return nil
    }
    guard day.civil.year > 0 else { return nil }
    let since = now.seconds - Int64(today.number - day.number) * 86_400
    return days(day.number, 1, since: isAgo ? nil : since)
  }

  // MARK: The calendar

  /// "2016", "2016-03", "2016/3/29", "20160329", "29.3.2016".
  private func calendar(_ words: [String]) -> DatePeriod? {
    guard words.count == 1, let word = words.first else { return nil }
    var parts = word.split(omittingEmptySubsequences: false) { "-/.".contains($0) }
    if parts.count == 1, word.utf8.count == 8 {
      parts = [word.prefix(4), word.dropFirst(4).prefix(2), word.dropFirst(6)]
    } else if parts.count == 3, parts[2].utf8.count == 4, !word.contains("/"), !word.contains("-") {
      parts.reverse()
    }
    guard (1...3).contains(parts.count), let year = Self.number(parts[0], 4...4), year > 0 else { return nil }
    guard parts.count > 1 else { return months(year * 12, 12) }
    guard let month = Self.number(parts[1], 1...2), (1...12).contains(month) else { return nil }
    guard parts.count > 2 else { return months(year * 12 + month - 1, 1) }
    guard let day = Self.number(parts[2], 1...2) else { return nil }
    return self.day(year, month, day)
  }

  /// A minute or second in ISO 8601: "2016-03-29T09:12", "2016-03-29 09:12:30+02:00".
  private func moment(_ words: [String]) -> DatePeriod? {
    let text = words.joined(separator: "t")
    guard words.count <= 2, let mark = text.firstIndex(of: "t") else { return nil }
    let date = text[..<mark].split(separator: "-", omittingEmptySubsequences: false)
    var clock = text[text.index(after: mark)...]
    var offset: Int?
    if clock.last == "z" {
      (offset, clock) = (0, clock.dropLast())
    } else if let sign = clock.lastIndex(where: { $0 == "+" || $0 == "-" }) {
      let zone = clock[clock.index(after: sign)...].filter { $0 != ":" }
      guard let value = Self.number(zone[...], 4...4) else { return nil }
      offset = (value / 100 * 60 + value % 100) * (clock[sign] == "-" ? -60 : 60)
      clock = clock[..<sign]
    }
    let time = clock.split(separator: ":", omittingEmptySubsequences: false).map {
      Self.number($0.prefix { $0 != "." }, 2...2)
    }
    guard date.count == 3, (2...3).contains(time.count), let year = Self.number(date[0], 4...4),
      let month = Self.number(date[1], 1...2), let day = Self.number(date[2], 1...2), let hour = time[0],
      let minute = time[1], let second = time.count > 2 ? time[2] : 0,
      let start = Timestamp(
        year: year, month: month, day: day, hour: hour, minute: minute, second: second, offset: offset ?? 0)
    else { return nil }
    let name = DatePeriod.Name.moment(Day(year: year, month: month, day: day), clock: String(clock))
    let first = offset == nil ? here(start.seconds) : start.seconds
    return made(first, first + (time.count > 2 ? 1 : 60), name)
  }

  /// "march", "march 2016", "29 march 2016", "march 29, 2016"; without a year, the latest that has begun.
  private func monthByName(_ words: [String]) -> DatePeriod? {
    let months = words.map { DateWords.months[Self.plain($0)] }
    // "ago" is August in Spanish.
    guard let place = months.firstIndex(where: { $0 != nil }), place < 2, let month = months[place],
      !words.contains("ago")
    else { return nil }
    var rest = words
    rest.remove(at: place)
    var day: Int?
    if let number = rest.first.flatMap({ Self.number(Self.ordinal($0), 1...2) }) {
      day = number
      rest.removeFirst()
    } else if place > 0 {
      return nil
    }
    let said = rest.first.flatMap { Self.number($0[...], 4...4) }
    guard rest.count == (said == nil ? 0 : 1), said != 0 else { return nil }
    let (year, thisMonth, today) = now.day.civil
    let isAhead = (month, day ?? 1) > (thisMonth, today)
    let meant = said ?? (isAhead ? year - 1 : year)
    guard let day else { return self.months(meant * 12 + month - 1, 1) }
    return self.day(meant, month, day)
  }

  /// "sept" for "Sept.".
  private static func plain(_ word: String) -> String { word.hasSuffix(".") ? String(word.dropLast()) : word }

  /// "3" for "3rd" and "3.".
  private static func ordinal(_ word: String) -> Substring {
    for ending in ["st", "nd", "rd", "th", "."] where word.hasSuffix(ending) {
      return word.dropLast(ending.count)
    }
    return word[...]
  }

  // MARK: Making periods

  private func day(_ year: Int, _ month: Int, _ day: Int) -> DatePeriod? {
    guard (1...Day.count(year: year, month: month)).contains(day) else { return nil }
    return days(Day(year: year, month: month, day: day).number, 1)
  }

  private func days(_ first: Int, _ count: Int, _ name: DatePeriod.Name? = nil, since: Int64? = nil)
    -> DatePeriod?
  {
    let day = Day(number: first)
    guard (1...9999).contains(day.civil.year) else { return nil }
    return DatePeriod(
      from: start(day), until: start(Day(number: first + count)), name: name ?? .day(day), since: since,
      now: now)
  }

  /// Months counted from the start of year 0.
  private func months(_ first: Int, _ count: Int) -> DatePeriod? {
    func day(_ months: Int) -> Day { Day(year: months / 12, month: months % 12 + 1, day: 1) }
    guard (12..<120_000).contains(first) else { return nil }
    let name: DatePeriod.Name =
      count == 12 ? .year(first / 12) : .month(year: first / 12, month: first % 12 + 1)
    return made(start(day(first)), start(day(first + count)), name)
  }

  private func made(_ from: Int64?, _ until: Int64?, _ name: DatePeriod.Name) -> DatePeriod {
    DatePeriod(from: from, until: until, name: name, now: now)
  }

  private func start(_ day: Day) -> Int64 { here(Int64(day.number) * 86_400) }

  /// The moment at which a clock here shows what a clock of UTC shows at `seconds`.
  private func here(_ seconds: Int64) -> Int64 {
    var moment = Timestamp(seconds: seconds)
    moment.zone = .missing
    return moment.assuming(zone: now.offset(at:)).seconds
  }

  private static func number(_ text: Substring, _ digits: ClosedRange<Int>) -> Int? {
    guard digits.contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    return Int(text)
  }
}
