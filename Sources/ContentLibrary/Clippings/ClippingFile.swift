internal import Stories
internal import StoryFormats

/// The clippings of one story as a Markdown file: front matter, the words as quotations, notes between them.
///
/// Other programs may edit it. What is not understood is kept as it is.
struct ClippingFile: Hashable, Sendable {
  var source: ClipSource
  var clips: [Clip] = []
  /// Lines of the front matter that are not ours.
  var otherFields: [String] = []
  /// Text before the first quotation.
  var preface = ""

  /// The most clips of a story.
  static let most = 500

  init(_ source: ClipSource) { self.source = source }

  // MARK: Writing

  /// The file's text.
  var text: String {
    var lines = ["---", "headline: \(Self.quoted(source.headline))"]
    if !source.authors.isEmpty {
      lines.append("authors: [\(source.authors.map(Self.quoted).joined(separator: ", "))]")
    }
    let fields = [
      ("source", source.source), ("published", source.published),
      ("version", source.version.map(String.init)),
      ("url", source.url), ("library", source.library), ("path", source.path), ("story", "\(source.id)"),
    ]
    lines += fields.compactMap { name, value in
      value.flatMap { $0.isEmpty ? nil : "\(name): \(Self.quoted($0))" }
    }
    lines += otherFields + ["---", "", "# \(Writers.markdown(source.headline.squeezed))"]
    if !preface.isEmpty { lines += ["", preface] }
    for clip in clips {
      lines.append("")
      for (number, paragraph) in Self.paragraphs(clip.words).enumerated() {
        if number > 0 { lines.append(">") }
        lines.append("> " + Writers.markdown(paragraph))
      }
      let kept = clip.kept.map { ["kept: \(Timestamp(seconds: $0).iso8601)"] } ?? []
      lines += ["", "<!-- \((kept + ["place: \(clip.share)"]).joined(separator: ", ")) -->"]
      if !clip.note.isEmpty {
        lines.append("")
        lines += clip.note.split(separator: "\n", omittingEmptySubsequences: false).map(Self.guarded)
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func paragraphs(_ words: String) -> [String] {
    words.split(separator: "\n").map(\.squeezed).filter { !$0.isEmpty }
  }

  /// A value of the front matter, on one line.
  private static func quoted(_ text: String) -> String {
    "\"" + text.squeezed.map { "\"\\".contains($0) ? "\\\($0)" : String($0) }.joined() + "\""
  }

  /// A line of a note that must not be read as a quotation or a comment of ours.
  private static func guarded(_ line: Substring) -> String {
    line.hasPrefix(">") || line.hasPrefix("<!--") || line.hasPrefix("\\") ? "\\\(line)" : String(line)
  }

  // MARK: Reading

  /// Reads a file, whoever wrote it; nil if it does not name its story.
  init?(_ text: String) {
    // A carriage return and a line feed are one character.
    var lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
      .map(String.init)[...]
    guard lines.first?.trimmed == "---" else { return nil }
    lines.removeFirst()
    guard let end = lines.firstIndex(where: { $0.trimmed == "---" }) else { return nil }
    var fields: [String: String] = [:]
    var others: [String] = []
    for line in lines[..<end] {
      let name = line.prefix { $0 != ":" }.trimmed
      guard Self.names.contains(name), line.contains(":"), fields[name] == nil else {
        others.append(line)
        continue
      }
      fields[name] = line.drop { $0 != ":" }.dropFirst().trimmed
    }
    guard let id = fields["story"].map(Self.value).flatMap(StoryID.init) else { return nil }
    source = ClipSource(id: id, headline: fields["headline"].map(Self.value) ?? "")
    source.authors = fields["authors"].map(Self.list) ?? []
    source.source = fields["source"].map(Self.value)
    source.published = fields["published"].map(Self.value)
    source.version = fields["version"].map(Self.value).flatMap { Int($0) }
    source.url = fields["url"].map(Self.value)
    source.library = fields["library"].map(Self.value) ?? ""
    source.path = fields["path"].map(Self.value) ?? ""
    otherFields = others
    readBody(lines[(end + 1)...])
  }

  private static let names: Set<String> = [
    "headline", "authors", "source", "published", "version", "url", "library", "path", "story",
  ]

  private mutating func readBody(_ lines: ArraySlice<String>) {
    var notes: [String] = []
    var wasQuote = false
    var hasHeading = false
    func ended(_ lines: [String]) -> String {
      var lines = lines[...]
      while lines.first?.trimmed.isEmpty == true { lines.removeFirst() }
      while lines.last?.trimmed.isEmpty == true { lines.removeLast() }
      return lines.joined(separator: "\n")
    }
    func close(_ file: inout ClippingFile) {
      let note = ended(notes)
      if file.clips.isEmpty { file.preface = note } else { file.clips[file.clips.count - 1].note = note }
      notes = []
    }
    for line in lines {
      if line.hasPrefix(">") {
        let words = Self.plain(line.dropFirst().trimmed)
        if wasQuote {
          clips[clips.count - 1].words += "\n" + words
        } else {
          close(&self)
          clips.append(Clip(words: words))
        }
        wasQuote = true
        continue
      }
      wasQuote = false
      if clips.isEmpty, !hasHeading, line.hasPrefix("# ") {
        hasHeading = true
      } else if !clips.isEmpty, line.hasPrefix("<!--"), line.trimmed.hasSuffix("-->") {
        readFacts(line)
      } else {
        notes.append(line.hasPrefix("\\") ? String(line.dropFirst()) : line)
      }
    }
    close(&self)
    for index in clips.indices { clips[index].words = Self.joined(clips[index].words) }
    clips.removeAll { $0.words.isEmpty }
    clips = Array(clips.prefix(Self.most))
  }

  /// Lines of a quotation: an empty one parts paragraphs, others go on.
  private static func joined(_ words: String) -> String {
    var paragraphs: [[Substring]] = [[]]
    for line in words.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.isEmpty { paragraphs.append([]) } else { paragraphs[paragraphs.count - 1].append(line) }
    }
    return paragraphs.filter { !$0.isEmpty }.map { $0.joined(separator: " ") }.joined(separator: "\n\n")
  }

  /// Reads "<!-- kept: 2026-11-28T21:00:00Z, place: 0.4 -->".
  private mutating func readFacts(_ line: String) {
    let inner = line.trimmed.dropFirst(4).dropLast(3)
    for part in inner.split(separator: ",") {
      let (name, value) = (part.prefix { $0 != ":" }.trimmed, part.drop { $0 != ":" }.dropFirst().trimmed)
      switch name {
      case "kept": clips[clips.count - 1].kept = DateReading.read(value)?.seconds
      case "place":
        if let share = Double(value), share >= 0, share <= 1 { clips[clips.count - 1].share = share }
      default: break
      }
    }
  }

  /// A text without the backslashes before signs.
  private static func plain(_ text: String) -> String {
    var plain = ""
    var isEscaped = false
    for character in text {
      if character == "\\", !isEscaped {
        isEscaped = true
        continue
      }
      if isEscaped, !(character.isASCII && (character.isPunctuation || character.isSymbol)) { plain += "\\" }
      plain.append(character)
      isEscaped = false
    }
    return isEscaped ? plain + "\\" : plain
  }

  /// A value, with or without quotation marks.
  private static func value(_ text: String) -> String {
    guard text.count > 1, let mark = text.first, mark == "\"" || mark == "'", text.last == mark else {
      return text
    }
    let inner = text.dropFirst().dropLast()
    return mark == "\"" ? plain(String(inner)) : String(inner)
  }

  /// The values between brackets; a value alone is one.
  private static func list(_ text: String) -> [String] {
    guard text.hasPrefix("["), text.hasSuffix("]") else { return text.isEmpty ? [] : [value(text)] }
    var values: [String] = [""]
    var (isInside, isEscaped) = (false, false)
    for character in text.dropFirst().dropLast() {
      if character == ",", !isInside {
        values.append("")
        continue
      }
      if character == "\"", !isEscaped { isInside.toggle() }
      isEscaped = character == "\\" && !isEscaped
      values[values.count - 1].append(character)
    }
    return values.map { value($0.trimmed) }.filter { !$0.isEmpty }
  }
}
