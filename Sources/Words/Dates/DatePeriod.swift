public import Stories

/// The time that somebody means by "2016", "2016-03..2016-05", "yesterday", "last week" or "2w ago".
///
/// The one grammar of dates: of `date:`, `before:` and `after:` in every query, and of the line in which the
/// reader goes to a date.
public struct DatePeriod: Hashable, Sendable {
  /// Its first second, counted from 1970; nil where it has no beginning.
  public let from: Int64?
  /// The first second after it; nil where it has no end.
  public let until: Int64?
  /// As a message says it: "March 2016".
  public let title: String
  /// The moment that a bare length of time (`7d`) counts from; nil for everything else.
  let since: Int64?
  /// Seconds east of UTC of the zone whose days are meant.
  private let offset: Int

  /// What can be typed, for the line it is typed in.
  public static let forms = "2016, 2016-03, march 2016, yesterday, last week, 2w"
  /// What can be typed, for messages.
  public static let examples = "2016-03, 2016-03..2016-05, march 2016, yesterday, last week, 2w ago or <7d"

  /// Reads what was typed.
  ///
  /// - Parameter now: the clock, in the zone whose days are meant.
  /// - Returns: nil for what is no date between the years 1 and 9999.
  public init?(_ text: String, now: Timestamp) {
    guard let period = DateGrammar(now: now).period(text) else { return nil }
    self = period
  }

  init(from: Int64?, until: Int64?, title: String, since: Int64? = nil, offset: Int) {
    (self.from, self.until, self.title) = (from, until, title)
    (self.since, self.offset) = (since, offset)
  }

  /// What a search for dates means by it: a bare length of time is the time since then.
  public var span: (from: Int64?, until: Int64?) { since.map { ($0, nil) } ?? (from, until) }

  /// Its first day; nil where it has no beginning.
  public var first: Day? { from.map { Timestamp(seconds: $0, offset: offset).day } }

  /// Its last day; nil where it has no end.
  public var last: Day? { until.map { Timestamp(seconds: $0 - 1, offset: offset).day } }

  /// Whether a day lies in it.
  public func contains(_ day: Day) -> Bool {
    first.map { $0 <= day } != false && last.map { day <= $0 } != false
  }
}

extension Day {
  /// "29 March 2016".
  public var words: String {
    let (year, month, day) = civil
    return "\(day) \(CalendarNames.month(month)) \(year)"
  }
}
