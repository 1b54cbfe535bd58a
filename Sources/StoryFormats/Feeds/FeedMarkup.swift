/// Writes markup that is present as XML elements in a feed back as HTML.
///
/// Atom defines XHTML content (RFC 4287, section 3.1.1.3); in RSS it is a common mistake. Both are then read
/// like any HTML, which repairs what XML can only repair roughly (an unclosed `<br>`).
enum FeedMarkup {
  /// The content of an element as HTML, with links made absolute by the nearest `xml:base`.
  ///
  /// - Parameter isEscaped: whether text between the elements is plain text; otherwise it is encoded HTML.
  static func html(of top: MarkupTree.Index, in tree: MarkupTree, base: WebAddress?, isEscaped: Bool)
    -> String
  {
    enum Step {
      case open(MarkupTree.Index, WebAddress?)
      case close(String)
    }
    var html = ""
    var waiting: [Step] = tree[top].children.reversed().map { .open($0, base) }
    while let step = waiting.popLast() {
      switch step {
      case .close(let name): html += "</\(name)>"
      case .open(let index, let outer):
        let node = tree[index]
        if node.isText {
          html += isEscaped ? Harmless.markup(node.text) : node.text
          continue
        }
        let base = FeedBase.resolved(node[attribute: "xml:base"], outer)
        let name = node.name[
          (node.name.firstIndex(of: ":").map(node.name.index(after:)) ?? node.name.startIndex)...
        ]
        .lowercased()
        html += "<\(name)\(attributes(of: node, base: base))>"
        if !Elements.kind(of: name).contains(.void) { waiting.append(.close(name)) }
        waiting += node.children.reversed().map { .open($0, base) }
      }
    }
    return html
  }

  /// Attributes that blocks use.
  private static let kept: Set<String> = [
    "alt", "start", "title", "colspan", "rowspan", "class", "type", "checked", "id", "cite", "datetime",
    "value",
    "lang", "width", "height", "srcset",
  ]

  private static func attributes(of node: MarkupTree.Node, base: WebAddress?) -> String {
    var text = ""
    for attribute in node.attributes {
      switch attribute.name.lowercased() {
      case "href", "src":
        let address = attribute.value.trimmedASCII
        let anchor = address.firstIndex(of: "#").map { address[$0...] } ?? ""
        let full =
          address.hasPrefix("#") ? nil : base?.resolving(address).map { $0.text + anchor }
        text += " \(attribute.name.lowercased())=\"\(Harmless.markup(full ?? address))\""
      case let name where kept.contains(name): text += " \(name)=\"\(Harmless.markup(attribute.value))\""
      default: continue
      }
    }
    return text
  }
}

/// The base of relative addresses (XML Base; RFC 4287, section 2).
enum FeedBase {
  /// A base, resolved against the base around it.
  static func resolved(_ address: String?, _ outer: WebAddress?) -> WebAddress? {
    guard let address = address?.trimmedASCII, !address.isEmpty else { return outer }
    return WebAddress(address) ?? outer?.resolving(address) ?? outer
  }

  /// An address made absolute; unchanged if it already is, or can't be.
  static func absolute(_ address: String, _ base: WebAddress?) -> String {
    let address = WebLinks.address(address.trimmedASCII)
    guard !WebAddress.hasScheme(address), let full = base?.resolving(address) else { return address }
    return full.text + (address.firstIndex(of: "#").map { address[$0...] } ?? "")
  }
}
