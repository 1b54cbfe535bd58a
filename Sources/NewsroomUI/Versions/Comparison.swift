internal import Messages
public import Stories

/// The differences between two versions of a story.
public struct Comparison: Hashable, Sendable {
  /// The earlier version.
  public var earlier: Listing
  /// The later version.
  public var later: Listing
  /// The differences.
  public var difference: Difference

  /// A comparison of two versions.
  public init(earlier: Listing, later: Listing, difference: Difference) {
    self.earlier = earlier
    self.later = later
    self.difference = difference
  }

  /// "version 2 → 3 · 4 words added, 2 removed".
  var title: Phrase {
    guard let earlier = earlier.version, let later = later.version, earlier != later else { return summary }
    return "version \(earlier) → \(later) · \(summary)"
  }

  /// How many words were added and removed.
  var summary: Phrase {
    guard !difference.isEmpty else { return "No words differ" }
    return
      "\(Numbers.counted(difference.added, "word", "words")) added, \(Numbers.grouped(difference.removed)) removed"
  }
}
