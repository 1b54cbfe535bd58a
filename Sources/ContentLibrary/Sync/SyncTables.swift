internal import Database

/// The tables beside the marks that keep what machines agree on, and triggers that note what changes.
///
/// They exist only where a folder is kept in step, so that marks cost nothing more elsewhere.
enum SyncTables {
  /// Makes the tables where they are missing, and takes every mark so far for a change.
  static func prepare(_ db: Connection) throws {
    guard try !isUsed(in: db) else { return }
    try ReadByMany.settleAll(in: db)
    try db.execute(sql: tables + triggers + first)
  }

  /// Whether there are these tables, which each mark must be noted in.
  static func isUsed(in db: Connection) throws -> Bool {
    try Int.fetchOne(db, sql: "SELECT 1 FROM sqlite_schema WHERE name = 'sync_register'") != nil
  }

  private static let tables = """
    CREATE TABLE sync_register(
      kind INTEGER NOT NULL, story INTEGER NOT NULL, name TEXT NOT NULL,
      moment INTEGER NOT NULL, count INTEGER NOT NULL, machine TEXT NOT NULL, value TEXT,
      -- What of it was last seen here, for what is kept in files.
      shadow TEXT,
      isWritten INTEGER NOT NULL, isPending INTEGER NOT NULL,
      PRIMARY KEY(kind, story, name)) WITHOUT ROWID;
    CREATE INDEX sync_unwritten ON sync_register(isWritten) WHERE isWritten = 0;
    CREATE INDEX sync_pending ON sync_register(isPending) WHERE isPending = 1;
    CREATE TABLE sync_dirty(
      kind INTEGER NOT NULL, story INTEGER NOT NULL, name TEXT NOT NULL, moment INTEGER NOT NULL,
      PRIMARY KEY(kind, story, name)) WITHOUT ROWID;
    CREATE TABLE sync_file(
      name TEXT PRIMARY KEY, size INTEGER NOT NULL, modified INTEGER NOT NULL, number INTEGER NOT NULL,
      place INTEGER NOT NULL, tail INTEGER NOT NULL, lines INTEGER NOT NULL, strange INTEGER NOT NULL);
    CREATE TABLE sync_setting(name TEXT PRIMARY KEY, value TEXT NOT NULL);

    """

  /// Now, in milliseconds since 1970.
  private static let now = "CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)"

  /// Notes that a mark of a story has changed.
  ///
  /// Not by INSERT OR REPLACE: in a trigger, the policy of the statement that fires it counts, and marks are
  /// written by upserts, which abort (SQLite, CREATE TRIGGER, section 2).
  private static func noted(_ kind: Int, _ story: String, where condition: String = "1") -> String {
    """
    DELETE FROM sync_dirty WHERE kind = \(kind) AND story = \(story) AND name = '' AND \(condition);
    INSERT INTO sync_dirty SELECT \(kind), \(story), '', \(now) WHERE \(condition);
    """
  }

  /// The same for a tag.
  private static func noted(tag: String, of story: String) -> String {
    """
    DELETE FROM sync_dirty WHERE kind = 2 AND story = \(story)
    AND name IN (SELECT key FROM tag WHERE id = \(tag));
    INSERT INTO sync_dirty SELECT 2, \(story), key, \(now) FROM tag WHERE id = \(tag);
    """
  }

  /// A story that has changed by itself becomes unread on every machine by itself, which is no news.
  private static let triggers = """
    CREATE TRIGGER sync_mark AFTER INSERT ON mark WHEN NEW.isRead = 1 OR NEW.isSaved = 1 BEGIN
    \(noted(0, "NEW.story", where: "NEW.isRead = 1"))
    \(noted(1, "NEW.story", where: "NEW.isSaved = 1"))
    END;
    CREATE TRIGGER sync_read AFTER UPDATE OF isRead ON mark
    WHEN NEW.isRead <> OLD.isRead AND NOT (NEW.isRead = 0 AND NEW.isChanged = 1 AND OLD.isChanged = 0) BEGIN
    \(noted(0, "NEW.story"))
    END;
    CREATE TRIGGER sync_saved AFTER UPDATE OF isSaved ON mark WHEN NEW.isSaved <> OLD.isSaved BEGIN
    \(noted(1, "NEW.story"))
    END;
    CREATE TRIGGER sync_tagged AFTER INSERT ON tagged BEGIN
    \(noted(tag: "NEW.tag", of: "NEW.story"))
    END;
    CREATE TRIGGER sync_untagged AFTER DELETE ON tagged BEGIN
    \(noted(tag: "OLD.tag", of: "OLD.story"))
    END;

    """

  private static let first = """
    INSERT INTO sync_dirty SELECT 0, story, '', changed * 1000 FROM mark WHERE isRead = 1;
    INSERT INTO sync_dirty SELECT 1, story, '', changed * 1000 FROM mark WHERE isSaved = 1;
    INSERT INTO sync_dirty
    SELECT 2, tagged.story, tag.key, ifnull(mark.changed * 1000, \(now))
    FROM tagged JOIN tag ON tag.id = tagged.tag LEFT JOIN mark ON mark.story = tagged.story;

    """

  /// A value of `sync_setting`.
  static func setting(_ name: String, in db: Connection) throws -> String? {
    try String.fetchOne(db, sql: "SELECT value FROM sync_setting WHERE name = ?", arguments: [name])
  }

  /// Sets a value of `sync_setting`.
  static func set(_ name: String, to value: String, in db: Connection) throws {
    try db.execute(
      sql: "INSERT OR REPLACE INTO sync_setting(name, value) VALUES (?, ?)", arguments: [name, value])
  }
}
