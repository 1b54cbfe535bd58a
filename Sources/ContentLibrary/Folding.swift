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
    let query = rest[queryStart...].dropFirst().split(separator: "&").filter { !isTracking($0) }
    var host = rest[..<pathStart].lowercased()
    let port = url.lowercased().hasPrefix("https:") ? ":443" : ":80"
    if host.hasSuffix(port) { host.removeLast(port.count) }
    return host + path + (query.isEmpty ? "" : "?" + query.joined(separator: "&"))
  }

  private static func isIndexPage(_ name: Substring) -> Bool {
    ["index.html", "index.htm", "index.php"].contains(name.lowercased())
  }

  private static func isTracking(_ parameter: Substring) -> Bool {
    let name = parameter.prefix { $0 != "=" }.lowercased()
    return name.hasPrefix("utm_")
      || [
        "fbclid", "gclid", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "mc_cid", "mc_eid", "igshid",
        "ref_src",
        "cmpid", "_hsenc", "_hsmi", "mkt_tok",
      ].contains(name)
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
