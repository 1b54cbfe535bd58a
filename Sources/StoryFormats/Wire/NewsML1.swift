internal import Stories

/// Walks a NewsML 1.0 to 1.2 document (IPTC, "NewsML 1.2 Functional Specification") from the envelope to its
/// stories.
struct NewsML1Reader {
  /// The deepest nesting of components.
  static let maximumDepth = 32

  let tree: MarkupTree
  let path: String
  private let topics: NewsML1Topics
  private(set) var stories: [Story] = []
  private(set) var problems: [Problem] = []

  init(tree: MarkupTree, path: String) {
    self.tree = tree
    self.path = path
    topics = NewsML1Topics(tree)
  }

  mutating func read() {
    // A news item inside a component of another is an item of its own.
    let items = tree.elements(of: tree.root, named: ["NewsItem"])
    if items.isEmpty { note("the document has no <NewsItem>, so it is empty", at: tree.root) }
    if items.count > NewsML.maximumItems {
      note("the document has more than \(NewsML.maximumItems) items; the others are left out", at: tree.root)
    }
    for item in items.prefix(NewsML.maximumItems) { readItem(item, isAlone: items.count == 1) }
  }

  private mutating func note(_ reason: String, at element: MarkupTree.Index) {
    let line = tree[element].line
    problems.append(Problem(path: path, line: line > 0 ? line : nil, reason: reason))
  }

  private mutating func readItem(_ root: MarkupTree.Index, isAlone: Bool) {
    var item = WireItem(path: path)
    let metadata = NewsML1Item(tree: tree, root: root, topics: topics)
    metadata.readItem(into: &item)
    if item.firstCreated == nil, item.versionCreated == nil {
      item.versionCreated = envelopeDate
    }
    guard let top = tree.child(of: root, named: "NewsComponent") else {
      if tree.child(of: root, named: "Update") != nil {
        note("the item contains only changes to an earlier revision, which are not applied", at: root)
      } else if tree.child(of: root, named: "TopicSet") == nil {
        note("the item has no <NewsComponent>, so it has no text", at: root)
      }
      return
    }
    let parts = NewsML1Content(tree: tree, topics: topics).parts(of: top)
    guard parts.count > 1 else {
      add(parts.first ?? top, to: item, isAlone: isAlone)
      return
    }
    readPackage(top, parts: parts, of: item, isAlone: isAlone)
  }

  /// Reads a package, whose components are stories and whose headline names the whole.
  private mutating func readPackage(
    _ top: MarkupTree.Index, parts: [MarkupTree.Index], of item: WireItem, isAlone: Bool
  ) {
    let own = item.guid ?? "\(path)#\(tree[top].line)"
    let reader = NewsML1Item(tree: tree, root: top, topics: topics)
    var whole = item
    reader.readComponent(top, into: &whole)
    var shared = WireItem(path: path)
    reader.readComponent(top, into: &shared, isLines: false)
    let isNamed = whole.headline != nil
    var links: [WireItem.Link] = []
    for (index, part) in parts.enumerated() {
      var inner = item
      inner.guid = "\(own)#\(tree[part][attribute: "Duid"] ?? "\(index + 1)")"
      inner.provider = shared.provider ?? item.provider
      inner.problems = index == 0 && !isNamed ? item.problems : []
      add(part, to: inner, sharing: shared, isAlone: false)
      if links.count < WireItem.most {
        links.append(
          WireItem.Link(relation: "", target: inner.guid ?? "", title: stories.last?.headline))
      }
    }
    guard isNamed else { return }
    whole.links += links
    stories.append(whole.story(format: "newsml", ordinal: stories.count, isAlone: isAlone))
  }

  /// Adds a story.
  ///
  /// - Parameter shared: what a package says about all its parts, used if the part does not say it.
  private mutating func add(
    _ component: MarkupTree.Index, to item: WireItem, sharing shared: WireItem? = nil, isAlone: Bool
  ) {
    var item = item
    NewsML1Item(tree: tree, root: component, topics: topics).readComponent(component, into: &item)
    if let shared { item.fill(from: shared) }
    NewsML1Content(tree: tree, topics: topics).read(component, into: &item)
    if item.content.blocks.isEmpty, item.figures.isEmpty, item.status != .canceled {
      item.note("the item has no text that can be read", line: tree[component].line)
    }
    stories.append(item.story(format: "newsml", ordinal: stories.count, isAlone: isAlone))
  }

  private var envelopeDate: Timestamp? {
    tree.element("NewsEnvelope", "DateAndTime", below: tree.root).flatMap {
      DateReading.read(tree.text(of: $0))
    }
  }
}

extension WireItem {
  /// Takes what another item says about both.
  fileprivate mutating func fill(from other: WireItem) {
    if creators.isEmpty { creators = other.creators }
    language = language ?? other.language
    section = section ?? other.section
    copyrightHolder = copyrightHolder ?? other.copyrightHolder
    contentCreated = contentCreated ?? other.contentCreated
    subjects += other.subjects
    genres += other.genres
    keywords += other.keywords
    usageTerms += other.usageTerms.filter { !usageTerms.contains($0) }
  }
}

/// Things that a document names once in its topic sets and then refers to by identifier.
struct NewsML1Topics {
  private var names: [String: String] = [:]
  private var kinds: [String: WireItem.Subject.Kind] = [:]

  init(_ tree: MarkupTree) {
    for topic in tree.elements(of: tree.root, named: ["Topic"]).prefix(5_000) {
      let described =
        tree.child(of: topic, named: "Description") ?? tree.child(of: topic, named: "FormalName")
      guard let name = described.map({ tree.text(of: $0) }), !name.isEmpty else { continue }
      let type = tree.child(of: topic, named: "TopicType").flatMap { tree[$0][attribute: "FormalName"] }
      let kind = WireItem.Subject.Kind(concept: type?.trimmedASCII.lowercased() ?? "")
      kinds[name] = kind == .topic ? nil : kind
      if let identifier = tree[topic][attribute: "Duid"] { names["#" + identifier] = name }
      if let code = tree.child(of: topic, named: "FormalName").map({ tree.text(of: $0) }), code != name {
        names[code] = name
      }
    }
  }

  /// The kind of thing whose name `name(of:)` returned.
  func kind(of name: String) -> WireItem.Subject.Kind { kinds[name] ?? .topic }

  /// The name of what an element refers to: its topic, else its formal name.
  func name(of node: MarkupTree.Node) -> String? {
    if let topic = node[attribute: "Topic"], let name = names[topic] { return name }
    guard let formal = node[attribute: "FormalName"]?.trimmedASCII, !formal.isEmpty else { return nil }
    return names[formal] ?? formal
  }
}
