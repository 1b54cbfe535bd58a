/// How long a story takes to read.
public enum ReadingTime {
  /// Words per minute, for newspaper prose read on a screen.
  ///
  /// Brysbaert (2019), "How many words do we read per minute?": 238 for English non-fiction.
  public static let wordsPerMinute = 238

  /// Whole minutes for `words`, at least 1.
  public static func minutes(words: Int) -> Int {
    max(1, (words + wordsPerMinute / 2) / wordsPerMinute)
  }
}
