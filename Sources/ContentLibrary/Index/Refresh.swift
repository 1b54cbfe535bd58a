internal import GRDB
public import Stories
internal import StoryFormats

/// What a refresh did.
public struct IndexSummary: Hashable, Sendable {
  /// Stories in the index now.
  public var stories = 0
  /// Files that hold them or were looked at, other kinds left out.
  public var files = 0
  /// Stories that are new.
  public var added = 0
  /// Stories that have changed.
  public var changed = 0
  /// Stories that are gone.
  public var removed = 0
  /// Files that have not changed.
  public var unchanged = 0
  /// Files of other kinds.
  public var skipped = 0
  /// Problems in the index now.
  public var problems = 0
  /// Bytes that were read.
  public var bytes = 0
  /// Whether another process was at it already, so that nothing was done here.
  public var wasBusy = false

  /// Makes one of an index that was taken as it is.
  public init(stories: Int = 0) {
    self.stories = stories
  }

  /// Whether the list may look different now.
  public var changedAnything: Bool { added + changed + removed > 0 }
}

/// Whether a long work goes on; asked between files.
public enum Continuation: Hashable, Sendable {
  case goOn, stop
}

extension Library {
  /// Brings the index up to date with the directory.
  ///
  /// Files are told apart by size, time and content: an unchanged tree costs a walk and nothing else. Stories are
  /// written in batches, newest files first, and seen by readers batch by batch; ended at any moment, it loses no
  /// more than the batch under way. One process refreshes at a time.
  /// - Parameter progress: told after every folder and file, and says whether to go on.
  public func refresh(
    progress: (IndexProgress) -> Continuation = { _ in .goOn }
  ) throws(LibraryError) -> IndexSummary {
    // Somebody else keeps a shared index up to date.
    if isShared { return try counted(IndexSummary()) }
    guard let lock = RefreshLock(location) else {
      var summary = try counted(IndexSummary())
      summary.wasBusy = true
      forgetSearches()
      return summary
    }
    defer { withExtendedLifetime(lock) {} }
    let note = DamageNote(location)
    if note.exists { try startAnew() }
    do {
      return try refreshed(lock, progress)
    } catch  where note.exists {
      try startAnew()
      return try refreshed(lock, progress)
    }
  }

  private func refreshed(_ lock: RefreshLock, _ progress: (IndexProgress) -> Continuation)
    throws(LibraryError) -> IndexSummary
  {
    var refresh = Refresh(library: self)
    try refresh.run(progress: progress)
    try refresh.endBulk()
    if refresh.isComplete { lock.noteRefresh() }
    if refresh.summary.changedAnything { ChangeSignal(location).send(.done) }
    return try counted(refresh.summary)
  }

  private func counted(_ summary: IndexSummary) throws(LibraryError) -> IndexSummary {
    var summary = summary
    try read { db in
      summary.stories =
        try Int.fetchOne(db, sql: "SELECT ifnull(sum(total), 0) FROM tally WHERE series = 0") ?? 0
      summary.problems = try Int.fetchOne(db, sql: "SELECT count(*) FROM problem") ?? 0
      summary.files =
        try Int.fetchOne(
          db,
          sql:
            "SELECT count(*) FROM file WHERE format IS NOT NULL OR state = \(FileState.unreadable.rawValue)")
        ?? 0
    }
    return summary
  }
}

/// One refresh.
struct Refresh {
  let library: Library
  var summary = IndexSummary()
  var state = IndexProgress()
  /// Whether it came to its end, and was not told to stop.
  private(set) var isComplete = false
  /// See `IndexWriter.needsAnotherRound`.
  private var needsAnotherRound = false
  /// See `IndexWriter.moved`.
  private var moved: [Int64: StoryID] = [:]
  private let facets = FacetNumbers()
  private let places = FreePlaces()
  private let vocabulary = WordCounts()
  private let sketches = Sketches()
  let news = NewsLog()
  private let texts: TextReader
  /// Who went and who came; nil before anything does, and where no story has marks.
  var recall: RenameLog?

  init(library: Library) {
    self.library = library
    texts = TextReader(library)
  }

  /// Bytes, or time, after which what was read is written; the first stories are written at once so that the list has
  /// something to show.
  ///
  /// Larger batches make a smaller and quicker index.
  private static let batch = (bytes: 16 << 20, time: Duration.seconds(3), first: 40)

  /// The most times that files are looked at again because others gave way to them.
  private static let rounds = 3

  mutating func run(progress: (IndexProgress) -> Continuation) throws(LibraryError) {
    try readAnewIfFormatsChanged()
    try renewSearchIfWorn()
    news.begins = try library.read { db in try Int.fetchOne(db, sql: "SELECT 1 FROM file LIMIT 1") != nil }
    var wasStopped = false
    let progress = { (state: IndexProgress) in
      let answer = progress(state)
      if answer == .stop { wasStopped = true }
      return answer
    }
    for _ in 0..<Self.rounds {
      needsAnotherRound = false
      try runOnce(progress: progress)
      guard needsAnotherRound else { break }
      (summary.unchanged, summary.skipped) = (0, 0)
    }
    isComplete = !wasStopped
    if news.count > 0 { try library.write { db in try NewsLog.prune(db) } }
    // What was not read yet is not gone.
    if isComplete, let recall { try library.carryMarks(recall) }
    try endVocabulary()
  }

  /// Writes down the words that were counted.
  func endVocabulary() throws(LibraryError) {
    guard vocabulary.count > 0 else { return }
    let vocabulary = vocabulary
    try library.write { db in try vocabulary.write(to: db) }
  }

  /// Has every file read again where another edition of the program may read it otherwise.
  func readAnewIfFormatsChanged() throws(LibraryError) {
    let editions = library.formats.map { "\($0.name) \($0.edition)" }.sorted().joined(separator: "\n")
    let known = try library.read { db in
      try String.fetchOne(db, sql: "SELECT value FROM setting WHERE name = 'formats'")
    }
    guard known != editions else { return }
    try library.write { db in
      try db.execute(sql: "UPDATE file SET state = ?, hash = NULL", arguments: [FileState.again.rawValue])
      try db.execute(
        sql: "INSERT OR REPLACE INTO setting(name, value) VALUES ('formats', ?)", arguments: [editions])
    }
  }

  /// Has every file read again for the full text search where most of what it finds is gone: it can't forget.
  private func renewSearchIfWorn() throws(LibraryError) {
    let isWorn = try library.read { db in
      let gone = try Int.fetchOne(db, sql: "SELECT count(*) FROM gone") ?? 0
      let stories = try Int.fetchOne(db, sql: "SELECT sum(total) FROM tally WHERE series = 0") ?? 0
      return gone > 10_000 && gone > stories
    }
    guard isWorn else { return }
    try library.write { db in
      try db.execute(
        sql: "INSERT INTO search(search) VALUES ('delete-all'); DELETE FROM gone; DELETE FROM sketch")
      try db.execute(
        sql: "UPDATE file SET state = ?, isFound = 0, hash = NULL WHERE format IS NOT NULL",
        arguments: [FileState.again.rawValue])
    }
  }

  private mutating func runOnce(progress: (IndexProgress) -> Continuation) throws(LibraryError) {
    var scanner = Scanner(root: library.root)
    let (library, start) = (library, state)
    let isComplete = scanner.walk { found in
      var seen = start
      seen.filesFound = found
      return progress(seen) == .goOn
    }
    guard isComplete else { return }
    state.walking = false
    guard scanner.isRootReadable else { throw .noDirectory(path: library.directory) }
    let difference = try library.read { db in try Difference(of: scanner.files, from: db) }
    summary.unchanged += difference.unchanged
    summary.skipped += difference.skipped
    if recall == nil, !(difference.gone.isEmpty && difference.waiting.isEmpty) {
      recall = try library.recall(losing: difference.gone + difference.changed)
    }
    try remove(difference.gone)
    try writeWalkProblems(scanner.problems)
    let reader = FileReader(library: library)
    let waiting = scanner.files.newestFirst(difference.waiting)
    state.filesFound = waiting.count
    guard !waiting.isEmpty else { return }
    let bytes = waiting.size
    state.bytesTotal = state.bytes + bytes
    try beginBulk(bytes: bytes)
    try write(waiting, reader: reader, progress: progress)
  }

  private mutating func write(
    _ entries: FileList, reader: FileReader, progress: (IndexProgress) -> Continuation
  ) throws(LibraryError) {
    var batch: [FileReader.Result] = []
    var bytes = 0
    var isFirst = true
    var since = ContinuousClock.now
    let ahead = ReadAhead(entries, read: reader.read)
    defer { ahead.stop() }
    while let result = ahead.next() {
      if let format = result.pieces {
        try flush(&batch)
        try writePieces(result, of: format, progress: progress)
      } else {
        batch.append(result)
      }
      if result.hash != nil {
        bytes += result.size
        state.bytes += result.size
      }
      state.filesDone += 1
      let isDue = isFirst ? batch.count >= Self.batch.first : ContinuousClock.now - since > Self.batch.time
      if isDue || bytes >= Self.batch.bytes {
        try flush(&batch)
        (bytes, isFirst, since) = (0, false, .now)
      }
      guard progress(state) == .goOn else { break }
    }
    try flush(&batch)
    _ = progress(state)
  }

  mutating func flush(_ batch: inout [FileReader.Result]) throws(LibraryError) {
    guard !batch.isEmpty else { return }
    // The oldest first, so that the tables' pages fill up: they would stay half empty the other way round.
    let results = batch.sorted { $0.published < $1.published }
    batch = []
    try write { writer throws in
      for result in results { try writer.write(result) }
    }
    summary.bytes = state.bytes
    (state.added, state.changed, state.removed) = (summary.added, summary.changed, summary.removed)
  }

  /// Writes in one transaction, and counts what was done.
  mutating func write<Value>(_ work: (inout IndexWriter) throws -> Value) throws(LibraryError) -> Value {
    let (library, moved, facets, places, recall) = (library, moved, facets, places, recall)
    let (vocabulary, sketches, texts, news) = (vocabulary, sketches, texts, news)
    let (value, counts, again) = try library.write { db in
      var writer = try IndexWriter(
        db: db, library: library.directory, facets: facets, places: places, vocabulary: vocabulary,
        sketches: sketches, texts: texts, news: news, moved: moved, recall: recall)
      let value = try work(&writer)
      try writer.finish()
      return (value, writer.counts, writer.needsAnotherRound)
    }
    ChangeSignal(library.location).send(.more)
    summary.added += counts.added
    summary.changed += counts.changed
    summary.removed += counts.removed
    summary.unchanged += counts.unchanged
    summary.skipped += counts.skipped
    needsAnotherRound = needsAnotherRound || again
    return value
  }

  private mutating func remove(_ files: [Int64]) throws(LibraryError) {
    guard !files.isEmpty else { return }
    moved = try write { writer throws in
      var moved: [Int64: StoryID] = [:]
      for file in files {
        if let (hash, id) = try writer.onlyStory(of: file) { moved[hash] = id }
        try writer.remove(file: file)
      }
      return moved
    }
    state.removed = summary.removed
  }

  private func writeWalkProblems(_ problems: [Problem]) throws(LibraryError) {
    let before = try library.read { db in
      try Row.fetchAll(db, sql: "SELECT path, line, reason FROM problem WHERE file IS NULL ORDER BY rowid")
        .map { Problem(path: $0.text(0) ?? "", line: $0.int(1), reason: $0.text(2) ?? "") }
    }
    guard before != problems else { return }
    try library.write { db in
      try db.execute(sql: "DELETE FROM problem WHERE file IS NULL")
      for problem in problems {
        try db.execute(
          sql: "INSERT INTO problem(path, line, reason) VALUES (?, ?, ?)",
          arguments: [problem.path, problem.line, problem.reason])
      }
    }
  }
}
