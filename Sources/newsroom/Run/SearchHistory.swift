internal import ContentLibrary
internal import System

/// Earlier searches, one per line, the latest last: the file `searches` beside the marks.
///
/// The reader does without it if it can't be read or written.
struct SearchHistory {
  /// How many searches are kept.
  private static let most = 200
  /// The longest search kept, in bytes; a longer one was probably pasted.
  private static let longest = 4_096

  let path: String

  /// The file at its usual place.
  static var usual: SearchHistory {
    SearchHistory(
      path: LibraryPaths.folder(variable: "XDG_STATE_HOME", fallback: ".local/state") + "/searches")
  }

  /// The searches, without duplicates.
  func load() -> [String] {
    ((try? SmallFile(path).readText()) ?? nil).map(Self.searches) ?? []
  }

  private static func searches(in text: String) -> [String] {
    var seen: Set<Substring> = []
    let lines = text.split(separator: "\n").reversed().filter { seen.insert($0).inserted }
    return lines.prefix(most).reversed().map(String.init)
  }

  /// Adds a search as the latest.
  ///
  /// - Throws: `SmallFile.Failure` if the file can't be read or replaced.
  func add(_ search: String) throws {
    let line = String(search.map { $0.isNewline ? " " : $0 })
    guard line.utf8.count <= Self.longest else { return }
    try SmallFile(path).update { before in
      let searches = Self.searches(in: before ?? "").filter { $0 != line }.suffix(Self.most - 1) + [line]
      return searches.map { $0 + "\n" }.joined()
    }
  }
}
