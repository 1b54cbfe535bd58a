import Stories
import StoryFormats
import Testing
import Words

@testable import ContentLibrary

/// What arrives in a library, and what is reported about it.
@Suite struct NewsTests {
  private let newsroom: TemporaryNewsroom

  init() throws { newsroom = try TemporaryNewsroom() }

  private func slip(_ version: Int, _ text: String, _ more: String = "") -> String {
    """
    headline: Ferry\nguid: tag:ferry\nseconds: 1000\nupdated: \(1_000 + version * 600)\nversion: \
    \(version)\n
    """
      + more + "\n" + text
  }

  /// A library with two stories, of which the older is read.
  private func begun() throws -> (Library, StoryID) {
    let library = try newsroom.library()
    try newsroom.write("v1.slip", slip(1, "Forbidden text."))
    try newsroom.write("other.slip", "headline: Other\nseconds: 2000\nguid: tag:other\n\nOther text")
    try library.refreshed()
    #expect(try library.landed().isEmpty)
    let id = try #require(try library.rows().first { $0.headline == "Ferry" }).id
    try library.mark(id, read: true)
    return (library, id)
  }

  @Test func aNewVersionOfAReadStoryIsToldOnceAndUnreadAgain() throws {
    let (library, id) = try begun()
    try newsroom.write("v2.slip", slip(2, "Second text."))
    try library.refreshed()
    let landing = try library.landed()
    #expect(landing.changes.map(\.kind) == [.updated])
    #expect(landing.changes.map(\.listing.id) == [id])
    #expect(landing.count == 0)
    #expect(try library.landed().isEmpty)
    let row = try #require(try library.rows().first)
    // Its new time decides its place.
    #expect((row.id, row.isRead, row.isChanged) == (id, false, true))
    #expect(row.time?.seconds == 2_200)
    #expect(try library.window(Query(marked: .unread), around: .first, before: 0, after: 9).rows.count == 2)
    try library.mark(id, read: true)
    #expect(try library.rows().first?.isChanged == false)
    // Read since then: it is not reported again, even to a reader that starts later.
    let second = try newsroom.library()
    _ = try second.landed()
    #expect(try library.rows().first?.isRead == true)
    // A rebuilt index has the same order.
    let order = try library.rows().map(\.headline)
    try newsroom.removeIndex()
    let again = try newsroom.library()
    try again.refreshed()
    #expect(try again.rows().map(\.headline) == order)
    #expect(try again.landed().isEmpty)
    #expect(try again.rows().first?.isRead == true)
  }

  @Test func twoInOneGoAreOneStory() throws {
    let (library, id) = try begun()
    try newsroom.write("v2.slip", slip(2, "Second text."))
    try library.refreshed()
    try newsroom.write("v3.slip", slip(3, "Third text."))
    try newsroom.write("v0.slip", slip(0, "Text of long ago."))
    try newsroom.write("new.slip", "headline: New\nseconds: 3000\n\nNew text")
    try library.refreshed()
    let landing = try library.landed()
    #expect(landing.changes.map(\.listing.id) == [id])
    #expect((landing.count, landing.arrivals.count) == (1, 1))
  }

  @Test func touchedRenamedAndOldFilesAreNoNews() throws {
    let (library, _) = try begun()
    try newsroom.touch("v1.slip", 5_000)
    try library.refreshed()
    #expect(try library.landed().isEmpty)
    try newsroom.rename("v1.slip", "renamed.slip")
    try library.refreshed()
    #expect(try library.landed().isEmpty)
    // Everything around the words changes: the desk, a slug, a teaser.
    try newsroom.write("renamed.slip", slip(1, "Forbidden text.", "section: Sea\nslug: x\nteaser: Other\n"))
    try library.refreshed()
    #expect(try library.landed().isEmpty)
    try newsroom.write("v0.slip", slip(0, "Text of long ago."))
    try library.refreshed()
    #expect(try library.landed().isEmpty)
    // The program now reads the files differently, and reads them again.
    var format = Slip()
    format.edition = "2"
    try newsroom.write("renamed.slip", slip(1, "Forbidden text.", "section: Land\n"))
    let later = try newsroom.library([format])
    try later.refreshed()
    #expect(try later.landed().isEmpty)
  }

  @Test func aFileThatIsEditedInItsPlaceIsTheSameStory() throws {
    let library = try newsroom.library()
    try newsroom.write("a.slip", "headline: A\nseconds: 1000\n\nBefore", modified: 100)
    try library.refreshed()
    let id = try #require(try library.rows().first).id
    try library.mark(id, read: true)
    _ = try library.landed()
    try newsroom.write("a.slip", "headline: A\nseconds: 1000\n\nAfter", modified: 200)
    try library.refreshed()
    #expect(try library.landed().changes.map(\.listing.id) == [id])
    #expect(try library.rows().first?.isRead == false)
  }

  @Test(arguments: ["canceled", "withheld"])
  func aKilledStorysWordsAreNowhere(_ status: String) throws {
    let (library, id) = try begun()
    try newsroom.write(
      "links.slip", "headline: Links\nseconds: 1500\nguid: tag:links\nteaser: Ferry\nmore: Ferry\n\nSee Ferry"
    )
    try newsroom.write("v2.slip", slip(2, "Forbidden text, too."))
    try library.refreshed()
    _ = try library.landed()
    try newsroom.write(
      "v3.slip", slip(3, "Forbidden all the same.", "status: \(status)\nnote: Do not use.\n"))
    try library.refreshed()
    let landing = try library.landed()
    #expect(landing.changes.map(\.kind) == [status == "canceled" ? .killed : .withheld])
    #expect(landing.changes.first?.versions.count == 2)
    let versions = try library.versions(of: id)
    #expect(versions.count == 3)
    for listing in try library.rows() + versions + landing.changes.map(\.listing) {
      #expect(!listing.teaser.lowercased().contains("forbidden"), "\(listing)")
      #expect(!"\(try library.open(listing.id))".lowercased().contains("forbidden"), "\(listing.path)")
      #expect(!(try library.text(of: listing.id).lowercased().contains("forbidden")))
      let alike = try library.alike(listing.id) ?? []
      #expect(!"\(alike)".lowercased().contains("forbidden"))
    }
    let links = try #require(try library.rows().first { $0.headline == "Links" })
    let opened = try library.open(links.id)
    #expect(opened.related.first?.text == "Do not use.")
    #expect(
      try library.found(
        Query(search: TypedSearch("forbidden", now: Timestamp(seconds: 0))),
        around: .first, before: 0, after: 9)?.rows.isEmpty == true)
  }

  @Test func isNewCountsWhatHasChangedAndWhatCameThisVisit() throws {
    let (library, id) = try begun()
    func new(_ library: Library) throws -> [StoryID] {
      let query = Query(search: TypedSearch("is:new", now: Timestamp(seconds: 0)))
      return try library.found(query, around: .first, before: 0, after: 9)?.rows.map(\.id) ?? []
    }
    // On a first visit, what arrives during the visit.
    #expect(try new(library).isEmpty)
    try newsroom.write("v2.slip", slip(2, "Second text."))
    try library.refreshed()
    #expect(try new(library) == [id])
    try library.endVisit()
    let second = try newsroom.library()
    #expect(try new(second).count <= 1)
    try newsroom.write("v3.slip", slip(3, "Third text."))
    try second.refreshed()
    #expect(try new(second) == [id])
  }

  @Test func versionsOfOneMinuteStandInOrder() throws {
    let library = try newsroom.library()
    for version in [2, 3, 1] {
      try newsroom.write(
        "\(version).slip",
        "headline: V\(version)\nguid: tag:x\nseconds: 1000\nversion: \(version)\n\nText \(version)",
        modified: 100)
    }
    for name in ["b", "a", "c"] {
      try newsroom.write(
        "\(name).slip", "headline: Copy\nguid: tag:\(name)\nseconds: 5000\n\nThe same text of a copy",
        modified: Double(100 + (name.utf8.first.map(Int.init) ?? 0)))
    }
    try library.refreshed()
    let one = try #require(try library.rows().first { $0.headline == "V3" })
    #expect(try library.versions(of: one.id).map(\.headline) == ["V3", "V2", "V1"])
    let copy = try #require(try library.rows().first { $0.headline.hasPrefix("Copy") })
    #expect(try library.versions(of: copy.id).map(\.path) == ["c.slip", "b.slip", "a.slip"])
    #expect(copy.path == "c.slip")
  }
}
