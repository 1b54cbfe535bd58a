import Foundation
import Stories
import StoryFormats
import Testing

@testable import ContentLibrary

/// Mailboxes and feeds of any size, compressed or not, grown, cut off, damaged, and the former items of
/// feeds.
@Suite struct PieceFileTests {
  private let newsroom: TemporaryNewsroom

  init() throws { newsroom = try TemporaryNewsroom() }

  /// A library that reads everything over 2 kB piece by piece, 4 kB at a time.
  private func library(piece: Int = 64 << 10) throws -> Library {
    var configuration = Library.Configuration(
      directory: newsroom.directory, indexPath: newsroom.indexPath, marksPath: newsroom.marksPath)
    configuration.bounds = FileBounds(whole: 2_000, piece: piece, block: 4_096)
    return try Library(configuration)
  }

  private func wholeLibrary() throws -> Library { try newsroom.library(Formats.all) }

  private func messages(_ numbers: Range<Int>) -> String {
    numbers.map { number in
      let text = (0..<8).map { "The ferry \(number * 8 + $0) sails on the hour." }.joined(separator: " ")
      return "From a@b.example Mon Mar  2 08:40:00 2026\nFrom: A <a@b.example>\nSubject: Story \(number)\n"
        + """
        Date: Mon, 02 Mar 2026 08:40:00 +0000\nMessage-ID: <\(number)@b.example>\n\n\(text) Number \
        \(number).\n\n
        """
    }.joined()
  }

  private func items(_ numbers: Range<Int>, version: String = "") -> String {
    numbers.map { number in
      let text = (0..<8).map { "The crane \(number * 8 + $0) lifts a crate\(version)." }.joined(
        separator: " ")
      return "<item><title>Story \(number)</title><guid>urn:n:\(number)</guid>\n"
        + """
        <pubDate>Mon, 02 Mar 2026 08:40:00 +0000</pubDate><description>\(text) Number \
        \(number).</description></item>\n
        """
    }.joined()
  }

  private func feed(_ items: String, tail: String = "") -> String {
    "<?xml version='1.0' encoding='utf-8'?>\n<rss version='2.0'>\n<channel><title>The Courier</title>\n"
      + "<link>https://n.example/</link><language>en</language>\n\(items)\(tail)</channel></rss>\n"
  }

  private func expectAll(
    _ library: Library, _ numbers: Range<Int>, sourceLocation: SourceLocation = #_sourceLocation
  )
    throws
  {
    let rows = try library.rows()
    #expect(
      Set(rows.map(\.headline)) == Set(numbers.map { "Story \($0)" }) && rows.count == numbers.count,
      sourceLocation: sourceLocation)
    for row in rows {
      let story = try library.open(row.id).story
      #expect(story.text.hasSuffix("Number \(row.headline.dropFirst(6))."), sourceLocation: sourceLocation)
    }
  }

  private func pack(_ program: String, _ path: String) throws {
    #expect(try Packing.run([program, "-q", newsroom.directory + "/" + path]) == 0)
    if program == "zstd" { try newsroom.remove(path) }
  }

  // MARK: Mailboxes

  @Test func aMailboxIsReadMessageByMessage() throws {
    try newsroom.write("post.mbox", messages(0..<80))
    let library = try library()
    let summary = try library.refreshed()
    #expect((summary.added, summary.problems) == (80, 0))
    try expectAll(library, 0..<80)
    let row = try #require(try library.rows().first { $0.headline == "Story 7" })
    #expect(String(decoding: try library.source(of: row.id).bytes, as: UTF8.self) == messages(7..<8))
    #expect(try library.refreshed().bytes == 0)
  }

  @Test func aMailboxThatGrewIsReadFromItsFormerEnd() throws {
    try newsroom.write("post.mbox", messages(0..<80), modified: 100)
    let library = try library()
    try library.refreshed()
    try newsroom.write("post.mbox", messages(0..<83), modified: 200)
    let summary = try library.refreshed()
    #expect(summary.bytes < 3_000)
    #expect((summary.added, summary.changed, summary.removed) == (3, 0, 0))
    try expectAll(library, 0..<83)
  }

  @Test func aMessageThatWasCutIsReadAgainOnceItIsWhole() throws {
    let text = messages(0..<40)
    try newsroom.write("post.mbox", String(text.dropLast(60)), modified: 100)
    let library = try library()
    #expect(try library.refreshed().stories == 40)
    try newsroom.write("post.mbox", text, modified: 200)
    let summary = try library.refreshed()
    #expect((summary.added, summary.changed, summary.removed, summary.stories) == (0, 1, 0, 40))
    try expectAll(library, 0..<40)
  }

  @Test(arguments: ["gzip", "zstd"])
  func packedFilesAreReadAsTheyStand(_ program: String) throws {
    guard FileManager.default.isExecutableFile(atPath: "/usr/bin/\(program)") else { return }
    try newsroom.write("post.mbox", messages(0..<30))
    try newsroom.write("small.mbox", messages(30..<32))
    try newsroom.write("news.rss", feed(items(32..<60)))
    try newsroom.write("news.xml", feed(items(60..<62)))
    for name in ["post.mbox", "small.mbox", "news.rss", "news.xml"] { try pack(program, name) }
    let library = try library()
    #expect(try library.refreshed().problems == 0)
    try expectAll(library, 0..<62)
    try newsroom.removeArchive()
    try expectAll(try self.library(), 0..<62)
  }

  @Test func aStoryThatIsGoneFromItsPlaceIsSaidToBeSo() throws {
    try newsroom.write("post.mbox", messages(0..<20))
    let library = try library()
    try library.refreshed()
    try newsroom.write("post.mbox", messages(0..<2))
    for row in try library.rows() where row.headline != "Story 0" && row.headline != "Story 1" {
      #expect(throws: LibraryError.storyIsGone(path: "post.mbox")) { try library.open(row.id) }
    }
  }

  // MARK: Feeds

  @Test func aFeedIsReadItemByItem() throws {
    try newsroom.write("news.xml", feed(items(0..<90)))
    let library = try library()
    let summary = try library.refreshed()
    #expect((summary.added, summary.problems) == (90, 0))
    try expectAll(library, 0..<90)
    let row = try #require(try library.rows().first { $0.headline == "Story 7" })
    #expect(try library.open(row.id).story.wire.provider == "The Courier")
    #expect(String(decoding: try library.source(of: row.id).bytes, as: UTF8.self) + "\n" == items(7..<8))
    // Without the archive it is read from its place in the file.
    try newsroom.removeArchive()
    try expectAll(try self.library(), 0..<90)
  }

  @Test func aFeedInPiecesIsTheFeedAsAWhole() throws {
    let text =
      feed(
        items(0..<20) + "<item><title>No name</title><pubDate>yesterday</pubDate></item>\n" + items(20..<30))
    for number in 0..<2 {
      try newsroom.write("news.rss", text, modified: 100)
      let library = number == 0 ? try library() : try wholeLibrary()
      try library.refreshed()
      let problems = try library.problems().map { "\($0.line ?? 0) \($0.reason)" }
      #expect(
        problems == ["0 the story has no date", "45 the date “yesterday” can't be read"], "\(problems)")
      #expect(try library.rows().count == 31)
      try newsroom.removeIndex()
      try newsroom.removeArchive()
    }
  }

  @Test func whatLeavesALargeFeedStays() throws {
    try newsroom.write("news.rss", feed(items(0..<50)), modified: 100)
    let library = try library()
    try library.refreshed()
    try newsroom.write("news.rss", feed(items(20..<60)), modified: 200)
    let summary = try library.refreshed()
    #expect((summary.added, summary.removed) == (10, 0))
    try expectAll(library, 0..<60)
    try newsroom.removeIndex()
    let again = try self.library()
    try again.refreshed()
    try expectAll(again, 0..<60)
    #expect(try again.prune() == 20)
    try again.refreshed()
    try expectAll(again, 20..<60)
  }

  @Test func storiesThatAreAsTheyWereStay() throws {
    try newsroom.write("news.rss", feed(items(0..<50)), modified: 100)
    let library = try library()
    try library.refreshed()
    try newsroom.write(
      "news.rss", feed(items(100..<101) + items(0..<49) + items(49..<50, version: " of eggs")), modified: 200)
    let summary = try library.refreshed()
    #expect((summary.added, summary.changed, summary.removed, summary.stories) == (1, 1, 0, 51))
    let row = try #require(try library.rows().first { $0.headline == "Story 49" })
    #expect(try library.open(row.id).story.text.contains("of eggs"))
    try newsroom.removeArchive()
    let again = try self.library()
    for row in try again.rows() {
      #expect(try again.open(row.id).story.headline == row.headline)
    }
  }

  @Test func aNameThatSeveralStoriesShareNamesNoneOfThem() throws {
    let shared = (0..<30).map { number in
      "<item><title>Story \(number)</title><link>https://n.example/\(number)</link><guid>urn:n:same</guid>"
        + "<description>Pier \(number) is painted. Number \(number).</description></item>\n"
    }.joined()
    let twice = "<item><title>Story 3</title><link>https://n.example/3</link><guid>urn:n:same</guid></item>"
    for number in 0..<2 {
      try newsroom.write(
        "news.rss", feed(shared + (number == 0 ? "" : twice)), modified: Double(number + 1) * 100)
      let library = try library()
      try library.refreshed()
      #expect(Set(try library.rows().map(\.headline)) == Set((0..<30).map { "Story \($0)" }))
      for row in try library.rows() { #expect(try library.open(row.id).story.headline == row.headline) }
    }
  }

  @Test func aFeedCutInTheMiddleGivesWhatItHas() throws {
    let text = feed(items(0..<40))
    try newsroom.write("news.rss", String(text.prefix(text.count / 2)))
    let library = try library()
    try library.refreshed()
    let rows = try library.rows()
    #expect(rows.count >= 19 && rows.count <= 21)
    #expect(Set(rows.map(\.headline)).isSuperset(of: (0..<19).map { "Story \($0)" }))
  }

  @Test func aDamagedPackedFeedGivesWhatItHas() throws {
    try newsroom.write(
      "news.rss", feed((0..<400).map { items($0..<($0 + 1)) + "<!-- \(UUID()) -->" }.joined()))
    try pack("gzip", "news.rss")
    let path = newsroom.directory + "/news.rss.gz"
    let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    try bytes.prefix(bytes.count / 2).write(to: URL(fileURLWithPath: path))
    let library = try library()
    #expect(try library.refreshed().stories > 100)
    #expect(try library.problems().contains { $0.reason.contains("damaged or cut short") })
  }

  @Test func aFeedInUTF16IsReadAsAWhole() throws {
    let text = feed(items(0..<20)).replacing(" encoding='utf-8'", with: "")
    var bytes: [UInt8] = [0xFF, 0xFE]
    for unit in text.utf16 { bytes += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    try newsroom.write("news.rss", "")
    try Data(bytes).write(to: URL(fileURLWithPath: newsroom.directory + "/news.rss"))
    let library = try library()
    try library.refreshed()
    try expectAll(library, 0..<20)
  }

  @Test func aFileThatShrinksIsReadAsAWholeAgain() throws {
    for (number, count) in [20, 2, 30, 3].enumerated() {
      try newsroom.write("post.mbox", messages(0..<count), modified: Double(number + 1) * 100)
      try newsroom.write("news.rss", feed(items(100..<(100 + count))), modified: Double(number + 1) * 100)
      let library = try library()
      try library.refreshed()
      #expect(try library.prune() >= 0)
      try library.refreshed()
      #expect(try library.rows().count == 2 * count)
      for row in try library.rows() { #expect(try library.open(row.id).story.headline == row.headline) }
    }
  }

  @Test func anInterruptedFeedIsBegunAgain() throws {
    try newsroom.write("news.rss", feed(items(0..<6_000)))
    let library = try library()
    try library.refreshed { $0.added > 500 ? .stop : .goOn }
    let part = try library.rows().count
    #expect(part > 500 && part < 6_000)
    let again = try self.library()
    #expect(try again.refreshed().stories == 6_000)
    #expect(try again.refreshed().bytes == 0)
  }
}
