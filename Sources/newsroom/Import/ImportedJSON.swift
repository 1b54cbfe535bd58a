internal import Stories
internal import StoryFormats

/// Exports in JSON: wallabag, Omnivore, Readwise and its Reader.
enum ImportedJSON {
  /// The entries of a list, or of the list that an object has; nil if there is none.
  static func entries(_ value: JSONValue) -> (String, [ImportedEntry])? {
    let list = value["results"] ?? value["items"] ?? value["articles"] ?? value
    guard case .array(let values) = list else { return nil }
    var program = "JSON"
    let entries = values.compactMap { value -> ImportedEntry? in
      if value["is_archived"] != nil {
        program = "wallabag"
      } else if value["savedAt"] != nil || value["labels"] != nil {
        program = "Omnivore"
      } else if value["highlights"] != nil || value["source_url"] != nil {
        program = "Readwise"
      }
      return entry(value)
    }
    return values.isEmpty || !entries.isEmpty ? (program, entries) : nil
  }

  private static func entry(_ value: JSONValue) -> ImportedEntry? {
    func text(_ names: String...) -> String? { names.lazy.compactMap { value[$0]?.text }.first }
    func isTrue(_ name: String) -> Bool {
      switch value[name] {
      case .bool(true)?, .number(1)?: true
      case .string(let text)?: text == "1" || text == "true"
      default: false
      }
    }
    guard let url = text("source_url", "originalArticleUrl", "url", "given_url") else { return nil }
    var entry = ImportedEntry(url: url)
    entry.title = text("readable_title", "title", "resolved_title") ?? ""
    entry.authors = (value["published_by"]?.list ?? value["author"]?.list ?? []).compactMap(\.text)
    entry.date = ImportedFile.date(
      text("published_at", "publishedAt", "published_date", "saved_at", "savedAt", "created_at", "time_added")
    )
    entry.tags = tags(value["tags"] ?? value["labels"] ?? value["book_tags"] ?? .null)
    let state = text("state", "location", "status")?.lowercased() ?? ""
    entry.isRead = isTrue("is_archived") || ["archived", "archive", "read"].contains(state)
    entry.isSaved =
      isTrue("is_starred") || ["new", "later", "shortlist", "active", "succeeded"].contains(state)
    entry.clips = (value["highlights"]?.list ?? []).compactMap { highlight in
      (highlight["text"] ?? highlight["quote"])?.text.map { words in
        Clip(
          words: words, note: (highlight["note"] ?? highlight["annotation"])?.text ?? "",
          kept: ImportedFile.date((highlight["highlighted_at"] ?? highlight["created_at"])?.text)?.seconds)
      }
    }
    return entry
  }

  /// Tags as texts, as objects with names, or as an object by name.
  private static func tags(_ value: JSONValue) -> [String] {
    switch value {
    case .object(let members): members.keys.sorted()
    default: value.list.compactMap { $0.text ?? $0["name"]?.text ?? $0["label"]?.text }
    }
  }
}
