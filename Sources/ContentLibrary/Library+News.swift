internal import Database
public import Stories
internal import Synchronization

extension Library {
  /// The stories that arrived or changed since the last call; on the first call, since the last visit.
  ///
  /// A story that was read and has changed becomes unread.
  public func landed() throws(LibraryError) -> Landing {
    let (landing, changed, last) = try read { db in
      let told = lastTold.withLock(\.self)
      var (landing, changed, last) = (Landing(), [StoryID](), told)
      let hidden = try hiddenPlaces.groups(in: db, self).all
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT serial, news.story, kind,
            \(ReadByMany.isRead("news.story")) = 1 AND \(ReadByMany.seen("news.story")) < serial
          FROM main.news LEFT JOIN marks.mark ON mark.story = news.story ORDER BY serial LIMIT \(Landing.most)
          """)
      while let row = try rows.next() {
        guard let serial = row.integer(0), let kind = row.text(2).flatMap(News.Kind.init) else { continue }
        let id = StoryID(databaseValue: row.integer(1) ?? 0)
        if kind != .arrived, row.int(3) == 1 { changed.append(id) }
        guard serial > told else { continue }
        last = max(last, serial)
        guard kind != .arrived else {
          if try hidden.isEmpty || !Self.isHidden(id, hidden, in: db) { landing.arrivals.append(id) }
          continue
        }
        guard var listing = try WindowRows.listing(of: id, in: db) else { continue }
        if listing.isRead, changed.last == id { (listing.isRead, listing.isChanged) = (false, true) }
        let versions = kind.takesWords ? try WindowRows.editions(of: id, in: db).map(\.id) : []
        landing.changes.append(News(kind, listing, versions: versions))
      }
      landing.count = landing.arrivals.count
      return (landing, changed, last)
    }
    do {
      try marks.noteChanged(changed)
    } catch {
      throw failure(error)
    }
    if !changed.isEmpty { forgetMarks() }
    lastTold.withLock { $0 = max($0, last) }
    return landing
  }

  /// Whether the list does not show a story.
  private static func isHidden(_ id: StoryID, _ hidden: [Int64], in db: Connection) throws -> Bool {
    try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT position FROM main.story WHERE id = ?"), arguments: [id.databaseValue]
    ).map(hidden.hasPlace) ?? false
  }
}
