internal import Stories

/// A story's blocks as Markdown.
struct MarkdownBodyWriter {
  let story: Story

  /// The blocks, with READ MORE lines in their places and footnotes at the end.
  var text: String {
    var parts: [String] = []
    for (index, block) in story.body.enumerated() {
      parts += labelled(at: index)
      parts.append(markdown(block))
    }
    parts += labelled(at: story.body.count, andAfter: true)
    for note in story.notes {
      let lines = note.blocks.map(markdown).joined(separator: "\n\n")
      parts.append("[^\(note.label)]: " + Self.indented(lines, by: "    ", first: ""))
    }
    return parts.filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  private func labelled(at position: Int, andAfter: Bool = false) -> [String] {
    story.references.filter { reference in
      guard let place = reference.position, reference.label != "Related" else { return false }
      return place == position || andAfter && place > position
    }.map { reference in
      let text = MarkdownEscaping.text(reference.text)
      let words = reference.naming == .headline ? text : link(reference, around: text)
      return reference.label.map { MarkdownEscaping.text($0) + ": " + words } ?? words
    }
  }

  private func link(_ reference: Reference, around text: String) -> String {
    guard let target = reference.target else { return text }
    let anchor = reference.anchor.map { "#" + $0 } ?? ""
    switch reference.naming {
    case .url where reference.text == target + anchor && Self.isPlainAddress(target + anchor):
      return "<\(target)\(anchor)>"
    case .url: return "[\(text)](\(MarkdownEscaping.address(target + anchor)))"
    case .path:
      let place = WebAddress.hasScheme(target) ? target : "/" + target.drop { $0 == "/" }
      return "[\(text)](\(MarkdownEscaping.address(place + anchor)))"
    case .slug
    where !target.contains(where: { "[]|#\n".contains($0) })
      && !reference.text.contains(where: { "[]|\n".contains($0) }):
      let sign = reference.embeds == true ? "!" : ""
      return reference.text == target && anchor.isEmpty
        ? "\(sign)[[\(target)]]" : "\(sign)[[\(target)\(anchor)|\(reference.text)]]"
    default: return text
    }
  }

  /// Whether an address may be put in angle brackets unchanged (CommonMark 0.31, section 6.5).
  private static func isPlainAddress(_ address: String) -> Bool {
    // A character reference would be decoded.
    MarkdownTarget.isAbsolute(address) && !address.utf8.contains(0x3B)
      && address.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != 0x3C && $0 != 0x3E }
  }

  private func markdown(_ block: Block) -> String {
    let words = markdown(block.kind)
    guard let names = block.anchors, !names.isEmpty else { return words }
    let isPlain = { (name: String) in
      name.utf8.allSatisfy { $0.isLetter || $0.isDigit || $0 == 0x2D || $0 == 0x5F }
    }
    if case .heading = block.kind, names.count == 1, isPlain(names[0]) { return "\(words) {#\(names[0])}" }
    if case .paragraph = block.kind, names.count == 1, names[0].hasPrefix("^") {
      return "\(words) \(names[0])"
    }
    let anchors = names.map { name in
      let name = name.replacing("&", with: "&amp;").replacing("\"", with: "&quot;")
        .replacing("<", with: "&lt;")
      return "<a id=\"\(name)\"></a>"
    }
    return anchors.joined() + "\n\n" + words
  }

  private func markdown(_ kind: Block.Kind) -> String {
    switch kind {
    case .paragraph(let inlines): return markdown(inlines)
    case .heading(let level, let inlines):
      let words = markdown(inlines).replacing("\\\n", with: " ")
      return String(repeating: "#", count: min(max(level, 1), 6)) + " " + words
        + (words.hasSuffix("#") ? " #" : "")
    case .quote(let blocks, let attribution):
      let name = attribution.map { ["— " + MarkdownEscaping.text($0)] } ?? []
      return Self.indented((blocks.map(markdown) + name).joined(separator: "\n\n"), by: "> ", first: "> ")
    case .list(let start, let items): return list(items, from: start)
    case .table(let table): return markdown(table)
    case .code(let language, let text):
      let fence = String(repeating: "`", count: max(3, MarkdownEscaping.longestRun(of: "`", in: text) + 1))
      let name = language.map { $0.filter { $0.isLetter || $0.isNumber || "+-#.".contains($0) } } ?? ""
      return "\(fence)\(name)\n\(Harmless.verbatim(text))\n\(fence)"
    case .figure(let caption, let source):
      return "![\(MarkdownEscaping.text(caption.text))](\(MarkdownEscaping.address(source ?? "")))"
    case .rule: return "---"
    }
  }

  private func list(_ items: [Block.Item], from start: Int?) -> String {
    let isTight = items.allSatisfy { $0.blocks.count <= 1 }
    let lines = items.enumerated().map { index, item in
      let marker = start.map { "\($0 &+ index). " } ?? "- "
      let task = item.done.map { $0 ? "[x] " : "[ ] " } ?? ""
      let text = item.blocks.map(markdown).joined(separator: "\n\n")
      return Self.indented(text, by: String(repeating: " ", count: marker.count), first: marker + task)
    }
    return lines.joined(separator: isTight ? "\n" : "\n\n")
  }

  private func markdown(_ table: Block.Table) -> String {
    let columns = max(table.header.count, table.rows.map(\.count).max() ?? 0)
    guard columns > 0 else { return "" }
    func row(_ cells: [[Inline]]) -> String {
      let texts = (0..<columns).map { index in
        cells.indices.contains(index) ? markdown(cells[index]).replacing("\\\n", with: " ") : ""
      }
      return "| " + texts.joined(separator: " | ") + " |"
    }
    let marks = (0..<columns).map { index -> String in
      guard table.alignments.indices.contains(index) else { return "---" }
      switch table.alignments[index] {
      case .leading: return "---"
      case .centre: return ":-:"
      case .trailing: return "--:"
      }
    }
    return ([row(table.header), "| " + marks.joined(separator: " | ") + " |"] + table.rows.map(row))
      .joined(separator: "\n")
  }

  // MARK: Words

  private func markdown(_ inlines: [Inline]) -> String {
    var result = ""
    for (reference, run) in story.linkRuns(of: inlines) {
      let text = run.map { marked($0, startsLine: result.isEmpty) }.joined()
      result += reference.map { link($0, around: text) } ?? text
    }
    return result
  }

  /// Marks are directly beside their words: spaces at the ends go outside.
  private func marked(_ inline: Inline, startsLine: Bool) -> String {
    if inline.marks.contains(.note) {
      // Without its footnote, the number leads nowhere.
      return story.notes.contains { $0.label == inline.text } ? "[^\(inline.text)]" : ""
    }
    let marks: [(Inline.Marks, String)] = [(.emphasis, "*"), (.strong, "**"), (.strike, "~~")]
    let isMarked = marks.contains { inline.marks.contains($0.0) } || inline.marks.contains(.code)
    guard isMarked else {
      // Within a line, whatever would open a block at its start is plain.
      return startsLine
        ? MarkdownEscaping.text(inline.text) : String(MarkdownEscaping.text("x" + inline.text).dropFirst())
    }
    let leading = inline.text.prefix { $0 == " " }
    let trailing = inline.text.dropFirst(leading.count).reversed().prefix { $0 == " " }
    let core = String(inline.text.dropFirst(leading.count).dropLast(trailing.count))
    guard !core.isEmpty else { return inline.text }
    var text = inline.marks.contains(.code) ? MarkdownEscaping.code(core) : MarkdownEscaping.text(core)
    for (mark, sign) in marks where inline.marks.contains(mark) { text = sign + text + sign }
    return leading + text + trailing
  }

  private static func indented(_ text: String, by indent: String, first: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map { index, line in
      let lead = index == 0 ? first : indent
      return line.isEmpty && index > 0 ? String(lead.reversed().drop { $0 == " " }.reversed()) : lead + line
    }.joined(separator: "\n")
  }
}
