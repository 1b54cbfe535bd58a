internal import GRDB
internal import Stories
internal import StoryFormats
internal import Synchronization

extension Library {
  /// Remembers the stories that have marks as they are in the index now, where that is news.
  func rememberMarked() throws(LibraryError) {
    let memories = try read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT story.id, file.path, story.headline, story.teaser, story.language, story.published, story.print,
            story.position
          FROM marks.mark CROSS JOIN main.story ON story.id = mark.story JOIN main.file ON file.id = story.file
          LEFT JOIN marks.memory ON memory.story = mark.story
          WHERE mark.library = ? AND (isRead = 1 OR isSaved = 1 OR place > 0) AND story.status IS NULL
            AND (memory.print IS NULL OR memory.print <> story.print OR memory.path <> file.path
              OR memory.gone IS NOT NULL)
          """,
        arguments: [directory])
      let sketches = try Sketches.find(Set(rows.compactMap { $0.integer(7) }), in: db)
      return rows.compactMap { row -> Marks.Memory? in
        guard let id = row.integer(0), let sketch = sketches[row.integer(7) ?? 0] else { return nil }
        let trace = Trace(
          id: StoryID(databaseValue: id), path: row.text(1) ?? "", headline: row.text(2) ?? "",
          sketch: sketch,
          words: sketch.isOfFewWords ? row.text(3) ?? "" : "",
          language: row.text(4).map(LanguageTag.primary), published: row.integer(5))
        return Marks.Memory(trace: trace, print: row.integer(6) ?? 0)
      }
    }
    do {
      try marks.remember(memories, library: directory)
    } catch {
      throw failure(error)
    }
  }

  /// What is remembered of the library's stories that have marks, all of it or of those that are gone.
  func remembered(gone: Bool) throws(LibraryError) -> [Trace] {
    try read { db in
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT memory.story, memory.path, headline, words, sketch, language, published FROM marks.memory
          JOIN marks.mark ON mark.story = memory.story
          WHERE memory.library = ? AND (isRead = 1 OR isSaved = 1 OR place > 0)
          \(gone ? "AND NOT EXISTS (SELECT 1 FROM main.story WHERE story.id = memory.story)" : "")
          """,
        arguments: [directory])
      var traces: [Trace] = []
      while let row = try rows.next() {
        guard let id = row.integer(0), let sketch = row.text(4).flatMap(Sketch.init(digits:)) else {
          continue
        }
        traces.append(
          Trace(
            id: StoryID(databaseValue: id), path: row.text(1) ?? "", headline: row.text(2) ?? "",
            sketch: sketch,
            words: row.text(3) ?? "", language: row.text(5), published: row.integer(6)))
      }
      return traces
    }
  }

  /// Gives the marks of stories that went to those that came in their place, and notes which are gone.
  ///
  /// Stories that went without marks are compared as well: what they became is not another's.
  func carryMarks(_ recall: Recall) throws(LibraryError) {
    let lost = try remembered(gone: true)
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
      }
      guard !came.isEmpty else { return (came, [Trace]()) }
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
    let pairs = Succession.pairs(gone: lost + rivals, came: came).filter { $0.gone < lost.count }
    let carried = pairs.map { (from: lost[$0.gone].id, to: came[$0.came]) }
    do {
      try marks.carry(carried, library: directory)
      let found = Set(carried.map(\.from))
      try marks.noteGone(lost.map(\.id).filter { !found.contains($0) })
    } catch {
      throw failure(error)
    }
  }
}
