internal import Database
internal import Stories
internal import Words

/// Finds the paragraphs that a site puts into many of its stories, which say nothing about any of them: what
/// the project is, how to install it, how to write to the editor.
///
/// They stand at the beginning or the end. Nothing is stored for it: the full text search is asked how many
/// stories have a run of six words.
struct StandingText {
  /// The paragraphs looked at, at each end of a story.
  private static let (first, last) = (3, 5)
  /// The length of a run, in words.
  private static let run = 6
  /// The number of stories that make a paragraph a standing one.
  private static let many = 10
  /// The most stories with the rarest word of a run for which the run is looked for, so that it is quick;
  /// more common words hardly count anyway.
  private static let countable = 1_000

  let db: Connection

  /// The story's blocks without standing paragraphs.
  func own(of story: Story) throws -> [Block] {
    let all = story.body.indices
    let ends = Set(all.prefix(Self.first)).union(all.suffix(Self.last))
    let standing = try ends.filter { try isStanding(story.body[$0].text) }
    // A story that is nothing but standing text is compared by it.
    return standing.count == all.count
      ? story.body : all.filter { !standing.contains($0) }.map { story.body[$0] }
  }

  /// Whether its first and its middle run are both in many stories.
  private func isStanding(_ text: String) throws -> Bool {
    let words = SearchText.words(String(text.prefix(2_000)))
    guard words.count >= Self.run else { return false }
    let starts = Set([0, max(0, (words.count - Self.run) / 2)])
    return try starts.allSatisfy { try isInMany(Array(words[$0..<$0 + Self.run])) }
  }

  /// Whether many stories have its two rarest words.
  ///
  /// Most runs fail here, and a whole run takes longer to look for.
  private func isInMany(rarestOf run: [String], _ vocabulary: Vocabulary) throws -> Bool {
    let counted = try Set(run).map { word in (word: word, stories: try vocabulary.stories(of: word)) }
    let rarest = counted.sorted { ($0.stories, $0.word) < ($1.stories, $1.word) }.prefix(2)
    return try isInMany(matching: "body : (\(rarest.map { "\"\($0.word)\"" }.joined(separator: " AND ")))")
  }

  private func isInMany(matching expression: String) throws -> Bool {
    let stories = try Int.fetchOne(
      db.cachedStatement(
        sql: "SELECT count(*) FROM (SELECT 1 FROM main.search WHERE search MATCH ? LIMIT \(Self.many))"),
      arguments: [expression])
    return stories == Self.many
  }

  private func isInMany(_ run: [String]) throws -> Bool {
    let vocabulary = Vocabulary(db: db)
    var rarest = Int.max
    for word in run where word.utf8.count > 2 {
      rarest = min(rarest, try vocabulary.stories(of: word))
      guard rarest >= Self.many else { return false }
    }
    guard rarest <= Self.countable else { return false }
    return try isInMany(rarestOf: run, vocabulary)
      && isInMany(matching: "body : \"\(run.joined(separator: " "))\"")
  }
}
