import Stories
import Testing

@Suite struct TimestampTests {
  @Test(arguments: [
    (2016, 3, 29, 9, 12, 0, 7200, "2016-03-29T09:12:00+02:00"),
    (1970, 1, 1, 0, 0, 0, 0, "1970-01-01T00:00:00Z"),
    (1969, 12, 31, 23, 59, 59, 0, "1969-12-31T23:59:59Z"),
    (2000, 2, 29, 12, 0, 0, -12_600, "2000-02-29T12:00:00-03:30"),
    (1, 1, 1, 0, 0, 0, 0, "0001-01-01T00:00:00Z"),
    (9999, 12, 31, 23, 59, 59, 0, "9999-12-31T23:59:59Z"),
  ])
  func calendarFieldsComeBackInISO8601(
    year: Int, month: Int, day: Int, hour: Int, minute: Int, second: Int, offset: Int, text: String
  ) throws {
    let moment = try #require(
      Timestamp(
        year: year, month: month, day: day, hour: hour, minute: minute, second: second, offset: offset))
    #expect(moment.iso8601 == text)
  }

  @Test(arguments: [
    (2016, 13, 1), (2016, 0, 1), (2016, 2, 30), (2015, 2, 29), (1900, 2, 29), (2016, 4, 31), (0, 1, 1),
    (10_000, 1, 1), (2016, 1, 0),
  ])
  func datesThatAreNotInTheCalendarAreRefused(year: Int, month: Int, day: Int) {
    #expect(Timestamp(year: year, month: month, day: day) == nil)
  }

  @Test func secondSixtyIsTakenAsFiftyNine() throws {
    let leap = try #require(Timestamp(year: 2016, month: 12, day: 31, hour: 23, minute: 59, second: 60))
    #expect(leap.iso8601 == "2016-12-31T23:59:59Z")
  }

  /// Central European Time in 2026: the clocks change on 29 March and 25 October at 01:00 UTC.
  private func copenhagen(_ seconds: Int64) -> Int {
    (1_774_746_000..<1_792_890_000).contains(seconds) ? 7200 : 3600
  }

  @Test(arguments: [
    (1, 15, 17, 30, "2026-01-15T17:30:00+01:00"), (7, 15, 17, 30, "2026-07-15T17:30:00+02:00"),
    (3, 29, 1, 59, "2026-03-29T01:59:00+01:00"), (3, 29, 3, 0, "2026-03-29T03:00:00+02:00"),
    // The hour that is left out, and the one that comes twice.
    (3, 29, 2, 30, "2026-03-29T02:30:00+01:00"), (10, 25, 2, 30, "2026-10-25T02:30:00+02:00"),
    (10, 25, 3, 0, "2026-10-25T03:00:00+01:00"),
  ])
  func aTimeWithoutAZoneIsTakenForTheReaders(month: Int, day: Int, hour: Int, minute: Int, text: String)
    throws
  {
    var moment = try #require(
      Timestamp(year: 2026, month: month, day: day, hour: hour, minute: minute, precision: .minute))
    #expect(moment.assuming(zone: copenhagen) == moment)
    moment.zone = .missing
    #expect(moment.iso8601 == String(text.prefix(19)))
    let assumed = moment.assuming(zone: copenhagen)
    #expect(assumed.iso8601 == text)
    #expect(assumed.zone == .assumed)
    #expect(assumed.clock == moment.clock)
    #expect(assumed.assuming(zone: { _ in 0 }) == assumed)
  }

  @Test func theDayIsTheOneInTheStorysOwnZone() throws {
    let late = try #require(Timestamp(year: 2026, month: 7, day: 1, hour: 0, minute: 30, offset: 7200))
    #expect(late.day.civil == (2026, 7, 1))
    #expect(late.clock == (0, 30, 0))
    #expect(Timestamp(seconds: late.seconds).day.civil == (2026, 6, 30))
  }

  @Test func everyDayOfFourCenturiesGoesThereAndBack() {
    var (year, month, dayOfMonth) = (1801, 1, 1)
    var wrong: [String] = []
    for number in Day(year: 1801, month: 1, day: 1).number..<Day(year: 2201, month: 1, day: 1).number {
      let day = Day(number: number)
      if day.civil != (year, month, dayOfMonth) || Day(year: year, month: month, day: dayOfMonth) != day {
        wrong.append("\(year)-\(month)-\(dayOfMonth)")
      }
      dayOfMonth += 1
      if dayOfMonth > Day.count(year: year, month: month) { (month, dayOfMonth) = (month + 1, 1) }
      if month > 12 { (year, month) = (year + 1, 1) }
    }
    #expect(wrong == [])
  }

  @Test(arguments: [(1970, 1, 1, 3), (2026, 11, 23, 0), (2016, 3, 29, 1), (1969, 12, 28, 6)])
  func weekdaysCountFromMonday(year: Int, month: Int, day: Int, weekday: Int) {
    #expect(Day(year: year, month: month, day: day).weekday == weekday)
  }
}
