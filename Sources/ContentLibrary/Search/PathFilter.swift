internal import Database
internal import Stories

/// The condition of `path:` on the files of stories.
struct PathFilter {
  /// What a path means.
  enum Meaning {
    /// The stories of a folder, which is a facet.
    case folder(Facet)
    /// The stories of some files, by id.
    case files([Int64])
  }

  /// Up to this many stories are collected by file and sorted; of more, the rows of the list are filtered,
  /// most of which match.
  private static let few = 4_000

  let db: Connection

  /// What a path means: a folder or file of exactly that path, or else a pattern in the syntax of
  /// gitignore(5), in which a name without "/" matches in any folder.
  func meaning(of path: String) throws -> Meaning {
    if !Self.isPattern(path) {
      let folder = Facet(.folder, path)
      let isFolder = try Int64.fetchOne(
        db, sql: "SELECT id FROM facet WHERE kind = 'folder' AND value = ?", arguments: [path])
      if isFolder != nil { return .folder(folder) }
      let file = try Int64.fetchAll(db, sql: "SELECT id FROM file WHERE path = ?", arguments: [path])
      if !file.isEmpty || path.contains("/") { return .files(file) }
    }
    return .files(try files(path))
  }

  /// The condition for the stories of some files.
  func condition(_ files: [Int64]) throws -> String {
    let list = "SELECT value FROM json_each('[\(files.map(String.init).joined(separator: ","))]')"
    let count = try Int.fetchOne(
      db,
      sql: "SELECT count(*) FROM (SELECT 1 FROM story WHERE file IN (\(list)) LIMIT \(Self.few + 1))")
    return (count ?? 0) > Self.few ? "+story.file IN (\(list))" : "story.file IN (\(list))"
  }

  private static func isPattern(_ path: String) -> Bool { path.contains { "*?[".contains($0) } }

  /// The files that match a pattern, or whose folders do.
  ///
  /// SQLite's GLOB first selects paths with the pattern's beginning; its wildcards also match "/", so the
  /// result is then filtered.
  private func files(_ text: String) throws -> [Int64] {
    let line = text.hasPrefix("#") || text.hasPrefix("!") ? "\\" + text : text
    guard let pattern = try? IgnorePattern(line) else { return [] }
    let isAnchored = text.contains("/")
    let beginning = isAnchored ? String(text.prefix { !"*?[\\".contains($0) }) : ""
    let hasBrackets = text.contains { "[\\".contains($0) }
    let rough = hasBrackets ? "*" : (isAnchored ? "" : "*") + text.replacing("**/", with: "*") + "*"
    var (found, steps): ([Int64], Int) = ([], 0)
    let rows = try Row.fetchCursor(
      db, sql: "SELECT id, path FROM file WHERE path >= ? AND path < ? AND path GLOB ?",
      arguments: [beginning, beginning + "\u{10FFFF}", rough])
    while let row = try rows.next() {
      guard let id = row.integer(0), let path = row.text(1) else { continue }
      if Self.matches(pattern, path, steps: &steps) { found.append(id) }
    }
    return found
  }

  /// Whether a pattern matches a file or one of its folders.
  private static func matches(_ pattern: IgnorePattern, _ path: String, steps: inout Int) -> Bool {
    let bytes = Array(path.utf8)
    return bytes.withUnsafeBufferPointer { path in
      var (start, end) = (0, 0)
      while end <= path.count {
        let isFile = end == path.count
        if isFile || path[end] == UInt8(ascii: "/") {
          let name = UnsafeBufferPointer(rebasing: path[start..<end])
          let whole = UnsafeBufferPointer(rebasing: path[..<end])
          if pattern.matches(name: name, path: whole, isFolder: !isFile, steps: &steps) { return true }
          start = end + 1
        }
        end += 1
      }
      return false
    }
  }
}
