public import Stories

/// The IPTC's News Industry Text Format (NITF 3.0 to 3.6): one story per file.
public struct NITF: StoryFormat {
  /// "nitf".
  public let name = "nitf"
  /// The line for `newsroom formats`.
  public let summary = "agency stories in the IPTC's News Industry Text Format (NITF 3)"
  /// The extension of NITF files; others come as .xml.
  public let fileExtensions = ["nitf"]
  /// Raised whenever files are read differently.
  public let edition = "3"
  /// How the words are written: between tags.
  public let writing = SourceWriting.markup

  /// The namespace of NITF since 3.3; files without it are accepted too.
  static let namespace = "http://iptc.org/std/NITF/2006-10-18/"

  /// Makes the format.
  public init() {}

  /// Whether the root element is `nitf`.
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
