internal import Database
internal import Stories
internal import Words

/// Translations that name each other by address, path or guid.
///
/// One of two stories need only name the other. But a site may name one page from many, or have another story
/// at that address by now: so the languages must be as they are said to be, and a story that several stories
/// of one language name is the translation only of those that it names itself.
extension Translations {
  /// The most stories looked at that name one story.
  private static let claimants = 64

  /// The hashes by which the index finds the stories that name another as their translation.
  static func claims(of story: Story) -> [Int64] {
    story.translations.prefix(Translation.most).flatMap { named in
      StoryNames.hashes(of: named.naming, target: named.target).map { claim($0, in: named.language) }
    }
  }

  /// The claim that a story with a name exists in a language; nil if its language is not said.
  ///
  /// Like a web address, it is no fault if it leads nowhere; see `StoryNames.hash`.
  private static func claim(_ name: Int64, in language: String?) -> Int64 {
    hash("named \(name) \(language.map(LanguageTag.primary) ?? "")") | 1
  }

  /// The stories that a story names.
  func claimed(by story: Story, in own: String) throws -> [StoryID] {
    let resolver = ReferenceResolver(db: db)
    var found: [StoryID] = []
    for named in story.translations.prefix(Translation.most) {
      guard let id = try resolver.story(named.naming, target: named.target), id != story.id,
        let language = try language(of: id), LanguageTag.primary(language) != LanguageTag.primary(own),
        named.language.map({ LanguageTag.primary($0) == LanguageTag.primary(language) }) ?? true
      else { continue }
      let names = StoryNames.hashes(of: named.naming, target: named.target)
      let rivals = try stories(claiming: names, in: language).filter {
        $0.id != story.id && LanguageTag.primary($0.language) == LanguageTag.primary(own)
      }
      if try rivals.isEmpty || claims(id, story, in: own) { found.append(id) }
    }
    return found
  }

  /// The stories that name a story.
  func claiming(_ story: Story, in own: String) throws -> [StoryID] {
    let resolver = ReferenceResolver(db: db)
    var byLanguage: [String: Set<StoryID>] = [:]
    for (naming, key) in ReferenceResolver.names(for: story) where !key.isEmpty {
      let others = try stories(claiming: [StoryNames.hash(naming, key)], in: own)
      guard !others.isEmpty, try resolver.means(story, naming, key) else { continue }
      for other in others where other.id != story.id {
        let language = LanguageTag.primary(other.language)
        if language != LanguageTag.primary(own) { byLanguage[language, default: []].insert(other.id) }
      }
    }
    return byLanguage.sorted { $0.key < $1.key }.compactMap { $0.value.count == 1 ? $0.value.first : nil }
  }

  private func language(of id: StoryID) throws -> String? {
    try String.fetchOne(
      db.cachedStatement(sql: "SELECT language FROM main.story WHERE id = ?"), arguments: [id.databaseValue])
  }

  /// The stories that say that a story with one of some names, in a language, is their translation.
  private func stories(claiming names: [Int64], in language: String) throws -> [(
    id: StoryID, language: String
  )] {
    var found: [StoryID: String] = [:]
    for name in names {
      for claim in [Self.claim(name, in: language), Self.claim(name, in: nil)] {
        let rows = try Row.fetchAll(
          db.cachedStatement(
            sql: """
              SELECT story.id, story.language FROM link JOIN main.story ON story.position = link.story
              WHERE link.hash = ? AND story.newest IS NULL AND story.status IS NULL LIMIT \(Self.claimants)
              """),
          arguments: [claim])
        for row in rows {
          if let id = row.integer(0) { found[StoryID(databaseValue: id)] = row.text(1) ?? "" }
        }
      }
    }
    return found.map { ($0.key, $0.value) }
  }

  /// Whether a story names another as its translation.
  private func claims(_ id: StoryID, _ other: Story, in language: String) throws -> Bool {
    for (naming, key) in ReferenceResolver.names(for: other) where !key.isEmpty {
      if try stories(claiming: [StoryNames.hash(naming, key)], in: language).contains(where: { $0.id == id })
      {
        return true
      }
    }
    return false
  }
}
