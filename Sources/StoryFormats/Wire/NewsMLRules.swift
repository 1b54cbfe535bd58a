internal import Stories

/// What NewsML-G2 requires of every item (NewsML-G2 specification, "anyItem" and "itemMeta").
struct NewsMLRules {
  let tree: MarkupTree

  /// The required attributes of an item.
  private static let attributes = ["guid", "standard", "standardversion"]
  /// The required elements of `itemMeta`.
  private static let metadata = ["itemClass", "provider", "versionCreated"]

  /// Reports what is missing or impossible.
  func check(_ root: MarkupTree.Index, into item: inout WireItem) {
    let kind = tree[root].name
    let line = tree[root].line
    let missing = Self.attributes.filter { attribute($0, root) == nil }
    if !missing.isEmpty {
      item.note("the \(kind) has no \(Self.list(missing)) attribute", line: line)
    }
    if let version = attribute("version", root), Int(version).map({ $0 < 1 }) ?? true {
      item.note("version=\"\(version.prefix(60))\" is not a whole number of 1 or more", line: line)
    }
    if let standard = attribute("standard", root), standard != "NewsML-G2", !standard.hasSuffix("-G2") {
      item.note("standard=\"\(standard.prefix(60))\" is not NewsML-G2", line: line)
    }
    if let version = attribute("standardversion", root), !version.hasPrefix("2.") && version != "1.0" {
      item.note("standardversion=\"\(version.prefix(60))\" is not a NewsML-G2 version", line: line)
    }
    checkMetadata(of: root, into: &item)
    switch kind {
    case "packageItem" where tree.child(of: root, named: "groupSet") == nil:
      item.note("the packageItem has no <groupSet>, so it refers to nothing", line: line)
    case "newsItem": checkContent(of: root, into: &item)
    default: break
    }
  }

  private func checkMetadata(of root: MarkupTree.Index, into item: inout WireItem) {
    guard let metadata = tree.child(of: root, named: "itemMeta") else {
      item.note("the \(tree[root].name) has no <itemMeta>", line: tree[root].line)
      return
    }
    let missing = Self.metadata.filter { tree.child(of: metadata, named: $0) == nil }
    if !missing.isEmpty {
      item.note("<itemMeta> has no \(Self.list(missing.map { "<\($0)>" }))", line: tree[metadata].line)
    }
  }

  private func checkContent(of root: MarkupTree.Index, into item: inout WireItem) {
    let sets = tree.children(of: root, named: "contentSet")
    for content in sets where tree.elementChildren(of: content).isEmpty {
      item.note("<contentSet> has no content", line: tree[content].line)
    }
    for content in sets {
      for part in tree.children(of: content, named: "remoteContent") where source(of: part) == nil {
        item.note("<remoteContent> has neither href nor residref", line: tree[part].line)
      }
      for part in tree.children(of: content, named: "inlineXML") where tree.elementChildren(of: part).isEmpty
      {
        item.note("<inlineXML> has no XML in it", line: tree[part].line)
      }
    }
    if sets.isEmpty, tree.child(of: root, named: "contentMeta") == nil,
      tree.child(of: root, named: "itemMeta") == nil
    {
      item.note("the newsItem has no content", line: tree[root].line)
    }
  }

  private func source(of part: MarkupTree.Index) -> String? {
    attribute("href", part) ?? attribute("residref", part)
  }

  private func attribute(_ name: String, _ element: MarkupTree.Index) -> String? {
    guard let value = tree[element][attribute: name]?.trimmedASCII, !value.isEmpty else { return nil }
    return value
  }

  private static func list(_ names: [String]) -> String {
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " and no " + last
  }
}
