/// Moves the elements of a feed to where they belong.
///
/// A title that is never closed, or closed with a misspelled tag, swallows the rest of its item; an unclosed
/// item swallows the next one, which `XMLFeed` looks for there. Whatever can't be inside an element is moved
/// behind it, with everything that follows.
enum FeedMending {
  /// Elements that contain text.
  private static let texts: Set<String> = [
    "title", "link", "guid", "id", "pubdate", "category", "comments", "updated", "published", "language",
    "generator", "copyright", "description", "summary", "subtitle", "managingeditor", "webmaster",
    "lastbuilddate", "ttl", "dc:creator", "dc:date", "dc:subject", "content:encoded",
  ]
  /// Elements that never belong inside a text.
  private static let fields: Set<String> = [
    "guid", "pubdate", "category", "comments", "enclosure", "updated", "published", "description", "item",
    "entry",
    "lastbuilddate", "content:encoded", "dc:creator", "dc:date", "dc:subject",
  ]
  /// Elements that are also HTML elements, and so may belong inside an HTML text.
  private static let ambiguous: Set<String> = [
    "title", "link", "id", "summary", "content", "author", "source",
  ]
  /// Elements whose attributes say everything; their content was swallowed because a tag was not closed.
  private static let empty: Set<String> = ["enclosure", "media:thumbnail", "itunes:image"]
  private static let htmlTexts: Set<String> = ["description", "summary", "content:encoded", "subtitle"]

  /// The tree with swallowed elements put back.
  ///
  /// Names of attributes are then in lower case, like those of elements in `FeedVocabulary`.
  static func mended(_ tree: MarkupTree, _ vocabulary: inout FeedVocabulary) -> MarkupTree {
    var tree = tree
    for index in tree.nodes.indices {
      for place in tree[index].attributes.indices
      where tree[index].attributes[place].name.utf8.contains(where: { (0x41...0x5A).contains($0) }) {
        tree[index].attributes[place].name = tree[index].attributes[place].name.lowercased()
      }
    }
    var waiting = [tree.root]
    while let parent = waiting.popLast() {
      var children: [MarkupTree.Index] = []
      var rest = Array(tree[parent].children.reversed())
      while let child = rest.popLast() {
        children.append(child)
        guard let swallowed = firstSwallowed(by: child, in: tree, &vocabulary) else { continue }
        let moved = take(swallowed, outOf: child, in: &tree)
        for index in moved { tree[index].parent = parent }
        rest += moved.reversed()
      }
      tree[parent].children = children
      // Inside texts there is nothing more to repair.
      waiting += children.filter { index in
        guard !tree[index].isText, let name = vocabulary.name(of: tree[index]) else { return false }
        return !texts.contains(name)
      }
    }
    return tree
  }

  /// The first element in a text, at any depth of its markup, that can't belong there.
  private static func firstSwallowed(
    by text: MarkupTree.Index, in tree: MarkupTree, _ vocabulary: inout FeedVocabulary
  ) -> MarkupTree.Index? {
    guard !tree[text].isText, let name = vocabulary.name(of: tree[text]),
      texts.contains(name) || empty.contains(name)
    else { return nil }
    let mayHoldHTML = htmlTexts.contains(name)
    if empty.contains(name), !tree[text].attributes.isEmpty { return tree.elementChildren(of: text).first }
    for index in tree.descendants(of: text) where !tree[index].isText {
      guard let inner = vocabulary.name(of: tree[index]) else { continue }
      if fields.contains(inner) || (ambiguous.contains(inner) && !mayHoldHTML) { return index }
    }
    return nil
  }

  /// Cuts an element and everything after it out of a text, in the order of the file.
  private static func take(
    _ first: MarkupTree.Index, outOf text: MarkupTree.Index, in tree: inout MarkupTree
  ) -> [MarkupTree.Index] {
    var moved: [MarkupTree.Index] = []
    var index = first
    while index != text, let parent = tree[index].parent {
      guard let place = tree[parent].children.firstIndex(of: index) else { break }
      // Elements around the first one stay; only what follows them is cut.
      let start = index == first ? place : place + 1
      moved += tree[parent].children[start...]
      tree[parent].children.removeSubrange(start...)
      index = parent
    }
    return moved
  }
}
