import Messages
import Screen
import Stories

extension StorySetter {
  /// The deepest nesting of lists and quotes; deeper ones are set as if they were not nested.
  static let deepest = 16

  /// Sets the blocks in order, with each READ MORE line in its place.
  mutating func setBody() {
    var waiting: [Int: [Int]] = [:]
    for (index, reference) in story.references.enumerated() {
      guard let position = reference.position else { continue }
      waiting[min(max(0, position), story.body.count), default: []].append(index)
    }
    var dateline = story.dateline.flatMap { $0.isEmpty ? nil : $0 }
    for (index, block) in story.body.enumerated() {
      setReferences(waiting[index])
      beginBlock()
      var column = outerColumn
      column.block = index
      if let place = dateline, case .paragraph(let inlines) = block.kind {
        dateline = nil
        noteAnchors(of: block)
        setParagraph(datelined(inlines, place), in: &column)
      } else {
        set(block, in: &column)
      }
      blank()
    }
    setReferences(waiting[story.body.count])
    let isEmpty = story.body.isEmpty && story.standfirst == nil && story.references.isEmpty
    if isEmpty, !story.headline.isEmpty, story.wire.status == .usable {
      var column = outerColumn
      blank()
      setWords(typesetter.options.catalogue["This story has no text."], role: .byline, in: &column)
    }
  }

  private mutating func datelined(_ inlines: [Inline], _ place: String) -> ParagraphText {
    var text = ParagraphText()
    if !inlines.text.hasPrefix(place) {
      text.append(
        "\(place) — ", span: .init(role: .byline, reference: nil, isProse: false), keepsBreaks: false)
    }
    collect(inlines, role: .text, into: &text)
    text.trimEnd()
    return text
  }

  /// Sets `READ MORE  Another story[3]`, one paragraph each, without blank lines between.
  private mutating func setReferences(_ references: [Int]?) {
    guard let references else { return }
    blank()
    for index in references {
      let reference = story.references[index]
      var column = outerColumn
      var text = ParagraphText()
      if let label = reference.label, !label.isEmpty {
        text.append(label, span: .init(role: .marker, reference: nil, isProse: false), keepsBreaks: false)
        text.appendHeldBlank()
        text.append(" ", span: .init(role: .marker, reference: nil, isProse: false))
      }
      // A lost address can't be followed: its words are shown without a number.
      let leads = reference.kind == .story || reference.story != nil || reference.target != nil
      text.append(
        reference.text, span: .init(role: linkRole(index), reference: leads ? index : nil, isProse: false),
        keepsBreaks: false)
      text.trimEnd()
      if leads { appendNumber(of: index, to: &text) }
      setParagraph(text, in: &column, hyphenates: false)
    }
    blank()
  }

  /// Sets one block in a column.
  mutating func set(_ block: Block, in column: inout Column) {
    noteAnchors(of: block)
    switch block.kind {
    case .paragraph(let inlines): setParagraph(collect(inlines, role: column.role), in: &column)
    case .heading(_, let inlines): setHeading(inlines, in: &column)
    // Only a paragraph that is nothing but a quotation gets a bar.
    case .quote(let blocks, _) where block.isSpeech == true: set(blocks, in: &column)
    case .quote(let blocks, let attribution): setQuote(blocks, attribution, in: &column)
    case .list(let start, let items): setList(start, items, in: &column)
    case .table(let table): setTable(table, in: &column)
    case .code(_, let text): setCode(text, in: &column)
    case .figure(let caption, let source): setFigure(caption, source, in: &column)
    case .rule: setRule(in: &column)
    }
  }

  /// Sets the blocks of a list item or a quote, with a blank line between them except before a list after
  /// text.
  mutating func set(_ blocks: [Block], in column: inout Column) {
    guard column.depth <= Self.deepest else { return setFlat(blocks, in: &column) }
    for (index, block) in blocks.enumerated() {
      if index > 0 {
        if case .list = block.kind, case .paragraph = blocks[index - 1].kind {} else { gap(in: column) }
      }
      set(block, in: &column)
    }
  }

  /// Sets what is nested too deeply, leaf by leaf and without recursion.
  private mutating func setFlat(_ blocks: [Block], in column: inout Column) {
    var waiting = Array(blocks.reversed())
    var isFirst = true
    while let block = waiting.popLast() {
      switch block.kind {
      case .quote(let inner, _): waiting.append(contentsOf: inner.reversed())
      case .list(_, let items): waiting.append(contentsOf: items.flatMap(\.blocks).reversed())
      default:
        if !isFirst { gap(in: column) }
        isFirst = false
        set(block, in: &column)
        continue
      }
      noteAnchors(of: block)
    }
  }

  private mutating func setHeading(_ inlines: [Inline], in column: inout Column) {
    let text = collect(inlines, role: .heading, keepsBreaks: false)
    if reader == nil { parts.add(heading: inlines.text, at: lines.count) }
    setParagraph(text, in: &column, manner: .balanced, hyphenates: false)
  }

  private mutating func setQuote(_ blocks: [Block], _ attribution: String?, in column: inout Column) {
    var inner = column.nested(first: "│ ", rest: "│ ", opening: .marker)
    inner.role = .quote
    set(blocks, in: &inner)
    // Words that already name their speaker need no attribution.
    if let attribution, !attribution.isEmpty, !blocks.contains(where: { $0.text.contains(attribution) }) {
      setWords("— \(attribution)", role: .attribution, in: &inner)
    }
    column.firstOpening = nil
  }

  private mutating func setList(_ start: Int?, _ items: [Block.Item], in column: inout Column) {
    // Numbers come from the text: 2,147,483,647 is as likely as any other.
    let first = min(max(start ?? 0, -999_999_999), 999_999_999)
    let width = max("\(first)".utf8.count, "\(first + max(0, items.count - 1))".utf8.count)
    let isLoose = items.contains { $0.blocks.count > 2 }
    for (index, item) in items.enumerated() {
      if index > 0, isLoose { gap(in: column) }
      var marker = start == nil ? "• " : ""
      if start != nil {
        let number = "\(first + index)."
        marker = String(repeating: " ", count: max(0, width + 1 - number.utf8.count)) + number + " "
      }
      if let done = item.done { marker = done ? "☑ " : "☐ " }
      let rest = String(repeating: " ", count: CellText.width(of: marker))
      var inner = column.nested(first: marker, rest: rest, opening: .marker)
      let before = lineCount
      set(item.blocks, in: &inner)
      if lineCount == before {
        place([Finish.SetLine(runs: [], columns: 0, letters: 0, flow: .ends)], in: &inner)
      }
      column.firstOpening = nil
    }
  }

  private mutating func setFigure(_ caption: [Inline], _ source: String?, in column: inout Column) {
    var text = ParagraphText()
    let span = ParagraphText.Span(role: .caption, reference: nil, isProse: true)
    let name = source.map { Self.fileName($0) } ?? ""
    let (kind, label) = MediaKind.told(caption: caption.text, source: source)
    let caption = Self.without(label, of: caption)
    let hasCaption = !caption.text.utf8.allSatisfy { $0 <= 0x20 }
    text.append("[\(typesetter.options.catalogue[kind.word])", span: span)
    if hasCaption {
      text.append(": ", span: span)
      collect(caption, role: .caption, keepsBreaks: false, into: &text)
      text.trimEnd()
    }
    if !name.isEmpty { text.append(hasCaption ? " (\(name))" : ": \(name)", span: span) }
    text.append("]", span: span)
    setParagraph(text, in: &column)
  }

  /// A caption without its first `length` characters.
  private static func without(_ length: Int, of caption: [Inline]) -> [Inline] {
    var left = length
    return caption.map { inline in
      var inline = inline
      let cut = min(left, inline.text.count)
      inline.text = String(inline.text.dropFirst(cut))
      left -= cut
      return inline
    }
  }

  /// The last part of a path or an address, without `?` or `#` and what follows.
  static func fileName(_ source: String) -> String {
    guard !source.utf8.starts(with: "data:".utf8) else { return "" }
    let path = source.prefix { $0 != "?" && $0 != "#" }
    return String((path.split(separator: "/").last ?? "").suffix(80))
  }

  private mutating func setRule(in column: inout Column) {
    let stars = column.measure >= 5 ? "* * *" : "*"
    var placed = column
    let centre = (column.measure - stars.utf8.count) / 2
    placed.opening.append(Page.Run(String(repeating: " ", count: max(0, centre)), role: .rule))
    let run = Page.Run(stars, role: .rule)
    place([Finish.SetLine(runs: [run], columns: stars.utf8.count, letters: 0, flow: .ends)], in: &placed)
  }
}
