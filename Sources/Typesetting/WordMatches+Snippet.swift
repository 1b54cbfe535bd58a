extension WordMatches {
  /// The most of a text that is looked at, in scalars.
  private static let longest = 60_000
  /// How much of a text is at one glance, and how much of it may stand before the first match.
  private static let glance = (all: 240, wide: 64, before: 24)

  /// The words of a text around the place where most of what is looked for stands, to show why it was found.
  ///
  /// - Returns: some 240 scalars in one line; nil where nothing of it stands in the text.
  public func snippet(of text: String) -> String? {
    guard !isEmpty else { return nil }
    let scalars = Array(text.unicodeScalars.prefix(Self.longest))
    var (signs, places): ([UInt32], [Int]) = ([], [])
    for (place, scalar) in scalars.enumerated() {
      for sign in Folding.fold(scalar) {
        signs.append(sign)
        places.append(place)
      }
    }
    let found = ranges(in: signs).map { (start: places[$0.lowerBound], word: signs[$0]) }
    guard let match = Self.densest(found) else { return nil }
    var start = max(0, match - Self.glance.before)
    if start > 0 {
      start = scalars[start..<match].firstIndex(where: \.properties.isWhitespace).map { $0 + 1 } ?? match
    }
    let end = min(scalars.count, start + Self.glance.all)
    let words = String(String.UnicodeScalarView(scalars[start..<end])).split(whereSeparator: \.isWhitespace)
    return (start > 0 ? "… " : "") + words.joined(separator: " ")
  }

  /// The first match of those near each other that are most different words.
  private static func densest(_ found: [(start: Int, word: ArraySlice<UInt32>)]) -> Int? {
    var best: (start: Int, words: Int)?
    for (index, match) in found.prefix(1_000).enumerated() {
      let near = found[index...].prefix(20).prefix { $0.start < match.start + glance.wide }
      let words = Set(near.map(\.word)).count
      if words > best?.words ?? 0 { best = (match.start, words) }
    }
    return best?.start
  }
}
