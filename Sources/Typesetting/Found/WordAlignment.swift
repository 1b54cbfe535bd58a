import Words

/// Matches the words of a shown text with the words of the text it was made from.
///
/// The two differ little: spaces within numbers, note marks, names of pictures, and the order of words in a
/// table with wrapped cells. The work is linear in the number of words.
struct WordAlignment {
  /// How far to look ahead for the place at which both agree again.
  private static let window = 16

  private let source: FoldedText
  private let words: Range<Int>
  private let shown: FoldedText
  private let text: [UInt8]
  /// For each word, the shown words it appears in; nil if it was not found in order.
  private var places: [Range<Int>?]
  /// Whether each shown word has been matched.
  private var isTaken: [Bool]

  /// Compares a range of words of a text with a shown text.
  init(_ source: FoldedText, _ words: Range<Int>, shown: FoldedText, text: String) {
    (self.source, self.words, self.shown, self.text) = (source, words, shown, Array(text.utf8))
    places = Array(repeating: nil, count: words.count)
    isTaken = Array(repeating: false, count: shown.tokens.count)
    align()
  }

  /// Whether none of these shown words comes from the source.
  func areExtra(_ shownWords: Range<Int>) -> Bool {
    !isTaken[shownWords].contains(true)
  }

  /// The bytes of the shown text in which some words of the source appear.
  ///
  /// - Parameter isWhole: whether all of the source is shown; a word that can't be found was then drawn
  ///   differently.
  mutating func bytes(of sought: Range<Int>, isWhole: Bool) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var last: Range<Int>?
    for word in sought.clamped(to: words) {
      let index = word - words.lowerBound
      if places[index] == nil { places[index] = elsewhere(index) }
      guard let place = places[index] else {
        if isWhole, let gap = gap(at: index), found.last != gap { found.append(gap) }
        last = nil
        continue
      }
      let bytes =
        shown.tokens[place.lowerBound].source
        .lowerBound..<shown.tokens[place.upperBound - 1].source.upperBound
      if let before = last, before.upperBound == place.lowerBound || before == place, let end = found.last {
        found[found.count - 1] = end.lowerBound..<max(end.upperBound, bytes.upperBound)
      } else {
        found.append(bytes)
      }
      last = place
    }
    return found
  }

  // MARK: In order

  private mutating func align() {
    var (word, other) = (0, 0)
    while word < places.count, other < shown.tokens.count {
      if areEqual(word, other) {
        take(word, other..<other + 1)
        (word, other) = (word + 1, other + 1)
      } else if let end = pieces(of: word, from: other) {
        take(word, other..<end)
        (word, other) = (word + 1, end)
      } else if let count = parts(of: other, from: word), follows(word + count, other + 1) {
        for part in word..<word + count { take(part, other..<other + 1) }
        (word, other) = (word + count, other + 1)
      } else if let next = next(after: word, other) {
        (word, other) = next
      } else if other == shown.tokens.count - 1, source[token(word)].starts(with: shown[shown.tokens[other]])
      {
        // The shown text was cut here.
        take(word, other..<other + 1)
        return
      } else {
        (word, other) = (word + 1, other + 1)
      }
    }
  }

  private mutating func take(_ word: Int, _ place: Range<Int>) {
    places[word] = place
    for index in place { isTaken[index] = true }
  }

  private func token(_ word: Int) -> FoldedText.Token { source.tokens[words.lowerBound + word] }

  private func areEqual(_ word: Int, _ other: Int) -> Bool {
    let (one, two) = (token(word).folded, shown.tokens[other].folded)
    return one.count == two.count && source.bytes[one] == shown.bytes[two]
  }

  /// Whether both texts agree from here, or one of them ends.
  private func follows(_ word: Int, _ other: Int) -> Bool {
    word >= places.count || other >= shown.tokens.count || areEqual(word, other)
  }

  /// The end of several shown words that are one word of the source: `10 000`.
  private func pieces(of word: Int, from other: Int) -> Int? {
    var letters = source[token(word)]
    var end = other
    while end < shown.tokens.count, !letters.isEmpty {
      let piece = shown[shown.tokens[end]]
      guard letters.starts(with: piece) else { return nil }
      letters = letters.dropFirst(piece.count)
      end += 1
    }
    return letters.isEmpty ? end : nil
  }

  /// How many words of the source a shown word begins with: one if a note mark follows.
  private func parts(of other: Int, from word: Int) -> Int? {
    var letters = shown[shown.tokens[other]]
    var count = 0
    while word + count < places.count, !letters.isEmpty {
      let part = source[token(word + count)]
      guard letters.starts(with: part) else { break }
      letters = letters.dropFirst(part.count)
      count += 1
    }
    return count > 0 ? count : nil
  }

  /// The nearest place at which two consecutive words agree.
  private func next(after word: Int, _ other: Int) -> (Int, Int)? {
    for distance in 1...Self.window {
      for step in 0...distance {
        let (one, two) = (word + step, other + distance - step)
        guard one < places.count, two < shown.tokens.count, areEqual(one, two), follows(one + 1, two + 1)
        else {
          continue
        }
        return (one, two)
      }
    }
    return nil
  }

  // MARK: Out of order

  /// The place of a word that was not found in order.
  ///
  /// The first equal shown word, preferably one not matched yet; else the first that begins with it.
  private mutating func elsewhere(_ index: Int) -> Range<Int>? {
    let letters = source[token(index)]
    var (same, beginning): (Int?, Int?)
    for (place, other) in shown.tokens.enumerated() {
      let candidate = shown[other]
      guard !isTaken[place] else {
        if same == nil, candidate == letters { same = place }
        continue
      }
      guard letters.first == candidate.first, letters.starts(with: candidate) else { continue }
      if candidate.count == letters.count {
        isTaken[place] = true
        return place..<place + 1
      }
      if candidate.count > 1 || letters.count < 4 { beginning = beginning ?? place }
    }
    guard let beginning = same ?? beginning else { return nil }
    isTaken[beginning] = true
    return beginning..<beginning + 1
  }

  /// What is shown between the words before and after one that is not shown as a word.
  private func gap(at index: Int) -> Range<Int>? {
    let before = places[..<index].last { $0 != nil } ?? nil
    let after = places[(index + 1)...].first { $0 != nil } ?? nil
    var start = before.map { shown.tokens[$0.upperBound - 1].source.upperBound } ?? 0
    var end = after.map { shown.tokens[$0.lowerBound].source.lowerBound } ?? text.count
    while start < end, text[start] <= 0x20 { start += 1 }
    while start < end, text[end - 1] <= 0x20 { end -= 1 }
    if start < end { return start..<end }
    // Nothing is drawn for it, so its neighbour's place serves for both.
    return (before ?? after).map { shown.tokens[$0.lowerBound].source }
  }
}
