internal import Stories

/// Reads a `nitf` element, by itself or inside another item (NITF 3.6 documentation, IPTC).
///
/// What the outer item already says takes precedence: it describes this version, while the inner text may be
/// older.
struct NITFReader {
  let tree: MarkupTree
  let root: MarkupTree.Index

  /// Reads the text and fills in what is not known yet.
  ///
  /// - Parameter isInner: whether another item contains the text, so that missing parts are no fault.
  func read(into item: inout WireItem, isInner: Bool) {
    let head = tree.child(of: root, named: "head")
    let body = tree.child(of: root, named: "body")
    let bodyHead = body.flatMap { tree.child(of: $0, named: "body.head") }
    if let bodyHead { readBodyHead(bodyHead, into: &item) }
    if let head { readHead(head, into: &item) }
    if item.language == nil { item.language = attribute("xml:lang", root) }
    guard let body else {
      if !isInner { item.note("the document has no <body>", line: tree[root].line) }
      return
    }
    let content = tree.child(of: body, named: "body.content")
    if content == nil, !isInner, item.status != .canceled {
      item.note("the document has no <body.content>, so it has no text", line: tree[body].line)
    }
    let text = NITFText(tree: tree)
    item.append(text.content(of: content.map { tree[$0].children } ?? looseText(of: body)))
    if let end = tree.child(of: body, named: "body.end") {
      item.append(text.content(of: tree[end].children))
    }
    if !isInner, item.headline == nil, head.flatMap({ tree.child(of: $0, named: "title") }) == nil {
      item.note("the document has neither <hedline> nor <title>", line: tree[root].line)
    }
  }

  /// The content of a body without `body.content`.
  private func looseText(of body: MarkupTree.Index) -> [MarkupTree.Index] {
    tree[body].children.filter { !["body.head", "body.end"].contains(tree[$0].name) }
  }

  private func attribute(_ name: String, _ element: MarkupTree.Index?) -> String? {
    guard let value = element.flatMap({ tree[$0][attribute: name] })?.trimmedASCII, !value.isEmpty else {
      return nil
    }
    return value
  }

  private func words(_ element: MarkupTree.Index?) -> String? {
    guard let text = element.map({ tree.text(of: $0) }), !text.isEmpty else { return nil }
    return text
  }

  // MARK: The head of the text

  private func readBodyHead(_ head: MarkupTree.Index, into item: inout WireItem) {
    let inside = Set(["hl1", "hl2"])
    let lines = tree.children(of: head, named: "hedline").flatMap { tree.elements(of: $0, named: inside) }
    let headlines = lines.filter { tree[$0].name == "hl1" }.compactMap(words)
    if item.headline == nil { item.headline = headlines.first }
    if item.standfirsts.isEmpty {
      item.standfirsts = lines.filter { tree[$0].name == "hl2" }.compactMap(words)
      item.standfirsts += tree.children(of: head, named: "abstract").compactMap(words)
    }
    if item.bylines.isEmpty {
      item.bylines = tree.children(of: head, named: "byline").compactMap(byline)
    }
    if let dateline = tree.child(of: head, named: "dateline") { readDateline(dateline, into: &item) }
    if let name = words(tree.child(of: head, named: "distributor")), item.provider == nil {
      item.provider = name
    }
    for note in tree.children(of: head, named: "note") {
      guard let text = words(note) else { continue }
      // `noteclass="cpyrt"` is a line of rights; all other notes are for the desk.
      if attribute("noteclass", note) == "cpyrt" {
        if item.copyrightNotice == nil { item.copyrightNotice = text }
      } else {
        item.notes.append(text)
      }
    }
    readRights(tree.child(of: head, named: "rights"), into: &item)
  }

  /// A byline without jobs and places; only the job if it has nothing else.
  private func byline(_ element: MarkupTree.Index) -> String? {
    let people = tree.elements(of: element, named: ["person"]).compactMap(words)
    if !people.isEmpty { return "By " + people.joined(separator: ", ") }
    return words(outside: ["byttl", "location", "virtloc"], of: element)
      ?? words(tree.child(of: element, named: "byttl"))
  }

  /// The text of an element without that of some of its children.
  private func words(outside names: Set<String>, of element: MarkupTree.Index) -> String? {
    let parts = tree[element].children.filter { !names.contains(tree[$0].name) }.map { tree.rawText(of: $0) }
    var text = MarkupTree.collapsed(parts.joined())
    while text.hasSuffix(",") { text.removeLast() }
    return text.isEmpty ? nil : text
  }

  private func readDateline(_ dateline: MarkupTree.Index, into item: inout WireItem) {
    if item.dateline == nil {
      item.dateline =
        words(tree.child(of: dateline, named: "location")) ?? words(outside: ["story.date"], of: dateline)
    }
    guard let date = tree.child(of: dateline, named: "story.date"), item.contentCreated == nil else { return }
    // The written date ("Monday") is for readers; only the normalised one is a date.
    item.contentCreated = item.date(attribute("norm", date), of: "<story.date>", line: tree[date].line)
  }

  private func readRights(_ rights: MarkupTree.Index?, into item: inout WireItem) {
    guard let rights else { return }
    if item.copyrightNotice == nil {
      item.copyrightNotice = words(outside: ["rights.limitations"], of: rights)
    }
    if item.usageTerms.isEmpty {
      item.usageTerms = tree.children(of: rights, named: "rights.limitations").compactMap(words)
    }
  }

  // MARK: The head of the document

  private func readHead(_ head: MarkupTree.Index, into item: inout WireItem) {
    if item.title == nil { item.title = words(tree.child(of: head, named: "title")) }
    var metas: [String: String] = [:]
    for meta in tree.children(of: head, named: "meta") {
      guard let name = attribute("name", meta), let value = attribute("content", meta) else { continue }
      if metas.count < 200 { metas[name.lowercased()] = value }
    }
    if item.slugline == nil { item.slugline = metas["slugline"] ?? metas["slug"] }
    // The outer item's subjects are better.
    if item.subjects.isEmpty {
      for object in tree.children(of: head, named: "tobject") { readSubjects(object, into: &item) }
      for data in tree.children(of: head, named: "docdata") {
        for content in tree.children(of: data, named: "identified-content") {
          readIdentified(content, into: &item)
        }
      }
    }
    for data in tree.children(of: head, named: "docdata") { readDocdata(data, into: &item) }
    for data in tree.children(of: head, named: "pubdata") { readPubdata(data, into: &item) }
    readRevisions(tree.children(of: head, named: "revision-history"), into: &item)
    if item.section == nil {
      item.section = metas["section"] ?? metas["desk"] ?? metas["dsk"] ?? metas["ressort"]
    }
    if item.section == nil { item.section = fixture(in: head) ?? broadSubject(in: head) }
    if item.url == nil { item.url = metas["url"] ?? metas["canonical"] }
  }

  private func readDocdata(_ data: MarkupTree.Index, into item: inout WireItem) {
    var isEmbargoed = false
    if let status = attribute("management-status", data) {
      isEmbargoed = status.lowercased() == "embargoed"
      if isEmbargoed {
        item.status = .usable
      } else if let known = WireCodes.status(status) {
        item.status = known
      } else {
        item.note("management-status=\"\(status.prefix(60))\" is not a NITF status", line: tree[data].line)
      }
    }
    if let other = attribute("management-doc-idref", data) {
      item.links.append(WireItem.Link(relation: "previousVersion", target: other))
    }
    var released: Timestamp?
    for child in tree.elementChildren(of: data) {
      let line = tree[child].line
      switch tree[child].name {
      case "doc-id":
        if item.guid == nil { item.guid = attribute("id-string", child) }
        if item.creditLine == nil { item.creditLine = attribute("regsrc", child) }
      case "urgency": item.takeUrgency(attribute("ed-urg", child))
      case "date.issue":
        if item.firstCreated == nil {
          item.firstCreated = item.date(attribute("norm", child), of: "<date.issue>", line: line)
        }
      case "date.release": released = item.date(attribute("norm", child), of: "<date.release>", line: line)
      case "du-key":
        if item.version == nil {
          item.version =
            WireItem.versionNumber(attribute("version", child))
            ?? WireItem.versionNumber(attribute("generation", child))
        }
        if item.slugline == nil { item.slugline = attribute("key", child) }
        if let key = attribute("key", child) { item.otherNames.append(key) }
      case "ed-msg", "correction":
        if tree[child].name == "correction" { item.isCorrection = true }
        if let info = attribute("info", child) ?? words(child) { item.notes.append(info) }
      case "doc.copyright":
        if item.copyrightHolder == nil { item.copyrightHolder = copyright(child) }
        if item.provider == nil { item.provider = attribute("holder", child) }
      case "doc.rights":
        if let limits = attribute("limitations", child), item.usageTerms.isEmpty {
          item.usageTerms = [limits]
        }
      case "evloc":
        // Where it happened: the most specific place that has a name.
        let place = ["city", "county-dist", "state-prov"].lazy.compactMap { attribute($0, child) }.first
        if let name = words(child) ?? place, item.subjects.count < WireItem.most {
          item.subjects.append(WireItem.Subject(kind: .place, name: name))
        }
      case "key-list":
        item.keywords += tree.children(of: child, named: "keyword").compactMap { attribute("key", $0) }
      default: continue
      }
    }
    takeRelease(released, isEmbargoed: isEmbargoed, into: &item)
  }

  /// Takes a release later than the issue as embargo; without an issue it is the date.
  private func takeRelease(_ released: Timestamp?, isEmbargoed: Bool, into item: inout WireItem) {
    guard let released else {
      // An embargo without an end withholds the text.
      if isEmbargoed, item.embargo == nil { item.status = .withheld }
      return
    }
    if isEmbargoed, item.embargo == nil { item.embargo = released }
    guard let issued = item.firstCreated else {
      item.firstCreated = released
      return
    }
    if released.seconds > issued.seconds, item.embargo == nil { item.embargo = released }
  }

  private func copyright(_ element: MarkupTree.Index) -> String? {
    guard let holder = attribute("holder", element) else { return nil }
    // Some files have the whole date instead of the year.
    let year = attribute("year", element).map { String($0.prefix(4)) }
    return [year, holder].compactMap { $0 }.joined(separator: " ")
  }

  private func readPubdata(_ data: MarkupTree.Index, into item: inout WireItem) {
    if item.section == nil { item.section = attribute("position.section", data) }
    if item.url == nil { item.url = attribute("ex-ref", data) }
    if item.firstCreated == nil {
      item.firstCreated = item.date(
        attribute("date.publication", data), of: "<pubdata>", line: tree[data].line)
    }
  }

  private func readRevisions(_ revisions: [MarkupTree.Index], into item: inout WireItem) {
    guard item.versionCreated == nil else { return }
    for revision in revisions.prefix(WireItem.most) {
      let date = item.date(
        attribute("norm", revision), of: "<revision-history>", line: tree[revision].line)
      if let date, date > item.versionCreated ?? date || item.versionCreated == nil {
        item.versionCreated = date
      }
    }
  }

  // MARK: Subjects

  private func readSubjects(_ object: MarkupTree.Index, into item: inout WireItem) {
    for child in tree.elementChildren(of: object) {
      switch tree[child].name {
      case "tobject.property":
        if let type = attribute("tobject.property.type", child) { item.genres.append(type) }
      case "tobject.subject":
        guard item.subjects.count < WireItem.most else { return }
        // The most specific word is the subject; the others name its branches.
        let name =
          attribute("tobject.subject.detail", child) ?? attribute("tobject.subject.matter", child)
          ?? attribute("tobject.subject.type", child)
        let number = attribute("tobject.subject.refnum", child)
        let code = number.map { $0.hasPrefix("20") ? "medtop:\($0)" : "subj:\($0)" }
        if name == nil, code == nil { continue }
        item.subjects.append(WireItem.Subject(name: name, code: code))
      default: continue
      }
    }
  }

  private func readIdentified(_ content: MarkupTree.Index, into item: inout WireItem) {
    let kinds: [String: WireItem.Subject.Kind] = [
      "person": .person, "org": .organisation, "location": .place, "event": .event, "object.title": .object,
    ]
    for child in tree.elementChildren(of: content).prefix(WireItem.most) {
      if let kind = kinds[tree[child].name] {
        guard let name = words(child) ?? attribute("value", child) else { continue }
        item.subjects.append(WireItem.Subject(kind: kind, name: name))
      } else if tree[child].name == "classifier", let word = words(child) ?? attribute("value", child) {
        let isSection = WireCodes.isSection(scheme: attribute("type", child))
        item.subjects.append(WireItem.Subject(name: word, isSection: isSection))
      }
    }
  }

  private func fixture(in head: MarkupTree.Index) -> String? {
    attribute("fix-id", tree.element("docdata", "fixture", below: head))
  }

  private func broadSubject(in head: MarkupTree.Index) -> String? {
    attribute("tobject.subject.type", tree.element("tobject", "tobject.subject", below: head))
  }
}
