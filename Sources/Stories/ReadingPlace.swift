/// How far into a story somebody has read.
///
/// The words find the place again after the text around it has changed; the share finds it where they are gone.
public struct ReadingPlace: Hashable, Sendable {
  /// How far down the text, from 0 to 1.
  public let share: Double
  /// The letters and signs that follow, without blanks; empty at the beginning and outside the body.
  public let words: String

  /// The beginning of a story.
  public static let beginning = ReadingPlace(share: 0)

  /// The most letters and signs that are kept.
  public static let length = 24

  /// Takes a share and words, each cut to its range; a share that is not a number is the beginning.
  public init(share: Double, words: String = "") {
    self.share = share > 0 ? min(share, 1) : 0
    self.words = String(words.prefix(Self.length))
  }
}
