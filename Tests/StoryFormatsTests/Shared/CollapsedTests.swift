import Testing

@testable import StoryFormats

@Suite struct CollapsedTests {
  @Test(arguments: [
    ("", ""), (" ", ""), ("a", "a"), ("a b", "a b"), (" a", "a"), ("a ", "a"), ("a  b", "a b"),
    ("a\nb", "a b"), ("a\u{A0}b", "a b"), ("a\u{2003}\u{3000}b", "a b"), ("\u{85}a", "a"), ("é", "é"),
    ("é è", "é è"),
    ("漢字 漢", "漢字 漢"), ("a\u{200A}", "a"), ("“a”", "“a”"), ("a\u{1C}b", "a\u{1C}b"),
  ])
  func whiteSpaceIsCollapsed(_ text: String, _ expected: String) {
    #expect(MarkupTree.collapsed(text) == expected)
    #expect(MarkupTree.collapsed(Substring(text)) == expected)
    #expect(MarkupTree.collapsed(expected) == expected)
  }
}
