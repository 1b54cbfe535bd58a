import Foundation
import Stories
import System
import Testing
import Words

@testable import ContentLibrary

/// Several directories that are read as one library.
@Suite struct SeveralDirectoriesTests {
  private let newsroom: TemporaryNewsroom

  /// Two wires of the same name, a folder of notes whose name begins with a dot, and a folder beside them.
  init() throws {
    newsroom = try TemporaryNewsroom()
    try newsroom.write(
      "north/wire/a.slip", "headline: Ferry in the north\nto path: .notes/n.slip\n\nFerry text")
    try newsroom.write("south/wire/b.slip", "headline: Train in the south\n\nTrain text")
    try newsroom.write("south/wire/drafts/c.slip", "headline: Draft\n\nDraft text")
    try newsroom.write(".notes/n.slip", "headline: Note\nmore: Train in the south\n\nNote text")
    try newsroom.write("beside/x.slip", "headline: Not in it\n\nOther text")
  }

  private func real(_ path: String) throws -> String {
    try #require(
      realpath(newsroom.directory + "/" + path, nil).map { path in
        defer { free(path) }
        return String(cString: path)
      })
  }

  private func configuration(_ paths: [String]) -> Library.Configuration {
    Library.Configuration(
      directories: paths.map { newsroom.directory + "/" + $0 }, indexPath: newsroom.indexPath,
      marksPath: newsroom.marksPath, formats: [Slip()])
  }

  private func open(_ paths: [String] = ["south/wire", "north/wire", ".notes"]) throws -> Library {
    let library = try Library(configuration(paths))
    try library.refreshed()
    return library
  }

  private func paths(_ library: Library) throws -> [String] { try library.rows().map(\.path).sorted() }

  @Test(arguments: [
    (["/a/news"], ["news"]), (["/a/news", "/b/feeds"], ["news", "feeds"]),
    (["/a/news", "/b/news", "/c"], ["a-news", "b-news", "c"]),
    (["/x/a/news", "/y/a/news", "/news"], ["x-a-news", "y-a-news", "news"]),
    (["/a-b/c", "/a/b-c", "/b/c"], ["a-b-c", "b-c", "b-c"]),
  ])
  func namesAreAsShortAsTheyCanBe(_ paths: [String], _ names: [String]) {
    let found = Root.names(of: paths)
    #expect(Set(found).count == paths.count)
    if Set(names).count == names.count { #expect(found == names) }
  }

  @Test func theirStoriesAreOneList() throws {
    let library = try open()
    #expect(
      try paths(library) == [
        ".notes/n.slip", "north-wire/a.slip", "south-wire/b.slip", "south-wire/drafts/c.slip",
      ])
    #expect(library.name == ".notes + north-wire + south-wire")
    let reals = try [".notes", "north/wire", "south/wire"].map(real)
    #expect(library.identity == reals.joined(separator: "/") && library.directories == reals)
    let query = SearchQuery.parse("train", now: Timestamp(seconds: WallClock.seconds))
    #expect(
      try library.search(query, now: WallClock.seconds, limit: 10).rows.map(\.path) == ["south-wire/b.slip"])
    let open = try library.open(try #require(try library.rows().first { $0.path == "south-wire/b.slip" }).id)
    #expect(open.story.text.contains("Train text"))
  }

  /// The folders in a directory are desks as if it were alone; what is in none is on the desk of its directory.
  @Test func desksAreTheFoldersOfEach() throws {
    try newsroom.write("north/wire/harbour/d.slip", "headline: Quay\n\nText")
    try newsroom.write("north/wire/e.slip", "headline: Own\nsection: Chess\n\nText")
    let library = try open(["north/wire", "south/wire"])
    let desks = try library.rows().map { "\($0.path): \($0.section ?? "")" }.sorted()
    #expect(
      desks == [
        "north-wire/a.slip: North wire", "north-wire/e.slip: Chess", "north-wire/harbour/d.slip: Harbour",
        "south-wire/b.slip: South wire", "south-wire/drafts/c.slip: Drafts",
      ])
    for row in try library.rows() { #expect(try library.open(row.id).story.section == row.section) }
    #expect(
      try library.window(Query(facets: [Facet(.desk, "Harbour")]), around: .first, before: 0, after: 9).total
        == 1)
  }

  @Test func theOrderAndADirectoryInAnotherMakeNoDifference() throws {
    let one = try open(["north/wire", "south/wire"])
    let other = try Library(configuration(["south/wire", "north/wire", "south/wire/drafts", "south/wire/."]))
    #expect(other.identity == one.identity)
    #expect(Library.identity(of: configuration(["south/wire", "north/wire"]).directories) == one.identity)
    #expect(LibraryPaths.index(of: one.identity).contains("/wire---wire-"))
    // Of a directory and a folder in it, the directory is left: a library of one.
    let lone = try Library(configuration(["south", "south/wire"]))
    #expect(try lone.identity == real("south") && lone.name == "south")
  }

  @Test func storiesOfOneLeadToThoseOfAnother() throws {
    let library = try open()
    let rows = try library.rows()
    let ferry = try library.open(try #require(rows.first { $0.headline == "Ferry in the north" }).id)
    #expect(ferry.story.references.first.map { "\($0.naming)" } == "path")
    #expect(ferry.related.contains { $0.listing?.path == ".notes/n.slip" })
    let note = try library.open(try #require(rows.first { $0.headline == "Note" }).id)
    #expect(note.related.contains { $0.listing?.path == "south-wire/b.slip" })
  }

  @Test func rulesHoldInEachOfThem() throws {
    try newsroom.write("north/wire/drafts/d.slip", "headline: Draft too\n\nDraft")
    try newsroom.write("south/wire/.newsroomignore", "/b.slip\n!drafts/\n")
    var configuration = configuration(["south/wire", "north/wire"])
    configuration.ignoring = ["/drafts/"]
    let library = try Library(configuration)
    try library.refreshed()
    #expect(try paths(library) == ["north-wire/a.slip", "south-wire/drafts/c.slip"])
    #expect(try library.take("north-wire/drafts/d.slip").isEmpty)
    #expect(try library.take("south-wire/drafts/c.slip").count == 1)
  }

  @Test func linksStayInTheirDirectory() throws {
    for (target, name) in [
      ("drafts/c.slip", "in.slip"), ("../../north/wire", "out"), ("../../beside", "beside"),
    ] {
      #expect(symlink(target, newsroom.directory + "/south/wire/" + name) == 0)
    }
    var configuration = configuration(["south/wire", "north/wire"])
    (configuration.links, configuration.ignoring) = (.inside, ["drafts/"])
    let library = try Library(configuration)
    try library.refreshed()
    #expect(try paths(library) == ["north-wire/a.slip", "south-wire/b.slip", "south-wire/in.slip"])
    #expect(library.root.target(of: "south-wire/in.slip") == .inside("south-wire/drafts/c.slip"))
    #expect(library.root.target(of: "south-wire/out/a.slip") == .outside)
    for path in ["beside/x.slip", "../beside/x.slip", "south-wire/../../beside/x.slip", "", "south-wire"] {
      #expect(throws: LibraryError.self, "\(path)") { try SafeFile(root: library.root).read(path) }
    }
  }

  /// A disk that is not there must not be taken for one without stories.
  @Test func oneThatIsGoneLosesNothing() throws {
    let library = try open(["south/wire", "north/wire"])
    try newsroom.remove("north/wire")
    let gone = LibraryError.noDirectory(path: library.directories[0])
    #expect(throws: gone) { try library.refreshed() }
    #expect(throws: gone) { _ = try library.passedOver() }
    #expect(try library.count() == 3)
    #expect(throws: LibraryError.self) { try open(["south/wire", "north/wire"]) }
    try newsroom.write("north/wire/a.slip", "headline: Ferry in the north\n\nFerry text, longer")
    #expect(try open(["south/wire", "north/wire"]).count() == 3)
  }

  @Test func filesAreFoundByTheirRealPaths() throws {
    let library = try open()
    let file = newsroom.directory + "/north/wire/a.slip"
    #expect(library.paths(ofFile: file) == ["north-wire/a.slip"])
    #expect(library.paths(ofFile: newsroom.directory + "/beside/x.slip").isEmpty)
    #expect(try library.realPath(ofStoryAt: "north-wire/a.slip") == real("north/wire/a.slip"))
    #expect(library.realPath(ofStoryAt: "north-wire/gone.slip") == nil)
    #expect(library.realPath(ofStoryAt: "north-wire/../../beside/x.slip") == nil)
    let wire = try real("north/wire")
    #expect(library.holds(folder: wire) && library.holds(folder: wire + "/x"))
    #expect(try !library.holds(folder: real("north")) && !library.holds(folder: wire + "2"))
    // What is written goes to the first directory, or to the one that is named.
    #expect(try library.folder("imported") == real(".notes") + "/imported")
    #expect(try library.folder("south-wire/imported") == real("south/wire") + "/imported")
    #expect(try library.take("south-wire/b.slip").map(\.headline) == ["Train in the south"])
  }

  /// A story is the same one in a library of its own directory.
  @Test func marksAndClippingsGoWithTheStories() throws {
    let library = try open()
    let story = try #require(try library.rows().first { $0.path == "south-wire/b.slip" })
    try library.mark(story.id, read: true)
    try library.keep(Clip(words: "Train text"), of: story.id)
    var configuration = configuration(["south/wire"])
    configuration.indexPath = newsroom.base + "/cache/other.sqlite"
    let lone = try Library(configuration)
    try lone.refreshed()
    #expect(try lone.rows().filter(\.isRead).map(\.path) == ["b.slip"])
    let clipping = try #require(try lone.allClippings()?.first)
    #expect(try clipping.source.library == real("south/wire") && clipping.source.path == "b.slip")
    #expect(clipping.isInStory)
  }

  @Test func allAreWatched() throws {
    let library = try open(["south/wire", "north/wire"])
    let bell = WatchTests.Bell()
    let watch = Watch(library) { bell.ring() }
    defer { withExtendedLifetime(watch) {} }
    try #require(watch.isTold)
    for path in ["north/wire/l.slip", "south/wire/l.slip", "north/wire/new/l.slip"] {
      let before = bell.count
      try newsroom.write(path, "headline: Landed at \(path)\n\nText of \(path)")
      #expect(bell.rang(after: before), "\(path)")
    }
    try library.refreshed()
    #expect(try library.count() == 6)
  }
}
