/// What stands in a page outside its text, collected in one walk: meta elements, links, JSON-LD, microdata, times.
struct PageFacts {
  var metas: [String: [String]] = [:]
  var links: [String: String] = [:]
  var scripts: [String] = []
  var titleElement: String?
  var base: String?
  /// Microdata and times by the name of what they say: "datepublished", "datemodified", "headline".
  var properties: [String: String] = [:]
  /// Those whom the page names as its authors by microdata or link relation.
  var authors: [String] = []
  /// Times with hints, best first by their number.
  var times: [(rank: Int, value: String, isUpdate: Bool)] = []

  /// The most authors and times that are kept, and the longest text of one, in bytes.
  private static let most = 40
  private static let longest = 300

  init(_ tree: MarkupTree) {
    for node in tree.nodes.indices where !tree[node].isText {
      switch tree[node].name {
      case "meta": takeMeta(tree[node])
      case "link":
        guard let address = tree[node][attribute: "href"] else { break }
        for relation in (tree[node][attribute: "rel"] ?? "").lowercased().split(separator: " ")
        where links[String(relation)] == nil {
          links[String(relation)] = address
        }
      case "title":
        if titleElement == nil, !tree.hasAncestor(node, named: ["svg"]) { titleElement = tree.text(of: node) }
      case "base": base = base ?? tree[node][attribute: "href"]
      case "script":
        if tree[node][attribute: "type"]?.lowercased().hasBytes(of: "ld+json") == true,
          scripts.count < Self.most
        {
          scripts.append(tree.rawText(of: node))
        }
      case "time": takeTime(node, tree)
      default: break
      }
      if !tree[node].attributes.isEmpty { takeProperties(node, tree) }
    }
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
        // "dc.title", "parsely-title" and "og:title" are one way of writing.
        let family = key.prefix { $0.isLetter }
        var key = String(key)
        if Self.families.contains(String(family)), key.utf8.count > family.utf8.count {
          key = family + ":" + key.dropFirst(family.count + 1)
        }
        if metas[key, default: []].count < Self.most { metas[key, default: []].append(content) }
      }
    }
  }

  private mutating func takeTime(_ node: MarkupTree.Index, _ tree: MarkupTree) {
    guard times.count < Self.most, let value = tree[node][attribute: "datetime"], !value.isEmpty,
      value.utf8.count < 60, !isInComment(node, tree)
    else { return }
    let hints = ["itemprop", "class", "id"].compactMap { tree[node][attribute: $0] }.joined(separator: " ")
      .lowercased()
    let isUpdate = ["modif", "updat", "opdater", "uppdater", "oppdater"].contains { hints.hasBytes(of: $0) }
    let isPublished =
      tree[node][attribute: "pubdate"] != nil
      || ["publish", "entry-date", "posted", "created", "publicer", "publiser"].contains {
        hints.hasBytes(of: $0)
      }
    times.append((isPublished || isUpdate ? 0 : 1, value, isUpdate && !isPublished))
  }

  private mutating func takeProperties(_ node: MarkupTree.Index, _ tree: MarkupTree) {
    if let names = tree[node][attribute: "itemprop"], tree[node].name != "meta", !isInComment(node, tree) {
      for name in names.lowercased().split(separator: " ") {
        if name == "author" || name == "creator" {
          take(author: node, tree)
        } else if properties[String(name)] == nil,
          ["datepublished", "datemodified", "headline"].contains(name)
        {
          let value = tree[node][attribute: "content"] ?? tree[node][attribute: "datetime"]
          properties[String(name)] = value ?? short(node, tree)
        }
      }
    } else if tree[node][attribute: "rel"] == "author", tree[node].name == "a", !isInComment(node, tree) {
      take(author: node, tree)
    }
  }

  private mutating func take(author node: MarkupTree.Index, _ tree: MarkupTree) {
    guard authors.count < Self.most else { return }
    let named =
      tree.isShorter(node, than: 2_000)
      ? tree.descendants(of: node).first { tree[$0][attribute: "itemprop"] == "name" } : nil
    let text = named.flatMap { tree[$0][attribute: "content"] } ?? short(named ?? node, tree)
    if let text, !text.isEmpty, !authors.contains(text) { authors.append(text) }
  }

  private func short(_ node: MarkupTree.Index, _ tree: MarkupTree) -> String? {
    tree.isShorter(node, than: Self.longest) ? tree.text(of: node) : nil
  }

  private func isInComment(_ node: MarkupTree.Index, _ tree: MarkupTree) -> Bool {
    var current = tree[node].parent
    for _ in 0..<12 {
      guard let index = current else { return false }
      if tree[index].name == "body" { return false }
      let names = tree[index][attribute: "class"] ?? ""
      if names.hasPrefix("comment") || Furniture.kind(ofNames: names) == .comments
        || tree[index][attribute: "itemprop"] == "comment"
      {
        return true
      }
      current = tree[index].parent
    }
    return false
  }
}
