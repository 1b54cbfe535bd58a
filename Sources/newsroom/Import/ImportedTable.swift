internal import Stories

/// Exports in the form of a table (CSV, RFC 4180): Pocket and Instapaper.
enum ImportedTable {
  /// The entries of a table whose first row names its columns; nil if no column has addresses.
  static func entries(_ text: String) -> (String, [ImportedEntry])? {
    let rows = rows(of: text)
    guard let names = rows.first?.map({ $0.lowercased().filter { $0 != "\u{FEFF}" && $0 != " " } }),
      let url = names.firstIndex(of: "url")
    else { return nil }
    func column(_ names: [String], in row: [String], _ all: [String]) -> String? {
      names.lazy.compactMap { all.firstIndex(of: $0) }.first.flatMap {
        row.indices.contains($0) ? row[$0] : nil
      }
    }
    let program =
      names.contains("time_added") ? "Pocket" : names.contains("folder") ? "Instapaper" : "a table"
    let entries = rows.dropFirst().compactMap { row -> ImportedEntry? in
      guard row.indices.contains(url), !row[url].isEmpty else { return nil }
      var entry = ImportedEntry(url: row[url])
      entry.title = column(["title"], in: row, names) ?? ""
      if entry.title == entry.url { entry.title = "" }
      entry.date = ImportedFile.date(
        column(["time_added", "timestamp", "created_at", "date"], in: row, names))
      entry.tags = tags(column(["tags"], in: row, names) ?? "")
      let folder = column(["folder", "status"], in: row, names) ?? ""
      switch folder.lowercased() {
      case "unread": entry.isSaved = true
      case "archive", "archived", "read": entry.isRead = true
      case "starred", "liked": entry.isSaved = true
      case "": break
      default:
        entry.isSaved = true
        if program == "Instapaper" { entry.tags.append(folder) }
      }
      if let words = column(["selection"], in: row, names), !words.isEmpty {
        entry.clips.append(Clip(words: words, kept: entry.date?.seconds))
      }
      return entry
    }
    return (program, entries)
  }

  /// Tags between bars, or as a list in JSON.
  private static func tags(_ text: String) -> [String] {
    let inner = text.hasPrefix("[") && text.hasSuffix("]") ? text.dropFirst().dropLast() : text[...]
    return inner.split { $0 == "|" || $0 == "," }.map { $0.filter { $0 != "\"" } }
      .map(\.squeezed).filter { !$0.isEmpty }
  }

  /// The fields of each row; quoted ones may have commas, line breaks and doubled quotation marks.
  static func rows(of text: String) -> [[String]] {
    var rows: [[String]] = []
    var (row, field) = ([String](), String.UnicodeScalarView())
    var (isQuoted, wasQuote) = (false, false)
    for scalar in text.unicodeScalars {
      if isQuoted {
        if scalar == "\"" {
          (isQuoted, wasQuote) = (false, true)
        } else {
          field.append(scalar)
        }
        continue
      }
      switch scalar {
      case "\"":
        if wasQuote { field.append("\"") }
        (isQuoted, wasQuote) = (true, false)
        continue
      case ",":
        row.append(String(field))
        field = .init()
      case "\n":
        row.append(String(field))
        if row != [""] { rows.append(row) }
        (row, field) = ([], .init())
        if rows.count > ImportedFile.most { return rows }
      case "\r": break
      default: field.append(scalar)
      }
      wasQuote = false
    }
    row.append(String(field))
    return row == [""] ? rows : rows + [row]
  }
}
