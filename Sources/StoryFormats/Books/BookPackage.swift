internal import Stories

/// What a book says of itself: its title, its makers, and the order of its files (EPUB 3.3, section 5; OPF 2.0).
struct BookPackage {
  /// The longest field that is kept, in bytes, and the most of one kind.
  private static let (longest, most) = (1_000, 100)

  private(set) var title: String?
  private(set) var creators: [String] = []
  private(set) var publisher: String?
  private(set) var language: String?
  private(set) var date: String?
  private(set) var rights: String?
  private(set) var subjects: [String] = []
  /// The book's own name, by which all its editions are told apart.
  private(set) var identifier: String?
  /// The chapters' files in reading order, each once; those beside the main text come last.
  private(set) var spine: [String] = []
  /// The files with the table of contents: of EPUB 3, and of EPUB 2.
  private(set) var nav: String?
  private(set) var ncx: String?

  /// Finds and reads the package; without one, the files of the book are its chapters, in their order.
  init(_ files: inout BookFiles) {
    let container = files.tree("META-INF/container.xml")
    let named = container.flatMap { tree in
      tree.elements(of: tree.root, named: ["rootfile"]).lazy
        .compactMap { tree[$0][attribute: "full-path"] }
        .map { BookPath.resolved($0, from: "") }.first { files.known($0) != nil }
    }
    if let name = named ?? files.names.first(where: { $0.lowercased().hasSuffix(".opf") }),
      let tree = files.tree(name)
    {
      readMetadata(tree)
      readFiles(tree, name: files.known(name) ?? name, in: files)
    }
    guard spine.isEmpty else { return }
    files.note(
      "the book does not say in which order its chapters are read; they are listed as they are stored")
    spine = files.names.filter { name in Self.pages.contains { name.lowercased().hasSuffix($0) } }
  }

  private static let pages = [".xhtml", ".html", ".htm"]
  private static let pageTypes: Set<String> = ["application/xhtml+xml", "text/html", "text/x-oeb1-document"]

  // MARK: Metadata

  private mutating func readMetadata(_ tree: MarkupTree) {
    guard let top = tree.first("metadata", in: tree.root) else { return }
    let nodes = tree.elements(
      of: top,
      named: [
        "title", "creator", "publisher", "language", "date", "rights", "subject", "identifier", "meta",
      ])
    /// What `meta` elements say of others: "#id" and property, and the value.
    var refined: [String: String] = [:]
    for node in nodes where tree[node].name == "meta" {
      guard let other = tree[node][attribute: "refines"], let property = tree[node][attribute: "property"]
      else {
        continue
      }
      refined[other + " " + property] = tree.text(of: node)
    }
    func refinement(_ node: MarkupTree.Index, _ property: String) -> String? {
      tree[node][attribute: "id"].flatMap { refined["#\($0) \(property)"] }
        ?? tree[node].attributes.first { $0.name == "opf:" + property || $0.name == property }?.value
    }
    func values(_ name: String) -> [(node: MarkupTree.Index, text: String)] {
      let all = nodes.filter { tree[$0].name == name }.prefix(Self.most).map { ($0, tree.text(of: $0)) }
      return all.filter { !$0.1.isEmpty && $0.1.utf8.count <= Self.longest }
    }
    let titles = values("title")
    title = (titles.first { refinement($0.node, "title-type") == "main" } ?? titles.first)?.text
    let makers = values("creator")
    let authors = makers.filter { ["aut", nil].contains(refinement($0.node, "role")) }
    creators = (authors.isEmpty ? makers : authors).map(\.text)
    (publisher, language) = (values("publisher").first?.text, values("language").first?.text)
    rights = values("rights").first?.text
    subjects = values("subject").map(\.text)
    let dates = values("date")
    date = (dates.first { refinement($0.node, "event") == "publication" } ?? dates.first)?.text
    let names = values("identifier")
    let main = tree[tree.root][attribute: "unique-identifier"]
    identifier = (names.first { tree[$0.node][attribute: "id"] == main } ?? names.first)?.text
  }

  // MARK: Files

  private mutating func readFiles(_ tree: MarkupTree, name: String, in files: BookFiles) {
    var items: [String: MarkupTree.Index] = [:]
    func file(_ node: MarkupTree.Index) -> String? {
      tree[node][attribute: "href"].flatMap { files.known(BookPath.resolved($0, from: name)) }
    }
    for node in tree.elements(of: tree.root, named: ["item"]) {
      if let id = tree[node][attribute: "id"], items[id] == nil { items[id] = node }
      let type = tree[node][attribute: "media-type"] ?? ""
      let properties = (tree[node][attribute: "properties"] ?? "").split(separator: " ")
      if nav == nil, properties.contains("nav") { nav = file(node) }
      if ncx == nil, type == "application/x-dtbncx+xml" { ncx = file(node) }
    }
    var (main, beside): ([String], [String]) = ([], [])
    var seen: Set<String> = []
    for reference in tree.elements(of: tree.root, named: ["itemref"]) {
      guard let item = tree[reference][attribute: "idref"].flatMap({ items[$0] }),
        Self.pageTypes.contains(tree[item][attribute: "media-type"]?.lowercased() ?? ""),
        let name = file(item), name != nav, seen.insert(name).inserted
      else { continue }
      if tree[reference][attribute: "linear"] == "no" { beside.append(name) } else { main.append(name) }
    }
    spine = main + beside
  }
}
