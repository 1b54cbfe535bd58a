internal import Database
public import Stories
internal import System

/// Counts of a library.
public struct LibraryStatistics: Hashable, Sendable {
  /// A name, and the number of its stories.
  public struct Count: Hashable, Sendable {
    /// The format, desk, language or year.
    public var name: String
    /// The number of stories.
    public var stories: Int
  }

  /// Stories, counting all versions of one once.
  public var stories = 0
  /// Their earlier versions and copies.
  public var editions = 0
  /// Words in all stories.
  public var words = 0
  /// Files with stories.
  public var files = 0
  /// Stories marked as read.
  public var read = 0
  /// Saved stories.
  public var saved = 0
  /// By format, most first.
  public var formats: [Count] = []
  /// By desk, most first; stories without one under "".
  public var desks: [Count] = []
  /// By language, most first; stories of an unknown language under "".
  public var languages: [Count] = []
  /// Feeds, wires, mailboxes and files of many stories.
  public var sources: [Count] = []
  /// Folders with the stories in them and below.
  public var folders: [Count] = []
  /// By year of publication, oldest first; stories without a date under "".
  public var years: [Count] = []
  /// The size of the index on disk, in bytes; 0 for one in memory.
  public var indexBytes = 0
  /// When the index was last brought up to date; nil before the first time.
  public var refreshed: Timestamp?
}

extension Library {
  /// Counts the library.
  ///
  /// Reads every row once: a few tenths of a second for a million stories.
  public func statistics() throws(LibraryError) -> LibraryStatistics {
    var statistics = try read { db in
      var found = LibraryStatistics()
      found.stories = try Self.number(db, "SELECT ifnull(sum(total), 0) FROM tally WHERE series = 0")
      found.editions = try Self.number(
        db, "SELECT (SELECT count(*) FROM edition) + (SELECT count(*) FROM story WHERE newest IS NOT NULL)")
      found.words = try Self.number(db, "SELECT ifnull(sum(words), 0) FROM story WHERE newest IS NULL")
      found.files = try Self.number(db, Library.filesRead)
      let marked = try markedPlaces.places(in: db)
      (found.read, found.saved) = (marked.read.count, marked.saved.count)
      found.formats = try Self.counts(db, .format)
      found.desks = try Self.counts(db, .desk)
      found.languages = try Self.counts(db, .language)
      found.sources = try Self.counts(db, .source)
      found.folders = try Self.counts(db, .folder)
      found.years = try Self.years(db)
      return found
    }
    statistics.refreshed = RefreshLock.lastRefresh(location)
    statistics.indexBytes = [location?.database, location?.writeAheadLog].compactMap {
      $0.flatMap(FileStatus.init(of:))?.size
    }.reduce(0, +)
    return statistics
  }

  private static func number(_ db: Connection, _ sql: String) throws -> Int {
    try Int.fetchOne(db, sql: sql) ?? 0
  }

  private static func counts(_ db: Connection, _ kind: Facet.Kind) throws -> [LibraryStatistics.Count] {
    try Row.fetchAll(
      db, sql: "SELECT value, total FROM facet WHERE kind = ? AND total > 0 ORDER BY total DESC, value",
      arguments: [kind.rawValue]
    ).map { .init(name: $0.text(0) ?? "", stories: $0.int(1) ?? 0) }
  }

  /// The years, summed up from counts per day.
  private static func years(_ db: Connection) throws -> [LibraryStatistics.Count] {
    var years: [Int: Int] = [:]
    for row in try Row.fetchAll(db, sql: "SELECT step, total FROM tally WHERE series = 0 AND total > 0") {
      let day = row.int(0) ?? 0
      years[day < 0 ? 0 : Position.calendarDay(of: Int64(day)).civil.year, default: 0] += row.int(1) ?? 0
    }
    return years.sorted { $0.key < $1.key }.map {
      .init(name: $0.key == 0 ? "" : String($0.key), stories: $0.value)
    }
  }
}
