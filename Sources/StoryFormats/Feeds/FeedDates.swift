internal import Stories

/// Dates in feeds: whatever `DateReading` reads, and the habits of some programs and countries.
enum FeedDates {
  /// The moment that a text names.
  static func read(_ text: String) -> Timestamp? {
    guard text.utf8.count <= DateReading.maximumLength else { return nil }
    // Readers of prose would ignore these zones.
    let zoned = withPlainZone(text)
    if zoned != text, let moment = DateReading.read(zoned) { return moment }
    let isKorean = text.unicodeScalars.contains { (0xAC00...0xD7A3).contains($0.value) }
    if isKorean, let moment = DateReading.read(translated(text)) { return moment }
    return DateReading.read(text) ?? written(text)
  }

  private static func written(_ text: String) -> Timestamp? {
    DateReading.read(translated(text)) ?? FeedISODate.read(text.trimmedASCII)
  }

  /// Replaces a zone by its offset: a named area ("Etc/GMT") or a single letter (RFC 822, section 5).
  private static func withPlainZone(_ text: String) -> String {
    var words = text.utf8.split(separator: 0x20).map { Substring($0) }
    guard words.count > 3, let zone = words.popLast() else { return text }
    let isArea = zone.hasPrefix("Etc/")
    guard isArea || zone.utf8.count == 1 else { return text }
    let date = words.joined(separator: " ")
    if isArea { return "\(date) \(zone.dropFirst(4))" }
    guard let letter = zone.uppercased().utf8.first, letter != UInt8(ascii: "J"),
      (UInt8(ascii: "A")...UInt8(ascii: "Y")).contains(letter)
    else { return text }
    // A to I and K to M are 1 to 12 hours, N to Y the same westward; signs as corrected by RFC 1123 (section
    // 5.2.14).
    let place = Int(letter) - 0x40
    let hours = place <= 9 ? place : place <= 13 ? place - 1 : 13 - place
    return "\(date) \(hours < 0 ? "-" : "+")\(abs(hours) < 10 ? "0" : "")\(abs(hours)):00"
  }

  /// Translates months, days and halves of the day of Greek, Hungarian and Korean feeds into English or
  /// numbers.
  private static func translated(_ text: String) -> String {
    var words = ""
    var letters = ""
    var isAfternoon = false
    var isKorean = false
    for character in text + " " {
      if character.isLetter {
        letters.append(character)
        continue
      }
      isAfternoon = isAfternoon || letters == "오후"
      isKorean = isKorean || korean[letters] != nil
      words += korean[letters] ?? months[letters.lowercased()] ?? letters
      letters = ""
      words.append(character)
    }
    let date = MarkupTree.collapsed(words).replacing("- ", with: "-").replacing(" T", with: "T")
      .replacing("T ", with: "T")
    // Korean programs write local time without saying so.
    return date + (isAfternoon ? " pm" : "") + (isKorean ? " +09:00" : "")
  }

  private static let korean = ["년": "-", "월": "-", "일": "", "오전": "", "오후": ""]

  /// Greek months and days for RFC 5322, Hungarian months for ISO 8601.
  private static let months: [String: String] = {
    let lines = [
      "jan ιαν ιανουαρίου", "feb φεβ φεβρουαρίου", "mar μάρ μαρ μάώ μαώ μαρτίου", "apr απρ απριλίου",
      "may μάι μαϊ μαι μαΐου μαίου", "jun ιούν ιον ιουν ιουνίου", "jul ιούλ ιολ ιουλ ιουλίου",
      "aug αύγ αυγ αυγούστου", "sep σεπ σεπτεμβρίου", "oct οκτ οκτωβρίου", "nov νοέ νοε νοεμβρίου",
      "dec δεκ δεκεμβρίου", "sun κυρ", "mon δευ", "tue τρι", "wed τετ", "thu πεμ", "fri παρ", "sat σαβ",
      "01 január", "02 február", "03 március", "04 április", "05 május", "06 június", "07 július",
      "08 augusztus", "09 szeptember", "10 október",
    ]
    var words: [String: String] = [:]
    for line in lines {
      let names = line.split(separator: " ").map(String.init)
      for name in names.dropFirst() { words[name] = names[0] }
    }
    return words
  }()
}

/// Forms of ISO 8601 that only old feeds use: two-digit years, days of the year, weeks, times without
/// minutes.
enum FeedISODate {
  static func read(_ text: String) -> Timestamp? {
    let parts = text.split(separator: "T", maxSplits: 1)
    guard let first = parts.first, let date = date(String(first)) else { return nil }
    let (year, month, day) = date
    guard parts.count == 2, let day, let month else {
      guard parts.count == 1 else { return nil }
      return Timestamp(
        year: year, month: month ?? 1, day: day ?? 1,
        precision: day != nil ? .day : month != nil ? .month : .year)
    }
    // "09" alone is an hour; the zone is written as in any date.
    var time = String(parts[1])
    let digits = time.prefix { $0.isNumber }
    if digits.count == 2, time.dropFirst(2).first != ":" { time = digits + ":00" + time.dropFirst(2) }
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    if time.dropFirst().first == ":" { time = "0" + time }
    return DateReading.read("\(year)-\(two(month))-\(two(day))T\(time)")
  }

  private static func date(_ text: String) -> (Int, Int?, Int?)? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count <= 3, parts.allSatisfy({ $0.utf8.count <= 8 && $0.allSatisfy { $0.isASCII } }) else {
      return nil
    }
    let isNumeric = parts.allSatisfy { !$0.isEmpty && $0.allSatisfy(\.isNumber) }
    if !isNumeric { return week(parts) }
    let numbers = parts.compactMap { Int($0) }
    switch parts.map(\.utf8.count) {
    case [2, 2, 2]: return (century(numbers[0]), numbers[1], numbers[2])
    case [2, 2]: return (century(numbers[0]), numbers[1], nil)
    case [6]: return (century(numbers[0] / 10_000), numbers[0] / 100 % 100, numbers[0] % 100)
    case [5]: return day(numbers[0] % 1_000, of: century(numbers[0] / 1_000))
    case [7]: return day(numbers[0] % 1_000, of: numbers[0] / 1_000)
    case [2, 3]: return day(numbers[1], of: century(numbers[0]))
    case [4, 3]: return day(numbers[1], of: numbers[0])
    case [4, 1, 1], [4, 1, 2], [4, 2, 1], [4, 2, 2]: return (numbers[0], numbers[1], numbers[2])
    default: return nil
    }
  }

  /// `2003-W01-2` and `2003W012` (ISO 8601, section 5.2.3): week 1 contains the year's first Thursday.
  private static func week(_ parts: [Substring]) -> (Int, Int?, Int?)? {
    let text = Array(parts.joined().utf8)
    guard text.count == 7 || text.count == 8, text[4] == UInt8(ascii: "W") else { return nil }
    let digits = (text[..<4] + text[5...]).map { Int($0) - 0x30 }
    guard digits.allSatisfy({ (0...9).contains($0) }) else { return nil }
    let year = digits[..<4].reduce(0) { $0 * 10 + $1 }
    let (week, weekday) = (digits[4] * 10 + digits[5], digits.count == 7 ? digits[6] : 1)
    guard year >= 1583, (1...53).contains(week), (1...7).contains(weekday) else { return nil }
    let fourth = Day(year: year, month: 1, day: 4)
    let monday = fourth.number - fourth.weekday
    let civil = Day(number: monday + (week - 1) * 7 + weekday - 1).civil
    return (civil.year, civil.month, civil.day)
  }

  private static func day(_ number: Int, of year: Int) -> (Int, Int?, Int?)? {
    let length = Day.count(year: year, month: 2) == 29 ? 366 : 365
    guard year >= 1583, (1...length).contains(number) else { return nil }
    let civil = Day(number: Day(year: year, month: 1, day: 1).number + number - 1).civil
    return (civil.year, civil.month, civil.day)
  }

  /// A two-digit year with its century, as in mail (RFC 5322, section 4.3).
  private static func century(_ year: Int) -> Int { year < 50 ? 2000 + year : 1900 + year }
}
