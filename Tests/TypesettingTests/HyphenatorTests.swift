import Foundation
import Testing

@testable import Typesetting

private let hasDictionaries = FileManager.default.fileExists(atPath: "/usr/share/hyphen/hyph_da_DK.dic")

@Suite struct HyphenatorTests {
  private static func parts(_ word: String, _ language: String) -> String {
    let places = Hyphenator().places(in: word, language: language)
    var result = ""
    for (index, letter) in word.enumerated() {
      if places.contains(index) { result += "-" }
      result.append(letter)
    }
    return result
  }

  @Test(
    .enabled(if: hasDictionaries, "needs Debian's hyphen-da, hyphen-sv, hyphen-en-gb"),
    arguments: [
      ("regeringen", "da", "re-gerin-gen"),
      ("forsikringsselskab", "da", "for-sik-rings-sel-skab"),
      ("kommunalbestyrelse", "da-DK", "kom-mu-nal-be-sty-relse"),
      ("hamnstäderna", "sv", "hamn-stä-derna"),
      ("typography", "en", "ty-po-graphy"),
    ])
  func aWordIsHyphenatedByItsLanguage(_ word: String, _ language: String, _ expected: String) {
    let parted = Self.parts(word, language)
    #expect(parted == expected)
  }

  @Test(arguments: [
    ("", "en"), ("short", "en"), ("Regeringen", "da"), ("REGERINGEN", "da"), ("re9geringen", "da"),
    ("regeringen", "xx"), ("regeringen", ""), ("правительство", "da"),
    (String(repeating: "a", count: 61), "en"),
    ("../../etc", "../../x"),
  ])
  func someWordsAreNeverHyphenated(_ word: String, _ language: String) {
    #expect(Hyphenator().places(in: word, language: language) == [])
  }

  @Test(.enabled(if: hasDictionaries, "needs Debian's hyphen-da"))
  func dictionariesAreReadAgainAfterARest() {
    let hyphenator = Hyphenator()
    let places = hyphenator.places(in: "kommunalbestyrelse", language: "da")
    hyphenator.rest()
    #expect(!places.isEmpty && hyphenator.places(in: "kommunalbestyrelse", language: "da") == places)
  }

  @Test func withoutDictionariesNothingIsHyphenated() {
    let hyphenator = Hyphenator(directory: "/nowhere")
    #expect(!hyphenator.knows(language: "en"))
    #expect(hyphenator.places(in: "typography", language: "en") == [])
  }

  @Test(.enabled(if: hasDictionaries, "needs Debian's hyphen-da"))
  func theLastWordOfAParagraphIsNeverHyphenated() {
    #expect(lines("ja kommunalbestyrelse ja", 14, language: "da").contains { $0.hasSuffix("-") })
    #expect(!lines("ja ja ja kommunalbestyrelse", 19, language: "da").contains { $0.hasSuffix("-") })
    #expect(lines("kommunalbestyrelse ja", 50, language: "da") == ["kommunalbestyrelse ja"])
  }
}
