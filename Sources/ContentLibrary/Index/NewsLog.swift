internal import GRDB
internal import Stories
internal import System

/// What a refresh notes of the stories that it takes out, so that it can tell what comes in their place: the
/// same words, others, or a story that was not there.
final class NewsLog {
  /// So many are kept in mind.
  private static let most = 200_000

  /// A story that was taken out.
  struct Former {
    var position: Int64
    /// See `Story.print`.
    var print: Int64
    var order: EditionOrder
  }

  private var former: [StoryID: Former] = [:]
  private var last: Int64 = 0
  /// Whether the index was filled before: of all that fills it nothing is news.
  var begins = false
  /// Whether what is written now is only read once more.
  var isQuiet = false
  /// How much news there was.
  private(set) var count = 0

  /// Notes a story that is taken out.
  func note(_ id: StoryID, _ story: Former) {
    if former.count < Self.most { former[id] = story }
  }

  /// Writes down what a story that comes in is, if it is news.
  ///
  /// - Returns: the second that it stands at: its publication, or its last change where it came in as a change, so that
  ///   it stands among what is new.
  func write(_ entry: IndexEntry, id: StoryID, to db: Database) throws -> Int64? {
    let before = former.removeValue(forKey: id)
    let kind = begins && !isQuiet ? kind(of: entry, after: before) : nil
    if let kind {
      count += 1
      if last == 0 { last = try Int64.fetchOne(db, sql: "SELECT max(serial) FROM news") ?? 0 }
      last = max(last + 1, WallClock.microseconds)
      try db.cachedStatement(sql: "INSERT OR REPLACE INTO news(serial, story, kind) VALUES (?, ?, ?)")
        .execute(arguments: [last, id.databaseValue, kind.rawValue])
    }
    let published = entry.published?.seconds
    guard let updated = entry.updated, updated > published ?? .min else {
      // A kill may come without a date: it stands where the story stood.
      return published ?? before.flatMap { Position.seconds(of: $0.position) }
    }
    let isLater = (entry.version ?? 1) > 1 || kind.map { $0 != .arrived } ?? false
    let stoodSo = before.map { $0.position >= Position.first(seconds: updated) } ?? false
    return isLater || stoodSo || published == nil ? updated : published
  }

  private func kind(of entry: IndexEntry, after before: Former?) -> News.Kind? {
    guard let before else { return .arrived }
    guard before.print != entry.print, EditionOrder(entry, modified: 0) >= before.order else { return nil }
    switch entry.status.flatMap(Wire.Status.init) ?? .usable {
    case .canceled: return .killed
    case .withheld: return .withheld
    case .usable: return entry.isCorrection ? .corrected : .updated
    }
  }

  /// Forgets what is long past.
  static func prune(_ db: Database) throws {
    try db.execute(
      sql: "DELETE FROM news WHERE serial <= (SELECT serial FROM news ORDER BY serial DESC LIMIT 1 OFFSET ?)",
      arguments: [Landing.most])
  }
}
