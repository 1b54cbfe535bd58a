import Stories
import TestSupport
import Testing
import Words

@testable import ContentLibrary

/// Tags of the reader's own: kept with the marks, found beside the files' own, and told apart from them.
@Suite struct TagTests {
  private func library(_ newsroom: TemporaryNewsroom, stories: Int = 12) throws -> Library {
    for number in 0..<stories {
      try newsroom.write(
        "\(number).slip",
        """
        headline: Story \(number)
        seconds: \(1_459_000_000 + number * 3_600)
        tags: \(number % 4 == 0 ? "Harbour" : "lamps")

        Words of \(number) boats
        """)
    }
    let library = try newsroom.library()
    try library.refreshed()
    return library
  }

  private func search(_ text: String) -> TypedSearch {
    TypedSearch(text, now: Timestamp(seconds: 1_459_100_000), isTyping: false)
  }

  private func found(_ text: String, _ library: Library) throws -> Set<String> {
    let query = Query(search: search(text))
    let window = try #require(try library.found(query, around: .first, before: 0, after: 100))
    #expect(window.total == window.rows.count)
    return Set(window.rows.map { String($0.path.prefix { $0 != "." }) })
  }

  private func name(_ text: String) throws -> TagName { try #require(TagName(text)) }

  @Test func tagsAreFoundBesideThoseOfTheFilesAndApart() throws {
    let newsroom = try TemporaryNewsroom()
    let library = try library(newsroom)
    for path in ["1.slip", "4.slip"] {
      try library.tag(library.row(path).id, name("härbour"), isSet: true)
    }
    try library.tag(library.row("4.slip").id, name("To do"), isSet: true)
    #expect(try found("tag:harbour", library) == ["0", "1", "4", "8"])
    #expect(try found("tag:harb*", library) == ["0", "1", "4", "8"])
    #expect(try found("tag:lamps", library).count == 9)
    #expect(try found("mytag:Harbour", library) == ["1", "4"])
    #expect(try found("mytag:h*", library) == ["1", "4"])
    #expect(try found("mine:\"to do\"", library) == ["4"])
    #expect(try found("mytag:harbour boats -mytag:\"to do\"", library) == ["1"])
    #expect(try found("-tag:harbour", library).count == 8)
    #expect(try found("tag:harbour -mytag:harbour", library) == ["0", "8"])
    #expect(try found("mytag:nothing", library).isEmpty)
    // The tag keeps the name that it was given first.
    #expect(
      try library.facets(.mine) == [
        FacetCount(Facet(.mine, "härbour"), total: 2, unread: 2),
        FacetCount(Facet(.mine, "To do"), total: 1, unread: 1),
      ])
    try library.mark(library.row("4.slip").id, read: true)
    let narrowed = try library.facets(.mine, of: Query(search: search("tag:lamps")))
    #expect(narrowed == [FacetCount(Facet(.mine, "härbour"), total: 1, unread: 1)])
    #expect(try library.facet(meantBy: Facet(.mine, "TO DO")) == Facet(.mine, "To do"))
  }

  @Test func tagsSurviveTheIndexAndARenamedFile() throws {
    let newsroom = try TemporaryNewsroom()
    let text = (0..<40).map { "Sentence \($0) tells that a\($0 * 7) met b\($0 * 13) by the quay." }
      .joined(separator: " ")
    try newsroom.write("one.slip", "headline: The quay\n\n\(text)", modified: 100)
    var library = try newsroom.library()
    try library.refreshed()
    try library.tag(library.row("one.slip").id, name("quays"), isSet: true)
    try newsroom.removeIndex()
    library = try newsroom.library()
    try library.refreshed()
    #expect(try found("mytag:quays", library) == ["one"])
    try newsroom.remove("one.slip")
    try newsroom.write("two.slip", "headline: The quay again\n\n\(text) And more.", modified: 200)
    try library.refreshed()
    #expect(try found("mytag:quays", library) == ["two"])
  }

  @Test func aTagIsGivenToAListAndTakenBack() throws {
    let newsroom = try TemporaryNewsroom()
    let library = try library(newsroom)
    let tag = try name("x")
    try library.tag(library.row("3.slip").id, tag, isSet: true)
    let rows = try library.rows()
    let given = try library.mark(.tagged(tag), .between(rows[6], rows[9]), of: Query(), step: 1)
    #expect(given.count == 3)
    #expect(try found("mytag:x", library).count == 4)
    #expect(try library.takeBack(step: 1)?.count == 3)
    #expect(try found("mytag:x", library) == ["3"])
    #expect(try library.repeatMarks(step: 1)?.count == 3)
    #expect(try library.mark(.untagged(tag), of: Query(), step: 2).count == 4)
    #expect(try library.ownTags().isEmpty)
    #expect(try library.takeBack(step: 2)?.count == 4)
    #expect(try found("mytag:x", library).count == 4)
  }

  @Test func aStoryHasABoundedNumberOfTags() throws {
    let newsroom = try TemporaryNewsroom()
    let library = try library(newsroom, stories: 2)
    let id = try library.row("0.slip").id
    for number in 0..<Marks.mostTagsOfStory { try library.tag(id, name("t\(number)"), isSet: true) }
    #expect(throws: LibraryError.self) { try library.tag(id, name("more"), isSet: true) }
    try library.tag(id, name("T3"), isSet: true)
    #expect(try library.mark(.tagged(name("more")), of: Query()).count == 1)
    #expect(try library.ownTags(of: id).count { $0.isSet } == Marks.mostTagsOfStory)
  }

  /// In a reading room, tags are in the stranger's own file of marks.
  @Test func strangersHaveTagsOfTheirOwn() throws {
    let newsroom = try TemporaryNewsroom()
    let library = try library(newsroom)
    try library.publishForAll()
    var room = Library.Configuration(
      directory: newsroom.directory, indexPath: newsroom.indexPath, formats: [Slip()])
    room.marksPath = newsroom.base + "/state/guest.sqlite"
    room.audience = .everybody
    let guest = try Library(room)
    try guest.tag(guest.row("5.slip").id, name("mine"), isSet: true)
    #expect(try found("mytag:mine", guest) == ["5"])
    #expect(try library.ownTags().isEmpty)
    room.marksPath = nil
    room.keepsMarks = false
    #expect(try Library(room).ownTags().isEmpty)
  }

  @Test(arguments: [
    ("  To   do ", "To do"), ("#later", "later"), ("a\u{202E}b\u{1B}c", "a b c"), ("“x”", "x"),
    ("C++", "C++"),
  ])
  func aNameIsMadeClean(_ typed: String, _ clean: String) {
    #expect(TagName(typed)?.text == clean)
  }

  @Test(arguments: ["", "  ", "\"\"", "#", "-", String(repeating: "x", count: 65)])
  func whatIsNoNameIsRefused(_ typed: String) {
    #expect(TagName(typed) == nil)
  }
}
