internal import Stories

/// The Media RSS elements of an item, directly in it, in a content or in a group (Media RSS 1.5.1).
struct FeedMediaElements {
  /// The elements for one medium, in one or more renditions: a group, or a content outside groups.
  var things: [FeedElement] = []
  /// Titles, descriptions, rights and keywords; the item's own come first.
  var titles: [MarkupTree.Index] = []
  var descriptions: [MarkupTree.Index] = []
  var rights: [MarkupTree.Index] = []
  var keywords: [MarkupTree.Index] = []
  var categories: [MarkupTree.Index] = []

  /// The most media to examine.
  private static let maximum = 200

  init(_ item: FeedElement, in tree: MarkupTree, _ vocabulary: inout FeedVocabulary) {
    things = item.all("media:group", "media:content").prefix(Self.maximum).map {
      FeedElement($0, in: tree, &vocabulary)
    }
    titles = item.all("media:title")
    descriptions = item.all("media:description", "media:text")
    rights = item.all("media:copyright")
    keywords = item.all("media:keywords")
    for thing in things {
      keywords += thing.all("media:keywords")
      categories += thing.all("media:category")
      // If the item is nothing but a film, the film's title and description are the story.
      if tree[thing.index].name.hasSuffix("group") {
        titles += thing.all("media:title")
        descriptions += thing.all("media:description")
      }
    }
  }
}

extension XMLFeed {
  /// The pictures, sounds and films of an item: enclosures, Media RSS, the picture of a podcast episode.
  mutating func media(of element: FeedElement, _ media: FeedMediaElements, _ links: [Link]) -> [FeedMedia] {
    var found: [FeedMedia] = []
    let duration = plain(element.all("itunes:duration")).flatMap(FeedMedia.duration)
    for index in element.all("enclosure") {
      let node = tree[index]
      let address = node[attribute: "url"] ?? node[attribute: "href"] ?? node[attribute: "rdf:resource"] ?? ""
      add(address, of: index, type: node[attribute: "type"], to: &found) {
        if $0.kind == .audio || $0.kind == .video { $0.duration = duration }
      }
    }
    for link in links where link.relation == "enclosure" {
      var item = FeedMedia(address: link.address, type: link.type)
      item.title = link.title
      found.append(item)
    }
    let words = MediaWords(caption: plain(element.all("media:description")), credit: credit(of: element))
    for thing in media.things { found += rendition(of: thing, words) }
    for index in element.all("media:thumbnail") + media.things.flatMap({ $0.all("media:thumbnail") }) {
      add(tree[index][attribute: "url"] ?? "", of: index, type: "image/*", to: &found) {
        $0.isThumbnail = true
      }
    }
    for index in element.all("itunes:image") {
      add(tree[index][attribute: "href"] ?? "", of: index, type: "image/*", to: &found) {
        $0.isThumbnail = true
      }
    }
    return found
  }

  /// What an item says about all its media.
  private struct MediaWords {
    var caption: String?
    var credit: String?
  }

  /// The preferred rendition of a medium: the default one, else the first.
  private mutating func rendition(of thing: FeedElement, _ words: MediaWords) -> [FeedMedia] {
    let inner = thing.all("media:content")
    let isGroup = tree[thing.index].name.lowercased().hasSuffix("group")
    let chosen =
      isGroup
      ? inner.first { tree[$0][attribute: "isdefault"] == "true" } ?? inner.first : thing.index
    guard let chosen else { return [] }
    let node = tree[chosen]
    let own = isGroup ? FeedElement(chosen, in: tree, &vocabulary) : thing
    var found: [FeedMedia] = []
    add(
      node[attribute: "url"] ?? player(of: own) ?? "", of: chosen, type: node[attribute: "type"],
      medium: node[attribute: "medium"], to: &found
    ) { item in
      item.title = text(of: own.all("media:title") + thing.all("media:title"))?.headline
      item.caption =
        text(of: own.all("media:description", "media:text") + thing.all("media:description"))?.headline
        ?? words.caption
      item.credit = credit(of: own) ?? credit(of: thing) ?? words.credit
      item.duration = node[attribute: "duration"].flatMap(FeedMedia.duration)
      item.width = node[attribute: "width"].flatMap { Int($0) } ?? 0
      if let caption = item.caption, caption.utf8.count > 1_000 { item.caption = nil }
    }
    return found
  }

  private func player(of element: FeedElement) -> String? {
    element.all("media:player").first.flatMap { tree[$0][attribute: "url"] }
  }

  private func credit(of element: FeedElement) -> String? {
    let names = element.all("media:credit").prefix(4).map { tree.text(of: $0) }.filter { !$0.isEmpty }
    return names.isEmpty ? nil : names.joined(separator: ", ")
  }

  private func add(
    _ address: String, of index: MarkupTree.Index, type: String?, medium: String? = nil,
    to found: inout [FeedMedia], _ change: (inout FeedMedia) -> Void
  ) {
    let address = address.trimmedASCII
    guard !address.isEmpty else { return }
    var item = FeedMedia(address: FeedBase.absolute(address, base(at: index)), type: type, medium: medium)
    change(&item)
    found.append(item)
  }
}
