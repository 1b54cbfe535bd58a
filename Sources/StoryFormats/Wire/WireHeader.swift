internal import Stories
internal import Words

/// The first line of a message: `eca0001 3 i 24  dpa 0001` (IPTC 7901, chapter 3).
struct WireHeader {
  /// Service and number, "eca0001".
  var number: String
  var priority: Int
  /// The category, one to four letters.
  var category: String
  /// The agency's addition, "dpa 0001".
  var remark: String

  /// Reads the line; nil for any other.
  init?(_ line: String) {
    let words = line.split(separator: " ", maxSplits: 12)
    guard words.count >= 3, Self.isNumber(words[0]), words[1].count == 1,
      let priority = words[1].first?.wholeNumberValue, (1...9).contains(priority),
      (1...4).contains(words[2].count), words[2].allSatisfy({ $0.isASCII && $0.isLetter })
    else { return nil }
    let isCounted =
      words.count > 3 && words[3].allSatisfy { $0.isASCII && $0.isNumber } && words[3].count <= 5
    number = String(words[0])
    self.priority = priority
    category = String(words[2])
    remark = words.dropFirst(isCounted ? 4 : 3).joined(separator: " ")
    // Without a word count, the number must have some length.
    guard isCounted || words[0].count >= 6 else { return nil }
  }

  /// Whether a word is a service's letters and a number: "eca0001", "bkn014", "AFP1234", "d8023".
  private static func isNumber(_ word: Substring) -> Bool {
    let letters = word.prefix { $0.isASCII && ($0.isLetter || $0 == "/" || $0 == "-") }
    let digits = word.dropFirst(letters.count)
    return (1...6).contains(letters.count) && (2...5).contains(digits.count)
      && digits.allSatisfy { $0.isASCII && $0.isNumber }
  }

  /// Whether a line is the first of ANPA 1312: one letter and a number of four digits, then anything.
  static func isANPA(_ line: String) -> Bool {
    let word = line.prefix(5)
    return word.count == 5 && word.first.map { $0.isASCII && $0.isLetter } == true
      && word.dropFirst().allSatisfy { $0.isASCII && $0.isNumber }
  }

  /// The agency: a name in brackets in the text, else the first name of the remark, else the service.
  func provider(in text: [String]) -> String {
    let beginning = text.lazy.map { $0 }.filter { !$0.isEmpty }.prefix(8).joined(separator: " ").prefix(1_000)
    let names: [Substring] = remark.split { " /".contains($0) }.compactMap { word in
      let name = word.prefix { $0 != "-" }
      return (2...8).contains(name.count) && name.allSatisfy(\.isLetter) ? name : nil
    }
    if let named = names.first(where: { beginning.contains("(\($0))") || beginning.contains("/\($0))") }) {
      return String(named)
    }
    return names.first.map(String.init) ?? String(number.prefix { !$0.isNumber })
  }
}

/// Day and time at the end of a message: `051000 okt 26`, `212322 GMT Nov 18`, `AP-WF-02-20-16 0337GMT`.
enum WireTime {
  /// The moment in the last lines, and its line.
  static func find(in lines: some BidirectionalCollection<String>) -> (date: Timestamp, line: String)? {
    for line in lines.reversed() where !line.isEmpty && line.utf8.count <= 100 {
      if let date = iptc(line) ?? anpa(line) { return (date, line) }
    }
    return nil
  }

  /// Day, hour and minute in one number, perhaps a zone, the month, the year.
  private static func iptc(_ line: String) -> Timestamp? {
    let words = line.split { $0 == " " || $0 == "\t" }.map { $0.filter { $0 != "," && $0 != "." } }
    for (index, word) in words.enumerated() {
      var digits = word[...]
      var zone = 0
      if let last = digits.last, last == "Z" || last == "z" { digits.removeLast() }
      guard digits.count == 6, let number = Int(digits) else { continue }
      var next = index + 1
      if next < words.count, let named = DateWords.zones[words[next].lowercased()] {
        zone = named
        next += 1
      }
      guard next + 1 < words.count, let month = DateWords.months[words[next].lowercased()],
        let year = year(words[next + 1])
      else { continue }
      return moment(year, month, number / 10_000, number / 100 % 100, number % 100, zone)
    }
    return nil
  }

  /// Month, day and year in one word, then hour and minute with the zone.
  private static func anpa(_ line: String) -> Timestamp? {
    let words = line.split(separator: " ")
    guard words.count >= 2, let last = words.last else { return nil }
    let parts = words[words.count - 2].split(separator: "-").suffix(3).map(String.init)
    let time = last.prefix { $0.isASCII && $0.isNumber }
    let zone = last.dropFirst(time.count).prefix { $0.isLetter }.lowercased()
    guard parts.count == 3, let month = Int(parts[0]), let day = Int(parts[1]), let year = year(parts[2]),
      time.count == 4, let clock = Int(time), let offset = DateWords.zones[zone]
    else { return nil }
    return moment(year, month, day, clock / 100, clock % 100, offset)
  }

  private static func year(_ word: String) -> Int? {
    guard let number = Int(word), word.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
    switch word.count {
    // The recommendation dates from 1979: smaller numbers belong to the next century.
    case 2: return number < 70 ? 2000 + number : 1900 + number
    case 4: return (1900...2200).contains(number) ? number : nil
    default: return nil
    }
  }

  private static func moment(_ year: Int, _ month: Int, _ day: Int, _ hour: Int, _ minute: Int, _ zone: Int)
    -> Timestamp?
  {
    Timestamp(
      year: year, month: month, day: day, hour: hour, minute: minute, offset: zone, precision: .minute)
  }
}
