import Foundation
import Stories
import StoryFormats
import Testing

/// Files read piece by piece, in blocks of any size, give the same as read whole.
@Suite struct PieceTests {
  /// Cuts a file block by block, and checks that it keeps no more than a piece and a block.
  static func cut(
    _ bytes: [UInt8], as format: any PieceFormat, path: String, block: Int, limit: Int = 16 << 20,
    start: PieceStart = PieceStart(), part: (ArraySlice<UInt8>, Int, Cuts) -> Void
  ) {
    var cutter = format.cutter(of: path, from: start, limit: limit)
    var (offset, end) = (start.offset, start.offset)
    var isOver = false
    while !isOver {
      isOver = end == bytes.count
      end = min(end + block, bytes.count)
      var cuts = Cuts()
      cutter.cut(bytes[offset..<end], at: offset, isLast: isOver, into: &cuts)
      let next = isOver ? end : cutter.needed
      #expect(cuts.pieces.allSatisfy { $0.range.lowerBound >= offset && $0.range.upperBound <= next })
      part(bytes[offset..<next], offset, cuts)
      offset = next
    }
  }

  static func read(
    _ bytes: [UInt8], as format: any PieceFormat, path: String, block: Int, limit: Int = 16 << 20
  ) -> Reading? {
    var surroundings = Surroundings()
    if format.needsSurroundings {
      surroundings.beginning = Array(bytes.prefix(64 << 10))
      cut(bytes, as: format, path: path, block: block, limit: limit) {
        surroundings.add($0, at: $1, around: $2)
      }
    }
    guard let reader = format.reader(of: path, in: surroundings) else { return nil }
    var reading = Reading()
    cut(bytes, as: format, path: path, block: block, limit: limit) { _, _, cuts in
      reading.problems += cuts.problems.map { Problem(path: path, line: $0.line, reason: $0.reason) }
      for piece in cuts.pieces {
        let found = reader.read(bytes[piece.range], of: piece, sharesName: false)
        reading.stories += found.stories
        reading.problems += found.problems
      }
    }
    return reading
  }

  // MARK: Feeds

  private static func withoutPlaces(_ stories: [Story]) -> [StoryID: Story] {
    Dictionary(
      stories.map { story in
        var story = story
        story.place = .item(0)
        return (story.id, story)
      }, uniquingKeysWith: { _, last in last })
  }

  /// Checks that a feed's stories are the same, one by one, with the lines of their problems.
  ///
  /// - Returns: whether it can be cut.
  private static func expectTheSame(_ bytes: [UInt8], path: String, block: Int) throws -> Bool {
    let source = Source(path: path, bytes: bytes)
    guard let format = FeedFixtureTests.formats.first(where: { $0.recognises(source) }) as? any PieceFormat,
      format.canCut(Source(path: path, bytes: Array(bytes.prefix(64 << 10))))
    else { return false }
    let whole = format.read(source)
    let pieces = try #require(Self.read(bytes, as: format, path: path, block: block))
    let (one, other) = (withoutPlaces(whole.stories), withoutPlaces(pieces.stories))
    // Names that two stories share are made unique only when all stories are seen.
    guard pieces.stories.count == whole.stories.count else {
      #expect(pieces.stories.count > whole.stories.count, "\(path) loses stories in pieces")
      return true
    }
    guard Set(one.keys) == Set(other.keys) else {
      #expect(
        Set(pieces.stories.map(\.id)).count < pieces.stories.count, "\(path) has other stories in pieces")
      return true
    }
    for (id, story) in one { #expect(other[id] == story, "\(path), block \(block): \(story.headline)") }
    if whole.problems.isEmpty {
      #expect(pieces.problems.isEmpty, "\(path), block \(block)")
    } else if let line = whole.problems.first?.line, !pieces.problems.isEmpty {
      #expect(pieces.problems.contains { $0.line == line }, "\(path): \(whole.problems) \(pieces.problems)")
    }
    return true
  }

  @Test(arguments: FeedFixtureTests.fixtures.names, [61, 1_000, 100_000])
  func aFeedInPiecesIsTheSame(name: String, block: Int) throws {
    let file = FeedFixtureTests.fixtures.folder.appending(path: name)
    _ = try Self.expectTheSame([UInt8](Data(contentsOf: file)), path: "feeds/\(name)", block: block)
  }

  /// Entries whose source contains another entry, which Atom forbids: in pieces, each ends where the next
  /// begins.
  private static let nested = ["4.2.11/missing-self.xml", "4.2.11/source-entry.xml"]

  @Test(.enabled(if: FeedCorporaTests.isThere, "no ../shared/corpora beside the package"))
  func feedsOfOthersInPiecesAreTheSame() throws {
    var count = 0
    for corpus in ["feeds-gofeed", "feeds-validator"] {
      let folder = FeedCorporaTests.folder.appending(path: corpus).path
      for name in try FileManager.default.subpathsOfDirectory(atPath: folder).sorted()
      where name.hasSuffix(".xml") && !Self.nested.contains(where: { name.hasSuffix($0) }) {
        let bytes = try [UInt8](Data(contentsOf: URL(filePath: folder + "/" + name)))
        if try Self.expectTheSame(bytes, path: "\(corpus)/\(name)", block: 300) { count += 1 }
      }
    }
    #expect(count > 300)
  }

  private static let head =
    """
    <?xml version='1.0'?>\n<rss version='2.0' xml:base='https://n.example/'><channel>\n<language>\
    da</language>\n
    """

  private static func item(_ number: Int, _ rest: String = "") -> String {
    "<item><title>Number \(number)</title>\n<guid>urn:n:\(number)</guid>\(rest)</item>\n"
  }

  private func headlines(_ text: String, block: Int, limit: Int = 16 << 20) throws -> [String] {
    try #require(Self.read(Array(text.utf8), as: RSS(), path: "a.rss", block: block, limit: limit)).stories
      .map(
        \.headline)
  }

  @Test(arguments: [40, 700, 1 << 20])
  func itemsAreToldByTagsAndNotByWords(block: Int) throws {
    let text =
      Self.head + "<!-- <item><title>Not this</title></item> -->"
      + Self.item(1, "<description><![CDATA[<item><title>Nor</title></item>]]></description>")
      + Self.item(2, "<enclosure url='a>b' type=\"x/>") + "<items/>"
      + "<item rdf:about='x'/>" + "<item>\n<title>Number 3</title><guid>urn:n:3</guid>"
      + Self.item(4, "<?php echo '<item>' ?>") + "<ITEM><title>Number 5</title></ITEM>"
      + Self.item(6, "<media:item>x</media:item>") + "</channel></rss>"
    #expect(try headlines(text, block: block) == (1...6).map { "Number \($0)" })
  }

  @Test func whatAFeedSaysOfItselfMayComeLast() throws {
    let text = Self.head + Self.item(1) + Self.item(2) + "<title>The Courier</title></channel></rss>"
    let reading = try #require(Self.read(Array(text.utf8), as: RSS(), path: "a.rss", block: 50))
    #expect(reading.stories.map(\.wire.provider) == ["The Courier", "The Courier"])
    #expect(reading.stories.map(\.language) == ["da", "da"])
  }

  @Test func aBrokenItemLeavesTheOthersWhole() throws {
    let broken = [
      "<description>&lt;p&gt;cut</desc", "<description><b><i>x</description>", "<!-- never closed",
      "<![CDATA[ open",
      "<enclosure url='x", "<title", "</channel>", "<?x", "&#0;&bad;&", "<description>\0\u{1}</description>",
    ]
    for rest in broken {
      let text = Self.head + Self.item(1) + Self.item(2, rest) + Self.item(3) + Self.item(4)
      for block in [30, 5_000] {
        let headlines = try headlines(text + "</channel></rss>", block: block)
        #expect(Set(headlines).isSuperset(of: ["Number 1", "Number 2", "Number 4"]), "\(rest)")
      }
    }
  }

  @Test(arguments: [100, 3_000])
  func anItemWithoutAnEndIsReadUpToTheNext(block: Int) throws {
    let text =
      Self.head + Self.item(1)
      + "<item><title>Number 2</title><description><![CDATA[open</description></item>\n"
      + (3..<200).map { Self.item($0) }.joined() + "</channel></rss>"
    let reading = try #require(
      Self.read(Array(text.utf8), as: RSS(), path: "a.rss", block: block, limit: 2_000))
    #expect(reading.stories.map(\.headline) == (1..<200).map { "Number \($0)" })
    #expect(reading.problems.first?.line == 6)
  }

  @Test func anItemThatIsTooLongIsReadToTheLimit() throws {
    let long = "<description>" + String(repeating: "word ", count: 10_000) + "</description>"
    let text =
      Self.head + Self.item(1) + Self.item(2, long) + Self.item(3) + "<title>T</title></channel></rss>"
    for block in [64, 1_000, 100_000] {
      let reading = try #require(
        Self.read(Array(text.utf8), as: RSS(), path: "a.rss", block: block, limit: 20_000))
      #expect(reading.stories.map(\.headline) == ["Number 1", "Number 2", "Number 3"])
      #expect(reading.stories.allSatisfy { $0.wire.provider == "T" })
      guard block < 20_000 else { continue }
      #expect(reading.problems.contains { $0.line == 6 && $0.reason.contains("longer than") })
    }
  }

  @Test(arguments: [
    String(repeating: "<", count: 40_000), String(repeating: "<item>", count: 10_000),
    String(repeating: "<item><![CDATA[", count: 4_000), String(repeating: "<item><!--", count: 4_000),
    String(repeating: "</item>", count: 10_000), "<item " + String(repeating: "a='", count: 10_000),
    String(repeating: "<rss '", count: 5_000), String(repeating: "<!DOCTYPE [", count: 5_000),
  ])
  func hostileFeedsEnd(_ rest: String) throws {
    for text in [Self.head + rest, Self.head + Self.item(1) + rest + Self.item(2)] {
      expectPromises(Self.read(Array(text.utf8), as: RSS(), path: "a.rss", block: 999, limit: 5_000))
    }
  }

  @Test(arguments: [
    "<?xml version='1.0' encoding='iso-2022-jp'?><rss><channel><item/></channel></rss>",
    "<entry xmlns='http://www.w3.org/2005/Atom'><title>x</title></entry>", "no feed", "",
  ])
  func whatCannotBeCutIsSaidToBeSo(_ text: String) {
    #expect(!RSS().canCut(Source(path: "a.xml", bytes: Array(text.utf8))))
  }

  @Test func anItemInALegacyCharsetIsDecodedAsTheFeedSays() throws {
    let head = "<?xml version='1.0' encoding='iso-8859-1'?><rss><channel>"
    let bytes =
      Array((head + "<title>K").utf8) + [0xF8] + Array("benhavn</title><item><title>".utf8) + [
        0xE6, 0xF8, 0xE5,
      ]
      + Array("</title></item></channel></rss>".utf8)
    let story = try #require(Self.read(bytes, as: RSS(), path: "a.rss", block: 20)?.stories.first)
    #expect((story.headline, story.wire.provider) == ("æøå", "København"))
  }

  // MARK: Mailboxes and records

  private static func messages(_ numbers: Range<Int>, end: String = "\n") -> String {
    numbers.map { number in
      """
      From a@b.example Mon Mar  2 08:40:00 2026
      From: A <a@b.example>
      Subject: Number \(number)
      Message-ID: <\(number)@b.example>

      The ferry sails at \(number).
      From the quay, where else?

      >From here it is quoted.


      """
    }.joined().replacing("\n", with: end)
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func aMailboxInPiecesIsTheSame(end: String) throws {
    let bytes = Array(Self.messages(0..<60, end: end).utf8)
    let whole = Mail().read(Source(path: "a.mbox", bytes: bytes))
    #expect(whole.stories.map(\.headline) == (0..<60).map { "Number \($0)" })
    #expect(whole.stories.last?.text.hasSuffix("From here it is quoted.") == true)
    for block in [100, 4_096, 9_000, 1 << 20] {
      #expect(Self.read(bytes, as: Mail(), path: "a.mbox", block: block) == whole)
    }
    for story in whole.stories {
      let rest = bytes[(story.place.number ?? 0)...]
      #expect(rest.starts(with: "From a@b.example Mon".utf8))
    }
  }

  @Test func aMailboxMayBeginInTheMiddleOfAMessage() throws {
    let bytes = Array("the end of a text.\n\n".utf8) + Array(Self.messages(1..<4).utf8)
    let stories = Mail().read(Source(path: "a.mbox", bytes: bytes)).stories
    #expect(stories.map(\.headline).suffix(3) == ["Number 1", "Number 2", "Number 3"])
    #expect(stories.count == 4 && stories[0].text == "the end of a text.")
    #expect(stories[0].problems.contains { $0.reason.contains("in the middle of a message") })
    // A single message may have any words in it.
    #expect(Mail().read(Source(path: "a.eml", bytes: bytes)).stories.count == 1)
  }

  @Test func aMessageThatIsTooLongIsReadToTheLimit() throws {
    let picture = String(repeating: "iVBORw0KGgo\n", count: 5_000)
    let text =
      Self.messages(0..<1) + "From a@b.c Mon Mar  2 08:40:00 2026\nSubject: Long\n\nText\n" + picture + "\n"
      + Self.messages(1..<3)
    let reading = try #require(
      Self.read(Array(text.utf8), as: Mail(), path: "a.mbox", block: 5_000, limit: 20_000))
    #expect(reading.stories.map(\.headline) == ["Number 0", "Long", "Number 1", "Number 2"])
    #expect(reading.problems.map(\.line) == [11])
  }

  @Test func recordsInPiecesAreTheSame() throws {
    let text = (0..<50).map { "{\"title\":\"Number \($0)\",\"text\":\"Text \($0)\"}\n" }.joined() + "\n{\n{}"
    let whole = JSONLines().read(Source(path: "a.jsonl", bytes: Array(text.utf8)))
    for block in [7, 100, 1 << 20] {
      #expect(Self.read(Array(text.utf8), as: JSONLines(), path: "a.jsonl", block: block) == whole)
    }
  }
}
