import Stories

@testable import NewsroomUI

/// A small invented newsroom.
enum Samples {
  /// Tuesday 29 March 2016, 12:00 in Copenhagen.
  static let now = Timestamp(seconds: 1_459_245_600, offset: 7200)

  static let newsroom: [OpenedStory] = {
    var stories = [
      story(
        1, "Harbour cities agree on a plan to keep streets safe", desk: "Nordic", hoursAgo: 3,
        standfirst: "The network meets for the first time, in Malmö",
        body: [
          """
          Eleven harbour cities have agreed on a common plan for streets that are lit, swept and walked in \
          the evening, and on a fund to pay for it.
          """,
          """
          The plan was signed on Tuesday after two days of talks. It asks every city to count its dark \
          corners, to publish the count, and to mend the worst of them within a year.
          """,
          """
          A second meeting follows in autumn, when the first counts are due. Until then the cities share \
          what they learn by letter.
          """,
        ]),
      story(
        2, "Ferry line to reopen in spring", desk: "Business", hoursAgo: 4,
        body: ["The ferry sails again from the first of May, with a smaller ship and a longer summer."]),
      story(
        3, "A bestseller nobody planned", desk: "Culture", hoursAgo: 26, read: true,
        body: ["A cookery book printed for a village feast has sold forty thousand copies."]),
      story(
        4, "Lighthouse keepers meet for the last time", desk: "Nordic", hoursAgo: 30,
        body: ["The last twelve keepers drank coffee on the rock where the light now turns by itself."]),
      story(
        5, "Winter roads open late", desk: nil, hoursAgo: 24 * 4, body: ["Snow keeps the passes closed."]),
      story(
        6, "The orchestra that rehearses on a barge", desk: "Culture", hoursAgo: 24 * 20, saved: true,
        body: ["Every Thursday the strings come aboard first, because the hatch is narrow."]),
    ]
    stories[0].story.references = [
      Reference(
        kind: .story, text: "Ferry line to reopen in spring", target: "Ferry line to reopen in spring",
        naming: .headline, label: "READ MORE", position: 2, story: stories[1].story.id),
      Reference(
        kind: .outside, text: "the fund's rules (in English)", target: "https://example.org/rules",
        naming: .url),
      Reference(
        kind: .story, text: "Dark corners counted", target: "Dark corners counted", naming: .headline,
        label: "READ MORE", position: 3),
    ]
    stories[0].story.body[2] = Block(
      .paragraph([
        Inline("A second meeting follows in autumn, when the first counts are due. Until then "),
        Inline("the fund's rules", reference: 1),
        Inline(" hold, and the cities share what they learn by letter."),
      ]))
    stories[0].story.bylines = ["the Nordic desk"]
    stories[0].related = [
      related(.readMore, stories[1], reference: 0), related(.linksHere, stories[3]),
      Related(
        reason: .notHere, title: "Dark corners counted", text: "A walk through the city after nightfall.",
        reference: 2),
      Related(
        reason: .outside, title: "the fund's rules (in English)", target: "https://example.org/rules",
        reference: 1),
    ]
    stories[1].related = [related(.linksHere, stories[0])]
    stories[3].related = [related(.linkedHere, stories[0])]
    return stories
  }()

  /// Any number of plain stories, one per hour.
  static func many(_ count: Int) -> [OpenedStory] {
    (1...max(1, count)).map { number in
      story(
        number, "Story number \(number)", desk: number.isMultiple(of: 2) ? "Nordic" : "Culture",
        hoursAgo: number,
        body: Array(repeating: "The tide tables were printed twice that year, and nobody minded.", count: 12))
    }
  }

  static func id(_ number: Int) -> StoryID { StoryID(rawValue: UInt64(number)) }

  static func story(
    _ number: Int, _ headline: String, desk: String?, hoursAgo: Int, standfirst: String? = nil,
    read: Bool = false, saved: Bool = false, body: [String]
  ) -> OpenedStory {
    var story = Story(id: id(number), path: "\(number).txt", format: "text", headline: headline)
    story.standfirst = standfirst
    story.section = desk
    story.published = Timestamp(
      seconds: now.seconds - Int64(hoursAgo * 3600), offset: 7200, precision: .minute)
    story.body = body.map { Block(.paragraph([Inline($0)])) }
    let listing = Listing(
      id: story.id, position: 1_000_000 - Int64(number), path: story.path, headline: headline,
      teaser: story.teaser, section: desk, published: story.published, words: story.words, isRead: read,
      isSaved: saved)
    return OpenedStory(story: story, listing: listing, related: [])
  }

  private static func related(_ reason: Related.Reason, _ other: OpenedStory, reference: Int? = nil)
    -> Related
  {
    Related(
      reason: reason, title: other.story.headline, text: other.listing.teaser, listing: other.listing,
      reference: reference)
  }
}
