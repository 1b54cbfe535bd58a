internal import Database
internal import Stories

/// The tables of the index.
///
/// `story.position` is both the row id and the publication order (see `Position`), so "newest first" is the
/// order of every table keyed by it, and a list is a range of keys. A position is never used twice
/// (`gone`), because full text search can't delete its entries.
///
/// `story` has each story once, in its newest version; `edition` has the others: earlier versions, and
/// copies in other files. `print` distinguishes versions with different texts. Stories that are versions of
/// each other without a common id are found by their sketches (`sketch`); all but the newest have its
/// position in `newest`.
///
/// `news` has the last event of each story that arrived or changed after the index was filled. It is
/// numbered by microseconds, so that the numbers of an index built again are higher.
///
/// The names of stories (`name`) and the names in their references (`link`) are hashes of folded words.
/// `facetList` has the facets of each story as words, so that a list narrowed by any of them is also a range;
/// `title` finds headlines by their first letters, `search` finds everything.
enum Schema {
  /// "news" in ASCII, which identifies the file (`PRAGMA application_id`).
  static let applicationID: Int32 = 0x6E65_7773

  /// The version of these tables (`PRAGMA user_version`): an index with another one is built again.
  ///
  /// Versions before 15 say 0 there, and have the table `oldTable` instead.
  static let version: Int32 = 17
  /// The table of versions that a library for SQLite kept until version 14.
  static let oldTable = "grdb_migrations"

  /// Whether a database has the tables of this version.
  static func isReady(_ db: Connection) throws -> Bool {
    try owner(of: db) == applicationID
      && Int32.fetchOne(db, sql: "PRAGMA main.user_version") == version
  }

  /// Whose database it is (`PRAGMA application_id`).
  static func owner(of db: Connection) throws -> Int32? {
    try Int32.fetchOne(db, sql: "PRAGMA main.application_id")
  }

  /// Whether a database has no tables, or only those of an index that was not finished.
  static func isEmpty(_ db: Connection) throws -> Bool {
    try Int.fetchOne(
      db, sql: "SELECT 1 FROM main.sqlite_master WHERE tbl_name <> '\(oldTable)' LIMIT 1") == nil
  }

  /// Creates the tables, in the open transaction.
  static func create(in db: Connection) throws {
    try db.execute(
      sql: """
        DROP TABLE IF EXISTS main.\(oldTable);
        \(rows)\(words)
        PRAGMA main.application_id = \(applicationID);
        PRAGMA main.user_version = \(version);
        """)
  }

  private static let rows = """
    CREATE TABLE setting(name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE file(
      id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, size INTEGER NOT NULL, modified INTEGER NOT NULL,
      hash INTEGER, format TEXT, lines INTEGER, state INTEGER NOT NULL, isFound INTEGER NOT NULL DEFAULT 1);
    CREATE TABLE story(
      position INTEGER PRIMARY KEY, id INTEGER NOT NULL, file INTEGER NOT NULL REFERENCES file(id),
      ordinal INTEGER, headline TEXT NOT NULL, key TEXT NOT NULL, teaser TEXT NOT NULL, section TEXT NOT NULL,
      published INTEGER, offset INTEGER, precision INTEGER, zone INTEGER, words INTEGER NOT NULL,
      language TEXT, version INTEGER,
      updated INTEGER, print INTEGER NOT NULL, status TEXT, embargo INTEGER, stamp INTEGER NOT NULL,
      facets TEXT NOT NULL, names BLOB NOT NULL, links BLOB NOT NULL, newest INTEGER);
    CREATE UNIQUE INDEX story_id ON story(id);
    CREATE INDEX story_file ON story(file);
    CREATE INDEX story_key ON story(key) WHERE newest IS NULL;
    CREATE INDEX story_words ON story(words) WHERE newest IS NULL;
    CREATE INDEX story_newest ON story(newest) WHERE newest IS NOT NULL;
    CREATE TABLE sketch(id INTEGER PRIMARY KEY, stories INTEGER NOT NULL, bytes BLOB NOT NULL);
    CREATE TABLE edition(
      id INTEGER PRIMARY KEY, story INTEGER NOT NULL, file INTEGER NOT NULL REFERENCES file(id),
      ordinal INTEGER, headline TEXT NOT NULL, teaser TEXT NOT NULL, section TEXT NOT NULL,
      published INTEGER, offset INTEGER, precision INTEGER, zone INTEGER, words INTEGER NOT NULL,
      language TEXT, version INTEGER,
      updated INTEGER, print INTEGER NOT NULL, status TEXT, embargo INTEGER);
    CREATE INDEX edition_story ON edition(story);
    CREATE INDEX edition_file ON edition(file);
    CREATE TABLE news(serial INTEGER PRIMARY KEY, story INTEGER NOT NULL UNIQUE, kind TEXT NOT NULL);
    CREATE TABLE gone(position INTEGER PRIMARY KEY);
    CREATE TABLE problem(file INTEGER, path TEXT NOT NULL, line INTEGER, reason TEXT NOT NULL);
    CREATE INDEX problem_file ON problem(file);
    CREATE TABLE name(hash INTEGER NOT NULL, story INTEGER NOT NULL, PRIMARY KEY(hash, story)) WITHOUT ROWID;
    CREATE TABLE link(hash INTEGER NOT NULL, story INTEGER NOT NULL, PRIMARY KEY(hash, story)) WITHOUT ROWID;
    CREATE TABLE facet(
      id INTEGER PRIMARY KEY, kind TEXT NOT NULL, value TEXT NOT NULL, key TEXT NOT NULL,
      total INTEGER NOT NULL,
      UNIQUE(kind, value));
    CREATE INDEX facet_key ON facet(kind, key);
    CREATE TABLE word(
      word TEXT NOT NULL, language INTEGER NOT NULL, stories INTEGER NOT NULL, PRIMARY KEY(word, language))
      WITHOUT ROWID;
    CREATE TABLE tally(
      series INTEGER NOT NULL, step INTEGER NOT NULL, total INTEGER NOT NULL, PRIMARY KEY(series, step))
      WITHOUT ROWID;

    """

  // Text is already folded (`SearchText`), so the fastest tokenizer is enough. The body comes first
  // because positions in the first column take two bytes less. Each batch makes a segment; segments
  // are merged only when there are many, because merging takes as long as writing.
  private static let words = """
    CREATE VIRTUAL TABLE facetList USING fts5(facets, content='', tokenize='ascii', detail=none,
      columnsize=0);
    CREATE VIRTUAL TABLE title USING fts5(
      headline, content='', tokenize='ascii', detail=none, columnsize=0, prefix='1 2 3');
    CREATE VIRTUAL TABLE search USING fts5(body, headline, byline, facets, content='', tokenize='ascii');
    INSERT INTO facetList(facetList, rank) VALUES ('automerge', 0), ('crisismerge', 64);
    INSERT INTO title(title, rank) VALUES ('automerge', 0), ('crisismerge', 64);
    INSERT INTO search(search, rank) VALUES ('automerge', 0), ('crisismerge', 64), ('hashsize', \(128 << 20));

    """
}
