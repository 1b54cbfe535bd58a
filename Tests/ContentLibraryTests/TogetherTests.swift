import Database
import Foundation
import Stories
import StoryFormats
import Synchronization
import Testing

@testable import ContentLibrary

/// Several readers on one index, and a library at the limits of the file system.
@Suite struct TogetherTests {
  private let base = NSTemporaryDirectory() + "newsroom-together-" + UUID().uuidString

  private func withDirectory(_ work: () throws -> Void) throws {
    try FileManager.default.createDirectory(atPath: base + "/stories", withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: base) }
    try work()
  }

  private func library(index: String? = nil) throws -> Library {
    try Library(
      Library.Configuration(
        directory: base + "/stories", indexPath: index ?? base + "/cache/index.sqlite",
        marksPath: base + "/state/marks.sqlite", formats: [Line()]))
  }

  private func write(_ name: String, _ text: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: base + "/stories/" + name))
  }

  @Test func anIndexOpenedByManyIsMadeOnce() throws {
    try withDirectory {
      try write("a.line", "One 1000")
      for _ in 0..<10 {
        try? FileManager.default.removeItem(atPath: base + "/cache")
        try? FileManager.default.removeItem(atPath: base + "/state")
        let opened = Mutex<[Library]>([])
        let notices = Mutex<[String]>([])
        DispatchQueue.concurrentPerform(iterations: 8) { _ in
          do {
            let library = try library()
            opened.withLock { $0.append(library) }
            if let notice = library.notice { notices.withLock { $0.append(notice) } }
          } catch {
            notices.withLock { $0.append("\(error)") }
          }
        }
        #expect(notices.withLock { $0 } == [])
        let libraries = opened.withLock { $0 }
        #expect(try libraries.first?.refresh().added == 1)
        // All of them examine the same file.
        for library in libraries {
          #expect(try library.window(Query(), around: .first, before: 0, after: 5).total == 1)
        }
      }
    }
  }

  @Test func anIndexWhoseCreationWasKilledIsMade() throws {
    try withDirectory {
      try FileManager.default.createDirectory(atPath: base + "/cache", withIntermediateDirectories: true)
      try DatabaseQueue(path: base + "/cache/index.sqlite").write { db in
        try db.execute(sql: "CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)")
      }
      try write("a.line", "One 1000")
      #expect(try library().notice == nil)
      #expect(try library().refresh().added == 1)
    }
  }

  /// Both as they are until version 14, and as they will be from 15 on.
  @Test(arguments: [true, false]) func anIndexOfAnEarlierVersionIsRebuilt(_ isOld: Bool) throws {
    try withDirectory {
      try FileManager.default.createDirectory(atPath: base + "/cache", withIntermediateDirectories: true)
      let old = try DatabaseQueue(path: base + "/cache/index.sqlite")
      try old.write { db in
        try db.execute(
          sql: isOld
            ? """
            CREATE TABLE grdb_migrations(identifier TEXT NOT NULL PRIMARY KEY);
            INSERT INTO grdb_migrations VALUES ('14 zones of their own');
            """ : "PRAGMA user_version = \(Schema.version - 1)")
        try db.execute(
          sql: "CREATE TABLE story(position INTEGER); PRAGMA application_id = \(Schema.applicationID)")
      }
      old.close()
      try write("a.line", "Kept 7 Nordic")
      let library = try library()
      #expect(library.notice?.contains("made by another version; it is being built again") == true)
      #expect(try library.refreshed().added == 1)
      #expect(try library.rows().map(\.headline) == ["Kept"])
    }
  }

  @Test func indexPathMayBeRelative() throws {
    try withDirectory {
      let up = FileManager.default.currentDirectoryPath.split(separator: "/")
      let relative = up.map { _ in ".." }.joined(separator: "/") + base + "/new/folder/index.sqlite"
      let library = try library(index: relative)
      #expect(library.notice == nil)
      #expect(FileManager.default.fileExists(atPath: base + "/new/folder/index.sqlite"))
    }
  }

  @Test func countersAgreeWithTheRowsAfterChanges() throws {
    try withDirectory {
      for index in 0..<60 {
        try write("\(index).line", "Headline\(index) \(index / 3 * 40_000) Desk\(index % 4)")
      }
      let library = try library()
      _ = try library.refresh()
      for index in 0..<20 { try FileManager.default.removeItem(atPath: base + "/stories/\(index).line") }
      for index in 20..<30 { try write("\(index).line", "Moved\(index) \(index * 90_000) Desk\(index % 3)") }
      _ = try library.refresh()
      try library.expectSound()
      #expect(try library.window(Query(), around: .last, before: 3, after: 0).rowsBefore == 37)
    }
  }
}

@Suite struct ReadAheadMemoryTests {
  private func result(_ entry: ContentLibrary.Scanner.Entry) -> FileReader.Result {
    FileReader.Result(
      path: entry.path, size: entry.size, modified: 0, hash: nil, format: nil)
  }

  @Test func largeFilesAreNotHeldTogether() {
    let entries = (0..<40).map { ContentLibrary.Scanner.Entry(path: "\($0)", size: 16 << 20, modified: 0) }
    let most = Mutex(0)
    let waiting = Mutex(0)
    let ahead = ReadAhead(entries) { entry in
      let now = waiting.withLock { value in
        value += 1
        return value
      }
      most.withLock { $0 = max($0, now) }
      return result(entry)
    }
    var paths: [String] = []
    while let next = ahead.next() {
      paths.append(next.path)
      usleep(2_000)
      waiting.withLock { $0 -= 1 }
    }
    #expect(paths == (0..<40).map(String.init))
    // Three of them fill the queue; the consumer holds one more.
    #expect(most.withLock { $0 } <= 6)
  }

  @Test(arguments: [0, 1, 63 << 20, 1 << 40]) func readingMayBeEndedAtAnyPlace(_ size: Int) {
    for taken in 0..<5 {
      let entries = (0..<200).map { ContentLibrary.Scanner.Entry(path: "\($0)", size: size, modified: 0) }
      let ahead = ReadAhead(entries, read: result)
      for index in 0..<taken { #expect(ahead.next()?.path == "\(index)") }
      ahead.stop()
    }
  }

  @Test func nothingToReadEndsAtOnce() {
    let ahead = ReadAhead([], read: result)
    #expect(ahead.next() == nil)
    #expect(ahead.next() == nil)
    ahead.stop()
  }
}

/// "headline seconds desk", one story per file.
private struct Line: StoryFormat {
  let name = "line"
  let summary = "stories for tests"
  let fileExtensions = ["line"]

  func recognises(_ source: Source) -> Bool { false }

  func read(_ source: Source) -> Reading {
    let words = String(decoding: source.bytes, as: UTF8.self).split(separator: " ").map(String.init)
    var story = Story(
      id: StoryID(content: source.bytes), path: source.path, format: name, headline: words.first ?? "")
    if words.count > 1 { story.published = Int64(words[1]).map { Timestamp(seconds: $0) } }
    if words.count > 2 { story.section = words[2] }
    return Reading(stories: [story])
  }
}
