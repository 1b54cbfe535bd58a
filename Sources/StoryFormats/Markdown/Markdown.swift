public import Stories

/// Stories in Markdown, with or without front matter.
public struct Markdown: StoryFormat {
  /// The name.
  public let name = "markdown"
  /// What the format is, for people.
  public let summary = "Markdown"
  /// The endings in use for Markdown.
  public let fileExtensions = ["md", "markdown", "mdown", "mkd", "mdx"]
  /// Makes the format.
  public init() {}

  /// Whether the bytes open with a front matter fence.
  public func recognises(_ source: Source) -> Bool { source.bytes.starts(with: Array("---\n".utf8)) }

  /// Reads one story: title from front matter, else the first heading, else the file's name.
  public func read(_ source: Source) -> Reading {
    let (fields, start, line) = Self.frontMatter(source.bytes)
    let (blocks, references) = MarkdownBody.read(Array(source.bytes[start...]), firstLine: line)
    var story = Story(
      id: StoryID(content: source.bytes), path: source.path, format: name, headline: fields["title"] ?? "")
    story.body = blocks
    story.references = references
    if let first = blocks.first, case .heading(let level, let words) = first.kind,
      story.headline.isEmpty || (level == 1 && words.text == story.headline)
    {
      story.headline = words.text
      story.body.removeFirst()
    }
    if story.headline.isEmpty { story.headline = String(source.stem) }
    var reading = Reading()
    reading.stories = [story]
    return reading
  }

  /// The plain `key: value` lines between `---` fences, or `key = value` between `+++`, where the text begins, and on which line.
  private static func frontMatter(_ bytes: [UInt8]) -> (fields: [String: String], start: Int, line: Int) {
    var fields: [String: String] = [:]
    var start = 0
    var line = 1
    var (mark, separator): (UInt8, UInt8) = (0x2D, 0x3A)
    while start < min(bytes.count, 262_144) {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      var text = bytes[start..<end]
      if text.last == 0x0D { text.removeLast() }
      if line == 1, text.elementsEqual([0x2B, 0x2B, 0x2B]) { (mark, separator) = (0x2B, 0x3D) }
      let isFence = text.count == 3 && text.allSatisfy { $0 == mark }
      if line == 1, !isFence { break }
      start = min(end + 1, bytes.count)
      line += 1
      if isFence, line > 2 { return (fields, start, line) }
      guard let colon = text.firstIndex(of: separator), text.first != 0x20 else { continue }
      var value = text[(colon + 1)...].drop { $0 == 0x20 }
      if let quote = value.first, quote == 0x22 || quote == 0x27, value.count > 1, value.last == quote {
        value = value.dropFirst().dropLast()
      }
      fields[String(decoding: text[..<colon].filter { $0 != 0x20 }, as: UTF8.self).lowercased()] = String(
        decoding: value, as: UTF8.self)
    }
    return ([:], 0, 1)
  }
}
