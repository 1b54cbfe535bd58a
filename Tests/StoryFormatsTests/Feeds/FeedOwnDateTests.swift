import Stories
import Testing

@testable import StoryFormats

/// Dates that only feeds have: from other countries, in old forms of ISO 8601, with one-letter zones.
@Suite struct FeedOwnDateTests {
  @Test(arguments: [
    ("2004년 05월 28일  01:31:15", "2004-05-28T01:31:15+09:00"),
    ("2004-05-25 오후 11:23:17", "2004-05-25T23:23:17+09:00"),
    ("2004-05-25 오전 11:23:17", "2004-05-25T11:23:17+09:00"),
    ("Κυρ, 11 Ιούλ 2004 12:00:00 EST", "2004-07-11T12:00:00-05:00"),
    ("2004-július-13T9:15-05:00", "2004-07-13T09:15:00-05:00"), ("2004-W01-2", "2003-12-30T00:00:00Z"),
    ("2004W011", "2003-12-29T00:00:00Z"),
    ("2004-001", "2004-01-01T00:00:00Z"), ("2004366", "2004-12-31T00:00:00Z"),
    ("03-365", "2003-12-31T00:00:00Z"),
    ("03-12-31", "2003-12-31T00:00:00Z"),
    ("2003-12-31T10Z", "2003-12-31T10:00:00Z"), ("2004-7-8T9:15:00Z", "2004-07-08T09:15:00Z"),
    ("Thu, 05 Feb 2004 10:14:55 Etc/GMT", "2004-02-05T10:14:55Z"),
    ("Thu, 05 Feb 2004 10:14:55 A", "2004-02-05T10:14:55+01:00"),
    ("Thu, 05 Feb 2004 10:14:55 M", "2004-02-05T10:14:55+12:00"),
    ("Thu, 05 Feb 2004 10:14:55 N", "2004-02-05T10:14:55-01:00"),
    ("Thu, 05 Feb 2004 10:14:55 Y", "2004-02-05T10:14:55-12:00"),
  ])
  func aDateIsRead(written: String, expected: String) {
    #expect(FeedDates.read(written)?.iso8601 == expected)
  }

  @Test(arguments: [
    "", "일", "2004-367", "2003-W60-1", "2003-W01-8", "1234567890", "T", "-", "05/04/2026",
    "Thu, 05 Feb 2004 10:14:55 J", "99999999",
    String(repeating: "2-", count: 1_000),
  ])
  func whatIsNoneIsNot(written: String) {
    #expect(FeedDates.read(written) == nil)
  }
}
