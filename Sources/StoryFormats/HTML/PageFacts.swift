/// Everything a page says outside its text, collected in one walk: meta elements, links, JSON-LD, and
/// elements about authors and dates.
struct PageFacts {
  var metas: [String: [String]] = [:]
  var links: [String: String] = [:]
  /// The page in other languages, as the page says, in its order.
  var alternates: [(language: String, address: String)] = []
  var scripts: [String] = []
  var titleElement: String?
  var base: String?
  /// Microdata by property name.
  var properties: [String: String] = [:]
  /// Elements that name an author by microdata, link relation or class.
  var authors: [MarkupTree.Index] = []
  /// Elements that give a date.
  var stamps: [Stamp] = []

  /// An element that gives a date: of the story, its last change, or something else.
  struct Stamp {
    let node: MarkupTree.Index
    /// The date in an attribute.
    let value: String?
    /// The text shown.
    let text: String
    let words: Set<String>
    let isTime: Bool
    /// Whether microdata or an HTML attribute mark it as the publication date.
    let isPublished: Bool
  }

  /// The meaning of a class or an id.
  private struct Called {
    var isStamp: Bool
    var isAuthor: Bool
  }

  private var called: [String: Called] = [:]

  /// The most values of one name, the most elements of a kind, and the longest text of one, in bytes.
  private static let most = 40
  private static let mostElements = 200
  private static let longest = 300
  private static let longestStamp = 120

  init(_ tree: MarkupTree) {
    for node in tree.nodes.indices where !tree[node].isText {
      switch tree[node].name {
      case "meta": takeMeta(tree[node])
      case "link":
        guard let address = tree[node][attribute: "href"] else { break }
        takeLink(tree[node], address)
      case "title":
        if titleElement == nil, !tree.hasAncestor(node, named: ["svg"]) { titleElement = tree.text(of: node) }
      case "base": base = base ?? tree[node][attribute: "href"]
      case "script":
        if tree[node][attribute: "type"]?.lowercased().hasBytes(of: "ld+json") == true,
          scripts.count < Self.most
        {
          scripts.append(tree.rawText(of: node))
        }
      default: break
      }
      if !tree[node].attributes.isEmpty || tree[node].name == "time" {
        takeStamp(node, tree)
        takeAuthor(node, tree)
        takeHeadline(node, tree)
      }
    }
  }

  private mutating func takeLink(_ node: MarkupTree.Node, _ address: String) {
    let relations = (node[attribute: "rel"] ?? "").lowercased().split(separator: " ")
    for relation in relations where links[String(relation)] == nil { links[String(relation)] = address }
    // Feeds and other forms of the page say their type.
    guard relations.contains("alternate"), alternates.count < Self.mostElements,
      let language = node[attribute: "hreflang"],
      node[attribute: "type"].map({ $0.isEmpty || $0.lowercased().hasBytes(of: "html") }) ?? true
    else { return }
    alternates.append((language, address))
  }

  /// The first value of the first name that has one.
  func meta(_ names: String...) -> String? {
    names.lazy.compactMap { metas[$0]?.first }.first
  }

  private static let families = [
    "dc", "dcterm", "dcterms", "og", "twitter", "parsely", "sailthru", "article",
  ]

  private mutating func takeMeta(_ node: MarkupTree.Node) {
    guard let content = node[attribute: "content"].map(MarkupTree.collapsed), !content.isEmpty else { return }
    for name in ["property", "name", "itemprop", "http-equiv"] {
      for key in (node[attribute: name] ?? "").lowercased().split(separator: " ") {
        // "dc.title", "parsely-title" and "og:title" follow one convention.
        let family = key.prefix { $0.isLetter }
        var key = String(key)
        if Self.families.contains(String(family)), key.utf8.count > family.utf8.count {
          key = family + ":" + key.dropFirst(family.count + 1)
        }
        if metas[key, default: []].count < Self.most { metas[key, default: []].append(content) }
      }
    }
  }

  private static let stampPieces = PieceList([
    "date", "time", "publish", "posted", "stamp", "updat", "modif", "dato", "datum", "fecha", "public",
    "publis", "created",
  ])
  private static let authorPieces = PieceList([
    "author", "byline", "writer", "auteur", "autor", "forfatter", "skribent", "journalist", "contributor",
    "by-line",
    "reporter",
  ])

  private mutating func takeStamp(_ node: MarkupTree.Index, _ tree: MarkupTree) {
    let element = tree[node]
    let isTime = element.name == "time" || element.name == "relative-time" || element.name == "time-ago"
    let property = element[attribute: "itemprop"]?.lowercased() ?? ""
    let isProperty =
      !property.isEmpty && (property.hasBytes(of: "datepublished") || property.hasBytes(of: "datemodified"))
    let value =
      element[attribute: "datetime"] ?? (isProperty ? element[attribute: "content"] : nil)
      ?? (element.name == "abbr" ? element[attribute: "title"] : nil) ?? Self.dataDate(element)
    guard isTime || isProperty || value != nil || isCalled(element, { $0.isStamp }),
      stamps.count < Self.mostElements, element.name != "meta",
      value.map({ $0.utf8.count < Self.longestStamp }) ?? true
    else { return }
    let text = tree.isShorter(node, than: Self.longestStamp) ? tree.text(of: node) : ""
    guard value != nil || text.utf8.contains(where: { (0x30...0x39).contains($0) }) else { return }
    stamps.append(
      Stamp(
        node: node, value: value.flatMap { $0.isEmpty ? nil : $0 }, text: text,
        words: tree.nameWords(of: node),
        isTime: isTime || element.name == "abbr",
        isPublished: property.hasBytes(of: "datepublished") || element[attribute: "pubdate"] != nil))
  }

  /// Attributes that give scripts a moment.
  static let dateAttributes: Set<String> = [
    "data-timestamp", "data-datetime", "data-time", "data-date", "data-published", "data-utc",
  ]

  /// The moment that scripts write out as "3 years ago", from the attribute that gives it to them.
  private static func dataDate(_ element: MarkupTree.Node) -> String? {
    element.attributes.lazy.filter { $0.name.utf8.count >= 8 && dateAttributes.contains($0.name) }
      .map { PageDates.written($0.value) }.first { $0.utf8.count >= 10 && DateReading.read($0) != nil }
  }

  private mutating func takeAuthor(_ node: MarkupTree.Index, _ tree: MarkupTree) {
    let element = tree[node]
    let property = element[attribute: "itemprop"]?.lowercased().split(separator: " ") ?? []
    let relation = element[attribute: "rel"]?.lowercased().split(separator: " ") ?? []
    guard
      property.contains("author") || property.contains("creator") || relation.contains("author")
        || Self.leadsToAuthor(element) || isCalled(element, { $0.isAuthor }),
      authors.count < Self.mostElements,
      !["meta", "link", "body", "html", "article", "main"].contains(element.name),
      tree.isShorter(node, than: Self.longest)
    else { return }
    authors.append(node)
  }

  private static let authorFolders = PieceList([
    "/author", "/by/", "/people/", "/profil", "/staff/", "/writer", "/autor", "/auteur", "/journalist",
    "/contributor",
    "/forfatter", "/skribent", "/redaktion/", "/reporter",
  ])

  /// Whether a link leads to an author's page.
  static func leadsToAuthor(_ element: MarkupTree.Node) -> Bool {
    guard element.name == "a" else { return false }
    if element[attribute: "rel"]?.lowercased().split(separator: " ").contains("author") == true {
      return true
    }
    guard let address = element[attribute: "href"], address.utf8.count < 300 else { return false }
    return authorFolders.isPart(of: address)
  }

  /// Whether class or id contain a word of a list; decided once per name.
  private mutating func isCalled(_ element: MarkupTree.Node, _ kind: (Called) -> Bool) -> Bool {
    for name in ["class", "id", "data-testid"] {
      guard let value = element[attribute: name], !value.isEmpty, value.utf8.count < 400 else { continue }
      let said: Called
      if let known = called[value] {
        said = known
      } else {
        let lower = value.lowercased()
        said = Called(
          isStamp: Self.stampPieces.isPart(of: lower), isAuthor: Self.authorPieces.isPart(of: lower))
        called[value] = said
      }
      if kind(said) { return true }
    }
    return false
  }

  private mutating func takeHeadline(_ node: MarkupTree.Index, _ tree: MarkupTree) {
    guard properties["headline"] == nil, tree[node].name != "meta",
      tree[node][attribute: "itemprop"]?.lowercased().split(separator: " ").contains("headline") == true
    else { return }
    properties["headline"] =
      tree[node][attribute: "content"]
      ?? (tree.isShorter(node, than: Self.longest) ? tree.text(of: node) : nil)
  }
}
