internal import Stories
internal import Words

/// Turns one entry of a feed into a story.
struct FeedStory {
  let path: String
  let format: String
  let info: FeedInfo
  let entry: FeedEntry

  /// The longest standfirst, in characters; anything longer is text.
  static let standfirstLength = 600

  /// The story.
  var story: Story {
    if let own { return own }
    var story = Story(
      id: StoryID(content: fields), path: path, format: format, headline: entry.title?.headline ?? "")
    story.url = entry.link
    if let identifier {
      story.identifier = identifier
      story.id = StoryID(identifier: identifier)
    }
    story.bylines = entry.authors.isEmpty ? info.authors : entry.authors
    story.section = entry.section
    story.dateline = entry.dateline
    story.tags = tags
    story.wire.provider = entry.source ?? info.title
    story.wire.copyright = entry.rights ?? info.rights
    story.slugs = slugs
    takeDates(&story)
    takeText(&story)
    story.body += FeedMedia.blocks(of: entry.media, line: entry.line)
    takeRelated(&story)
    story.language = (story.language ?? entry.language ?? info.language).flatMap(LanguageTag.normal)
    var others = NamedTranslations(of: [entry.link, entry.guid])
    for (language, address) in entry.translations { others.add(address, language: language, base: nil) }
    story.translations = others.all
    story.finish(as: .item(isAlone: false), resorts: [entry.link, entry.guid, info.title], line: entry.line)
    return story
  }

  /// The story as newsroom exported it; nil for feeds by others.
  private var own: Story? {
    guard let record = entry.record else { return nil }
    let tree = HTMLParser.parse(entry.content?.value ?? "")
    let content = OwnMarkup.content(of: tree, below: tree.first("body", in: tree.root) ?? tree.root)
    return OwnMarkup.story(record, content: content, path: path, line: entry.line ?? 0, format: format)?
      .stories.first
  }

  // MARK: Identity

  /// The entry's identifier, made globally unique if it is unique only in its own feed.
  private var identifier: String? {
    if let guid = entry.guid, guid != info.home {
      guard !isAddress(guid), let key = info.key ?? entry.link else { return guid }
      return "\(key)#\(guid)"
    }
    guard let link = entry.link, link != info.home else { return nil }
    return link
  }

  /// Whether an identifier is an address of any kind ("https://…", "tag:…", "urn:uuid:…").
  private func isAddress(_ text: String) -> Bool {
    guard WebAddress.hasScheme(text), let colon = text.firstIndex(of: ":") else { return false }
    return text.index(after: colon) < text.endIndex && !text.contains(where: \.isWhitespace)
      && text.utf8.distance(from: text.startIndex, to: colon) > 1
  }

  /// What distinguishes an entry without identifier: title and date, and the text if one is missing.
  private var fields: [UInt8] {
    var parts = [info.key, entry.title?.headline, entry.published?.text]
    if parts[1] == nil || parts[2] == nil { parts += [entry.content?.value, entry.summary?.value] }
    parts.append(entry.words)
    if let address = entry.media.first?.address { parts.append(address) }
    return Array(parts.map { $0 ?? "" }.joined(separator: "\u{1F}").utf8)
  }

  /// Removes an identifier that another story also has.
  func disown(_ story: inout Story) {
    let own = [entry.guid, entry.link, story.headline].map { $0 ?? "" }.joined(separator: "\u{1F}")
    story.identifier = nil
    story.id = StoryID(content: Array(own.utf8) + fields)
  }

  /// The last part of the address, if it consists of words.
  private var slugs: [String] {
    guard let address = entry.link.flatMap({ WebAddress($0) }) else { return [] }
    let parts = address.path.split(separator: "/")
    guard let last = parts.last, last.utf8.count <= 200 else { return [] }
    let slug = last.lastIndex(of: ".").map { last[..<$0] } ?? last
    return slug.contains("-") && slug.contains(where: \.isLetter) ? [String(slug)] : []
  }

  // MARK: Description

  private var tags: [String] {
    var seen: Set<String> = []
    return entry.categories.filter { !$0.isEmpty && seen.insert($0.lowercased()).inserted }
  }

  private func takeDates(_ story: inout Story) {
    story.published = read(entry.published, &story)
    story.updated = read(entry.updated, &story)
  }

  private func read(_ date: FeedEntry.WrittenDate?, _ story: inout Story) -> Timestamp? {
    guard let date else { return nil }
    let moment = FeedDates.read(date.text)
    if moment == nil {
      story.problems.append(
        Problem(path: path, line: date.line, reason: "the date “\(date.text.prefix(60))” can't be read"))
    }
    return moment
  }

  // MARK: Related links

  private func takeRelated(_ story: inout Story) {
    for related in entry.related.prefix(100) where related.address != entry.link {
      let words = related.text.flatMap { $0.isEmpty ? nil : $0 } ?? related.address
      var reference = LinkTarget.reference(text: words, address: related.address, base: nil)
      reference.label = related.label
      reference.position = story.body.count
      story.references.append(reference)
    }
  }
}
