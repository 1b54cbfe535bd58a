internal import Database
internal import Stories
internal import Words

/// How much of two stories' headlines is in the other story.
///
/// A headline says what a story is about. A story that uses its rare words is likely to be about the same,
/// where many shared words of the texts may be only those of the trade.
struct SharedHeadlines {
  /// The number of occurrences that count as much as one in the headline.
  private static let enough: Float = 3

  private let story: Story
  private let vocabulary: Vocabulary
  private let all: Int
  private let telling: [TellingWords.Word]
  /// How often the story has each word.
  private let counts: [String: Float]
  /// How rare the words are that have been looked up.
  private var rarity: [String: Float] = [:]

  /// - Parameter all: the number of stories in the library.
  init(of story: Story, _ words: TellingWords, among all: Int, in db: Connection) {
    (self.story, self.all) = (story, all)
    (telling, counts) = (words.words, words.counts)
    vocabulary = Vocabulary(db: db)
  }

  /// The share of a headline that the story uses, and of the story's headline that the other story uses,
  /// added up: from 0 to 2.
  ///
  /// - Parameter others: how often the other story has each of the distinctive words, by their indexes.
  mutating func shared(with headline: String, _ others: [Int: Float]) throws -> Float {
    var theirs: [String: Float] = [:]
    for (index, count) in others { theirs[telling[index].folded] = count }
    return try share(of: headline, usedIn: counts) + share(of: story.headline, usedIn: theirs)
  }

  /// The share of a headline, by the rarity of its words, that is in these.
  private mutating func share(of headline: String, usedIn counts: [String: Float]) throws -> Float {
    var (whole, shared): (Float, Float) = (0, 0)
    for word in Set(SearchText.words(String(headline.prefix(200)))) where word.utf8.count > 2 {
      let rare = try rarity(of: word)
      whole += rare
      shared += rare * min((counts[word] ?? 0) / Self.enough, 1)
    }
    return whole > 0 ? shared / whole : 0
  }

  private mutating func rarity(of word: String) throws -> Float {
    if let known = rarity[word] { return known }
    let isLittle = LanguageGuess.isLittleWord(word, in: story.language)
    let rare = isLittle ? 0 : Float(Ranking.idf(stories: max(try vocabulary.stories(of: word), 1), of: all))
    rarity[word] = rare
    return rare
  }
}
