internal import Stories

/// What a news item or package says about itself (NewsML-G2, "itemMeta", "contentMeta", "rightsInfo").
struct NewsMLItem {
  let tree: MarkupTree
  let root: MarkupTree.Index
  /// Names of concepts that the item defines in `assert`, by their code.
  private let asserted: [String: String]
  /// The nature of those concepts, if it is defined there.
  private let assertedTypes: [String: String]

  init(tree: MarkupTree, root: MarkupTree.Index) {
    self.tree = tree
    self.root = root
    var (asserted, types): ([String: String], [String: String]) = ([:], [:])
    for assert in tree.children(of: root, named: "assert").prefix(5_000) {
      guard let code = Self.code(of: assert, in: tree) else { continue }
      types[code] = Self.type(of: assert, in: tree)
      if let name = tree.child(of: assert, named: "name") { asserted[code] = tree.text(of: name) }
    }
    (self.asserted, assertedTypes) = (asserted, types)
  }

  func readMetadata(into item: inout WireItem) {
    item.guid = attribute("guid", root)
    item.version = WireItem.versionNumber(attribute("version", root))
    item.language = attribute("xml:lang", root)
    for metadata in tree.children(of: root, named: "contentMeta") { readContentMeta(metadata, into: &item) }
    for metadata in tree.children(of: root, named: "itemMeta") { readItemMeta(metadata, into: &item) }
    for rights in tree.children(of: root, named: "rightsInfo") { readRights(rights, into: &item) }
  }

  // MARK: Attributes

  private func attribute(_ name: String, _ element: MarkupTree.Index) -> String? {
    guard let value = tree[element][attribute: name]?.trimmedASCII, !value.isEmpty else { return nil }
    return value
  }

  private func words(_ element: MarkupTree.Index?) -> String? {
    guard let text = element.map({ tree.text(of: $0) }), !text.isEmpty else { return nil }
    return text
  }

  /// A concept's code: `qcode`, else the `uri` as a code, else a `literal`.
  private static func code(of element: MarkupTree.Index, in tree: MarkupTree) -> String? {
    let node = tree[element]
    if let code = node[attribute: "qcode"]?.trimmedASCII, !code.isEmpty { return code }
    if let code = WireCodes.code(uri: node[attribute: "uri"]) { return code }
    return node[attribute: "literal"]?.trimmedASCII
  }

  /// A concept's nature ("person", "geoArea"; IPTC NewsCodes, "Concept Nature"): an attribute, or a child
  /// element.
  private static func type(of element: MarkupTree.Index, in tree: MarkupTree) -> String? {
    let said = tree[element][attribute: "type"] ?? tree[element][attribute: "typeuri"]
    let code = said ?? tree.child(of: element, named: "type").flatMap { Self.code(of: $0, in: tree) }
    return code.map { WireCodes.local($0).lowercased() }
  }

  /// A concept's name: in the item's language if there are several, else as asserted elsewhere in the item.
  private func name(of element: MarkupTree.Index, language: String?) -> String? {
    let names = tree.children(of: element, named: "name")
    let own = language.map { $0.prefix { $0 != "-" }.lowercased() }
    let fitting = names.first { name in
      guard let own, let tag = attribute("xml:lang", name) else { return false }
      return tag.prefix { $0 != "-" }.lowercased() == own
    }
    return words(fitting ?? names.first) ?? Self.code(of: element, in: tree).flatMap { asserted[$0] }
  }

  // MARK: itemMeta

  private func readItemMeta(_ metadata: MarkupTree.Index, into item: inout WireItem) {
    for child in tree.elementChildren(of: metadata) {
      let line = tree[child].line
      switch tree[child].name {
      case "provider":
        let code = Self.code(of: child, in: tree)
        item.provider = item.provider ?? name(of: child, language: item.language) ?? code.map(WireCodes.local)
      case "versionCreated": item.versionCreated = item.date(words(child), of: "<versionCreated>", line: line)
      case "firstCreated": item.firstCreated = item.date(words(child), of: "<firstCreated>", line: line)
      case "embargoed": item.embargo = item.date(words(child), of: "<embargoed>", line: line)
      case "pubStatus": readStatus(child, into: &item)
      case "title": item.title = item.title ?? words(child)
      case "edNote": if let note = words(child) { item.notes.append(note) }
      case "link": readLink(child, into: &item)
      case "altId": if let name = attribute("id", child) ?? words(child) { item.otherNames.append(name) }
      default: continue
      }
    }
    readSignals(metadata, into: &item)
  }

  private func readStatus(_ element: MarkupTree.Index, into item: inout WireItem) {
    guard let code = Self.code(of: element, in: tree) else { return }
    if let status = WireCodes.status(code) {
      item.status = status
    } else {
      item.note("“\(code.prefix(60))” is not an IPTC publishing status", line: tree[element].line)
    }
  }

  /// Takes a correction from a signal, if no note says so.
  private func readSignals(_ metadata: MarkupTree.Index, into item: inout WireItem) {
    for signal in tree.children(of: metadata, named: "signal") {
      let code = Self.code(of: signal, in: tree).map(WireCodes.local) ?? ""
      guard ["correction", "corrected"].contains(code.lowercased()) else { continue }
      item.isCorrection = true
      if item.notes.isEmpty { item.notes.append("Correction") }
    }
  }

  private func readLink(_ link: MarkupTree.Index, into item: inout WireItem) {
    let relation = attribute("rel", link) ?? attribute("reluri", link) ?? ""
    let address = attribute("href", link)
    let isPage = attribute("contenttype", link)?.lowercased().hasPrefix("text/html") ?? false
    if isPage, WireCodes.local(relation).lowercased() == "altrep", item.url == nil, let address {
      item.url = address
      return
    }
    guard let target = attribute("residref", link) ?? address, item.links.count < WireItem.most else {
      return
    }
    let title = tree.child(of: link, named: "headline") ?? tree.child(of: link, named: "title")
    item.links.append(WireItem.Link(relation: relation, target: target, title: words(title)))
  }

  // MARK: contentMeta

  private func readContentMeta(_ metadata: MarkupTree.Index, into item: inout WireItem) {
    var byline: [String] = []
    for child in tree.elementChildren(of: metadata) {
      let line = tree[child].line
      switch tree[child].name {
      case "urgency": item.takeUrgency(words(child))
      case "contentCreated": item.contentCreated = item.date(words(child), of: "<contentCreated>", line: line)
      case "headline": readHeadline(child, into: &item)
      case "subheadline", "subHeadline": item.standfirsts += [words(child)].compactMap { $0 }
      case "slugline": item.slugline = item.slugline ?? words(child)
      case "dateline": item.dateline = words(child)
      case "by": byline += [words(child)].compactMap { $0 }
      case "creditline": item.creditLine = words(child)
      case "creator":
        if let name = name(of: child, language: item.language) ?? attribute("literal", child) {
          item.creators.append(name)
        }
      case "language": item.language = attribute("tag", child) ?? item.language
      case "keyword": item.keywords += [words(child)].compactMap { $0 }
      case "genre": readGenre(child, into: &item)
      case "subject": readSubject(child, into: &item)
      case "altId": if let name = attribute("id", child) ?? words(child) { item.otherNames.append(name) }
      default: continue
      }
    }
    item.bylines = byline
    if item.dateline == nil, let located = tree.child(of: metadata, named: "located") {
      item.dateline = name(of: located, language: item.language)
    }
  }

  /// Reads a headline; the first is the main one, unless its role makes it a subordinate one.
  private func readHeadline(_ headline: MarkupTree.Index, into item: inout WireItem) {
    guard let text = words(headline) else { return }
    let role = WireCodes.local(attribute("role", headline) ?? "").lowercased()
    if role.contains("sub") {
      item.standfirsts.append(text)
    } else if item.headline == nil || role == "main" {
      item.headline = text
    }
  }

  private func readGenre(_ genre: MarkupTree.Index, into item: inout WireItem) {
    let code = Self.code(of: genre, in: tree)
    guard let word = name(of: genre, language: item.language) ?? code else { return }
    if isSection(genre) {
      item.section = item.section ?? word
    } else {
      item.genres.append(word)
    }
  }

  private func isSection(_ element: MarkupTree.Index) -> Bool {
    let code = attribute("qcode", element)
    let alias = code.flatMap { $0.firstIndex(of: ":").map { end in String(code?[..<end] ?? "") } }
    return WireCodes.isSection(scheme: alias) || WireCodes.isSection(scheme: attribute("type", element))
      || WireCodes.isSection(scheme: attribute("uri", element))
  }

  private func readSubject(_ subject: MarkupTree.Index, into item: inout WireItem) {
    guard item.subjects.count < WireItem.most else { return }
    let code = Self.code(of: subject, in: tree)
    let type = Self.type(of: subject, in: tree) ?? code.flatMap { assertedTypes[$0] }
    item.subjects.append(
      WireItem.Subject(
        kind: type.map(WireItem.Subject.Kind.init(concept:)) ?? .topic,
        name: name(of: subject, language: item.language), code: code,
        isSection: isSection(subject)))
  }

  // MARK: rightsInfo

  private func readRights(_ rights: MarkupTree.Index, into item: inout WireItem) {
    if let holder = tree.child(of: rights, named: "copyrightHolder"), item.copyrightHolder == nil {
      item.copyrightHolder = name(of: holder, language: item.language) ?? attribute("literal", holder)
    }
    if item.copyrightNotice == nil {
      item.copyrightNotice = words(tree.child(of: rights, named: "copyrightNotice"))
    }
    item.usageTerms += tree.children(of: rights, named: "usageTerms").compactMap(words)
  }
}
