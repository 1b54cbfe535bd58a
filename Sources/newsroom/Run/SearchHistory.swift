internal import ContentLibrary
internal import System

/// What was looked for on earlier visits, a line each, the latest last: `searches` beside the marks.
///
/// It is of use and no more: where it can't be read or written, the reader does without, and leaves it as it
/// is.
struct SearchHistory {
  /// How many searches are kept.
  private static let most = 200
  /// The longest that is kept, in bytes: what is longer was pasted and is not looked for again.
  private static let longest = 4_096

  let path: String

  /// The usual one.
  static var usual: SearchHistory {
    SearchHistory(
      path: LibraryPaths.folder(variable: "XDG_STATE_HOME", fallback: ".local/state") + "/searches")
  }

  /// The searches, each once.
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
  /// - Throws: `SmallFile.Failure` when what is there can't be read, or can't be replaced.
  func add(_ search: String) throws {
    let line = String(search.map { $0.isNewline ? " " : $0 })
    guard line.utf8.count <= Self.longest else { return }
    try SmallFile(path).update { before in
      let searches = Self.searches(in: before ?? "").filter { $0 != line }.suffix(Self.most - 1) + [line]
      return searches.map { $0 + "\n" }.joined()
    }
  }
}
