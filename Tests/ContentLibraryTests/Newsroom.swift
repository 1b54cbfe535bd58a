import Database
import Foundation
import Stories
import StoryFormats
import TestSupport
import Testing

@testable import ContentLibrary

/// A directory of stories with its index and marks, deleted after the test.
final class TemporaryNewsroom {
  let base: String
  var directory: String { base + "/stories" }
  var indexPath: String { base + "/cache/index.sqlite" }
  var marksPath: String { base + "/state/marks.sqlite" }

  init() throws {
    base = NSTemporaryDirectory() + "newsroom-test-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: base + "/stories", withIntermediateDirectories: true)
    Leftovers.watch(folder: base)
  }

  deinit { try? FileManager.default.removeItem(atPath: base) }

  /// Opens the library, also a second time.
  func library(_ formats: [any StoryFormat] = [Slip()]) throws -> Library {
    try Library(
      Library.Configuration(
        directory: directory, indexPath: indexPath, marksPath: marksPath, formats: formats))
  }

  /// Writes a file and makes its folders.
  func write(_ path: String, _ text: String, modified: Double? = nil) throws {
    let full = directory + "/" + path
    let folder = full.split(separator: "/").dropLast().joined(separator: "/")
    try FileManager.default.createDirectory(atPath: "/" + folder, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(fileURLWithPath: full))
    if let modified { try touch(path, modified) }
  }

  func touch(_ path: String, _ modified: Double) throws {
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: modified)], ofItemAtPath: directory + "/" + path)
  }

  func remove(_ path: String) throws {
    try FileManager.default.removeItem(atPath: directory + "/" + path)
  }

  func rename(_ path: String, _ other: String) throws {
    try FileManager.default.moveItem(atPath: directory + "/" + path, toPath: directory + "/" + other)
  }

  func removeArchive() throws {
    try FileManager.default.removeItem(atPath: base + "/state/archive.sqlite")
  }

  func removeIndex() throws {
    try FileManager.default.removeItem(atPath: base + "/cache")
  }
}

/// The smallest possible format: "key: value" lines, an empty line, the text; "=====" between stories.
///
/// `to path: x` and similar lines are references within the text, `more` and `teaser` those after it.
struct Slip: StoryFormat {
  var name = "slip"
  let summary = "stories for tests"
  var fileExtensions = ["slip"]
  var keepsWhatLeaves = false
  var edition = "1"

  func recognises(_ source: Source) -> Bool { source.bytes.starts(with: "headline:".utf8) }

  func read(_ source: Source) -> Reading {
    let text = String(decoding: source.bytes, as: UTF8.self)
    let parts = text.split(separator: "\n=====\n").map(String.init)
    return Reading(stories: parts.map { story($0, source: source) })
  }

  private func story(_ text: String, source: Source) -> Story {
    var story = Story(id: StoryID(content: text.utf8), path: source.path, format: name, headline: "")
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let end = lines.firstIndex(of: "") ?? lines.count
    for line in lines[..<end] {
      guard let colon = line.firstIndex(of: ":") else { continue }
      let value = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
      set(String(line[..<colon]), value, in: &story)
    }
    let body = lines[end...].joined(separator: " ").trimmingCharacters(in: .whitespaces)
    story.body = [Block(.paragraph([Inline(body)]))]
    return story
  }

  private func set(_ key: String, _ value: String, in story: inout Story) {
    switch key {
    case "headline": story.headline = value
    case "guid": (story.identifier, story.id) = (value, StoryID(identifier: value))
    case "section": story.section = value
    case "tags": story.tags = value.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
    case "version": story.wire.version = Int(value)
    case "status": story.wire.status = Wire.Status(rawValue: value) ?? .usable
    case "embargo": story.wire.embargo = Int64(value).map { Timestamp(seconds: $0) }
    case "provider": story.wire.provider = value
    case "slugline": story.wire.slugline = value
    case "urgency": story.wire.urgency = Int(value)
    case "note": story.wire.notes.append(value)
    case "updated": story.updated = Int64(value).map { Timestamp(seconds: $0) }
    case "language": story.language = value
    case "seconds": story.published = Int64(value).map { Timestamp(seconds: $0) }
    case "slug": story.slugs.append(value)
    case "url": story.url = value
    case "teaser": story.teasers.append(Teaser(title: value, text: "teased"))
    case "more":
      story.references.append(
        Reference(
          kind: .story, text: value, target: value, naming: .headline, label: "READ MORE", position: 0))
    default:
      guard key.hasPrefix("to "), let naming = Reference.Naming(rawValue: String(key.dropFirst(3))) else {
        return
      }
      story.references.append(
        Reference(kind: naming == .url ? .outside : .story, text: value, target: value, naming: naming))
    }
  }
}

extension Library {
  /// Refreshes, and checks that the index keeps its promises.
  @discardableResult
  func refreshed(_ progress: (IndexProgress) -> Continuation = { _ in .goOn }) throws -> IndexSummary {
    let summary = try refresh(progress: progress)
    try expectSound()
    return summary
  }

  /// The rules for all tables, whatever happened before.
  func expectSound() throws {
    try index.write { db in
      // Every counter equals a count of all rows.
      var recount = ListCounters()
      for row in try Row.fetchAll(
        db, sql: "SELECT position, key, words, facets FROM story WHERE newest IS NULL")
      {
        let numbers = FacetWord.numbers(row.text(3) ?? "")
        recount.add(
          1, position: row.integer(0) ?? 0, key: row.text(1) ?? "", words: row.int(2) ?? 0,
          facets: try numbers.map { (id: $0, kind: try FacetNumbers().kind(of: $0, in: db)) })
      }
      let kept = try Row.fetchAll(db, sql: "SELECT series, step, total FROM tally WHERE total <> 0")
      #expect(Set(kept.map { [$0.integer(0), $0.integer(1), $0.integer(2)] }) == recount.rows)
      let totals = try Row.fetchAll(db, sql: "SELECT id, total FROM facet WHERE total <> 0")
      #expect(Set(totals.map { [$0.integer(0), $0.integer(1)] }) == recount.totals)
      // Search tables find every story, and none that is gone.
      let positions = Set(try Int64.fetchAll(db, sql: "SELECT position FROM story"))
      let leading = Set(try Int64.fetchAll(db, sql: "SELECT position FROM story WHERE newest IS NULL"))
      let everything = "\"\(FacetWord.word(0))\""
      #expect(
        Set(
          try Int64.fetchAll(
            db, sql: "SELECT rowid FROM facetList WHERE facetList MATCH ?", arguments: [everything]))
          == leading)
      // An older version points to the newest, never to another older one.
      let leads = "SELECT DISTINCT newest FROM story WHERE newest IS NOT NULL"
      #expect(Set(try Int64.fetchAll(db, sql: leads)).isSubset(of: leading))
      let found = try Int64.fetchAll(
        db, sql: "SELECT rowid FROM search WHERE search MATCH ?", arguments: [everything])
      let gone = Set(try Int64.fetchAll(db, sql: "SELECT position FROM gone"))
      #expect(found.count == Set(found).count)
      #expect(Set(found).subtracting(gone) == positions)
      #expect(gone.isDisjoint(with: positions))
      for table in ["name", "link"] {
        let strays = "SELECT count(*) FROM \(table) WHERE story NOT IN (SELECT position FROM story)"
        #expect(try Int.fetchOne(db, sql: strays) == 0)
      }
      for table in ["facetList", "title", "search"] {
        try db.execute(sql: "INSERT INTO \(table)(\(table)) VALUES ('integrity-check')")
      }
      #expect(try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").isEmpty)
      #expect(try String.fetchOne(db, sql: "PRAGMA integrity_check(1)") == "ok")
      for (table, column) in [("problem", "file"), ("story", "file")] {
        let orphans = try Int.fetchOne(
          db,
          sql:
            """
            SELECT count(*) FROM \(table) WHERE \(column) IS NOT NULL AND \(column) NOT IN (SELECT id FROM \
            file)
            """
        )
        #expect(orphans == 0)
      }
    }
  }

  /// All rows, newest first.
  func rows(_ query: Query = Query()) throws -> [Listing] {
    var rows: [Listing] = []
    try stories(query) {
      rows.append($0)
      return true
    }
    return rows
  }

  /// The row of the file at a path.
  func row(_ path: String) throws -> Listing {
    try #require(try rows().first { $0.path == path })
  }
}

extension ListCounters {
  /// The rows that `write` would put into an empty index.
  var rows: Set<[Int64?]> {
    Set(steps.filter { $0.value != 0 }.map { [$0.key.series.number, $0.key.step, Int64($0.value)] })
  }

  /// The same for facets.
  var totals: Set<[Int64?]> {
    Set(facets.filter { $0.value != 0 }.map { [$0.key, Int64($0.value)] })
  }
}
