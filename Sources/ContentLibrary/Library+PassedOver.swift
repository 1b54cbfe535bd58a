internal import GRDB
internal import StoryFormats

extension Library {
  /// What is not read of the directory, looked for in a walk of its own: links, pipes, what the rules pass over, and
  /// files of other kinds.
  ///
  /// What can't be read is among the problems.
  public func passedOver() throws(LibraryError) -> PassedOver {
    var scanner = Scanner(root: root)
    _ = scanner.walk { _ in true }
    guard scanner.isRootReadable else { throw .noDirectory(path: directory) }
    var passed = scanner.passedOver
    let others = try read { db in
      var kinds: [String: PassedOver.Count] = [:]
      let rows = try Row.fetchCursor(
        db, sql: "SELECT path FROM main.file WHERE format IS NULL AND state <> ? ORDER BY path",
        arguments: [FileState.unreadable.rawValue])
      while let row = try rows.next() {
        guard let path = row.text(0) else { continue }
        let ending = Source(path: path, bytes: []).fileExtension
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
