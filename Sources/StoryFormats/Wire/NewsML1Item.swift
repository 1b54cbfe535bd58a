internal import Stories

/// What an item or a component of NewsML 1 says about itself.
struct NewsML1Item {
  let tree: MarkupTree
  let root: MarkupTree.Index
  let topics: NewsML1Topics

  private func words(_ element: MarkupTree.Index?) -> String? {
    guard let text = element.map({ tree.text(of: $0) }), !text.isEmpty else { return nil }
    return text
  }

  /// The meaning of the first child of that name.
  private func formal(_ name: String, in element: MarkupTree.Index) -> String? {
    tree.child(of: element, named: name).flatMap { topics.name(of: tree[$0]) ?? words($0) }
  }

  // MARK: Identification and management

  func readItem(into item: inout WireItem) {
    if let identification = tree.child(of: root, named: "Identification") {
      readIdentifier(in: identification, into: &item)
      item.slugline = words(tree.child(of: identification, named: "NameLabel"))
    }
    guard let management = tree.child(of: root, named: "NewsManagement") else { return }
    for child in tree.elementChildren(of: management) {
      let line = tree[child].line
      switch tree[child].name {
      case "FirstCreated": item.firstCreated = item.date(words(child), of: "<FirstCreated>", line: line)
      case "ThisRevisionCreated":
        item.versionCreated = item.date(words(child), of: "<ThisRevisionCreated>", line: line)
      case "Status": readStatus(child, in: management, into: &item)
      case "Urgency", "Priority": item.takeUrgency(tree[child][attribute: "FormalName"] ?? words(child))
      case "DerivedFrom", "AssociatedWith": readLink(child, into: &item)
      case "Instruction":
        if let note = words(child) ?? topics.name(of: tree[child]) { item.notes.append(note) }
      default: continue
      }
    }
  }

  /// Reads the item's name without its revision, which is its version: all revisions are one story.
  private func readIdentifier(in identification: MarkupTree.Index, into item: inout WireItem) {
    guard let identifier = tree.child(of: identification, named: "NewsIdentifier") else {
      item.note("<Identification> has no <NewsIdentifier>", line: tree[identification].line)
      return
    }
    let parts = ["ProviderId", "DateId", "NewsItemId"].map { words(tree.child(of: identifier, named: $0)) }
    item.provider = parts[0]
    item.version = WireItem.versionNumber(words(tree.child(of: identifier, named: "RevisionId")))
    let whole = words(tree.child(of: identifier, named: "PublicIdentifier"))
    if let whole { item.otherNames.append(whole) }
    if parts.allSatisfy({ $0 != nil }) {
      item.guid = "urn:newsml:" + parts.compactMap { $0 }.joined(separator: ":")
    } else {
      item.guid = whole
    }
  }

  private func readStatus(
    _ status: MarkupTree.Index, in management: MarkupTree.Index, into item: inout WireItem
  ) {
    guard let name = tree[status][attribute: "FormalName"] else { return }
    if name.lowercased() == "embargoed" {
      let change = tree.child(of: management, named: "StatusWillChange")
      let moment = change.flatMap { tree.child(of: $0, named: "DateAndTime") }
      item.embargo = item.date(words(moment), of: "<StatusWillChange>", line: tree[status].line)
      // An embargo without an end withholds the text.
      if item.embargo == nil { item.status = .withheld }
    } else if let known = WireCodes.status(name) {
      item.status = known
    } else {
      item.note("“\(name.prefix(60))” is not a NewsML status", line: tree[status].line)
    }
  }

  private func readLink(_ link: MarkupTree.Index, into item: inout WireItem) {
    guard let target = tree[link][attribute: "NewsItem"]?.trimmedASCII, !target.isEmpty,
      item.links.count < WireItem.most
    else { return }
    let relation = tree[link].name == "DerivedFrom" ? "derived" : ""
    item.links.append(
      WireItem.Link(relation: relation, target: Self.withoutRevision(target), title: words(link)))
  }

  /// The name of an item without its revision: `urn:newsml:provider:date:id:2U` without its end.
  static func withoutRevision(_ name: String) -> String {
    let parts = name.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 6, name.lowercased().hasPrefix("urn:newsml:"), parts[5].first?.isNumber == true
    else {
      return name
    }
    return parts.dropLast().joined(separator: ":")
  }

  // MARK: Components

  /// Reads what a component says, where nothing is known yet.
  ///
  /// - Parameter isLines: whether its lines are those above this text, including headline and byline.
  func readComponent(_ component: MarkupTree.Index, into item: inout WireItem, isLines: Bool = true) {
    if isLines, let lines = tree.child(of: component, named: "NewsLines") { readLines(lines, into: &item) }
    if let metadata = tree.child(of: component, named: "AdministrativeMetadata") {
      item.provider = party("Provider", in: metadata) ?? item.provider
      if item.creators.isEmpty, let creator = party("Creator", in: metadata), creator != item.provider {
        item.creators = [creator]
      }
    }
    if let metadata = tree.child(of: component, named: "DescriptiveMetadata") {
      readDescription(metadata, into: &item)
    }
    if let rights = tree.child(of: component, named: "RightsMetadata") { readRights(rights, into: &item) }
    if item.language == nil { item.language = tree.inherited("xml:lang", at: component) }
  }

  private func party(_ role: String, in metadata: MarkupTree.Index) -> String? {
    tree.child(of: metadata, named: role).flatMap { formal("Party", in: $0) }
  }

  func readLines(_ lines: MarkupTree.Index, into item: inout WireItem) {
    let hadHeadline = item.headline != nil
    var bylines: [String] = []
    for child in tree.elementChildren(of: lines) {
      guard let text = words(child) else { continue }
      switch tree[child].name {
      case "HeadLine":
        // A second headline is for another edition of the text, or continues the first.
        if item.headline == nil {
          item.headline = text
        } else if !hadHeadline {
          item.standfirsts.append(text)
        }
      case "SubHeadLine": if !hadHeadline { item.standfirsts.append(text) }
      case "ByLine": bylines.append(text)
      case "ByLineTitle": continue
      case "DateLine": item.dateline = item.dateline ?? WireText.place(inDateline: text)
      case "CreditLine": item.creditLine = item.creditLine ?? text
      case "CopyrightLine": item.copyrightNotice = item.copyrightNotice ?? text
      case "RightsLine": if !item.usageTerms.contains(text) { item.usageTerms.append(text) }
      case "SlugLine": item.slugline = text
      case "KeywordLine":
        item.keywords += text.split { ",;/".contains($0) }.map { $0.trimmedASCII }.filter { !$0.isEmpty }
      case "SeriesLine": item.notes.append(text)
      case "NewsLine": readLine(child, into: &item)
      default: item.note("<\(tree[child].name.prefix(60))> is not a NewsML line", line: tree[child].line)
      }
    }
    if item.bylines.isEmpty { item.bylines = bylines }
  }

  /// Reads a line of the provider's own kind: a line below the headline, or a note to the desk.
  private func readLine(_ line: MarkupTree.Index, into item: inout WireItem) {
    guard let text = words(tree.child(of: line, named: "NewsLineText")) else { return }
    let type = formal("NewsLineType", in: line)?.lowercased() ?? ""
    let isStandfirst = ["summary", "abstract", "lead", "deck", "subhead", "teaser", "kicker", "catchline"]
      .contains {
        type.contains($0)
      }
    if isStandfirst { item.standfirsts.append(text) } else { item.notes.append(text) }
  }

  private func readDescription(_ metadata: MarkupTree.Index, into item: inout WireItem) {
    for child in tree.elementChildren(of: metadata).prefix(WireItem.most) {
      let name = topics.name(of: tree[child])
      switch tree[child].name {
      case "Language": item.language = item.language ?? name
      case "Genre": if let name { item.genres.append(name) }
      case "SubjectCode": readSubjects(child, into: &item)
      case "Subject", "SubjectMatter", "SubjectDetail": addSubject(child, into: &item)
      case "Location": readLocation(child, into: &item)
      case "TopicOccurrence":
        if let name { item.subjects.append(WireItem.Subject(kind: topics.kind(of: name), name: name)) }
      case "DateLineDate":
        item.contentCreated =
          item.contentCreated ?? item.date(words(child), of: "<DateLineDate>", line: tree[child].line)
      case "Property":
        guard let name, let value = tree[child][attribute: "Value"]?.trimmedASCII, !value.isEmpty else {
          continue
        }
        if WireCodes.isSection(scheme: name) { item.section = item.section ?? value }
        if name.lowercased() == "keyword" { item.keywords.append(value) }
      default: continue
      }
    }
  }

  private func readSubjects(_ code: MarkupTree.Index, into item: inout WireItem) {
    // The most specific implies the others.
    let kinds = ["SubjectDetail", "SubjectMatter", "Subject"]
    let found = kinds.lazy.map { tree.children(of: code, named: $0) }.first { !$0.isEmpty }
    for subject in found ?? [] { addSubject(subject, into: &item) }
  }

  private func addSubject(_ subject: MarkupTree.Index, into item: inout WireItem) {
    guard let name = topics.name(of: tree[subject]) else { return }
    let isCode = name.allSatisfy { $0.isASCII && $0.isNumber }
    item.subjects.append(WireItem.Subject(name: isCode ? nil : name, code: isCode ? "subj:" + name : nil))
  }

  private func readLocation(_ location: MarkupTree.Index, into item: inout WireItem) {
    var names = [topics.name(of: tree[location])]
    for property in tree.children(of: location, named: "Property") {
      let kind = tree[property][attribute: "FormalName"]?.lowercased() ?? ""
      let isName = ["city", "country", "countryname", "countryarea", "place", "region", "sublocation"]
        .contains(kind)
      if isName { names.append(tree[property][attribute: "Value"]) }
    }
    // Countries are often given by their codes.
    for name in names.compactMap({ $0 }).prefix(10)
    where name.contains(where: \.isLetter) && (name.count > 3 || name != name.uppercased()) {
      item.subjects.append(WireItem.Subject(kind: .place, name: name))
    }
  }

  private func readRights(_ rights: MarkupTree.Index, into item: inout WireItem) {
    for copyright in tree.children(of: rights, named: "Copyright").prefix(1) where item.copyrightHolder == nil
    {
      let parts = ["CopyrightDate", "CopyrightHolder"].compactMap {
        words(tree.child(of: copyright, named: $0))
      }
      if !parts.isEmpty { item.copyrightHolder = parts.joined(separator: " ") }
    }
    for usage in tree.children(of: rights, named: "UsageRights").prefix(20) {
      guard let limits = words(tree.child(of: usage, named: "Limitations")) else { continue }
      if !item.usageTerms.contains(limits) { item.usageTerms.append(limits) }
    }
  }
}
