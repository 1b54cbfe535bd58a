internal import Stories
internal import Words

/// The forms in which names of stories are compared; for headlines see `SearchText.fold`.
enum NameKey {
  /// A path as links give it: without leading "/" or "./", without extension, and the folder for its index
  /// page.
  static func path(_ path: String) -> String {
    var parts = path.lowercased().unicodeScalars.split(separator: "/").map(String.init).filter { $0 != "." }
    if let last = parts.last, let dot = last.lastIndex(of: "."), dot != last.startIndex {
      parts[parts.count - 1] = String(last[..<dot])
    }
    if let last = parts.last, ["index", "_index"].contains(last), parts.count > 1 { parts.removeLast() }
    return parts.joined(separator: "/")
  }

  /// A slug as links give it.
  static func slug(_ slug: String) -> String {
    SearchText.fold(slug.split(separator: "/").last.map(String.init) ?? slug)
  }

  /// A web address without the parts that do not distinguish pages: scheme and its port, "www.", index page,
  /// tracking parameters, fragment, final "/".
  static func url(_ url: String) -> String? {
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

  /// The day and slug at the end of a web address, as in `/2016/03/29/ferry-reopens.html`; nil if it has
  /// none.
  static func dated(url: String) -> String? {
    let path = url.prefix { $0 != "?" && $0 != "#" }
    let parts = path.split(separator: "/").suffix(4)
    guard parts.count == 4, let slug = parts.last else { return nil }
    let numbers = parts.prefix(3).map { $0.count <= 4 ? Int($0) ?? 0 : 0 }
    guard (1_000...9_999).contains(numbers[0]), (1...12).contains(numbers[1]), (1...31).contains(numbers[2])
    else { return nil }
    let pages = [".html", ".htm", ".php", ".md"]
    let ending = path.hasSuffix("/") ? nil : pages.first { slug.lowercased().hasSuffix($0) }
    let key = self.slug(String(slug.dropLast(ending?.count ?? 0)))
    return key.isEmpty ? nil : dated(numbers[0], numbers[1], numbers[2], slug: key)
  }

  /// The same for a story's own day and slug.
  static func dated(_ year: Int, _ month: Int, _ day: Int, slug: String) -> String {
    "\(year)/\(month)/\(day)/\(slug)"
  }

  private static func isIndexPage(_ name: Substring) -> Bool {
    ["index.html", "index.htm", "index.php"].contains(name.lowercased())
  }
}
