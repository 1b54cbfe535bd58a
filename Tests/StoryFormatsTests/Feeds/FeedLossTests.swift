import Foundation
import Stories
import Testing

@testable import StoryFormats

/// No feed of the corpora loses text because a shorter one was chosen.
@Suite struct FeedLossTests {
  private static let names: Set<String> = [
    "encoded", "content", "description", "summary", "body", "div", "abstract",
  ]

  /// Elements whose text is not part of a story.
  private static let silent: Set<String> = ["script", "style", "svg", "title"]

  /// The words of the longest text in each item, in file order.
  private static func longestTexts(of tree: MarkupTree) -> [[String]] {
    tree.elements(of: tree.root, named: ["item", "entry"]).map { item in
      let texts = tree.elementChildren(of: item).filter { index in
        names.contains(tree[index].name) && !tree[index].namespace.contains("mrss")
          && tree[index][attribute: "mode"] != "base64"
          && tree[index][attribute: "type"]?.hasPrefix("image") != true
      }
      return texts.map { words(of: $0, in: tree) }.max { $0.count < $1.count } ?? []
    }
  }

  /// The words of an element whose text is HTML, encoded once or twice.
  private static func words(of element: MarkupTree.Index, in tree: MarkupTree) -> [String] {
    var text = visible(below: element, in: tree)
    for _ in 0..<2 {
      let page = HTMLParser.parse(text)
      text = visible(below: page.root, in: page)
    }
    return split(text)
  }

  private static func visible(below top: MarkupTree.Index, in tree: MarkupTree) -> String {
    tree.descendants(of: top).filter { tree[$0].isText && !tree.hasAncestor($0, named: silent) }
      .map { tree[$0].text }.joined(separator: " ")
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
    #expect(items > 0)
  }
}
