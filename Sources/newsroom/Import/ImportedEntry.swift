internal import Stories
internal import StoryFormats

/// What another program kept of a page.
struct ImportedEntry: Hashable, Sendable {
  /// Its address.
  var url: String
  /// Its title; empty if the program did not say.
  var title = ""
  var authors: [String] = []
  /// The tags and folders it was filed under.
  var tags: [String] = []
  /// When it was kept, or published; nil if the program did not say.
  var date: Timestamp?
  /// Whether it was kept for later, or given a star.
  var isSaved = false
  /// Whether it was read, or put into the archive.
  var isRead = false
  /// Words that were marked in it.
  var clips: [Clip] = []
}

/// The entries of a file, and the program that wrote it.
struct ImportedFile: Sendable {
  var program: String
  var entries: [ImportedEntry]

  /// The most entries of a file.
  static let most = 100_000

  /// Reads a file by its content; nil if no known program wrote it.
  init?(_ bytes: [UInt8]) {
    let text = TextDecoding.decode(bytes).text
    let beginning = text.prefix(2_000).lowercased()
    let first = beginning.drop(while: \.isWhitespace).first
    let found: (String, [ImportedEntry])? =
      if first == "[" || first == "{" {
        JSONReader.value(of: text).flatMap(ImportedJSON.entries)
      } else if beginning.contains("<opml") {
        ("OPML", ImportedMarkup.outlines(text))
      } else if first == "<",
        beginning.contains("<a ") || beginning.contains("netscape-bookmark") || beginning.contains("<html")
      {
        (beginning.contains("netscape") ? "browser bookmarks" : "a page of links", ImportedMarkup.links(text))
      } else {
        ImportedTable.entries(text)
      }
    guard let (program, all) = found else { return nil }
    (self.program, entries) = (program, Self.joined(all))
  }

  /// Each address once, with what all its entries say; only addresses of the web.
  private static func joined(_ all: [ImportedEntry]) -> [ImportedEntry] {
    var places: [String: Int] = [:]
    var entries: [ImportedEntry] = []
    for entry in all.prefix(most) {
      let lower = entry.url.lowercased()
      guard lower.hasPrefix("http://") || lower.hasPrefix("https://"), entry.url.utf8.count <= 8_192 else {
        continue
      }
      guard let place = places[entry.url] else {
        places[entry.url] = entries.count
        entries.append(entry)
        continue
      }
      entries[place].tags += entry.tags.filter { !entries[place].tags.contains($0) }
      entries[place].clips += entry.clips
      entries[place].isSaved = entries[place].isSaved || entry.isSaved
      entries[place].isRead = entries[place].isRead || entry.isRead
      if entries[place].title.isEmpty { entries[place].title = entry.title }
      entries[place].date = entries[place].date ?? entry.date
    }
    return entries
  }

  /// A moment in seconds since 1970, in milliseconds or microseconds, or in any written form.
  static func date(_ text: String?) -> Timestamp? {
    guard let text = text.map({ $0.filter { !$0.isNewline } }), !text.isEmpty else { return nil }
    guard let number = Int64(text) else { return DateReading.read(text) }
    guard number > 0 else { return nil }
    let seconds =
      number > 100_000_000_000_000 ? number / 1_000_000 : number > 100_000_000_000 ? number / 1_000 : number
    return Timestamp(seconds: seconds)
  }
}
