internal import Stories

/// Makes a story of one record.
struct RecordStory {
  let record: JSONRecord
  let fields: RecordFields
  let path: String
  let offset: Int
  let line: Int
  /// The format whose record it is.
  var format = "jsonl"
  /// The text, where it stands beside the record and not in it.
  var given: HTMLFragment.Content?

  /// The story; a problem where the record has neither headline nor text.
  func reading(content: ArraySlice<UInt8>) -> Reading {
    var story = Story(
      id: StoryID(content: content), path: path, ordinal: offset, format: format, headline: "")
    let address = text(.url).flatMap { WebAddress($0)?.text }
    story.url = address
    let base = isOurs ? nil : address.flatMap { WebAddress($0) }
    if let identifier = identifier ?? address {
      story.identifier = identifier
      story.id = StoryID(identifier: identifier)
    }
    addText(to: &story, base: base)
    story.headline = text(.headline).map(plain) ?? ""
    guard !story.headline.isEmpty || !story.body.isEmpty else {
      return Reading(problems: [
        Problem(path: path, line: line, reason: "the record has neither headline nor text")
      ])
    }
    fill(&story)
    story.finish(as: .item(isAlone: false), line: line)
    return Reading(stories: [story])
  }

  private func fill(_ story: inout Story) {
    if let standfirst = text(.standfirst).map(plain),
      isOurs || (standfirst != story.headline && !story.text.hasPrefix(standfirst.prefix(60)))
    {
      story.standfirst = standfirst
    }
    story.bylines = Self.names(record.value(fields.paths(of: .bylines)))
    story.dateline = text(.dateline)
    story.section = strings(.section).first
    story.tags = strings(.tags)
    story.published = date(.published, &story)
    story.updated = date(.updated, &story)
    story.language = text(.language)
    story.wire.provider = record.value(fields.paths(of: .provider)).flatMap { $0.text ?? $0["name"]?.text }
    if isOurs { OwnRecord(record: record).complete(&story) }
    if let image = text(.image).flatMap({ WebAddress($0)?.text }) {
      story.body.insert(Block(.figure(caption: [], source: image)), at: 0)
    }
  }

  /// Whether `newsroom export` wrote the record, so that every word is meant as it stands.
  var isOurs: Bool { record.value([["generator"]])?.text == "newsroom" }

  /// An identity of its own: an id that is a name everywhere, or one made so by where the record says it is from.
  private var identifier: String? {
    guard let id = text(.id) else { return nil }
    if isOurs || id.utf8.count >= 16 || id.contains(":") { return id }
    // A short number is an id in its own file only.
    return "\(text(.provider) ?? FileNames.title(of: path)) \(id)"
  }

  private func addText(to story: inout Story, base: WebAddress?) {
    if let given { return story.append(given) }
    let html = text(.html)
    let plain = record.value(fields.paths(of: .text)).map { value in
      value.text ?? value.strings.joined(separator: "\n\n")
    }
    if let html {
      story.append(HTMLFragment.read(html, base: base))
    } else if let plain, HTMLFragment.looksLikeHTML(plain), plain.hasBytes(of: "</") {
      story.append(HTMLFragment.read(plain, base: base))
    } else if let plain {
      story.body = Self.paragraphs(plain)
    }
  }

  /// Paragraphs of plain text: parted by blank lines, or by every line end where there are no blank lines.
  private static func paragraphs(_ text: String) -> [Block] {
    let decoded = CharacterReferences.decoded(text)
    if decoded.hasBytes(of: "\n\n") || !decoded.hasBytes(of: "\n") { return HTMLFragment.plain(decoded) }
    return decoded.utf8.split(separator: 0x0A).map { MarkupTree.collapsed(Substring($0)) }.filter {
      !$0.isEmpty
    }
    .map { Block(.paragraph([Inline($0)])) }
  }

  private func text(_ field: RecordFields.Field) -> String? {
    let value = record.value(fields.paths(of: field))
    return value?.text ?? value?.strings.first
  }

  private func strings(_ field: RecordFields.Field) -> [String] {
    guard let value = record.value(fields.paths(of: field)) else { return [] }
    if let text = value.text {
      // One text with commas is a list, unless it reads as a phrase.
      guard !isOurs else { return [text] }
      let parts = text.split { $0 == "," || $0 == ";" || $0 == "|" }.map(MarkupTree.collapsed).filter {
        !$0.isEmpty
      }
      return field == .tags ? parts : [text]
    }
    return value.list.compactMap { $0.text ?? $0["name"]?.text ?? $0["label"]?.text }
  }

  private func date(_ field: RecordFields.Field, _ story: inout Story) -> Timestamp? {
    guard let value = record.value(fields.paths(of: field)) else { return nil }
    if case .number(let number) = value { return Self.moment(number) }
    guard let text = value.text ?? value["$date"]?.text else { return nil }
    if text.utf8.count >= 9, let number = Double(text) { return Self.moment(number) }
    let date = DateReading.read(text)
    if date == nil {
      story.problems.append(
        Problem(path: path, line: line, reason: "the date “\(text.prefix(60))” can't be read"))
    }
    return date
  }

  /// A POSIX time in seconds, or in milliseconds where it would lie past the year 5138 otherwise.
  private static func moment(_ number: Double) -> Timestamp? {
    let seconds = abs(number) >= 1e11 ? number / 1000 : number
    guard let whole = Int64(exactly: seconds.rounded(.down)), abs(whole) < 100_000_000_000 else { return nil }
    return Timestamp(seconds: whole)
  }

  private static func names(_ value: JSONValue?) -> [String] {
    guard let value else { return [] }
    if let text = value.text { return TextBylines.names(in: text) ?? [text] }
    return value.list.compactMap { $0.text ?? $0["name"]?.text }.filter { WebAddress($0) == nil }
  }

  private func plain(_ text: String) -> String {
    isOurs ? text : HTMLFragment.words(of: text)
  }
}
