internal import Stories
internal import Words

/// The most distinctive words of a story: those it uses more than other stories do.
struct TellingWords {
  /// A distinctive word.
  struct Word {
    /// The folded word, as in the index; for a name of two words, both with a space.
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
  /// The most names of two words that are looked up.
  private static let names = 12
  /// The most words of a text that are read.
  private static let longest = 5_000

  /// The words, most distinctive first.
  let words: [Word]
  /// How often the story has each word, the others included.
  let counts: [String: Float]

  /// The effect of repeating a word, which levels off (BM25's k1).
  ///
  /// - Parameter length: the length of the text relative to the average, damped.
  static func saturated(_ count: Float, length: Float = 1) -> Float { count * 3 / (count + 2 * length) }

  init(of story: Story, _ rarity: WordRarity) throws {
    var found = OccurrenceCount()
    found.add(story.headline, counting: 3)
    if let standfirst = story.standfirst { found.add(standfirst, counting: 2) }
    let tags = story.tags.prefix(20) + story.people.prefix(20) + story.places.prefix(20)
    for tag in tags + story.organisations.prefix(20) { found.add(tag, counting: 2, isFiled: true) }
    for block in try rarity.ownText(of: story) where found.looked < Self.longest {
      found.add(block.text, counting: 1, isProse: true)
    }
    counts = found.words.mapValues(\.count)
    let names = found.names.filter { $0.value.count > 1 && !found.isOrdinary($0.key, in: story.language) }
      .sorted { ($0.value.count, $1.key) > ($1.value.count, $0.key) }.prefix(Self.names)
    // Looking up how rare a word is costs more than counting it, so frequent words come first.
    let candidates = found.words.sorted { ($0.value.count, $1.key) > ($1.value.count, $0.key) }.prefix(400)
    words =
      Array(
        (try candidates.compactMap { folded, word -> Word? in
          guard !LanguageGuess.isLittleWord(word.shown, in: story.language),
            let rare = try rarity.rarity(of: folded)
          else { return nil }
          return Word(
            folded: folded, shown: word.shown, count: word.count, rarity: rare.value, stories: rare.stories,
            isName: word.isFiled || word.capitals > 0 && word.smalls == 0)
        }
          + names.compactMap { folded, name -> Word? in
            guard let rare = try rarity.rarity(ofName: folded) else { return nil }
            return Word(
              folded: folded, shown: name.shown, count: name.count, rarity: rare.value, stories: rare.stories,
              isName: true)
          })
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
    /// Names of two words: `Open Opportunities`, `data.gov`.
    var names: [String: Occurrences] = [:]
    var looked = 0

    /// Whether a name of two words is no name: a sentence that begins with a little word and a name.
    func isOrdinary(_ name: String, in language: String?) -> Bool {
      name.split(separator: " ").contains { LanguageGuess.isLittleWord(String($0), in: language) }
    }

    mutating func add(_ text: String, counting weight: Float, isProse: Bool = false, isFiled: Bool = false) {
      let folded = SearchText.tokens(text)
      let source = Array(text.utf8)
      var end = 0
      var last: (letters: ArraySlice<UInt8>, source: Int, isCapital: Bool)?
      for token in folded.tokens.prefix(TellingWords.longest) {
        looked += 1
        let between = source[min(end, token.source.lowerBound)..<token.source.lowerBound]
        let isFirst = end == 0 || between.contains { Self.stops.contains($0) }
        end = token.source.upperBound
        let letters = folded[token]
        let isCapital = Self.isCapital(source[token.source])
        if let last, Self.isName(between, areCapital: last.isCapital && isCapital),
          min(last.letters.count, letters.count) > 1, max(last.letters.count, letters.count) > 2,
          !letters.contains(where: Self.isDigit), !last.letters.contains(where: Self.isDigit)
        {
          let name = String(decoding: last.letters + [0x20] + letters, as: UTF8.self)
          let written = String(decoding: source[last.source..<token.source.upperBound], as: UTF8.self)
          names[name, default: Occurrences(count: 0, shown: written)].count += weight
        }
        last = (Array(letters)[...], token.source.lowerBound, isCapital)
        // Numbers and very short words say little; a Chinese character says as much as a word.
        guard letters.count > 2, !letters.allSatisfy(Self.isDigit) else { continue }
        let word = String(decoding: letters, as: UTF8.self)
        guard let written = Self.withoutEnding(String(decoding: source[token.source], as: UTF8.self)) else {
          continue
        }
        var known = words[word] ?? Occurrences(count: 0, shown: written)
        known.count += weight
        known.isFiled = known.isFiled || isFiled
        if isProse {
          if !isCapital {
            known.smalls += 1
          } else if !isFirst {
            known.capitals += 1
          }
        }
        words[word] = known
      }
    }

    /// A word as a reason shows it, without a possessive ending; nil for contractions: "I’ve", "don't".
    private static func withoutEnding(_ word: String) -> String? {
      guard let mark = word.lastIndex(where: { $0 == "'" || $0 == "’" }), mark > word.startIndex else {
        return word
      }
      switch word[word.index(after: mark)...].lowercased() {
      case "s": return String(word[..<mark])
      case "ve", "ll", "re", "t", "d", "m": return nil
      default: return word
      }
    }

    private static func isCapital(_ word: ArraySlice<UInt8>) -> Bool {
      String(decoding: word.prefix(4), as: UTF8.self).unicodeScalars.first?.properties.isUppercase == true
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    /// Whether what is between two words makes them one name: a dot, as in an address, or, between capital
    /// letters, a space.
    private static func isName(_ between: ArraySlice<UInt8>, areCapital: Bool) -> Bool {
      between.count == 1 && (between.first == 0x2E || areCapital && between.first == 0x20)
    }

    /// `.`, `!`, `?`, `:` and line breaks, after which any word may have a capital letter.
    private static let stops: Set<UInt8> = [0x2E, 0x21, 0x3F, 0x3A, 0x0A]
  }
}
