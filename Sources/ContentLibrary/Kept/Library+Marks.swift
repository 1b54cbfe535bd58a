internal import Database
internal import Stories
internal import Synchronization
internal import System
internal import Words

extension Library {
  /// The number of files from which all marked stories are read at once.
  private static let manyFiles = 2_000
  private static let hasMarks = """
    (isRead = 1 OR isSaved = 1 OR place > 0
      OR EXISTS (SELECT 1 FROM marks.tagged WHERE tagged.story = mark.story))
    """

  /// Stores how marked stories look in the index now, if that has changed.
  func rememberMarked() throws(LibraryError) { _ = try remembered(in: nil) }

  /// Prepares for a refresh that reads or removes files: stores their marked stories before anything
  /// happens to them.
  ///
  /// Unchanged files cost nothing.
  ///
  /// - Parameter mayAllGo: whether an added story may be any marked story, even one not known to be gone.
  func recall(losing files: [Int64], mayAllGo: Bool = false) throws(LibraryError) -> RenameLog? {
    let isNew = try read { db in try Int.fetchOne(db, sql: "SELECT 1 FROM main.story LIMIT 1") == nil }
    let isMuch = mayAllGo || isNew || files.count > Self.manyFiles
    var candidates = try remembered(in: isMuch ? nil : files)
    let known = Set(candidates.map(\.id))
    // Stories that were gone before, or all of them if the index is built again.
    let waiting = try memories(all: isMuch)
    candidates += waiting.map(\.trace).filter { !known.contains($0.id) }
    guard !candidates.isEmpty else { return nil }
    return RenameLog(candidates, noted: Set(waiting.filter(\.isGone).map(\.trace.id)))
  }

  /// Stores and returns the marked stories of files.
  ///
  /// For nil, stores those of all files and returns the changed ones.
  private func remembered(in files: [Int64]?) throws(LibraryError) -> [StoryTraits] {
    let list = (files ?? []).map(String.init).joined(separator: ", ")
    let isNews = """
      (memory.print IS NULL OR memory.print <> story.print OR memory.path <> file.path
        OR memory.gone IS NOT NULL)
      """
    let memories: [(memory: Marks.Memory, isNews: Bool)] = try read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT story.id, file.path, story.headline, story.teaser, story.language, story.published,
            story.print,
            story.position, \(isNews)
          FROM \(files == nil ? "marks.mark CROSS JOIN main.story" : "main.story CROSS JOIN marks.mark")
          ON story.id = mark.story JOIN main.file ON file.id = story.file
          LEFT JOIN marks.memory ON memory.story = mark.story
          WHERE mark.library = ? AND \(Self.hasMarks) AND story.status IS NULL
            AND \(files == nil ? isNews : "story.file IN (\(list))")
          """,
        arguments: [identity])
      let sketches = try Sketches.find(Set(rows.compactMap { $0.integer(7) }), in: db)
      return rows.compactMap { row in
        guard let id = row.integer(0), let sketch = sketches[row.integer(7) ?? 0] else { return nil }
        let trace = StoryTraits(
          id: StoryID(databaseValue: id), path: row.text(1) ?? "", headline: row.text(2) ?? "",
          sketch: sketch, words: sketch.isOfFewWords ? row.text(3) ?? "" : "",
          language: row.text(4).map(LanguageTag.primary), published: row.integer(5))
        return (Marks.Memory(trace: trace, print: row.integer(6) ?? 0), row.int(8) == 1)
      }
    }
    do {
      try marks.remember(memories.filter(\.isNews).map(\.memory), library: identity)
    } catch {
      throw failure(error)
    }
    return memories.map(\.memory.trace)
  }

  /// What is stored of marked stories: of those that are gone, or of all.
  private func memories(all: Bool) throws(LibraryError) -> [(trace: StoryTraits, isGone: Bool)] {
    try read { db in
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT memory.story, memory.path, headline, words, sketch, language, published, gone
          FROM marks.memory
          CROSS JOIN marks.mark ON mark.story = memory.story
          WHERE memory.library = ? AND \(Self.hasMarks) AND \(all ? "(gone IS NULL OR gone > ?)" : "gone > ?")
          """,
        arguments: [identity, WallClock.seconds - Marks.patience])
      var found: [(StoryTraits, Bool)] = []
      while let row = try rows.next() {
        guard let id = row.integer(0), let sketch = row.text(4).flatMap(Sketch.init(digits:)) else {
          continue
        }
        let trace = StoryTraits(
          id: StoryID(databaseValue: id), path: row.text(1) ?? "", headline: row.text(2) ?? "",
          sketch: sketch, words: row.text(3) ?? "", language: row.text(5), published: row.integer(6))
        found.append((trace, row.integer(7) != nil))
      }
      return found
    }
  }

  /// Moves the marks of removed stories to the stories that replace them, and records which are gone.
  ///
  /// Removed stories without marks are compared too, so that their replacements do not get another story's
  /// marks.
  func carryMarks(_ recall: RenameLog) throws(LibraryError) {
    let lost = try read { db in
      try recall.candidates.filter { candidate in
        try Int.fetchOne(
          db.cachedStatement(sql: "SELECT 1 FROM main.story WHERE id = ?"),
          arguments: [candidate.id.databaseValue]) == nil
      }
    }
    guard !lost.isEmpty else { return }
    let known = Set(lost.map(\.id))
    let arrivals = recall.arrivals + cameAhead.withLock { $0 }
    let (came, rivals) = try read { db in
      func isThere(_ id: StoryID, _ table: String, _ column: String) throws -> Bool {
        try Int.fetchOne(
          db.cachedStatement(sql: "SELECT 1 FROM \(table) WHERE \(column) = ?"), arguments: [id.databaseValue]
        ) != nil
      }
      let came = try arrivals.filter {
        try isThere($0.id, "main.story", "id") && !isThere($0.id, "marks.mark", "story")
          && !ReadByMany.contains($0.id.databaseValue, in: db)
      }
      guard !came.isEmpty else { return (came, [StoryTraits]()) }
      let left = try recall.departures.filter { departure in
        try !known.contains(departure.trace.id) && !isThere(departure.trace.id, "main.story", "id")
      }
      let sketches = try Sketches.find(Set(left.map(\.position)), in: db)
      let rivals = left.map { departure in
        var trace = departure.trace
        trace.sketch = sketches[departure.position]
        if trace.sketch?.isOfFewWords == false { trace.words = "" }
        return trace
      }
      return (came, rivals)
    }
    let pairs = RenameMatch.pairs(gone: lost + rivals, came: came).filter { $0.gone < lost.count }
    let carried = pairs.map { (from: lost[$0.gone].id, to: came[$0.came]) }
    do {
      try marks.carry(carried, library: identity)
      for (from, to) in carried { clippings?.carry(from: from, to: to.id) }
      let found = Set(carried.map(\.from)).union(recall.noted)
      try marks.noteGone(lost.map(\.id).filter { !found.contains($0) })
    } catch {
      throw failure(error)
    }
  }
}
