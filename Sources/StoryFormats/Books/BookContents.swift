/// The table of contents of a book, from the document of EPUB 3 (section 7) or the NCX of EPUB 2.
struct BookContents {
  /// One line: a file or a part of it, and what it is called.
  struct Entry {
    var file: String
    var fragment: String?
    var label: String
    /// How many entries contain it.
    var depth: Int
  }

  /// The most entries.
  private static let most = 20_000

  /// The entries by file, in order.
  private(set) var entries: [String: [Entry]] = [:]

  init(_ package: BookPackage, _ files: inout BookFiles) {
    if let name = package.nav, let tree = files.tree(name) { readNav(tree, name, files) }
    if entries.isEmpty, let name = package.ncx, let tree = files.tree(name) { readNCX(tree, name, files) }
  }

  private mutating func readNav(_ tree: MarkupTree, _ name: String, _ files: BookFiles) {
    let navs = tree.elements(of: tree.root, named: ["nav"])
    let list = navs.first { node in
      tree[node].attributes.contains {
        $0.name.hasSuffix("type") && $0.value.split(separator: " ").contains("toc")
      }
    }
    guard let top = list ?? navs.first else { return }
    for link in tree.elements(of: top, named: ["a"]).prefix(Self.most) {
      let depth = tree.ancestors(of: link, limit: 400).prefix { $0 != top }.count { tree[$0].name == "ol" }
      add(tree[link][attribute: "href"], tree.text(of: link), depth: depth, from: name, files)
    }
  }

  private mutating func readNCX(_ tree: MarkupTree, _ name: String, _ files: BookFiles) {
    for point in tree.elements(of: tree.root, named: ["navPoint"]).prefix(Self.most) {
      guard let content = tree.child(of: point, named: "content"),
        let label = tree.child(of: point, named: "navLabel")
      else { continue }
      let depth = tree.ancestors(of: point, limit: 400).count { tree[$0].name == "navPoint" }
      add(tree[content][attribute: "src"], tree.text(of: label), depth: depth, from: name, files)
    }
  }

  private mutating func add(
    _ address: String?, _ label: String, depth: Int, from name: String, _ files: BookFiles
  ) {
    guard let address, !label.isEmpty, label.utf8.count <= 400,
      let file = files.known(BookPath.resolved(address, from: name))
    else { return }
    entries[file, default: []].append(
      Entry(file: file, fragment: BookPath.fragment(of: address), label: label, depth: depth))
  }

  /// What the whole of a file is called: by its first entry.
  func label(of file: String) -> String? { entries[file]?.first?.label }

  /// The entries at which a file is divided into chapters: those of the highest rank, if there are several.
  func chapters(in file: String) -> [Entry] {
    guard let all = entries[file], let highest = all.map(\.depth).min() else { return [] }
    let chapters = all.filter { $0.depth == highest }
    return chapters.count > 1 ? chapters : []
  }
}
