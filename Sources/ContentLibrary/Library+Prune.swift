internal import GRDB
internal import Stories

extension Library {
  /// Forgets the stories that feeds carried once and their files hold no more; the next refresh takes them out.
  ///
  /// - Returns: how many were forgotten.
  public func prune() throws(LibraryError) -> Int {
    let file = SafeFile(root: root)
    var count = 0
    do {
      for path in try archive.paths() {
        // A file that can't be read at the moment says nothing of what it holds.
        if file.exists(path), (try? file.read(path)) == nil { continue }
        count += try archive.prune(path: path, present: present(in: path))
      }
    } catch let error as LibraryError {
      throw error
    } catch {
      throw .archive(path: wording(of: error))
    }
    try write { db in
      try db.execute(
        sql:
          "UPDATE file SET modified = -1, hash = NULL WHERE id IN (SELECT file FROM story WHERE ordinal < 0)")
    }
    return count
  }

  private func present(in path: String) -> Set<StoryID> {
    let entry = Scanner.Entry(path: path, size: 0, modified: 0)
    return Set(FileReader(library: self).stories(entry).map(\.id))
  }
}
