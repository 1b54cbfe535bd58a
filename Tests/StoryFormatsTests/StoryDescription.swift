import Stories

/// A reading as text, field by field and block by block, for recorded descriptions.
enum StoryDescription {
  static func of(_ reading: Reading) -> String {
    var lines: [String] = []
    for problem in reading.problems { lines.append(line(of: problem)) }
    for story in reading.stories {
      if !lines.isEmpty { lines.append("") }
      lines += Self.lines(of: story)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func line(of problem: Problem) -> String {
    "problem: \(problem.line.map { "line \($0): " } ?? "")\(problem.reason)"
  }

  static func lines(of story: Story) -> [String] {
    var lines = ["headline: \(story.headline)"]
    func add(_ name: String, _ value: String?) {
      if let value, !value.isEmpty { lines.append("\(name): \(value)") }
    }
    add("standfirst", story.standfirst)
    add("bylines", story.bylines.joined(separator: "; "))
    add("dateline", story.dateline)
    add("section", story.section)
    add("tags", story.tags.joined(separator: "; "))
    add("people", story.people.joined(separator: "; "))
    add("places", story.places.joined(separator: "; "))
    add("organisations", story.organisations.joined(separator: "; "))
    add("language", story.language)
    add("translation key", story.translationKey)
    for other in story.translations {
      add("translation", "\(other.language ?? "-") by \(other.naming.rawValue) <\(other.target)>")
    }
    add("published", story.published.map { "\($0.iso8601) (\($0.precision))" })
    add("updated", story.updated.map { "\($0.iso8601) (\($0.precision))" })
    add("url", story.url)
    add("identifier", story.identifier)
    add("slugs", story.slugs.joined(separator: "; "))
    lines += Self.lines(of: story.wire)
    lines += story.body.flatMap { Self.lines(of: $0) }
    for note in story.notes {
      lines.append("note \(note.label):")
      lines += note.blocks.flatMap { Self.lines(of: $0, indent: "  ") }
    }
    for (index, reference) in story.references.enumerated() {
      var words =
        "reference \(index): \(reference.kind.rawValue) “\(reference.text)” by \(reference.naming.rawValue)"
      if let target = reference.target { words += " <\(target)>" }
      if let anchor = reference.anchor { words += " #\(anchor)" }
      if let label = reference.label { words += " label “\(label)”" }
      if let position = reference.position { words += " after \(position)" }
      lines.append(words)
    }
    for teaser in story.teasers {
      lines.append("teaser: “\(teaser.title)” \(teaser.text)\(teaser.target.map { " <\($0)>" } ?? "")")
    }
    for aside in story.asides { lines.append("aside: \(aside)") }
    for problem in story.problems { lines.append(line(of: problem)) }
    return lines
  }

  private static func lines(of wire: Wire) -> [String] {
    let fields: [(String, String?)] = [
      ("status", wire.status == .usable ? nil : wire.status.rawValue),
      ("version", wire.version.map(String.init)),
      ("embargo", wire.embargo?.iso8601), ("urgency", wire.urgency.map(String.init)),
      ("slugline", wire.slugline), ("provider", wire.provider), ("copyright", wire.copyright),
      ("correction", wire.isCorrection ? "yes" : nil),
    ]
    return fields.compactMap { name, value in value.map { "\(name): \($0)" } }
      + wire.notes.map { "note: \($0)" }
  }

  private static func lines(of block: Block, indent: String = "") -> [String] {
    let names = block.anchors.map { "{#\($0.joined(separator: " #"))} " } ?? ""
    let place = indent + (block.line.map { "\($0) " } ?? "") + names
    switch block.kind {
    case .paragraph(let inlines): return ["\(place)paragraph: \(words(inlines))"]
    case .heading(let level, let inlines): return ["\(place)heading \(level): \(words(inlines))"]
    case .quote(let blocks, let attribution):
      return ["\(place)quote\(attribution.map { " by “\($0)”" } ?? ""):"]
        + blocks.flatMap { lines(of: $0, indent: indent + "  ") }
    case .list(let start, let items):
      return ["\(place)list\(start.map { " from \($0)" } ?? ""):"]
        + items.flatMap { item in
          [indent + "- item\(item.done.map { $0 ? " (done)" : " (open)" } ?? "")"]
            + item.blocks.flatMap { lines(of: $0, indent: indent + "  ") }
        }
    case .table(let table):
      let alignments = table.alignments.map { "\($0)" }.joined(separator: " ")
      return ["\(place)table (\(alignments)):"]
        + ([table.header] + table.rows).map { row in indent + "  | " + row.map(words).joined(separator: " | ")
        }
    case .code(let language, let text):
      return ["\(place)code\(language.map { " (\($0))" } ?? ""):"]
        + text.split(separator: "\n", omittingEmptySubsequences: false).map { indent + "  ' \($0)" }
    case .figure(let caption, let source):
      return ["\(place)figure: \(words(caption))\(source.map { " <\($0)>" } ?? "")"]
    case .rule: return ["\(place)rule"]
    }
  }

  private static func words(_ inlines: [Inline]) -> String {
    inlines.map { inline in
      var words = inline.text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "⏎")
      if inline.marks.contains(.code) { words = "`\(words)`" }
      if inline.marks.contains(.emphasis) { words = "_\(words)_" }
      if inline.marks.contains(.strong) { words = "*\(words)*" }
      if inline.marks.contains(.strike) { words = "~\(words)~" }
      if inline.marks.contains(.note) { words = "[note \(words)]" }
      if let reference = inline.reference { words = "{\(words)}\(reference)" }
      return words
    }.joined()
  }
}
