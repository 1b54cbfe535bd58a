internal import Stories

/// A package: references to items in nested groups (NewsML-G2, "groupSet").
struct NewsMLPackage {
  let tree: MarkupTree
  let root: MarkupTree.Index

  /// The deepest nesting of groups, and the most entries of a package.
  private static let maximumDepth = 16
  private static let maximumEntries = 5_000

  func read(into item: inout WireItem) {
    let description = tree.children(of: root, named: "contentMeta")
      .flatMap { tree.children(of: $0, named: "description") }.first
    if let description { item.standfirsts.append(tree.text(of: description)) }
    var walk = Walk(tree: tree)
    for set in tree.children(of: root, named: "groupSet").prefix(1) {
      let groups = tree.children(of: set, named: "group")
      for group in groups {
        if let id = tree[group][attribute: "id"] { walk.groups[id] = group }
      }
      let first = tree[set][attribute: "root"].flatMap { walk.groups[$0] } ?? groups.first
      if let first { walk.add(group: first, depth: 0) }
      // A group without references to it is still part of the package.
      for group in groups where !walk.seen.contains(group) { walk.add(group: group, depth: 1) }
    }
    // In messages without groups, items are directly in the package.
    walk.add(entriesOf: root, depth: 0)
    item.append(HTMLFragment.Content(blocks: walk.blocks, references: walk.references))
  }

  /// The results of the walk through the groups.
  private struct Walk {
    let tree: MarkupTree
    var groups: [String: MarkupTree.Index] = [:]
    var seen: Set<MarkupTree.Index> = []
    var blocks: [Block] = []
    var references: [Reference] = []
    private var entries: [Block.Item] = []

    init(tree: MarkupTree) {
      self.tree = tree
    }

    mutating func add(group: MarkupTree.Index, depth: Int) {
      guard depth < NewsMLPackage.maximumDepth, seen.insert(group).inserted else { return }
      if let heading = heading(of: group, isRoot: depth == 0) {
        let level = min(depth + 2, 6)
        blocks.append(Block(.heading(level: level, [Inline(heading)]), line: tree[group].line))
      }
      add(entriesOf: group, depth: depth)
    }

    mutating func add(entriesOf group: MarkupTree.Index, depth: Int) {
      let mode = WireCodes.local(tree[group][attribute: "mode"] ?? "").lowercased()
      let start = mode == "seq" ? 1 : nil
      for child in tree.elementChildren(of: group) {
        switch tree[child].name {
        case "itemRef": add(item: child)
        case "groupRef":
          flush(start: start)
          guard let inner = tree[child][attribute: "idref"].flatMap({ groups[$0] }) else { continue }
          add(group: inner, depth: depth + 1)
        default: continue
        }
      }
      flush(start: start)
    }

    /// The group's title, else its readable role; the outermost group needs a title.
    private func heading(of group: MarkupTree.Index, isRoot: Bool) -> String? {
      let title = tree.child(of: group, named: "title") ?? tree.child(of: group, named: "name")
      if let text = title.map({ tree.text(of: $0) }), !text.isEmpty { return text }
      guard !isRoot, let role = tree[group][attribute: "role"] else { return nil }
      let words = WireCodes.local(role).split { $0 == "-" || $0 == "_" }.joined(separator: " ")
      return words.isEmpty ? nil : words.prefix(1).uppercased() + words.dropFirst()
    }

    private mutating func add(item: MarkupTree.Index) {
      guard references.count < NewsMLPackage.maximumEntries,
        let target = tree[item][attribute: "residref"] ?? tree[item][attribute: "href"]
      else { return }
      let title = tree.child(of: item, named: "headline") ?? tree.child(of: item, named: "title")
      let name = title.map { tree.text(of: $0) } ?? ""
      let text = name.isEmpty ? target.trimmedASCII : name
      guard !text.isEmpty else { return }
      references.append(WireItem.reference(to: target.trimmedASCII, text: text))
      let line = tree[item].line
      var blocks = [Block(.paragraph([Inline(text, reference: references.count - 1)]), line: line)]
      if let description = tree.child(of: item, named: "description") {
        let words = tree.text(of: description)
        if !words.isEmpty { blocks.append(Block(.paragraph([Inline(words)]), line: tree[description].line)) }
      }
      entries.append(Block.Item(blocks))
    }

    private mutating func flush(start: Int?) {
      guard !entries.isEmpty else { return }
      blocks.append(Block(.list(start: start, entries)))
      entries = []
    }
  }
}
