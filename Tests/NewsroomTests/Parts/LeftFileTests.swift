import ContentLibrary
import NewsroomUI
import Stories
import TestSupport
import Testing
import Words

@testable import newsroom

/// The place at which the last visit to a library ended, kept beside the marks.
@Suite struct LeftFileTests {
  private let reader: Reader
  private let file: LeftFile

  init() throws {
    reader = try Reader()
    try reader.screens("shot")
    file = LeftFile(path: reader.folder.file("state/left.toml"))
  }

  private func row(_ words: String) throws -> Listing { try #require(try reader.library.find(words).first) }

  @Test func theLastPlaceComesBack() throws {
    let row = try row("The last lamp")
    let search = TypedSearch("the fer", now: Reader.now)
    for query in [
      Query(), Query(marked: .unread, order: .oldestFirst),
      Query(facets: [Facet(.desk, "Nordic \"1\""), Facet(.author, "")], order: .headline),
      Query(facets: [Facet(.format, "markdown")], search: search, order: .bestFirst),
    ] {
      for isReading in [true, false] {
        let place = Resumption(query: query, row: row, isReading: isReading)
        try file.keep(place, in: reader.library.identity)
        let back = try #require(file.load(reader.library))
        #expect(back.query.facets == query.facets && back.query.marked == query.marked)
        #expect(back.query.order == query.order && back.isReading == isReading && back.row?.id == row.id)
        #expect(back.query.search?.text == query.search?.text)
        #expect(back.query.search?.query.lastWordIsPrefix == query.search?.query.lastWordIsPrefix)
      }
    }
  }

  @Test func panesAndLinesComeBack() throws {
    var look = Look()
    (look.measure, look.listColumns, look.panelColumns) = (80, 30, 44)
    (look.hidesPanel, look.isCompact) = (true, false)
    let place = Resumption(query: Query(), row: nil, isReading: false)
    let opening = Opening(reader.library, story: nil)
    #expect(file.look(opening) == Look())
    try file.keep(place, look, of: opening)
    #expect(file.look(opening) == look)
    try file.keep(place, Look(), of: opening)
    #expect(file.look(opening) == Look())
  }

  /// Keys that have been used are the reader's, not a library's, and count in all libraries.
  @Test func usedKeysComeBack() throws {
    #expect(file.keyUses() == KeyUses())
    let place = Resumption(query: Query(), row: nil, isReading: false)
    try file.keep(place, in: "/one")
    try file.keep(KeyUses(["down": 3, "find": 9, "no-such-command": 4]))
    #expect(file.keyUses().counts == ["down": 3, "find": KeyUses.enough])
    // Another reader that ran meanwhile takes nothing away.
    try file.keep(KeyUses(["down": 1, "read": 2]))
    #expect(file.keyUses().counts == ["down": 3, "find": KeyUses.enough, "read": 2])
    for number in 0..<60 { try file.keep(place, in: "/library\(number)") }
    #expect(file.keyUses().counts["find"] == KeyUses.enough)
    try reader.folder.write("state/left.toml", text: "[\"keys used\"]\ndown = \"x\"\nfind = -3\nread = 2\n")
    #expect(file.keyUses().counts == ["read": 2])
    try reader.folder.write("state/left.toml", text: "[\"keys used\"\n")
    #expect(file.keyUses() == KeyUses())
  }

  @Test func aMissingOrBrokenFileIsIgnored() throws {
    #expect(file.load(reader.library) == nil)
    for text in ["x", "[\"\(reader.library.identity)\"]\nstory = 3\nfacets = [1, [2]]\norder = \"odd\"\n"] {
      try reader.folder.write("state/left.toml", text: text)
      let place = file.load(reader.library)
      #expect(place == nil || place == Resumption(query: Query(), row: nil, isReading: false))
    }
    // The next visit does not begin with a missing story.
    try file.keep(
      Resumption(query: Query(), row: try row("The last lamp"), isReading: true), in: reader.library.identity
    )
    try reader.folder.remove("stories/lamp.md")
    _ = try reader.library.refresh()
    let place = try #require(file.load(reader.library))
    #expect(place.row == nil && !place.isReading)
  }

  @Test func librariesHaveTheirOwnPlacesAndOldOnesAreDropped() throws {
    let place = Resumption(query: Query(order: .headline), row: nil, isReading: false)
    try file.keep(place, in: "/other")
    #expect(file.load(reader.library) == nil)
    for number in 0..<70 { try file.keep(place, in: "/library/\(number)") }
    try file.keep(place, in: reader.library.identity)
    #expect(file.load(reader.library)?.query.order == .headline)
    let text = try reader.folder.text("state/left.toml")
    #expect(text.ranges(of: "headline").count <= 50)
  }
}
