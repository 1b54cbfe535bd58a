internal import Database
internal import Stories
internal import StoryFormats
internal import Words

/// The desks of feeds: the folders into which a reader has put them in a feed reader, or else their titles
/// there, by the OPML files of the library.
///
/// A feed is known by its title or, where the reader has given it another one, by the address of its page, at
/// which those of its stories begin. What two feeds have in common tells neither.
struct FeedDesks: Hashable, Sendable {
  /// The most feeds of a library's lists.
  static let most = 10_000

  /// The desks by folded title or by address, with a sign before them; "" where they differ.
  private var desks: [String: String] = [:]

  var isEmpty: Bool { desks.isEmpty }

  /// No desks.
  init() {}

  init(_ feeds: [FeedOutline]) {
    for feed in feeds.prefix(Self.most) {
      let desk = String((feed.folder ?? feed.title).prefix(100))
      guard !desk.isEmpty else { continue }
      if !feed.title.isEmpty { add(desk, for: Self.key(title: feed.title)) }
      if let home = feed.home.flatMap(NameKey.url) { add(desk, for: "@" + home) }
    }
  }

  private mutating func add(_ desk: String, for key: String) {
    desks[key] = desks[key].map { $0 == desk ? desk : "" } ?? desk
  }

  private static func key(title: String) -> String { "=" + SearchText.fold(String(title.prefix(200))) }

  /// The desk of a feed's story; nil if no list names the feed.
  func desk(of story: Story) -> String? {
    guard !desks.isEmpty else { return nil }
    if let title = story.wire.provider, let desk = desks[Self.key(title: title)], !desk.isEmpty {
      return desk
    }
    guard let url = story.url.flatMap(NameKey.url) else { return nil }
    var beginning = url[...]
    while true {
      if let desk = desks["@" + beginning] { return desk.isEmpty ? nil : desk }
      guard let slash = beginning.utf8.lastIndex(of: UInt8(ascii: "/")) else { return nil }
      beginning = beginning[..<slash]
    }
  }

  /// Puts the stories of a feed on its desk.
  func name(_ stories: inout [Story]) {
    guard !desks.isEmpty else { return }
    for index in stories.indices {
      if let desk = desk(of: stories[index]) { stories[index].section = desk }
    }
  }
}

// MARK: - The index

extension FeedDesks {
  /// The row of the index that has them.
  private static let row = "desks of feeds"
  /// The most lists that are read, and the largest, in bytes.
  private static let (lists, size) = (32, 4 << 20)

  /// The lists of a library as they are now: their paths, sizes and times.
  private static func lists(among files: FileList) -> [Scanner.Entry] {
    var found: [Scanner.Entry] = []
    for index in files.indices where files.ends(index, with: ".opml") && found.count < lists {
      if files.facts(index).size <= size { found.append(files[index]) }
    }
    return found
  }

  /// The desks that the index knows.
  static func known(to db: Connection) throws -> FeedDesks {
    let text = try String.fetchOne(
      db.cachedStatement(sql: "SELECT value FROM main.setting WHERE name = ?"), arguments: [row])
    var desks = FeedDesks()
    for line in (text ?? "").split(separator: "\n").dropFirst() {
      let parts = line.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false)
      if parts.count == 2 { desks.desks[String(parts[0])] = String(parts[1]) }
    }
    return desks
  }

  /// Reads the lists again if they have changed, and has all feeds read again if that changes their desks.
  static func renew(_ library: Library, files: FileList) throws(LibraryError) {
    let found = lists(among: files)
    let state = found.map { "\($0.path.debugDescription) \($0.size) \($0.modified)" }.joined(separator: " ")
    let known = try library.read { db in
      try String.fetchOne(db, sql: "SELECT value FROM setting WHERE name = ?", arguments: [row])
    }
    guard (known ?? "").prefix(while: { $0 != "\n" }) != state else { return }
    var feeds: [FeedOutline] = []
    for list in found {
      guard let content = try? SafeFile(root: library.root).read(list.path) else { continue }
      let text = TextDecoding.decode(content.bytes).text
      feeds += FeedOutline.all(in: text, atMost: most - feeds.count)
    }
    let desks = FeedDesks(feeds)
    let lines = desks.desks.sorted { $0.key < $1.key }.map { "\($0)\t\($1)" }
    let formats = library.formats.filter(\.keepsWhatLeaves).map(\.name)
    try library.write { db in
      if try desks != FeedDesks.known(to: db) {
        for format in formats {
          try db.execute(
            sql: "UPDATE file SET state = ?, hash = NULL WHERE format = ?",
            arguments: [FileState.again.rawValue, format])
        }
      }
      try db.execute(
        sql: "INSERT OR REPLACE INTO setting(name, value) VALUES (?, ?)",
        arguments: [row, ([state] + lines).joined(separator: "\n")])
    }
  }
}
