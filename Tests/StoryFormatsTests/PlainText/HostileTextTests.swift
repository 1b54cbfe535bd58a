import Foundation
import Stories
import StoryFormats
import Testing

private func read(_ bytes: [UInt8]) -> Reading {
  PlainText().read(Source(path: "news/hostile.txt", bytes: bytes))
}

/// Each of these took quadratic time in some reader of text.
///
/// No clock is used: they would not end.
@Test(arguments: [
  ("a", 2_000_000), ("word ", 200_000), ("word\n", 12_000), ("* word\n", 20_000), ("\n", 20_000),
  ("*\n", 20_000),
  ("- a\n", 20_000), ("* a\na\n", 12_000), ("* a a\n\n", 12_000), ("* a\n\na\n\nb\n\n", 8_000),
  ("* a\nb\n", 12_000),
  ("Subscribe to our newsletter\n\n\n", 8_000), ("Advertisement\n", 12_000), ("READ MORE: a\n", 12_000),
  ("READ MORE:\n", 12_000), ("\"a,\" says Anna Berg. ", 12_000), ("\"a,\" says Anna Berg.\n\n", 8_000),
  ("says ", 8_000),
  ("\"", 8_000), ("“", 8_000), ("1. a\n", 12_000), ("Title: a\n", 12_000), ("a: b\n", 12_000),
  ("http://", 20_000),
  ("http://a.example ", 12_000), ("|", 8_000), ("By Anna Berg and ", 12_000), ("2016-03-29 ", 12_000),
  ("e\u{301}", 20_000),
  ("\u{301}", 200_000), ("\u{200D}👩", 20_000), ("\u{A0}", 8_000), ("\r", 8_000), ("—", 8_000),
  ("A —", 20_000),
  (String(repeating: "a", count: 70) + "\n", 12_000), ("(", 8_000), ("...", 8_000), ("\u{0}", 8_000),
])
func anyRepetitionIsRead(unit: String, count: Int) {
  let reading = read(Array(String(repeating: unit, count: count).utf8))
  expectPromises(reading)
  #expect(reading.stories.count + reading.problems.count >= 1)
}

@Test func closingBracketsBehindAnAddressAreNoPartOfIt() {
  let text = "http://a.example" + String(repeating: ")", count: 200_000)
  #expect(
    read(Array("Headline\n\n\(text)".utf8)).stories.first?.references.first?.target == "http://a.example")
}

@Test func randomBytesAreReadWithoutACrash() {
  var state: UInt64 = 0x5EED
  func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }
  let pieces = [
    "* ", "- ", "\n", "\n\n", "\n\n\n", "READ MORE:", "\u{A0}", "“", "”", "\"", "By ", "Anna Berg",
    "29 March 2016", "a", "word",
    ". ", "1. ", "http://", ")", "—", "Title: ", "here.", "\u{0}", "é", "\r\n", "says ", "Sign up newsletter",
    "?", "\t", "🇩🇰",
  ].map { Array($0.utf8) }
  for _ in 0..<1_000 {
    var bytes: [UInt8] = []
    for _ in 0..<(next() % 60) {
      if next() % 8 == 0 {
        bytes.append(UInt8(truncatingIfNeeded: next()))
      } else {
        bytes += pieces[Int(next() % UInt64(pieces.count))]
      }
    }
    let reading = read(bytes)
    expectPromises(reading)
    #expect(reading.stories.count <= 1)
    for story in reading.stories { #expect(!story.headline.isEmpty) }
    for part in PlainText().explain(Source(path: "a", bytes: bytes)) {
      #expect((0...1).contains(part.confidence) && part.lines.lowerBound >= 1)
    }
  }
}

@Test(arguments: [
  [], [0xFF], [0xFE, 0xFF], [0xFF, 0xFE, 0x41], [0xEF, 0xBB, 0xBF], [0], [0x80], [0xF0, 0x9F], [0x0A], [0x2A],
  [0x2A, 0x20],
])
func theSmallestFilesAreReadWithoutACrash(bytes: [UInt8]) {
  let reading = read(bytes)
  expectPromises(reading)
  #expect(reading.stories.count <= 1)
  #expect(reading.stories.count + reading.problems.count >= 1)
}

private let corpora = URL(filePath: #filePath).deletingLastPathComponent()
  .appending(path: "../../../../shared/corpora").standardizedFileURL

@Test(
  .enabled(
    if: FileManager.default.fileExists(atPath: corpora.path), "the corpora are not beside the package"),
  arguments: ["strings-naughty", "escapes-cve", "escapes-xterm", "unicode"])
func theHostileCorporaAreReadWithoutACrash(name: String) throws {
  let folder = corpora.appending(path: name)
  let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: [.isRegularFileKey])
  var count = 0
  while let file = files?.nextObject() as? URL, count < 300 {
    guard try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true else { continue }
    let reading = read([UInt8](try Data(contentsOf: file)))
    expectPromises(reading)
    #expect(reading.stories.count + reading.problems.count >= 1)
    count += 1
  }
  #expect(count > 0)
}
