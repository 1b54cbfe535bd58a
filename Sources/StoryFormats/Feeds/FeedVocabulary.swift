/// The vocabularies of elements in feeds.
///
/// Feeds declare namespaces with a missing slash, in the wrong case, or not at all. So addresses are
/// recognised by what all spellings share, and undeclared prefixes by their usual meaning.
struct FeedVocabulary {
  /// The namespace of the root element; whatever it is, it is the feed's own.
  private let own: String
  private var known: [String: String] = [:]

  init(own: String) {
    self.own = own
  }

  /// The element's name in lower case with its vocabulary's usual prefix: "title", "dc:creator",
  /// "media:group".
  ///
  /// RSS and Atom have no prefix, since each may appear in the other; nil for elements of other vocabularies.
  mutating func name(of node: MarkupTree.Node) -> String? {
    // An undeclared prefix is part of the name.
    if let colon = node.name.utf8.firstIndex(of: UInt8(ascii: ":")) {
      let prefix = node.name[..<colon].lowercased()
      let name = node.name[node.name.index(after: colon)...].lowercased()
      if Self.corePrefixes.contains(prefix) { return name }
      return Self.prefixes.contains(prefix) ? "\(prefix):\(name)" : nil
    }
    guard let prefix = prefix(of: node.namespace) else { return nil }
    let isLower = node.name.utf8.allSatisfy { $0 >= 0x61 && $0 <= 0x7A }
    let name = isLower ? node.name : node.name.lowercased()
    return prefix.isEmpty ? name : "\(prefix):\(name)"
  }

  private static let corePrefixes: Set<String> = ["rss", "atom", "a", "a10", "atom10"]
  private static let prefixes: Set<String> = [
    "dc", "dcterms", "newsroom", "content", "media", "itunes", "xhtml", "feedburner", "prism", "rdf", "app",
  ]

  private mutating func prefix(of namespace: String) -> String? {
    if namespace == own || namespace.isEmpty { return "" }
    if let prefix = known[namespace] { return prefix == "-" ? nil : prefix }
    let prefix = Self.prefix(of: namespace.lowercased())
    known[namespace] = prefix ?? "-"
    return prefix
  }

  /// The usual prefix of a namespace in lower case; empty for RSS and Atom, nil for unknown ones.
  static func prefix(of address: String) -> String? {
    if isAtom(address) || isRSS(address) { return "" }
    return marks.first { address.hasBytes(of: $0.mark) }?.prefix
  }

  private static let marks: [(mark: String, prefix: String)] = [
    ("purl.org/rss/1.0/modules/content", "content"), ("purl.org/dc/terms", "dcterms"),
    ("purl.org/dc/", "dc"), ("search.yahoo.com/mrss", "media"), ("podcast-1.0.dtd", "itunes"),
    ("1999/xhtml", "xhtml"), ("feedburner", "feedburner"), ("prismstandard", "prism"),
    ("1999/02/22-rdf-syntax-ns", "rdf"), ("w3.org/2007/app", "app"), (OwnMarkup.namespace, "newsroom"),
    ("purl.org/atom/app", "app"),
  ]

  /// Whether a namespace in lower case is Atom's (RFC 4287, section 1.2; Atom 0.3), even roughly spelled.
  static func isAtom(_ address: String) -> Bool {
    address.hasBytes(of: "w3.org/2005/atom") || address.hasBytes(of: "purl.org/atom/ns")
      || address.hasBytes(of: "w3.org/atom")
  }

  /// Whether a namespace in lower case is RSS's: 0.90, 1.0, 1.1, or one that was never defined for 2.0.
  static func isRSS(_ address: String) -> Bool {
    guard !address.hasBytes(of: "/modules/") else { return false }
    return address.hasBytes(of: "purl.org/rss/") || address.hasBytes(of: "purl.org/net/rss1.1")
      || address.hasBytes(of: "netscape.com/rdf/") || address.hasBytes(of: "userland.com/rss")
      || address.hasBytes(of: "blogs.law.harvard.edu/tech/rss")
  }
}
