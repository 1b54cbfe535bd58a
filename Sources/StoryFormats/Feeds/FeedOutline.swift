internal import Stories

/// A feed in a list of subscriptions, as feed readers export it (OPML 2.0, "Subscription lists").
package struct FeedOutline: Hashable, Sendable {
  /// Its title in the list; may be empty.
  package var title: String
  /// The outline around it, which is a folder of the reader that wrote the list; nil for none.
  package var folder: String?
  /// The address of its page, and its own.
  package var (home, address): (String?, String?)
  /// When it was added, as written.
  package var created: String?

  /// The feeds of a list, up to a limit.
  package static func all(in text: String, atMost most: Int) -> [FeedOutline] {
    var feeds: [FeedOutline] = []
    var folders: [String] = []
    MarkupTags.each(in: text) { tag in
      let attributes = tag.attributes
      switch tag.name {
      case "outline":
        let title = [attributes["title"], attributes["text"]].lazy.compactMap { $0?.squeezed }
          .first { !$0.isEmpty }
        let home = attributes["htmlurl"] ?? attributes["url"]
        guard home != nil || attributes["xmlurl"] != nil else {
          if !tag.isEmpty { folders.append(title ?? "") }
          return
        }
        if !tag.isEmpty { folders.append("") }
        guard feeds.count < most else { return }
        feeds.append(
          FeedOutline(
            title: title ?? "", folder: folders.last { !$0.isEmpty }, home: home,
            address: attributes["xmlurl"], created: attributes["created"]))
      case "/outline": _ = folders.popLast()
      default: break
      }
    }
    return feeds
  }
}
