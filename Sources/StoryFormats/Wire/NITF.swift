public import Stories

/// The News Industry Text Format of the IPTC (NITF 3.0 to 3.6): one story a file.
public struct NITF: StoryFormat {
  /// "nitf".
  public let name = "nitf"
  /// For `newsroom formats`.
  public let summary = "agency stories in the IPTC's News Industry Text Format (NITF 3)"
  /// The ending that NITF files have to themselves; others come as .xml.
  public let fileExtensions = ["nitf"]
  /// Captions within lists and tables, since 2.
  public let edition = "3"
  /// Words between tags.
  public let writing = SourceWriting.markup

  /// The address of the namespace that NITF has had since 3.3; files without it are taken as well.
  static let namespace = "http://iptc.org/std/NITF/2006-10-18/"

  /// Makes the format.
  public init() {}

  /// Whether the outermost element is `nitf`.
  public func recognises(_ source: Source) -> Bool {
    guard let root = XMLRoot(source.bytes) else { return false }
    return root.name == "nitf" && (root.namespace.isEmpty || root.namespace == Self.namespace)
  }

  /// Reads the story.
  public func read(_ source: Source) -> Reading {
    let document = XMLParser.parse(XMLDecoding.decode(source.bytes).text)
    var problems: [Problem] = []
    if let error = document.error {
      problems.append(Problem(path: source.path, line: error.line, reason: error.reason))
    }
    guard let tree = document.tree else { return Reading(problems: problems) }
    guard tree[tree.root].name == "nitf" else {
      let found = tree[tree.root].name.prefix(60)
      problems.append(
        Problem(
          path: source.path, line: tree[tree.root].line,
          reason: "the outermost element is <\(found)>, not <nitf>"))
      return Reading(problems: problems)
    }
    var item = WireItem(path: source.path)
    NITFReader(tree: tree, root: tree.root).read(into: &item, isInner: false)
    return Reading(stories: [item.story(format: name)], problems: problems)
  }
}
