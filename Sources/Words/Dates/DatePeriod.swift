public import Stories

/// The period that somebody means by "2016", "2016-03..2016-05", "yesterday", "last week" or "2w ago".
///
/// Every date is read here: `date:`, `before:` and `after:` in queries, and the line that goes to a date.
public struct DatePeriod: Hashable, Sendable {
  /// Its first second, in its zone; nil if it has no beginning.
  public let start: Timestamp?
  /// The first second after it, in its zone; nil if it has no end.
  public let end: Timestamp?
  /// Its name.
  public let name: Name
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
  init(from: Int64?, until: Int64?, name: Name, since: Int64? = nil, now: Timestamp) {
    self.name = name
    (start, end, self.since) = (from.map(now.at), until.map(now.at), since.map(now.at))
    last = until.map { now.at($0 - 1).day }
  }

  /// Its name in English: "March 2016".
  public var title: String { name.english }

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

extension DatePeriod {
  /// What a period is called, before its language is chosen.
  public indirect enum Name: Hashable, Sendable {
    case day(Day)
    case month(year: Int, month: Int)
    case year(Int)
    /// A minute or a second; the clock as it was typed.
    case moment(Day, clock: String)
    case hoursAgo(Int)
    /// A week by its word: "last", "past", "this" or "next".
    case week(String)
    case since(Name), after(Name), until(Name), before(Name)
    case range(Name, Name)

    /// Its English words.
    var english: String {
      switch self {
      case .day(let day): day.words
      case .month(let year, let month): "\(CalendarNames.english.month(month)) \(year)"
      case .year(let year): "\(year)"
      case .moment(let day, let clock): "\(day.words), \(clock)"
      case .hoursAgo(let hours): "\(hours) hour\(hours == 1 ? "" : "s") ago"
      case .week(let word): "\(word) week"
      case .since(let name): "since \(name.english)"
      case .after(let name): "after \(name.english)"
      case .until(let name): "until \(name.english)"
      case .before(let name): "before \(name.english)"
      case .range(let one, let other): "\(one.english) to \(other.english)"
      }
    }
  }
}

extension Day {
  /// "29 March 2016".
  public var words: String {
    let (year, month, day) = civil
    return "\(CalendarNames.english.day(day, month)) \(year)"
  }
}
