public import Stories

/// The period that somebody means by "2016", "2016-03..2016-05", "yesterday", "last week" or "2w ago".
///
/// Every date is read here: `date:`, `before:` and `after:` in queries, and the line that goes to a date.
public struct DatePeriod: Hashable, Sendable {
  /// Its first second, in its zone; nil if it has no beginning.
  public let start: Timestamp?
  /// The first second after it, in its zone; nil if it has no end.
  public let end: Timestamp?
  /// Its name in a message: "March 2016".
  public let title: String
  /// The start of a bare length of time (`7d`); nil for everything else.
  let since: Timestamp?
  /// Its last day; nil if it has no end.
  public let last: Day?

  /// Examples for the line where a date is typed.
  public static let forms = "2016, 2016-03, march 2016, yesterday, last week, 2w"
  /// Examples for messages.
  public static let examples = "2016-03, 2016-03..2016-05, march 2016, yesterday, last week, 2w ago or <7d"

  /// Reads what was typed.
  ///
  /// - Parameter now: the clock, in the zone whose days are meant.
  /// - Returns: nil for anything but a date between the years 1 and 9999.
  public init?(_ text: String, now: Timestamp) {
    guard let period = DateGrammar(now: now).period(text) else { return nil }
    self = period
  }

  /// Takes seconds since 1970, and the clock of the zone that is meant.
  init(from: Int64?, until: Int64?, title: String, since: Int64? = nil, now: Timestamp) {
    self.title = title
    (start, end, self.since) = (from.map(now.at), until.map(now.at), since.map(now.at))
    last = until.map { now.at($0 - 1).day }
  }

  /// `start` in seconds since 1970.
  public var from: Int64? { start?.seconds }

  /// `end` in seconds since 1970.
  public var until: Int64? { end?.seconds }

  /// The period in a search for dates, where a bare length of time means the time since then.
  public var span: (from: Timestamp?, until: Timestamp?) { since.map { ($0, nil) } ?? (start, end) }

  /// Its first day; nil if it has no beginning.
  public var first: Day? { start?.day }

  /// Whether a day is in it.
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
