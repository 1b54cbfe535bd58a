internal import GRDB
internal import Stories

/// Finds the stories that references mean.
///
/// Asked for when a story is opened, so that a reference comes alive as soon as its story arrives. Where several
/// stories could be meant, none is, unless one is called exactly so.
struct ReferenceResolver {
  let db: Database

  /// The story that a target means; nil where none, or no single one, is meant.
  func story(_ naming: Reference.Naming, target: String?) throws -> StoryID? {
    guard let key = StoryNames.key(of: naming, target: target), let target else { return nil }
    switch naming {
    case .headline: return try headline(target, key: key)
    case .path: return try only(naming: .path, key) ?? only(naming: .slug, Folding.slugKey(key))
    case .url: return try only(naming: .url, key)
    case .slug: return try only(naming: .slug, key) ?? headline(target, key: Folding.key(target))
    case .nothing: return nil
    }
  }

  private func headline(_ headline: String, key: String) throws -> StoryID? {
    let rows = try Row.fetchAll(
      db.cachedStatement(sql: "SELECT id, headline FROM story WHERE key = ? ORDER BY position DESC LIMIT 20"),
      arguments: [key])
    let exact = rows.count == 1 ? rows : rows.filter { $0.text(1) == headline }
    return exact.count == 1 ? exact[0].integer(0).map(StoryID.init(databaseValue:)) : nil
  }

  private func only(naming: Reference.Naming, _ key: String) throws -> StoryID? {
    let found = try Int64.fetchAll(
      db.cachedStatement(sql: "SELECT DISTINCT story FROM name WHERE naming = ? AND key = ? LIMIT 2"),
      arguments: [naming.rawValue, key])
    return found.count == 1 ? StoryID(databaseValue: found[0]) : nil
  }

  /// Fills in the stories that a story's references and teasers mean.
  func resolved(_ story: Story) throws -> Story {
    var story = story
    for index in story.references.indices {
      let reference = story.references[index]
      let found = try self.story(reference.naming, target: reference.target)
      story.references[index].story = found
      // A web address that one of our stories was published at leads to that story.
      if found != nil { story.references[index].kind = .story }
    }
    for index in story.teasers.indices {
      let teaser = story.teasers[index]
      let byTarget = try self.story(teaser.naming, target: teaser.target)
      story.teasers[index].story = try byTarget ?? self.story(.headline, target: teaser.title)
    }
    return story
  }

  /// The stories whose references mean this one, newest first.
  func stories(linkingTo story: Story, limit: Int) throws -> [StoryID] {
    var names = StoryNames.own(of: story)
    names.append((Reference.Naming.headline.rawValue, Folding.key(story.headline)))
    names.append((Reference.Naming.slug.rawValue, Folding.key(story.headline)))
    // Relative links name a path; other links may name it by its last part alone.
    names += story.slugs.prefix(20).map { (Reference.Naming.path.rawValue, $0.lowercased()) }
    var found: [Int64: Int64] = [:]
    for (naming, key) in names where !key.isEmpty {
      let rows = try Row.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT story.id, story.position, link.target, link.text FROM link
            JOIN story ON story.id = link.story
            WHERE link.naming = ? AND link.key = ? ORDER BY story.position DESC LIMIT ?
            """),
        arguments: [naming, key, limit * 4])
      for row in rows {
        // The words may mean another story as well, or rather.
        guard let id = row.integer(0), found[id] == nil, let naming = Reference.Naming(rawValue: naming),
          try self.story(naming, target: row.text(2) ?? row.text(3)) == story.id
        else { continue }
        found[id] = row.integer(1) ?? 0
      }
    }
    found[story.id.databaseValue] = nil
    return found.sorted { $0.value > $1.value }.prefix(limit).map { StoryID(databaseValue: $0.key) }
  }
}
