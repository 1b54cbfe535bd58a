package import Stories

/// A story as a JSON object, the same wherever the program prints or keeps one.
///
/// `StoryFields` says what the fields mean.
package enum StoryJSON {
  /// Raised when a field changes its meaning or is removed.
  package static let version = 1

  /// How much of a story to write.
  package enum Extent {
    /// Everything.
    case whole
    /// A row of a list: everything but the text.
    case row
    /// What a page or a feed carries besides its text.
    case beside
  }

  /// The story as an object.
  package static func object(_ story: Story, _ extent: Extent = .whole) -> JSON {
    var members: [(String, JSON)] = [
      ("version", .number(version)),
      ("generator", .string("newsroom")),
      ("id", .string(story.id.description)),
      ("identifier", .optional(story.identifier)),
      ("path", .string(story.path)),
      ("ordinal", .optional(story.place.item)),
      ("byte", .optional(story.place.byte)),
      ("format", .string(story.format)),
      ("headline", .string(story.headline)),
      ("standfirst", .optional(story.standfirst)),
      ("bylines", .strings(story.bylines)),
      ("dateline", .optional(story.dateline)),
      ("desk", .optional(story.section)), ("section", .optional(story.section)),
      ("tags", .strings(story.tags)),
      ("people", .strings(story.people)),
      ("places", .strings(story.places)),
      ("organisations", .strings(story.organisations)),
      ("language", .optional(story.language)),
      ("published", .optional(story.published?.exact)),
      ("updated", .optional(story.updated?.exact)),
      ("url", .optional(story.url)),
      ("slugs", .strings(story.slugs)),
      ("words", .number(story.words)),
    ]
    if let key = story.translationKey { members.append(("translationKey", .string(key))) }
    if !story.translations.isEmpty {
      members.append(("translations", .array(story.translations.map(json))))
    }
    if !story.wire.isEmpty { members.append(("wire", json(story.wire))) }
    switch extent {
    case .whole:
      members.append(("text", .string(story.text)))
      members.append(("body", .array(story.body.map(json))))
      members.append(("notes", .array(story.notes.map(json))))
    case .row: break
    case .beside:
      let body = HTMLBody(story: story, isWhole: false)
      let notes = story.notes.map { note in
        JSON.object([("label", .string(note.label)), ("html", .string(note.blocks.map(body.html).joined()))])
      }
      members.append(("notes", .array(notes)))
    }
    // References within the text are already its links.
    let references = extent == .beside ? story.references.filter { $0.position != nil } : story.references
    members += [
      ("references", .array(references.map(json))),
      ("teasers", .array(story.teasers.map(json))),
      ("asides", .strings(story.asides)),
      ("problems", .array(story.problems.map(json))),
    ]
    return .object(members)
  }

  private static func json(_ wire: Wire) -> JSON {
    .object([
      ("status", .string(wire.status.rawValue)), ("version", .optional(wire.version)),
      ("embargo", .optional(wire.embargo?.exact)), ("urgency", .optional(wire.urgency)),
      ("slugline", .optional(wire.slugline)), ("provider", .optional(wire.provider)),
      ("copyright", .optional(wire.copyright)), ("notes", .strings(wire.notes)),
      ("correction", .bool(wire.isCorrection)),
    ])
  }

  private static func json(_ note: Story.Note) -> JSON {
    .object([
      ("label", .string(note.label)), ("text", .string(note.blocks.map(\.text).joined(separator: "\n"))),
      ("blocks", .array(note.blocks.map(json))),
    ])
  }

  private static func json(_ reference: Reference) -> JSON {
    .object(
      [
        ("kind", .string(reference.kind.rawValue)), ("text", .string(reference.text)),
        ("target", .optional(reference.target)), ("story", .optional(reference.story?.description)),
        ("naming", .string(reference.naming.rawValue)), ("label", .optional(reference.label)),
        ("anchor", .optional(reference.anchor)), ("position", .optional(reference.position)),
        ("probably", .optional(reference.probably?.description)),
      ] + (reference.embeds.map { [("embeds", .bool($0))] } ?? []))
  }

  private static func json(_ translation: Translation) -> JSON {
    .object([
      ("language", .optional(translation.language)), ("target", .string(translation.target)),
      ("naming", .string(translation.naming.rawValue)),
    ])
  }

  private static func json(_ teaser: Teaser) -> JSON {
    .object([
      ("title", .string(teaser.title)), ("text", .string(teaser.text)),
      ("story", .optional(teaser.story?.description)), ("target", .optional(teaser.target)),
      ("naming", .string(teaser.naming.rawValue)), ("probably", .optional(teaser.probably?.description)),
    ])
  }

  /// A problem as an object.
  package static func json(_ problem: Problem) -> JSON {
    .object([
      ("path", .string(problem.path)), ("line", .optional(problem.line)), ("reason", .string(problem.reason)),
    ])
  }
}

extension Timestamp {
  /// The moment with its exact precision, and its zone unless that is UTC.
  package var exact: String {
    let whole = iso8601
    let zone = offset == 0 || zone == .missing ? "" : String(whole.suffix(6))
    switch precision {
    case .year: return whole.prefix(4) + zone
    case .month: return whole.prefix(7) + zone
    case .day: return whole.prefix(10) + zone
    case .minute: return whole.prefix(16) + (zone.isEmpty && self.zone != .missing ? "Z" : zone)
    case .second: return whole
    }
  }

  /// Reads what `exact` writes; nil for anything else.
  init?(exact text: String) {
    var text = text[...]
    var offset = 0
    let sign = text.dropFirst(4).last { $0 == "+" || $0 == "-" }
    var zone = Zone.missing
    if text.hasSuffix("Z") {
      text.removeLast()
      zone = .written
    } else if text.utf8.count >= 10, let sign, text.suffix(6).first == sign, text.suffix(3).first == ":",
      let hours = Int(text.suffix(5).prefix(2)), let minutes = Int(text.suffix(2))
    {
      offset = (hours * 60 + minutes) * (sign == "-" ? -60 : 60)
      text.removeLast(6)
      zone = .written
    }
    let parts = text.split(separator: "T", omittingEmptySubsequences: false)
    let day = parts[0].split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    let clock = parts.count == 2 ? parts[1].split(separator: ":").map { Int($0) } : []
    guard (1...2).contains(parts.count), (1...3).contains(day.count), clock.count != 1, clock.count <= 3,
      parts.count == 1 || (day.count == 3 && !clock.isEmpty), let year = day[0], !(day + clock).contains(nil)
    else { return nil }
    func number(_ numbers: [Int?], _ place: Int, _ other: Int) -> Int {
      place < numbers.count ? numbers[place] ?? other : other
    }
    let precision: Precision =
      clock.count == 3
      ? .second : clock.count == 2 ? .minute : day.count == 3 ? .day : day.count == 2 ? .month : .year
    self.init(
      year: year, month: number(day, 1, 1), day: number(day, 2, 1), hour: number(clock, 0, 0),
      minute: number(clock, 1, 0), second: number(clock, 2, 0), offset: offset, precision: precision)
    if !clock.isEmpty { self.zone = zone }
  }
}
