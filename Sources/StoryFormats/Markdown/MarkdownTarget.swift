internal import Stories

/// The meaning of a link's address in a Markdown file.
enum MarkdownTarget {
  /// Schemes that replace template tags before parsing; this one is Jekyll's `post_url`.
  static let post = "x-newsroom-post:"
  static let page = "x-newsroom-page:"
  /// A Hugo reference: a path from the file or the root, or just a name.
  static let ref = "x-newsroom-ref:"

  /// The longest address to keep, in bytes.
  static let longest = 4096

  /// The reference for a link on the page at `path`.
  static func reference(to address: String, on path: String) -> Reference {
    let address = address.utf8.count > longest ? "" : address.trimmed
    if address.isEmpty { return Reference(kind: .story, text: "", naming: .nothing) }
    if address.hasPrefix(post) {
      let (name, anchor) = split(String(address.dropFirst(post.count)))
      let slug = MarkdownPath.withoutDate(PercentCoding.decoded(name).split(separator: "/").last ?? "")
      return Reference(kind: .story, text: "", target: slug, naming: .slug, anchor: anchor)
    }
    for scheme in [page, ref] where address.hasPrefix(scheme) {
      return story(String(address.dropFirst(scheme.count)), on: path, isName: scheme == ref)
    }
    if address.hasPrefix("//") {
      return Reference(kind: .outside, text: "", target: "https:" + address, naming: .url)
    }
    if hasScheme(address) {
      return Reference(kind: .outside, text: "", target: address, naming: .url)
    }
    return story(address, on: path, isName: false)
  }

  /// The reference for `[[Name#part]]` on the page at `path`.
  ///
  /// Notes are named by file name with or without extension, with some of their folders, or by a path from
  /// the library's top ("/") or from here ("./", "../").
  static func wiki(_ target: String, on path: String) -> Reference {
    let (name, anchor) = split(target)
    let words = name.squeezed
    if words.isEmpty {
      return Reference(kind: .story, text: "", target: path, naming: .path, anchor: anchor)
    }
    if words.hasPrefix("/") || words.hasPrefix("./") || words.hasPrefix("../") {
      var reference = story(words, on: path, isName: false)
      reference.anchor = anchor
      return reference
    }
    return Reference(kind: .story, text: "", target: withoutEnding(words), naming: .slug, anchor: anchor)
  }

  /// The name of a note without its file extension.
  static func withoutEnding(_ name: String) -> String {
    guard endings.contains(Source.lastExtension(of: name)), let dot = name.lastIndex(of: "."),
      dot != name.startIndex
    else { return name }
    return String(name[..<dot])
  }

  /// File extensions of notes.
  private static let endings: Set<String> = [
    "md", "markdown", "mdown", "mkdn", "mkd", "mdx", "txt", "html", "htm", "org", "adoc", "rst",
  ]

  /// A story of the library, by a path from this page or from the root.
  private static func story(_ address: String, on path: String, isName: Bool) -> Reference {
    var (place, anchor) = split(address)
    if let query = place.firstIndex(of: "?") { place = String(place[..<query]) }
    place = PercentCoding.decoded(place)
    if place.isEmpty { return Reference(kind: .story, text: "", target: path, naming: .path, anchor: anchor) }
    if isName, !place.contains("/") {
      let stem = place.lastIndex(of: ".").map { place[..<$0] } ?? place[...]
      return Reference(
        kind: .story, text: "", target: MarkdownPath.withoutDate(stem), naming: .slug, anchor: anchor)
    }
    let fromRoot = place.hasPrefix("/") || place.hasPrefix("@/") || (isName && !place.hasPrefix("."))
    if place.hasPrefix("@/") { place = String(place.dropFirst(2)) }
    let way = RelativePath(place, from: fromRoot ? [] : path.split(separator: "/").dropLast())
    if way.beyond > 0, !fromRoot {
      let target = String(repeating: "../", count: way.beyond) + way.steps.joined(separator: "/")
      return Reference(kind: .outside, text: "", target: target, naming: .path, anchor: anchor)
    }
    return Reference(
      kind: .story, text: "", target: way.steps.isEmpty ? "index" : way.steps.joined(separator: "/"),
      naming: .path, anchor: anchor)
  }

  private static func split(_ address: String) -> (place: String, anchor: String?) {
    guard let mark = address.firstIndex(of: "#") else { return (address, nil) }
    let anchor = PercentCoding.decoded(String(address[address.index(after: mark)...])).squeezed
    return (String(address[..<mark]), anchor.isEmpty ? nil : anchor)
  }

  /// A path without "/" at either end and without the name of an index page.
  static func trimmedPath(_ path: String) -> String {
    var parts = split(path).place.split(separator: "/").filter { $0 != "." && $0 != ".." }
    if parts.count > 1, let last = parts.last, last == "index.html" || last == "index.md" {
      parts.removeLast()
    }
    return PercentCoding.decoded(parts.joined(separator: "/"))
  }

  /// Whether an address is a web address with a host.
  static func isAbsolute(_ address: String) -> Bool {
    let start = address.lowercased()
    for scheme in ["http://", "https://"] where start.hasPrefix(scheme) {
      return start.utf8.count > scheme.utf8.count
    }
    return false
  }

  /// Whether an address begins with a scheme (RFC 3986, section 3.1); a single letter is a Windows drive.
  static func hasScheme(_ address: String) -> Bool {
    guard let colon = address.utf8.firstIndex(of: 0x3A), let first = address.utf8.first, first.isLetter else {
      return false
    }
    let name = address.utf8[..<colon]
    return name.count > 1 && name.allSatisfy { $0.isLetter || $0.isDigit || [0x2B, 0x2D, 0x2E].contains($0) }
  }
}
