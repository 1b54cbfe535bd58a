/// Web addresses that stand in running text.
enum WebLinks {
  /// The most addresses found in one text.
  private static let maximumCount = 500
  private static let openings = ["http://", "https://", "www."].map { Array($0.utf8) }

  /// Where the addresses are: from `http://`, `https://` or `www.` to the next blank, without closing punctuation.
  static func ranges(in text: String) -> [Range<String.Index>] {
    guard text.hasBytes(of: "://") || text.hasBytes(of: "www.") else { return [] }
    var found: [Range<String.Index>] = []
    let bytes = Array(text.utf8)
    var place = 0
    while place < bytes.count, found.count < maximumCount {
      guard openings.contains(where: { bytes[place...].starts(with: $0) }) else {
        place += 1
        continue
      }
      let start = text.utf8.index(text.startIndex, offsetBy: place)
      guard !followsWord(start, in: text) else {
        place += 1
        continue
      }
      let end = self.end(of: start, in: text)
      let length = text.utf8.distance(from: start, to: end)
      if length > 8 { found.append(start..<end) }
      place += max(length, 1)
    }
    return found
  }

  private static func followsWord(_ index: String.Index, in text: String) -> Bool {
    guard index > text.startIndex else { return false }
    let before = text.unicodeScalars[text.unicodeScalars.index(before: index)].properties
    return before.isAlphabetic || before.numericType != nil
  }

  private static func end(of start: String.Index, in text: String) -> String.Index {
    let scalars = text.unicodeScalars
    var end =
      scalars[start...].firstIndex { $0.properties.isWhitespace || "<>\"“”«»".unicodeScalars.contains($0) }
      ?? text.endIndex
    let hasBracket = scalars[start..<end].contains("(")
    while end > start {
      let last = scalars.index(before: end)
      guard ".,;:!?)]'’…".unicodeScalars.contains(scalars[last]), !(scalars[last] == ")" && hasBracket) else {
        break
      }
      end = last
    }
    return end
  }

  /// An address with its scheme.
  static func address(_ text: String) -> String {
    text.hasPrefix("www.") ? "https://" + text : text
  }
}
