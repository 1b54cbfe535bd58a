internal import GRDB
internal import Stories

/// The tables of the index.
///
/// `story.position` is the row id and the publication order at once: seconds in the high bits, a serial in the low
/// ones, so that "newest first" is the table's own order and every list is a window by key.
///
/// `story` has each story once, in its newest edition; `edition` has the others: earlier versions, and copies of the
/// same version in other files. `print` tells editions of different text apart.
enum Schema {
  /// "news" in ASCII: says whose file it is (`PRAGMA application_id`).
  static let applicationID: Int32 = 0x6E65_7773

  static func migrator() -> DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 stories") { db in
      try db.execute(
        sql: """
          CREATE TABLE file(
            id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, size INTEGER NOT NULL, modified INTEGER NOT NULL,
            hash INTEGER, format TEXT);
          CREATE TABLE story(
            position INTEGER PRIMARY KEY, id INTEGER NOT NULL UNIQUE,
            file INTEGER NOT NULL REFERENCES file(id) ON DELETE CASCADE, ordinal INTEGER NOT NULL,
            headline TEXT NOT NULL, key TEXT NOT NULL, teaser TEXT NOT NULL, section TEXT NOT NULL,
            published INTEGER, offset INTEGER, precision INTEGER, words INTEGER NOT NULL, language TEXT);
          CREATE INDEX story_file ON story(file);
          CREATE INDEX story_section ON story(section, position);
          CREATE INDEX story_key ON story(key);
          CREATE TABLE day(
            section TEXT NOT NULL, day INTEGER NOT NULL, total INTEGER NOT NULL, PRIMARY KEY(section, day)
          ) WITHOUT ROWID;
          CREATE TABLE name(
            naming TEXT NOT NULL, key TEXT NOT NULL, story INTEGER NOT NULL REFERENCES story(id) ON DELETE CASCADE);
          CREATE INDEX name_key ON name(naming, key);
          CREATE INDEX name_story ON name(story);
          CREATE TABLE link(
            story INTEGER NOT NULL REFERENCES story(id) ON DELETE CASCADE, naming TEXT NOT NULL, key TEXT NOT NULL,
            text TEXT NOT NULL, target TEXT);
          CREATE INDEX link_key ON link(naming, key);
          CREATE INDEX link_story ON link(story);
          CREATE TABLE problem(file INTEGER, path TEXT NOT NULL, line INTEGER, reason TEXT NOT NULL);
          CREATE INDEX problem_file ON problem(file);
          PRAGMA application_id = \(applicationID);
          """)
    }
    migrator.registerMigration("2 days of all desks") { db in
      try db.execute(
        sql: """
          CREATE TABLE calendar(day INTEGER PRIMARY KEY, total INTEGER NOT NULL);
          INSERT INTO calendar SELECT day, sum(total) FROM day GROUP BY day;
          """)
    }
    migrator.registerMigration("3 editions") { db in
      try db.execute(
        sql: """
          CREATE TABLE setting(name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
          ALTER TABLE file ADD COLUMN lines INTEGER;
          ALTER TABLE story ADD COLUMN version INTEGER;
          ALTER TABLE story ADD COLUMN updated INTEGER;
          ALTER TABLE story ADD COLUMN print INTEGER NOT NULL DEFAULT 0;
          ALTER TABLE story ADD COLUMN status TEXT;
          ALTER TABLE story ADD COLUMN embargo INTEGER;
          CREATE TABLE edition(
            id INTEGER PRIMARY KEY, story INTEGER NOT NULL,
            file INTEGER NOT NULL REFERENCES file(id) ON DELETE CASCADE, ordinal INTEGER NOT NULL,
            headline TEXT NOT NULL, teaser TEXT NOT NULL, section TEXT NOT NULL, published INTEGER, offset INTEGER,
            precision INTEGER, words INTEGER NOT NULL, language TEXT, version INTEGER, updated INTEGER,
            print INTEGER NOT NULL, status TEXT, embargo INTEGER);
          CREATE INDEX edition_story ON edition(story);
          CREATE INDEX edition_file ON edition(file);
          """)
    }
    return migrator
  }
}

/// Places in publication order.
enum Position {
  /// How many low bits number the stories of one second.
  static let serialBits: Int64 = 22

  /// The first place of a second; stories without a date come before all others.
  static func first(seconds: Int64?) -> Int64 {
    guard let seconds else { return 0 }
    // Counted from the year 1, so that every date there can be is above zero and fits into 63 bits.
    let sinceYearOne = min(max(seconds, -62_135_596_799), 337_864_403_200) + 62_135_596_800
    return sinceYearOne << serialBits
  }

  /// The day a place belongs to, for `day.day`; 0 for stories without a date.
  static func day(of position: Int64) -> Int64 {
    (position >> serialBits) / 86_400
  }

  /// The calendar's day for a `day.day`, which counts from the year 1.
  static func calendarDay(of day: Int64) -> Day {
    Day(number: Int(day) - 719_162)
  }

  /// The first place of a day.
  static func first(ofDay day: Int64) -> Int64 {
    (day * 86_400) << serialBits
  }
}
