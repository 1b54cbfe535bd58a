internal import FoundationEssentials
public import Stories

/// A whole story as text, for keeping it when its file no longer has it.
public enum StoryRecord {
  /// The story as one line of JSON, with every field.
  public static func encode(_ story: Story) -> String { StoryJSON.object(story).line }

  /// Reads a story back; nil if the text is not one.
  public static func decode(_ text: String) -> Story? {
    guard let value = JSONReader.value(of: text) else { return nil }
    // Older archives were written by Swift's encoder.
    return StoryJSON.story(value) ?? (try? JSONDecoder().decode(Story.self, from: Data(text.utf8)))
  }
}

extension StoryJSON {
  /// The most entries of a list of references, teasers or notes.
  private static let most = 10_000
  /// The largest number that a place in a text or a list may have.
  private static let mostPlaces = 1_000_000_000

  /// Reads a story as an item of a file; its former place no longer counts.
  static func story(
    _ value: JSONValue, given: HTMLFragment.Content? = nil, path: String, place: StoryPlace, format: String
  ) -> Story? {
    guard var story = story(value, given: given) else { return nil }
    (story.path, story.place, story.format, story.problems) = (path, place, format, [])
    for index in story.references.indices {
      (story.references[index].story, story.references[index].probably) = (nil, nil)
    }
    for index in story.teasers.indices {
      (story.teasers[index].story, story.teasers[index].probably) = (nil, nil)
    }
    return story
  }

  /// The story in an object that newsroom wrote, in any extent; nil for other values.
  ///
  /// - Parameter given: the text, if it is outside the object.
  static func story(_ value: JSONValue, given: HTMLFragment.Content? = nil) -> Story? {
    guard isOurs(value), let headline = value.string("headline"),
      let id = value.string("id").flatMap(StoryID.init)
    else { return nil }
    var story = Story(
      id: id, path: value.string("path") ?? "", place: place(value),
      format: value.string("format") ?? "jsonl", headline: headline)
    story.identifier = value.string("identifier")
    story.standfirst = value.string("standfirst")
    story.bylines = value.texts("bylines")
    story.dateline = value.string("dateline")
    story.section = value.string("desk") ?? value.string("section")
    story.tags = value.texts("tags")
    story.people = value.texts("people")
    story.places = value.texts("places")
    story.organisations = value.texts("organisations")
    story.language = value.string("language")
    story.published = value.string("published").flatMap(Timestamp.init(exact:))
    story.updated = value.string("updated").flatMap(Timestamp.init(exact:))
    story.url = value.string("url")
    story.slugs = value.texts("slugs")
    story.translationKey = value.string("translationKey")
    story.translations = value.values("translations").prefix(Translation.most).compactMap(translation)
    if let wire = value["wire"] { story.wire = self.wire(wire) }
    if let given {
      story.append(given)
    } else if value["body"] != nil {
      story.body = value.values("body").compactMap(block)
    } else if let text = value.string("text") {
      story.append(PlainBody.content(of: text))
    }
    story.references += value.values("references").prefix(most).compactMap(reference)
    story.teasers = value.values("teasers").prefix(most).compactMap(teaser)
    story.asides = value.texts("asides")
    story.problems = value.values("problems").prefix(most).compactMap(problem)
    for note in value.values("notes").prefix(most) { add(note, to: &story) }
    keepWithin(&story)
    return story
  }

  /// Whether a value is a story that newsroom wrote.
  static func isOurs(_ value: JSONValue) -> Bool {
    value.string("generator") == "newsroom" && value.whole("version") != nil
  }

  private static func add(_ value: JSONValue, to story: inout Story) {
    let label = value.string("label") ?? ""
    guard value["blocks"] == nil, let html = value.string("html") else {
      return story.notes.append(Story.Note(label: label, blocks: value.values("blocks").compactMap(block)))
    }
    let content = HTMLFragment.read(html, base: nil)
    let shift = story.references.count
    story.references += content.references
    story.notes.append(
      Story.Note(label: label, blocks: content.blocks.map { $0.shiftingReferences(by: shift) }))
  }

  private static func place(_ value: JSONValue) -> StoryPlace {
    value.whole("ordinal").map { .item($0) } ?? value.whole("byte").map { .byte($0) } ?? .left
  }

  private static func wire(_ value: JSONValue) -> Wire {
    var wire = Wire()
    wire.status = value.string("status").flatMap(Wire.Status.init) ?? wire.status
    wire.version = value.whole("version")
    wire.embargo = value.string("embargo").flatMap(Timestamp.init(exact:))
    wire.urgency = value.whole("urgency")
    wire.slugline = value.string("slugline")
    wire.provider = value.string("provider")
    wire.copyright = value.string("copyright")
    wire.notes = value.texts("notes")
    if case .bool(let isCorrection)? = value["correction"] { wire.isCorrection = isCorrection }
    return wire
  }

  private static func reference(_ value: JSONValue) -> Reference? {
    guard let text = value.string("text") else { return nil }
    var reference = Reference(
      kind: value.string("kind").flatMap(Reference.Kind.init) ?? .outside, text: text,
      target: value.string("target"),
      naming: value.string("naming").flatMap(Reference.Naming.init) ?? .nothing,
      label: value.string("label"), position: value.whole("position").map { min(max($0, 0), mostPlaces) },
      anchor: value.string("anchor"),
      story: value.string("story").flatMap(StoryID.init))
    reference.probably = value.string("probably").flatMap(StoryID.init)
    if case .bool(let embeds)? = value["embeds"] { reference.embeds = embeds }
    return reference
  }

  private static func translation(_ value: JSONValue) -> Translation? {
    guard let target = value.string("target"),
      let naming = value.string("naming").flatMap(Reference.Naming.init)
    else { return nil }
    return Translation(language: value.string("language"), naming: naming, target: target)
  }

  private static func teaser(_ value: JSONValue) -> Teaser? {
    guard let title = value.string("title") else { return nil }
    var teaser = Teaser(
      title: title, text: value.string("text") ?? "", target: value.string("target"),
      naming: value.string("naming").flatMap(Reference.Naming.init) ?? .headline,
      story: value.string("story").flatMap(StoryID.init))
    teaser.probably = value.string("probably").flatMap(StoryID.init)
    return teaser
  }

  private static func problem(_ value: JSONValue) -> Problem? {
    guard let reason = value.string("reason") else { return nil }
    return Problem(path: value.string("path") ?? "", line: value.whole("line"), reason: reason)
  }

  // MARK: Blocks

  private static func block(_ value: JSONValue) -> Block? {
    guard let kind = kind(value) else { return nil }
    var block = Block(kind, line: value.whole("line"))
    if case .number(let confidence)? = value["confidence"] {
      block.judgement = Block.Judgement(confidence: confidence, reason: value.string("reason") ?? "")
    }
    if case .bool(true)? = value["speech"] { block.isSpeech = true }
    if value["anchors"] != nil { block.anchors = value.texts("anchors") }
    return block
  }

  private static func kind(_ value: JSONValue) -> Block.Kind? {
    let text = value.string("text") ?? ""
    let inlines = value["inlines"].map { $0.list.compactMap(inline) } ?? plain(text)
    let blocks = { (value: JSONValue) in value.values("blocks").compactMap(block) }
    switch value.string("kind") {
    case "paragraph": return .paragraph(inlines)
    case "heading": return .heading(level: min(max(value.whole("level") ?? 2, 1), 6), inlines)
    case "quote": return .quote(blocks(value), attribution: value.string("attribution"))
    case "list":
      let items = value.values("items").map { item in
        let done: Bool? = if case .bool(let done)? = item["done"] { done } else { nil }
        return Block.Item(blocks(item), done: done)
      }
      return .list(start: value.whole("start").map { min(max($0, 0), mostPlaces) }, items)
    case "table": return .table(table(value))
    case "code": return .code(language: value.string("language"), text)
    case "figure": return .figure(caption: inlines, source: value.string("source"))
    case "rule": return .rule
    // A kind from a later version: its words stay.
    default: return text.isEmpty ? nil : .paragraph(inlines)
    }
  }

  private static func table(_ value: JSONValue) -> Block.Table {
    let words = { (cell: JSONValue) in
      if case .string(let text) = cell { plain(text) } else { cell.list.compactMap(inline) }
    }
    let cells = value["cells"] ?? value
    let alignments: [Block.Table.Alignment] = value.texts("alignments").map {
      $0 == "centre" ? .centre : $0 == "trailing" ? .trailing : .leading
    }
    return Block.Table(
      header: cells.values("header").map(words), rows: cells.values("rows").map { $0.list.map(words) },
      alignments: alignments)
  }

  private static func inline(_ value: JSONValue) -> Inline? {
    guard let text = value.string("text") else { return nil }
    let names = value.texts("marks")
    let marks = Inline.Marks(markNames.filter { names.contains($0.name) }.map(\.mark))
    return Inline(text, marks: marks, reference: value.whole("reference"))
  }

  /// Removes links to missing references, which objects written by others may have.
  private static func keepWithin(_ story: inout Story) {
    let last = story.references.count
    story.body = story.body.map { $0.keepingReferences(below: last) }
    for index in story.notes.indices {
      story.notes[index].blocks = story.notes[index].blocks.map { $0.keepingReferences(below: last) }
    }
  }
}

extension JSONValue {
  /// A member that is a string, unchanged.
  fileprivate func string(_ name: String) -> String? {
    if case .string(let text)? = self[name] { text } else { nil }
  }

  /// A member that is a whole number of at most 53 bits, JSON's range.
  fileprivate func whole(_ name: String) -> Int? {
    guard case .number(let number)? = self[name], abs(number) < 0x1p53 else { return nil }
    return Int(exactly: number)
  }

  /// The values of a member that is an array.
  fileprivate func values(_ name: String) -> [JSONValue] {
    if case .array(let values)? = self[name] { values } else { [] }
  }

  /// The strings of a member that is an array, unchanged.
  fileprivate func texts(_ name: String) -> [String] {
    values(name).compactMap { if case .string(let text) = $0 { text } else { nil } }
  }
}
