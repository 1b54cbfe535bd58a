internal import Stories

/// Forms of words under which stories find each other although they are not written alike.
enum Folding {
  /// A headline without what writers vary: case, accents, quotation marks, dashes, punctuation, blanks.
  static func key(_ text: String) -> String {
    var key = ""
    var pendingBlank = false
    for scalar in text.unicodeScalars {
      let properties = scalar.properties
      switch properties.generalCategory {
      case .nonspacingMark, .enclosingMark, .format,
        .control where scalar.value > 0x20:
        continue
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .otherLetter, .modifierLetter,
        .decimalNumber,
        .letterNumber, .otherNumber, .spacingMark:
        if pendingBlank, !key.isEmpty { key += " " }
        pendingBlank = false
        key +=
          letters[scalar]
          ?? properties.lowercaseMapping.unicodeScalars.map { letters[$0] ?? String($0) }.joined()
      case .otherPunctuation where scalar == "'" || scalar == "’": continue
      case .finalPunctuation where scalar == "’": continue
      default: pendingBlank = true
      }
    }
    return key
  }

  /// A path as links may name it: without leading "/" and "./", without extension, the folder for its index page.
  static func pathKey(_ path: String) -> String {
    var parts = path.lowercased().unicodeScalars.split(separator: "/").map(String.init).filter { $0 != "." }
    if let last = parts.last, let dot = last.lastIndex(of: "."), dot != last.startIndex {
      parts[parts.count - 1] = String(last[..<dot])
    }
    if let last = parts.last, ["index", "_index"].contains(last), parts.count > 1 { parts.removeLast() }
    return parts.joined(separator: "/")
  }

  /// A slug as links may name it.
  static func slugKey(_ slug: String) -> String {
    key(slug.split(separator: "/").last.map(String.init) ?? slug)
  }

  /// A web address without what does not tell pages apart: scheme and its port, "www.", index page, tracking parameters,
  /// fragment, final "/".
  static func urlKey(_ url: String) -> String? {
    guard let schemeEnd = url.firstRange(of: "://") else { return nil }
    var rest = url[schemeEnd.upperBound...].prefix { $0 != "#" }
    if rest.lowercased().hasPrefix("www.") { rest = rest.dropFirst(4) }
    let pathStart = rest.firstIndex { $0 == "/" || $0 == "?" } ?? rest.endIndex
    let queryStart = rest.firstIndex(of: "?") ?? rest.endIndex
    var path = pathStart <= queryStart ? rest[pathStart..<queryStart] : ""
    if let slash = path.lastIndex(of: "/"), isIndexPage(path[path.index(after: slash)...]) {
      path = path[...slash]
    }
    while path.hasSuffix("/") { path = path.dropLast() }
    let query = TrackingParameters.without(rest[queryStart...].dropFirst())
    var host = rest[..<pathStart].lowercased()
    let port = url.lowercased().hasPrefix("https:") ? ":443" : ":80"
    if host.hasSuffix(port) { host.removeLast(port.count) }
    return host + path + (query.isEmpty ? "" : "?" + query)
  }

  /// The day and slug that a web address ends with, as in `/2016/03/29/ferry-reopens.html`; nil where it has none.
  static func datedKey(url: String) -> String? {
    let path = url.prefix { $0 != "?" && $0 != "#" }
    let parts = path.split(separator: "/").suffix(4)
    guard parts.count == 4, let slug = parts.last else { return nil }
    let numbers = parts.prefix(3).map { $0.count <= 4 ? Int($0) ?? 0 : 0 }
    guard (1_000...9_999).contains(numbers[0]), (1...12).contains(numbers[1]), (1...31).contains(numbers[2])
    else { return nil }
    let pages = [".html", ".htm", ".php", ".md"]
    let ending = path.hasSuffix("/") ? nil : pages.first { slug.lowercased().hasSuffix($0) }
    let key = slugKey(String(slug.dropLast(ending?.count ?? 0)))
    return key.isEmpty ? nil : datedKey(numbers[0], numbers[1], numbers[2], slug: key)
  }

  /// The same for a story's own day and slug.
  static func datedKey(_ year: Int, _ month: Int, _ day: Int, slug: String) -> String {
    "\(year)/\(month)/\(day)/\(slug)"
  }

  private static func isIndexPage(_ name: Substring) -> Bool {
    ["index.html", "index.htm", "index.php"].contains(name.lowercased())
  }

  /// Letters with marks, and ligatures, as the plain letters a reader types for them.
  private static let letters: [Unicode.Scalar: String] = {
    let groups = [
      "a": "àáâãäåāăą", "c": "çćĉċč", "d": "ďđð", "e": "èéêëēĕėęě", "g": "ĝğġģ", "h": "ĥħ", "i": "ìíîïĩīĭįı",
      "j": "ĵ",
      "k": "ķ", "l": "ĺļľŀł", "n": "ñńņňŉŋ", "o": "òóôõöøōŏő", "r": "ŕŗř", "s": "śŝşšſș", "t": "ţťŧț",
      "u": "ùúûüũūŭůűų",
      "w": "ŵ", "y": "ýÿŷ", "z": "źżž", "ae": "æ", "oe": "œ", "ss": "ß", "th": "þ", "ij": "ĳ",
    ]
    var table: [Unicode.Scalar: String] = [:]
    for (plain, marked) in groups {
      for scalar in marked.unicodeScalars { table[scalar] = plain }
    }
    return table
  }()
}
