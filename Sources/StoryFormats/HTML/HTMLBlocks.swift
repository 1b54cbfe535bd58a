internal import Stories

/// Makes blocks and references of the elements of a page, a feed's description, or a newsletter.
///
/// Nesting is followed to `maximumDepth` levels; what lies deeper becomes text of the last one.
struct HTMLBlocks {
  /// How deep blocks may stand in each other.
  static let maximumDepth = 24

  let tree: MarkupTree
  /// What relative links are relative to; nil leaves them as paths.
  let base: WebAddress?
  private(set) var references: [Reference] = []
  /// Which names of parts, and links to parts, are kept.
  var parts = Parts.none

  init(tree: MarkupTree, base: WebAddress? = nil) {
    self.tree = tree
    self.base = base
  }

  /// The blocks below an element.
  mutating func blocks(of top: MarkupTree.Index) -> [Block] {
    blocks(in: tree[top].children, depth: 0)
  }

  private mutating func blocks(in nodes: [MarkupTree.Index], depth: Int) -> [Block] {
    var found: [Block] = []
    var loose: [Inline] = []
    var looseLine = 0
    var looseNames: [String] = []
    func flush() -> [Block] {
      defer { loose = [] }
      let blocks = Self.paragraphs(loose, line: looseLine)
      return Self.named(blocks, by: &looseNames)
    }
    for node in nodes {
      if tree[node].isText || isInline(node) {
        if loose.isEmpty { looseLine = tree[node].line }
        loose += inlines(of: node, marks: [], reference: nil)
        looseNames += keptNames(of: node)
      } else {
        found += flush()
        found += Self.named(named(block(node, depth: depth), node), by: &looseNames)
      }
    }
    return found + flush()
  }

  private mutating func block(_ node: MarkupTree.Index, depth: Int) -> [Block] {
    let line = tree[node].line
    guard depth < Self.maximumDepth else {
      let text = tree.text(of: node)
      return text.isEmpty ? [] : [Block(.paragraph([Inline(text)]), line: line)]
    }
    switch tree[node].name {
    case "p", "address", "summary":
      return tree.hasBlockChild(node)
        ? blocks(in: tree[node].children, depth: depth + 1)
        : Self.paragraphs(inlines(in: node), line: line)
    case "h1", "h2", "h3", "h4", "h5", "h6":
      let level = Int(tree[node].name.dropFirst()) ?? 2
      let text = Self.tidied(inlines(in: node))
      return text.isEmpty ? [] : [Block(.heading(level: level, text), line: line)]
    case "blockquote":
      let (inside, name) = speaker(of: node)
      let quoted = blocks(in: inside, depth: depth + 1)
      return quoted.isEmpty ? [] : [Block(.quote(quoted, attribution: name), line: line)]
    case "ul", "ol", "menu", "dir": return list(node, depth: depth)
    case "dl": return definitions(node, depth: depth)
    case "pre", "listing", "xmp":
      let code = tree.rawText(of: node)
      guard !code.allSatisfy(\.isWhitespace) else { return [] }
      return [
        Block(
          .code(language: codeLanguage(of: node), code.hasSuffix("\n") ? String(code.dropLast()) : code),
          line: line)
      ]
    case "table": return table(node, depth: depth)
    case "figure", "picture", "video", "audio": return figure(node, depth: depth)
    case "img": return picture(node)
    case "hr": return [Block(.rule, line: line)]
    case let name where Self.silent.contains(name): return []
    default: return blocks(in: tree[node].children, depth: depth + 1)
    }
  }

  private static let silent: Set<String> = [
    "script", "style", "noscript", "template", "head", "title", "meta", "link", "iframe", "object", "embed",
    "svg",
    "canvas", "form", "input", "select", "textarea", "button", "nav", "map",
  ]

  // MARK: Compound blocks

  private mutating func list(_ node: MarkupTree.Index, depth: Int) -> [Block] {
    var items: [Block.Item] = []
    for child in tree[node].children where !tree[child].isText {
      let content =
        tree[child].name == "li"
        ? blocks(in: tree[child].children, depth: depth + 1) : block(child, depth: depth + 1)
      if !content.isEmpty { items.append(Block.Item(content, done: isDone(child))) }
    }
    guard !items.isEmpty else { return [] }
    let isNumbered = tree[node].name == "ol"
    let start =
      isNumbered ? min(max(tree[node][attribute: "start"].flatMap { Int($0) } ?? 1, 0), 1_000_000) : nil
    return [Block(.list(start: start, items), line: tree[node].line)]
  }

  private mutating func definitions(_ node: MarkupTree.Index, depth: Int) -> [Block] {
    var items: [Block.Item] = []
    for child in tree.elements(of: node, named: ["dt", "dd"], outside: ["dl"]) {
      let content = blocks(in: tree[child].children, depth: depth + 1)
      if tree[child].name == "dd", let last = items.indices.last {
        items[last].blocks += content
      } else if !content.isEmpty {
        items.append(Block.Item(content))
      }
    }
    return items.isEmpty ? [] : [Block(.list(start: nil, items), line: tree[node].line)]
  }

  private mutating func table(_ node: MarkupTree.Index, depth: Int) -> [Block] {
    let rows = tree.elements(of: node, named: ["tr"], outside: ["table"])
    let cells = rows.map { row in
      tree.elementChildren(of: row).filter { ["td", "th"].contains(tree[$0].name) }
    }
    // Tables that lay out a page, as newsletters do, hold blocks in their cells: read them one after the other.
    if cells.allSatisfy({ $0.count <= 1 }) || tree.first("table", in: node) != nil
      || holdsText(cells, of: node)
    {
      return cells.joined().flatMap { blocks(in: tree[$0].children, depth: depth + 1) }
    }
    var header: [[Inline]] = []
    var body: [[[Inline]]] = []
    for (index, row) in cells.enumerated() where !row.isEmpty {
      let texts = row.prefix(64).map { Self.tidied(inlines(in: $0)) }
      if index == 0, row.allSatisfy({ tree[$0].name == "th" }) { header = texts } else { body.append(texts) }
    }
    var found: [Block] = []
    if let caption = tree.first("caption", in: node) {
      found += Self.paragraphs(inlines(in: caption), line: tree[caption].line)
    }
    return found + [Block(.table(Block.Table(header: header, rows: body)), line: tree[node].line)]
  }

  /// The longest text of a cell that is data, in bytes.
  private static let longestCell = 500

  /// Whether cells hold whole texts, without a heading over them.
  private func holdsText(_ cells: [[MarkupTree.Index]], of table: MarkupTree.Index) -> Bool {
    guard !cells.joined().contains(where: { tree[$0].name == "th" }), tree.first("caption", in: table) == nil
    else {
      return false
    }
    return cells.joined().contains { !tree.isShorter($0, than: Self.longestCell) }
  }

  private mutating func figure(_ node: MarkupTree.Index, depth: Int) -> [Block] {
    let caption = tree.first("figcaption", in: node).map { Self.tidied(inlines(in: $0)) } ?? []
    let image = tree.elements(of: node, named: ["img", "video", "audio", "source"]).first
    let hasText =
      tree[node].name == "figure"
      && !tree.elements(of: node, named: ["p", "pre", "table", "blockquote"]).isEmpty
    if image == nil, hasText {
      return blocks(in: tree[node].children, depth: depth + 1)
    }
    let alternative = image.flatMap { tree[$0][attribute: "alt"] }.map(MarkupTree.collapsed) ?? ""
    let words = caption.isEmpty && !alternative.isEmpty ? [Inline(alternative)] : caption
    let source = image.flatMap { tree[$0][attribute: "src"] }
    guard !words.isEmpty else { return [] }
    return [Block(.figure(caption: words, source: source.flatMap(Self.shortSource)), line: tree[node].line)]
  }

  private func picture(_ node: MarkupTree.Index) -> [Block] {
    let alternative = MarkupTree.collapsed(tree[node][attribute: "alt"] ?? "")
    guard !alternative.isEmpty else { return [] }
    let source = tree[node][attribute: "src"].flatMap(Self.shortSource)
    return [Block(.figure(caption: [Inline(alternative)], source: source), line: tree[node].line)]
  }

  /// An address worth keeping: not the picture itself in base 64.
  static func shortSource(_ address: String) -> String? {
    address.hasPrefix("data:") || address.utf8.count > 2_000 ? nil : address
  }

  // MARK: Text

  private static let inlineNames: Set<String> = [
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "br", "cite", "code", "data", "del", "dfn", "em",
    "font", "i",
    "ins", "kbd", "label", "mark", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike", "strong",
    "sub",
    "sup", "time", "tt", "u", "var", "wbr",
  ]

  private func isInline(_ node: MarkupTree.Index) -> Bool {
    Self.inlineNames.contains(tree[node].name) && !tree.hasBlockChild(node)
  }

  /// The text of a block's children.
  mutating func inlines(in node: MarkupTree.Index) -> [Inline] {
    tree[node].children.flatMap { inlines(of: $0, marks: [], reference: nil) }
  }

  private mutating func inlines(of start: MarkupTree.Index, marks: Inline.Marks, reference: Int?) -> [Inline]
  {
    var found: [Inline] = []
    var waiting = [(node: start, marks: marks, reference: reference)]
    while let (node, marks, reference) = waiting.popLast() {
      if tree[node].isText {
        found.append(Inline(tree[node].text, marks: marks, reference: reference))
        continue
      }
      var marks = marks
      var reference = reference
      switch tree[node].name {
      case "br":
        found.append(Inline("\n", marks: [.strike, .code]))
        continue
      case "em", "i", "cite", "dfn", "var": marks.insert(.emphasis)
      case "strong", "b": marks.insert(.strong)
      case "code", "kbd", "samp", "tt": marks.insert(.code)
      case "del", "s", "strike": marks.insert(.strike)
      case "a": reference = add(node) ?? reference
      case "img":
        let alternative = MarkupTree.collapsed(tree[node][attribute: "alt"] ?? "")
        if !alternative.isEmpty { found.append(Inline(alternative, marks: marks, reference: reference)) }
        continue
      case let name where Self.silent.contains(name): continue
      default: break
      }
      waiting += tree[node].children.reversed().map { ($0, marks, reference) }
    }
    return found
  }

  private mutating func add(_ link: MarkupTree.Index) -> Int? {
    guard let address = tree[link][attribute: "href"]?.trimmedASCII, !address.isEmpty,
      !address.hasPrefix("#") || keepsLink(link, to: address),
      !address.lowercased().hasPrefix("javascript:")
    else { return nil }
    let text = tree.text(of: link)
    guard !text.isEmpty else { return nil }
    references.append(LinkTarget.reference(text: text, address: address, base: base))
    return references.count - 1
  }
}
