import Testing

@testable import StoryFormats

@Suite struct MarkupTagsTests {
  private func tags(_ text: String) -> [String] {
    var tags: [String] = []
    MarkupTags.each(in: text) { tag in
      let attributes = tag.attributes.sorted { $0.key < $1.key }.map { " \($0.key)=\($0.value)" }.joined()
      tags.append("\(tag.textBefore)|\(tag.name)\(attributes)\(tag.isEmpty ? " /" : "")")
    }
    return tags
  }

  @Test(arguments: [
    ("", []), ("words", []), ("<a>", ["|a"]), ("one <B>two</B >", ["one |b", "two|/b"]),
    ("<a HREF=\"x?1&amp;2\" b='c \"d\"' e=f g>", ["|a b=c \"d\" e=f g= href=x?1&2"]),
    ("<a b='1' b='2'/>", ["|a b=1 /"]), ("&lt;p&gt; &#8211; <p>", ["<p> – |p"]),
    ("a<!-- <b> -->c<d>", ["c|d"]), ("<!-- <b>", []), ("<a b=\"c", ["|a b=c"]), ("</", ["|/"]), ("<", ["|"]),
  ])
  func tagsComeInTheirOrder(text: String, expected: [String]) {
    #expect(tags(text) == expected)
  }
}
