/// The names of days and months in a language, and how its dates are written.
public struct CalendarNames: Hashable, Sendable {
  /// From Monday, as `Day.weekday` counts.
  public let weekdays: [String]
  private let months: [String]
  private let shortMonths: [String]
  /// After the number of a day: a full stop or nothing.
  private let dayMark: String
  /// Between hours and minutes.
  private let clockMark: String

  /// The names, each list separated by blanks.
  ///
  /// - Parameters:
  ///   - weekdays: seven, from Monday.
  ///   - months: twelve.
  ///   - shortMonths: twelve, as in a line with little room.
  ///   - dayMark: after the number of a day.
  ///   - clockMark: between hours and minutes.
  public init(
    weekdays: String, months: String, shortMonths: String, dayMark: String = "", clockMark: String = ":"
  ) {
    (self.dayMark, self.clockMark) = (dayMark, clockMark)
    self.weekdays = weekdays.split(separator: " ").map(String.init)
    self.months = months.split(separator: " ").map(String.init)
    self.shortMonths = shortMonths.split(separator: " ").map(String.init)
  }

  /// English.
  public static let english = CalendarNames(
    weekdays: "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    months:
      "January February March April May June July August September October November December",
    shortMonths: "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec")

  /// The month's name, 1 for January.
  public func month(_ number: Int) -> String {
    months.indices.contains(number - 1) ? months[number - 1] : ""
  }

  /// Its short name.
  public func shortMonth(_ number: Int) -> String {
    shortMonths.indices.contains(number - 1) ? shortMonths[number - 1] : ""
  }

  /// A day and its month: "29 March".
  public func day(_ day: Int, _ month: Int) -> String { "\(day)\(dayMark) \(self.month(month))" }

  /// A day and its month in short: "29 Mar".
  public func shortDay(_ day: Int, _ month: Int) -> String { "\(day)\(dayMark) \(shortMonth(month))" }

  /// "09:05".
  public func clock(_ hour: Int, _ minute: Int) -> String {
    "\(hour < 10 ? "0" : "")\(hour)\(clockMark)\(minute < 10 ? "0" : "")\(minute)"
  }

  /// The names of the days that English has, in small letters.
  static let englishDays = english.weekdays.map { $0.lowercased() }
}
