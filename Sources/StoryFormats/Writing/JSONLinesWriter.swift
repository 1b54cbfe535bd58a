public import Stories

/// JSON Lines that every tool knows and that is read back whole: the text twice, plain and as HTML.
public struct JSONLinesWriter: StoryWriter {
  /// "jsonl".
  public let name = "jsonl"
  /// For the help.
  public let summary = "JSON Lines, an object a story"
  /// "jsonl".
  public let fileExtension = "jsonl"

  /// Makes the writer.
  public init() {}

  /// One line.
  public func document(_ story: Story) -> String { part(story) }
  /// Nothing.
  public func opening(title: String) -> String { "" }
  /// Nothing.
  public let closing = ""

  /// One line.
  public func part(_ story: Story) -> String { Self.record(of: story).line + "\n" }

  /// The story as an object; without its text where that stands beside the object.
  static func record(of story: Story, withText: Bool = true) -> JSON {
    var members: [(String, JSON)] = [
      ("id", .string(story.identifier ?? "urn:newsroom:\(story.id)")), ("generator", .string("newsroom")),
    ]
    func add(_ name: String, _ value: String?) {
      if let value, !value.isEmpty { members.append((name, .string(value))) }
    }
    func add(_ name: String, _ values: [String]) {
      if !values.isEmpty { members.append((name, .strings(values))) }
    }
    add("url", story.url)
    add("headline", story.headline)
    add("standfirst", story.standfirst)
    add("authors", story.bylines)
    add("dateline", story.dateline)
    add("section", story.section)
    add("tags", story.tags)
    add("people", story.people)
    add("places", story.places)
    add("organisations", story.organisations)
    add("language", story.language)
    add("published", story.published?.text)
    add("updated", story.updated?.text)
    let body = HTMLBody(story: story, isWhole: false)
    if withText {
      add("text", story.text)
      add("html", body.text)
    }
    let labelled = story.references.filter { $0.position != nil }
    if !labelled.isEmpty { members.append(("references", .array(labelled.map(json)))) }
    if !story.teasers.isEmpty { members.append(("teasers", .array(story.teasers.map(json)))) }
    if !story.notes.isEmpty {
      let notes = story.notes.map { note in
        JSON.object([("label", .string(note.label)), ("html", .string(note.blocks.map(body.html).joined()))])
      }
      members.append(("notes", .array(notes)))
    }
    if !story.wire.isEmpty { members.append(("wire", json(story.wire))) }
    return .object(members)
  }

  private static func json(_ reference: Reference) -> JSON {
    .object([
      ("label", .optional(reference.label)), ("text", .string(reference.text)),
      ("target", .optional(reference.target)), ("naming", .string(reference.naming.rawValue)),
      ("kind", .string(reference.kind.rawValue)), ("anchor", .optional(reference.anchor)),
      ("position", .optional(reference.position)),
    ])
  }

  private static func json(_ teaser: Teaser) -> JSON {
    .object([
      ("title", .string(teaser.title)), ("text", .string(teaser.text)), ("target", .optional(teaser.target)),
      ("naming", .string(teaser.naming.rawValue)),
    ])
  }

  private static func json(_ wire: Wire) -> JSON {
    .object(
      [
        ("status", .string(wire.status.rawValue)), ("version", .optional(wire.version)),
        ("embargo", .optional(wire.embargo?.text)), ("urgency", .optional(wire.urgency)),
        ("slugline", .optional(wire.slugline)), ("provider", .optional(wire.provider)),
        ("copyright", .optional(wire.copyright)), ("notes", .strings(wire.notes)),
      ] + (wire.isCorrection ? [("correction", .bool(true))] : []))
  }
}
