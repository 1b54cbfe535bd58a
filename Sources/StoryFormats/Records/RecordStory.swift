internal import Stories

/// Turns one record into a story.
struct RecordStory {
  let record: JSONRecord
  let fields: RecordFields
  let path: String
  let offset: Int
  let line: Int
  /// The format of the record.
  var format = "jsonl"
  /// Whether it is the only record in its file.
  var isAlone = false
  /// The text, if it is outside the record.
  var given: HTMLFragment.Content?

  /// The story; a problem if the record has neither headline nor text.
  func reading(content: ArraySlice<UInt8>) -> Reading {
    var story = Story(
      id: StoryID(content: content), path: path, place: .byte(offset), format: format, headline: "")
    let address = record.values(of: .url).lazy.compactMap(Self.address).first
    story.url = address
    let base = isOurs ? nil : address.flatMap { WebAddress($0) }
    if let identifier = identifier ?? address {
      story.identifier = identifier
      story.id = StoryID(identifier: identifier)
    }
    story.headline = text(.headline).map(plain) ?? ""
    addText(to: &story, base: base)
    if story.body.isEmpty, !isOurs { addSpareText(to: &story, content: content, base: base) }
    guard !story.headline.isEmpty || !story.body.isEmpty else { return Reading(problems: story.problems) }
    fill(&story)
    story.finish(as: .item(isAlone: isAlone), line: line)
    return Reading(stories: [story])
  }

  private func fill(_ story: inout Story) {
    if story.standfirst == nil, let standfirst = text(.standfirst).map(plain),
      isOurs || isNew(standfirst, in: story)
    {
      story.standfirst = standfirst
    }
    story.bylines =
      record.values(of: .bylines).lazy.map { RecordPeople.names(in: $0) }.first { !$0.isEmpty } ?? []
    if isOurs { story.bylines = record["authors"]?.strings ?? [] }
    story.dateline =
      record.values(of: .dateline).lazy.compactMap { strings(in: $0, splits: false).first }.first
    // "Rubrik" means headline in Swedish and section in German.
    story.section = strings(.section).first { isOurs || $0 != story.headline }
    story.tags = strings(.tags)
    story.people = names(.people)
    story.places = names(.places)
    story.organisations = names(.organisations)
    if !isOurs { addKinds(of: record["keywords"], to: &story) }
    story.published = date(.published, &story)
    story.updated = date(.updated, &story)
    story.language = text(.language)
    story.wire.provider =
      record.values(of: .provider).lazy.compactMap { $0.text ?? $0.member("name")?.text }.first
    if isOurs { OwnRecord(record: record).complete(&story) }
    if let image = record.values(of: .image).lazy.compactMap(Self.address).first {
      story.body.insert(Block(.figure(caption: [], source: image)), at: 0)
    }
  }

  /// Whether `newsroom export` wrote the record, so that every word is meant literally.
  var isOurs: Bool { record.isOurs }

  /// Its identifier: an id that is globally unique, or one made unique with the record's source.
  private var identifier: String? {
    guard let id = text(.id) else { return nil }
    if isOurs || id.utf8.count >= 16 || id.contains(":") { return id }
    // A short number is an id only within its file.
    return "\(text(.provider) ?? FileNames.title(of: path)) \(id)"
  }

  private static func address(_ value: JSONValue) -> String? {
    value.words.flatMap { WebAddress($0)?.text }
      ?? value.list.lazy.compactMap { $0.member("url")?.text.flatMap { WebAddress($0)?.text } }.first
  }

  // MARK: Text

  private func addText(to story: inout Story, base: WebAddress?) {
    if let given { return story.append(given) }
    let html = record.values(of: .html).lazy.compactMap(\.words).first
    if isOurs, let html { return story.append(HTMLFragment.read(html, base: base)) }
    let texts = record.values(of: .text)
    let plain = texts.lazy.map { content(of: $0, base: base) }.first { !$0.blocks.isEmpty }
    let marked = html.flatMap { plain != nil && Self.isPage($0) ? nil : HTMLFragment.read($0, base: base) }
    // The longer of the two is the complete text.
    if let plain, plain.length > 2 * (marked?.length ?? 0) {
      story.append(plain)
    } else if let marked {
      story.append(marked)
    }
  }

  /// Whether HTML is a whole page, which has more than the text.
  private static func isPage(_ html: String) -> Bool {
    let start = html.prefix(600).lowercased()
    return start.hasBytes(of: "<html") || start.hasBytes(of: "<!doctype")
  }

  private func content(of value: JSONValue, base: WebAddress?) -> HTMLFragment.Content {
    if let text = value.text { return RecordBlocks.content(of: text, base: base) }
    let blocks = RecordBlocks(value, base: base).content
    if blocks.blocks.isEmpty, let words = value.words { return RecordBlocks.content(of: words, base: base) }
    return blocks
  }

  /// Adds a substitute for a text without a known name: the standfirst, else the longest member that reads as
  /// prose.
  private func addSpareText(to story: inout Story, content bytes: ArraySlice<UInt8>, base: WebAddress?) {
    let standfirst = text(.standfirst).flatMap { plain($0) == story.headline || plain($0).isEmpty ? nil : $0 }
    if let standfirst, !record.hasUnknownMembers {
      return story.append(RecordBlocks.content(of: standfirst, base: base))
    }
    let guess = RecordGuess(bytes, fields: fields)
    if let name = guess.name {
      story.append(content(of: guess.value, base: base))
      let reason =
        "the text is taken from the longest field, “\(name)”; [jsonl] in newsroom.toml can name another"
      story.problems.append(Problem(path: path, line: line, reason: reason))
      return
    }
    if let standfirst { return story.append(RecordBlocks.content(of: standfirst, base: base)) }
    let names = guess.members.prefix(20).joined(separator: ", ") + (guess.members.count > 20 ? ", …" : "")
    let reason =
      guess.members.isEmpty
      ? "the record has neither a headline nor text"
      : "no text found in the fields \(names); name the right one in [jsonl] in newsroom.toml"
    story.problems.append(Problem(path: path, line: line, reason: reason))
  }

  /// Whether a standfirst differs from the headline and the beginning of the text.
  private func isNew(_ standfirst: String, in story: Story) -> Bool {
    standfirst != story.headline
      && !MarkupTree.collapsed(story.text.prefix(2_000)).hasPrefix(standfirst.prefix(60))
  }

  // MARK: Fields

  private func text(_ field: RecordFields.Field) -> String? {
    record.values(of: field).lazy.compactMap(\.words).first
  }

  private func strings(_ field: RecordFields.Field) -> [String] {
    record.values(of: field).lazy.map { strings(in: $0, splits: field == .tags) }.first { !$0.isEmpty } ?? []
  }

  /// The texts of a value; bare numbers are keys into a table that is missing here.
  private func strings(in value: JSONValue, splits: Bool) -> [String] {
    switch value {
    case .string:
      guard let text = value.text else { return [] }
      // A text with commas is a list of tags, unless newsroom wrote it.
      guard splits, !isOurs else { return [text] }
      return text.split { $0 == "," || $0 == ";" || $0 == "|" }.map(MarkupTree.collapsed)
        .filter { !$0.isEmpty && Int($0) == nil }
    case .array(let values): return values.prefix(1_000).flatMap { strings(in: $0, splits: false) }
    case .object:
      return ["value", "name", "label", "webTitle", "title", "term", "text", "rendered"].lazy
        .compactMap { name in value.member(name).flatMap { if case .string = $0 { $0.text } else { nil } } }
        .prefix(1).map { $0 }
    case .number, .bool, .null: return []
    }
  }

  /// Names of people, places or organisations; newsroom's own records use only the first name of the field.
  private func names(_ field: RecordFields.Field) -> [String] {
    if isOurs { return record[field.rawValue]?.strings ?? [] }
    let values = record.values(of: field).lazy.map { value in
      // GDELT adds a position in the text to each name: "Ida Lund,112;Per Holm,400".
      strings(in: value, splits: false).flatMap { $0.split(separator: ";") }.map {
        let parts = $0.split(separator: ",", omittingEmptySubsequences: false)
        let isPlaced =
          parts.count == 2 && !parts[1].isEmpty && parts[1].allSatisfy { $0.isASCII && $0.isNumber }
        return MarkupTree.collapsed(isPlaced ? parts[0] : $0)
      }.filter { !$0.isEmpty && Double($0) == nil }
    }
    return values.first { !$0.isEmpty }?.uniqued ?? []
  }

  /// Adds the New York Times's keywords, which give their kind: `{"name": "persons", "value": "Holm, Per"}`.
  private func addKinds(of keywords: JSONValue?, to story: inout Story) {
    for keyword in keywords?.list.prefix(1_000) ?? [] {
      guard let kind = keyword.member("name")?.text, let word = keyword.member("value")?.text else {
        continue
      }
      switch kind {
      case "persons" where !story.people.contains(word): story.people.append(word)
      case "glocations" where !story.places.contains(word): story.places.append(word)
      case "organizations" where !story.organisations.contains(word): story.organisations.append(word)
      case "persons", "glocations", "organizations": break
      default: continue
      }
      story.tags.removeAll { $0 == word }
    }
  }

  private func date(_ field: RecordFields.Field, _ story: inout Story) -> Timestamp? {
    if let date = record.moment(of: field) { return date }
    if let text = record.values(of: field).lazy.compactMap(\.text).first {
      story.problems.append(
        Problem(path: path, line: line, reason: "the date “\(text.prefix(60))” can't be read"))
    }
    return nil
  }

  private func plain(_ text: String) -> String {
    isOurs ? text : HTMLFragment.words(of: text)
  }
}

extension HTMLFragment.Content {
  /// The length of its text, in bytes.
  fileprivate var length: Int { blocks.reduce(0) { $0 + $1.text.utf8.count } }
}
