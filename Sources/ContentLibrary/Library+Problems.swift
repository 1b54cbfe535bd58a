internal import GRDB
public import Stories

extension Library {
  /// What a desk would want to mend: unreadable files, references that lead nowhere, stories without headline or date.
  ///
  /// By path, and in the order of the file.
  public func problems() throws -> [Problem] {
    try read { db in
      var problems = try Row.fetchAll(db, sql: "SELECT path, line, reason FROM problem").map {
        Problem(path: $0.text(0) ?? "", line: $0.int(1), reason: $0.text(2) ?? "")
      }
      problems += try deadReferences(db)
      let undated = try String.fetchAll(
        db,
        sql:
          "SELECT DISTINCT file.path FROM story JOIN file ON file.id = story.file WHERE story.published IS NULL"
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

  private func deadReferences(_ db: Database) throws -> [Problem] {
    let resolver = ReferenceResolver(db: db)
    var dead: [Problem] = []
    var seen: Set<Problem> = []
    let links = try Row.fetchCursor(
      db,
      sql: """
        SELECT DISTINCT link.naming, link.text, link.target, file.path FROM link
        JOIN story ON story.id = link.story JOIN file ON file.id = story.file WHERE link.naming <> 'url'
        """)
    while let link = try links.next() {
      let (text, target) = (link.text(1) ?? "", link.text(2))
      guard let naming = Reference.Naming(rawValue: link.text(0) ?? "") else { continue }
      if try resolver.story(naming, target: target ?? text) != nil { continue }
      if naming == .path, let target, SafeFile(root: root).exists(target) { continue }
      let named = target.map { $0 == text ? "" : " (\($0))" } ?? ""
      let problem =
        Problem(path: link.text(3) ?? "", reason: "no story is found for the reference “\(text)”\(named)")
      if seen.insert(problem).inserted { dead.append(problem) }
    }
    return dead
  }
}
