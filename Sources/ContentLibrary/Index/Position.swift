internal import Stories

/// Positions in publication order.
///
/// There is one position per second; if several stories have the same second, the others take the next free
/// positions. Wider gaps would double the full text search: for each word of each story it stores the
/// distance to the previous story, in one byte up to 127, two up to 16,383, three up to two million.
enum Position {
  /// Stories without a date have positions below this one.
  private static let dated: Int64 = 1 << 30
  /// The bits that number the undated stories of a step.
  private static let undatedBits: Int64 = 8

  /// The first position of a second; undated stories come before all others.
  static func first(seconds: Int64?) -> Int64 {
    guard let seconds else { return 0 }
    // Counted from the year 1, so that every possible date is positive.
    let sinceYearOne = min(max(seconds, -62_135_596_800), 337_864_403_200) + 62_135_596_800
    return dated + sinceYearOne
  }

  /// The second of a position; nil for an undated story.
  static func seconds(of position: Int64) -> Int64? {
    isDated(position) ? position - dated - 62_135_596_800 : nil
  }

  /// Whether a position belongs to a dated story.
  static func isDated(_ position: Int64) -> Bool { position >= dated }

  /// The step of a position in `ListCounters.Series.days`: its day, counted from the year 1; undated
  /// stories have steps below 0.
  static func step(of position: Int64) -> Int64 {
    position < dated
      ? (max(position, 0) - dated) >> undatedBits : (position - dated) / 86_400
  }

  /// The last position of a step.
  static func last(ofStep step: Int64) -> Int64 {
    step < 0 ? dated + (step + 1) << undatedBits - 1 : dated + ((step + 1) * 86_400) - 1
  }

  /// The date of a step that is a day.
  static func calendarDay(of step: Int64) -> Day {
    Day(number: Int(step) - 719_162)
  }
}
