internal import Stories

/// Reads RSS and Atom with one reader, since items of each may contain elements of the other and of the usual
/// vocabularies.
struct XMLFeed {
  let path: String
  let tree: MarkupTree
  /// Whether the feed is Atom; otherwise RSS.
  let isAtom: Bool
  var vocabulary: FeedVocabulary
  /// The base of relative links outside any `xml:base`.
  var home: WebAddress?
  /// The feed's language, which is that of entries that declare none.
  var language: String?

  /// The most items of one file.
  static let maximumEntries = 200_000

  init(path: String, tree: MarkupTree, isAtom: Bool) {
    self.path = path
    self.isAtom = isAtom
    vocabulary = FeedVocabulary(own: tree[tree.root].namespace)
    self.tree = FeedMending.mended(tree, &vocabulary)
  }

  /// Reads an XML file that should be a feed.
  static func read(_ source: Source) -> Reading {
    let decoded = XMLDecoding.decode(source.bytes)
    guard let root = FeedRoot.find(in: decoded.text.utf8, isLenient: true) else {
      return Reading(problems: [
        Problem(path: source.path, reason: "the file contains no RSS or Atom feed; check what was downloaded")
      ])
    }
    let document = XMLParser.parse(cut(decoded.text, at: root.start))
    var problems: [Problem] = []
    if decoded.isDamaged {
      problems.append(
        Problem(path: source.path, reason: "some bytes are not valid text and are shown as �"))
    }
    if let error = document.error {
      problems.append(Problem(path: source.path, line: error.line, reason: error.reason))
    }
    guard let tree = document.tree else { return Reading(problems: problems) }
    var reading = read(
      tree, path: source.path, format: root.kind == .atom ? "atom" : "rss", isAtom: root.kind == .atom)
    reading.problems = problems + reading.problems
    return reading
  }

  /// Reads a feed that is already parsed.
  static func read(_ tree: MarkupTree, path: String, format: String, isAtom: Bool? = nil) -> Reading {
    var feed = XMLFeed(path: path, tree: tree, isAtom: isAtom ?? (tree[tree.root].name == "feed"))
    let (info, entries) = feed.contents()
    return FeedStories(path: path, format: format, info: info).reading(of: entries)
  }

  /// The root of a feed at the beginning of a file.
  ///
  /// Only a file named as XML may have something before its XML declaration.
  static func root(of source: Source) -> FeedRoot? {
    let bytes = source.bytes
    // In UTF-16, every letter of a tag has a zero byte.
    guard
      bytes.prefix(64).contains(0) || bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    else {
      if let root = FeedRoot.find(in: bytes) { return root }
      return source.fileExtension == "xml" ? FeedRoot.findBehindRemarks(in: bytes) : nil
    }
    return FeedRoot.find(in: XMLDecoding.decode(Array(bytes.prefix(8_192))).text.utf8)
  }

  /// The text from the feed's start, with the lines before it replaced by empty ones.
  static func cut(_ text: String, at start: Int) -> String {
    // A document type before it may define entities.
    guard start > 0, FeedRoot.find(in: text.utf8) == nil else { return text }
    let bytes = text.utf8
    let place = bytes.index(bytes.startIndex, offsetBy: start, limitedBy: bytes.endIndex) ?? bytes.endIndex
    let lines = bytes[..<place].count { $0 == 0x0A }
    return String(repeating: "\n", count: lines) + String(text[place...])
  }

  /// The feed's description, unless it is known, and its entries.
  mutating func contents(of known: FeedInfo? = nil) -> (FeedInfo, [FeedEntry]) {
    var entries: [MarkupTree.Index] = []
    var channels: [MarkupTree.Index] = []
    // Items are in the channel, beside it (RSS 1.0), or anywhere if the channel is missing.
    var waiting = [tree.root]
    while let index = waiting.popLast(), entries.count < Self.maximumEntries {
      switch vocabulary.name(of: tree[index]) {
      case "item", "entry":
        entries.append(index)
        // An unclosed item contains the next one.
        waiting += tree[index].children.reversed().filter { !tree[$0].isText }
      case "channel", "feed": channels.append(index); fallthrough
      case "rss", "rdf:rdf", "rdf", "items":
        waiting += tree[index].children.reversed().filter { !tree[$0].isText }
      default: if index == tree.root { waiting += tree[index].children.reversed() }
      }
    }
    var top = FeedElement(channels.first ?? tree.root, in: tree, &vocabulary)
    if let channel = channels.first, channel != tree.root {
      top.add(childrenOf: tree.root, in: tree, &vocabulary)
    }
    // A single entry has no feed around it.
    let info = known ?? (entries == [tree.root] ? FeedInfo() : info(of: top))
    language = info.language
    home = info.home.flatMap { WebAddress($0) } ?? info.address.flatMap { WebAddress($0) }
    return (info, entries.map { entry($0) })
  }

  private mutating func info(of top: FeedElement) -> FeedInfo {
    var info = FeedInfo()
    info.title = text(of: top.all("title", "dc:title", "itunes:title"))?.headline
    let links = links(of: top)
    info.home = links.first { $0.relation == "alternate" }?.address
    info.address = links.first { $0.relation == "self" }?.address
    info.language = plain(top.all("language", "dc:language")) ?? tree.inherited("xml:lang", at: top.index)
    info.rights = text(of: top.all("rights", "copyright", "dc:rights", "dcterms:rights"))?.headline
    info.authors = authors(of: top, in: ["author", "dc:creator"])
    return info
  }

  // MARK: Plain fields

  /// The line of an element; nil if it was made from JSON.
  func line(of index: MarkupTree.Index) -> Int? {
    tree[index].line > 0 ? tree[index].line : nil
  }

  /// The first text among some elements, with spaces collapsed.
  func plain(_ elements: [MarkupTree.Index]) -> String? {
    elements.lazy.map { tree.text(of: $0) }.first { !$0.isEmpty }
  }

  /// The base of relative links in an element: every `xml:base` around it, resolved against the feed's page.
  func base(at index: MarkupTree.Index) -> WebAddress? {
    (tree.ancestors(of: index, limit: XMLMending.maximumDepth).reversed() + [index])
      .reduce(home) { FeedBase.resolved(tree[$1][attribute: "xml:base"], $0) }
  }

  /// A link of a feed or an entry.
  struct Link {
    var address: String
    /// Its relation in one word: "alternate", "self", "related", "enclosure", "via".
    var relation: String
    var type: String?
    var title: String?
    /// The language of what it leads to, as written (RFC 4287, section 4.2.7.4).
    var language: String?
    /// Whether it is RSS's own kind of link, not Atom's.
    var isOwn: Bool
  }

  /// The links of an element: RSS gives the address as text, Atom as an attribute; either may use both.
  func links(of element: FeedElement) -> [Link] {
    element.all("link").compactMap { index in
      let node = tree[index]
      let attribute = node[attribute: "href"] ?? node[attribute: "rdf:resource"]
      let address = (attribute ?? tree.rawText(of: index)).trimmedASCII
      guard !address.isEmpty else { return nil }
      let relation = node[attribute: "rel"]?.trimmedASCII.lowercased() ?? "alternate"
      return Link(
        address: FeedBase.absolute(address, base(at: index)),
        // Registered relations may be written as addresses (RFC 4287, section 4.2.7.2).
        relation: FeedMedia.fileName(of: relation), type: node[attribute: "type"],
        title: node[attribute: "title"].map(MarkupTree.collapsed), language: node[attribute: "hreflang"],
        isOwn: !isAtomElement(index))
    }
  }

  /// The names in elements that contain people: text in RSS, a `name` element in Atom.
  mutating func authors(of element: FeedElement, in names: [String]) -> [String] {
    var found: [String] = []
    for index in names.flatMap({ element.all($0) }).prefix(FeedPeople.maximum) {
      let person = FeedElement(index, in: tree, &vocabulary)
      // A person with an address or an empty name has no name; other elements are markup around the name.
      let isNameless = !person.all("name", "email", "uri", "url", "homepage").isEmpty
      let written = plain(person.all("name")) ?? (isNameless ? nil : text(of: [index])?.headline)
      for author in FeedPeople.names(in: written ?? "")
      where !found.contains(where: { Self.isSame($0, author) }) {
        found.append(author)
      }
    }
    return found
  }

  /// Whether two names are the same, however they are spelled.
  private static func isSame(_ one: String, _ other: String) -> Bool {
    one == other || TextMarks.saysTheSame(one, other)
  }

  // MARK: Texts

  /// The first text among some elements, read by its vocabulary and type.
  func text(of elements: [MarkupTree.Index]) -> FeedText? {
    elements.lazy.compactMap { text($0) }.first { !$0.isBlank }
  }

  /// All texts among some elements.
  func texts(_ elements: [MarkupTree.Index]) -> [FeedText] {
    elements.compactMap { text($0) }.filter { !$0.isBlank }
  }

  private func text(_ index: MarkupTree.Index) -> FeedText? {
    let node = tree[index]
    let isAtom = isAtomElement(index)
    let type = node[attribute: "type"]?.trimmedASCII.lowercased() ?? (isAtom ? "text" : "html")
    let base = base(at: index)
    var text = FeedText(value: "", kind: .html, base: base, line: line(of: index))
    text.language = language(of: index)
    if node.children.contains(where: { !tree[$0].isText }) {
      text.value = FeedMarkup.html(of: index, in: tree, base: base, isEscaped: isAtom)
      return text
    }
    text.value = tree.rawText(of: index)
    if node[attribute: "mode"] == "base64" || (isAtom && !Self.isText(type)) {
      // Anything but text and XML is in base 64 (RFC 4287, section 4.1.3.3; Atom 0.3 declares it by its
      // mode).
      if let decoded = Base64.text(text.value) {
        text.value = decoded
      } else if node.name == "content", Self.isBinary(type) {
        return nil
      }
    } else if isAtom || node[attribute: "mode"] == "escaped", type == "text" || type == "text/plain" {
      text.kind = .plain
    } else if type == "plain" || (type == "html" && isMedia(node) && node[attribute: "type"] == nil) {
      // Plain text is the default of Media RSS (Media RSS 1.5.1, media:description).
      text.kind = .plain
    }
    return text
  }

  /// The language of a text, if it or the markup directly inside it declares one.
  private func language(of index: MarkupTree.Index) -> String? {
    let inner = tree[index].children.filter { !tree[$0].isText }
    let own = tree[index][attribute: "xml:lang"]
    return
      (inner.count == 1 ? tree[inner[0]][attribute: "xml:lang"] ?? tree[inner[0]][attribute: "lang"] : nil)
      ?? own
  }

  private func isMedia(_ node: MarkupTree.Node) -> Bool {
    node.name.hasPrefix("media:") || FeedVocabulary.prefix(of: node.namespace.lowercased()) == "media"
  }

  /// Whether an element is Atom's, in an Atom feed or in RSS.
  private func isAtomElement(_ index: MarkupTree.Index) -> Bool {
    let namespace = tree[index].namespace
    return isAtom && namespace == tree[tree.root].namespace || FeedVocabulary.isAtom(namespace.lowercased())
  }

  private static func isText(_ type: String) -> Bool {
    ["text", "html", "xhtml"].contains(type) || type.hasPrefix("text/") || type.hasSuffix("xml")
  }

  private static func isBinary(_ type: String) -> Bool {
    ["image/", "audio/", "video/"].contains { type.hasPrefix($0) }
  }
}
