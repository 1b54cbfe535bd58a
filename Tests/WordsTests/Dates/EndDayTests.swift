import Stories
import Testing

@testable import Words

/// The day on which hiding ends, as it is typed.
@Suite struct EndDayTests {
  /// Tuesday 29 March 2016, 12:00.
  private let now = Timestamp(seconds: 1_459_245_600, offset: 7200)

  @Test(arguments: [
    ("3 days", "2016-04-01"), ("for 3 days", "2016-04-01"), ("3d", "2016-04-01"), ("2w", "2016-04-12"),
    ("a week", "2016-04-05"), ("1 month", "2016-04-29"), ("1y", "2017-03-29"),
    ("2016-04-02", "2016-04-02"), ("until 2016-04-02", "2016-04-02"), ("tomorrow", "2016-03-30"),
    ("friday", "2016-04-01"), ("until next friday", "2016-04-01"), ("1 may", "2016-05-01"),
    ("1 march", "2017-03-01"), ("april", "2016-04-01"), ("2017", "2017-01-01"),
  ])
  func aDayToComeIsUnderstood(_ text: String, _ day: String) {
    #expect(EndDay(text, now: now)?.day.iso8601 == day)
  }

  @Test(arguments: [
    "", "  ", "for", "yesterday", "2016-03-29", "2015", "0 days", "x", "3", "-3 days", "for ever",
  ])
  func nothingElseIs(_ text: String) {
    #expect(EndDay(text, now: now) == nil)
  }

  @Test func daysReadAndWriteThemselves() {
    #expect(Day(iso8601: "2016-02-29")?.iso8601 == "2016-02-29")
    for text in [
      "2015-02-29", "2016-2-29", "16-02-29", "2016-13-01", "2016-00-01", "2016-01-00", "x", "0000-01-01",
    ] {
      #expect(Day(iso8601: text) == nil, "\(text)")
    }
  }
}
