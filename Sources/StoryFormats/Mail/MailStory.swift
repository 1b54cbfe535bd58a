internal import Stories

/// Makes a story of one message.
struct MailStory {
  let path: String
  let line: Int
  /// Whether the message has the file to itself.
  var isAlone = false

  /// The story; its id is of its own bytes where it has no Message-ID.
  func story(_ bytes: ArraySlice<UInt8>, ordinal: Int) -> Story {
    let message = MailPart(bytes)
    let headers = message.headers
    var story = Story(id: StoryID(content: bytes), path: path, ordinal: ordinal, format: "mail", headline: "")
    fill(&story, from: headers)
    for piece in MailContent(message).pieces { add(piece, to: &story) }
    story.headline = headers["subject"] ?? ""
    if story.headline.isEmpty, story.body.isEmpty {
      problem("the message has neither subject nor text", &story)
    }
    story.language = headers["content-language"]?.split(separator: ",").first.map(String.init)
    story.finish(as: .item(isAlone: isAlone), line: line)
    return story
  }

  private func problem(_ reason: String, _ story: inout Story) {
    story.problems.append(Problem(path: path, line: line, reason: reason))
  }

  private func fill(_ story: inout Story, from headers: MailHeaders) {
    if let from = headers["from"] { story.bylines = [Self.name(in: from)] }
    if let list = headers["list-id"] {
      let name = list.prefix { $0 != "<" }.filter { $0 != "\"" }.trimmedASCII
      if !name.isEmpty { story.wire.provider = name }
    }
    if let date = headers["date"] {
      // A zone may be named behind its number: "+0100 (CET)".
      story.published = DateReading.read(date.prefix { $0 != "(" }.trimmedASCII)
      if story.published == nil { problem("the date “\(date.prefix(60))” can't be read", &story) }
    }
    if let id = headers.raw("message-id")?.trimmedASCII, id.utf8.count > 2 {
      let name = id.filter { $0 != "<" && $0 != ">" }
      story.identifier = "mid:" + name
      story.id = StoryID(identifier: "mid:" + name)
      story.slugs = [name]
    }
    story.tags =
      headers["keywords"]?.split(separator: ",").map { $0.trimmedASCII }.filter { !$0.isEmpty } ?? []
    if let address = headers.raw("archived-at")?.filter({ $0 != "<" && $0 != ">" }) {
      story.url = WebAddress(address.trimmedASCII)?.text
    }
    if let before = headers.raw("in-reply-to")?.split(separator: ">").first.map({
      $0.filter { $0 != "<" }.trimmedASCII
    }),
      !before.isEmpty
    {
      story.references.append(
        Reference(
          kind: .story, text: headers["subject"] ?? before, target: before, naming: .slug,
          label: "IN REPLY TO", position: 0))
    }
  }

  /// The name before an address, else the address.
  private static func name(in from: String) -> String {
    guard let angle = from.firstIndex(of: "<") else {
      // The old way: address (Name).
      guard let open = from.firstIndex(of: "("), let close = from.lastIndex(of: ")"), open < close else {
        return from
      }
      let name = from[from.index(after: open)..<close].trimmedASCII
      return name.isEmpty ? from : name
    }
    let name = from[..<angle].filter { $0 != "\"" }.trimmedASCII
    return name.isEmpty ? from[angle...].filter { $0 != "<" && $0 != ">" } : name
  }

  // MARK: Text

  private func add(_ piece: MailContent.Piece, to story: inout Story) {
    switch piece {
    case .html(let html):
      let (tree, preheader) = Newsletter.shown(html)
      if story.standfirst == nil { story.standfirst = preheader }
      let body = tree.first("body", in: tree.root) ?? tree.root
      append(HTMLFragment.read(tree, below: body, base: nil), to: &story)
    case .plain(let text, let isFlowed, let joinsWords):
      let text = MailText(text, isFlowed: isFlowed, joinsWords: joinsWords)
      append(Self.linked(text.blocks), to: &story)
      story.asides += text.signature
    case .message(let subject, let from, let pieces):
      var inner = Story(id: story.id, path: path, format: "mail", headline: "")
      for piece in pieces { add(piece, to: &inner) }
      let shift = story.references.count
      story.references += inner.references
      var blocks = inner.body.map { $0.shiftingReferences(by: shift) }
      if let subject { blocks.insert(Block(.heading(level: 3, [Inline(subject)])), at: 0) }
      if !blocks.isEmpty { story.body.append(Block(.quote(blocks, attribution: from.map(Self.name)))) }
    case .attachment(let name):
      story.body.append(Block(.figure(caption: [Inline(name)], source: nil)))
    }
  }

  /// The web addresses in paragraphs of plain text as references.
  private static func linked(_ blocks: [Block]) -> HTMLFragment.Content {
    var content = HTMLFragment.Content()
    content.blocks = blocks.map { block in
      guard case .paragraph(let inlines) = block.kind else { return block }
      let text = inlines.text
      var made: [Inline] = []
      var place = text.startIndex
      for range in WebLinks.ranges(in: text) {
        if range.lowerBound > place { made.append(Inline(String(text[place..<range.lowerBound]))) }
        let address = String(text[range])
        let target = address.hasPrefix("www.") ? "https://" + address : address
        content.references.append(Reference(kind: .outside, text: address, target: target, naming: .url))
        made.append(Inline(address, reference: content.references.count - 1))
        place = range.upperBound
      }
      if place < text.endIndex { made.append(Inline(String(text[place...]))) }
      return Block(.paragraph(made), line: block.line)
    }
    return content
  }

  /// Adds a text without its furniture, and without the references that only that had.
  private func append(_ content: HTMLFragment.Content, to story: inout Story) {
    var kept = HTMLFragment.Content()
    for block in content.blocks {
      let text = block.text
      if Newsletter.isFurniture(text) {
        story.asides.append(MarkupTree.collapsed(text))
      } else {
        kept.blocks.append(block)
      }
    }
    let used = Set(kept.blocks.flatMap(\.allInlines).compactMap(\.reference))
    var places = [Int](repeating: 0, count: content.references.count)
    for (index, reference) in content.references.enumerated() where used.contains(index) {
      places[index] = kept.references.count
      kept.references.append(reference)
    }
    kept.blocks = kept.blocks.map { $0.renumbered(places) }
    story.append(kept)
  }
}
