import Screen
import Stories
import Testing

@testable import NewsroomUI

/// The versions of a story: the count in the list, the list of versions, and what one changed.
@Suite struct VersionsTests {
  private func desk(_ columns: Int = 100, _ rows: Int = 30, colours: ColourDepth = .trueColour) -> Desk {
    var stories = [
      Samples.story(
        1, "Ferry stopped by ice", desk: "Nordic", hoursAgo: 1,
        body: ["The ferry lies in the harbour until Monday.", "Nobody was hurt."]),
      Samples.story(
        2, "Ferry stopped", desk: "Nordic", hoursAgo: 3,
        body: ["The ferry lies in the harbour until further notice.", "Nobody was hurt."]),
      Samples.story(3, "Ferry late", desk: "Nordic", hoursAgo: 5, body: ["The ferry is late."]),
      Samples.story(4, "Another", desk: nil, hoursAgo: 9, body: ["A text of its own."]),
    ]
    for index in 0..<3 { stories[index].listing.versions = 2 }
    var desk = Desk(size: (columns, rows), stories: stories, colours: colours)
    desk.library.versions = (1...3).map(Samples.id)
    return desk
  }

  @Test func theRowSaysHowManyVersionsThereAre() {
    let desk = desk()
    #expect(desk.screen.contains("· 3 versions"))
    #expect(desk.screen.components("versions") == 3)
  }

  @Test func vListsThemAndEnterReadsOne() {
    var desk = desk()
    desk.press("v")
    #expect(desk.screen.contains("3 versions"))
    #expect(desk.screen.contains("d shows changes"))
    desk.press("j Enter")
    #expect(desk.state.article?.opened.story.headline == "Ferry stopped")
    #expect(desk.state.focus == .article)
    desk.press("v")
    guard let chooser = desk.state.picker else {
      Issue.record("no list of versions")
      return
    }
    #expect(chooser.selected?.title == "Ferry stopped")
    desk.press("Esc")
    #expect(desk.screen.contains("further notice"))
  }

  @Test func aStoryAloneHasNone() {
    var desk = desk()
    desk.press("G v")
    #expect(desk.screen.contains("This story has no other version."))
    desk.press("Enter v")
    #expect(desk.screen.contains("This story has no other version."))
  }

  @Test(arguments: [ColourDepth.trueColour, .none])
  func dShowsWhatAVersionChangedWordByWord(_ colours: ColourDepth) {
    var desk = desk(colours: colours)
    desk.press("v d")
    #expect(desk.screen.contains("[-further notice.-] {+Monday.+}"))
    #expect(desk.screen.contains("1 word added, 2 removed"))
    #expect(desk.screen.contains("Nobody was hurt."))
    desk.press("j k PgDn g G Esc")
    #expect(!desk.screen.contains("{+"))
  }

  @Test func theOldestIsComparedWithTheNext() {
    var desk = desk()
    desk.press("v G")
    _ = desk.newEffects()
    desk.press("d")
    guard case .compare(let earlier, let later)? = desk.newEffects().first else {
      Issue.record("nothing compared")
      return
    }
    #expect((earlier.id, later.id) == (Samples.id(3), Samples.id(2)))
  }

  @Test func lettersDoNotNarrowTheListOfVersions() {
    var desk = desk()
    desk.press("v x y z")
    guard let chooser = desk.state.picker else {
      Issue.record("no list of versions")
      return
    }
    #expect(chooser.shown.count == 3)
    desk.press("v")
    guard desk.state.layers.isEmpty else {
      Issue.record("still choosing")
      return
    }
  }

  @Test func anAnswerThatComesTooLateIsDropped() {
    var desk = desk()
    desk.answers = false
    desk.press("v j")
    desk.send(.versions(Samples.id(1), desk.library.stories.map(\.listing)))
    guard desk.state.layers.isEmpty else {
      Issue.record("a list for another story")
      return
    }
  }

  @Test(arguments: [(20, 5), (40, 12), (200, 60)])
  func theyFitAnyScreen(_ size: (Int, Int)) {
    var desk = desk(size.0, size.1)
    desk.press("v d")
    #expect(desk.state.view().size == Size(columns: size.0, rows: size.1))
  }

  @Test func eachHasItsNumberItsOwnTimeAndItsWholeHeadline() {
    var desk = desk(80, 24)
    let long = "Ferry stopped by ice in the inner harbour until Monday at the earliest, says the master"
    desk.library.stories[0].listing.headline = long
    desk.library.stories[0].listing.updated = Timestamp(seconds: Samples.now.seconds - 600, offset: 7200)
    desk.library.stories[1].listing.updated = Timestamp(seconds: Samples.now.seconds - 660, offset: 7200)
    desk.send(.libraryChanged)
    desk.press("v")
    #expect(desk.screen.contains("version 3 · 29 Mar 2016, 11:50"))
    #expect(desk.screen.contains("version 2 · 29 Mar 2016, 11:49"))
    #expect(desk.screen.contains("version 1 · 29 Mar 2016, 07:00"))
    #expect(desk.screen.contains("Ferry stopped by ice in the inner harbour until Monday at the earliest,"))
    #expect(desk.screen.contains("says the master"))
    desk.press("d")
    #expect(desk.screen.contains(" version 2 → 3 · 1 word added, 2 removed "))
    desk.press("Esc j d")
    #expect(desk.screen.contains(" version 1 → 2 · "))
    // On wide screens it takes one line.
    desk.press("Esc Esc")
    desk.resize(150, 40)
    desk.press("g v")
    #expect(desk.screen.contains(long + " "))
  }

  @Test func theWiresOwnNumbersAreKept() {
    var desk = desk(120, 30)
    for (index, number) in [7, 5, 2].enumerated() { desk.library.stories[index].listing.version = number }
    desk.send(.libraryChanged)
    desk.press("v d")
    #expect(desk.screen.contains("version 5 → 7"))
  }
}

extension String {
  /// How many times a word is in it.
  fileprivate func components(_ word: String) -> Int { ranges(of: word).count }
}
