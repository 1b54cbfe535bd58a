internal import Database
internal import Stories
internal import Words

/// What a story is about, to compare it with any other: its distinctive words, each by its share.
struct StoryProfile {
  /// The weights of the folded words, whose squares add up to 1.
  private(set) var weights: [String: Float] = [:]
  /// Its language, without script or country.
  private(set) var language: String?

  /// The profile of a story without words.
  init() {}

  init(of story: Story, in db: Connection) throws {
    let all = try Vocabulary(db: db).total()
    let words = try TellingWords(of: story, WordRarity(for: story, among: all, in: db)).words
    let length = words.reduce(Float(0)) { $0 + $1.weight * $1.weight }.squareRoot()
    language = story.language.map(LanguageTag.primary)
    guard length > 0 else { return }
    for word in words { weights[word.folded] = word.weight / length }
  }

  /// How similar two profiles are, from 0 to 1: the cosine of the angle between them.
  func likeness(_ other: StoryProfile) -> Float {
    let (few, many) =
      weights.count < other.weights.count ? (weights, other.weights) : (other.weights, weights)
    return few.reduce(0) { $0 + $1.value * (many[$1.key] ?? 0) }
  }
}
