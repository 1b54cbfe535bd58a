internal import Stories

/// Reads a record's text that is not a string: lists of paragraphs, and the block trees that editors save.
///
/// Editor.js (`type`, `data`), Slate and Lexical (`children`), ProseMirror (`content`), Portable Text
/// (`_type`, `style`, `children`), ANS (`content_elements`), and lists of strings or of objects with a
/// `text`.
struct RecordBlocks {
  private(set) var content = HTMLFragment.Content()
  private let base: WebAddress?

  /// The deepest nesting of blocks that is read.
  private static let maximumDepth = 24

  init(_ value: JSONValue, base: WebAddress?) {
    self.base = base
    add(value, depth: 0)
  }

  /// The content of a text in a record: HTML, or plain text with character references.
  static func content(of text: String, base: WebAddress?) -> HTMLFragment.Content {
    if HTMLFragment.looksLikeHTML(text),
      text.hasBytes(of: "</") || text.hasBytes(of: "<p") || text.hasBytes(of: "<br")
    {
      return HTMLFragment.read(text, base: base)
    }
    return PlainBody.content(of: CharacterReferences.decoded(text))
  }

  private mutating func add(_ value: JSONValue, depth: Int) {
    guard depth < Self.maximumDepth else { return }
    switch value {
    case .string(let text): append(Self.content(of: text, base: base))
    case .array(let values):
      if values.contains(where: Self.isLeaf), values.allSatisfy({ Self.isInline($0) }) {
        addParagraph(values)
      } else {
        for value in values { add(value, depth: depth + 1) }
      }
    case .object: addObject(value, depth: depth)
    case .null, .bool, .number: break
    }
  }

  // MARK: Objects

  private mutating func addObject(_ value: JSONValue, depth: Int) {
    let kind = Self.kind(of: value)
    let data = value.member("data").flatMap { if case .object = $0 { $0 } else { nil } } ?? value
    switch kind {
    case "image", "figure", "photo", "picture", "video", "embed", "gallery": addFigure(data)
    case "delimiter", "divider", "hr", "horizontalrule", "thematicbreak": content.blocks.append(Block(.rule))
    case "list", "ul", "ol", "bulletedlist", "numberedlist", "bulletlist", "orderedlist", "unorderedlist":
      addList(data, kind: kind, depth: depth)
    case "code", "codeblock", "preformatted", "pre":
      let text = data["code"]?.text ?? Self.words(of: Self.inner(data) ?? data, depth: 0)
      if !text.isEmpty { content.blocks.append(Block(.code(language: nil, text))) }
    case "quote", "blockquote", "pullquote":
      let inner = nested(Self.inner(data) ?? .null, depth: depth)
      let maker = data["caption"]?.text ?? data["author"]?.text
      if !inner.isEmpty { content.blocks.append(Block(.quote(inner, attribution: maker))) }
    case "table":
      addTable(Self.inner(data) ?? .null)
    case let kind where Self.headings.contains(kind) || kind.hasPrefix("header"):
      let level =
        data.member("level")?.count ?? value.member("attrs")?.member("level")?.count ?? Int(kind.suffix(1))
        ?? 2
      let text = HTMLFragment.words(of: Self.words(of: Self.inner(data) ?? .null, depth: 0))
      if !text.isEmpty {
        content.blocks.append(Block(.heading(level: min(max(level, 1), 6), [Inline(text)])))
      }
    default: addOther(value, data, depth: depth)
    }
  }

  private static let headings: Set<String> = [
    "header", "heading", "headline", "subheading", "subhead", "title", "h1", "h2", "h3", "h4", "h5", "h6",
  ]

  private mutating func addOther(_ value: JSONValue, _ data: JSONValue, depth: Int) {
    guard let inner = Self.inner(data) else {
      if Self.isLeaf(value) { addParagraph([value]) }
      return
    }
    if case .string(let text) = inner { return append(Self.content(of: text, base: base)) }
    if case .array(let values) = inner, Self.isParagraph(value), values.allSatisfy(Self.isInline) {
      return addParagraph(values)
    }
    add(inner, depth: depth + 1)
  }

  /// Whether the runs of text in an object form one paragraph.
  private static func isParagraph(_ value: JSONValue) -> Bool {
    let kind = kind(of: value)
    return ["paragraph", "p", "block", "normal", "textblock", "line", "unstyled", "listitem", "li"].contains(
      kind)
      || (value.member("children") != nil && !["root", "doc", "document", "body", "article"].contains(kind))
  }

  private mutating func addList(_ data: JSONValue, kind: String, depth: Int) {
    let isNumbered =
      kind.hasPrefix("o") || kind.hasPrefix("number") || data.member("style")?.text == "ordered"
    let items = (data.member("items") ?? Self.inner(data) ?? .null).list.map { item in
      // Editor.js puts the text of an item beside its sub-items.
      let inner = item.member("items").map { JSONValue.object(["type": .string("list"), "items": $0]) }
      return Block.Item(
        nested(item.member("content") ?? item, depth: depth)
          + (item.member("content") == nil ? [] : inner.map { nested($0, depth: depth) } ?? []))
    }
    let filled = items.filter { !$0.blocks.isEmpty }
    if !filled.isEmpty { content.blocks.append(Block(.list(start: isNumbered ? 1 : nil, filled))) }
  }

  private mutating func addTable(_ value: JSONValue) {
    let rows = value.list.map { row in
      (Self.inner(row) ?? row).list.map { cell in
        let text = HTMLFragment.words(of: Self.words(of: cell, depth: 0))
        return text.isEmpty ? [] : [Inline(text)]
      }
    }
    if !rows.isEmpty { content.blocks.append(Block(.table(Block.Table(header: [], rows: rows)))) }
  }

  private mutating func addFigure(_ data: JSONValue) {
    let caption = ["caption", "alt", "credit", "title", "text"].lazy.compactMap { data.member($0)?.words }
      .first
    let source =
      ["url", "src", "source"].lazy.compactMap { data.member($0)?.words }.first
      ?? data.member("file")?.member("url")?.text
    guard caption != nil || source != nil else { return }
    let words = caption.map { HTMLFragment.words(of: $0) } ?? ""
    content.blocks.append(
      Block(
        .figure(
          caption: words.isEmpty ? [] : [Inline(words)],
          source: source.flatMap { base?.resolving($0)?.text ?? WebAddress($0)?.text })))
  }

  /// The blocks of a part, with references into this content.
  private mutating func nested(_ value: JSONValue, depth: Int) -> [Block] {
    let before = content.blocks
    content.blocks = []
    add(value, depth: depth + 1)
    let made = content.blocks
    content.blocks = before
    return made
  }

  // MARK: Words

  private mutating func addParagraph(_ leaves: [JSONValue]) {
    let text = leaves.map { Self.words(of: $0, depth: 0) }.joined()
    append(Self.content(of: text, base: base))
  }

  private mutating func append(_ more: HTMLFragment.Content) {
    let shift = content.references.count
    content.references += more.references
    content.blocks += shift == 0 ? more.blocks : more.blocks.map { $0.shiftingReferences(by: shift) }
  }

  private static func kind(of value: JSONValue) -> String {
    let kind =
      ["type", "_type", "nodeType", "kind", "tag"].lazy.compactMap { value.member($0)?.text }.first ?? ""
    let folded = RecordName.folded(kind)
    // Portable Text gives the kind of a block in its style.
    if folded == "block", let style = value.member("style")?.text, style != "normal" {
      return RecordName.folded(style)
    }
    return folded
  }

  /// The content of a block.
  private static func inner(_ value: JSONValue) -> JSONValue? {
    [
      "children", "content", "nodes", "blocks", "root", "text", "body", "paragraphs", "html", "value",
      "content_elements", "bodyModel", "document", "doc",
    ]
    .lazy.compactMap { value.member($0) }.first { $0.saysSomething }
  }

  /// Whether a value is a run of text rather than a block.
  private static func isLeaf(_ value: JSONValue) -> Bool {
    let kind = kind(of: value)
    return value.member("text")?.text != nil && (kind == "text" || kind == "span" || kind == "string")
      || value.member("text")?.text != nil && kind.isEmpty && value.member("marks") != nil
  }

  private static func isInline(_ value: JSONValue) -> Bool {
    isLeaf(value) || (kind(of: value).isEmpty && value["text"]?.isString == true)
      || inlineKinds.contains(kind(of: value))
  }

  private static let inlineKinds: Set<String> = [
    "text", "span", "link", "a", "hardbreak", "linebreak", "emphasis", "strong", "mention", "autolink",
    "hyperlink",
  ]

  /// All words in a value, unchanged.
  private static func words(of value: JSONValue, depth: Int) -> String {
    guard depth < maximumDepth else { return "" }
    if case .string(let text) = value { return text }
    if case .array(let values) = value { return values.map { words(of: $0, depth: depth + 1) }.joined() }
    let kind = kind(of: value)
    if kind == "hardbreak" || kind == "linebreak" { return "\n" }
    return inner(value).map { words(of: $0, depth: depth + 1) } ?? ""
  }
}

extension JSONValue {
  fileprivate var isString: Bool { if case .string = self { true } else { false } }

  /// A small whole number.
  fileprivate var count: Int? {
    guard case .number(let number) = self else { return nil }
    return Int8(exactly: number).map(Int.init)
  }
}
