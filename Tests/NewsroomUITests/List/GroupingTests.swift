import Messages
import Screen
import Stories
import Testing

@testable import NewsroomUI

/// The list under desks or sources, and facts beside the headlines.
@Suite struct GroupingTests {
  private var stories: [OpenedStory] {
    var stories = Samples.newsroom
    for (index, provider) in [0: "Coast Wire", 1: "Coast Wire", 3: "Harbour Feed"] {
      stories[index].story.wire.provider = provider
    }
    return stories
  }

  @Test func theListStandsUnderDesks() {
    var desk = Desk(size: (60, 20), stories: stories)
    desk.press("_")
    #expect(
      desk.squeezed == [
        "Content All desks · by desk 6 stories · 5 unread", "BUSINESS",
        "▌ Ferry line to reopen in spring", "▌ 29 Mar · 1 min ●", "CULTURE", "A bestseller nobody planned",
        "28 Mar · 1 min", "The orchestra that rehearses on a barge", "9 Mar · 1 min ★●", "NORDIC",
        "Harbour cities agree on a plan to keep streets safe", "29 Mar · 1 min ●",
        "Lighthouse keepers meet for the last time", "28 Mar · 1 min ●", "NO DESK", "Winter roads open late",
        "25 Mar · 1 min ●", "By desk. 1 of 6",
      ])
  }

  @Test func theKeyGoesThroughSourcesAndNoHeadings() {
    var desk = Desk(size: (60, 20), stories: stories)
    desk.press("_ _")
    #expect(desk.row(1) == " COAST WIRE" && desk.screen.contains(" HARBOUR FEED\n"))
    #expect(desk.screen.contains(" NO SOURCE\n"))
    desk.press("_")
    #expect(desk.row(1).hasPrefix(" ▌ Harbour cities") && !desk.screen.contains("TODAY"))
    desk.press("_")
    #expect(desk.row(1) == " TODAY")
  }

  @Test func theSelectedStoryStays() {
    var desk = Desk(size: (60, 20), stories: stories)
    desk.press("j j j")
    let row = desk.state.list.selected?.id
    desk.press("_")
    #expect(desk.state.list.selected?.id == row)
    desk.press("_ _ _")
    #expect(desk.state.list.selected?.id == row)
  }

  @Test func aDateNeedsTheListByDate() {
    var desk = Desk(size: (60, 20), stories: stories)
    desk.press("_ @")
    desk.type("yesterday")
    desk.press("Enter")
    #expect(desk.state.list.query.grouping == .dates)
    #expect(desk.state.list.selected?.headline == "A bestseller nobody planned")
  }

  @Test func resultsAreNotParted() {
    var desk = Desk(size: (60, 20), stories: stories)
    desk.press("/")
    desk.type("ferry")
    desk.press("Enter _")
    #expect(desk.row(19).hasPrefix(" Results stand together"))
  }

  private func wired(_ columns: [ListColumn], _ size: (Int, Int)) -> Desk {
    var stories = Samples.newsroom
    (stories[0].listing.slug, stories[0].listing.urgency) = ("harbour-plan-final-text", 3)
    (stories[0].listing.version, stories[0].listing.source) = (2, "Coast Wire")
    var preferences = Preferences()
    preferences.columns = columns
    return Desk(size: size, stories: stories, preferences: preferences)
  }

  /// A column without a fact in any row leaves its place to the headlines.
  @Test func emptyColumnsTakeNoPlace() {
    var preferences = Preferences()
    preferences.columns = [.slug, .urgency, .version, .source]
    let size = (60, 12)
    let plain = Desk(size: size, stories: Samples.newsroom)
    #expect(Desk(size: size, stories: Samples.newsroom, preferences: preferences).screen == plain.screen)
    var stories = Samples.newsroom
    stories[1].listing.urgency = 2
    let some = Desk(size: size, stories: stories, preferences: preferences)
    #expect(some.state.listColumns == [.urgency] && some.screen.contains("u2"))
  }

  @Test func factsStandBesideTheHeadline() {
    let desk = wired([.slug, .urgency, .version, .words, .source], (70, 12))
    #expect(desk.state.list.query.isDetailed)
    // The source has no room left.
    #expect(desk.row(2).contains("  harbour-plan-fina…  u3   v2  "), "\(desk.row(2))")
    #expect(!desk.row(2).contains("Coast Wire"))
  }

  /// A headline keeps 24 columns, whatever is asked for.
  @Test(arguments: [(160, 45), (120, 36), (100, 12), (80, 24), (60, 20), (40, 12), (20, 5)])
  func theHeadlineKeepsItsRoom(_ columns: Int, _ rows: Int) throws {
    let desk = wired(ListColumn.allCases, (columns, rows))
    let plain = wired([], (columns, rows))
    let pane = try #require(desk.state.plan.list)
    let room = pane.columns - ListGeometry.indent(in: pane) - 1
    let shown = ListColumn.fitting(ListColumn.allCases, besides: room)
    let left = room - shown.reduce(0) { $0 + $1.width + ListColumn.gap }
    #expect(shown.isEmpty || left >= ListColumn.leastHeadline)
    let line = plain.screen.split(separator: "\n").firstIndex { $0.contains("Harbour cit") } ?? 2
    let head = desk.screen.split(separator: "\n")[line].prefix(pane.columns)
    #expect(head.contains("Harbour cities agree") || columns < 40)
  }

  @Test func factsAreOfFixedWidth() {
    for column in ListColumn.allCases {
      var listing = Samples.newsroom[0].listing
      (listing.slug, listing.source, listing.urgency) = (String(repeating: "x", count: 60), "é", 1)
      #expect(column.text(of: listing, .english).count == column.width)
    }
  }
}
