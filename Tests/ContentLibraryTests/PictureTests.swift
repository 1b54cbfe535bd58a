import Stories
import StoryFormats
import Testing

@testable import ContentLibrary

/// Pictures that a story shows and that are files of the library.
@Suite struct PictureTests {
  let newsroom: TemporaryNewsroom

  init() throws { newsroom = try TemporaryNewsroom() }

  private func missing(_ path: String, _ text: String) throws -> [String] {
    try newsroom.write(path, "# A walk\n\n2026-03-02\n\n" + text, modified: 100)
    let library = try newsroom.library([Markdown()])
    try library.refreshed()
    return try library.problems().map(\.reason).filter { $0.contains("picture") }
  }

  @Test(arguments: [
    "![A fork](images/fork.png)", "![A fork](<images/fork.png>)", "![A fork](/images/fork.png)",
    "![A fork](../images/fork.png)", "> ![A fork](images/fork.png)", "- one\n- ![A fork](images/fork.png)",
    "![A fork](images/fork.png?size=2)",
  ])
  func oneThatIsNotThereIsNamed(_ text: String) throws {
    let reasons = try missing("walks/a.md", text)
    #expect(reasons.count == 1)
    #expect(reasons.first?.contains("fork.png") == true)
  }

  @Test(arguments: ["walks/images/fork.png", "images/fork.png", "static/images/fork.png"])
  func oneThatIsThereIsNot(_ path: String) throws {
    try newsroom.write(path, "PNG")
    #expect(try missing("walks/a.md", "![A fork](images/fork.png)") == [])
  }

  @Test func itsNameMayBeEncodedAndMayComeLater() throws {
    #expect(try missing("a.md", "![A fork](my%20fork.png)").count == 1)
    try newsroom.write("my fork.png", "PNG")
    #expect(try missing("a.md", "![A fork](my%20fork.png)") == [])
  }

  @Test(arguments: [
    "![A](https://example.org/a.png)", "![A](//example.org/a.png)", "![A](data:image/png;base64,AAAA)",
    "![A](../../a.png)", "![A](#a)",
  ])
  func whatLiesOutsideTheLibraryIsNotLookedFor(_ text: String) throws {
    #expect(try missing("walks/a.md", text) == [])
  }
}
