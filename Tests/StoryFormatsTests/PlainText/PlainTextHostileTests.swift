import Foundation
import Stories
import StoryFormats
import Testing

private func reading(_ bytes: [UInt8]) -> Reading {
  PlainText().read(Source(path: "hostile.txt", bytes: bytes))
}

/// Inputs made to cost time or memory; each would take minutes where something is quadratic.
@Test(arguments: [
  "- a\n", "- a\n\n", "* Title\nTitle\nText.\n", "Sign up for our newsletter\n",
  "Sign up for our newsletter\n\n\n",
  "READ MORE:\n", "READ MORE: x\n", "1. a\n", "\n", "“\n", "a\n", "Title\n\n\n", "http://a.b/c ",
  "Advertisement\n", "·",
])
func manySmallPartsAreReadInLinearTime(unit: String) {
  let text = "Headline\n\nText of the story.\n\n" + String(repeating: unit, count: 10_000)
  let stories = reading(Array(text.utf8)).stories
  #expect(stories.map(\.headline) == ["Headline"])
}

@Test(arguments: ["a", "a ", ")", "\u{301}", "\"", "(", "-", "‘a "])
func oneLongLineIsReadWhole(unit: String) {
  let text = "Headline\n\nSee http://example.org/" + String(repeating: unit, count: 200_000)
  #expect(reading(Array(text.utf8)).stories.first?.headline == "Headline")
}

@Test func aFileWithoutWordsGivesAProblemAndNoStory() {
  for bytes in [[], Array(" \n\t\r\n ".utf8), [0xEF, 0xBB, 0xBF]] as [[UInt8]] {
    #expect(reading(bytes).stories.isEmpty)
    #expect(reading(bytes).problems.map(\.reason) == ["the file has no text"])
  }
}

/// A fixed walk through random bytes and random pieces of the grammar (SplitMix64).
@Test func randomPiecesNeverBreakTheReader() {
  let pieces = [
    "READ MORE:", "\u{A0}", "\n", "\n\n", "* ", "- ", "“", "”", "By Jane Roe", "29 March 2016",
    "http://a.example/", "\r",
    "\0", "MALMÖ —", "Title: x\n", "1. ", "said Jane Roe", "…", "\u{202E}", "👩‍👩‍👧", "Sign up",
    "here (in English).", "Text",
  ].map { Array($0.utf8) }
  var state: UInt64 = 20_160_329
  func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
  for round in 0..<2_000 {
    var bytes: [UInt8] = []
    for _ in 0..<(next() % 40) {
      if round.isMultiple(of: 2) {
        bytes += pieces[Int(next() % UInt64(pieces.count))]
      } else {
        bytes.append(UInt8(next() & 0xFF))
      }
    }
    let read = reading(bytes)
    #expect(read.stories.count + read.problems.count >= 1)
    for story in read.stories {
      #expect(story.references.allSatisfy { ($0.position ?? 0) <= story.body.count })
    }
  }
}

@Test(arguments: [
  ("story", "A quiet morning at the harbour, with nothing to report but gulls.\n", true),
  ("Makefile", "all of these words are in a makefile and look like prose\n", false),
  ("LICENSE", "Permission is granted to everyone who reads this text.\n", false),
  ("script", "#!/bin/sh\necho hello\n", false), ("page", "<html>words words words</html>", false),
  ("data", "{\"words\": \"words words words\"}", false), ("binary", "words\0words", false),
  ("empty", "", false),
])
func onlyProseIsRecognised(name: String, text: String, isStory: Bool) {
  #expect(PlainText().recognises(Source(path: name, bytes: Array(text.utf8))) == isStory)
}

private let corpora = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().appending(
    path: "shared/corpora")

@Test(.enabled(if: FileManager.default.fileExists(atPath: corpora.path), "the corpora are not here"))
func hostileCorporaAreReadWithoutHarm() throws {
  var files = 0
  for folder in ["strings-naughty", "escapes-cve", "escapes-xterm", "unicode"] {
    let root = corpora.appending(path: folder)
    let names = (FileManager.default.enumerator(atPath: root.path)?.allObjects as? [String]) ?? []
    for name in names {
      guard let data = try? Data(contentsOf: root.appending(path: name)), data.count < 2_000_000 else {
        continue
      }
      let read = reading([UInt8](data))
      #expect(read.stories.count + read.problems.count >= 1)
      files += 1
    }
  }
  #expect(files > 0)
}
