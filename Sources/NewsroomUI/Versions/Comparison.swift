public import Stories

/// What a version of a story has other than an earlier one.
public struct Comparison: Hashable, Sendable {
  /// The two.
  public var earlier: Listing
  /// See `earlier`.
  public var later: Listing
  /// What is different.
  public var difference: Difference

  /// Puts them together.
  public init(earlier: Listing, later: Listing, difference: Difference) {
    self.earlier = earlier
    self.later = later
    self.difference = difference
  }

  /// "version 2 → 3 · 4 words added, 2 removed".
  var title: String {
    guard let earlier = earlier.version, let later = later.version, earlier != later else { return summary }
    return "version \(earlier) → \(later) · " + summary
  }

  /// How much came in and went, in words.
  var summary: String {
    guard !difference.isEmpty else { return "No words differ" }
    return
      "\(Numbers.counted(difference.added, "word", "words")) added, \(Numbers.grouped(difference.removed)) removed"
  }
}
