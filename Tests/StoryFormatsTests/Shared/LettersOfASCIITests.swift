import TestSupport
import Testing

@testable import StoryFormats

@Suite struct LettersOfASCIITests {
  @Test(arguments: [
    ("Ferry STRANDED, again", "ferry stranded again"), ("  -- ", ""), ("a", "a"), ("", ""),
    ("B2B\r\nnews!", "b b news"),
  ])
  func gapsStandForAllElse(_ text: String, _ folded: String) {
    #expect(text.lettersOfASCII(andDigits: false, gap: " ") == folded)
  }

  @Test func otherLettersAreLeftToUnicode() {
    #expect("Fähre".lettersOfASCII(andDigits: true, gap: nil) == nil)
  }

  @Test func randomTextsGiveWhatUnicodeGives() {
    var random = SplitMix(seed: 7)
    for _ in 0..<300 {
      let bytes = (0..<Int.random(in: 0..<40, using: &random)).map { _ in
        UInt8.random(in: 0..<0x80, using: &random)
      }
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(
        text.lettersOfASCII(andDigits: true, gap: nil)
          == text.lowercased().filter { $0.isLetter || $0.isNumber })
    }
  }

  @Test func printedSignsAreLeftOutAsUnicodeDoes() {
    var random = SplitMix(seed: 8)
    let signs = "aBc 1’“”„–—…•‧\u{A0}-\u{2010}".map { $0 }
    for _ in 0..<300 {
      let text = String(
        (0..<Int.random(in: 0..<20, using: &random)).map { _ in signs.randomElement(using: &random) ?? " " })
      #expect(
        text.lettersOfASCII(andDigits: true, gap: nil)
          == text.lowercased().filter { $0.isLetter || $0.isNumber })
    }
    for other in ["a\u{200D}b", "a\u{2030}", "a\u{B2}", "a\u{301}"] {
      #expect(other.lettersOfASCII(andDigits: true, gap: nil) == nil)
    }
  }
}
