import Stories
import Testing

@testable import NewsroomUI

@Test func datesAreGroupedByDayForAWeekAndThenByMonth() {
  let table: [(Timestamp?, String, String?)] = [
    (moment(2016, 3, 30, 9, 0), "COMING", "30 Mar"),
    (moment(2016, 3, 29, 9, 5), "TODAY", "09:05"),
    (moment(2016, 3, 28, 23, 59), "YESTERDAY", "23:59"),
    (moment(2016, 3, 27, 0, 0), "SUNDAY 27 MARCH", "00:00"),
    (moment(2016, 3, 23, 12, 0), "WEDNESDAY 23 MARCH", "12:00"),
    (moment(2016, 3, 22, 12, 0), "MARCH 2016", "22 Mar"),
    (moment(2015, 12, 1, 12, 0), "DECEMBER 2015", "1 Dec"),
    (Timestamp(year: 2016, month: 3, day: 29, precision: .day), "TODAY", nil),
    (Timestamp(year: 2014, month: 6, precision: .month), "JUNE 2014", nil),
    (Timestamp(year: 1999, precision: .year), "1999", nil),
    (nil, "UNDATED", nil),
  ]
  for (published, title, detail) in table {
    let group = DateGroup(published, now: Samples.now)
    #expect(group.title() == title)
    #expect(group.detail(published, now: Samples.now) == detail, "\(title)")
  }
}

@Test func hoursAreReadInTheReadersZoneAndBareDatesAreNot() {
  // Half past eleven in the evening, UTC, is the next day in Copenhagen.
  let late = Timestamp(year: 2016, month: 3, day: 28, hour: 23, minute: 30, precision: .minute)
  #expect(DateGroup(late, now: Samples.now) == .today)
  let bare = Timestamp(year: 2016, month: 3, day: 28, precision: .day)
  #expect(DateGroup(bare, now: Samples.now) == .yesterday)
}

private func moment(_ year: Int, _ month: Int, _ day: Int, _ hour: Int, _ minute: Int) -> Timestamp? {
  Timestamp(
    year: year, month: month, day: day, hour: hour, minute: minute, offset: 7200, precision: .minute)
}
