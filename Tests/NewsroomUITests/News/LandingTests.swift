import Screen
import Stories
import Testing
import Typesetting

@testable import NewsroomUI

/// What happens to stories while they are being read: corrections, updates, kills.
@Suite struct LandingTests {
  /// Changes a story in the library, and tells the reader.
  static func change(
    _ desk: inout Desk, _ number: Int, _ kind: News.Kind, body: [String] = ["Other words."],
    headline: String? = nil, hears: Bool = true
  ) -> News? {
    guard let place = desk.library.stories.firstIndex(where: { $0.story.id == Samples.id(number) }) else {
      return nil
    }
    var story = desk.library.stories[place]
    story.story.headline = headline ?? story.story.headline
    story.story.body = body.map { Block(.paragraph([Inline($0)])) }
    story.listing.headline = story.story.headline
    (story.listing.isChanged, story.listing.isRead) = (story.listing.isRead, false)
    story.listing.teaser = story.story.teaser
    if kind.takesWords {
      story.story.wire.status = kind == .killed ? .canceled : .withheld
      story.listing.status = story.story.wire.status
      story.story.withhold()
      story.listing.teaser = ""
    }
    desk.library.stories[place] = story
    let news = News(kind, story.listing)
    guard hears else { return news }
    desk.send(.landed(Landing(changes: [news])))
    desk.send(.libraryChanged)
    return news
  }

  private func desk(_ columns: Int = 110, _ rows: Int = 30) -> Desk {
    Desk(size: (columns, rows), stories: Samples.many(60))
  }

  @Test(arguments: [News.Kind.corrected, .updated])
  func aChangedReadStoryIsAnnouncedMarkedAndReachable(_ kind: News.Kind) throws {
    var desk = desk()
    desk.press("j j Enter Esc j j")
    #expect(desk.state.list.rows[2].isRead)
    let word = kind == .corrected ? "Corrected" : "Updated"
    _ = Self.change(&desk, 3, kind)
    #expect(desk.row(29).hasPrefix(" \(word): Story number 3 · . goes there"))
    #expect(desk.state.list.selected?.id == Samples.id(5))
    let row = try #require(desk.screen.split(separator: "\n").firstIndex { $0.contains("Story number 3 ") })
    let detail = desk.row(row + 1)
    #expect(detail.contains("updated · Culture") && detail.contains("●"))
    desk.press("j")
    #expect(desk.row(29).contains("1 new"))
    desk.press(".")
    #expect(desk.state.list.selected?.id == Samples.id(3))
    #expect(desk.state.focus == .list)
    desk.press(".")
    #expect(desk.state.article?.id == Samples.id(3))
    #expect(desk.state.focus == .article)
    #expect(desk.screen.contains("Other words."))
    desk.press("Esc")
    #expect(!desk.screen.contains("updated"))
    #expect(!desk.row(29).contains("new"))
  }

  @Test func unreadOnlyShowsAChangedStory() {
    var desk = desk()
    desk.press("j j Enter Esc g")
    _ = Self.change(&desk, 3, .corrected)
    desk.press("U")
    #expect(desk.state.list.rows.contains { $0.id == Samples.id(3) })
  }

  @Test func manyChangesAreOneLineWithNumbers() {
    var desk = desk()
    var changes: [News] = []
    for number in 1...9 {
      let kind: News.Kind = number <= 2 ? .killed : number <= 7 ? .corrected : .updated
      if let news = Self.change(&desk, number, kind, hears: false) { changes.append(news) }
    }
    desk.send(.landed(Landing(count: 12, changes: changes)))
    #expect(
      desk.row(29).hasPrefix(" 2 killed, 5 corrected, 2 updated · 12 new stories · . goes there"))
    // The same story again is still one story.
    desk.send(.landed(Landing(changes: [News(.corrected, changes[4].listing)])))
    #expect(desk.row(29).hasPrefix(" 2 killed, 5 corrected, 2 updated · 12 new stories"))
    desk.press("j")
    #expect(!desk.row(29).contains("killed"))
    // A kill is announced by name, whatever else arrived with it.
    desk.send(.landed(Landing(count: 1, changes: Array(changes[0...0] + changes[4...5]))))
    #expect(desk.row(29).hasPrefix(" Killed: Story number 1 · 2 corrected · 1 new story · . goes there"))
  }

  @Test func announcementsWaitForTypingToEnd() {
    var desk = desk()
    desk.press("/")
    desk.type("story")
    _ = Self.change(&desk, 3, .corrected)
    #expect(!desk.screen.contains("Corrected:"))
    desk.type(" number")
    desk.press("Enter")
    #expect(desk.screen.contains("Corrected: Story number 3"))
    desk.press("j")
    #expect(!desk.screen.contains("Corrected:"))
  }

  @Test func anOpenStoryWaitsForTheReaderToAgree() {
    var desk = desk()
    desk.press("j j Enter")
    _ = Self.change(&desk, 3, .updated)
    #expect(desk.screen.contains("There is a newer version; R shows it."))
    #expect(desk.screen.contains("The tide tables were printed twice"))
    desk.press("j k")
    #expect(desk.screen.contains("There is a newer version; R shows it."))
    _ = desk.newEffects()
    desk.press("R")
    #expect(desk.screen.contains("Other words."))
    #expect(!desk.screen.contains("A newer version"))
    #expect(desk.newEffects().contains(.mark(Samples.id(3), read: true)))
    #expect(desk.state.list.rows[2].isRead)
  }

  @Test func furnitureAroundAStoryIsNotNews() {
    var desk = desk()
    desk.press("j j Enter")
    desk.library.stories[2].story.asides = ["Subscribe."]
    desk.library.stories[2].story.tags = ["tides"]
    desk.send(.libraryChanged)
    #expect(desk.state.article?.opened.story.tags == ["tides"])
    #expect(!desk.screen.contains("A newer version"))
  }

  @Test(arguments: [News.Kind.killed, .withheld])
  func aKillTakesEffectAtOnceAndItsWordsAreGone(_ kind: News.Kind) throws {
    var desk = Desk(size: (150, 44))
    desk.library.stories[0].related[0].text = "The ferry sails again, says a teaser."
    desk.press("j Enter Esc g Enter")
    #expect(desk.screen.contains("says a teaser"))
    desk.answers = false
    _ = Self.change(&desk, 2, kind)
    // Before any answer has arrived.
    #expect(!desk.screen.contains("sails again"))
    #expect(desk.screen.contains(kind == .killed ? "KILLED" : "WITHHELD"))
    desk.answers = true
    desk.press("1")
    #expect(!desk.screen.contains("sails again"))
    #expect(desk.screen.contains("This story must not be used"))
  }

  @Test func theOpenStoryCanBeKilled() {
    var desk = desk()
    desk.press("j j Enter j")
    desk.answers = false
    _ = Self.change(&desk, 3, .killed)
    #expect(desk.state.article?.opened.story.body.isEmpty == true)
    #expect(desk.row(29).contains("Killed: Story number 3"))
    #expect(desk.screen.contains("KILLED · This story must not be used."))
  }

  @Test func aComparisonWithAKilledStoryCloses() {
    var desk = desk()
    desk.library.versions = [Samples.id(1), Samples.id(2)]
    for index in 0...1 { desk.library.stories[index].listing.versions = 1 }
    desk.send(.libraryChanged)
    desk.press("v d")
    #expect(desk.state.sheet != nil)
    let news = Self.change(&desk, 1, .killed, hears: false)
    if let news {
      desk.send(.landed(Landing(changes: [News(.killed, news.listing, versions: [Samples.id(2)])])))
    }
    #expect(desk.state.sheet == nil)
  }

  @Test func newRowsAreMarkedUntilSelected() {
    var desk = desk()
    desk.press("j")
    for number in [901, 902] {
      var new = Samples.story(number, "Breaking \(number)", desk: "Nordic", hoursAgo: 0, body: ["New."])
      new.listing.position = Int64(2_000_000 + number)
      desk.library.stories.insert(new, at: 0)
    }
    desk.send(.landed(Landing(count: 2, arrivals: [Samples.id(901), Samples.id(902)])))
    desk.send(.libraryChanged)
    #expect(desk.state.list.selected?.id == Samples.id(2))
    desk.press("g")
    #expect(desk.screen.ranges(of: "new · Nordic").count == 2)
    desk.press("j")
    #expect(desk.screen.ranges(of: "new · Nordic").count == 1)
    desk.press("j k k")
    #expect(desk.screen.ranges(of: "new · Nordic").isEmpty)
  }

  @Test func theSelectionNeverMovesByItself() {
    // Not before the first key, not in search results, not under a box.
    for keys in ["", "/", "d", "j Enter", "G"] {
      var desk = desk(80, 24)
      desk.press(keys)
      if keys == "/" { desk.type("number 7") }
      let before = desk.state.list.selected?.id
      for number in 901...930 {
        var new = Samples.story(number, "Story number 7 of \(number)", desk: nil, hoursAgo: 0, body: ["New."])
        new.listing.position = Int64(2_000_000 + number)
        desk.library.stories.insert(new, at: 0)
      }
      desk.send(.landed(Landing(count: 30)))
      desk.send(.libraryChanged)
      #expect(before != nil && desk.state.list.selected?.id == before, "\(keys)")
      #expect(desk.state.list.rows.count > 30)
    }
  }

  @Test func enterDuringTheFirstReadingSaysThatItGoesOnAndKeepsTheRow() {
    var desk = Desk(size: (80, 24), stories: [])
    desk.press("Enter")
    #expect(desk.row(23).contains("The library is still being read"))
    #expect(!desk.screen.contains("No stories are listed"))
    desk.library.stories = [Samples.many(3)[2]]
    desk.send(.libraryChanged)
    // The story that Enter chose stays chosen, though newer ones come before it is on the screen.
    desk.answers = false
    desk.press("Enter")
    desk.answers = true
    desk.library.stories = Samples.many(3)
    desk.send(.libraryChanged)
    #expect(desk.state.list.selected?.id == Samples.id(3))
    desk.press("Esc")
    #expect(desk.state.list.selected?.id == Samples.id(3))
    // A library that has been read and has no stories says so.
    var empty = Desk(size: (80, 24), stories: [])
    empty.send(.progress(nil))
    empty.press("Enter")
    #expect(empty.row(23).contains("No stories are listed."))
  }

  @Test func aLibraryReadForTheFirstTimeShowsItsNewest() {
    var desk = Desk(size: (80, 24), stories: [])
    for number in [3, 2, 1] {
      desk.library.stories.insert(Samples.many(3)[number - 1], at: 0)
      desk.send(.libraryChanged)
      #expect(desk.state.list.selected?.id == Samples.id(number))
    }
    desk.send(.progress(nil))
    desk.send(.libraryChanged)
    let new = Samples.story(0, "Later", desk: nil, hoursAgo: 0, body: ["New."])
    desk.library.stories.insert(new, at: 0)
    desk.send(.libraryChanged)
    #expect(desk.state.list.selected?.id == Samples.id(1))
  }
}
