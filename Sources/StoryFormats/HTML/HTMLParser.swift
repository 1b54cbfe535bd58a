internal import CHTML

/// From bytes to a tree, through gumbo, within bounds.
enum HTMLParser {
  /// The most elements that may be open at once; gumbo frees its tree by recursion.
  static let maximumDepth = 512
  /// The most attributes of one element; gumbo compares each with all before it.
  static let maximumAttributes = 256
  /// The most nodes that are taken over; what follows is left out.
  static let maximumNodes = 1_000_000

  /// Why a page was not parsed.
  enum Refusal: Error {
    case tooDeep
    case tooManyAttributes

    /// The reason in a sentence.
    var reason: String {
      switch self {
      case .tooDeep: "elements stand more than \(HTMLParser.maximumDepth) deep in each other"
      case .tooManyAttributes: "an element has more attributes than are read"
      }
    }
  }

  /// Parses a page given in UTF-8.
  ///
  /// - Throws: `Refusal` when the page is past a bound.
  static func parse(_ text: String) throws(Refusal) -> MarkupTree {
    var bytes = Array(text.utf8)
    try check(bytes)
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
        copy(output.pointee.root, into: &tree)
      }
    }
    return tree
  }

  /// Walks through the tags without building anything, and refuses what would cost the parser too much.
  private static func check(_ bytes: [UInt8]) throws(Refusal) {
    var open: [ArraySlice<UInt8>: Int] = [:]
    var depth = 0
    var index = 0
    while let start = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
      index = start + 1
      guard index < bytes.count else { return }
      let closes = bytes[index] == UInt8(ascii: "/")
      if closes { index += 1 }
      let nameStart = index
      while index < bytes.count, isLetterOrDigit(bytes[index]) { index += 1 }
      guard index > nameStart, index - nameStart < 32 else { continue }
      let name = ArraySlice(bytes[nameStart..<index].map { $0 | 0x20 })
      guard !voidOrSelfClosing.contains(String(decoding: name, as: UTF8.self)) else { continue }
      if closes {
        if let count = open[name], count > 0 {
          open[name] = count - 1
          depth -= 1
        }
        continue
      }
      var attributes = 0
      var quote: UInt8 = 0
      var isSelfClosed = false
      while index < bytes.count {
        let byte = bytes[index]
        index += 1
        if quote != 0 {
          if byte == quote { quote = 0 }
          continue
        }
        if byte == UInt8(ascii: ">") { break }
        isSelfClosed = byte == UInt8(ascii: "/")
        if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'"), bytes[index - 2] == UInt8(ascii: "=") {
          quote = byte
        }
        if byte <= 0x20 || byte == UInt8(ascii: "/") { attributes += 1 }
        if attributes > 16 * maximumAttributes { throw .tooManyAttributes }
      }
      if isSelfClosed { continue }
      open[name, default: 0] += 1
      depth += 1
      if depth > maximumDepth { throw .tooDeep }
    }
  }

  /// Elements that never stay open, or that the next of their kind closes.
  private static let voidOrSelfClosing: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
    "wbr",
    "p", "li", "dt", "dd", "option", "optgroup", "tr", "td", "th", "thead", "tbody", "tfoot", "html", "head",
    "body",
    "path", "use", "rect", "circle", "image",
  ]

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || (0x30...0x39).contains(byte) || byte == 0x2D
  }

  private static func copy(_ root: UnsafeMutablePointer<GumboNode>?, into tree: inout MarkupTree) {
    guard let root else { return }
    var waiting: [(node: UnsafeMutablePointer<GumboNode>, parent: MarkupTree.Index?)] = [(root, nil)]
    while let (node, parent) = waiting.popLast(), tree.nodes.count < maximumNodes {
      switch node.pointee.type {
      case GUMBO_NODE_ELEMENT, GUMBO_NODE_TEMPLATE:
        let element = node.pointee.v.element
        let index =
          parent == nil ? tree.root : tree.make(name(of: element), line: Int(element.start_pos.line))
        tree[index].attributes = attributes(of: element)
        if let parent { tree.append(index, to: parent) }
        for place in (0..<Int(element.children.length)).reversed() {
          guard let child = element.children.data[place] else { continue }
          waiting.append((child.assumingMemoryBound(to: GumboNode.self), index))
        }
      case GUMBO_NODE_TEXT, GUMBO_NODE_CDATA, GUMBO_NODE_WHITESPACE:
        guard let parent, let text = node.pointee.v.text.text else { continue }
        let index = tree.make("", line: Int(node.pointee.v.text.start_pos.line))
        tree[index].text = String(cString: text)
        tree.append(index, to: parent)
      default: continue
      }
    }
  }

  private static func name(of element: GumboElement) -> String {
    if element.tag != GUMBO_TAG_UNKNOWN, let name = gumbo_normalized_tagname(element.tag) {
      return String(cString: name)
    }
    var original = element.original_tag
    gumbo_tag_from_original_text(&original)
    guard let data = original.data, original.length > 0 else { return "unknown" }
    let letters = UnsafeRawBufferPointer(start: data, count: min(Int(original.length), 64))
    return String(decoding: letters, as: UTF8.self).lowercased()
  }

  private static func attributes(of element: GumboElement) -> [(name: String, value: String)] {
    (0..<min(Int(element.attributes.length), maximumAttributes)).compactMap { place in
      guard let data = element.attributes.data[place] else { return nil }
      let attribute = data.assumingMemoryBound(to: GumboAttribute.self).pointee
      guard let name = attribute.name, let value = attribute.value else { return nil }
      return (String(cString: name), String(cString: value))
    }
  }
}
