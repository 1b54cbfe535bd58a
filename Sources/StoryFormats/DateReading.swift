public import Stories

/// Reads moments as stories write them: for machines (ISO 8601, RFC 822) and for people, in five languages.
///
/// What is not a date, or could be two, is nil: a story without a date is better than one with a wrong one.
public enum DateReading {
  /// The longest text that is looked at, in bytes.
  static let longest = 128

  /// Reads a whole text as a moment; without a zone it is taken as UTC.
  ///
  /// `language` is a BCP 47 tag: it decides dates like `03/04/2016`, which mean two days and are nil without it.
  public static func read(_ text: some StringProtocol, language: String? = nil) -> Timestamp? {
    guard text.utf8.count <= longest else { return nil }
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if let exact = ISODate.read(Array(words.utf8)) { return exact }
    return ProseDate.read(words, order: NumericOrder(language: language))
  }

  /// The date in a file's name: `2016-03-29-harbour.md`, `2017-2-5-zeroes.md`, `20160329 harbour.md`.
  public static func inFileName(_ name: some StringProtocol) -> Timestamp? {
    let bytes = Array(name.utf8.prefix(1024))
    var at = 0
    while at < bytes.count {
      guard bytes[at].isDateDigit else { at += 1; continue }
      let end = bytes[at...].firstIndex { !$0.isDateDigit } ?? bytes.count
      if end - at == 8, at == 0 || !bytes[at - 1].isDateLetter,
        let found = date(
          number(bytes[at..<(at + 4)]), number(bytes[(at + 4)..<(at + 6)]), number(bytes[(at + 6)..<end]))
      {
        return found
      }
      if end - at == 4, let found = separated(bytes, at) { return found }
      at = end
    }
    return nil
  }

  /// The date that the folders of a path spell: `2016/03/29/harbour`, `news/2016-03-29/harbour.md`, `2016/03/harbour`.
  ///
  /// The last part is taken as a file's name and not looked at where it does not give the day.
  public static func inPath(_ path: some StringProtocol) -> Timestamp? {
    let parts = path.utf8.prefix(4096).split(separator: 0x2F).map { Array($0) }
    for (index, part) in parts.enumerated() {
      let isLast = index == parts.count - 1
      if part.count == 4, !isLast, part.allSatisfy(\.isDateDigit) {
        let year = number(part[...])
        guard (1900...2100).contains(year) else { continue }
        let month = index + 1 < parts.count - 1 ? short(parts[index + 1]) : nil
        let day = month != nil && index + 2 < parts.count ? short(parts[index + 2]) : nil
        if let month, let day, let found = date(year, month, day) { return found }
        if let month, let found = Timestamp(year: year, month: month, precision: .month) { return found }
        return Timestamp(year: year, precision: .year)
      }
      if !isLast, let found = inFileName(String(decoding: part, as: UTF8.self)) { return found }
    }
    return nil
  }

  private static func short(_ part: [UInt8]) -> Int? {
    (1...2).contains(part.count) && part.allSatisfy(\.isDateDigit) ? number(part[...]) : nil
  }

  /// `2016-03-29`, `2016_3_29` or `2016.03.29` at `start`, with nothing but the same separator between.
  private static func separated(_ bytes: [UInt8], _ start: Int) -> Timestamp? {
    var at = start + 4
    guard at < bytes.count, [0x2D, 0x5F, 0x2E].contains(bytes[at]) else { return nil }
    let separator = bytes[at]
    var numbers: [Int] = []
    for _ in 0..<2 {
      guard at < bytes.count, bytes[at] == separator else { return nil }
      let end = bytes[(at + 1)...].firstIndex { !$0.isDateDigit } ?? bytes.count
      guard (1...2).contains(end - at - 1) else { return nil }
      numbers.append(number(bytes[(at + 1)..<end]))
      at = end
    }
    return date(number(bytes[start..<(start + 4)]), numbers[0], numbers[1])
  }

  private static func date(_ year: Int, _ month: Int, _ day: Int) -> Timestamp? {
    guard (1500...2200).contains(year) else { return nil }
    return Timestamp(year: year, month: month, day: day, precision: .day)
  }

  /// The value of at most nine digits.
  static func number(_ digits: ArraySlice<UInt8>) -> Int {
    digits.prefix(9).reduce(0) { $0 * 10 + Int($1 & 0x0F) }
  }
}

/// Which comes first in `03/04/2016`.
enum NumericOrder {
  case dayFirst, monthFirst, unknown

  /// Only the United States write the month first; plain "en" tells nothing.
  init(language: String?) {
    let parts = (language ?? "").lowercased().split { $0 == "-" || $0 == "_" }
    switch parts.first {
    case nil: self = .unknown
    case "en": self = parts.count < 2 ? .unknown : parts.contains("us") ? .monthFirst : .dayFirst
    case "da", "sv", "nb", "nn", "no", "de", "fi", "is", "nl", "fr", "es", "it", "pt", "pl": self = .dayFirst
    default: self = .unknown
    }
  }
}

extension UInt8 {
  var isDateDigit: Bool { (0x30...0x39).contains(self) }
  var isDateLetter: Bool { (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self) }
}
