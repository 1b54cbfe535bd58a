internal import Stories

/// The text of a ninjs item, its pictures, and its associated items.
struct NinjsBody {
  let item: WireJSON

  init(_ item: WireJSON) {
    self.item = item
  }

  func read(into found: inout WireItem) {
    let isVisual = Self.isVisual(item)
    if isVisual { addOwnFigure(into: &found) } else { readDescriptions(into: &found) }
    readText(into: &found)
    readAssociations(into: &found)
  }

  // MARK: Descriptions

  /// How well a description with each role serves as a standfirst; other roles mean something else.
  private static let standfirstRoles: [String: Int] = [
    "summary": 0, "abstract": 0, "standfirst": 0, "lead": 1, "preamble": 1, "intro": 1, "teaser": 2,
    "text": 2,
    "plain": 2, "": 2, "main": 2, "short": 3, "xhtml": 4, "html": 4, "richtext": 4, "usage": 5,
  ]

  private func readDescriptions(into found: inout WireItem) {
    let lines = NinjsTexts(item, list: "descriptions", family: "description_").all
    let best = lines.filter { Self.standfirstRoles[$0.role] != nil }.min {
      (Self.standfirstRoles[$0.role] ?? 9) < (Self.standfirstRoles[$1.role] ?? 9)
    }
    if let text = best?.value ?? item["abstract"]?.text {
      found.standfirsts.append(HTMLFragment.words(of: text))
    }
    found.creditLine = Self.credit(of: item)
  }

  private static func credit(of item: WireJSON) -> String? {
    NinjsTexts(item, list: "descriptions", family: "description_").all.first { $0.role == "creditline" }?
      .value
  }

  // MARK: Text

  /// Reads the most structured form of a text that has any content.
  private func readText(into found: inout WireItem) {
    let texts = NinjsTexts(item, list: "bodies", family: "body_").all
    let ranked = texts.enumerated().sorted {
      let (one, other) = (Self.rank($0.element), Self.rank($1.element))
      return (one, $0.offset) < (other, $1.offset)
    }
    for (_, text) in ranked.prefix(20) {
      read(text, into: &found)
      if !found.content.blocks.isEmpty { break }
    }
    if found.content.blocks.isEmpty { readSections(into: &found) }
  }

  private static func rank(_ text: NinjsTexts.Line) -> Int {
    // Texts with another purpose come last.
    let beside: Set<String> = [
      "teaser", "summary", "caption", "sidebar", "factbox", "background", "note", "script",
    ]
    let rank =
      if text.type.contains("html") || text.role.contains("html") || text.role == "sectioned" {
        0
      } else if text.type.contains("nitf") || text.role.contains("nitf") {
        1
      } else if text.type.hasPrefix("text/plain") || text.role == "text" {
        3
      } else {
        2
      }
    return rank + (beside.contains(text.role) ? 10 : 0)
  }

  private func read(_ text: NinjsTexts.Line, into found: inout WireItem) {
    let looksLikeXML = text.value.prefix(400).contains("<nitf")
    if text.type.contains("nitf") || (text.role.contains("nitf") && looksLikeXML) {
      if let tree = XMLParser.parse(text.value).tree, tree[tree.root].name == "nitf" {
        NITFReader(tree: tree, root: tree.root).read(into: &found, isInner: true)
        found.content.blocks = found.content.blocks.map(\.withoutLine)
        return
      }
    }
    let isPlain = text.type.hasPrefix("text/plain") || !HTMLFragment.looksLikeHTML(text.value)
    var content =
      isPlain
      ? WireText.content(of: text.value) : HTMLFragment.read(text.value, base: nil)
    // Lines within a string are not lines of the file.
    content.blocks = content.blocks.map(\.withoutLine)
    found.append(content)
  }

  /// Reads a body in sections (`body_sectioned` as a list), each with a title and a text.
  private func readSections(into found: inout WireItem) {
    for section in (item["body_sectioned"]?.values ?? []).prefix(WireItem.most) {
      if let title = section["headline"]?.text ?? section["title"]?.text {
        found.append(
          HTMLFragment.Content(blocks: [Block(.heading(level: 2, [Inline(HTMLFragment.words(of: title))]))]))
      }
      guard
        let text = section["text"]?.string ?? section["body"]?.string ?? section["value"]?.string
          ?? section.string
      else { continue }
      read(NinjsTexts.Line(role: "", type: "", value: text, line: section.line), into: &found)
    }
  }

  // MARK: Pictures and other items

  private static func isVisual(_ item: WireJSON) -> Bool {
    ["picture", "graphic", "video", "audio"].contains(item["type"]?.text?.lowercased() ?? "")
  }

  private func addOwnFigure(into found: inout WireItem) {
    found.creditLine = Self.credit(of: item)
    guard let figure = Self.figure(item) else { return }
    found.title = found.title ?? Self.caption(of: item)
    found.append(HTMLFragment.Content(blocks: [figure]))
  }

  /// A picture's caption; a text that is neither caption nor story names the author or the credit.
  private static func caption(of item: WireJSON) -> String? {
    let lines = NinjsTexts(item, list: "descriptions", family: "description_").all
    let caption =
      lines.first { $0.role.hasPrefix("caption") } ?? lines.first { standfirstRoles[$0.role] != nil }
    return caption.map { HTMLFragment.words(of: $0.value) }
  }

  /// The figure of a picture or film: its caption, its author, and the widest of its renditions.
  private static func figure(_ item: WireJSON) -> Block? {
    let headline =
      item["headline"]?.text ?? NinjsTexts(item, list: "headlines", family: "headline_").all.first?.value
      ?? item["title"]?.text
    let maker = item["byline"]?.text ?? item["by"]?.text ?? credit(of: item)
    let renditions = NinjsRendition.all(of: item).filter { !$0.type.hasPrefix("text/") }
    let best = renditions.max { $0.width < $1.width }
    let words = caption(of: item) ?? headline.map(HTMLFragment.words(of:))
    return WireText.figure(caption: words, producer: maker, source: best?.address)
  }

  /// Turns pictures into figures after the text, unless the text already has them, and other items into
  /// links.
  private func readAssociations(into found: inout WireItem) {
    guard let associations = item["associations"] else { return }
    let named: [(name: String, value: WireJSON)] =
      associations.members?.list ?? associations.values.map { ($0["name"]?.text ?? "", $0) }
    let known = Set(found.content.blocks.map(\.text))
    for (name, value) in named.prefix(WireItem.most) where value.members != nil {
      let files = NinjsRendition.all(of: value)
      let isPicture =
        !files.isEmpty && value["type"] == nil && files.allSatisfy { $0.type.hasPrefix("image/") }
      if Self.isVisual(value) || isPicture {
        guard let figure = Self.figure(value), !known.contains(figure.text) else { continue }
        found.figures.append(figure)
      } else if let target = value["uri"]?.text ?? value["guid"]?.text {
        let title =
          value["headline"]?.text ?? NinjsTexts(value, list: "headlines", family: "headline_").all.first?
          .value
          ?? value["title"]?.text
        let relation = value["rel"]?.text ?? name
        found.links.append(
          WireItem.Link(relation: relation, target: target, title: title.map(HTMLFragment.words(of:))))
      }
    }
  }
}

extension Block {
  /// The block without line numbers, which would be lines of a text inside another text.
  fileprivate var withoutLine: Block {
    var block = self
    block.line = nil
    switch kind {
    case .quote(let blocks, let attribution):
      block.kind = .quote(blocks.map(\.withoutLine), attribution: attribution)
    case .list(let start, let items):
      block.kind = .list(start: start, items.map { Item($0.blocks.map(\.withoutLine), done: $0.done) })
    default: break
    }
    return block
  }
}
