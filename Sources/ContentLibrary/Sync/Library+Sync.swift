internal import Database
public import Stories
internal import System

/// The kept searches of a library, which are kept in step with other machines.
public struct SyncedSearches: Sendable {
  /// Reads them; nil where their file is missing, of which nothing follows.
  public var load: @Sendable () throws -> [SavedSearch]?
  /// Keeps one, in the place of another of its name.
  public var keep: @Sendable (SavedSearch) throws -> Void
  /// Deletes the one of a name.
  public var drop: @Sendable (String) throws -> Void

  /// Takes the ways to them.
  public init(
    load: @escaping @Sendable () throws -> [SavedSearch]?,
    keep: @escaping @Sendable (SavedSearch) throws -> Void, drop: @escaping @Sendable (String) throws -> Void
  ) {
    (self.load, self.keep, self.drop) = (load, keep, drop)
  }
}

/// What became of keeping in step with other machines.
public struct SyncReport: Hashable, Sendable {
  /// A machine, as its journal shows it.
  public struct Machine: Hashable, Sendable {
    /// Its name.
    public var name: String
    /// Whether it is this one.
    public var isThis: Bool
    /// How many of the changes that hold are its own.
    public var changes: Int
    /// Its last change that holds, in milliseconds since 1970 by its own clock; nil for none.
    public var last: Int64?
    /// The lines in its journal and in copies of it; nil if there is no journal of it.
    public var lines: Int?
  }

  /// All machines, by name.
  public var machines: [Machine] = []
  /// How many changes of this machine were written.
  public var sent = 0
  /// How many changes of others were done here: marks and tags, clippings, searches.
  public var (marks, clippings, searches) = (0, 0, 0)
  /// Lines that could not be read, and are passed over.
  public var strangeLines = 0
  /// What could not be done, in sentences without a full stop; it is tried again the next time.
  public var problems: [String] = []

  /// Whether anything here has changed.
  public var changedAnything: Bool { marks + clippings + searches > 0 }
}

extension Library {
  /// Keeps marks, tags, clippings and searches in step with other machines, by the journals in a folder.
  ///
  /// - Parameters:
  ///   - folder: of the journals; made if its own folder exists.
  ///   - searches: those of this library; nil to leave them out.
  ///   - readsAll: whether journals are read from their beginning, although they look only appended to.
  ///   - skew: how far this machine's clock is off, in milliseconds: 0 but in tests.
  /// - Throws: `LibraryError.sync` if the folder can't be used, or marks are not kept.
  @discardableResult
  public func sync(
    with folder: String, searches: SyncedSearches? = nil, readsAll: Bool = false, skew: Int64 = 0
  ) throws(LibraryError) -> SyncReport {
    guard let clippings else { throw .sync(path: folder, reason: "marks are not kept here") }
    do {
      return try SyncRound(
        library: self, clippings: clippings, searches: searches, folder: folder, skew: skew
      ).run(readsAll: readsAll)
    } catch let error as LibraryError {
      throw error
    } catch {
      throw .sync(path: folder, reason: wording(of: error))
    }
  }
}

/// One round of keeping in step.
private struct SyncRound {
  let library: Library
  let clippings: ClippingFolder
  let searches: SyncedSearches?
  let skew: Int64
  let journal: SyncJournal
  /// Held to the end of the round, so that two programs of one machine do not write at once.
  private let lock: FileLock

  /// From this size on a journal is written anew once it has doubled, in bytes.
  private static let smallest = 1 << 20
  /// How many marks are taken, done or written in one transaction.
  private static let part = 20_000

  init(
    library: Library, clippings: ClippingFolder, searches: SyncedSearches?, folder: String, skew: Int64
  ) throws {
    guard library.marks.notice == nil else {
      throw LibraryError.sync(path: folder, reason: "the marks can't be written")
    }
    let state = Paths.folder(of: library.marks.path)
    (self.library, self.clippings, self.searches, self.skew) = (library, clippings, searches, skew)
    // The folder of the marks is made with them.
    _ = try library.marks.queue
    do {
      try Paths.makeFolder(folder)
      lock = try FileLock(state + "/sync.lock", waits: true)
    } catch let FileLock.Failure.system(error) {
      throw error
    }
    journal = SyncJournal(folder: folder, machine: try MachineName.current(in: state))
  }

  private var marks: DatabaseQueue { get throws { try library.marks.queue } }

  private func registers(_ db: Connection) -> SyncRegisters {
    SyncRegisters(db: db, machine: journal.machine, skew: skew)
  }

  func run(readsAll: Bool) throws -> SyncReport {
    var report = SyncReport()
    try takeChanges(&report)
    let isOwnSound = try read(readsAll, &report)
    try apply(&report)
    try write(isOwnSound, &report)
    try tell(&report)
    if report.marks > 0 { library.forgetSearches() }
    return report
  }

  // MARK: What has changed here

  private func takeChanges(_ report: inout SyncReport) throws {
    let clips = clippings.all()
    let kept = try loadSearches(&report)
    try marks.write { db in
      try SyncTables.prepare(db)
      let registers = registers(db)
      if let clips {
        let found = try settled(clips.clips, by: registers)
        try registers.takeChanges(.clip, found: found, deletes: true) { clips.written[$0.story] ?? 0 }
      }
      if let kept {
        let now = WallClock.microseconds / 1_000
        try registers.takeChanges(.search, of: library.name, found: kept, deletes: true) { _ in now }
      }
    }
    while try marks.write({ try registers($0).takeChanges(atMost: Self.part) }) {}
  }

  /// The clippings in JSON: what they say of their story is what was said of it first.
  ///
  /// Machines may have libraries of different names, and would answer each other for ever.
  private func settled(_ clips: [SyncKey: SyncedClip], by registers: SyncRegisters) throws -> [SyncKey:
    String]
  {
    let kept = try registers.kept(.clip)
    var found: [SyncKey: String] = [:]
    for (key, clip) in clips {
      var clip = clip
      if let former = kept[key]?.shadow.flatMap(SyncedClip.init(text:)) { clip.source = former.source }
      found[key] = clip.text
    }
    return found
  }

  private func loadSearches(_ report: inout SyncReport) throws -> [SyncKey: String]? {
    do {
      guard let all = try searches?.load() else { return nil }
      return Dictionary(
        all.map { (key(of: $0.name), $0.text) }, uniquingKeysWith: { first, _ in first })
    } catch {
      report.problems.append("\(error)")
      return nil
    }
  }

  private func key(of search: String) -> SyncKey {
    SyncKey(kind: .search, story: 0, name: library.name + SyncKey.parting + search)
  }

  // MARK: What has changed elsewhere

  /// Reads the journals.
  ///
  /// - Returns: whether this machine's own is there, and has only grown since it was read last.
  private func read(_ readsAll: Bool, _ report: inout SyncReport) throws -> Bool {
    var isOwnSound = false
    let names = try journal.names()
    for name in names {
      let isOwn = name == journal.ownName
      let known = try marks.read { try SyncJournal.Place(of: name, in: $0) }
      // A part of a file at a time, so that marks can be set meanwhile; lines that are read twice do no harm.
      let place = try journal.read(name, from: known, readsAll: readsAll) { entries in
        _ = try marks.write { try registers($0).merge(entries, isOwn: isOwn) }
      }
      guard let place else {
        report.problems.append("\(journal.folder)/\(name) can't be read")
        continue
      }
      // Another that took its place may have lost what is in the registers.
      if isOwn { isOwnSound = try known == nil ? hasWrittenNothing() : place.isContinued }
      try marks.write { try place.keep(name, in: $0) }
    }
    try marks.write { db in
      let gone = try String.fetchAll(db, sql: "SELECT name FROM sync_file").filter { !names.contains($0) }
      for name in gone { try db.execute(sql: "DELETE FROM sync_file WHERE name = ?", arguments: [name]) }
    }
    return isOwnSound
  }

  /// Whether nothing of this machine can be missing in a journal that was never read.
  private func hasWrittenNothing() throws -> Bool {
    try marks.read { db in
      try Int.fetchOne(
        db, sql: "SELECT 1 FROM sync_register WHERE machine = ? AND isWritten = 1 LIMIT 1",
        arguments: [journal.machine]) == nil
    }
  }

  private func apply(_ report: inout SyncReport) throws {
    let pending = try marks.read { db in
      try Int64.fetchAll(
        db,
        sql: "SELECT DISTINCT story FROM sync_register WHERE isPending = 1 AND kind <= 2 LIMIT ?",
        arguments: [Marks.mostRows])
    }
    let paths = try paths(of: pending)
    while true {
      let count = try marks.write { db in
        let registers = registers(db)
        // What was changed here meanwhile comes first, because its notes are deleted.
        try registers.takeChanges()
        return try registers.applyMarks(library: library.identity, paths: paths, atMost: Self.part)
      }
      report.marks += count
      if count < Self.part { break }
    }
    try applyKept(.clip, &report)
    if searches != nil { try applyKept(.search, &report) }
  }

  private func paths(of stories: [Int64]) throws -> [Int64: String] {
    try library.read { db in
      var paths: [Int64: String] = [:]
      for story in stories {
        paths[story] = try String.fetchOne(
          db.cachedStatement(
            sql: "SELECT file.path FROM main.story JOIN main.file ON file.id = story.file WHERE story.id = ?"),
          arguments: [story])
      }
      return paths
    }
  }

  /// Brings what is kept in files up to date; what can't be written stays pending.
  private func applyKept(_ kind: SyncKey.Kind, _ report: inout SyncReport) throws {
    let pending = try marks.read { db in
      try registers(db).kept(kind, of: kind == .search ? library.name : nil).filter(\.value.isPending)
    }
    let paths = kind == .clip ? try paths(of: Array(Set(pending.keys.map(\.story)))) : [:]
    for (key, kept) in pending.sorted(by: { ($0.key.story, $0.key.name) < ($1.key.story, $1.key.name) }) {
      do {
        if kind == .clip {
          try putClip(key, kept.value, path: paths[key.story])
          report.clippings += 1
        } else {
          let name = String(key.name.dropFirst(library.name.count + SyncKey.parting.count))
          if let text = kept.value {
            try searches?.keep(SavedSearch(name: name, text: text))
          } else {
            try searches?.drop(name)
          }
          report.searches += 1
        }
        try marks.write { db in try registers(db).noteSeen(key, kept.value) }
      } catch {
        report.problems.append("\(error)")
      }
    }
  }

  private func putClip(_ key: SyncKey, _ value: String?, path: String?) throws {
    let synced = value.flatMap(SyncedClip.init(text:))
    var place = path.map { library.place(ofStoryAt: $0) }
    if place == nil, let name = synced?.source.library {
      place = library.directories.first { LibraryPaths.name(of: $0) == name }.map { ($0, "") }
    }
    try clippings.put(key, synced, at: place)
  }

  // MARK: This machine's journal

  private func write(_ isOwnSound: Bool, _ report: inout SyncReport) throws {
    while case let some = try marks.read({ try registers($0).unwritten(atMost: Self.part) }), !some.isEmpty {
      try journal.append(some)
      try marks.write { try registers($0).noteWritten(some) }
      report.sent += some.count
    }
    let path = journal.folder + "/" + journal.ownName
    let size = FileStatus(of: path)?.size ?? 0
    let compacted = try marks.read { try SyncTables.setting("compacted", in: $0).flatMap { Int($0) } ?? 0 }
    if !isOwnSound || (size > Self.smallest && size > 2 * compacted) {
      let own = try marks.read { try registers($0).own() }
      if !own.isEmpty {
        try journal.rewrite(own)
        let size = FileStatus(of: path)?.size ?? 0
        try marks.write { try SyncTables.set("compacted", to: "\(size)", in: $0) }
      }
    }
    // From here on it is known what it has, so that it is noticed if another takes its place.
    let known = try marks.read { try SyncJournal.Place(of: journal.ownName, in: $0) }
    let place = try journal.read(journal.ownName, from: known) { entries in
      _ = try marks.write { try registers($0).merge(entries, isOwn: true) }
    }
    if let place { try marks.write { try place.keep(journal.ownName, in: $0) } }
  }

  // MARK: The report

  private func tell(_ report: inout SyncReport) throws {
    try marks.read { db in
      var machines: [String: SyncReport.Machine] = [:]
      func machine(_ name: String, _ change: (inout SyncReport.Machine) -> Void) {
        change(
          &machines[
            name, default: SyncReport.Machine(name: name, isThis: name == journal.machine, changes: 0)])
      }
      machine(journal.machine) { _ in }
      let rows = try Row.fetchAll(
        db, sql: "SELECT machine, count(*), max(moment) FROM sync_register GROUP BY machine")
      for row in rows {
        machine(row.text(0) ?? "") { ($0.changes, $0.last) = (row.int(1) ?? 0, row.integer(2)) }
      }
      for row in try Row.fetchAll(db, sql: "SELECT name, lines, strange FROM sync_file") {
        let name = (row.text(0) ?? "").dropFirst("newsroom-".count).prefix { $0 != "." }
        report.strangeLines += row.int(2) ?? 0
        if MachineName.isName(String(name)) {
          machine(String(name)) { $0.lines = ($0.lines ?? 0) + (row.int(1) ?? 0) }
        }
      }
      report.machines = machines.values.sorted { $0.name < $1.name }
    }
  }
}

extension SyncJournal.Place {
  /// How far a file was read; nil if it was not.
  fileprivate init?(of name: String, in db: Connection) throws {
    let row = try Row.fetchOne(
      db, sql: "SELECT size, modified, number, place, tail, lines, strange FROM sync_file WHERE name = ?",
      arguments: [name])
    guard let row else { return nil }
    self.init(
      size: row.int(0) ?? 0, modified: row.integer(1) ?? 0, number: row.integer(2) ?? 0,
      place: row.int(3) ?? 0,
      tail: row.integer(4) ?? 0, lines: row.int(5) ?? 0, strange: row.int(6) ?? 0)
  }

  fileprivate func keep(_ name: String, in db: Connection) throws {
    try db.execute(
      sql: """
        INSERT OR REPLACE INTO sync_file(name, size, modified, number, place, tail, lines, strange)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [name, size, modified, number, place, tail, lines, strange])
  }
}
