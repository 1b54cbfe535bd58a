internal import Stories

/// What a ninjs item says about itself.
///
/// Members of all versions are accepted together, in any case: `byline` and `by`, `person` and `people`,
/// `versioncreated` and `versionCreated`.
struct NinjsItem {
  let item: WireJSON

  init(_ item: WireJSON) {
    self.item = item
  }

  /// Whether it is news rather than an event or a plan (ninjs 3.0, "type").
  var isStory: Bool {
    let type = item["type"]?.text?.lowercased()
    if type == "event" || type == "planning" { return false }
    return type != nil || (item["eventdetails"] == nil && item["plannedcoverage"] == nil)
  }

  /// Whether it has anything worth listing: an identifier or words.
  func hasNews(_ found: WireItem) -> Bool {
    found.guid != nil || found.headline != nil || found.title != nil || !found.content.blocks.isEmpty
      || !found.standfirsts.isEmpty || !found.figures.isEmpty
  }

  func read(into found: inout WireItem) {
    found.guid = text("uri") ?? text("guid")
    found.title = text("title") ?? text("name")
    found.slugline = text("slugline")
    found.language = text("language")
    let dateline = item["dateline"]
    found.dateline =
      text("located") ?? dateline?["located"]?["city"]?.text ?? dateline?["text"]?.text ?? text("dateline")
    found.version = WireItem.versionNumber(text("version"))
    found.takeUrgency(text("urgency") ?? text("priority"))
    found.copyrightHolder = text("copyrightholder")
    found.copyrightNotice = text("copyrightnotice")
    found.usageTerms = [text("usageterms")].compactMap { $0 }
    found.notes = [text("ednote")].compactMap { $0 }
    found.firstCreated = date("firstcreated", &found) ?? date("firstpublished", &found)
    found.versionCreated = date("versioncreated", &found)
    found.contentCreated = date("contentcreated", &found)
    found.embargo = date("embargoed", &found) ?? date("embargoeduntil", &found)
    if let status = (text("pubstatus") ?? text("state")).flatMap(WireCodes.status) { found.status = status }
    found.isCorrection = ["corrected", "correction"].contains(text("state")?.lowercased())
    readHeadlines(into: &found)
    readPeople(into: &found)
    readSubjects(into: &found)
    readNames(into: &found)
    found.provider = provider
  }

  private func text(_ name: String) -> String? { item[name]?.text }

  /// The date of a member; an unreadable one was reported when the item was checked.
  private func date(_ name: String, _ found: inout WireItem) -> Timestamp? {
    text(name).flatMap { DateReading.read($0) }
  }

  // MARK: Headline and standfirst

  private func readHeadlines(into found: inout WireItem) {
    let lines = NinjsTexts(item, list: "headlines", family: "headline_")
    let isBelow = { (line: NinjsTexts.Line) in line.role.contains("sub") }
    let isMain = { (line: NinjsTexts.Line) in ["", "main", "headline", "title"].contains(line.role) }
    found.headline =
      text("headline") ?? (lines.all.first(where: isMain) ?? lines.all.first { !isBelow($0) })?.value
    found.headline = found.headline.map(HTMLFragment.words(of:))
    found.standfirsts += lines.all.filter(isBelow).map { HTMLFragment.words(of: $0.value) }
  }

  // MARK: People

  private func readPeople(into found: inout WireItem) {
    found.bylines = [text("byline") ?? text("by")].compactMap { $0 }.map(HTMLFragment.words(of:))
    // `authors` is not in the standard, but common (Superdesk).
    found.creators = (item["authors"]?.values ?? []).prefix(WireItem.most).compactMap {
      $0["name"]?.text ?? $0.text
    }
  }

  /// The provider: the named source of the information, else the holder of the rights.
  private var provider: String? {
    let sources = (item["infosource"] ?? item["infosources"])?.values ?? []
    let named = sources.first { source in
      let role = source["role"]?.text ?? source["rel"]?.text ?? ""
      return WireCodes.local(role).lowercased() == "provider"
    }
    return named?["name"]?.text ?? text("provider") ?? text("copyrightholder") ?? text("source")
  }

  // MARK: Subjects

  private static let kinds: [(names: [String], kind: WireItem.Subject.Kind)] = [
    (["subject", "subjects"], .topic), (["person", "people"], .person),
    (["organisation", "organisations", "organization", "organizations"], .organisation),
    (["place", "places"], .place),
    (["event", "events"], .event), (["object", "objects"], .object),
  ]

  private func readSubjects(into found: inout WireItem) {
    for (names, kind) in Self.kinds {
      for name in names {
        for value in (item[name]?.values ?? []).prefix(WireItem.most) {
          guard let subject = Self.subject(value, kind) else { continue }
          found.subjects.append(subject)
        }
      }
    }
    for value in ((item["genre"] ?? item["genres"])?.values ?? []).prefix(WireItem.most) {
      guard let genre = Self.subject(value, .topic), let word = genre.name ?? genre.code else { continue }
      if genre.isSection {
        found.section = found.section ?? word
      } else {
        found.genres.append(word)
      }
    }
    found.keywords = (item["keywords"]?.values ?? []).prefix(WireItem.most).compactMap(\.text)
    // Superdesk gives the desk in `service`, others in `section`.
    if found.section == nil {
      let desks = (item["service"] ?? item["anpa_category"])?.values ?? []
      found.section = text("section") ?? desks.lazy.compactMap { $0["name"]?.text }.first
    }
  }

  private static func subject(_ value: WireJSON, _ kind: WireItem.Subject.Kind) -> WireItem.Subject? {
    if value.members == nil { return value.text.map { WireItem.Subject(kind: kind, name: $0) } }
    let scheme = value["scheme"]?.text
    let address = value["uri"]?.text
    let code =
      WireCodes.code(scheme: scheme, code: value["code"]?.text ?? value["qcode"]?.text)
      ?? WireCodes.code(uri: address) ?? value["literal"]?.text
    let name = value["name"]?.text
    guard name != nil || code != nil else { return nil }
    let isSection = WireCodes.isSection(scheme: scheme) || WireCodes.isSection(scheme: address)
    return WireItem.Subject(kind: kind, name: name, code: code, isSection: isSection)
  }

  // MARK: Names and links

  private func readNames(into found: inout WireItem) {
    if let others = item["altids"] {
      let values = others.members?.list.map(\.value) ?? others.values.compactMap { $0["value"] ?? $0 }
      found.otherNames = values.prefix(40).compactMap(\.text)
    }
    if let earlier = text("evolvedfrom") {
      found.links.append(WireItem.Link(relation: "evolvedFrom", target: earlier))
    }
    for rendition in NinjsRendition.all(of: item) where rendition.type.hasPrefix("text/html") {
      found.url = found.url ?? rendition.address
    }
  }
}

/// The texts of which an item has several: headlines, descriptions, bodies.
struct NinjsTexts {
  struct Line {
    /// Its purpose ("main", "summary") or form ("xhtml"), in lower case.
    var role: String
    /// Its media type in lower case; empty if not given.
    var type: String
    var value: String
    var line: Int
  }

  private(set) var all: [Line] = []

  /// Collects the entries of a list (ninjs 2 and 3) and the members with this prefix (ninjs 1).
  init(_ item: WireJSON, list: String, family: String) {
    for entry in (item[list]?.values ?? []).prefix(WireItem.most) {
      let value = entry["value"]?.string ?? entry.string ?? ""
      guard !value.allSatisfy(\.isWhitespace) else { continue }
      all.append(
        Line(
          role: entry["role"]?.text?.lowercased() ?? "", type: entry["contenttype"]?.text?.lowercased() ?? "",
          value: value, line: entry.line))
    }
    for (name, value) in item.members?.list ?? [] where name.lowercased().hasPrefix(family) {
      guard let text = value.string, !text.allSatisfy(\.isWhitespace), all.count < WireItem.most else {
        continue
      }
      all.append(
        Line(
          role: String(name.lowercased().dropFirst(family.utf8.count)), type: "", value: text,
          line: value.line))
    }
  }
}

/// A file of the item: a picture in one size, a film in one encoding.
struct NinjsRendition {
  var address: String
  var type: String
  var width: Int

  /// All renditions that have an address.
  static func all(of item: WireJSON) -> [NinjsRendition] {
    guard let renditions = item["renditions"] else { return [] }
    let values = renditions.members?.list.map(\.value) ?? renditions.values
    return values.prefix(WireItem.most).compactMap { value in
      guard let address = value["href"]?.text else { return nil }
      let type = value["mimetype"]?.text ?? value["contenttype"]?.text ?? ""
      return NinjsRendition(address: address, type: type.lowercased(), width: value["width"]?.whole ?? 0)
    }
  }
}
