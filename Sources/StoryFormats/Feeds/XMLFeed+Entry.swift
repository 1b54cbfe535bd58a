internal import Stories
internal import Words

extension XMLFeed {
  /// Reads one item or entry.
  mutating func entry(_ index: MarkupTree.Index) -> FeedEntry {
    let element = FeedElement(index, in: tree, &vocabulary)
    var entry = FeedEntry(line: line(of: index))
    entry.isEmpty = element.children.isEmpty && tree.isSpace(below: index)
    let media = FeedMediaElements(element, in: tree, &vocabulary)
    entry.title = text(of: element.all("title", "dc:title", "itunes:title") + media.titles)
    let links = links(of: element)
    entry.media = self.media(of: element, media, links)
    entry.rights =
      text(of: element.all("rights", "copyright", "dc:rights", "dcterms:rights") + media.rights)?.headline
    takeTexts(of: element, media: media, into: &entry)
    takeDates(of: element, into: &entry)
    takePeople(of: element, into: &entry)
    takeCategories(of: element, media: media, into: &entry)
    entry.language =
      plain(element.all("language", "dc:language")) ?? tree.inherited("xml:lang", at: index)
    takeAddresses(of: element, links, into: &entry)
    if entry.title == nil, entry.content == nil, entry.summary == nil {
      entry.words = tree.rawText(of: index)
    }
    return entry
  }

  private mutating func takeTexts(
    of element: FeedElement, media: FeedMediaElements, into entry: inout FeedEntry
  ) {
    let full = texts(
      element.all("content:encoded", "content", "xhtml:body", "xhtml:div", "encoded", "fullitem")
        + items(of: element))
    let short = texts(
      element.all(
        "description", "summary", "abstract", "dcterms:abstract", "dc:description", "itunes:summary")
        + media.descriptions + element.all("subtitle", "itunes:subtitle", "tagline"))
    entry.content = full.first
    entry.summary = short.first
    entry.otherTexts = Array(full.dropFirst() + short.dropFirst())
  }

  /// The texts in `content:items`, the first form of the RSS content module: a bag of items with one value
  /// each.
  private mutating func items(of element: FeedElement) -> [MarkupTree.Index] {
    var found: [MarkupTree.Index] = []
    for index in element.all("content:items") {
      for inner in tree.descendants(of: index) where !tree[inner].isText {
        if vocabulary.name(of: tree[inner]) == "rdf:value" { found.append(inner) }
      }
    }
    return found
  }

  private mutating func takeAddresses(of element: FeedElement, _ links: [Link], into entry: inout FeedEntry) {
    let all = links.filter { $0.relation == "alternate" }
    // Of pages in several languages, the entry's own is that of its text.
    let own = all.filter { !isTranslation($0, of: entry) }
    let pages = own.isEmpty ? all : own
    entry.translations = all.prefix(FeedEntry.mostLanguages).compactMap { link in
      link.language.map { ($0, link.address) }
    }
    let guid = element.all("guid", "id").first { !tree.text(of: $0).isEmpty }
    entry.guid = guid.map { index in
      let name = tree.text(of: index)
      // Only a base that the feed declares turns an identifier into an address.
      guard tree[index].name == "id", tree.inherited("xml:base", at: index) != nil else { return name }
      return FeedBase.absolute(name, base(at: index))
    }
    entry.link = plain(element.all("feedburner:origlink"))
    if entry.link == nil {
      // Of several links in an RSS item the last counts, as in most readers.
      let pages = pages.last(where: \.isOwn).map { [$0] } ?? pages
      entry.link =
        (pages.first { $0.type.map { $0.lowercased().contains("html") } ?? true } ?? pages.first)?.address
    }
    if entry.link == nil, let guid, tree[guid][attribute: "ispermalink"]?.trimmedASCII.lowercased() != "false"
    {
      // An identifier that is the page's address; for Atom's there is no better sign.
      entry.link = entry.guid.flatMap { WebAddress($0) == nil ? nil : $0 }
    }
    if let about = tree[element.index][attribute: "rdf:about"]?.trimmedASCII, !about.isEmpty {
      if entry.guid == nil { entry.guid = about }
      if entry.link == nil { entry.link = WebAddress(about) == nil ? nil : about }
    }
    if entry.link == nil, let address = tree[element.index][attribute: "href"]?.trimmedASCII, !address.isEmpty
    {
      // In Microsoft's channels (CDF, 1997), an item's address is an attribute.
      entry.link = FeedBase.absolute(address, base(at: element.index))
    }
    // Text stored elsewhere (RFC 4287, section 4.1.3.2).
    for content in element.all("content") {
      guard let source = tree[content][attribute: "src"]?.trimmedASCII, !source.isEmpty else { continue }
      let address = FeedBase.absolute(source, base(at: content))
      let item = FeedMedia(address: address, type: tree[content][attribute: "type"])
      if item.kind == .document {
        entry.related.append(FeedEntry.Related(address: address, label: "Full text"))
      } else {
        entry.media.append(item)
      }
    }
    for link in links where link.relation == "related" || link.relation == "via" {
      entry.related.append(
        FeedEntry.Related(
          text: link.title, address: link.address, label: link.relation == "via" ? "Via" : "Related"))
    }
  }

  /// Whether a link leads to an entry's page in another language; its own is that of the feed unless it says
  /// otherwise.
  private func isTranslation(_ link: Link, of entry: FeedEntry) -> Bool {
    guard let own = entry.language ?? language, let other = link.language.flatMap({ LanguageTag.normal($0) })
    else { return false }
    return LanguageTag.primary(other) != LanguageTag.primary(own.trimmedASCII)
  }

  private func takeDates(of element: FeedElement, into entry: inout FeedEntry) {
    entry.published = date(
      element.all(
        "pubdate", "published", "issued", "dcterms:issued", "dc:date", "dcterms:date",
        "prism:publicationdate",
        "created", "dcterms:created", "date"))
    entry.updated = date(
      element.all("updated", "modified", "dcterms:modified", "dcterms:updated", "lastbuilddate"))
    if entry.updated == nil, !element.all("pubdate").isEmpty, let other = date(element.all("dc:date")) {
      // Next to a publication date, Dublin Core's date is the last change.
      entry.updated = other
    }
    if entry.published == nil, entry.updated == nil, let date = tree[element.index][attribute: "lastmod"] {
      entry.updated = FeedEntry.WrittenDate(text: date, line: line(of: element.index))
    }
  }

  /// The first date that can be read, else the first.
  private func date(_ elements: [MarkupTree.Index]) -> FeedEntry.WrittenDate? {
    let dates = elements.map { FeedEntry.WrittenDate(text: tree.text(of: $0), line: line(of: $0)) }
      .filter { !$0.text.isEmpty }
    guard dates.count > 1 else { return dates.first }
    return dates.first { FeedDates.read($0.text) != nil } ?? dates.first
  }

  private mutating func takePeople(of element: FeedElement, into entry: inout FeedEntry) {
    entry.authors = authors(of: element, in: ["author", "dc:creator", "dc:author", "dcterms:creator"])
    if entry.authors.isEmpty { entry.authors = authors(of: element, in: ["itunes:author"]) }
    guard let source = element.all("source", "dc:source").first else {
      takeContributors(of: element, into: &entry)
      return
    }
    // Atom copies the other feed's own elements; RSS and Dublin Core give its title.
    let feed = FeedElement(source, in: tree, &vocabulary)
    let name = feed.children.isEmpty ? plain([source]) : text(of: feed.all("title"))?.headline
    // Dublin Core's source is often an address, which is not a name.
    entry.source = name.flatMap { WebAddress($0) == nil ? $0 : nil }
    if entry.authors.isEmpty { entry.authors = authors(of: feed, in: ["author"]) }
    if entry.rights == nil { entry.rights = text(of: feed.all("rights"))?.headline }
    takeContributors(of: element, into: &entry)
  }

  private mutating func takeContributors(of element: FeedElement, into entry: inout FeedEntry) {
    for name in authors(of: element, in: ["contributor", "dc:contributor"])
    where !entry.authors.contains(name) {
      entry.authors.append(name)
    }
  }

  private func takeCategories(of element: FeedElement, media: FeedMediaElements, into entry: inout FeedEntry)
  {
    let names = element.all("category", "dc:subject", "dcterms:subject", "media:category") + media.categories
    let shelves = element.all("itunes:category")
    let narrower = shelves.flatMap { index in tree.descendants(of: index).filter { !tree[$0].isText } }
    for index in names + shelves + narrower {
      let node = tree[index]
      let written = node[attribute: "label"] ?? node[attribute: "term"] ?? node[attribute: "text"] ?? ""
      let name = FeedText(value: written.isEmpty ? tree.rawText(of: index) : written, kind: .html).headline
      guard !name.isEmpty else { continue }
      entry.categories.append(name)
      let scheme = (node[attribute: "domain"] ?? node[attribute: "scheme"] ?? "").lowercased()
      if entry.section == nil, ["section", "sections"].contains(FeedMedia.fileName(of: scheme)) {
        entry.section = name
      }
    }
    if let section = plain(element.all("prism:section")) { entry.section = section }
    entry.record = element.all("newsroom:record").first.map { tree.rawText(of: $0) }
    entry.dateline = plain(element.all("prism:location"))
    for list in element.all("itunes:keywords") + media.keywords {
      entry.categories += tree.text(of: list).split(separator: ",").map { MarkupTree.collapsed($0) }
    }
  }
}
