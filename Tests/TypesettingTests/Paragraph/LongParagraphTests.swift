import Stories
import Testing

@testable import Typesetting

@Suite struct LongParagraphTests {
  /// Words of one to nine letters, the same on every run.
  static func words(_ count: Int, seed: Int) -> [String] {
    var number = UInt64(seed)
    return (0..<count).map { index in
      number = number &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return String(
        repeating: "abcdefghij".randomLetter(at: Int(number >> 60) % 10), count: Int(number >> 33) % 9 + 1)
    }
  }

  @Test func aParagraphOfManyPartsIsSetAsOne() {
    let words = Self.words(40_000, seed: 1)
    for columns in [17, 40, 68] {
      let set = lines(words.joined(separator: " "), columns)
      #expect(set.joined(separator: " ") == words.joined(separator: " "))
      // Except for the last, no line is short where two parts meet.
      let shortest = set.dropLast().map(\.count).min() ?? 0
      #expect(shortest >= columns - 9 - 8, "\(shortest) of \(columns)")
      #expect(set.allSatisfy { $0.count <= columns })
    }
  }

  @Test func aWordOfManyPartsLosesNoLetter() {
    let word = Self.words(30_000, seed: 2).joined()
    #expect(lines(word, 40).joined() == word)
    #expect(lines(word, 40).dropLast().allSatisfy { $0.count >= 38 })
  }

  @Test func linksAndHeldBlanksStayWhereTheyAreInLaterParts() {
    let words = Self.words(20_000, seed: 3).joined(separator: " ")
    var told = story(
      "A", [Block(.paragraph([Inline(words + " "), Inline("a link", reference: 0), Inline(".")]))])
    told.references = [Reference(kind: .outside, text: "a link", target: "https://a.example")]
    let page = Typesetter().page(for: told, columns: 60)
    #expect(page.links.count == 1)
    #expect(page.lines.last?.text.hasSuffix("a link[1].") == true)
    #expect(faults(of: page) == [])
  }

  @Test func noBreakSpacesThatBeginALineIndentIt() {
    let four = String(repeating: "\u{A0}", count: 4)
    #expect(lines("The tide\n\(four)came in\n\u{A0}and out", 30) == ["The tide", "    came in", "and out"])
    #expect(lines("\(four)The tide\ncame", 30) == ["    The tide", "came"])
    #expect(lines("\(four)One line", 30) == ["One line"])
    let wide = lines("a\n" + String(repeating: "\u{A0}", count: 100_000) + "b", 30)
    #expect(wide.count == 2 && wide[1].allSatisfy { $0 == " " || $0 == "b" })
  }

  @Test func linesHandedOverEqualThePages() {
    var long = HostileTests.everything
    long.body += (0..<3_000).map { paragraph("Line \($0) of the story") }
    long.body.append(Block(.code(language: nil, (0..<9_000).map { "\($0)\n\n" }.joined())))
    for columns in [17, 80] {
      var handed: [Page.Line] = []
      Typesetter().setLines(of: long, columns: columns) { handed += $0 }
      #expect(handed == Typesetter().page(for: long, columns: columns).lines)
    }
  }
}

extension String {
  fileprivate func randomLetter(at place: Int) -> Character { self[index(startIndex, offsetBy: place)] }
}
