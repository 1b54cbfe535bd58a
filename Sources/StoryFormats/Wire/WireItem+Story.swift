internal import Stories
internal import Words

extension WireItem {
  /// The most tags, bylines, links or figures of a story.
  static let most = 500

  /// The story; its headline is never empty.
  ///
  /// - Parameter isAlone: whether it is the only one in its file, whose name then also names the story.
  func story(format: String, ordinal: Int = 0, isAlone: Bool = true) -> Story {
    var story = Story(
      id: StoryID(content: []), path: path, place: .item(ordinal), format: format, headline: "")
    story.body = content.blocks + figures.prefix(Self.most)
    story.references = content.references
    story.problems = problems
    story.headline = words(headline) ?? words(title).map { $0.cutAtWord(over: 120, to: 120) } ?? ""
    setStandfirst(of: &story)
    dropRepeatedHeadline(of: &story)
    story.bylines = Self.unique(bylines.isEmpty ? creators.flatMap(Self.name) : bylines.flatMap(Self.names))
    story.dateline = words(dateline).map(Self.place).flatMap { $0.isEmpty ? nil : $0 }
    story.section =
      words(section) ?? subjects.lazy.filter(\.isSection).compactMap { $0.name ?? $0.code }.first
    story.tags = tags(without: story.section)
    story.people = names(of: .person)
    story.places = names(of: .place)
    story.organisations = names(of: .organisation)
    story.published = firstCreated ?? versionCreated ?? contentCreated
    story.updated = versionCreated
    story.wire = wire
    setNames(of: &story, isAlone: isAlone)
    addLinks(to: &story)
    story.language = words(language)
    story.finish(as: .item(isAlone: isAlone), resorts: [slugline])
    return story
  }

  private var wire: Wire {
    var wire = Wire()
    wire.status = status
    wire.version = version
    wire.embargo = embargo
    wire.urgency = urgency
    wire.slugline = words(slugline)
    wire.provider = words(provider) ?? words(copyrightHolder) ?? words(creditLine)
    let notice = words(copyrightNotice) ?? words(copyrightHolder).map { "© " + $0 }
    wire.copyright = Self.sentences(([notice] + usageTerms.map(words)).compactMap { $0 })
    wire.notes = Self.unique(notes.compactMap(words))
    wire.isCorrection =
      isCorrection || words(headline).map(Correction.begins) == true
      || wire.notes.contains(where: Correction.begins)
    return wire
  }

  // MARK: Headline and standfirst

  private func setStandfirst(of story: inout Story) {
    let lines = standfirsts.compactMap(words).filter { !TextMarks.saysTheSame($0, story.headline) }
    guard let standfirst = Self.sentences(Self.unique(lines)) else { return }
    // A description often repeats the beginning of the text.
    let start = standfirst.prefix(60)
    let isBeginning = story.body.prefix(3).contains { block in
      if case .figure = block.kind { false } else { block.text.hasPrefix(start) }
    }
    if !isBeginning { story.standfirst = standfirst }
  }

  private func dropRepeatedHeadline(of story: inout Story) {
    guard let first = story.body.first, words(headline) != nil else { return }
    switch first.kind {
    case .heading, .paragraph:
      guard story.body.count > 1, TextMarks.saysTheSame(first.text, story.headline),
        first.references.isEmpty
      else { return }
      story.body.removeFirst()
    default: return
    }
  }

  // MARK: Names

  /// The names in a byline.
  static func names(in line: String) -> [String] {
    let text = MarkupTree.collapsed(String(line.prefix(1_000)))
    guard !text.isEmpty else { return [] }
    let names = TextBylines.names(in: text) ?? TextBylines.split(text)
    guard let first = names.first else { return [text] }
    // "Staff Reporters" after a name is their job.
    return [first] + names.dropFirst().filter { !isRole($0) }
  }

  private static func isRole(_ name: String) -> Bool {
    let roles: Set<String> = [
      "reporter", "reporters", "correspondent", "correspondents", "editor", "editors", "writer", "writers",
      "journalist", "journalister", "redakteur", "korrespondent", "redaktør", "redaktör",
    ]
    return name.split(separator: " ").last.map { roles.contains($0.lowercased()) } ?? false
  }

  private static func name(_ creator: String) -> [String] {
    let text = MarkupTree.collapsed(String(creator.prefix(1_000)))
    return text.isEmpty ? [] : TextBylines.names(in: text) ?? [text]
  }

  /// A dateline without the dash after it.
  private static func place(_ dateline: String) -> String {
    var place = Substring(dateline)
    while let last = place.last, "-–—,:".contains(last) || last.isWhitespace { place.removeLast() }
    return String(place)
  }

  private func setNames(of story: inout Story, isAlone: Bool) {
    let guid = words(guid)
    if let guid {
      story.identifier = guid
      story.id = StoryID(identifier: guid)
    } else {
      let said = [story.headline, story.published.map { "\($0.seconds)" } ?? "", story.text]
      story.id = StoryID(content: said.joined(separator: "\u{0}").utf8)
    }
    story.url = words(url).flatMap { WebAddress($0)?.text } ?? guid.flatMap { WebAddress($0)?.text }
    let names = ([guid] + otherNames.map(words)).compactMap { $0 }
    story.slugs = Self.unique(names)
  }

  // MARK: Tags and links

  /// Its subjects except people, places and organisations, which are kept apart.
  private func tags(without section: String?) -> [String] {
    var tags: [String] = []
    for kind in [Subject.Kind.topic, .event, .object] { tags += names(of: kind) }
    tags += (genres + keywords).compactMap(words)
    return Self.unique(tags).filter { $0 != section }
  }

  private func names(of kind: Subject.Kind) -> [String] {
    Self.unique(
      subjects.filter { $0.kind == kind && !$0.isSection }.compactMap { words($0.name) ?? words($0.code) })
  }

  private func addLinks(to story: inout Story) {
    var seen: Set<String> = []
    var others = NamedTranslations(of: [guid, url] + otherNames)
    for link in links {
      guard story.references.count < Self.most, let target = words(link.target), target != guid,
        seen.insert(target).inserted
      else { continue }
      var reference = Self.reference(to: target, text: words(link.title) ?? target)
      reference.label = Self.label(for: link.relation)
      reference.position = story.body.count
      story.references.append(reference)
      if Self.isTranslation(link.relation), let target = reference.target {
        others.add(Translation(language: nil, naming: reference.naming, target: target))
      }
    }
    story.translations = others.all
  }

  /// Whether a relation is between an item and its translation: "irel:translatedFrom", "translationOf",
  /// "hasTranslation".
  private static func isTranslation(_ relation: String) -> Bool {
    WireCodes.local(relation).lowercased().hasBytes(of: "translat")
  }

  /// A reference to an item by its guid or its address.
  static func reference(to target: String, text: String) -> Reference {
    let address = WebAddress(target)
    return Reference(
      kind: .story, text: text, target: address?.text ?? target, naming: address == nil ? .slug : .url)
  }

  /// The words that announce a link, by the other item's relation (IPTC NewsCodes, "Item Relation").
  private static func label(for relation: String) -> String {
    let name = relation.lowercased()
    if name.contains("previous") || name.contains("replaces") { return "PREVIOUS VERSION" }
    if name.contains("evolve") || name.contains("derived") { return "FOLLOWS" }
    if isTranslation(relation) {
      return name.contains("from") || name.contains("of") ? "TRANSLATED FROM" : "TRANSLATION"
    }
    if name.contains("altrep") { return "ALSO AS" }
    return "READ MORE"
  }

  // MARK: Words

  /// A text with spaces collapsed; nil if nothing is left.
  private func words(_ text: String?) -> String? {
    guard let text else { return nil }
    let tidy = MarkupTree.collapsed(text)
    return tidy.isEmpty ? nil : tidy
  }

  /// Texts joined, each ending as a sentence.
  private static func sentences(_ texts: [String]) -> String? {
    var line = ""
    for text in texts {
      if !line.isEmpty { line += line.last.map { ".!?…:".contains($0) } == true ? " " : ". " }
      line += text
    }
    return line.isEmpty ? nil : line
  }

  private static func unique(_ texts: [String]) -> [String] {
    var seen: Set<String> = []
    var kept: [String] = []
    for text in texts where kept.count < most && !text.isEmpty && seen.insert(text).inserted {
      kept.append(text)
    }
    return kept
  }
}

extension Block {
  /// The references in a paragraph or heading.
  fileprivate var references: [Int] {
    switch kind {
    case .paragraph(let inlines), .heading(_, let inlines): inlines.compactMap(\.reference)
    default: []
    }
  }
}
