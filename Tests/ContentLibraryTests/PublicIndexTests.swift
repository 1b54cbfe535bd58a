import Database
import Foundation
import Stories
import System
import Testing
import Words

@testable import ContentLibrary

/// The copy for strangers: what is killed, withheld or under an embargo does not exist in it.
@Suite struct PublicIndexTests {
  private let newsroom: TemporaryNewsroom
  private let later = WallClock.seconds + 1_000

  init() throws {
    newsroom = try TemporaryNewsroom()
    for number in 0..<6 {
      try newsroom.write(
        "open/\(number).slip",
        "headline: Ferry \(number)\nseconds: \(2_000 + number)\ntags: ferries\n\nThe ferry sails again.")
    }
    try newsroom.write(
      "killed.slip",
      "headline: Zebra killed\nguid: k\nversion: 2\nstatus: canceled\ntags: zebras\nseconds: 3000\n\nZebraword."
    )
    try newsroom.write(
      "before.slip", "headline: Zebra before\nguid: k\nversion: 1\nseconds: 2900\n\nZebraword was here.")
    try newsroom.write(
      "withheld.slip", "headline: Quagga withheld\nstatus: withheld\nseconds: 3001\n\nQuaggaword.")
    try newsroom.write(
      "embargo.slip",
      "headline: Okapi early\nembargo: \(later)\ntags: okapis, ferries\nslug: okapi\nseconds: 3002\n\nOkapiword "
        + "and the ferry.")
    try newsroom.write(
      "links.slip",
      "headline: Links\nseconds: 3003\nmore: Okapi early\nmore: Zebra killed\nmore: Ferry 1\n\nSee there.")
  }

  private func configuration(_ audience: Library.Audience) -> Library.Configuration {
    var configuration = Library.Configuration(
      directory: newsroom.directory, indexPath: newsroom.indexPath, marksPath: newsroom.marksPath,
      formats: [Slip()])
    configuration.audience = audience
    configuration.keepsMarks = audience == .owner
    return configuration
  }

  private func open() throws -> Library {
    let owner = try Library(configuration(.owner))
    try owner.refreshed()
    try owner.publishForAll()
    return try Library(configuration(.everybody))
  }

  @Test func hiddenStoriesAreInNoListNoCountAndNoSearch() throws {
    let library = try open()
    let headlines = try library.rows().map(\.headline)
    #expect(headlines == ["Links"] + (0..<6).reversed().map { "Ferry \($0)" })
    #expect(try library.count() == 7)
    for order in Query.Order.allCases where order != .bestFirst {
      let window = try library.window(Query(order: order), around: .first, before: 0, after: 100)
      #expect(window.total == 7 && window.unread == 7, "\(order)")
      #expect(window.rows.count == 7)
    }
    for word in [
      "zebraword", "zebra", "quagga", "okapi", "okapiword", "tag:okapis", "tag:zebras", "is:killed",
    ] {
      let query = SearchQuery.parse(word, now: Timestamp(seconds: WallClock.seconds))
      let found = try library.search(query, now: WallClock.seconds, limit: 10)
      #expect(found.count == 0 && found.rows.isEmpty, "\(word)")
    }
    let ferry = SearchQuery.parse("ferry", now: Timestamp(seconds: WallClock.seconds))
    #expect(try library.search(ferry, now: WallClock.seconds, limit: 10).count == 6)
  }

  @Test func hiddenStoriesAreInNoChoiceNorNamed() throws {
    let library = try open()
    let tags = try library.facets(.tag)
    #expect(tags.map(\.facet.value) == ["ferries"] && tags.map(\.total) == [6])
    for words in ["Okapi early", "okapi", "embargo.slip", "killed.slip", "before.slip", "Zebra before"] {
      #expect(try library.find(words).isEmpty, "\(words)")
      #expect(try library.resolve(words) == nil, "\(words)")
    }
    let links = try library.row("links.slip")
    let opened = try library.open(links.id)
    #expect(opened.related.compactMap(\.listing?.headline) == ["Ferry 1"])
    #expect(
      try library.alike(try library.row("open/1.slip").id)?.contains { $0.title == "Okapi early" } == false)
  }

  /// No table of the copy has a word, a name, a path or an identity of theirs.
  @Test func noTableTellsOfThem() throws {
    _ = try open()
    let queue = try DatabaseQueue(path: newsroom.indexPath + ".public")
    try queue.read { db in
      for word in try String.fetchAll(db, sql: "SELECT word FROM word") {
        #expect(!["zebraword", "zebra", "quaggaword", "quagga", "okapiword", "okapi"].contains(word))
      }
      #expect(try String.fetchAll(db, sql: "SELECT path FROM file").sorted().first == "links.slip")
      #expect(try Int.fetchOne(db, sql: "SELECT count(*) FROM edition") == 0)
      #expect(try String.fetchAll(db, sql: "SELECT value FROM facet WHERE kind = 'tag'") == ["ferries"])
    }
  }

  @Test func theCopyKeepsThePromisesOfEveryIndex() throws {
    _ = try open()
    let copy = newsroom.base + "/cache/copy.sqlite"
    try FileManager.default.copyItem(atPath: newsroom.indexPath + ".public", toPath: copy)
    var configuration = configuration(.owner)
    configuration.indexPath = copy
    try Library(configuration).expectSound()
  }

  /// A kill that has come since the copy was made takes effect when the story is opened.
  @Test func aKillTakesEffectBeforeTheNextCopy() throws {
    let library = try open()
    let row = try library.row("open/3.slip")
    #expect(try library.open(row.id).story.headline == "Ferry 3")
    try newsroom.write(
      "open/3.slip",
      "headline: Ferry 3\nstatus: canceled\nseconds: 2003\ntags: ferries\n\nThe ferry sails again.")
    #expect(throws: LibraryError.self) { try library.open(row.id) }
    #expect(throws: LibraryError.self) { try library.text(of: row.id) }
    #expect(throws: LibraryError.self) { try library.story(row.id) }
  }

  @Test func anEmbargoThatEndsAndAKillCallForANewCopy() throws {
    let owner = try Library(configuration(.owner))
    #expect(try !owner.isPublicCopyCurrent())
    try owner.refreshed()
    try owner.publishForAll()
    #expect(try owner.isPublicCopyCurrent())
    let before = try owner.publicState()
    #expect(before.nextEmbargo == later)
    let stranger = try Library(configuration(.everybody))
    #expect(try stranger.find("Okapi early").isEmpty)
    try newsroom.write(
      "embargo.slip", "headline: Okapi early\nembargo: \(WallClock.seconds - 5)\nseconds: 3002\n\nOkapiword.")
    try owner.refreshed()
    #expect(try owner.publicState().hides != before.hides)
    #expect(try owner.publicState().nextEmbargo == nil)
    #expect(try !owner.isPublicCopyCurrent())
    try owner.publishForAll()
    #expect(try stranger.find("Okapi early").count == 1)
    #expect(try stranger.count() == 8)
  }

  /// Strangers open no other index, even one that is there.
  @Test func withoutACopyNothingOpens() throws {
    let owner = try Library(configuration(.owner))
    try owner.refreshed()
    #expect(throws: LibraryError.self) { try Library(configuration(.everybody)) }
    try owner.publish()
    try FileManager.default.copyItem(
      atPath: newsroom.indexPath + ".shared", toPath: newsroom.indexPath + ".public")
    #expect(throws: LibraryError.self) { try Library(configuration(.everybody)) }
  }

  /// Marks in memory work as others do, and leave no file.
  @Test func marksInMemoryLeaveNothing() throws {
    let library = try open()
    let before = try FileManager.default.subpathsOfDirectory(atPath: newsroom.base).sorted()
    let row = try library.row("open/2.slip")
    try library.mark(row.id, read: true)
    try library.save(row.id, saved: true)
    #expect(try library.row("open/2.slip").isRead)
    #expect(try library.rows(Query(marked: .saved)).map(\.path) == ["open/2.slip"])
    #expect(try library.window(Query(), around: .first, before: 0, after: 9).unread == 6)
    #expect(try FileManager.default.subpathsOfDirectory(atPath: newsroom.base).sorted() == before)
    // Another guest has other marks.
    #expect(try !Library(configuration(.everybody)).row("open/4.slip").isRead)
  }

  /// Items that have dropped out of their feed are read from the copy, because strangers have no archive.
  @Test func whatLeftItsFeedCanBeRead() throws {
    var slip = Slip(name: "run", fileExtensions: ["run"])
    slip.keepsWhatLeaves = true
    try newsroom.write(
      "feed.run", "headline: One\nguid: 1\nseconds: 10\n\nFirst.\n=====\nheadline: Two\nguid: 2\n\nNext.")
    var owned = configuration(.owner)
    owned.formats = [slip, Slip()]
    let owner = try Library(owned)
    try owner.refreshed()
    try newsroom.write("feed.run", "headline: Two\nguid: 2\n\nNext.")
    try owner.refreshed()
    try owner.publishForAll()
    try newsroom.removeArchive()
    var open = configuration(.everybody)
    open.formats = [slip, Slip()]
    let library = try Library(open)
    let row = try #require(try library.find("One").first)
    #expect(try library.open(row.id).story.text.contains("First."))
  }
}
