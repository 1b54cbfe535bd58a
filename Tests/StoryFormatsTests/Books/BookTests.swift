import Stories
import StoryFormats
import TestSupport
import Testing

/// Books: chapters, their order and their links; broken, locked and hostile ones.
@Suite struct BookTests {
  private func read(_ book: BookFile) -> Reading { read(book.bytes) }

  private func read(_ bytes: [UInt8]) -> Reading {
    let reading = EPUB().read(Source(path: "books/one.epub", bytes: bytes))
    expectPromises(reading)
    return reading
  }

  private func pages(_ count: Int) -> BookFile {
    .of(
      (1...count).map {
        ("\($0).xhtml", BookFile.page("<h1>Chapter \($0)</h1><p>Words of chapter \($0), enough of them.</p>"))
      })
  }

  @Test func aBookIsKnownByItsBeginning() {
    let source = Source(path: "downloads/one", bytes: pages(1).bytes)
    #expect(Formats.format(for: source)?.name == "epub")
    #expect(!EPUB().recognises(Source(path: "one.zip", bytes: [0x50, 0x4B, 3, 4, 0, 0])))
  }

  @Test func everyChapterLeadsToTheNext() throws {
    let stories = read(pages(3)).stories
    #expect(stories.map(\.headline) == ["Chapter 1", "Chapter 2", "Chapter 3"])
    #expect(stories.map(\.section) == ["A book", "A book", "A book"])
    let next = try #require(stories[0].references.last)
    #expect(next.label == "Next chapter" && next.naming == .slug)
    #expect(next.target == stories[1].slugs.first)
    #expect(stories[2].references.isEmpty)
    #expect(Set(stories.map(\.id)).count == 3)
  }

  @Test func linksWithinABookLeadToItsChapters() throws {
    let book = BookFile.of([
      (
        "a.xhtml",
        BookFile.page(
          "<h1>A</h1><p><a href=\"sub/../b.xhtml#x\">there</a> and <a href=\"c.xhtml\">on</a></p>")
      ),
      ("b.xhtml", BookFile.page("<h1>B</h1><p id=\"x\">Here. <a href=\"#x\">And here</a>.</p>")),
      ("c.xhtml", BookFile.page("<h1>C</h1><p><a href=\"gone.xhtml\">Gone</a>.</p>")),
    ])
    let stories = read(book).stories
    #expect(stories[0].references[0].target == stories[1].slugs.first)
    #expect(stories[0].references[0].anchor == "x")
    #expect(stories[0].references[1].target == stories[2].slugs.first)
    #expect(stories[1].references[0].isWithin)
    #expect(stories[2].references[0].target == nil)
  }

  // MARK: Broken

  @Test func ofABookWithoutItsEndTheRestIsRead() {
    var book = pages(4)
    book.isCut = true
    let whole = read(book)
    #expect(whole.stories.count == 4)
    #expect(whole.problems.contains { $0.reason.contains("the end of the file is missing") })
    // Half of the last chapter, too.
    let bytes = book.bytes
    let cut = read(Array(bytes.dropLast(20)))
    #expect(cut.stories.map(\.headline).prefix(3) == ["Chapter 1", "Chapter 2", "Chapter 3"])
    #expect(!cut.problems.isEmpty)
    for length in stride(from: 0, to: bytes.count, by: 7) { _ = read(Array(bytes.prefix(length))) }
  }

  @Test func aDamagedChapterIsReadAndTold() throws {
    var bytes = pages(2).bytes
    let place = try #require(bytes.firstRange(of: Array("Words of".utf8)))
    bytes[place.lowerBound] = UInt8(ascii: "L")
    let reading = read(bytes)
    #expect(reading.stories.count == 2)
    #expect(reading.problems.contains { $0.reason.contains("damaged") })
  }

  @Test func aLockedBookSaysSo() {
    var book = pages(2)
    book.flags = 1
    let reading = read(book)
    #expect(reading.stories.isEmpty)
    #expect(reading.problems.contains { $0.reason.contains("locked (DRM)") })
    var other = pages(2)
    other.files.append(
      (
        "META-INF/encryption.xml",
        "<encryption><CipherReference URI=\"1.xhtml\"/><CipherReference URI=\"fonts/a.otf\"/></encryption>"
      ))
    let half = read(other)
    #expect(half.stories.map(\.headline) == ["Chapter 2"])
    #expect(half.problems.contains { $0.reason.contains("locked (DRM): 1 of its files") })
  }

  @Test func withoutAPackageTheFilesAreTheChapters() {
    var book = pages(2)
    book.files.removeFirst(2)
    let reading = read(book)
    #expect(reading.stories.map(\.headline) == ["Chapter 1", "Chapter 2"])
    #expect(reading.problems.contains { $0.reason.contains("in which order") })
  }

  @Test func whatIsNoArchiveIsToldToBeNone() {
    let reading = read(Array("PK\u{3}\u{4}, but nothing more".utf8))
    #expect(reading.stories.isEmpty)
    #expect(reading.problems.count == 1)
  }

  // MARK: Hostile

  @Test func namesThatLeadOutOfTheBookAreLeftOut() {
    var book = pages(1)
    book.files.append(("../../etc/passwd", "secret"))
    book.files.append(("/etc/passwd", "secret"))
    let reading = read(book)
    #expect(reading.stories.count == 1)
    #expect(reading.problems.contains { $0.reason.contains("lead out of the book") })
  }

  @Test func sizesAreCheckedBeforeAnythingIsUnpacked() {
    var book = pages(2)
    book.claimedSize = 0x7FFF_FFFF
    let reading = read(book)
    #expect(reading.stories.isEmpty)
    #expect(reading.problems.contains { $0.reason.contains("unpacks to more") })
    book.claimedSize = 8 << 20
    #expect(read(book).problems.contains { $0.reason.contains("250 times") })
  }

  @Test func aSpineThatRepeatsItselfIsReadOnce() throws {
    var book = pages(1)
    let spine = String(repeating: "<itemref idref=\"1.xhtml\"/>", count: 5_000)
    let package = book.files[1].text.replacing("<itemref idref=\"1.xhtml\"/>", with: spine)
    book.files[1].text = package
    #expect(read(book).stories.count == 1)
  }

  @Test func whatHasNoNameOfItsOwnGoesOnWithTheChapterBefore() {
    let book = BookFile.of([
      ("a.xhtml", BookFile.page("<h1>A</h1><p>Begins.</p>")), ("b.xhtml", BookFile.page("<p>Goes on.</p>")),
      ("c.xhtml", BookFile.page("<h1>C</h1><p>Ends.</p>")),
    ])
    let stories = read(book).stories
    #expect(stories.map(\.headline) == ["A", "C"])
    #expect(stories[0].text.contains("Goes on."))
  }

  @Test func randomBytesInABookDoNoHarm() {
    var random = SplitMix(seed: 7)
    let whole = pages(3).bytes
    for _ in 0..<200 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...12, using: &random) {
        bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: .min ... .max, using: &random)
      }
      _ = read(bytes)
    }
  }
}
