import Stories
import Testing
import Words

/// One grammar of dates: for `@` in the reader, and for `date:`, `before:` and `after:` in every query.
@Suite struct DatePeriodTests {
  /// Tuesday 29 March 2016, 09:12 in Malmö.
  static let now = Timestamp(seconds: 1_459_235_520, offset: 7_200)

  /// The typed text, the first and last day it means, and its name in a message.
  static let days: [(String, String, String, String)] = [
    ("2016", "2016-1-1", "2016-12-31", "2016"), ("2016-03", "2016-3-1", "2016-3-31", "March 2016"),
    ("2016-2", "2016-2-1", "2016-2-29", "February 2016"), ("2016/03", "2016-3-1", "2016-3-31", "March 2016"),
    ("2016-03-29", "2016-3-29", "2016-3-29", "29 March 2016"),
    ("20160329", "2016-3-29", "2016-3-29", "29 March 2016"),
    ("2016/3/9", "2016-3-9", "2016-3-9", "9 March 2016"),
    ("9.3.2016", "2016-3-9", "2016-3-9", "9 March 2016"),
    (" 2016.03 ", "2016-3-1", "2016-3-31", "March 2016"), ("0001", "1-1-1", "1-12-31", "1"),
    ("today", "2016-3-29", "2016-3-29", "29 March 2016"),
    ("Yesterday", "2016-3-28", "2016-3-28", "28 March 2016"),
    ("tomorrow", "2016-3-30", "2016-3-30", "30 March 2016"),
    ("7d", "2016-3-22", "2016-3-22", "22 March 2016"), ("-7d", "2016-3-22", "2016-3-22", "22 March 2016"),
    ("7 days", "2016-3-22", "2016-3-22", "22 March 2016"),
    ("1 day ago", "2016-3-28", "2016-3-28", "28 March 2016"),
    ("2w", "2016-3-15", "2016-3-15", "15 March 2016"), ("2w ago", "2016-3-15", "2016-3-15", "15 March 2016"),
    ("2 weeks ago", "2016-3-15", "2016-3-15", "15 March 2016"),
    ("1m", "2016-2-29", "2016-2-29", "29 February 2016"),
    ("3 months ago", "2015-12-29", "2015-12-29", "29 December 2015"),
    ("1Y", "2015-3-29", "2015-3-29", "29 March 2015"),
    ("last week", "2016-3-21", "2016-3-27", "last week"), ("this week", "2016-3-28", "2016-4-3", "this week"),
    ("last month", "2016-2-1", "2016-2-29", "February 2016"), ("this year", "2016-1-1", "2016-12-31", "2016"),
    ("last year", "2015-1-1", "2015-12-31", "2015"), ("monday", "2016-3-28", "2016-3-28", "28 March 2016"),
    ("tue", "2016-3-29", "2016-3-29", "29 March 2016"),
    ("last tuesday", "2016-3-22", "2016-3-22", "22 March 2016"),
    ("march 2016", "2016-3-1", "2016-3-31", "March 2016"),
    ("Sept. 2015", "2015-9-1", "2015-9-30", "September 2015"),
    ("march", "2016-3-1", "2016-3-31", "March 2016"), ("april", "2015-4-1", "2015-4-30", "April 2015"),
    ("29 march 2016", "2016-3-29", "2016-3-29", "29 March 2016"),
    ("March 29, 2016", "2016-3-29", "2016-3-29", "29 March 2016"),
    ("3rd may 2014", "2014-5-3", "2014-5-3", "3 May 2014"),
    ("30 march", "2015-3-30", "2015-3-30", "30 March 2015"),
    ("marts 2016", "2016-3-1", "2016-3-31", "March 2016"),
    ("29. maj 2014", "2014-5-29", "2014-5-29", "29 May 2014"),
    ("2016-03..2016-05", "2016-3-1", "2016-5-31", "March 2016 to May 2016"),
    ("2016-05..2016-03", "2016-3-1", "2016-5-31", "March 2016 to May 2016"),
    ("march 2015..2w ago", "2015-3-1", "2016-3-15", "March 2015 to 15 March 2016"),
    ("2016-03-29T09:12", "2016-3-29", "2016-3-29", "29 March 2016, 09:12"),
  ]

  @Test func datesAreReadAsTheyAreTyped() {
    for (text, first, last, title) in Self.days {
      let period = DatePeriod(text, now: Self.now)
      #expect(period?.first == Self.day(first), "\(text)")
      #expect(period?.last == Self.day(last), "\(text)")
      #expect(period?.title == title, "\(text)")
    }
  }

  /// Seconds since 1970, as searches use them.
  @Test(arguments: [
    ("2016-03", "1456783200..1459461600"), ("<7d", "1458630720.."), (">1y", "..1427613120"),
    ("<12h", "1459192320.."),
    ("<2016-03", "..1456783200"), ("<=2016-03", "..1459461600"), (">2016-03", "1459461600.."),
    (">=2016-03", "1456783200.."), ("2016-03..", "1456783200.."), ("..2016-03", "..1459461600"),
    ("< 7 days", "1458630720.."), ("2016-03-29T09:12", "1459235520..1459235580"),
    ("2016-03-29 07:12:30Z", "1459235550..1459235551"), ("2016-03-29T09:12+02:00", "1459235520..1459235580"),
    ("2w ago", "1457992800..1458079200"), ("7d ago", "1458597600..1458684000"),
  ])
  func periodsHaveTheirSeconds(_ text: String, _ expected: String) throws {
    let period = try #require(DatePeriod(text, now: Self.now))
    #expect("\(period.from.map(String.init) ?? "")..\(period.until.map(String.init) ?? "")" == expected)
  }

  @Test(arguments: [
    "", " ", "2", "201", "20160", "2016-", "2016-13", "2016-0", "2016-02-30", "2016-03-29-1", "0000", "7",
    "d", "7x",
    "99999999999999999999d", "99999y", "-", "--7d", "７d", "ago", "7 ago", "2w ago 2016", "last", "last 2016",
    "week",
    "..", "<", "2016..x", "x..2016", "<soon", "31 april 2016", "marching 2016", "2016-03-29 25:00", "may may",
    "2016-03-29T09:12+99", "20161332", "32.1.2016", "29/3/2016", "00 march",
  ])
  func otherTextsAreNotDatesHere(_ text: String) {
    #expect(DatePeriod(text, now: Self.now) == nil)
  }

  /// A date means the same wherever it is typed: in fields, the period that `@` goes to.
  @Test func everyFieldReadsTheSameDates() {
    for (text, _, _, _) in Self.days {
      guard let period = DatePeriod(text, now: Self.now) else { continue }
      for written in ["\"\(text)\"", text.trimming] {
        let query = { (field: String) in SearchQuery.parse("\(field):\(written) ", now: Self.now) }
        #expect(query("before").published.until == period.from, "before:\(written)")
        #expect(query("after").published.from == period.until, "after:\(written)")
        let date = query("date").published
        #expect(
          date.from == period.span.from?.seconds && date.until == period.span.until?.seconds,
          "date:\(written)")
        #expect(query("date").root == nil, "date:\(written)")
        #expect(query("after").mistake == nil)
      }
    }
  }

  @Test func wordsAfterADateStayWords() {
    for (text, words) in [
      ("date:2016 march ", "march"), ("date:march ferry ", "ferry"), ("after:2w ferry ", "ferry"),
      ("date:2016.. 2017 ", "2017"), ("date:today 7d ", "7d"),
    ] {
      let query = SearchQuery.parse(text, now: Self.now)
      #expect(query.root == .word(SearchQuery.Word(words)), "\(text)")
      #expect(query.filters.count == 1)
    }
  }

  @Test func aLengthOfTimeIsThatDayToGoToAndTheTimeSinceToSearch() throws {
    let period = try #require(DatePeriod("7d", now: Self.now))
    #expect(period.first == Self.day("2016-3-22"))
    #expect(period.span.from?.seconds == Self.now.seconds - 7 * 86_400 && period.span.until == nil)
    #expect(period.contains(Self.day("2016-3-22")))
    #expect(!period.contains(Self.day("2016-3-23")))
  }

  @Test func textsOfAnyLengthAreHandled() {
    for text in [
      String(repeating: "2016..", count: 9_000), String(repeating: "<", count: 9_000), "9999", "9999-12-31",
    ] {
      let period = DatePeriod(text, now: Self.now)
      #expect((period == nil) == (text.utf8.count > 80), "\(text.prefix(20))")
      // What is not a date is searched as words.
      let query = SearchQuery.parse("date:" + text, now: Self.now)
      #expect(query.filters.count == (period == nil ? 0 : 1), "\(text.prefix(20))")
    }
    let extreme = Timestamp(seconds: 253_402_300_799, offset: 64_800)
    for text in ["tomorrow", "next week", "next year", "december", "<99999d", "1y"] {
      for now in [extreme, Timestamp(seconds: -62_135_596_800, offset: -64_800)] {
        guard let period = DatePeriod(text, now: now) else { continue }
        let days = [period.first, period.last].compactMap(\.self)
        #expect(!days.isEmpty && days.allSatisfy { (0...10_000).contains($0.civil.year) }, "\(text)")
      }
    }
  }

  private static func day(_ text: String) -> Day {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    return Day(year: parts[0], month: parts[1], day: parts[2])
  }
}

extension String {
  fileprivate var trimming: String { split(separator: " ").joined(separator: " ") }
}
