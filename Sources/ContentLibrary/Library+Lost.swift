internal import Database
internal import Stories
public import StoryFormats

extension Library {
  /// A comparison of a file's words with those of its stories.
  public struct Comparison: Sendable {
    /// The file's path in the library.
    public var path: String
    /// The words that are in no story.
    public var words: LostWords
  }

  /// Compares the words of every file with those of its stories, file by file in the order of their paths.
  ///
  /// Files over 64 MB and files that can't be read are left out; `check` names them.
  ///
  /// - Parameter each: is given every comparison, with how many files were compared and how many there are;
  ///   false ends it.
  /// - Throws: `LibraryError` if the index can't be read.
  public func compareWords(each: (Comparison, Int, Int) -> Bool) throws {
    let paths = try read { db in
      try String.fetchAll(db, sql: "SELECT path FROM file WHERE format IS NOT NULL ORDER BY path")
    }
    for (index, path) in paths.enumerated() {
      guard let content = try? SafeFile(root: root).read(path) else { continue }
      let source = Source(path: path, bytes: content.bytes)
      guard let format = format(for: source) else { continue }
      let words = LostWords(of: source, format: format, reading: format.read(source))
      guard each(Comparison(path: path, words: words), index + 1, paths.count) else { return }
    }
  }
}
