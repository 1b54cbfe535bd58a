internal import Stories

/// Turns one message into a story.
struct MailStory {
  let path: String
  let line: Int
  /// Whether the message is the only one in its file.
  var isAlone = false

  /// The story; without a Message-ID, its id comes from its bytes.
  func story(_ bytes: ArraySlice<UInt8>, ordinal: Int) -> Story {
    var message = MailPart(bytes)
    var story = Story(
      id: StoryID(content: bytes), path: path, place: .byte(ordinal), format: "mail", headline: "")
    let content = MailContent(message)
    message = message.reading(in: content.charset)
    let headers = message.headers
    fill(&story, from: headers)
    for piece in content.pieces { add(piece, to: &story) }
    story.asides += content.asides
    for reason in content.problems { problem(reason, &story) }
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
    if let from = headers.first("from") ?? headers.first("sender") {
      story.bylines = MailAddresses.names(in: from, charset: headers.charset)
    }
    if let list = headers["list-id"] {
      let name = list.prefix { $0 != "<" }.filter { $0 != "\"" }.trimmedASCII
      if !name.isEmpty { story.wire.provider = name }
    }
    readDate(of: headers, into: &story)
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

  /// Reads when it was sent, else when the first server received it.
  private func readDate(of headers: MailHeaders, into story: inout Story) {
    let date = headers["date"]
    // A zone's name may follow its number: "+0100 (CET)".
    story.published = date.flatMap { DateReading.read($0.prefix { $0 != "(" }.trimmedASCII) }
    if story.published == nil, let date { problem("the date “\(date.prefix(60))” can't be read", &story) }
    guard story.published == nil else { return }
    let received = headers.fields.last { $0.name == "received" }.map { MailHeaders.decoded($0.value) }
    let moment =
      received.flatMap { line in line.lastIndex(of: ";").map { String(line[line.index(after: $0)...]) } }
      ?? headers["delivery-date"] ?? headers["resent-date"]
    story.published = moment.flatMap { DateReading.read($0.prefix { $0 != "(" }.trimmedASCII) }
  }

  // MARK: Text

  private func add(_ piece: MailContent.Piece, to story: inout Story) {
    switch piece {
    case .html(let content, let preheader):
      if story.standfirst == nil { story.standfirst = preheader }
      append(content, to: &story)
    case .code(let text): story.body.append(Block(.code(language: "diff", text)))
    case .calendar(var content):
      let known = story.body.map { MarkupTree.collapsed($0.text) }
      // The text of an invitation already says what its appointment says.
      content.blocks.removeAll { block in
        guard case .paragraph = block.kind else { return false }
        return known.contains { $0.hasBytes(of: MarkupTree.collapsed(block.text)) }
      }
      append(content, to: &story)
    case .plain(let text, let isFlowed, let joinsWords):
      let text = MailText(text, isFlowed: isFlowed, joinsWords: joinsWords)
      append(text.content, to: &story)
      story.asides += text.signature
    case .message(let subject, let from, let pieces):
      var inner = Story(id: story.id, path: path, format: "mail", headline: "")
      for piece in pieces { add(piece, to: &inner) }
      let shift = story.references.count
      story.references += inner.references
      var blocks = inner.body.map { $0.shiftingReferences(by: shift) }
      if let subject { blocks.insert(Block(.heading(level: 3, [Inline(subject)])), at: 0) }
      if !blocks.isEmpty {
        story.body.append(Block(.quote(blocks, attribution: from.map(MailAddresses.name))))
      }
    case .attachment(let name):
      story.body.append(Block(.figure(caption: [Inline(name)], source: nil)))
    }
  }

  /// Adds a text without its furniture, and without references that only the furniture had.
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
