internal import Stories

/// Turns the elements of a page, a feed's description or a newsletter into blocks and references.
///
/// Blocks are nested at most `maximumDepth` deep; deeper ones become text of the last level.
struct HTMLBlocks {
  /// The deepest nesting of blocks.
  static let maximumDepth = 24

  let tree: MarkupTree
  /// The base of relative links; nil leaves them as paths.
  let base: WebAddress?
  /// Whether a picture without words gets a line: in a fragment that is all story, it may be everything.
  let keepsUnnamedPictures: Bool
  /// True while a caption is read: the picture's alternative text is not part of it.
  var leavesPicturesOut = false
  private(set) var references: [Reference] = []
  /// Which names of parts, and links to parts, to keep.
  var parts = Parts.none

  init(tree: MarkupTree, base: WebAddress? = nil, keepsUnnamedPictures: Bool = false) {
    self.tree = tree
    self.base = base
    self.keepsUnnamedPictures = keepsUnnamedPictures
  }

  /// The blocks below an element.
  mutating func blocks(of top: MarkupTree.Index) -> [Block] {
    blocks(in: tree[top].children, depth: 0)
  }

  mutating func blocks(in nodes: [MarkupTree.Index], depth: Int) -> [Block] {
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
        loose += inlines(of: [node], after: loose.last?.text.last)
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
    let name = tree[node].name
    let kind = Elements.kind(of: name)
    if kind.contains(.heading) { return heading(node, level: name) }
    switch name {
    case "p", "address", "summary":
      return tree.hasBlockChild(node)
        ? blocks(in: tree[node].children, depth: depth + 1)
        : Self.paragraphs(inlines(in: node), line: line)
    case "blockquote":
      let (inside, name) = speaker(of: node)
      let quoted = blocks(in: inside, depth: depth + 1)
      return quoted.isEmpty ? [] : [Block(.quote(quoted, attribution: name), line: line)]
    case "ul", "ol", "menu", "dir": return list(node, depth: depth)
    case "dl": return definitions(node, depth: depth)
    case "pre", "listing", "xmp":
      let code = codeText(of: node)
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
    case _ where kind.contains(.silent) || isWikiEdit(node): return []
    default: return blocks(in: tree[node].children, depth: depth + 1)
    }
  }

  private mutating func heading(_ node: MarkupTree.Index, level name: String) -> [Block] {
    let text = Self.tidied(inlines(in: node))
    // WAI-ARIA 1.2, section 6.6: `aria-level` is the heading's level.
    let said = tree[node][attribute: "aria-level"].flatMap { Int($0) }
    let level = min(max(said ?? name.utf8.last.map { Int($0) - 0x30 } ?? 2, 1), 6)
    return text.isEmpty ? [] : [Block(.heading(level: level, text), line: tree[node].line)]
  }

  // MARK: Compound blocks

  private mutating func list(_ node: MarkupTree.Index, depth: Int) -> [Block] {
    var items: [Block.Item] = []
    for child in tree[node].children {
      if tree[child].isText {
        // Words outside any item.
        let loose = Self.paragraphs(inlines(of: [child], after: nil), line: tree[child].line)
        if !loose.isEmpty { items.append(Block.Item(loose)) }
        continue
      }
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

  // MARK: Text

  private func isInline(_ node: MarkupTree.Index) -> Bool {
    Elements.kind(of: tree[node].name).contains(.inline) && !tree.hasBlockChild(node)
  }

  /// The text of a block's children.
  mutating func inlines(in node: MarkupTree.Index) -> [Inline] {
    inlines(of: tree[node].children, after: nil)
  }

  /// What a walk over a line still has to read.
  private enum Unread {
    case node(MarkupTree.Index, Inline.Marks, reference: Int?)
    /// The end of a block that is read as part of the line.
    case blockEnd
  }

  /// The text of consecutive nodes; `before` is the preceding character on the same line.
  private mutating func inlines(of starts: [MarkupTree.Index], after before: Character?) -> [Inline] {
    var found: [Inline] = []
    var waiting = starts.reversed().map { Unread.node($0, [], reference: nil) }
    while let next = waiting.popLast() {
      guard case .node(let node, var marks, var reference) = next else {
        found.append(Inline(" "))
        continue
      }
      if tree[node].isText {
        found.append(Inline(tree[node].text, marks: marks, reference: reference))
        continue
      }
      if let label = noteLabel(of: node) {
        if found.last?.marks.contains(.note) == true { found.append(Inline(" ")) }
        found.append(Inline(label, marks: .note))
        continue
      }
      if isWikiEdit(node) || isBackLink(node) { continue }
      let kind = Elements.kind(of: tree[node].name)
      switch tree[node].name {
      case "br":
        found.append(Inline("\n", marks: [.strike, .code]))
        continue
      case "em", "i", "cite", "dfn", "var": marks.insert(.emphasis)
      case "strong", "b": marks.insert(.strong)
      case "code", "kbd", "samp", "tt": marks.insert(.code)
      case "del", "s", "strike": marks.insert(.strike)
      case "a": reference = add(node) ?? reference
      case "sup" where tree[node][attribute: "class"] == OwnMarkup.note: marks.insert(.note)
      case let name where Scripts.Place(element: name) != nil && tree.first("a", in: node) == nil:
        guard let place = Scripts.Place(element: name) else { continue }
        let text = Scripts.text(tree.rawText(of: node), place, after: found.last?.text.last ?? before)
        found.append(Inline(text, marks: marks, reference: reference))
        continue
      case "img":
        let alternative = leavesPicturesOut ? "" : pictureWords(node)
        if !alternative.isEmpty { found.append(Inline(alternative, marks: marks, reference: reference)) }
        continue
      case _ where kind.contains(.silent): continue
      // Blocks read as one line, such as in a cell, are separated by spaces.
      case _ where kind.contains(.block):
        found.append(Inline(" "))
        waiting.append(.blockEnd)
      default: break
      }
      waiting += tree[node].children.reversed().map { .node($0, marks, reference: reference) }
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
