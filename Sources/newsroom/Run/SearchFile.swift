internal import Stories
internal import System
internal import TOMLKit

/// The searches that were kept from the reader: `searches.toml` beside `newsroom.toml`, which is the
/// person's own and never written to.
///
/// Each belongs to the library that it was kept in: `[library."/path"]`. Those under `[searches]`, as they
/// were written before, belong to all.
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

  /// The searches of a library.
  ///
  /// - Throws: `Failure` with status 2 when it can't be understood.
  func load(_ library: String) throws -> [SavedSearch] {
    try file.understood { text in
      let table = try table(text)
      let own = try Self.searches(in: table[Self.libraries]?.table?[library]?.table, path: path)
      let all = try Self.searches(in: table["searches"]?.table, path: path)
      return all.filter { search in !own.contains { $0.name == search.name } } + own
    } ?? []
  }

  /// The table that has a table for each library.
  private static let libraries = "library"

  /// Takes `[searches]`: a name, and what is looked for, a line each.
  static func searches(in table: TOMLTable?, path: String) throws -> [SavedSearch] {
    try (table ?? TOMLTable()).map { name, value in
      guard let text = value.string, !text.isEmpty else {
        throw Failure(
          "\(path): \(name) in [searches] takes a search, such as \(name) = \"ferry desk:nordic\"",
          status: Failure.misuse)
      }
      return SavedSearch(name: name, text: text)
    }
  }

  /// Adds a search to those of a library, or gives a name another one.
  ///
  /// What else stands in the file stays as it is, unless the library or the name is there already.
  ///
  /// - Throws: `Failure` where the file can't be read or would grow beyond the limit; nothing in it is
  ///   changed then.
  func keep(_ search: SavedSearch, in library: String) throws {
    let line = "\(Self.quoted(search.name)) = \(Self.quoted(search.text))\n"
    let head = "[\(Self.libraries).\(Self.quoted(library))]\n"
    try update { before in
      guard let before, !before.isEmpty else {
        return "# Searches kept in the reader. You can change or delete lines.\n" + head + line
      }
      let table = try table(before)
      let all = table[Self.libraries]?.table ?? TOMLTable()
      guard let own = all[library]?.table else {
        // A library that is new here gets a table at the end.
        return before + (before.hasSuffix("\n") ? "" : "\n") + head + line
      }
      // A table at the end goes on with a further line.
      let last = before.split(separator: "\n").last { $0.utf8.first == UInt8(ascii: "[") }
      if own[search.name] == nil, last.map({ $0 + "\n" == head }) == true {
        let longer = before + (before.hasSuffix("\n") ? "" : "\n") + line
        let kept = try? TOMLTable(string: longer)[Self.libraries]?.table?[library]?.table?[search.name]?
          .string
        if kept == search.text { return longer }
      }
      own[search.name] = search.text
      all[library] = own
      table[Self.libraries] = all
      return table.convert(to: .toml) + "\n"
    }
  }

  /// Takes the search of a name out of a library's, or else of those of all.
  ///
  /// - Throws: as `keep`.
  func drop(_ name: String, from library: String) throws {
    try update { before in
      guard let before else { return nil }
      let table = try table(before)
      if let all = table[Self.libraries]?.table, let own = all[library]?.table, own[name] != nil {
        own.remove(at: name)
        all[library] = own
        table[Self.libraries] = all
      } else if let searches = table["searches"]?.table, searches[name] != nil {
        searches.remove(at: name)
        table["searches"] = searches
      } else {
        return nil
      }
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
        "\(path):\(error.source.begin.line): \(error.description). Correct the line, or move the file away.",
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
