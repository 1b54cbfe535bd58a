internal import Stories
internal import StoryFormats

/// Exports in markup: the bookmarks of browsers (Netscape's form), pages of links, and OPML.
///
/// Only tags are read, one after the other.
enum ImportedMarkup {
  /// The links of a page; headings above a list are its folders.
  static func links(_ text: String) -> [ImportedEntry] {
    var entries: [ImportedEntry] = []
    var folders: [String] = []
    var (heading, title): (String?, String?) = (nil, nil)
    MarkupTags.each(in: text) { tag in
      let attributes = tag.attributes
      heading? += tag.textBefore
      title? += tag.textBefore
      switch tag.name {
      case "h1", "h2", "h3": heading = ""
      case "/h1", "/h2", "/h3": heading = heading?.squeezed
      case "dl", "ul": folders.append(take(&heading)?.squeezed ?? "")
      case "/dl", "/ul": _ = folders.popLast()
      case "a":
        guard let url = attributes["href"], entries.count < ImportedFile.most else { return }
        var entry = ImportedEntry(url: url)
        entry.date = ImportedFile.date(attributes["add_date"] ?? attributes["time_added"])
        entry.tags = (attributes["tags"] ?? "").split(separator: ",").map(\.squeezed)
        let known = folders.filter { !$0.isEmpty && !ordinary.contains($0.lowercased()) }
        entry.tags += known.suffix(1)
        let list = folders.last?.lowercased() ?? ""
        entry.isRead = list.contains("archive")
        entry.isSaved = list == "unread" || attributes["toread"] == "1"
        entries.append(entry)
        title = ""
      case "/a":
        if let words = title?.squeezed, !entries.isEmpty, entries[entries.count - 1].title.isEmpty {
          entries[entries.count - 1].title = words
        }
        title = nil
      default: break
      }
    }
    return entries
  }

  /// The lists that every export has, which say nothing of a page.
  private static let ordinary: Set<String> = [
    "bookmarks", "bookmarks bar", "bookmarks menu", "bookmarks toolbar", "other bookmarks", "unread",
    "read archive", "archive",
  ]

  /// The feeds of an OPML file, with their titles; outlines around them are their tags.
  static func outlines(_ text: String) -> [ImportedEntry] {
    FeedOutline.all(in: text, atMost: ImportedFile.most).compactMap { feed in
      guard let url = feed.home ?? feed.address else { return nil }
      var entry = ImportedEntry(url: url)
      (entry.title, entry.tags) = (feed.title, feed.folder.map { [$0] } ?? [])
      entry.date = ImportedFile.date(feed.created)
      return entry
    }
  }

  private static func take(_ text: inout String?) -> String? {
    defer { text = nil }
    return text
  }
}
