internal import Database

/// The differences between the files of a directory and the index.
///
/// Both are sorted by path and compared in one pass, so that a million files take no extra memory.
struct Difference {
  /// The files to read, by their index in the list.
  private(set) var waiting: [Int] = []
  /// The ids of files in the index that no longer exist.
  private(set) var gone: [Int64] = []
  /// The ids of files to read again.
  private(set) var changed: [Int64] = []
  /// The number of unchanged files with stories.
  private(set) var unchanged = 0
  /// The number of other unchanged files.
  private(set) var skipped = 0

  /// - Parameter files: in the order of their paths.
  init(of files: FileList, from db: Connection) throws {
    let rows = try Row.fetchCursor(
      db, sql: "SELECT id, path, size, modified, format, state FROM main.file ORDER BY path")
    var next = files.startIndex
    while let row = try rows.next() {
      guard let id = row.integer(0), let path = row.text(1) else { continue }
      while next < files.endIndex, files.compare(path, with: next) > 0 {
        waiting.append(next)
        next += 1
      }
      guard next < files.endIndex, files.compare(path, with: next) == 0 else {
        gone.append(id)
        continue
      }
      let (size, modified) = files.facts(next)
      let isRead = row.integer(5) == FileState.read.rawValue
      if !isRead || row.int(2) != size || row.integer(3) != modified {
        waiting.append(next)
        changed.append(id)
      } else if row.text(4) != nil {
        unchanged += 1
      } else {
        skipped += 1
      }
      next += 1
    }
    waiting.append(contentsOf: next..<files.endIndex)
  }
}
