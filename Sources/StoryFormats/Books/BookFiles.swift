internal import Stories

/// The files of a book: what is in its container, as text or as XML, with the problems of reading them.
struct BookFiles {
  private let path: String
  private let archive: ZipArchive
  /// The names in lower case, for books whose links are written in another case.
  private let lowered: [String: String]
  /// Files that a key is needed for.
  private var locked: Set<String> = []
  /// What was wrong, in the order in which it was met.
  private(set) var problems: [Problem] = []
  /// How many chapters were left out because of a lock.
  private(set) var lockedCount = 0

  /// Opens a book; nil if it is no zip archive.
  init?(_ source: Source) {
    guard let archive = ZipArchive(source.bytes) else { return nil }
    (path, self.archive) = (source.path, archive)
    lowered = Dictionary(archive.names.map { ($0.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
    if archive.isCut { note("the end of the file is missing; what is left of the book is read") }
    if archive.strangeNames > 0 { note("files with names that lead out of the book are left out") }
    locked = lockedFiles()
  }

  /// The names of all files, in their order.
  var names: [String] { archive.names }

  /// Notes what is wrong with the book.
  mutating func note(_ reason: String) { problems.append(Problem(path: path, reason: reason)) }

  /// The name that a file really has; nil if there is none.
  func known(_ name: String) -> String? {
    archive.entries[name] != nil ? name : lowered[name.lowercased()]
  }

  /// The text of a file; nil if it can't be read, which is noted.
  mutating func text(_ name: String) -> String? {
    if locked.contains(name) {
      lockedCount += 1
      return nil
    }
    do throws(ZipArchive.Failure) {
      let content = try archive.read(name)
      if content.isDamaged { note("\(name) in the book is damaged; what is left of it is read") }
      return XMLDecoding.decode(content.bytes).text
    } catch {
      switch error {
      case .encrypted: lockedCount += 1
      case .missing: note("\(name) is missing in the book")
      case .tooLarge: note("\(name) is left out: the book unpacks to more than newsroom reads")
      case .tooDense: note("\(name) is left out: it unpacks to more than 250 times its size")
      case .unknownPacking:
        note("\(name) is left out: it is damaged, or packed in a way that books may not use")
      }
      return nil
    }
  }

  /// The tree of an XML file; nil if it is missing or can't be read.
  mutating func tree(_ name: String) -> MarkupTree? {
    known(name).flatMap { text($0) }.flatMap { XMLParser.parse($0).tree }
  }

  /// The tree of a chapter; broken XHTML is read as browsers read HTML.
  mutating func page(_ name: String) -> MarkupTree? {
    guard let text = text(name) else { return nil }
    let document = XMLParser.parse(text)
    if document.error == nil, let tree = document.tree, tree.first("body", in: tree.root) != nil {
      return tree
    }
    return HTMLParser.parse(text)
  }

  /// The files that are encrypted (EPUB 3.3, OCF, section 4.2.6.3.2); mangled fonts do not matter.
  private mutating func lockedFiles() -> Set<String> {
    guard let tree = tree("META-INF/encryption.xml") else { return [] }
    return Set(
      tree.elements(of: tree.root, named: ["CipherReference"]).compactMap { node in
        tree[node][attribute: "URI"].flatMap { known(BookPath.resolved($0, from: "")) }
      })
  }
}

/// Paths inside a book, which are relative to the file that has them (EPUB 3.3, OCF, section 4.2.5).
enum BookPath {
  /// The file that an address means, seen from a file of the book; "" for the top.
  static func resolved(_ address: String, from file: String) -> String {
    let plain = PercentCoding.decoded(String(address.prefix { $0 != "#" && $0 != "?" }))
    return RelativePath(plain, from: file.split(separator: "/").dropLast()).steps.joined(separator: "/")
  }

  /// The part of the file that an address means; nil for the whole.
  static func fragment(of address: String) -> String? {
    guard let hash = address.firstIndex(of: "#") else { return nil }
    let fragment = PercentCoding.decoded(String(address[address.index(after: hash)...]))
    return fragment.isEmpty ? nil : fragment
  }
}
