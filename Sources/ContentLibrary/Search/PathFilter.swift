internal import GRDB
internal import Stories

/// What `path:` asks of the files that stories lie in.
struct PathFilter {
  /// What is looked at.
  enum Meaning {
    /// The stories of a folder, which is a facet.
    case folder(Facet)
    /// The stories of some files, by their numbers.
    case files([Int64])
  }

  /// So many stories are gathered by their files and sorted; of more, those in the order of the list are
  /// looked at, most of which belong to it.
  private static let few = 4_000

  let db: Database

  /// What a path means: a folder or file of that very name, else a pattern in the grammar of gitignore(5), in
  /// which a name without "/" may lie in any folder.
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

  /// The files that a pattern is about, or whose folders it is about.
  ///
  /// They are looked for among the paths that begin as the pattern does, by SQLite's own GLOB first, which
  /// takes what is between two "/" for what may go over them.
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

  /// Whether a pattern is about a file, or about one of the folders that it lies in.
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
