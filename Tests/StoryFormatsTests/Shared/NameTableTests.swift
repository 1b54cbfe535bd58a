import Testing

@testable import StoryFormats

@Suite struct NameTableTests {
  @Test func namesInSeveralWordsAreFound() {
    let table = NameTable([("readmore", 1), ("ad", 2), ("ad", 3), (String(repeating: "x", count: 80), 4)])
    #expect(table["ad"] == 3)
    #expect(table["readmore"] == 1)
    #expect(table[["read", "more"]] == 1)
    #expect(table[["more", "read"]] == nil)
    #expect(table["readmord"] == nil && table[""] == nil && table[[]] == nil)
    #expect(table[String(repeating: "x", count: 80)] == 4)
    #expect(table[String(repeating: "x", count: 81)] == nil)
  }

  @Test(arguments: [
    ("my-byline-box", true), ("bylin", false), ("", false), ("author", true), ("xautho", false),
    ("ååuthorauthor", true),
  ])
  func piecesAreFoundAnywhere(text: String, isThere: Bool) {
    #expect(PieceList(["byline", "author", "autumn", ""]).isPart(of: text) == isThere)
  }
}
