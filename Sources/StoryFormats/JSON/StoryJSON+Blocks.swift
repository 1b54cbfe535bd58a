package import Stories

extension StoryJSON {
  /// A block, with the blocks inside it.
  static func json(_ block: Block) -> JSON {
    let text = block.text
    var members: [(String, JSON)] = [("kind", .string(block.kindName)), ("text", .string(text))]
    func add(_ inlines: [Inline]) {
      if !isPlain(inlines, text) { members.append(("inlines", json(inlines))) }
    }
    switch block.kind {
    case .paragraph(let inlines): add(inlines)
    case .heading(let level, let inlines):
      add(inlines)
      members.append(("level", .number(level)))
    case .quote(let blocks, let attribution):
      members.append(("attribution", .optional(attribution)))
      members.append(("blocks", .array(blocks.map(json))))
    case .list(let start, let items):
      members.append(("start", .optional(start)))
      members.append(("items", .array(items.map(json))))
    case .table(let table): members += self.members(of: table)
    case .code(let language, _): members.append(("language", .optional(language)))
    case .figure(let caption, let source):
      add(caption)
      members.append(("source", .optional(source)))
    case .rule: break
    }
    members.append(("line", .optional(block.line)))
    if let judgement = block.judgement {
      members.append(("confidence", .real(judgement.confidence)))
      members.append(("reason", .string(judgement.reason)))
    }
    if block.isSpeech == true { members.append(("speech", .bool(true))) }
    if let anchors = block.anchors { members.append(("anchors", .strings(anchors))) }
    return .object(members)
  }

  private static func json(_ item: Block.Item) -> JSON {
    .object([
      ("text", .string(item.blocks.map(\.text).joined(separator: "\n"))),
      ("done", item.done.map(JSON.bool) ?? .null),
      ("blocks", .array(item.blocks.map(json))),
    ])
  }

  private static func members(of table: Block.Table) -> [(String, JSON)] {
    var members: [(String, JSON)] = [
      ("header", .strings(table.header.map(\.text))),
      ("rows", .array(table.rows.map { .strings($0.map(\.text)) })),
    ]
    if !([table.header] + table.rows).allSatisfy({ $0.allSatisfy { isPlain($0, $0.text) } }) {
      let row = { (cells: [[Inline]]) in JSON.array(cells.map(json)) }
      members.append(
        ("cells", .object([("header", row(table.header)), ("rows", .array(table.rows.map(row)))])))
    }
    if !table.alignments.isEmpty { members.append(("alignments", .strings(table.alignments.map(name(of:))))) }
    return members
  }

  /// Whether a plain text says everything that its runs do.
  private static func isPlain(_ inlines: [Inline], _ text: String) -> Bool {
    inlines == plain(text)
  }

  /// The runs of a text without markup.
  static func plain(_ text: String) -> [Inline] { text.isEmpty ? [] : [Inline(text)] }

  private static func json(_ inlines: [Inline]) -> JSON {
    .array(
      inlines.map { inline in
        var members: [(String, JSON)] = [("text", .string(inline.text))]
        let marks = markNames.filter { inline.marks.contains($0.mark) }.map(\.name)
        if !marks.isEmpty { members.append(("marks", .strings(marks))) }
        if let reference = inline.reference { members.append(("reference", .number(reference))) }
        return .object(members)
      })
  }

  /// The names of marks in JSON.
  static let markNames: [(name: String, mark: Inline.Marks)] = [
    ("emphasis", .emphasis), ("strong", .strong), ("code", .code), ("strike", .strike), ("note", .note),
  ]

  private static func name(of alignment: Block.Table.Alignment) -> String {
    switch alignment {
    case .leading: "leading"
    case .centre: "centre"
    case .trailing: "trailing"
    }
  }
}

extension Block {
  /// The name of the kind in JSON, which scripts rely on.
  package var kindName: String {
    switch kind {
    case .paragraph: "paragraph"
    case .heading: "heading"
    case .quote: "quote"
    case .list: "list"
    case .table: "table"
    case .code: "code"
    case .figure: "figure"
    case .rule: "rule"
    }
  }
}
