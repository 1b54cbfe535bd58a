internal import Stories

/// Finds web addresses in running text.
enum WebLinks {
  /// The most addresses to find in one text.
  private static let most = 500

  /// The ranges of addresses: from `http://`, `https://` or `www.` to the next space, without closing
  /// punctuation.
  static func ranges(in text: String) -> [Range<String.Index>] {
    guard text.hasBytes(of: "://") || text.hasBytes(of: "www.") else { return [] }
    var found: [Range<String.Index>] = []
    let scalars = text.unicodeScalars
    var index = scalars.startIndex
    var mayStart = true
    while index < scalars.endIndex, found.count < most {
      let scalar = scalars[index]
      if mayStart, scalar == "h" || scalar == "w", isStart(text.utf8[index...].prefix(8)) {
        let end = scalars[index...].firstIndex(where: isEnd) ?? scalars.endIndex
        let close = withoutPunctuation(scalars[index..<end])
        if scalars.distance(from: index, to: close) > 8 { found.append(index..<close) }
        index = max(end, scalars.index(after: index))
        mayStart = true
      } else {
        mayStart = !(scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
        index = scalars.index(after: index)
      }
    }
    return found
  }

  /// A text with its web addresses as links, which are appended to the references.
  static func inlines(of text: String, references: inout [Reference]) -> [Inline] {
    let ranges = ranges(in: text)
    guard !ranges.isEmpty else { return [Inline(text)] }
    var inlines: [Inline] = []
    var place = text.startIndex
    for range in ranges {
      if place < range.lowerBound { inlines.append(Inline(String(text[place..<range.lowerBound]))) }
      let shown = String(text[range])
      references.append(Reference(kind: .outside, text: shown, target: address(shown), naming: .url))
      inlines.append(Inline(shown, reference: references.count - 1))
      place = range.upperBound
    }
    if place < text.endIndex { inlines.append(Inline(String(text[place...]))) }
    return inlines
  }

  private static func isStart(_ bytes: Substring.UTF8View) -> Bool {
    ["http://", "https://", "www."].contains { bytes.starts(with: $0.utf8) }
  }

  private static func isEnd(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || scalar.value < 0x20
      || "<>\"“”«»\u{FFFD}".unicodeScalars.contains(scalar)
  }

  /// The end of an address without the sentence's full stops and brackets; a bracket that the address opened
  /// stays.
  private static func withoutPunctuation(_ address: Substring.UnicodeScalarView) -> String.Index {
    let hasBracket = address.contains("(")
    let last = address.lastIndex { !".,;:!?)]'’…".unicodeScalars.contains($0) || ($0 == ")" && hasBracket) }
    return last.map(address.index(after:)) ?? address.startIndex
  }

  /// An address with its scheme.
  static func address(_ text: String) -> String {
    text.hasPrefix("www.") ? "https://" + text : text
  }
}
