internal import Database
internal import Stories
internal import System

/// Records the stories that a refresh removes, to tell whether an added story is unchanged, changed or new.
final class NewsLog {
  /// The most stories remembered.
  private static let most = 200_000

  /// A removed story.
  struct Former {
    var position: Int64
    /// See `Story.print`.
    var print: Int64
    var order: EditionOrder
  }

  private var former: [StoryID: Former] = [:]
  private var last: Int64 = 0
  /// Whether the index had been filled before; stories that first fill it are not news.
  var begins = false
  /// Whether the current file is only read again, so that nothing in it is news.
  var isQuiet = false
  /// The number of news.
  private(set) var count = 0

  /// Records a removed story.
  func note(_ id: StoryID, _ story: Former) {
    if former.count < Self.most { former[id] = story }
  }

  /// Writes the news about an added story, if it is news.
  ///
  /// - Returns: the second for its position: its publication or, if it is a change, its last change, so that
  ///   it is listed among the newest.
  func write(_ entry: IndexEntry, id: StoryID, to db: Connection) throws -> Int64? {
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
      // A kill may have no date: it takes the position of the story.
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

  /// Deletes old news.
  static func prune(_ db: Connection) throws {
    try db.execute(
      sql: "DELETE FROM news WHERE serial <= (SELECT serial FROM news ORDER BY serial DESC LIMIT 1 OFFSET ?)",
      arguments: [Landing.most])
  }
}
