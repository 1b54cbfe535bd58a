extension Highlighter {
  /// The length of a snippet, and of the part before the first match, in characters; and the number of bytes
  /// within which matches count as close.
  private static let glance = (all: 240, before: 24, wide: 64)
  /// The most matches to consider.
  private static let sample = 1_000

  /// The words around the densest matches of a text, to show why it was found.
  ///
  /// - Returns: about 240 characters in one line; nil if nothing matches.
  public func snippet(of text: String) -> String? {
    guard !isEmpty, let match = densest(sightings(in: text, keepsTokens: false).sightings) else { return nil }
    var text = text
    return text.withUTF8 { Self.snippet(of: $0, around: match.source.lowerBound) }
  }

  /// The first match of the close group that has the most different words.
  private func densest(_ sightings: [Sighting]) -> Match? {
    let found = sightings.prefix(Self.sample).sorted { $0.match.words.lowerBound < $1.match.words.lowerBound }
    var best: (match: Match, groups: Int)?
    for (index, sighting) in found.enumerated() {
      let end = sighting.match.source.lowerBound + Self.glance.wide
      let near = found[index...].prefix(20).prefix { $0.match.source.lowerBound < end }
      let groups = Set(near.map(\.group)).count
      if groups > best?.groups ?? 0 { best = (sighting.match, groups) }
    }
    return best?.match
  }

  private static func snippet(of text: UnsafeBufferPointer<UInt8>, around match: Int) -> String {
    var (start, before) = (match, 0)
    while start > 0, before < glance.before {
      start -= 1
      if text[start] & 0xC0 != 0x80 { before += 1 }
    }
    while start > 0, text[start] & 0xC0 == 0x80 { start -= 1 }
    if start > 0 { start = text[start..<match].firstIndex { $0 <= 0x20 }.map { $0 + 1 } ?? match }
    var (end, count) = (start, 0)
    while end < text.count {
      if text[end] & 0xC0 != 0x80 {
        guard count < glance.all else { break }
        count += 1
      }
      end += 1
    }
    let words = String(decoding: text[start..<end], as: UTF8.self).unicodeScalars
      .split { $0.properties.isWhitespace && !holds($0) }.map { String($0) }
    return (start > 0 ? "… " : "") + words.joined(separator: " ")
  }

  /// Whether a space may be part of a number; it is then kept, so that the number stays one word.
  private static func holds(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\u{A0}" || scalar == "\u{2009}" || scalar == "\u{202F}"
  }
}
