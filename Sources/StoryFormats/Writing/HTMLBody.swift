internal import Stories

/// A story's blocks as HTML, which `HTMLBlocks` can read back.
struct HTMLBody {
  let story: Story
  /// Whether READ MORE lines and footnotes are written into the text.
  var isWhole = true
  /// The broadest heading level: in a page, only the headline has level 1.
  var broadestHeading = 1
  /// In a book: where links lead, nil for words alone.
  ///
  /// The text is then XML, and shows no pictures.
  var addresses: ((Reference) -> String?)?

  /// The end of an element without content.
  private var close: String { addresses == nil ? ">" : "/>" }

  /// The body; if `isWhole`, with READ MORE lines in their places and footnotes at the end.
  var text: String {
    var lines: [String] = []
    for (index, block) in story.body.enumerated() {
      lines += labelled(at: index)
      lines.append(html(block))
    }
    lines += labelled(at: story.body.count, andAfter: true)
    if isWhole, !story.notes.isEmpty {
      let items = story.notes.map { "<li>\($0.blocks.map(html).joined())</li>" }
      lines.append(
        "<section class=\"\(OwnMarkup.repeated)\"><ol>\(items.joined(separator: "\n"))</ol></section>")
    }
    return lines.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private func labelled(at position: Int, andAfter: Bool = false) -> [String] {
    guard isWhole else { return [] }
    return story.references.filter { reference in
      guard let place = reference.position else { return false }
      return place == position || andAfter && place > position
    }.map { reference in
      let label = Harmless.markup(reference.label ?? "")
      let words = link(reference, around: Harmless.markup(reference.text))
      return "<p class=\"\(OwnMarkup.repeated)\">\(label.isEmpty ? "" : label + ": ")\(words)</p>"
    }
  }

  private func link(_ reference: Reference, around text: String) -> String {
    guard let address = addresses.map({ $0(reference) }) ?? Self.address(of: reference) else { return text }
    return "<a href=\"\(Harmless.markup(address))\">\(text)</a>"
  }

  /// Where a reference leads, as far as an address can say it.
  static func address(of reference: Reference) -> String? {
    guard reference.naming == .url || reference.naming == .path,
      let target = Harmless.address(reference.target)
    else {
      return nil
    }
    let place = reference.naming == .path && !target.hasPrefix("/") ? "/" + target : target
    return place + (reference.anchor.map { "#" + $0 } ?? "")
  }

  /// One block of the body or of a footnote.
  func html(_ block: Block) -> String {
    switch block.kind {
    case .paragraph(let inlines): return "<p>\(html(inlines))</p>"
    case .heading(let level, let inlines):
      let tag = min(max(level, broadestHeading), 6)
      // The headline is the only `h1`; the heading's own level is kept in `aria-level`.
      let kept = tag == level ? "" : " aria-level=\"\(min(max(level, 1), 6))\""
      return "<h\(tag)\(kept)>\(html(inlines))</h\(tag)>"
    case .quote(let blocks, let attribution):
      let name = attribution.map { "<footer>\(Harmless.markup($0))</footer>" } ?? ""
      return "<blockquote>\(blocks.map(html).joined(separator: "\n"))\(name)</blockquote>"
    case .list(let start, let items):
      let lines = items.map { item in
        "<li>\(box(item.done))\(self.item(item))</li>"
      }.joined(separator: "\n")
      guard let start else { return "<ul>\n\(lines)\n</ul>" }
      return "<ol\(start == 1 ? "" : " start=\"\(start)\"")>\n\(lines)\n</ol>"
    case .table(let table): return html(table)
    case .code(let language, let text):
      let kind = language.map { " class=\"language-\(Harmless.markup($0))\"" } ?? ""
      return "<pre><code\(kind)>\(Harmless.markup(text))</code></pre>"
    case .figure(let caption, let source):
      let address = addresses == nil ? Harmless.address(source) : nil
      let image = address.map { "<img src=\"\(Harmless.markup($0))\" alt=\"\">" } ?? ""
      return "<figure>\(image)<figcaption>\(html(caption))</figcaption></figure>"
    case .rule: return "<hr\(close)"
    }
  }

  private func box(_ done: Bool?) -> String {
    guard let done else { return "" }
    guard addresses != nil else { return "<input type=\"checkbox\"\(done ? " checked" : "") disabled>" }
    return "<input type=\"checkbox\"\(done ? " checked=\"checked\"" : "") disabled=\"disabled\"/>"
  }

  /// A list item; a single paragraph in it has no `p`.
  private func item(_ item: Block.Item) -> String {
    if item.blocks.count == 1, case .paragraph(let inlines) = item.blocks[0].kind { return html(inlines) }
    return item.blocks.map(html).joined(separator: "\n")
  }

  private func html(_ table: Block.Table) -> String {
    func row(_ cells: [[Inline]], _ name: String) -> String {
      "<tr>" + cells.map { "<\(name)>\(html($0))</\(name)>" }.joined() + "</tr>"
    }
    let head = table.header.isEmpty ? "" : row(table.header, "th") + "\n"
    return "<table>\n\(head)\(table.rows.map { row($0, "td") }.joined(separator: "\n"))\n</table>"
  }

  /// Inlines; those of one link become one element, with their marks inside it.
  private func html(_ inlines: [Inline]) -> String {
    story.linkRuns(of: inlines).map { reference, run in
      let text = run.map(marked).joined()
      return reference.map { link($0, around: text) } ?? text
    }.joined()
  }

  private func marked(_ inline: Inline) -> String {
    var text = Harmless.markup(inline.text).replacing("\n", with: "<br\(close)")
    for (mark, name) in Self.elements where inline.marks.contains(mark) {
      text = "<\(name)>\(text)</\(name)>"
    }
    if inline.marks.contains(.note) { text = "<sup class=\"\(OwnMarkup.note)\">\(text)</sup>" }
    return text
  }

  private static let elements: [(Inline.Marks, String)] = [
    (.code, "code"), (.emphasis, "em"), (.strong, "strong"), (.strike, "s"),
  ]
}
