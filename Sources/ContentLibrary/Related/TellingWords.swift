internal import Stories
internal import Words

/// The words that tell what a story is about: those it uses more than other stories do.
struct TellingWords {
  /// One of them.
  struct Word {
    /// As the index has it.
    var folded: String
    /// As the story writes it.
    var shown: String
    /// How often it stands there; in the headline it counts three times, in the standfirst and as a tag twice.
    var count: Float
    /// How rare it is among the stories of the library: the natural logarithm of all stories by those that have it.
    var rarity: Float

    /// What it says of the story: frequent here, rare elsewhere; a word that falls once says less than any said again.
    var weight: Float { rarity * TellingWords.saturated(count) * (count < 2 ? 0.5 : 1) }
    /// How much it counts that another story has it as well.
    var pull: Float { weight.squareRoot() }
  }

  /// The most words that are asked for.
  private static let most = 60
  /// The most words of a text that are looked at.
  private static let longest = 5_000

  /// The words, the most telling first.
  let words: [Word]

  /// What one more of the same word adds, which is less and less (BM25's k1).
  ///
  /// - Parameter length: the length of the text by that of a usual one, damped.
  static func saturated(_ count: Float, length: Float = 1) -> Float { count * 3 / (count + 2 * length) }

  /// - Parameters:
  ///   - all: how many stories the library has.
  ///   - stories: how many of them have a word.
  init(of story: Story, among all: Int, stories: (String) throws -> Int) rethrows {
    var found = OccurrenceCount()
    found.add(story.headline, counting: 3)
    if let standfirst = story.standfirst { found.add(standfirst, counting: 2) }
    let tags = story.tags.prefix(20) + story.people.prefix(20) + story.places.prefix(20)
    for tag in tags + story.organisations.prefix(20) { found.add(tag, counting: 2) }
    for block in story.body where found.looked < Self.longest { found.add(block.text, counting: 1) }
    // Looking up how rare a word is costs more than counting it: the frequent ones first.
    let candidates = found.words.sorted { ($0.value.count, $1.key) > ($1.value.count, $0.key) }.prefix(400)
    words =
      Array(
        try candidates.compactMap { folded, word -> Word? in
          guard !LanguageGuess.isLittleWord(word.shown, in: story.language) else { return nil }
          let others = try stories(folded)
          // What every other story has tells nothing, and what only this one has leads nowhere.
          guard others != 1, others * 3 < max(all, 12) else { return nil }
          let rarity = Float(Ranking.idf(stories: max(others, 2), of: all)) * 0.693
          return Word(folded: folded, shown: word.shown, count: word.count, rarity: rarity)
        }
        .sorted { ($0.weight, $1.folded) > ($1.weight, $0.folded) }
        .prefix(Self.most))
  }

  private struct OccurrenceCount {
    var words: [String: (count: Float, shown: String)] = [:]
    var looked = 0

    mutating func add(_ text: String, counting weight: Float) {
      let folded = SearchText.tokens(text)
      let source = Array(text.utf8)
      for token in folded.tokens.prefix(TellingWords.longest) {
        looked += 1
        let letters = folded[token]
        // Numbers and the shortest words say little; a character of Chinese says as much as a word.
        guard letters.count > 2, !letters.allSatisfy({ (0x30...0x39).contains($0) }) else { continue }
        let word = String(decoding: letters, as: UTF8.self)
        if words[word] == nil {
          words[word] = (weight, String(decoding: source[token.source], as: UTF8.self))
        } else {
          words[word]?.count += weight
        }
      }
    }
  }
}
