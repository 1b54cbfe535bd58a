internal import Stories

/// Turns NITF's text elements, which are HTML's under other names, into blocks (NITF 3.6, "body.content").
struct NITFText {
  private var tree: MarkupTree

  /// Takes the document; element names are changed in a copy.
  init(tree: MarkupTree) {
    self.tree = tree
    translate()
  }

  /// The blocks of nodes in `body.content` or `body.end`.
  func content(of nodes: [MarkupTree.Index]) -> HTMLFragment.Content {
    var content = HTMLFragment.Content()
    var copy = tree
    var run: [MarkupTree.Index] = []
    func add(_ more: HTMLFragment.Content) {
      let shift = content.references.count
      content.references += more.references
      content.blocks += more.blocks.map { $0.shiftingReferences(by: shift) }
    }
    func flush() {
      guard !run.isEmpty else { return }
      let wrapper = copy.make("div")
      copy[wrapper].children = run
      run = []
      add(HTMLFragment.read(copy, below: wrapper, base: nil))
    }
    var waiting = Array(nodes.reversed())
    while let node = waiting.popLast() {
      switch tree[node].name {
      case "block": waiting += tree[node].children.reversed()
      case "media":
        flush()
        if let figure = figure(node) { add(HTMLFragment.Content(blocks: [figure])) }
      case "blockquote":
        flush()
        run = tree[node].children.filter { tree[$0].name != "credit" }
        let before = content.blocks.count
        flush()
        let quoted = Array(content.blocks[before...])
        content.blocks.removeSubrange(before...)
        if !quoted.isEmpty {
          let credit = tree.child(of: node, named: "credit").flatMap(words)
          content.blocks.append(Block(.quote(quoted, attribution: credit), line: tree[node].line))
        }
      default: run.append(node)
      }
    }
    flush()
    return content
  }

  private func words(_ node: MarkupTree.Index) -> String? {
    let text = tree.text(of: node)
    return text.isEmpty ? nil : text
  }

  /// A picture or film with its caption and author; of several copies, the widest.
  private func figure(_ media: MarkupTree.Index) -> Block? {
    let caption = tree.children(of: media, named: "media-caption").compactMap(words).joined(separator: " ")
    let producer = tree.children(of: media, named: "media-producer").lazy.compactMap(words).first
    let copies = tree.children(of: media, named: "media-reference")
    let best = copies.max { width(of: $0) < width(of: $1) }
    let source = best.flatMap { tree[$0][attribute: "source"] ?? tree[$0][attribute: "name"] }
    let alternative = best.flatMap { tree[$0][attribute: "alternate-text"] }
    return WireText.figure(
      caption: caption.isEmpty ? alternative : caption, producer: producer, source: source,
      line: tree[media].line)
  }

  private func width(of copy: MarkupTree.Index) -> Int {
    tree[copy][attribute: "width"].flatMap { Int($0) } ?? 0
  }

  // MARK: Names

  /// HTML's names for elements of the same meaning.
  private static let translations = [
    "bq": "blockquote", "hl1": "h1", "hl2": "h2", "nitf-table": "div", "note": "div", "tagline": "p",
    "bibliography": "p", "datasource": "p", "copyrite": "p",
  ]

  /// Elements handled here, besides those that are blocks or marks in HTML too; every other element marks
  /// words in a line.
  private static let own: Set<String> = [
    "block", "body.head", "body.content", "body.end", "head", "nitf", "media-caption", "media-producer",
    "media-reference", "credit", "col", "colgroup",
  ]

  /// Elements without words for a reader.
  private static let silent: Set<String> = [
    "nitf-table-metadata", "media-metadata", "media-object", "custom-table",
  ]

  private static func isKept(_ name: String) -> Bool {
    let kind = Elements.kind(of: name)
    return own.contains(name) || (!kind.isDisjoint(with: [.inline, .block]) && !kind.contains(.silent))
  }

  private mutating func translate() {
    for node in tree.nodes.indices where !tree[node].isText {
      let name = tree[node].name
      if let html = Self.translations[name] {
        tree[node].name = html
      } else if Self.silent.contains(name) {
        tree[node].name = "script"
      } else if name == "media" {
        // Media in lists and quotations are figures to HTML; those in the text itself are read here.
        nameParts(of: node)
      } else if name == "frac" {
        separate(node)
        tree[node].name = "span"
      } else if !Self.isKept(name) {
        tree[node].name = "span"
      }
    }
  }

  /// Renames a media element in another block to a figure with its caption.
  private mutating func nameParts(of media: MarkupTree.Index) {
    guard tree.hasAncestor(media, named: ["li", "td", "th", "dd", "bq", "blockquote"], depth: 12) else {
      return
    }
    tree[media].name = "figure"
    for part in tree[media].children {
      switch tree[part].name {
      case "media-caption": tree[part].name = "figcaption"
      case "media-reference":
        let source = tree[part][attribute: "source"] ?? ""
        tree[part].name = "img"
        tree[part].attributes = [("src", source)]
      default: continue
      }
    }
  }

  /// Writes a fraction with its stroke, without which it would read as a whole number.
  private mutating func separate(_ fraction: MarkupTree.Index) {
    guard tree.child(of: fraction, named: "frac-sep") == nil,
      let numerator = tree.child(of: fraction, named: "numer")
    else { return }
    var stroke = MarkupTree.Node(name: "", line: tree[fraction].line)
    stroke.text = "/"
    stroke.parent = numerator
    tree.nodes.append(stroke)
    tree[numerator].children.append(tree.nodes.count - 1)
  }
}
