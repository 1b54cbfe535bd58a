import Stories
import Testing

@testable import NewsroomUI

/// The first story's reference to a missing story, which probably means the lighthouse keepers.
private func desk() -> Desk {
  var stories = Samples.newsroom
  stories[0].story.references[2].probably = stories[3].story.id
  let row = stories[3].listing
  stories[0].related = [
    Related(reason: .readMore, title: row.headline, listing: row, reference: 2, isProbable: true)
  ]
  var desk = Desk(size: (80, 24), stories: stories)
  desk.press("Enter")
  return desk
}

private func shows(_ desk: Desk, _ words: String) -> Bool {
  (0..<24).contains { desk.row($0).contains(words) }
}

@Test func whatIsProbablyMeantSaysSo() {
  #expect(shows(desk(), "probably · announced"))
}

@Test func whatIsProbablyMeantIsOpenedOnlyWhenTheReaderSaysSo() {
  for keys in ["1", "r 1", "Tab Enter"] {
    var desk = desk()
    desk.press(keys)
    #expect(desk.state.article?.id == Samples.id(1), "\(keys)")
    #expect(shows(desk, "Probably this story"), "\(keys)")
    var other = desk
    desk.press("Enter")
    #expect(desk.state.article?.id == Samples.id(4), "\(keys)")
    other.press("Down Enter")
    #expect(other.state.article?.id == Samples.id(1), "\(keys)")
    #expect(!shows(other, "Probably this story"), "\(keys)")
  }
}

@Test func aReferenceComesAliveInTheOpenReader() {
  var desk = Desk(size: (80, 24))
  desk.press("Enter 3")
  #expect(desk.row(23).hasPrefix(" Not in this library yet"))
  let landed = desk.library.stories[3]
  desk.library.stories[0].story.references[2].story = landed.story.id
  desk.library.stories[0].related = [
    Related(reason: .readMore, title: landed.listing.headline, listing: landed.listing, reference: 2)
  ]
  desk.send(.libraryChanged)
  desk.press("1")
  #expect(desk.state.article?.id == Samples.id(4))
}

@Test(arguments: [
  ("files/chart.PNG", Reference.Kind.story, "A picture in the library's directory"),
  ("paper.pdf", .story, "A document in the library's directory"),
  ("../../etc/passwd", .outside, "This path is outside the library's directory."),
])
func filesThatAreNoStoriesAreShownAsWhatTheyAre(_ path: String, _ kind: Reference.Kind, _ words: String) {
  var stories = Samples.newsroom
  stories[0].story.references[1].kind = kind
  stories[0].story.references[1].naming = .path
  stories[0].story.references[1].target = path
  var desk = Desk(size: (80, 24), stories: stories)
  desk.press("Enter 4")
  #expect(shows(desk, path))
  #expect(shows(desk, words))
  desk.press("Esc")
  #expect(!shows(desk, words))
}

@Test func anAddressIsShownWithoutWhatTracksTheReader() {
  var stories = Samples.newsroom
  stories[0].story.references[1].target = "https://example.org/rules?utm_source=newsletter&page=2"
  var desk = Desk(size: (80, 24), stories: stories)
  desk.press("Enter 4")
  #expect(shows(desk, "https://example.org/rules?page=2"))
  #expect(shows(desk, "Tracking parameters removed."))
}

@Test func addressesOutsideAreShownInFullAndNotOpened() {
  var stories = Samples.newsroom
  let address = "https://example.org/" + String(repeating: "long/", count: 30) + "end"
  stories[0].story.references[1].target = address
  var desk = Desk(size: (80, 24), stories: stories)
  desk.press("Enter 4")
  #expect(shows(desk, "Outside the library"))
  #expect(shows(desk, "long/end") || shows(desk, "/end"))
  #expect(shows(desk, "shown, not opened"))
  desk.press("Esc")
  #expect(!shows(desk, "shown, not opened"))
  #expect(desk.state.article?.id == Samples.id(1))
}
