import Screen
public import Stories

/// Where the words of a search stand in a text: whole words, or the beginnings of some, in rows where they were asked for so.
public struct WordMatches: Sendable {
  private struct Word: Sendable {
    var letters: [UInt32]
    var isPrefix: Bool
  }

  private let phrases: [[Word]]

  /// Takes folded words, those in a row together.
  public init(_ phrases: [[SearchQuery.Word]]) {
    self.phrases = phrases.prefix(32).map { words in
      words.prefix(32).map { word in
        Word(letters: word.text.unicodeScalars.flatMap(Folding.fold), isPrefix: word.isPrefix)
      }
    }.filter { !$0.isEmpty && $0.allSatisfy { !$0.letters.isEmpty } }
  }

  /// Whether there is nothing to look for.
  public var isEmpty: Bool { phrases.isEmpty }

  /// The cells of the matches in a line, from its start, in order and apart from each other.
  public func columns(in text: String) -> [Range<Int>] {
    guard !isEmpty else { return [] }
    var signs: [UInt32] = []
    var cells: [Range<Int>] = []
    var column = 0
    for cluster in text {
      let width = cluster.isASCII ? 1 : CellText.width(of: cluster)
      for sign in cluster.unicodeScalars.flatMap(Folding.fold) {
        signs.append(sign)
        cells.append(column..<column + max(1, width))
      }
      column += width
    }
    return ranges(in: signs).map { cells[$0.lowerBound].lowerBound..<cells[$0.upperBound - 1].upperBound }
  }

  /// The matches among folded scalars, in order and apart from each other.
  func ranges(in signs: [UInt32]) -> [Range<Int>] {
    let words = Self.words(of: signs)
    var found: [Range<Int>] = []
    var at = 0
    while at < words.count {
      let longest = phrases.lazy.compactMap { length(of: $0, at: at, words, signs) }.max()
      guard let longest else {
        at += 1
        continue
      }
      found.append(words[at].lowerBound..<words[at + longest - 1].upperBound)
      at += longest
    }
    return found
  }

  private func length(of phrase: [Word], at start: Int, _ words: [Range<Int>], _ signs: [UInt32]) -> Int? {
    guard start + phrase.count <= words.count else { return nil }
    for (offset, word) in phrase.enumerated() {
      let letters = signs[words[start + offset]].lazy.filter { $0 != Self.apostrophe }
      guard word.isPrefix ? letters.starts(with: word.letters) : letters.elementsEqual(word.letters) else {
        return nil
      }
    }
    return phrase.count
  }

  private static let apostrophe: UInt32 = 0x27

  /// Words as the index knows them: letters and digits in a row, an apostrophe within them; each character of scripts that set no
  /// blanks between words by itself.
  private static func words(of signs: [UInt32]) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var start: Int?
    for (index, sign) in signs.enumerated() {
      let isAlone = standsAlone(sign)
      let goesOn =
        !isAlone
        && (isLetter(sign)
          || sign == apostrophe && start != nil && index + 1 < signs.count && isLetter(signs[index + 1]))
      if goesOn {
        start = start ?? index
        continue
      }
      if let begin = start { words.append(begin..<index) }
      start = nil
      if isAlone { words.append(index..<index + 1) }
    }
    if let begin = start { words.append(begin..<signs.count) }
    return words
  }

  private static func isLetter(_ sign: UInt32) -> Bool {
    if sign < 0x80 { return (0x61...0x7A).contains(sign) || (0x30...0x39).contains(sign) }
    guard let scalar = Unicode.Scalar(sign) else { return false }
    return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }

  private static func standsAlone(_ sign: UInt32) -> Bool {
    switch sign {
    case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1100...0x11FF, 0x1780...0x17FF, 0x3040...0x30FF, 0x3130...0x318F,
      0x3400...0x9FFF, 0xAC00...0xD7AF, 0xF900...0xFAFF, 0x20000...0x3FFFF:
      true
    default: false
    }
  }
}
