public import Stories

/// Writes Markdown with YAML front matter, which `Markdown` can read back.
public struct MarkdownWriter: StoryWriter {
  /// "markdown".
  public let name = "markdown"
  /// The description for help texts.
  public let summary = "Markdown with front matter, one file per story"
  /// "md".
  public let fileExtension = "md"

  /// Makes the writer.
  public init() {}

  /// Empty.
  public func opening(title: String) -> String { "" }
  /// Empty.
  public let closing = ""
  /// The whole file and a blank line.
  public func part(_ story: Story) -> String { document(story) + "\n" }

  /// Front matter, text and footnotes.
  public func document(_ story: Story) -> String {
    let body = MarkdownBodyWriter(story: story).text
    return Self.frontMatter(of: story) + (body.isEmpty ? "" : "\n" + body + "\n")
  }

  private static func frontMatter(of story: Story) -> String {
    var lines = ["---", "title: \(quoted(CharacterReferences.encoded(story.headline)))"]
    func add(_ name: String, _ value: String?) {
      if let value, !value.isEmpty { lines.append("\(name): \(quoted(value))") }
    }
    func add(_ name: String, _ values: [String]) {
      if !values.isEmpty { lines.append("\(name): [\(values.map(quoted).joined(separator: ", "))]") }
    }
    add("standfirst", story.standfirst.map { MarkdownEscaping.text($0) })
    add("authors", story.bylines)
    add("dateline", story.dateline)
    add("section", story.section)
    add("tags", story.tags)
    add("people", story.people)
    add("places", story.places)
    add("organisations", story.organisations)
    add("language", story.language)
    add("translationKey", story.translationKey)
    add("date", story.published?.text)
    add("updated", story.updated?.text)
    add("guid", story.identifier)
    add("url", story.url)
    let related = Self.related(of: story)
    if !related.isEmpty { lines += ["related:"] + related }
    return (lines + ["---"]).joined(separator: "\n") + "\n"
  }

  /// The teasers, and the references that came from such a list.
  private static func related(of story: Story) -> [String] {
    func target(_ naming: Reference.Naming, _ target: String?) -> String? {
      guard let target, naming != .headline else { return nil }
      return naming == .path && !target.hasPrefix("/") ? "/" + target : target
    }
    let named = story.references.filter { $0.label == "Related" && $0.position != nil }
      .map { (text: $0.text, target: target($0.naming, $0.target)) }
    return (named + story.teasers.map { (text: $0.title, target: target($0.naming, $0.target)) }).map {
      entry in
      let title = "  - title: \(quoted(MarkdownEscaping.text(entry.text)))"
      return title + (entry.target.map { "\n    link: \(quoted($0))" } ?? "")
    }
  }

  /// A double-quoted scalar (YAML 1.2, section 7.3.1).
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      default:
        if Harmless.isHarmless(scalar) {
          result.unicodeScalars.append(scalar)
        } else {
          let digits = String(scalar.value, radix: 16)
          result +=
            scalar.value <= 0xFFFF
            ? "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            : "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
        }
      }
    }
    return result + "\""
  }
}
