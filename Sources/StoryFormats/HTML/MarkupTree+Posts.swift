/// Handles embedded posts of social networks, and hover cards.
extension MarkupTree {
  /// Classes of the `blockquote` elements that networks provide for embedding.
  private static let postClasses = [
    "twitter-tweet", "twitter-video", "twitter-quote", "instagram-media", "tiktok-embed", "fb-post",
    "fb-xfbml", "facebook-post", "reddit-card", "reddit-embed", "bluesky-embed", "mastodon-embed",
    "text-post-media", "imgur-embed", "tumblr-post", "embedly-card", "pinterest",
  ]
  /// How many boxes around a post to examine.
  private static let mostWrappers = 6

  /// Replaces boxes that contain only an embedded post by the post, since their names speak of sharing, and
  /// the post is a quotation.
  mutating func freeEmbeddedPosts() {
    for quote in elements(of: root, named: ["blockquote"]) {
      let names = (self[quote][attribute: "class"] ?? "").lowercased()
      guard Self.postClasses.contains(where: { names.hasBytes(of: $0) }), !isSpace(below: quote) else {
        continue
      }
      self[quote].attributes.removeAll { $0.name == "class" || $0.name == "id" || $0.name == "style" }
      var outermost = quote
      for _ in 0..<Self.mostWrappers {
        guard let parent = self[outermost].parent, let above = self[parent].parent,
          !["body", "article", "main", "section"].contains(self[parent].name), above != root,
          holdsNothingElse(parent, than: outermost)
        else { break }
        outermost = parent
      }
      guard outermost != quote else { continue }
      self[outermost].name = "blockquote"
      self[outermost].attributes = self[quote].attributes
      self[outermost].children = self[quote].children
      for child in self[quote].children where self[child].parent == quote { self[child].parent = outermost }
      self[quote].children = []
      self[quote].parent = nil
    }
  }

  private func holdsNothingElse(_ box: Index, than child: Index) -> Bool {
    self[box].children.count <= 40
      && self[box].children.allSatisfy { $0 == child || self[$0].parent != box || isSpace(below: $0) }
  }

  // MARK: Cards

  private static let cardWords: Set<String> = [
    "hover", "hovercard", "rollover", "tooltip", "tooltips", "popover", "popup", "flyout", "qtip", "infocard",
  ]
  private static let sentences: Set<String> = [
    "p", "span", "a", "em", "strong", "b", "i", "li", "td", "abbr",
  ]
  /// The longest text of a card, in bytes.
  private static let longestCard = 3_000

  /// Removes cards from sentences: elements within running text that are named as cards or repeat the words
  /// before them, and have links.
  mutating func dropHoverCards() {
    var dropped = false
    for node in nodes.indices
    where !self[node].isText && ["span", "div", "aside", "ul"].contains(self[node].name) {
      guard let parent = self[node].parent, Self.sentences.contains(self[parent].name),
        isShorter(node, than: Self.longestCard), isCard(node, in: parent)
      else { continue }
      detach(node)
      dropped = true
    }
    if dropped { compact() }
  }

  private func isCard(_ node: Index, in parent: Index) -> Bool {
    if self[node][attribute: "role"] == "tooltip" { return true }
    guard let before = wordsBefore(node, in: parent), !isSpace(below: node) else { return false }
    let names = (self[node][attribute: "class"] ?? "")
    if names.utf8.count <= 400,
      names.split(separator: " ").contains(where: { name in
        Furniture.words(of: name).contains { Self.cardWords.contains($0) }
      })
    {
      // The link itself may have the card's name.
      let links = elements(of: node, named: ["a"]).count
      return links > 1 || (links == 1 && text(of: node).utf8.count > 2 * before.utf8.count)
    }
    guard before.utf8.count >= 4, self[node].name != "span" || elements(of: node, named: ["a"]).count > 1,
      first("a", in: node) != nil
    else { return false }
    return text(of: node).hasPrefix(before)
  }

  /// The words of the last sibling before a node that has any.
  private func wordsBefore(_ node: Index, in parent: Index) -> String? {
    guard let place = self[parent].children.prefix(20).firstIndex(of: node) else { return nil }
    for sibling in self[parent].children[..<place].reversed() where self[sibling].parent == parent {
      if isSpace(below: sibling) { continue }
      return isShorter(sibling, than: 400) ? text(of: sibling) : nil
    }
    return nil
  }
}
