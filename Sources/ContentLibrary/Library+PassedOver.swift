internal import Database
internal import StoryFormats

extension Library {
  /// Walks the directory for what is skipped: links, pipes, files excluded by rules, and files of other
  /// kinds.
  ///
  /// Files that can't be read are among the problems instead.
  public func passedOver() throws(LibraryError) -> PassedOver {
    var scanner = Scanner(root: root)
    _ = scanner.walk { _ in true }
    if let path = scanner.unreadable { throw .noDirectory(path: path) }
    var passed = scanner.passedOver
    let others = try read { db in
      var kinds: [String: PassedOver.Count] = [:]
      let rows = try Row.fetchCursor(
        db, sql: "SELECT path FROM main.file WHERE format IS NULL AND state <> ? ORDER BY path",
        arguments: [FileState.unreadable.rawValue])
      while let row = try rows.next() {
        guard let path = row.text(0) else { continue }
        let ending = Source(path: path, bytes: []).fileExtension
        // A list of feeds is not skipped; see `FeedDesks`.
        if ending == "opml" { continue }
        kinds[ending, default: PassedOver.Count(kind: .otherKind, ending: ending)].total += 1
        kinds[ending]?.keep(path)
      }
      return Array(kinds.values)
    }
    passed.add(others)
    passed.sort()
    return passed
  }
}
