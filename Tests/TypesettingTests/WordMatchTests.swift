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
