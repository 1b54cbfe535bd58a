internal import ContentLibrary

/// What was looked for on earlier visits, a line each, the latest last: `searches` beside the marks.
///
/// It is of use and no more: where it can't be read or written, the reader does without.
struct SearchHistory {
  /// How many searches are kept.
  private static let most = 200

  let path: String

  /// The usual one.
  static var usual: SearchHistory {
    SearchHistory(
      path: LibraryPaths.folder(variable: "XDG_STATE_HOME", fallback: ".local/state") + "/searches")
  }

  /// The searches, each once.
  func load() -> [String] {
    let text = (try? Settings.read(path)) ?? nil
    var seen: Set<Substring> = []
    let lines = (text ?? "").split(separator: "\n").reversed().filter { seen.insert($0).inserted }
    return lines.prefix(Self.most).reversed().map(String.init)
  }

  /// Adds a search as the latest.
  ///
  /// - Throws: `Failure` when it can't be written.
  func add(_ search: String) throws {
    let line = String(search.map { $0.isNewline ? " " : $0 })
    let searches = load().filter { $0 != line }.suffix(Self.most - 1) + [line]
    try FileWriter.replace(path, with: searches.map { $0 + "\n" }.joined())
  }
}
