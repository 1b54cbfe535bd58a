import Database
import Foundation
import Glibc
import Stories
import Testing

@testable import ContentLibrary

@Suite struct DamageTests {
  let newsroom: TemporaryNewsroom

  init() throws {
    newsroom = try TemporaryNewsroom()
    for number in 0..<120 {
      try newsroom.write(
        "\(number).slip", "headline: Story \(number)\nsection: Nordic\nmore: Story \(number + 1)\n\nText")
    }
    let library = try newsroom.library()
    try library.refreshed()
    try library.mark(library.row("7.slip").id, read: true)
  }

  /// Overwrites bytes of a file.
  private func overwrite(_ path: String, at offset: UInt64, _ bytes: [UInt8]) throws {
    let file = try #require(FileHandle(forUpdatingAtPath: path))
    try file.seek(toOffset: offset)
    try file.write(contentsOf: Data(bytes))
    try file.close()
  }

  private func size(_ path: String) throws -> UInt64 {
    try #require(try FileManager.default.attributesOfItem(atPath: path)[.size] as? UInt64)
  }

  private func expectRebuilt() throws {
    let library = try newsroom.library()
    try library.refreshed()
    #expect(try library.rows().count == 120)
    #expect(try library.row("7.slip").isRead)
  }

  @Test func aNewIndexReportsNothing() throws {
    #expect(try newsroom.library().notice == nil)
  }

  @Test func anIndexOfRandomBytesIsRebuiltAndTheOldOneKept() throws {
    var random = SystemRandomNumberGenerator()
    try Data((0..<9_000).map { _ in UInt8.random(in: 1...255, using: &random) })
      .write(to: URL(fileURLWithPath: newsroom.indexPath))
    let library = try newsroom.library()
    #expect(library.notice == "the index was damaged or made by another version; it is being built again")
    #expect(FileManager.default.fileExists(atPath: newsroom.indexPath + ".old"))
    try expectRebuilt()
  }

  @Test(arguments: [50, 100, 4096, 10_000]) func aTruncatedIndexIsRebuilt(_ length: Int) throws {
    #expect(truncate(newsroom.indexPath, length) == 0)
    #expect(try newsroom.library().notice != nil)
    try expectRebuilt()
  }

  @Test(arguments: [0, 1]) func anEmptyIndexIsFilled(_ length: Int) throws {
    #expect(truncate(newsroom.indexPath, length) == 0)
    try expectRebuilt()
  }

  @Test func everyOverwrittenPageIsNoticedWhenTheIndexIsOpened() throws {
    let whole = try Data(contentsOf: URL(fileURLWithPath: newsroom.indexPath))
    let seal = try Data(contentsOf: URL(fileURLWithPath: newsroom.indexPath + ".seal"))
    for page in 0..<whole.count / 4096 {
      try whole.write(to: URL(fileURLWithPath: newsroom.indexPath))
      try seal.write(to: URL(fileURLWithPath: newsroom.indexPath + ".seal"))
      try overwrite(newsroom.indexPath, at: UInt64(page * 4096 + page * 7 % 4000), [0x5A, 0xA5])
      #expect(
        try newsroom.library().notice
          == "the index was damaged or made by another version; it is being built again")
    }
    try expectRebuilt()
  }

  @Test func everyChangeIsSealed() throws {
    let path = newsroom.indexPath + ".seal"
    let first = try Data(contentsOf: URL(fileURLWithPath: path))
    try newsroom.library().refreshed()
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == first)
    try newsroom.write("new.slip", "headline: New\n\nText")
    try newsroom.library().refreshed()
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) != first)
    #expect(try newsroom.library().notice == nil)
  }

  @Test func withoutASealOverwrittenPagesGiveErrorsAndTheIndexIsRebuilt() throws {
    let whole = try Data(contentsOf: URL(fileURLWithPath: newsroom.indexPath))
    let pages = whole.count / 4096
    var failures = 0
    for page in 1..<pages {
      unlink(newsroom.indexPath + ".seal")
      try whole.write(to: URL(fileURLWithPath: newsroom.indexPath))
      let bytes = (0..<4096).map { UInt8(truncatingIfNeeded: ($0 &* 31) ^ page) }
      try overwrite(newsroom.indexPath, at: UInt64(page * 4096), bytes)
      let library = try newsroom.library()
      do {
        let rows = try library.rows()
        for row in rows.prefix(10) { _ = try library.open(row.id) }
        for query in [Query(section: "Nordic"), Query(marked: .unread), Query(marked: .saved)] {
          _ = try library.window(query, around: .last, before: 20, after: 20)
        }
        _ = try library.facets(.desk)
        _ = try library.problems()
        _ = try library.find("Story")
        _ = try library.refresh()
      } catch is LibraryError {
        failures += 1
        try library.refreshed()
        #expect(try library.rows().count == 120)
      }
    }
    #expect(failures > 3)
    IndexLocation(database: newsroom.indexPath).remove()
    try expectRebuilt()
  }

  @Test func aRefreshRepairsTheDamageItFinds() throws {
    let library = try newsroom.library()
    for number in 0..<120 {
      try newsroom.write("\(number).slip", "headline: New \(number)\n\nText", modified: 5)
    }
    try library.index.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
    let pages = try size(newsroom.indexPath) / 4096
    let other = try newsroom.library()
    for page in 1..<pages {
      try overwrite(newsroom.indexPath, at: page * 4096, [UInt8](repeating: 0xA5, count: 4096))
    }
    _ = try? other.refresh()
    try other.refreshed()
    #expect(try other.rows().count == 120)
  }

  @Test func anIndexOfANewerVersionIsRebuilt() throws {
    let queue = try DatabaseQueue(path: newsroom.indexPath)
    try queue.write { try $0.execute(sql: "PRAGMA user_version = \(Schema.version + 1)") }
    queue.close()
    #expect(try newsroom.library().notice != nil)
    try expectRebuilt()
  }

  @Test(arguments: [false, true]) func anotherProgramsDatabaseIsLeftAlone(_ hasJournal: Bool) throws {
    try newsroom.removeIndex()
    let path = newsroom.indexPath
    try FileManager.default.createDirectory(
      atPath: newsroom.base + "/cache", withIntermediateDirectories: true)
    let queue = try DatabaseQueue(path: path)
    try queue.write { try $0.execute(sql: "CREATE TABLE precious(a); INSERT INTO precious VALUES (1)") }
    if hasJournal {
      _ = try queue.writeWithoutTransaction { try String.fetchOne($0, sql: "PRAGMA journal_mode = wal") }
    }
    queue.close()
    try expectLeftAlone("it is the database of another program")
  }

  @Test(arguments: [
    "my thesis\n", String(repeating: "long text ", count: 200), "SQLite format 3 is what I write about",
  ])
  func aFileOfAnotherKindIsLeftAlone(_ text: String) throws {
    try newsroom.removeIndex()
    try newsroom.write("../cache/index.sqlite", text)
    try expectLeftAlone("it is some other kind of file")
  }

  @Test func onlyAFileCanBeAnIndex() throws {
    try newsroom.removeIndex()
    try FileManager.default.createDirectory(atPath: newsroom.indexPath, withIntermediateDirectories: true)
    #expect(throws: LibraryError.notAnIndex(path: newsroom.indexPath, reason: "it is not a regular file")) {
      try newsroom.library()
    }
  }

  private func expectLeftAlone(_ reason: String) throws {
    let url = URL(fileURLWithPath: newsroom.indexPath)
    let before = try (
      Data(contentsOf: url),
      FileManager.default.contentsOfDirectory(atPath: newsroom.base + "/cache").sorted()
    )
    let error = LibraryError.notAnIndex(path: newsroom.indexPath, reason: reason)
    #expect(throws: error) { try newsroom.library() }
    #expect(!error.description.contains("deleted"))
    #expect(try Data(contentsOf: url) == before.0)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: newsroom.base + "/cache").sorted() == before.1)
  }

  @Test func anUnwritableIndexIsKeptInMemory() throws {
    try newsroom.removeIndex()
    try Data().write(to: URL(fileURLWithPath: newsroom.base + "/cache"))
    let library = try newsroom.library()
    #expect(library.indexPath == ":memory:")
    #expect(library.notice?.contains("the whole directory is read each time") == true)
    #expect(try library.refreshed().stories == 120)
    #expect(try library.row("7.slip").isRead)
  }

  @Test(arguments: [true, false]) func unusableMarksStopNobodyAndAreKept(_ isGarbage: Bool) throws {
    let garbage = Data((0..<5_000).map { UInt8($0 % 251) })
    try? FileManager.default.removeItem(atPath: newsroom.base + "/state")
    if isGarbage {
      try newsroom.write("../state/marks.sqlite", "")
      try garbage.write(to: URL(fileURLWithPath: newsroom.marksPath))
    } else {
      try garbage.write(to: URL(fileURLWithPath: newsroom.base + "/state"))
    }
    let library = try newsroom.library()
    #expect(library.notice?.contains("newsroom forgets new marks when it quits") == true)
    #expect(library.notice?.contains(newsroom.marksPath) == true)
    try library.refreshed()
    let id = try library.row("3.slip").id
    try library.mark(id, read: true)
    #expect(try library.row("3.slip").isRead)
    let kept = isGarbage ? newsroom.marksPath : newsroom.base + "/state"
    #expect(try Data(contentsOf: URL(fileURLWithPath: kept)) == garbage)
  }

  @Test func damagedMarksAreNotTakenForADamagedIndex() throws {
    let queue = try DatabaseQueue(path: newsroom.marksPath)
    try queue.write { db in
      for number in 0..<3_000 {
        try db.execute(
          sql: "INSERT INTO mark(story, library, path) VALUES (?, 'x', 'y')", arguments: [number])
      }
    }
    queue.close()
    let pages = try size(newsroom.marksPath) / 4096
    for page in 2..<pages {
      try overwrite(newsroom.marksPath, at: page * 4096, [UInt8](repeating: 0xA5, count: 4096))
    }
    let library = try newsroom.library()
    #expect(library.notice?.hasPrefix("can't use the marks in ") == true)
    #expect(try library.rows().count == 120)
  }

  @Test(arguments: [
    (LibraryError.noDirectory(path: "x"), "can't read the directory x"),
    (.noStory(id: "1f"), "the story 1f is no longer in the library"),
    (.unreadable(path: "a", reason: "b"), "can't read a: b"),
    (
      .index(path: "a", reason: "b"),
      "can't use the index a: b. You can delete it; newsroom will build it again"
    ),
  ])
  func errorsSayWhatToDo(_ error: LibraryError, _ text: String) {
    #expect(error.description == text)
  }

  @Test func aMissingDirectoryIsAnError() {
    #expect(throws: LibraryError.noDirectory(path: "/nowhere")) {
      try Library(Library.Configuration(directory: "/nowhere"))
    }
  }

  @Test func aMissingStoryIsAnError() throws {
    let library = try newsroom.library()
    let id = try library.row("3.slip").id
    try newsroom.remove("3.slip")
    #expect(throws: LibraryError.unreadable(path: "3.slip", reason: "No such file or directory")) {
      try library.open(id)
    }
    try library.refreshed()
    #expect(throws: LibraryError.noStory(id: id.description)) { try library.open(id) }
  }
}
