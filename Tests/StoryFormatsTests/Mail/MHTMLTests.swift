import Foundation
import Stories
import StoryFormats
import Testing

@Suite struct MHTMLTests {
  static let fixtures = RecordedReading("MHTML")

  static let names = fixtures.names

  @Test(arguments: names)
  func theSaverIsNoWriterAndSavingNoDate(name: String) throws {
    let story = try #require(MHTML().read(try Self.fixtures.source(name, in: "pages")).stories.first)
    #expect(!story.bylines.contains { $0.contains("Saved") })
    #expect(story.published == nil)
    #expect(!story.body.contains { $0.text == story.headline })
    #expect(story.url?.hasPrefix("http") == true)
  }

  @Test func aLetterWithPicturesStaysMail() {
    let text = """
      From: Ida Lund <ida@desk.example>
      To: readers@desk.example
      Subject: The quay
      Message-ID: <1@desk.example>
      Content-Type: multipart/related; type="text/html"; boundary=b

      --b
      Content-Type: text/html
      Content-Location: https://desk.example/quay

      <p>The quay is open.</p>
      --b--

      """
    let source = Source(path: "a", bytes: Array(text.utf8))
    #expect(Formats.format(for: source)?.name == "mail")
  }

  @Test func ofVeryManyPartsThePageIsRead() throws {
    let pictures = String(repeating: "--b\nContent-Type: image/png\nContent-Location: x\n\nx\n", count: 5_000)
    let text =
      """
      Content-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html\n\n<p>The quay is \
      open.</p>\n
      """
    let reading = MHTML().read(Source(path: "a.mhtml", bytes: Array((text + pictures).utf8)))
    #expect(try #require(reading.stories.first).text == "The quay is open.")
    #expect(reading.problems.contains { $0.reason.contains("parts") })
  }

  @Test(arguments: [
    "Content-Type: multipart/related; boundary=b\n\n--b\n", "Content-Type: multipart/related\n\n",
    "Content-Location: x\nContent-Type: text/html\n\n", "", "\n",
    "Content-Type: multipart/related; boundary=b\n\n"
      + String(repeating: "--b\nContent-Type: text/html\n\nx\n", count: 20_000),
  ])
  func brokenPagesGiveAStoryOrAProblem(_ text: String) {
    let reading = MHTML().read(Source(path: "a.mhtml", bytes: Array(text.utf8)))
    #expect(reading.stories.count + reading.problems.count > 0)
    #expect(reading.stories.allSatisfy { !$0.headline.isEmpty })
  }
}
