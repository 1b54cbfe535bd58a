import Screen
import Words

extension Page {
  /// A match, or the part of one, on a single line.
  public struct Match: Hashable, Sendable {
    /// The line.
    public var line: Int
    /// Its first cell, including the line's indent.
    public var column: Int
    /// How many cells it takes, at least 1.
    public var columns: Int
    /// Whether it continues the match before, which began on an earlier line.
    public var continues: Bool
    /// Makes a match.
    public init(line: Int, column: Int, columns: Int, continues: Bool = false) {
      self.line = line
      self.column = column
      self.columns = columns
      self.continues = continues
    }
  }

  /// The most matches to find on a page.
  static let mostMatches = 10_000

  /// The places of a phrase on the page, letter by letter, ignoring case and accents, in reading order.
  ///
  /// A phrase split by a line break gives one match per line. Bullets, bars and link numbers are not
  /// searched.
  public func matches(of phrase: String) -> [Match] {
    let needle = PlainLetters.fold(String(phrase.prefix(200)))
    guard needle.contains(where: { $0 != Mark.space }) else { return [] }
    var matches: [Match] = []
    var paragraph = ShownText()
    for (index, line) in lines.enumerated() {
      paragraph.add(line, index: index)
      guard line.flow == .ends || index == lines.count - 1 else { continue }
      for place in Self.places(of: needle, in: paragraph.text) {
        matches += paragraph.stretches(of: place)
        if matches.count >= Self.mostMatches { return matches }
      }
      paragraph = ShownText()
    }
    return matches
  }

  /// The byte ranges of a text that fold to the given letters, without overlap.
  private static func places(of needle: [UInt32], in text: String) -> [Range<Int>] {
    var letters: [UInt32] = []
    // The bytes that each letter was made from.
    var bytes: [Range<Int>] = []
    var byte = 0
    for scalar in text.unicodeScalars {
      let end = byte + UTF8.width(scalar)
      PlainLetters.fold(scalar, into: &letters)
      while bytes.count < letters.count { bytes.append(byte..<end) }
      byte = end
    }
    guard let first = needle.first, letters.count >= needle.count else { return [] }
    var found: [Range<Int>] = []
    var start = 0
    while start + needle.count <= letters.count {
      guard letters[start] == first, letters[start..<start + needle.count].elementsEqual(needle) else {
        start += 1
        continue
      }
      found.append(bytes[start].lowerBound..<bytes[start + needle.count - 1].upperBound)
      start += needle.count
    }
    return found
  }
}
