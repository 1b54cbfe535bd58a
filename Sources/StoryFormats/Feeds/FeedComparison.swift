internal import Stories

/// Tells whether one text of an entry only says again what the other does.
enum FeedComparison {
  /// How many letters of two texts are compared.
  private static let depth = 60

  /// Whether blocks are the beginning of others, cut or whole: an excerpt, or nothing at all.
  static func isBeginning(_ short: [Block], of long: [Block]) -> Bool {
    // Excerpts end in "…" or "[…]", sometimes with "Read more" behind; 60 letters are enough to tell.
    let (start, whole) = (letters(of: short, limit: depth), letters(of: long, limit: 4_000))
    if start.isEmpty { return true }
    if whole.starts(with: start) { return true }
    // A dateline, a byline or a picture's caption may stand before the words that the excerpt begins with.
    return start.count == depth
      && long.prefix(4).contains { block in letters(of: [block], limit: depth).starts(with: start) }
  }

  /// The letters and digits of some blocks in lower case, at most `limit` of them.
  private static func letters(of blocks: [Block], limit: Int) -> [Character] {
    var letters: [Character] = []
    for block in blocks {
      for character in block.text where character.isLetter || character.isNumber {
        letters += character.lowercased()
        if letters.count >= limit { return Array(letters.prefix(limit)) }
      }
    }
    return letters
  }
}
