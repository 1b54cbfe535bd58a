/// Turns XML feeds written as JSON back into elements: RSS-in-JSON (rssjs.org; scripting.com) and Google's
/// Atom (GData, `alt=json`).
///
/// A member is an element, an array the same element several times. The text of an element with attributes is
/// its member "#value", "#text", "$t" or "_". Any other plain member counts as both an attribute and an
/// element, since JSON does not distinguish them.
enum JSONMarkup {
  /// The most elements to make.
  private static let maximumNodes = 1_000_000
  private static let textNames = ["#value", "#text", "$t", "_", "__text", "__cdata", "#cdata-section"]

  /// The feed in a document: an object whose "rss", "rdf:RDF" or "feed" contains items; nil if there is none.
  static func tree(of document: JSONValue) -> MarkupTree? {
    for (name, items) in [("rss", "channel"), ("rdf:RDF", "item"), ("feed", "entry"), ("channel", "item")] {
      guard let feed = document[name], case .object = feed, feed[items] != nil else { continue }
      var tree = MarkupTree(nodes: [MarkupTree.Node(name: name == "rdf:RDF" ? "rdf" : name)])
      fill(tree.root, of: feed, in: &tree)
      return tree
    }
    return nil
  }

  /// Fills an element from a value; values are nested at most `JSONDepth.maximum` deep.
  private static func fill(_ top: MarkupTree.Index, of value: JSONValue, in tree: inout MarkupTree) {
    var waiting = [(element: top, value: value)]
    while let (element, value) = waiting.popLast(), tree.nodes.count < maximumNodes {
      guard case .object(let members) = value else {
        if let text = plain(value) { add(text, to: element, in: &tree) }
        continue
      }
      let text = textNames.lazy.compactMap { members[$0].flatMap(plain) }.first
      if let text { add(text, to: element, in: &tree) }
      if case .object(let attributes)? = members["$"] ?? members["@attributes"] ?? members["attributes"] {
        for (name, value) in attributes { set(name, value, of: element, in: &tree) }
      }
      // Elements of one name keep their order; JSON gives none to those of different names.
      for (name, member) in members.sorted(by: { $0.key < $1.key }) where !textNames.contains(name) {
        set(name, member, of: element, in: &tree)
        guard text == nil, !name.hasPrefix("@"), name != "$" else { continue }
        for item in member.list {
          let child = tree.make(elementName(name))
          tree.append(child, to: element)
          waiting.append((child, item))
        }
      }
    }
  }

  private static func add(_ text: String, to element: MarkupTree.Index, in tree: inout MarkupTree) {
    let node = tree.make("")
    tree[node].text = text
    tree.append(node, to: element)
  }

  private static func set(
    _ name: String, _ value: JSONValue, of element: MarkupTree.Index, in tree: inout MarkupTree
  ) {
    guard let text = plain(value), tree[element].attributes.count < MarkupTag.maximumAttributes else {
      return
    }
    tree[element].attributes.append((elementName(name).lowercased(), text))
  }

  /// Google writes "media:group" as "media$group".
  private static func elementName(_ name: String) -> String {
    let name = name.hasPrefix("@") ? name.dropFirst() : name[...]
    let parts = name.split(separator: "$", omittingEmptySubsequences: false)
    return parts.count == 2 && !parts[0].isEmpty
      ? parts.joined(separator: ":") : name.isEmpty ? "unknown" : String(name)
  }

  private static func plain(_ value: JSONValue) -> String? {
    switch value {
    case .string(let text): text
    case .number(let number): value.text ?? "\(number)"
    case .bool(let flag): flag ? "true" : "false"
    case .null, .array, .object: nil
    }
  }
}
