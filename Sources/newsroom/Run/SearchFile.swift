internal import Stories
internal import System
internal import TOMLKit

/// The searches that were saved from the reader: `searches.toml` beside `newsroom.toml`, which is the
/// person's own and never written to.
struct SearchFile {
  let path: String
  /// The most that is read and written, in bytes.
  var limit = SmallFile.usualLimit

  private var file: SmallFile { SmallFile(path, limit: limit) }

  /// The usual one; nil without a home.
  static var usual: SearchFile? {
    Settings.path.map { path in
      SearchFile(path: (path.lastIndex(of: "/").map { String(path[...$0]) } ?? "") + "searches.toml")
    }
  }

  /// The searches in it.
  ///
  /// - Throws: `Failure` with status 2 when it can't be understood.
  func load() throws -> [SavedSearch] {
    try file.understood { try Self.searches(in: try table($0)["searches"]?.table, path: path) } ?? []
  }

  /// Takes `[searches]`: a name, and what is looked for, a line each.
  static func searches(in table: TOMLTable?, path: String) throws -> [SavedSearch] {
    try (table ?? TOMLTable()).map { name, value in
      guard let text = value.string, !text.isEmpty else {
        throw Failure(
          "\(path): \(name) in [searches] takes what is looked for, as in: \(name) = \"ferry desk:nordic\"",
          status: Failure.misuse)
      }
      return SavedSearch(name: name, text: text)
    }
  }

  /// Adds a search, or gives a name another one.
  ///
  /// What else stands in the file stays as it is, unless the name is there already.
  ///
  /// - Throws: `Failure` where the file can't be read or would grow beyond the limit; nothing in it is
  ///   changed then.
  func keep(_ search: SavedSearch) throws {
    let line = "\(Self.quoted(search.name)) = \(Self.quoted(search.text))\n"
    try update { before in
      guard let before, !before.isEmpty else {
        return "# Searches saved from the reader. Lines can be changed and taken out.\n[searches]\n" + line
      }
      let table = try table(before)
      let searches = table["searches"]?.table
      // A table at the end goes on with a further line.
      if searches?[search.name] == nil, searches != nil, table.keys.count == 1 {
        return before + (before.hasSuffix("\n") ? "" : "\n") + line
      }
      let all = searches ?? TOMLTable()
      all[search.name] = search.text
      table["searches"] = all
      return table.convert(to: .toml) + "\n"
    }
  }

  /// Takes the search of a name out.
  ///
  /// - Throws: as `keep`.
  func drop(_ name: String) throws {
    try update { before in
      guard let before else { return nil }
      let table = try table(before)
      guard let searches = table["searches"]?.table, searches[name] != nil else { return nil }
      searches.remove(at: name)
      table["searches"] = searches
      return table.convert(to: .toml) + "\n"
    }
  }

  private func update(_ change: (String?) throws -> String?) throws {
    do {
      try file.update(change)
    } catch let error as SmallFile.Failure {
      throw Failure("\(error).")
    }
  }

  private func table(_ text: String) throws -> TOMLTable {
    do {
      return try TOMLTable(string: text)
    } catch let error as TOMLParseError {
      throw Failure(
        "\(path):\(error.source.begin.line): \(error.description). Mend the line, or move the file away.",
        status: Failure.misuse)
    }
  }

  /// A TOML string.
  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\\(scalar)"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        let hex = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
