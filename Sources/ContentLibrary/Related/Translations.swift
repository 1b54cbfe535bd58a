internal import Database
internal import Stories
internal import Words

/// Finds a story's translations: the same story in other languages.
///
/// They are known by a key that they share (`translationKey` of static site generators), by paths that differ
/// only in the language (`da/docs/faq.md`, `faq.da.md`), by ids that differ only in it (`4711-da`), or because
/// one names the other (`Story.translations`).
struct Translations {
  /// The most translations offered.
  private static let most = 5
  /// The most stories looked at per name.
  private static let bearers = 64

  let db: Connection
  /// The reader's languages as tags or names of locales, the most wanted first.
  let wanted: [String]

  /// The translations with their languages, one for each: first those in the reader's languages, then those
  /// in the languages of most stories of the library.
  func all(of story: Story) throws -> [(listing: Listing, language: String)] {
    guard let own = story.language else { return [] }
    var found: [(id: StoryID, language: String, stories: Int)] = []
    func add(_ condition: String, _ argument: Int64) throws {
      let rows = try Row.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT story.id, story.language,
              ifnull((SELECT total FROM main.facet WHERE kind = 'language' AND value = story.language), 0)
            FROM main.story WHERE \(condition) AND story.newest IS NULL AND story.status IS NULL
              AND story.language <> ? ORDER BY story.position DESC LIMIT \(Self.bearers)
            """),
        arguments: [argument, own])
      for row in rows {
        guard let id = row.integer(0), let language = row.text(1),
          !found.contains(where: { $0.language == language })
        else { continue }
        found.append((StoryID(databaseValue: id), language, row.int(2) ?? 0))
      }
    }
    for hash in Self.wanted(by: story) {
      try add("story.position IN (SELECT story FROM main.name WHERE hash = ?)", hash)
    }
    // A story without a language in its id is found by the id itself.
    if let original = story.identifier.flatMap({ Self.name($0, without: own) }) {
      try add("story.id = ?", StoryID(identifier: original).databaseValue)
    }
    for id in try claimed(by: story, in: own) + claiming(story, in: own) {
      try add("story.id = ?", id.databaseValue)
    }
    let ranks = Dictionary(
      wanted.reversed().enumerated().map { (LanguageTag.primary($1), -$0) }, uniquingKeysWith: min)
    func rank(_ language: String) -> Int { ranks[LanguageTag.primary(language)] ?? 1 }
    return
      try found
      .sorted {
        (rank($0.language), -$0.stories, $0.language) < (rank($1.language), -$1.stories, $1.language)
      }.prefix(Self.most)
      .compactMap { other in
        try WindowRows.listing(of: other.id, in: db).map { ($0, other.language) }
      }
  }

  /// The hashes of the names that a story shares with its translations, for the index.
  static func shared(by story: Story) -> [Int64] {
    guard let language = story.language else { return [] }
    return [
      story.translationKey.map { "key " + SearchText.fold(String($0.prefix(1_000))) },
      path(story.path, without: language).map { "path " + $0 },
      story.identifier.flatMap { name($0, without: language) }.map { "id " + $0 },
    ].compactMap(\.self).map(hash)
  }

  /// The hashes of the names that its translations may have: also those of a story without a language in its
  /// path or id.
  private static func wanted(by story: Story) -> [Int64] {
    let language = story.language ?? ""
    return shared(by: story) + [hash("path " + NameKey.path(story.path))]
      + (path(story.path, without: language).map { [StoryNames.hash(.path, $0)] } ?? [])
      + (story.identifier.map { [hash("id " + $0)] } ?? [])
  }

  static func hash(_ name: String) -> Int64 { StoryNames.hash(.nothing, "translation " + name) }

  /// A path as links give it without the folder or ending that is the language; nil if it has none.
  private static func path(_ path: String, without language: String) -> String? {
    var parts = path.split(separator: "/").map(String.init)
    guard let file = parts.popLast() else { return nil }
    if let place = parts.firstIndex(where: { LanguageTag.normal($0) == LanguageTag.normal(language) }) {
      parts.remove(at: place)
      return NameKey.path((parts + [file]).joined(separator: "/"))
    }
    let names = file.split(separator: ".")
    guard names.count > 2, LanguageTag.normal(names[names.count - 2]) == LanguageTag.normal(language) else {
      return nil
    }
    let plain = (names.dropLast(2) + names.suffix(1)).joined(separator: ".")
    return NameKey.path((parts + [plain]).joined(separator: "/"))
  }

  /// A name without the language at its end; nil if it has none there.
  private static func name(_ name: String, without language: String) -> String? {
    guard let mark = name.lastIndex(where: { "-_.:/".contains($0) }), mark > name.startIndex,
      LanguageTag.normal(name[name.index(after: mark)...]) == LanguageTag.normal(language)
    else { return nil }
    return String(name[..<mark])
  }
}
