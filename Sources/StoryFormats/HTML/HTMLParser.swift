internal import CHTML

/// Parses bytes into a tree with gumbo, within bounds.
enum HTMLParser {
  /// The most nodes to keep; the rest is dropped.
  static let maximumNodes = 1_000_000

  /// Parses a page in UTF-8; whatever exceeds the bounds of `PageTrimming` is dropped.
  static func parse(_ text: String) -> MarkupTree { parseTellingCut(text).tree }

  /// Parses a page, and tells whether its end was dropped.
  static func parseTellingCut(_ text: String) -> (tree: MarkupTree, isCut: Bool) {
    var text = text
    return text.withUTF8 { page in
      let trimmed = PageTrimming(page)
      var bytes = trimmed.kept
      bytes.append(0)
      var tree = MarkupTree(nodes: [MarkupTree.Node(name: "html", line: 1)])
      bytes.withUnsafeBufferPointer { buffer in
        buffer.withMemoryRebound(to: CChar.self) { characters in
          var options = kGumboDefaultOptions
          options.max_errors = 0
          guard let base = characters.baseAddress,
            let output = gumbo_parse_with_options(&options, base, characters.count - 1)
          else { return }
          defer { gumbo_destroy_output(&options, output) }
          copy(output.pointee.root, of: page, trimmed.store, into: &tree)
        }
      }
      return (tree, trimmed.isCut)
    }
  }

  private static func copy(
    _ root: UnsafeMutablePointer<GumboNode>?, of page: UnsafeBufferPointer<UInt8>, _ store: PageStore,
    into tree: inout MarkupTree
  ) {
    guard let root else { return }
    var waiting: [(node: UnsafeMutablePointer<GumboNode>, parent: MarkupTree.Index?)] = [(root, nil)]
    while let (node, parent) = waiting.popLast(), tree.nodes.count < maximumNodes {
      switch node.pointee.type {
      case GUMBO_NODE_ELEMENT, GUMBO_NODE_TEMPLATE:
        let element = node.pointee.v.element
        let index =
          parent == nil ? tree.root : tree.make(name(of: element), line: Int(element.start_pos.line))
        tree[index].attributes = attributes(of: element, of: page, store)
        tree[index].children.reserveCapacity(Int(element.children.length))
        if let parent { tree.append(index, to: parent) }
        for place in (0..<Int(element.children.length)).reversed() {
          guard let child = element.children.data[place] else { continue }
          waiting.append((child.assumingMemoryBound(to: GumboNode.self), index))
        }
      case GUMBO_NODE_TEXT, GUMBO_NODE_CDATA, GUMBO_NODE_WHITESPACE:
        guard let parent, let text = node.pointee.v.text.text else { continue }
        let index = tree.make("", line: Int(node.pointee.v.text.start_pos.line))
        tree[index].text = store.text(text, of: page)
        tree.append(index, to: parent)
      default: continue
      }
    }
  }

  /// The names of the elements that gumbo knows, by tag.
  private static let names = (0..<GUMBO_TAG_UNKNOWN.rawValue).map { tag in
    gumbo_normalized_tagname(GumboTag(rawValue: tag)).map { String(cString: $0) } ?? "unknown"
  }

  private static func name(of element: GumboElement) -> String {
    let tag = Int(element.tag.rawValue)
    if element.tag != GUMBO_TAG_UNKNOWN, names.indices.contains(tag) { return names[tag] }
    var original = element.original_tag
    gumbo_tag_from_original_text(&original)
    guard let data = original.data, original.length > 0 else { return "unknown" }
    let letters = UnsafeRawBufferPointer(start: data, count: min(Int(original.length), 64))
    return String(decoding: letters, as: UTF8.self).lowercased()
  }

  private static func attributes(
    of element: GumboElement, of page: UnsafeBufferPointer<UInt8>, _ store: PageStore
  ) -> [(name: String, value: String)] {
    (0..<min(Int(element.attributes.length), PageTrimming.maximumAttributes)).compactMap { place in
      guard let data = element.attributes.data[place] else { return nil }
      let attribute = data.assumingMemoryBound(to: GumboAttribute.self).pointee
      guard let name = attribute.name, let value = attribute.value else { return nil }
      return (String(cString: name), store.value(value, of: page))
    }
  }
}
