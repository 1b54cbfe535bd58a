internal import Database
public import Stories

extension Library {
  /// A story that arrived, with the number of the news.
  public struct Arrival: Hashable, Sendable {
    /// Later news have larger numbers, also in an index that was built again.
    public var serial: Int64
    /// The story.
    public var id: StoryID
  }

  /// The stories that arrived after a number, the earliest first; those of a first filling are not news.
  public func arrivals(after serial: Int64) throws(LibraryError) -> [Arrival] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT serial, story FROM main.news WHERE serial > ? AND kind = ? ORDER BY serial
          LIMIT \(Landing.most)
          """,
        arguments: [serial, News.Kind.arrived.rawValue]
      ).map { row in
        Arrival(serial: row.integer(0) ?? 0, id: StoryID(databaseValue: row.integer(1) ?? 0))
      }
    }
  }

  /// The number of the last news; 0 if there are none.
  public func lastArrival() throws(LibraryError) -> Int64 {
    try read { db in try Int64.fetchOne(db, sql: "SELECT max(serial) FROM main.news") ?? 0 }
  }
}
