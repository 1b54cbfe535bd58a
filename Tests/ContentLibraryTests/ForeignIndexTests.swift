import Database
import Foundation
import System
import TestSupport
import Testing

@testable import ContentLibrary

/// A file that is not ours never becomes an index, and stays unchanged to the byte.
@Suite struct ForeignIndexTests {
  private let newsroom: TemporaryNewsroom
  private let folder: ScratchFolder

  init() throws {
    newsroom = try TemporaryNewsroom()
    folder = try ScratchFolder()
    try newsroom.write("a.slip", "headline: A\n\nText.")
  }

  private func refusal(_ name: String) -> LibraryError? {
    do {
      _ = try Library(
        Library.Configuration(
          directory: newsroom.directory, indexPath: folder.file(name), marksPath: newsroom.marksPath))
      return nil
    } catch {
      return error
    }
  }

  /// Tries, and checks that nothing in the folder has changed.
  private func expectRefusal(_ name: String, path: String? = nil, reason: String) throws {
    func content() throws -> [String: [UInt8]] {
      Dictionary(
        uniqueKeysWithValues: try folder.names.map { name in
          (name, FileStatus(of: folder.file(name))?.kind == .file ? try folder.bytes(name) : [])
        })
    }
    let before = try content()
    #expect(refusal(name) == .notAnIndex(path: folder.file(path ?? name), reason: reason))
    #expect(try content() == before)
  }

  private let foreign = "it is the database of another program"

  @Test func aDatabaseWithOtherTablesIsLeftAlone() throws {
    let queue = try DatabaseQueue(path: folder.file("places.sqlite"))
    try queue.write { try $0.execute(sql: "CREATE TABLE moz(a)") }
    queue.close()
    try expectRefusal("places.sqlite", reason: foreign)
  }

  @Test func aDatabaseWithAnotherApplicationsIdIsLeftAlone() throws {
    let queue = try DatabaseQueue(path: folder.file("other.sqlite"))
    try queue.write { try $0.execute(sql: "PRAGMA application_id = 252006673; CREATE TABLE a(b)") }
    queue.close()
    try expectRefusal("other.sqlite", reason: foreign)
  }

  @Test func aDatabaseWhoseTablesAreStillInItsJournalIsLeftAlone() throws {
    var configuration = Configuration()
    configuration.journalMode = .wal
    let queue = try DatabaseQueue(path: folder.file("open.sqlite"), configuration: configuration)
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA wal_autocheckpoint = 0; CREATE TABLE mine(a); INSERT INTO mine VALUES (1)")
    }
    #expect(Paths.exists(folder.file("open.sqlite-wal")))
    #expect(refusal("open.sqlite") == .notAnIndex(path: folder.file("open.sqlite"), reason: foreign))
    #expect(try queue.read { try Int.fetchOne($0, sql: "SELECT a FROM mine") } == 1)
    #expect(try folder.names == ["open.sqlite", "open.sqlite-wal", "open.sqlite-shm"])
  }

  @Test(arguments: ["my thesis\n", String(repeating: "my thesis\n", count: 1_000), "SQLite format 3\0"])
  func aTextIsLeftAlone(_ text: String) throws {
    try folder.write("thesis.txt", text: text)
    try expectRefusal("thesis.txt", reason: "it is some other kind of file")
  }

  @Test func aLinkToATextIsLeftAlone() throws {
    try folder.write("thesis.txt", text: "my thesis\n")
    symlink("thesis.txt", folder.file("index"))
    try expectRefusal("index", reason: "it is some other kind of file")
  }

  @Test func foldersAndPipesAreLeftAlone() throws {
    mkdir(folder.file("folder"), 0o700)
    mkfifo(folder.file("pipe"), 0o600)
    try expectRefusal("folder", reason: "it is not a regular file")
    try expectRefusal("pipe", reason: "it is not a regular file")
  }

  @Test(arguments: [".lock", ".writer", ".opening", ".bell", ".damaged", ".seal"])
  func aFileInThePlaceOfAnIndexFileIsLeftAlone(_ ending: String) throws {
    try folder.write("index" + ending, text: String(repeating: "mine ", count: 30))
    try expectRefusal(
      "index", path: "index" + ending, reason: "it is in the place of one of the index's files")
  }

  @Test func aFileInThePlaceOfTheCopyIsLeftAlone() throws {
    try folder.write("index.shared", text: "mine")
    try expectRefusal(
      "index", path: "index.shared", reason: "it is in the place of the copy for other users")
  }

  @Test func aDeletedIndexIsRebuiltBesideItsOtherFiles() throws {
    #expect(refusal("index") == nil)
    for name in try folder.names where name.hasSuffix("index") { Paths.remove(folder.file(name)) }
    #expect(refusal("index") == nil)
    try folder.write("empty", text: "")
    #expect(refusal("empty") == nil)
  }
}
