import Stories
import Testing

@testable import Typesetting

private func matches(_ phrases: [[SearchQuery.Word]], in text: String) -> [Range<Int>] {
  WordMatches(phrases).columns(in: text)
}

@Test func wholeWordsAndBeginningsAreMatched() {
  let ferry = [[SearchQuery.Word("ferry")]]
  let table: [([[SearchQuery.Word]], String, [Range<Int>])] = [
    (ferry, "The Ferry, the ferryman and the férry", [4..<9, 32..<37]),
    ([[SearchQuery.Word("ferr", isPrefix: true)]], "Ferries and offerry", [0..<7]),
    ([[SearchQuery.Word("new"), SearchQuery.Word("harbour")]], "New: harbour, new quay", [0..<12]),
    ([[SearchQuery.Word("malmo")], [SearchQuery.Word("aero")]], "Malmö, Ærø", [0..<5, 7..<10]),
    ([[SearchQuery.Word("cant")]], "I can't, and can", [2..<7]),
    ([[SearchQuery.Word("京")]], "東京都", [2..<4]),
    ([[SearchQuery.Word("東"), SearchQuery.Word("京")]], "東京都", [0..<4]),
    ([[]], "anything", []), ([[SearchQuery.Word("")]], "anything", []), (ferry, "", []),
  ]
  for (phrases, text, expected) in table { #expect(matches(phrases, in: text) == expected, "\(text)") }
}

@Test func aSnippetShowsWhereMostOfTheWordsStand() {
  let words = WordMatches([[SearchQuery.Word("ferry")], [SearchQuery.Word("harbour")]])
  let filler = String(repeating: "Nothing of the kind happens in this sentence. ", count: 20)
  #expect(words.snippet(of: "A ferry leaves the\nharbour.") == "A ferry leaves the harbour.")
  #expect(words.snippet(of: "The ferry. " + filler)?.hasPrefix("The ferry. Nothing") == true)
  let both = words.snippet(of: "A ferry. " + filler + "Then a harbour sees a ferry. " + filler)
  #expect(both?.hasPrefix("… this sentence. Then a harbour sees a ferry.") == true)
  #expect((both?.unicodeScalars.count ?? 0) < 250)
  #expect(words.snippet(of: filler) == nil)
  #expect(words.snippet(of: "") == nil)
  #expect(WordMatches([]).snippet(of: "ferry") == nil)
  // Words without blanks, and a text that ends within a glance.
  let text = String(repeating: "東", count: 60) + "京"
  #expect(WordMatches([[SearchQuery.Word("京")]]).snippet(of: text) == "… 京")
}

@Test func aSnippetOfAnyTextIsShort() {
  let signs: [Unicode.Scalar] = [
    " ", "\n", "f", "e", "r", "y", "\u{301}", "\u{202E}", "京", "ﬁ", "'", "\u{1F6A2}", "\u{200D}", "\0", "ß",
  ]
  let words = WordMatches([[SearchQuery.Word("fe", isPrefix: true)], [SearchQuery.Word("京")]])
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
