internal import Stories

/// Puts the parts of a file together as a story.
struct TextAssembler {
  var story: Story
  private let source: Source
  private let header: TextHeader
  private var speaker: String?
  /// Everybody who has spoken, so that a surname alone is recognised.
  private var speakers: [String] = []
  private var list: (start: Int?, items: [Block.Item], line: Int)?

  init(source: Source, header: TextHeader) {
    self.source = source
    self.header = header
    story = Story(id: StoryID(content: source.bytes), path: source.path, format: "text", headline: "")
    takeHeader()
  }

  /// Adds the next part.
  mutating func add(_ piece: TextPiece) {
    if case .listItem(let number) = piece.role {
      let item = Block.Item([Block(.paragraph(inlines(piece.text)), line: piece.lines.lowerBound)])
      if (list?.start == nil) != (number == nil) { closeList() }
      if list == nil { list = (number, [], piece.lines.lowerBound) }
      list?.items.append(item)
      return
    }
    closeList()
    let line = piece.lines.lowerBound
    let judgement = Block.Judgement(confidence: piece.judgement.confidence, reason: piece.judgement.reason)
    switch piece.role {
    case .headline: story.headline = piece.text
    case .standfirst: story.standfirst = piece.text
    case .byline, .date: takeHeadLine(piece)
    case .reference(let label, let target): addReference(label: label, target: target)
    case .outside:
      story.references.append(
        Reference(kind: .outside, text: piece.text, naming: .nothing, position: story.body.count))
    case .section: story.section = story.section ?? piece.text.trimmingBlanks
    case .aside: story.asides.append(piece.text)
    case .teaser(let title): story.teasers.append(Teaser(title: title, text: piece.text))
    case .subheading:
      story.body.append(Block(.heading(level: 2, inlines(piece.text)), line: line, judgement: judgement))
    case .quote:
      let quotation = Quotation(piece.text)
      hear(
        quotation?.speaker.map { .named($0) } ?? Speaker.mention(in: piece.text),
        keepsSpeaker: !TextMarks.opensDashQuestion(piece.text))
      let words = inlines(quotation?.words ?? piece.text)
      var block = Block(
        .quote([Block(.paragraph(words), line: line)], attribution: speaker), line: line, judgement: judgement
      )
      if quotation == nil { block.isSpeech = true }
      story.body.append(block)
    case .rule: story.body.append(Block(.rule, line: line, judgement: judgement))
    case .paragraph:
      let text = story.body.isEmpty ? withoutDateline(piece.text) : piece.text
      hear(Speaker.mention(in: text), keepsSpeaker: false)
      story.body.append(Block(.paragraph(inlines(text)), line: line, judgement: judgement))
    case .lines:
      hear(.nobody, keepsSpeaker: false)
      story.body.append(Block(.paragraph(inlines(piece.text)), line: line, judgement: judgement))
    case .preformatted:
      story.body.append(Block(.code(language: nil, piece.text), line: line, judgement: judgement))
    case .table(let rows):
      let table = TextColumns.table(rows) { inlines($0) }
      story.body.append(Block(.table(table), line: line, judgement: judgement))
    case .caption:
      story.body.append(
        Block(.figure(caption: inlines(piece.text), source: nil), line: line, judgement: judgement))
    case .listItem: break
    }
  }

  /// Remembers who speaks; a quotation without a name keeps the previous speaker.
  private mutating func hear(_ mention: Speaker.Mention, keepsSpeaker: Bool) {
    switch mention {
    case .named(let name):
      speaker = speakers.last { $0 == name || $0.hasSuffix(" " + name) } ?? name
      if let speaker, !speakers.contains(speaker), speakers.count < 200 { speakers.append(speaker) }
    case .pronoun: break
    case .somebody: speaker = nil
    case .nobody: if !keepsSpeaker { speaker = nil }
    }
  }

  /// The story, completed from its file name and its words.
  mutating func finished() -> Story {
    closeList()
    story.finish(as: .page, line: 1)
    return story
  }

  private mutating func closeList() {
    guard let (start, items, line) = list else { return }
    story.body.append(Block(.list(start: start, items), line: line))
    list = nil
  }

  // MARK: The head

  private mutating func takeHeader() {
    story.headline = header[.title] ?? ""
    story.standfirst = header[.standfirst]
    story.bylines = header[.author].map { TextBylines.names(in: $0) ?? TextBylines.split($0) } ?? []
    if let author = header[.author], story.bylines.isEmpty { story.bylines = [author] }
    story.section = header[.section]
    story.asides = header.others
    story.dateline = header[.dateline]
    story.tags =
      header[.tags]?.split { $0 == "," || $0 == ";" }.map(\.trimmingBlanks).filter { !$0.isEmpty } ?? []
    story.language = header[.language]
    story.published = date(.date)
    story.updated = date(.updated)
    if let url = header[.url], url.hasPrefix("http://") || url.hasPrefix("https://") { story.url = url }
    if let identifier = header[.identifier] ?? story.url {
      story.identifier = identifier
      story.id = StoryID(identifier: identifier)
    }
  }

  private mutating func date(_ field: TextHeader.Field) -> Timestamp? {
    guard let value = header[field] else { return nil }
    let date = DateReading.read(value)
    if date == nil { note("the date “\(value.prefix(60))” can't be read", line: header.line(of: field)) }
    return date
  }

  private mutating func takeHeadLine(_ piece: TextPiece) {
    for part in TextBylines.parts(piece.text.withPlainBlanks) {
      if let names = TextBylines.names(in: part) {
        story.bylines += names.filter { !story.bylines.contains($0) }
      } else if let date = TextBylines.date(in: part) {
        story.published = story.published ?? date
      } else if let (place, date) = TextBylines.placeAndDate(part) {
        story.published = story.published ?? date
        story.dateline = story.dateline ?? place
      } else if let date = TextBylines.update(in: part) {
        story.updated = story.updated ?? date
      } else if case .date = piece.role {
        note("the date “\(part.prefix(60))” can't be read", line: piece.lines.lowerBound)
      } else if story.dateline == nil, part.count < 40, part == part.uppercased(),
        part.contains(where: \.isLetter)
      {
        story.dateline = part
      }
    }
  }

  private mutating func note(_ reason: String, line: Int?) {
    story.problems.append(Problem(path: source.path, line: line, reason: reason))
  }

  /// Removes a certain dateline from the first paragraph: "MALMÖ (Wire) —", short, in capitals, with a dash.
  private mutating func withoutDateline(_ text: String) -> String {
    guard text.utf8.count <= 20_000 else { return text }
    let head = text.prefix(70)
    guard let dash = head.indices.first(where: { "—–".contains(head[$0]) || isSpacedHyphen(head, $0) }) else {
      return text
    }
    let before = head[..<dash].trimmingBlanks
    let place = before.prefix { $0 != "(" && $0 != "," }.trimmingBlanks
    let letters = place.filter(\.isLetter)
    let rest = text[text.index(after: dash)...].trimmingBlanks
    guard letters.count >= 3, place == place.uppercased(), place.count <= 40, place.first?.isLetter == true,
      rest.first.map({ $0.isUppercase || $0.isNumber || TextMarks.quotes[$0] != nil }) ?? false
    else { return text }
    if story.dateline == nil { story.dateline = before.prefix { $0 != "(" }.trimmingBlanks }
    return rest
  }

  private func isSpacedHyphen(_ text: Substring, _ index: Substring.Index) -> Bool {
    guard text[index] == "-", index > text.startIndex else { return false }
    let next = text.index(after: index)
    return text[text.index(before: index)].isWhitespace && next < text.endIndex && text[next].isWhitespace
  }

  // MARK: References

  private mutating func addReference(label: String, target: String) {
    if let range = WebLinks.ranges(in: target).first, target[range].count > target.count / 2 {
      let address = WebLinks.address(String(target[range]))
      story.references.append(
        Reference(
          kind: .outside, text: target, target: address, naming: .url, label: label,
          position: story.body.count))
      return
    }
    let headline = TextMarks.unquoted(target)
    story.references.append(
      Reference(
        kind: .story, text: headline, target: headline, naming: .headline, label: label,
        position: story.body.count))
  }

  /// Text with its web addresses as links.
  private mutating func inlines(_ text: String) -> [Inline] {
    WebLinks.inlines(of: text, references: &story.references)
  }
}
