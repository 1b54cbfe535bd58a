internal import Messages
internal import Stories
internal import Words

/// The heading above the rows of a day or, further back, of a month.
enum DateGroup: Hashable {
  case coming, today, yesterday
  case day(Day)
  case month(year: Int, month: Int)
  case year(Int)
  case undated

  /// The group of a moment, seen at `now` and in its zone.
  init(_ published: Timestamp?, now: Timestamp) {
    guard let published else {
      self = .undated
      return
    }
    let day = published.day(for: now)
    let (year, month, _) = day.civil
    switch published.precision {
    case .year:
      self = .year(year)
      return
    case .month:
      self = .month(year: year, month: month)
      return
    default: break
    }
    switch now.day.number - day.number {
    case ..<0: self = .coming
    case 0: self = .today
    case 1: self = .yesterday
    case 2...6: self = .day(day)
    default: self = .month(year: year, month: month)
    }
  }

  /// The heading, in capitals.
  func title(_ catalogue: Catalogue = .english) -> String {
    let names = catalogue.calendar
    return switch self {
    case .coming: catalogue["COMING"]
    case .today: catalogue["TODAY"]
    case .yesterday: catalogue["YESTERDAY"]
    case .day(let day):
      "\(names.weekdays[day.weekday]) \(names.day(day.civil.day, day.civil.month))".uppercased()
    case .month(let year, let month): "\(names.month(month)) \(year)".uppercased()
    case .year(let year): String(year)
    case .undated: catalogue["UNDATED"]
    }
  }

  /// The part of the moment that the heading leaves out: the hour or, further back, the day.
  func detail(_ published: Timestamp?, now: Timestamp, _ catalogue: Catalogue = .english) -> String? {
    guard let told = published.map({ catalogue.moment($0, now: now) }) else { return nil }
    return switch self {
    case .today, .yesterday, .day: told.clock
    case .month: told.day
    case .coming: told.day.map { told.year == now.day.civil.year ? $0 : "\($0) \(told.year)" }
    case .year, .undated: nil
    }
  }
}

extension Timestamp {
  /// The day of the moment for a reader at `now`: hours are read in the reader's zone; a date without an
  /// hour stays the same.
  func day(for now: Timestamp) -> Day { local(to: now).day }
}
