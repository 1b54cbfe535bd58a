/// An absolute http or https address, split as far as links need it (RFC 3986, section 5).
struct WebAddress: Hashable {
  var scheme: String
  var authority: String
  /// Begins with "/".
  var path: String
  /// Begins with "?"; empty if there is none.
  var query: String

  /// Reads an absolute address; nil for anything else.
  init?(_ text: String) {
    guard let colon = text.firstBytes(of: "://") else { return nil }
    scheme = text[..<colon.lowerBound].lowercased()
    guard scheme == "http" || scheme == "https" else { return nil }
    let rest = text[colon.upperBound...].prefix { $0 != "#" }
    let authorityEnd = rest.firstIndex { $0 == "/" || $0 == "?" } ?? rest.endIndex
    authority = rest[..<authorityEnd].lowercased()
    guard !authority.isEmpty else { return nil }
    let tail = rest[authorityEnd...]
    let queryStart = tail.firstIndex(of: "?") ?? tail.endIndex
    path = tail[..<queryStart].isEmpty ? "/" : String(tail[..<queryStart])
    query = String(tail[queryStart...])
  }

  private init(scheme: String, authority: String, path: String, query: String) {
    self.scheme = scheme
    self.authority = authority
    self.path = path
    self.query = query
  }

  /// The whole address.
  var text: String { "\(scheme)://\(authority)\(path)\(query)" }

  /// The address that a link on this page leads to; nil for schemes other than http and https.
  func resolving(_ link: String) -> WebAddress? {
    let link = String(link.prefix { $0 != "#" })
    if let absolute = WebAddress(link) { return absolute }
    if link.hasPrefix("//") { return WebAddress("\(scheme):\(link)") }
    if Self.hasScheme(link) { return nil }
    if link.isEmpty { return self }
    if link.hasPrefix("?") {
      return WebAddress(scheme: scheme, authority: authority, path: path, query: link)
    }
    let queryStart = link.firstIndex(of: "?") ?? link.endIndex
    let relative = String(link[..<queryStart])
    let folder = relative.hasPrefix("/") ? "" : String(path[...(path.lastIndex(of: "/") ?? path.startIndex)])
    return WebAddress(
      scheme: scheme, authority: authority, path: Self.withoutDots(folder + relative),
      query: String(link[queryStart...]))
  }

  /// Whether a link begins with a scheme ("mailto:").
  static func hasScheme(_ link: String) -> Bool {
    guard let colon = link.firstIndex(of: ":"), let first = link.first, first.isASCII, first.isLetter else {
      return false
    }
    return link[..<colon].allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) }
  }

  /// A path without "." and ".." (RFC 3986, section 5.2.4).
  static func withoutDots(_ path: String) -> String {
    var parts: [Substring] = []
    let pieces = path.split(separator: "/", omittingEmptySubsequences: false)
    for piece in pieces.dropFirst(path.hasPrefix("/") ? 1 : 0) {
      switch piece {
      case ".": continue
      case "..": _ = parts.popLast()
      default: parts.append(piece)
      }
    }
    let endsInFolder = pieces.last == "." || pieces.last == ".."
    return "/" + parts.joined(separator: "/") + (endsInFolder && !parts.isEmpty ? "/" : "")
  }
}
