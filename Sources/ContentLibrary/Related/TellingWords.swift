internal import Stories
internal import Words

/// The most distinctive words of a story: those it uses more than other stories do.
struct TellingWords {
  /// A distinctive word.
  struct Word {
    /// The folded word, as in the index.
    var folded: String
    /// The word as the story writes it.
    var shown: String
    /// How often it occurs; it counts three times in the headline, twice in the standfirst and as a tag.
    var count: Float
    /// How rare it is: the natural logarithm of the number of all stories divided by those that have it.
    var rarity: Float
    /// The number of stories that have it.
    var stories: Int
    /// Whether it is a name in the story, or a word of a tag.
    var isName: Bool

    /// How much it counts if another story has it too: frequent here and rare elsewhere counts most.
    var weight: Float { rarity * count }

    /// What it adds to the similarity of a story with `count` occurrences in a text of this length.
    func gain(_ count: Float, length: Float = 1) -> Float {
      weight * rarity * TellingWords.saturated(count, length: length)
    }

    /// Whether it shows a reader why a story with `count` occurrences is similar.
    ///
    /// It must be a name in fewer than a fifth of the stories, or a rare word that one of the two uses
    /// often. Days, months, numbers and titles don't count.
    func tells(_ count: Float, among all: Int) -> Bool {
      guard !EverydayWords.has(folded) else { return false }
      if isName { return stories * 5 < max(all, 25) }
      return max(self.count, count) >= 4 && self.count + count >= 5
        && stories * (all > 500 ? 25 : 10) < max(all, 30)
    }
  }

  /// The most distinctive words used.
  private static let most = 80
  /// The most words of a text that are read.
  private static let longest = 5_000

  /// The words, most distinctive first.
  let words: [Word]

  /// The effect of repeating a word, which levels off (BM25's k1).
  ///
  /// - Parameter length: the length of the text relative to the average, damped.
  static func saturated(_ count: Float, length: Float = 1) -> Float { count * 3 / (count + 2 * length) }

  /// - Parameters:
  ///   - all: the number of stories in the library.
  ///   - stories: the number of stories that have a word.
  init(of story: Story, among all: Int, stories: (String) throws -> Int) rethrows {
    var found = OccurrenceCount()
    found.add(story.headline, counting: 3)
    if let standfirst = story.standfirst { found.add(standfirst, counting: 2) }
    let tags = story.tags.prefix(20) + story.people.prefix(20) + story.places.prefix(20)
    for tag in tags + story.organisations.prefix(20) { found.add(tag, counting: 2, isFiled: true) }
    for block in story.body where found.looked < Self.longest {
      found.add(block.text, counting: 1, isProse: true)
    }
    // Looking up how rare a word is costs more than counting it, so frequent words come first.
    let candidates = found.words.sorted { ($0.value.count, $1.key) > ($1.value.count, $0.key) }.prefix(400)
    words =
      Array(
        try candidates.compactMap { folded, word -> Word? in
          guard !LanguageGuess.isLittleWord(word.shown, in: story.language) else { return nil }
          let others = try stories(folded)
          // A word in every other story says nothing, and a word only in this one leads nowhere.
          guard others != 1, others * 3 < max(all, 12) else { return nil }
          let rarity = Float(Ranking.idf(stories: max(others, 2), of: all)) * 0.693
          return Word(
            folded: folded, shown: word.shown, count: word.count, rarity: rarity, stories: others,
            isName: word.isFiled || word.capitals > 0 && word.smalls == 0)
        }
        .sorted { ($0.weight, $1.folded) > ($1.weight, $0.folded) }
        .prefix(Self.most))
  }

  private struct Occurrences {
    var count: Float
    var shown: String
    /// How often it occurs with a capital letter, and without one, not at the start of a sentence.
    var capitals = 0
    var smalls = 0
    /// Whether it is a word of a tag, or of a person, place or organisation of the story.
    var isFiled = false
  }

  private struct OccurrenceCount {
    var words: [String: Occurrences] = [:]
    var looked = 0

    mutating func add(_ text: String, counting weight: Float, isProse: Bool = false, isFiled: Bool = false) {
      let folded = SearchText.tokens(text)
      let source = Array(text.utf8)
      var end = 0
      for token in folded.tokens.prefix(TellingWords.longest) {
        looked += 1
        let between = source[min(end, token.source.lowerBound)..<token.source.lowerBound]
        let isFirst = end == 0 || between.contains { Self.stops.contains($0) }
        end = token.source.upperBound
        let letters = folded[token]
        // Numbers and very short words say little; a Chinese character says as much as a word.
        guard letters.count > 2, !letters.allSatisfy({ (0x30...0x39).contains($0) }) else { continue }
        let word = String(decoding: letters, as: UTF8.self)
        let written = String(decoding: source[token.source], as: UTF8.self)
        var known = words[word] ?? Occurrences(count: 0, shown: written)
        known.count += weight
        known.isFiled = known.isFiled || isFiled
        if isProse {
          let isCapital = written.unicodeScalars.first.map { $0.properties.isUppercase } == true
          if !isCapital {
            known.smalls += 1
          } else if !isFirst {
            known.capitals += 1
          }
        }
        words[word] = known
      }
    }

    /// `.`, `!`, `?`, `:` and line breaks, after which any word may have a capital letter.
    private static let stops: Set<UInt8> = [0x2E, 0x21, 0x3F, 0x3A, 0x0A]
  }
}
