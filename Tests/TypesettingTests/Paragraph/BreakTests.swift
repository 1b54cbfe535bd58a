import Testing

@testable import Typesetting

@Suite struct BreakTests {
  private static let prose =
    "The network meets for the first time in the old customs house, where nine harbour cities will "
    + "compare what they know about keeping streets safe after dark."

  @Test func aParagraphIsBrokenForLeastRaggedness() {
    // First fit would leave "a" alone with a ragged middle; total fit moves a word down early.
    #expect(lines("aaa bb cc ddddd", 6) == ["aaa", "bb cc", "ddddd"])
  }

  @Test func aParagraphAt40And68And17Columns() {
    #expect(lines(Self.prose, 68).allSatisfy { $0.count <= 68 })
    #expect(lines(Self.prose, 68).joined(separator: " ") == Self.prose)
    #expect(lines(Self.prose, 40).joined(separator: " ") == Self.prose)
    #expect(lines(Self.prose, 17).allSatisfy { $0.count <= 17 })
  }

  @Test func anOverLongWordIsFilledLineByLine() {
    #expect(lines("abcdefghijklmnopqrstuvwxyz", 10) == ["abcdefghij", "klmnopqrst", "uvwxyz"])
  }

  @Test func wideClustersAreNeverCut() {
    #expect(lines("漢字漢字漢字", 5) == ["漢字", "漢字", "漢字"])
    #expect(lines("漢", 1) == ["漢"])
  }

  @Test func combiningMarksStayWithTheirLetter() {
    #expect(lines("x\u{301}x\u{301}x\u{301}", 2) == ["x\u{301}x\u{301}", "x\u{301}"])
  }

  @Test(arguments: [
    ("10\u{A0}000 people", 6, ["10 000", "people"]),
    ("a 10\u{A0}000", 5, ["a 10", "000"]),
    ("see §\u{A0}12 now", 7, ["see", "§ 12", "now"]),
    ("then Mr.\u{A0}Ek left", 9, ["then", "Mr. Ek", "left"]),
    ("one\u{A0}two three", 5, ["one", "two", "three"]),
    ("up 10 % here", 6, ["up", "10 %", "here"]),
    ("pay 25 € now", 6, ["pay", "25 €", "now"]),
    ("yes – and no", 6, ["yes –", "and no"]),
    ("soft\u{AD}ware", 6, ["soft-", "ware"]),
    ("soft\u{AD}ware", 8, ["software"]),
    ("zero\u{200B}width", 6, ["zero", "width"]),
    ("https://a.example/news/2016", 18, ["https://a.example/", "news/2016"]),
    ("one\ntwo", 20, ["one", "two"]),
    ("git rebase --interactive now", 14, ["git rebase", "--interactive", "now"]),
    ("use rm -i here", 8, ["use rm", "-i here"]),
    ("git commit --no-verify=x on", 18, ["git commit", "--no-verify=x on"]),
    ("say (--dry-run) or", 11, ["say", "(--dry-run)", "or"]),
    ("say “-dry-run” or", 10, ["say", "“-dry-run”", "or"]),
    ("a well-known name", 7, ["a well-", "known", "name"]),
    ("the \u{2010}ing form", 5, ["the", "\u{2010}ing", "form"]),
    ("--very-very-very-very-very-very-long=x", 12, ["--very-very-", "very-very-", "very-very-", "long=x"]),
    ("--interactive", 5, ["--int", "eract", "ive"]),
  ])
  func theNewsTailoringHolds(_ text: String, _ columns: Int, _ expected: [String]) {
    #expect(lines(text, columns) == expected)
  }

  @Test func whiteSpaceIsCollapsed() {
    #expect(lines("  a \t b\r\n", 20) == ["a b"])
  }

  @Test func aHugeWordIsCutIntoLines() {
    let set = lines(String(repeating: "x", count: 1_000_000), 50)
    #expect(set.count == 20_000)
  }

  @Test func aMillionBreakOpportunitiesAreBounded() {
    #expect(lines(String(repeating: "\u{200B}a", count: 200_000), 100).count == 2000)
    #expect(lines(String(repeating: "\u{AD}", count: 200_000), 10) == [""])
  }
}
