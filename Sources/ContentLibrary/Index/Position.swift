internal import Stories

/// Places in publication order.
///
/// One to a second; where several stories have one and the same, the others take the next free places.
/// Further apart, the full text search would be twice as large: for each word of each story it keeps the
/// distance to the place of the story before, in one byte up to 127, two up to 16,383, three up to two
/// million.
enum Position {
  /// Stories without a date take the places below this one.
  private static let dated: Int64 = 1 << 30
  /// How many bits number the stories without a date of one step.
  private static let undatedBits: Int64 = 8

  /// The first place of a second; stories without a date come before all others.
  static func first(seconds: Int64?) -> Int64 {
    guard let seconds else { return 0 }
    // Counted from the year 1, so that every date there can be is above zero.
    let sinceYearOne = min(max(seconds, -62_135_596_800), 337_864_403_200) + 62_135_596_800
    return dated + sinceYearOne
  }

  /// The second that a place belongs to; nil for stories without a date.
  static func seconds(of position: Int64) -> Int64? {
    isDated(position) ? position - dated - 62_135_596_800 : nil
  }

  /// Whether a place belongs to a moment.
  static func isDated(_ position: Int64) -> Bool { position >= dated }

  /// The step of `ListCounters.Series.days` that a place belongs to: its day, counted from the year 1;
  /// stories without a date have steps of their own below 0.
  static func step(of position: Int64) -> Int64 {
    position < dated
      ? (max(position, 0) - dated) >> undatedBits : (position - dated) / 86_400
  }

  /// The last place of a step.
  static func last(ofStep step: Int64) -> Int64 {
    step < 0 ? dated + (step + 1) << undatedBits - 1 : dated + ((step + 1) * 86_400) - 1
  }

  /// The calendar's day for a step that is one.
  static func calendarDay(of step: Int64) -> Day {
    Day(number: Int(step) - 719_162)
  }
}
