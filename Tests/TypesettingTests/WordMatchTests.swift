import Stories
import Testing
import Words

@testable import Typesetting

/// A highlighter for any of some runs of words.
func looking(for runs: CompiledQuery.Run...) -> Highlighter {
  Highlighter(CompiledQuery(.all(runs.map { .group(CompiledQuery.Group([$0])) })))
}

private typealias Run = CompiledQuery.Run

@Test func wholeWordsAndBeginningsAreMatched() {
  let ferry = looking(for: Run(["ferry"]))
  let table: [(Highlighter, String, [Range<Int>])] = [
    (ferry, "The Ferry, the ferryman and the férry", [4..<9, 32..<37]),
    (looking(for: Run(["ferr"], isBeginning: true)), "Ferries and offerry", [0..<7]),
    (looking(for: Run(["new", "harbour"])), "New: harbour, new quay", [0..<12]),
    (looking(for: Run(["malmo"]), Run(["aero"])), "Malmö, Ærø", [0..<5, 7..<10]),
    (looking(for: Run(["cant"])), "I can't, and can", [2..<7]),
    (looking(for: Run(["京"])), "東京都", [2..<4]),
    (looking(for: Run(["東", "京"])), "東京都", [0..<4]),
    (looking(), "anything", []), (looking(for: Run([""])), "anything", []), (ferry, "", []),
  ]
  for (words, text, expected) in table { #expect(words.columns(in: text) == expected, "\(text)") }
}

/// The number of a note is no part of the word before it, in the index and on the page.
@Test func aWordBeforeANoteIsFoundOnThePage() {
  var story = Story(id: StoryID(identifier: "note"), path: "note.md", format: "markdown", headline: "Boats")
  story.body = [
    Block(.paragraph([Inline("The ferry"), Inline("1", marks: .note), Inline(" sails again.")]))
  ]
  story.notes = [Story.Note(label: "1", blocks: [Block(.paragraph([Inline("By steam.")]))])]
  #expect(story.text == "The ferry sails again.")
  #expect(story.words == 4)
  let page = Typesetter().page(for: story, columns: 60)
  for (word, count) in [("ferry", 1), ("ferry1", 0), ("steam", 1), ("1", 0)] {
    #expect(page.matches(of: looking(for: Run([word])), in: story).count == count, "\(word)")
  }
}

@Test func aSnippetShowsTheDensestMatches() {
  let words = looking(for: Run(["ferry"]), Run(["harbour"]))
  let filler = String(repeating: "Nothing of the kind happens in this sentence. ", count: 20)
  #expect(words.snippet(of: "A ferry leaves the\nharbour.") == "A ferry leaves the harbour.")
  #expect(words.snippet(of: "The ferry. " + filler)?.hasPrefix("The ferry. Nothing") == true)
  let both = words.snippet(of: "A ferry. " + filler + "Then a harbour sees a ferry. " + filler)
  #expect(both?.hasPrefix("… this sentence. Then a harbour sees a ferry.") == true)
  #expect((both?.unicodeScalars.count ?? 0) < 250)
  #expect(words.snippet(of: filler) == nil)
  #expect(words.snippet(of: "") == nil)
  #expect(looking().snippet(of: "ferry") == nil)
  // Words without spaces, and a text that ends within a snippet.
  let text = String(repeating: "東", count: 60) + "京"
  #expect(looking(for: Run(["京"])).snippet(of: text) == "… 京")
}

@Test func aSnippetOfAnyTextIsShort() {
  let signs: [Unicode.Scalar] = [
    " ", "\n", "f", "e", "r", "y", "\u{301}", "\u{202E}", "京", "ﬁ", "'", "\u{1F6A2}", "\u{200D}", "\0", "ß",
  ]
  let words = looking(for: Run(["fe"], isBeginning: true), Run(["京"]))
  var seed: UInt64 = 7
  var found = 0
  for _ in 0..<500 {
    var text = String.UnicodeScalarView()
    for _ in 0..<300 {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      text.append(signs[Int(seed >> 33) % signs.count])
    }
    guard let snippet = words.snippet(of: String(text)) else { continue }
    found += 1
    #expect(snippet.unicodeScalars.count <= 242)
    #expect(!words.columns(in: snippet).isEmpty)
  }
  #expect(found > 400)
}
