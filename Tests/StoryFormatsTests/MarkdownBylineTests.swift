import Stories
import Testing

@testable import StoryFormats

/// A line above the text that says who wrote it.
@Suite struct MarkdownBylineTests {
  private func story(_ line: String, matter: String = "") -> Story {
    let text = "---\ntitle: The museum\n\(matter)---\n\(line)\n\nThe museum is open again.\n\nIt was shut.\n"
    return Markdown().read(Source(path: "a.md", bytes: Array(text.utf8))).stories[0]
  }

  @Test(arguments: [
    ("*By Tobias Wrenfield*", ["Tobias Wrenfield"], nil),
    ("_By Tobias Wrenfield and Ada Holm_", ["Tobias Wrenfield", "Ada Holm"], nil),
    ("**By Tobias Wrenfield**", ["Tobias Wrenfield"], nil),
    ("By Tobias Wrenfield", ["Tobias Wrenfield"], nil),
    ("*Af Ada Holm*", ["Ada Holm"], nil), ("*Av Ada Holm*", ["Ada Holm"], nil),
    ("*By Ada Holm, 3 May 2020*", ["Ada Holm"], "2020-05-03"),
    ("*By Ada Holm | 3 May 2020*", ["Ada Holm"], "2020-05-03"),
  ])
  func isTaken(_ line: String, _ names: [String], _ day: String?) {
    let story = story(line)
    #expect(story.bylines == names)
    #expect(story.published.map { String($0.iso8601.prefix(10)) } == day)
    #expect(story.body.map(\.text) == ["The museum is open again.", "It was shut."])
  }

  /// A line stays in the text if it is not a byline, or differs from the front matter.
  @Test(arguments: [
    ("*By the time we came it was shut.*", ""), ("*By train and by boat*", ""),
    ("*By Ada Holm*", "author: Jens Ek\n"), ("*By Ada Holm, 3 May 2020*", "date: 2021-01-01\n"),
    ("*By Ada Holm, our correspondent in Tornö*", ""), ("*By [Ada Holm](https://example.org/ada)*", ""),
  ])
  func isLeft(_ line: String, _ matter: String) {
    #expect(story(line, matter: matter).body.count == 3)
  }

  @Test func aBylineThatIsKnownIsNotSaidTwice() {
    let story = story("*By Ada Holm*", matter: "author: Ada Holm\n")
    #expect(story.bylines == ["Ada Holm"])
    #expect(story.body.count == 2)
  }

  @Test(arguments: [
    ("![A view](p.png \"Drawing: Arvid Stålberg\")", "A view. Drawing: Arvid Stålberg"),
    ("![A view.](p.png \"Drawing: Arvid Stålberg\")", "A view. Drawing: Arvid Stålberg"),
    ("![](p.png \"Drawing: Arvid Stålberg\")", "Drawing: Arvid Stålberg"),
    ("![A view](p.png \"A view\")", "A view"), ("![A view](p.png \"A view of Tornö\")", "A view of Tornö"),
    ("![A view](p.png)", "A view"),
  ])
  func aPicturesTitleIsItsCredit(_ line: String, _ caption: String) {
    guard case .figure(let words, _) = story(line).body[0].kind else {
      Issue.record("no figure")
      return
    }
    #expect(words.text == caption)
  }
}
