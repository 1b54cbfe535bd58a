internal import Database
public import Stories

extension Library {
  /// The problems of the library: unreadable files, references to missing stories, stories without a headline
  /// or a date, missing pictures.
  ///
  /// Sorted by path, then by line.
  public func problems() throws -> [Problem] {
    let dead = try deadReferences()
    return try read { db in
      var problems = try Row.fetchAll(db, sql: "SELECT path, line, reason FROM problem").map {
        Problem(path: $0.text(0) ?? "", line: $0.int(1), reason: $0.text(2) ?? "")
      }
      problems += dead
      let undated = try String.fetchAll(
        db,
        sql:
          """
          SELECT DISTINCT file.path FROM story JOIN file ON file.id = story.file
          WHERE story.published IS NULL
          """
      )
      problems += undated.map { Problem(path: $0, reason: "the story has no date") }
      let untitled = try String.fetchAll(
        db,
        sql:
          "SELECT DISTINCT file.path FROM story JOIN file ON file.id = story.file WHERE story.headline = ''")
      problems += untitled.map { Problem(path: $0, reason: "the story has no headline") }
      return problems.enumerated()
        .sorted {
          ($0.element.path, $0.element.line ?? 0, $0.offset) < (
            $1.element.path, $1.element.line ?? 0, $1.offset
          )
        }
        .map(\.element)
    }
  }

  /// References that lead to no story.
  ///
  /// The index tells which stories may have some; their files are then read.
  private func deadReferences() throws -> [Problem] {
    let suspects = try read { db in
      try Int64.fetchAll(
        db,
        sql: """
          SELECT id FROM story WHERE position IN (
            SELECT story FROM link WHERE hash IN (?, ?)
              OR hash & 3 = 0 AND (SELECT count(*) FROM name WHERE name.hash = link.hash) <> 1)
          ORDER BY position
          """, arguments: [StoryNames.anchored, StoryNames.pictured])
    }
    var dead: [Problem] = []
    var seen: Set<Problem> = []
    var parts: [StoryID: PartNames?] = [:]
    for id in suspects {
      guard let story = try? story(StoryID(databaseValue: id)) else { continue }
      for reference in story.deadReferences
      where !(reference.target.map(SafeFile(root: root).exists) ?? false) {
        let named = reference.target.map { $0 == reference.text ? "" : " (\($0))" } ?? ""
        var reason = "the reference “\(reference.text)” finds no story\(named)"
        if let id = reference.probably, let meant = try listing(of: id) {
          reason += "; it probably means “\(meant.headline)” (\(meant.path))"
        }
        let problem = Problem(path: story.path, reason: reason)
        if seen.insert(problem).inserted { dead.append(problem) }
      }
      for problem in missingParts(of: story, known: &parts) + missingPictures(of: story)
      where seen.insert(problem).inserted {
        dead.append(problem)
      }
    }
    return dead
  }

  /// The links of a resolved story to parts that the target does not have.
  private func missingParts(of story: Story, known: inout [StoryID: PartNames?]) -> [Problem] {
    story.references.compactMap { reference in
      guard let id = reference.story, let part = reference.anchor, reference.naming != .url else {
        return nil
      }
      let isOwn = id == story.id
      if known[id] == nil {
        if known.count > Self.mostKnownParts { known = [:] }
        let other = isOwn ? story : try? unresolved(id).story
        // A web page keeps only the anchors that its own links use.
        known[id] = .some(other?.format == "markdown" ? other?.partNames : nil)
      }
      guard case .some(.some(let names)) = known[id], names.place(of: part) == nil else { return nil }
      let home =
        isOwn ? "this story" : (try? listing(of: id)).flatMap { $0 }.map { "“\($0.headline)” (\($0.path))" }
      return Problem(path: story.path, reason: "\(home ?? "its story") has no part “\(part)”")
    }
  }

  /// How many stories' parts are remembered at once.
  private static let mostKnownParts = 256
}

extension Story {
  /// The references and teasers of a resolved story that lead nowhere, except web addresses.
  fileprivate var deadReferences: [(text: String, target: String?, probably: StoryID?)] {
    let references = references.filter {
      $0.story == nil && ![.url, .nothing].contains($0.naming) && $0.kind == .story
    }
    let teasers = teasers.filter { $0.story == nil && $0.naming != .url }
    return references.map { ($0.text, $0.target, $0.probably) }
      + teasers.map { ($0.title, $0.target, $0.probably) }
  }
}
