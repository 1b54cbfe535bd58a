import Foundation
import Stories
import StoryFormats
import Testing

@testable import ContentLibrary

/// Files of records: any size, compressed or not, grown, cut off, damaged.
@Suite struct RecordTests {
  private let newsroom: TemporaryNewsroom

  init() throws { newsroom = try TemporaryNewsroom() }

  private func library() throws -> Library { try newsroom.library([JSONLines()]) }

  /// Records of about 300 bytes each; 20,000 of them are too large to be read whole.
  private func lines(_ numbers: Range<Int>) -> String {
    numbers.map { number in
      // Each has its own words, so that none is a version of another.
      let text = (0..<8).map { "The ferry \(number * 8 + $0) sails on the hour. " }.joined()
      return
        """
        {\"id\":\"urn:example:story:\(number)\",\"title\":\"Story \(number)\",\"text\":\"\(text)Number \
        \(number).\",
        """
          + "\"date\":\"2026-03-02T08:40:00Z\",\"language\":\"en\"}\n"
    }.joined()
  }

  private func pack(_ program: String, _ path: String) throws {
    let process = try #require(try? Packing.run([program, "-q", newsroom.directory + "/" + path]))
    #expect(process == 0)
  }

  private func expectAll(_ library: Library, _ count: Int, sourceLocation: SourceLocation = #_sourceLocation)
    throws
  {
    let window = try library.window(Query(), around: .first, before: 0, after: 10)
    #expect(window.total == count, sourceLocation: sourceLocation)
    for row in window.rows + (try library.window(Query(), around: .last, before: 10, after: 0).rows) {
      let story = try library.open(row.id).story
      #expect(story.text.hasSuffix("Number \(row.headline.dropFirst(6))."), sourceLocation: sourceLocation)
    }
  }

  @Test func aLargeFileIsReadPieceByPiece() throws {
    try newsroom.write("wire.jsonl", lines(0..<4_000))
    let library = try library()
    let summary = try library.refreshed()
    #expect((summary.added, summary.stories, summary.problems) == (4_000, 4_000, 0))
    try expectAll(library, 4_000)
    #expect(try library.refreshed().bytes == 0)
  }

  @Test func aFileThatGrewIsReadFromItsFormerEnd() throws {
    try newsroom.write("wire.jsonl", lines(0..<4_000), modified: 100)
    let library = try library()
    try library.refreshed()
    try newsroom.write("wire.jsonl", lines(0..<4_010), modified: 200)
    let summary = try library.refreshed()
    #expect(summary.bytes < 10_000)
    #expect((summary.added, summary.changed, summary.removed) == (10, 0, 0))
    try expectAll(library, 4_010)
    try newsroom.write("wire.jsonl", lines(0..<4_011), modified: 300)
    #expect(try library.refreshed().bytes < 1_000)
    try expectAll(library, 4_011)
  }

  @Test func aFileChangedInTheMiddleIsReadAgain() throws {
    try newsroom.write("wire.jsonl", lines(0..<4_000), modified: 100)
    let library = try library()
    try library.refreshed()
    try newsroom.write("wire.jsonl", lines(1_000..<4_005), modified: 200)
    let summary = try library.refreshed()
    #expect((summary.stories, summary.removed) == (3_005, 995))
    try expectAll(library, 3_005)
  }

  @Test(arguments: ["gzip", "zstd"])
  func compressedFilesAreReadDirectly(_ program: String) throws {
    guard FileManager.default.isExecutableFile(atPath: "/usr/bin/\(program)") else { return }
    let ending = program == "gzip" ? "gz" : "zst"
    try newsroom.write("large.jsonl", lines(0..<3_600))
    try newsroom.write("small.jsonl", lines(3_600..<3_610))
    for name in ["large.jsonl", "small.jsonl"] { try pack(program, name) }
    if program == "zstd" { for name in ["large.jsonl", "small.jsonl"] { try newsroom.remove(name) } }
    let library = try library()
    #expect(try library.refreshed().stories == 3_610)
    try expectAll(library, 3_610)
    #expect(Set(try library.rows().map(\.path)) == ["large.jsonl.\(ending)", "small.jsonl.\(ending)"])
  }

  @Test func aTruncatedCompressedFileGivesWhatItHas() throws {
    try newsroom.write("wire.jsonl", lines(0..<4_000))
    try pack("gzip", "wire.jsonl")
    let path = newsroom.directory + "/wire.jsonl.gz"
    let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    try bytes.prefix(bytes.count / 2).write(to: URL(fileURLWithPath: path))
    let library = try library()
    let summary = try library.refreshed()
    #expect(summary.stories > 500)
    #expect(try library.problems().contains { $0.reason.contains("damaged or cut short") })
  }

  @Test func aBombIsStopped() throws {
    try newsroom.write("bomb.jsonl", String(repeating: " ", count: 12 << 20))
    try pack("gzip", "bomb.jsonl")
    let library = try library()
    #expect(try library.refreshed().stories == 0)
    #expect(try library.problems().contains { $0.reason.contains("times its size") })
  }

  @Test func anOverlongLineIsSkippedAndNamed() throws {
    let long = "{\"title\":\"" + String(repeating: "x", count: 17 << 20) + "\"}\n"
    try newsroom.write("wire.jsonl", lines(0..<3) + long + lines(3..<6))
    let library = try library()
    #expect(try library.refreshed().stories == 6)
    #expect(try library.problems().map(\.line) == [4])
    try expectAll(library, 6)
  }

  @Test func brokenLinesAreNamedAndTheOthersRead() throws {
    try newsroom.write(
      "wire.jsonl", lines(0..<2) + "{\"title\": broken\n\n[1]\n{}\n" + lines(2..<3).dropLast())
    let library = try library()
    #expect(try library.refreshed().stories == 3)
    #expect(try library.problems().map(\.line) == [3, 5, 6])
  }

  @Test func anInterruptedReadingStartsAgain() throws {
    try newsroom.write("wire.jsonl", lines(0..<4_000))
    let library = try library()
    try library.refreshed { $0.added > 500 ? .stop : .goOn }
    let part = try #require(try library.window(Query(), around: .first, before: 0, after: 1).total)
    #expect(part > 500 && part < 4_000)
    let again = try newsroom.library([JSONLines()])
    #expect(try again.refreshed().stories == 4_000)
    try expectAll(again, 4_000)
  }

  @Test func oneRecordIsTheSourceOfItsStory() throws {
    try newsroom.write("wire.jsonl", lines(0..<3))
    let library = try library()
    try library.refreshed()
    let row = try #require(try library.rows().first { $0.headline == "Story 1" })
    let source = try library.source(of: row.id)
    #expect(String(decoding: source.bytes, as: UTF8.self) + "\n" == lines(1..<2))
  }
}
