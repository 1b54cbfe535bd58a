import Foundation
import Stories
import Testing

@testable import StoryFormats

/// No text of a feed is lost to a shorter one, in any feed of the corpora.
@Suite struct FeedLossTests {
  private static let names: Set<String> = [
    "encoded", "content", "description", "summary", "body", "div", "abstract",
  ]

  /// The words of the longest text among the elements of each item, in the order of the file.
  private static func longestTexts(of tree: MarkupTree) -> [[String]] {
    tree.elements(of: tree.root, named: ["item", "entry"]).map { item in
      tree.elementChildren(of: item).filter {
        names.contains(tree[$0].name) && tree[$0][attribute: "mode"] != "base64"
      }
      .map { words(of: $0, in: tree) }.max { $0.count < $1.count } ?? []
    }
  }

  private static func words(of element: MarkupTree.Index, in tree: MarkupTree) -> [String] {
    let hasMarkup = !tree.elementChildren(of: element).isEmpty
    let text =
      hasMarkup
      ? tree.descendants(of: element).map { tree[$0].text }.joined(separator: " ") : tree.rawText(of: element)
    let plain = HTMLParser.parse(text)
    return split(plain.descendants(of: plain.root).map { plain[$0].text }.joined(separator: " "))
  }

  private static func split(_ text: String) -> [String] {
    text.lowercased().split { !($0.isLetter || $0.isNumber) }.map(String.init)
  }

  @Test(
    .enabled(if: FeedCorporaTests.isThere, "no ../shared/corpora beside the package"),
    arguments: ["feeds-gofeed", "feeds-validator"])
  func theLongestTextIsInTheStory(corpus: String) throws {
    let folder = FeedCorporaTests.folder.appending(path: corpus)
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted().filter {
      $0.hasSuffix(".xml")
    }
    var items = 0
    for path in paths {
      let bytes = try [UInt8](Data(contentsOf: folder.appending(path: path)))
      let source = Source(path: path, bytes: bytes)
      guard XMLFeed.root(of: source) != nil, let tree = XMLParser.parse(XMLDecoding.decode(bytes).text).tree
      else { continue }
      let texts = Self.longestTexts(of: tree)
      let stories = RSS().read(source).stories
      guard stories.count == texts.count else { continue }
      for (words, story) in zip(texts, stories) where words.count >= 4 {
        items += 1
        let kept = Set(
          Self.split(
            ([story.headline, story.standfirst ?? "", story.text] + story.references.map(\.text))
              .joined(separator: " ")))
        let lost = words.filter { !kept.contains($0) }
        #expect(lost.count * 10 <= words.count, "\(path): \(lost.prefix(8)) of \(words.prefix(12))")
      }
    }
    #expect(items > 20)
  }
}
