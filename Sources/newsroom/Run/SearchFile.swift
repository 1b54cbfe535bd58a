internal import Stories
internal import System
internal import TOMLKit

/// The searches kept in the reader: `searches.toml` beside `newsroom.toml`, which is never written to.
///
/// Each belongs to the library that it was kept in: `[library."/path"]`. Those under `[searches]`, written by
/// earlier versions, belong to all libraries.
struct SearchFile {
  let path: String
  /// The largest size of the file, in bytes.
  var limit = SmallFile.usualLimit

  private var file: SmallFile { SmallFile(path, limit: limit) }

  /// The file at its usual place; nil without a home directory.
  static var usual: SearchFile? {
    Settings.path.map { path in
      SearchFile(path: (path.lastIndex(of: "/").map { String(path[...$0]) } ?? "") + "searches.toml")
    }
  }

  /// The searches of a library.
  ///
  /// - Throws: `Failure` with status 2 if the file can't be understood.
  func load(_ library: String) throws -> [SavedSearch] {
    try file.understood { text in
      let table = try table(text)
      let own = try Self.searches(in: table[Self.libraries]?.table?[library]?.table, path: path)
      let all = try Self.searches(in: table["searches"]?.table, path: path)
      return all.filter { search in !own.contains { $0.name == search.name } } + own
    } ?? []
  }

  /// The name of the table with one table per library.
  private static let libraries = "library"

  /// Reads `[searches]`: lines of a name and a search.
  static func searches(in table: TOMLTable?, path: String) throws -> [SavedSearch] {
    try (table ?? TOMLTable()).map { name, value in
      guard let search = SavedSearch(name, value) else {
        throw Failure("\(path): \(notASearch(name))", status: Failure.misuse)
      }
      return search
    }
  }

  /// What is wrong with a line of `[searches]`, with what to do.
  static func notASearch(_ name: String) -> String {
    "\(name) in [searches] takes a search, such as \(name) = \"ferry desk:nordic\" or "
      + "{ search = \"ferry\", alert = true, hide = \"2027-01-31\" }"
  }

  /// Adds a search to a library, replacing any of the same name.
  ///
  /// A new name is appended, so that the rest of the file keeps its layout; a known one rewrites the file.
  ///
  /// - Throws: `Failure`, without changing the file, if it can't be read or would exceed the limit.
  func keep(_ search: SavedSearch, in library: String) throws {
    let line = "\(Self.quoted(search.name)) = \(search.toml)\n"
    let head = "[\(Self.libraries).\(Self.quoted(library))]\n"
    try update { before in
      guard let before, !before.isEmpty else {
        return "# Searches kept in the reader. You can change or delete lines.\n" + head + line
      }
      let table = try table(before)
      let all = table[Self.libraries]?.table ?? TOMLTable()
      guard let own = all[library]?.table else {
        // A new library gets a table at the end.
        return before + (before.hasSuffix("\n") ? "" : "\n") + head + line
      }
      // If its table is the last one, a line at the end is enough.
      let last = before.split(separator: "\n").last { $0.utf8.first == UInt8(ascii: "[") }
      if own[search.name] == nil, last.map({ $0 + "\n" == head }) == true {
        let longer = before + (before.hasSuffix("\n") ? "" : "\n") + line
        let table = try? TOMLTable(string: longer)[Self.libraries]?.table?[library]?.table
        let kept = table?[search.name].flatMap { SavedSearch(search.name, $0) }
        if kept == search { return longer }
      }
      let made = try TOMLTable(string: "search = \(search.toml)")
      own[search.name] = made["search"]
      withExtendedLifetime(made) {}
      all[library] = own
      table[Self.libraries] = all
      return table.convert(to: .toml) + "\n"
    }
  }

  /// Deletes a search of a library, or one that belongs to all.
  ///
  /// - Throws: the same errors as `keep`.
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
        "\(path):\(error.source.begin.line):\(error.source.begin.column): \(error.description). "
          + "Correct the line, or move the file away.",
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

extension SavedSearch {
  /// Reads the right side of a line of `[searches]`: a search, or a table with one and what it does besides;
  /// nil for anything else.
  init?(_ name: String, _ value: any TOMLValueConvertible, isSetByHand: Bool = false) {
    if let text = value.string, !text.isEmpty {
      self.init(name: name, text: text, isSetByHand: isSetByHand)
      return
    }
    guard let table = value.table, let text = table["search"]?.string, !text.isEmpty else { return nil }
    self.init(name: name, text: text, isSetByHand: isSetByHand)
    for (key, value) in table {
      switch key {
      case "search": break
      case "alert":
        guard let alerts = value.bool else { return nil }
        self.alerts = alerts
      case "hide":
        if let hides = value.bool {
          hiding = hides ? .always : nil
        } else if let day = value.string.flatMap(Day.init(iso8601:)) {
          hiding = .until(day)
        } else {
          return nil
        }
      default: return nil
      }
    }
  }

  /// The right side of its line.
  var toml: String {
    let hide: String? =
      switch hiding {
      case nil: nil
      case .always: "true"
      case .until(let day): SearchFile.quoted(day.iso8601)
      }
    guard alerts || hide != nil else { return SearchFile.quoted(text) }
    let more = [alerts ? "alert = true" : nil, hide.map { "hide = \($0)" }].compactMap(\.self)
    return "{ search = \(SearchFile.quoted(text)), \(more.joined(separator: ", ")) }"
  }
}
