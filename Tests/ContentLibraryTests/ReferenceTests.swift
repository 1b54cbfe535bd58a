import Stories
import Testing

@testable import ContentLibrary

@Suite struct ReferenceTests {
  let newsroom: TemporaryNewsroom

  init() throws { newsroom = try TemporaryNewsroom() }

  @Test(arguments: [
    ("to headline: Ferry line to reopen", "harbour/ferry.slip"),
    ("to headline: FERRY LINE to reopen!", "harbour/ferry.slip"),
    ("to headline: Malmo’s streets, at night", "harbour/malmo.slip"),
    ("to headline: No such story", nil),
    ("to headline: Said twice", nil),
    ("to headline: !!!", nil),
    ("to path: harbour/ferry.slip", "harbour/ferry.slip"),
    ("to path: harbour/ferry", "harbour/ferry.slip"),
    ("to path: /Harbour/./ferry.html", "harbour/ferry.slip"),
    ("to path: harbour", "harbour/index.slip"),
    ("to path: harbour/", "harbour/index.slip"),
    ("to path: harbour/index.html", "harbour/index.slip"),
    ("to path: elsewhere/ferry", nil),
    ("to slug: the-ferry", "harbour/ferry.slip"),
    ("to slug: The Ferry", "harbour/ferry.slip"),
    ("to slug: Ferry line to reopen", "harbour/ferry.slip"),
    ("to url: https://example.com/ferry", "harbour/ferry.slip"),
    ("to url: http://www.EXAMPLE.com/ferry/?utm_source=feed&fbclid=1#part", "harbour/ferry.slip"),
    ("to url: HTTPS://example.com:443/ferry/index.html?gclid=1&mc_cid=2", "harbour/ferry.slip"),
    ("to url: http://example.com:80/ferry", "harbour/ferry.slip"),
    ("to url: https://example.com:8080/ferry", nil),
    ("to url: https://example.com/ferry?page=2", nil),
    ("to url: https://example.com/Ferry", nil),
    ("to url: example", nil),
  ])
  func referencesFindTheirStory(_ line: String, _ path: String?) throws {
    try newsroom.write(
      "harbour/ferry.slip",
      "headline: Ferry line to reopen\nslug: the-ferry\nurl: https://example.com/ferry\n\nText")
    try newsroom.write("harbour/malmo.slip", "headline: Malmö's streets at night\n\nText")
    try newsroom.write("harbour/index.slip", "headline: The harbour\n\nText")
    for path in ["x.slip", "y.slip"] { try newsroom.write(path, "headline: Said twice\n\n\(path)") }
    try newsroom.write("from.slip", "headline: From\n\(line)\n\nText")
    let library = try newsroom.library()
    try library.refreshed()
    let story = try library.story(library.row("from.slip").id)
    #expect(story.references.map(\.story) == [try path.map { try library.row($0).id }])
    // What is found from here is also found from there.
    guard let path else { return }
    let linking = try library.open(library.row(path).id).related.filter { $0.reason == .linksHere }
    #expect(linking.map(\.listing?.path) == ["from.slip"])
  }

  @Test(arguments: [
    ("https://example.org/2023/11/14/new-quay.html", true),
    ("http://other.org/blog/2023/11/14/New-Quay/", true),
    ("https://example.org/2023/11/14/new-quay?utm_source=x#part", true),
    ("https://example.org/2023/11/15/new-quay.html", false), ("https://example.org/2023/11/14/quay", false),
    ("https://example.org/new-quay", false), ("https://example.org/2023/11/new-quay", false),
  ])
  func anAddressMayEndWithDayAndSlug(_ address: String, _ isFound: Bool) throws {
    // 14 November 2023, 22:13 in Greenwich.
    try newsroom.write("quay.slip", "headline: A quay\nslug: new-quay\nseconds: 1700000000\n\nText")
    try newsroom.write("from.slip", "headline: From\nto url: \(address)\n\nText")
    let library = try newsroom.library()
    try library.refreshed()
    let quay = try library.row("quay.slip").id
    #expect(try library.story(library.row("from.slip").id).references[0].story == (isFound ? quay : nil))
    #expect(try library.open(quay).related.map(\.reason) == (isFound ? [.linksHere] : []))
    // A story that gives its own address is found only there.
    try newsroom.write(
      "quay.slip", "headline: A quay\nslug: new-quay\nseconds: 1700000000\nurl: https://example.org/q\n\nText"
    )
    try library.refreshed()
    #expect(try library.story(library.row("from.slip").id).references[0].story == nil)
  }

  @Test func aPathOutsideTheLibraryMatchesNoStory() throws {
    try newsroom.write("b/harbour.slip", "headline: The harbour\nslug: harbour\n\nText")
    try newsroom.write(
      "from.slip", "headline: From\nto path: ../b/harbour.slip\nto path: ../b/x.slip\n\nText")
    let library = try newsroom.library()
    try library.refreshed()
    let references = try library.story(library.row("from.slip").id).references
    #expect(references.map(\.story) == [nil, nil])
    // It may be the address of a page beside this one: the reader has to decide.
    #expect(references.map(\.probably) == [try library.row("b/harbour.slip").id, nil])
  }

  @Test func aDeadReferenceNamesTheProbableStory() throws {
    try newsroom.write("main.slip", "headline: Ferries sail at night\n\nText")
    try newsroom.write("from.slip", "headline: From\nmore: Ferries sail at night: a report\n\nText")
    let library = try newsroom.library()
    try library.refreshed()
    let reasons = try library.problems().map(\.reason).filter { $0.contains("a report") }
    #expect(reasons.count == 1)
    #expect(
      reasons[0].hasSuffix("a report” finds no story; it probably means “Ferries sail at night” (main.slip)"))
  }

  @Test func anExactHeadlineDecides() throws {
    try newsroom.write("x.slip", "headline: Said twice\n\nx")
    try newsroom.write("y.slip", "headline: Said Twice\n\ny")
    try newsroom.write("from.slip", "headline: From\n\nText")
    try newsroom.write("more.slip", "headline: More\nmore: Said Twice\n\nText")
    let library = try newsroom.library()
    try library.refreshed()
    #expect(try library.story(library.row("more.slip").id).references[0].story == library.row("y.slip").id)
    #expect(try library.open(library.row("y.slip").id).related.map(\.reason) == [.linksHere])
    #expect(try library.open(library.row("x.slip").id).related.isEmpty)
  }

  @Test func aLateStoryActivatesItsReferences() throws {
    try newsroom.write("from.slip", "headline: From\nmore: To come\n\nText")
    let library = try newsroom.library()
    try library.refreshed()
    let from = try library.row("from.slip").id
    #expect(try library.open(from).related.map(\.reason) == [.notHere])
    #expect(try library.problems().contains { $0.reason.contains("To come") })
    try newsroom.write("to.slip", "headline: To come\n\nText")
    try library.refreshed()
    #expect(try library.open(from).related.map(\.listing?.path) == ["to.slip"])
    #expect(try !library.problems().contains { $0.reason.contains("To come") })
    try newsroom.remove("to.slip")
    try library.refreshed()
    #expect(try library.open(from).related.map(\.reason) == [.notHere])
  }

  @Test func relatedStoriesComeOnceAndInOrder() throws {
    for name in ["one", "two", "three"] {
      try newsroom.write("\(name).slip", "headline: \(name)\nheadline: \(name)\n\nText")
    }
    try newsroom.write("links.slip", "headline: links\nto path: middle.slip\n\nText")
    try newsroom.write(
      "middle.slip",
      """
      headline: middle
      to url: https://example.org/
      to path: three.slip
      to path: one
      to path: middle
      to nothing: lost
      to nothing: lost
      teaser: two
      teaser: unknown
      teaser: one
      more: one
      more: middle
      more: one

      Text
      """)
    let library = try newsroom.library()
    try library.refreshed()
    let related = try library.open(library.row("middle.slip").id).related
    #expect(
      related.map { "\($0.reason) \($0.title)" } == [
        "readMore one", "readMore two", "linkedHere three", "linksHere links", "notHere unknown",
        "notHere lost",
        "outside https://example.org/",
      ])
  }

  @Test func storyMayBeFoundInManyWays() throws {
    try newsroom.write("harbour/ferry.slip", "headline: København får færge\nslug: the-ferry\n\nText")
    try newsroom.write("other.slip", "headline: Another\n\nText")
    try newsroom.write("untitled.slip", "Text without a headline")
    let library = try newsroom.library()
    try library.refreshed()
    let id = try library.row("harbour/ferry.slip").id
    for words in [
      "harbour/ferry.slip", "./harbour/ferry.slip", "harbour/ferry", id.description,
      String(id.description.prefix(6)), id.description.uppercased(), "the-ferry", "København får færge",
      "kobenhavn faar faerge".replacing("faar", with: "far"), "faerge", "far færge",
    ] { #expect(try library.find(words).map(\.id) == [id], "\(words)") }
    for words in ["", "!!!", "nowhere", "fa", "%", "' OR 1", "\0", "../harbour/ferry.slip"] {
      #expect(try library.find(words).isEmpty, "\(words)")
    }
  }

  @Test func copiesOfAStoryAreOneStoryToReferences() throws {
    let newsroom = try TemporaryNewsroom()
    let text = "The harbour of the north was closed for the whole of a day."
    for name in ["a", "b"] {
      try newsroom.write("\(name).slip", "headline: Closed\nseconds: 1600000000\n\n\(text)")
    }
    try newsroom.write("c.slip", "headline: Open\nseconds: 1600000500\nmore: Closed\n\nAnother day.")
    let library = try newsroom.library()
    try library.refreshed()
    let story = try library.story(library.row("c.slip").id)
    let newest = try #require(try library.rows().first { $0.headline == "Closed" })
    #expect(story.references.map(\.story) == [newest.id])
  }
}
