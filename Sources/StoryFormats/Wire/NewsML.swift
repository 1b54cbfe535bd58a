public import Stories

/// The IPTC's NewsML, G2 (2.0 to 2.35) and 1.0 to 1.2: news items, packages, and messages with many of them.
///
/// Concept, knowledge, planning and catalogue items are not stories; they are read but give none.
public struct NewsML: StoryFormat {
  /// "newsml".
  public let name = "newsml"
  /// The line for `newsroom formats`.
  public let summary = "agency items, packages and messages in the IPTC's NewsML-G2 and NewsML 1"
  /// Raised whenever items are read differently.
  public let edition = "3"
  /// None: the items come as .xml.
  public let fileExtensions: [String] = []
  /// How the words are written: between tags.
  public let writing = SourceWriting.markup

  /// The namespace of all items of the family.
  static let namespace = "http://iptc.org/std/nar/2006-10-01/"
  /// Items about things, plans and schemes rather than news.
  static let otherItems: Set<String> = ["conceptItem", "knowledgeItem", "planningItem", "catalogItem"]
  /// The most items of one message.
  static let maximumItems = 20_000

  /// Makes the format.
  public init() {}

  /// Whether the root element is one of the family's items.
  public func recognises(_ source: Source) -> Bool {
    guard let root = XMLRoot(source.bytes) else { return false }
    let isItem =
      ["newsItem", "packageItem", "newsMessage"].contains(root.name) || Self.otherItems.contains(root.name)
    if root.name == "NewsML" { return true }
    return isItem && (root.namespace.isEmpty || root.namespace == Self.namespace)
  }

  /// Reads the stories.
  public func read(_ source: Source) -> Reading {
    let document = XMLParser.parse(XMLDecoding.decode(source.bytes).text)
    var reading = Reading()
    if let error = document.error {
      reading.problems.append(Problem(path: source.path, line: error.line, reason: error.reason))
    }
    guard let tree = document.tree else { return reading }
    if tree[tree.root].name == "NewsML" {
      var reader = NewsML1Reader(tree: tree, path: source.path)
      reader.read()
      reading.stories = reader.stories
      reading.problems += reader.problems
      return reading
    }
    var reader = NewsMLReader(tree: tree, path: source.path)
    reader.read()
    reading.stories = reader.stories
    reading.problems += reader.problems
    return reading
  }
}

/// Walks a document from message to items.
struct NewsMLReader {
  let tree: MarkupTree
  let path: String
  private(set) var stories: [Story] = []
  private(set) var problems: [Problem] = []

  init(tree: MarkupTree, path: String) {
    self.tree = tree
    self.path = path
  }

  mutating func read() {
    let root = tree.root
    switch tree[root].name {
    case "newsItem", "packageItem": readItem(root, isAlone: true, message: nil)
    case "newsMessage": readMessage(root)
    case let name where NewsML.otherItems.contains(name): return
    case let name:
      note("the outermost element is <\(name.prefix(60))>, which is not a NewsML-G2 item", at: root)
    }
  }

  private mutating func note(_ reason: String, at element: MarkupTree.Index) {
    let line = tree[element].line
    problems.append(Problem(path: path, line: line > 0 ? line : nil, reason: reason))
  }

  private mutating func readMessage(_ message: MarkupTree.Index) {
    let header = tree.child(of: message, named: "header")
    if header == nil { note("the message has no <header>", at: message) }
    let sets = tree.children(of: message, named: "itemSet")
    if sets.isEmpty { note("the message has no <itemSet>, so it is empty", at: message) }
    let items = sets.flatMap { tree.elementChildren(of: $0) }
    if items.count > NewsML.maximumItems {
      note("the message has more than \(NewsML.maximumItems) items; the others are left out", at: message)
    }
    let stories = items.prefix(NewsML.maximumItems).filter {
      ["newsItem", "packageItem"].contains(tree[$0].name)
    }
    for item in stories { readItem(item, isAlone: stories.count == 1, message: header) }
  }

  private mutating func readItem(_ root: MarkupTree.Index, isAlone: Bool, message: MarkupTree.Index?) {
    var item = WireItem(path: path)
    NewsMLRules(tree: tree).check(root, into: &item)
    let reader = NewsMLItem(tree: tree, root: root)
    reader.readMetadata(into: &item)
    if let message { Self.fill(&item, from: message, in: tree) }
    if tree[root].name == "packageItem" {
      NewsMLPackage(tree: tree, root: root).read(into: &item)
      // A package without a name of its own is only the order of other stories.
      guard item.headline != nil || item.title != nil else {
        problems += item.problems
        return
      }
    } else {
      NewsMLContent(tree: tree, root: root).read(into: &item)
    }
    stories.append(item.story(format: "newsml", ordinal: stories.count, isAlone: isAlone))
  }

  /// Takes what the message says about all its items, unless the item says it itself.
  private static func fill(_ item: inout WireItem, from header: MarkupTree.Index, in tree: MarkupTree) {
    if let priority = tree.child(of: header, named: "priority") { item.takeUrgency(tree.text(of: priority)) }
    guard item.firstCreated == nil, item.versionCreated == nil, item.contentCreated == nil,
      let sent = tree.child(of: header, named: "sent")
    else { return }
    item.versionCreated = DateReading.read(tree.text(of: sent))
  }
}
