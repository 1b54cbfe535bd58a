internal import Database
internal import Stories
internal import Words

/// Finds the stories that references mean.
///
/// References are resolved when a story is opened, so that they work as soon as their stories arrive. If
/// several stories could be meant, none is, unless one has exactly that name.
struct ReferenceResolver {
  /// The most references per story compared with similar headlines; each takes some milliseconds.
  private static let maximumNear = 24

  let db: Connection

  /// The story that a target means; nil if none is meant, or no single one.
  func story(_ naming: Reference.Naming, target: String?) throws -> StoryID? {
    guard let key = StoryNames.key(of: naming, target: target), let target else { return nil }
    switch naming {
    case .headline: return try headline(target, key: key)
    case .path: return try only(naming: .path, key) ?? only(naming: .slug, NameKey.slug(key))
    case .url:
      if let id = try only(naming: .url, key) { return id }
      return try NameKey.dated(url: key).flatMap { try only(naming: .url, $0) }
    case .slug: return try note(target, key: key) ?? headline(target, key: SearchText.fold(target))
    case .nothing: return nil
    }
  }

  /// The story that a wiki link names by its file: by the end of its path if it has folders, or else by
  /// name; of several files of that name, the one at the top of the library.
  private func note(_ name: String, key: String) throws -> StoryID? {
    let path = NameKey.path(name)
    guard name.contains("/") else {
      return try only(naming: .slug, key) ?? only(naming: .path, path)
    }
    if let id = try only(naming: .path, path) { return id }
    let parts = name.split(separator: "/").map { SearchText.fold(String($0)) }
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT story.id, file.path FROM name JOIN main.story ON story.position = name.story
          JOIN file ON file.id = story.file WHERE name.hash = ? AND story.newest IS NULL LIMIT 64
          """),
      arguments: [StoryNames.hash(.slug, key)])
    let fitting = rows.compactMap { row -> Int64? in
      let whole = NameKey.path(row.text(1) ?? "").split(separator: "/").map { SearchText.fold(String($0)) }
      return whole.suffix(parts.count) == parts[...] ? row.integer(0) : nil
    }
    if fitting.count == 1 { return StoryID(databaseValue: fitting[0]) }
    return try only(naming: .slug, key)
  }

  private func headline(_ headline: String, key: String) throws -> StoryID? {
    let rows = try named(.headline, key, limit: 20)
    let exact = rows.count == 1 ? rows : rows.filter { $0.headline == headline }
    return exact.count == 1 ? exact[0].id : nil
  }

  private func only(naming: Reference.Naming, _ key: String) throws -> StoryID? {
    let found = try named(naming, key, limit: 2)
    return found.count == 1 ? found[0].id : nil
  }

  /// The stories with a name, newest first, and only the first of a story's versions.
  func named(_ naming: Reference.Naming, _ key: String, limit: Int) throws -> [(
    id: StoryID, headline: String
  )] {
    guard !key.isEmpty else { return [] }
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT story.id, story.headline, ifnull(story.newest, story.position), story.newest IS NULL
          FROM name
          JOIN main.story ON story.position = name.story
          WHERE name.hash = ? ORDER BY name.story DESC LIMIT \(max(limit, 2) * 4)
          """),
      arguments: [StoryNames.hash(naming, key)])
    var leads: Set<Int64> = []
    return Array(
      (rows.filter { $0.int(3) == 1 } + rows.filter { $0.int(3) == 0 }).compactMap { row in
        guard let id = row.integer(0), leads.insert(row.integer(2) ?? 0).inserted else { return nil }
        return (StoryID(databaseValue: id), row.text(1) ?? "")
      }.prefix(limit))
  }

  /// Resolves a story's references and teasers.
  func resolved(_ story: Story) throws -> Story {
    var story = story
    var left = Self.maximumNear
    func near(_ headline: String) throws -> (id: StoryID, isCertain: Bool)? {
      guard left > 0 else { return nil }
      left -= 1
      // A story that quotes its own headline does not mean itself.
      return try NearHeadline(db: db, language: story.language).story(headline).flatMap {
        $0.id == story.id ? nil : $0
      }
    }
    for index in story.references.indices {
      let reference = story.references[index]
      if reference.isWithin {
        story.references[index].story = story.id
        continue
      }
      let found = try self.story(reference.naming, target: reference.target)
      story.references[index].story = found
      // A web address at which a story of the library was published leads to that story.
      if found != nil { story.references[index].kind = .story }
      if let name = reference.nameBeyondLibrary {
        story.references[index].probably = try only(naming: .slug, name)
        continue
      }
      guard found == nil, let words = reference.headlineWords, let near = try near(words) else { continue }
      if near.isCertain {
        story.references[index].story = near.id
      } else {
        story.references[index].probably = near.id
      }
    }
    for index in story.teasers.indices {
      let teaser = story.teasers[index]
      let byTarget = try self.story(teaser.naming, target: teaser.target)
      story.teasers[index].story = try byTarget ?? self.story(.headline, target: teaser.title)
      guard story.teasers[index].story == nil, let near = try near(teaser.title) else { continue }
      if near.isCertain {
        story.teasers[index].story = near.id
      } else {
        story.teasers[index].probably = near.id
      }
    }
    return story
  }

  /// The stories whose references mean this one, newest first.
  func stories(linkingTo story: Story, limit: Int) throws -> [StoryID] {
    var names = Self.names(for: story)
    names = try names.filter { try !$0.key.isEmpty && means(story, $0.naming, $0.key) }
    names += try headlines(meaning: story)
    var found: [Int64: Int64] = [:]
    for (naming, key) in names {
      let rows = try Row.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT story.id, story.position FROM link JOIN main.story ON story.position = link.story
            WHERE link.hash = ? ORDER BY link.story DESC LIMIT ?
            """),
        arguments: [StoryNames.hash(naming, key), limit * 4])
      for row in rows {
        if let id = row.integer(0) { found[id] = row.integer(1) ?? 0 }
      }
    }
    found[story.id.databaseValue] = nil
    return found.sorted { $0.value > $1.value }.prefix(limit).map { StoryID(databaseValue: $0.key) }
  }

  /// The names by which references may mean a story; relative links give a path, and other links may give
  /// only its last part.
  static func names(for story: Story) -> [(naming: Reference.Naming, key: String)] {
    StoryNames.own(of: story) + story.slugs.prefix(20).map { (.path, $0.lowercased()) }
  }

  /// The headlines that mean this story: any way of writing it if no other story has it, or else only the
  /// exact one, if that is unique.
  private func headlines(meaning story: Story) throws -> [(Reference.Naming, String)] {
    let key = SearchText.fold(story.headline)
    let called = try named(.headline, key, limit: 20)
    if called.count == 1 { return [(.headline, key), (.slug, key)] }
    let exact = called.filter { $0.headline == story.headline }
    return exact.count == 1 ? [(.headline, StoryNames.exact(story.headline))] : []
  }

  /// Whether a name means this story and no other.
  func means(_ story: Story, _ naming: Reference.Naming, _ key: String) throws -> Bool {
    let found: StoryID? =
      switch naming {
      case .path: try only(naming: .path, key) ?? only(naming: .slug, NameKey.slug(key))
      case .slug: try only(naming: .slug, key)
      case .url: try only(naming: .url, key)
      case .headline, .nothing: nil
      }
    return found == story.id
  }
}

extension Reference {
  /// The slug of a link to a path outside the library: on a website it may be the address of a page beside
  /// this one.
  fileprivate var nameBeyondLibrary: String? {
    guard naming == .path, let target, target.hasPrefix("../") else { return nil }
    let name = NameKey.slug(NameKey.path(target))
    return name.count >= 4 ? name : nil
  }

  /// The headline by which it names its story, if it does.
  fileprivate var headlineWords: String? {
    switch naming {
    case .headline: target
    // A slug with spaces is a wiki link to a headline.
    case .slug: target.flatMap { $0.contains(" ") ? $0 : nil }
    case .path, .url, .nothing: nil
    }
  }
}
