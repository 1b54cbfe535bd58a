internal import Database
public import Stories
internal import StoryFormats

/// The result of a refresh.
public struct IndexSummary: Hashable, Sendable {
  /// Stories in the index now.
  public var stories = 0
  /// Files with stories, or read without finding any; other kinds of files are not counted.
  public var files = 0
  /// Added stories.
  public var added = 0
  /// Changed stories.
  public var changed = 0
  /// Removed stories.
  public var removed = 0
  /// Unchanged files.
  public var unchanged = 0
  /// Files of other kinds.
  public var skipped = 0
  /// Problems in the index now.
  public var problems = 0
  /// Bytes read.
  public var bytes = 0
  /// Whether another process was already refreshing, so that nothing was done here.
  public var wasBusy = false

  /// The summary of an index that was used as it is.
  public init(stories: Int = 0) {
    self.stories = stories
  }

  /// Whether any story was added, changed or removed.
  public var changedAnything: Bool { added + changed + removed > 0 }
}

/// Whether to continue long work; asked between files.
public enum Continuation: Hashable, Sendable {
  case goOn, stop
}

extension Library {
  /// Brings the index up to date with the directory.
  ///
  /// Changes are found by size, time and content: an unchanged directory costs only a walk. Stories are
  /// written in batches, newest files first, and readers see each batch at once. If the process ends, only
  /// the current batch is lost. One process refreshes at a time.
  ///
  /// - Parameter progress: called after every folder and file; returns whether to go on.
  public func refresh(
    progress: (IndexProgress) -> Continuation = { _ in .goOn }
  ) throws(LibraryError) -> IndexSummary {
    // The owner of a shared index keeps it up to date.
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
        try Int.fetchOne(db, sql: Self.filesRead) ?? 0
    }
    return summary
  }

  /// Counts the files of formats that are read.
  static let filesRead =
    "SELECT count(*) FROM file WHERE format IS NOT NULL OR state = \(FileState.unreadable.rawValue)"
}

/// The work of one refresh.
struct Refresh {
  let library: Library
  var summary = IndexSummary()
  var state = IndexProgress()
  /// Whether it was completed, not stopped.
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
  /// The desks of feeds; those of the index until all files have been listed.
  private(set) lazy var desks = (try? library.read(FeedDesks.known)) ?? FeedDesks()
  /// Records removed and added stories; nil before the first, and if no story has marks.
  var recall: RenameLog?

  init(library: Library) {
    self.library = library
    texts = TextReader(library)
  }

  /// The size or time of a batch; the first stories are written at once, so that the list has something to
  /// show.
  ///
  /// Larger batches make a smaller and faster index.
  private static let batch = (bytes: 16 << 20, time: Duration.seconds(3), first: 40)

  /// The most rounds in which files are read again because newer versions of their stories are gone.
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
    // Files that were not reached are not gone.
    if isComplete, let recall { try library.carryMarks(recall) }
    try endVocabulary()
  }

  /// Writes the counted words.
  func endVocabulary() throws(LibraryError) {
    guard vocabulary.count > 0 else { return }
    let vocabulary = vocabulary
    try library.write { db in try vocabulary.write(to: db) }
  }

  /// Marks every file for reading if this version of the program may read it differently.
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

  /// Rebuilds the full text search, which can't delete, once most of its entries are gone.
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
    if let path = scanner.unreadable { throw .noDirectory(path: path) }
    try FeedDesks.renew(library, files: scanner.files)
    let difference = try library.read { db in try Difference(of: scanner.files, from: db) }
    summary.unchanged += difference.unchanged
    summary.skipped += difference.skipped
    if recall == nil, !(difference.gone.isEmpty && difference.waiting.isEmpty) {
      recall = try library.recall(losing: difference.gone + difference.changed)
    }
    try remove(difference.gone)
    try writeWalkProblems(scanner.problems)
    let waiting = scanner.files.newestFirst(difference.waiting)
    state.filesFound = waiting.count
    guard !waiting.isEmpty else { return }
    desks = try library.read(FeedDesks.known)
    let reader = FileReader(library: library, desks: desks)
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
    let ahead = ReadAhead(entries, budget: reader.budget, read: reader.read)
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
    // Oldest first, so that the pages of the tables fill up; in reverse they would stay half empty.
    let results = batch.sorted { $0.published < $1.published }
    batch = []
    try write { writer throws in
      for result in results { try writer.write(result) }
    }
    summary.bytes = state.bytes
    (state.added, state.changed, state.removed) = (summary.added, summary.changed, summary.removed)
  }

  /// Writes in one transaction, and adds to the counts.
  mutating func write<Value>(_ work: (inout IndexWriter) throws -> Value) throws(LibraryError) -> Value {
    let (library, moved, facets, places, recall) = (library, moved, facets, places, recall)
    let (vocabulary, sketches, texts, news) = (vocabulary, sketches, texts, news)
    let (value, counts, again) = try library.write { db in
      var writer = try IndexWriter(
        db: db, library: library.identity, facets: facets, places: places, vocabulary: vocabulary,
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
