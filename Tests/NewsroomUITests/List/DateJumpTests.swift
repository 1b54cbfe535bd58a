import Screen
import Stories
import Testing
import Words

@testable import NewsroomUI

@Test func theLineSaysWhatItMakesOfTheWords() {
  var desk = Desk(size: (80, 24))
  desk.press("@")
  #expect(desk.row(23) == " Go to date:   2016, 2016-03, march 2016, yesterday, last week, 2w")
  desk.type("2016-0")
  #expect(desk.row(23) == " Go to date: 2016-0  not a date; try 2016, 2016-03-29, yesterday or 2w")
  #expect(desk.state.view().cursor == Frame.Position(column: 19, row: 23))
  desk.press("Enter")
  #expect(desk.row(23).hasPrefix(" Go to date: 2016-0"))
  desk.type("3")
  #expect(desk.row(23).hasPrefix(" Go to date: 2016-03  → March 2016 "))
  desk.press("Esc")
  #expect(desk.row(23).hasPrefix(" j/k move"))
  #expect(desk.state.list.index == 0)
}

@Test func newestFirstStandsOnThePeriodsLastStoryAndOldestFirstOnItsFirst() {
  // An hour between them: 12 on the 29th from midnight on, then 24 a day.
  var desk = Desk(size: (60, 18), stories: Samples.many(5_000))
  go(&desk, "2016-03-20")
  #expect(desk.state.list.selected?.published?.day(for: Samples.now).words == "20 March 2016")
  #expect(desk.row(3).hasPrefix(" ▌ Story number"))
  let last = desk.state.list.selected?.position ?? 0
  desk.press("k")
  #expect(desk.state.list.selected?.published?.day(for: Samples.now).words == "21 March 2016")
  desk.press("O")
  go(&desk, "2016-03-20")
  #expect(desk.state.list.selected?.published?.day(for: Samples.now).words == "20 March 2016")
  #expect((desk.state.list.selected?.position ?? 0) == last - 23)
  go(&desk, "yesterday")
  #expect(desk.state.list.selected?.published?.clock.hour == 0)
  #expect(desk.row(17).contains("j/k move"))
}

@Test func aPeriodWithoutStoriesIsSaid() {
  var desk = Desk(size: (80, 24))
  for (text, story, words) in [
    ("2016-03-20", 6, "No stories from 20 March 2016; this is the next older one."),
    ("2015", 6, "No stories from 2015; all are newer."),
    ("2017", 1, "No stories from 2017; this is the next older one."),
  ] {
    go(&desk, text)
    #expect(desk.state.list.selected?.id == Samples.id(story), "\(text)")
    #expect(desk.row(23).hasPrefix(" \(words)"))
  }
  desk.press("O")
  for (text, story, words) in [
    ("2016-03-20", 5, "No stories from 20 March 2016; this is the next newer one."),
    ("2015", 6, "No stories from 2015; this is the next newer one."),
    ("2017", 1, "No stories from 2017; all are older."),
  ] {
    go(&desk, text)
    #expect(desk.state.list.selected?.id == Samples.id(story), "\(text)")
    #expect(desk.row(23).hasPrefix(" \(words)"))
  }
}

@Test func inOtherOrdersGoingToADateSwitchesToNewestFirst() {
  var desk = Desk(size: (80, 24))
  desk.press("o h Enter")
  go(&desk, "2016-03-28")
  #expect(desk.state.list.query == Query())
  #expect(desk.state.list.selected?.id == Samples.id(3))
}

@Test func bareDatesAreTheDayTheyAreInEveryZone() {
  var stories = (20...28).reversed().map { number in
    Samples.story(100 - number, "Of the \(number)th", desk: nil, hoursAgo: 0, body: ["Text."])
  }
  for index in stories.indices {
    stories[index].listing.published = Timestamp(year: 2016, month: 3, day: 28 - index, precision: .day)
  }
  for hours in [-10, -5, 0, 5, 12] {
    var desk = Desk(size: (60, 18), stories: stories)
    desk.send(.clock(Timestamp(seconds: Samples.now.seconds, offset: hours * 3600)))
    go(&desk, "2016-03-24")
    #expect(desk.state.list.selected?.headline == "Of the 24th", "\(hours)")
  }
}

@Test func anAnswerFromElsewhereDoesNotEndTheWayToADate() {
  var desk = Desk(size: (60, 18), stories: Samples.many(5_000))
  let top = desk.state.list.window
  desk.answers = false
  go(&desk, "2015-12")
  let asked = desk.effects.last
  if let top { desk.send(.windowed(top), to: desk.requests.first) }
  #expect(desk.state.list.date != nil)
  if let asked, let answer = desk.library.answer(asked) { desk.send(answer) }
  #expect(desk.state.list.date == nil)
  #expect(desk.state.list.selected?.published?.day(for: Samples.now).words == "31 December 2015")
}

private func go(_ desk: inout Desk, _ date: String) {
  desk.press("@")
  desk.type(date)
  desk.press("Enter")
}

private func day(_ text: String) -> Day? {
  let parts = text.split(separator: "-").compactMap { Int($0) }
  return parts.count == 3 ? Day(year: parts[0], month: parts[1], day: parts[2]) : nil
}
