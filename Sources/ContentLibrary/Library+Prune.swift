internal import Database
internal import Stories

extension Library {
  /// Deletes the stories that have dropped out of their feeds; the next refresh removes them from the index.
  ///
  /// - Returns: the number of deleted stories.
  public func prune() throws(LibraryError) -> Int {
    let (file, reader) = (SafeFile(root: root), FileReader(library: self))
    var count = 0
    do {
      for path in try archive.paths() {
        // A file that can't be read at the moment tells nothing about its stories.
        guard let present = reader.names(in: path) ?? (file.exists(path) ? nil : []) else { continue }
        count += try archive.prune(path: path, present: present)
      }
    } catch let error as LibraryError {
      throw error
    } catch {
      throw .archive(path: wording(of: error))
    }
    try write { db in
      try db.execute(
        sql:
          "UPDATE file SET state = ?, hash = NULL WHERE id IN (SELECT file FROM story WHERE ordinal IS NULL)",
        arguments: [FileState.again.rawValue])
    }
    return count
  }
}
