import Database
import Foundation
import Stories
import System
import Testing

@testable import ContentLibrary

/// Marks that look sound are only read, beside the index, until one is made.
@Suite struct WaitingMarksTests {
  private let newsroom: TemporaryNewsroom

  init() throws {
    newsroom = try TemporaryNewsroom()
    for name in ["a", "b"] { try newsroom.write("\(name).slip", "headline: \(name)\n\nText.") }
    let library = try newsroom.library()
    try library.refreshed()
    try library.mark(try library.row("a.slip").id, read: true)
    try library.endVisit()
  }

  @Test func theyAreOpenedByTheFirstMark() throws {
    let library = try newsroom.library()
    #expect(library.marks.isWaiting)
    #expect(try library.row("a.slip").isRead)
    #expect(library.visit?.isFirst == false)
    #expect(library.marks.isWaiting)
    let id = try library.row("b.slip").id
    try library.mark(id, read: true)
    #expect(!library.marks.isWaiting)
    #expect(try library.row("b.slip").isRead)
    #expect(try newsroom.library().row("b.slip").isRead)
  }

  /// The bytes of the header that a file of this version has, and others.
  @Test(arguments: [(0, 0x41), (18, 1), (63, 4), (63, 6)]) func othersAreOpenedAtOnce(
    _ place: Int, _ byte: Int
  )
    throws
  {
    let library = try? changed(at: place, to: UInt8(byte))
    #expect(library?.marks.isWaiting == false)
  }

  private func changed(at place: Int, to byte: UInt8) throws -> Library {
    let queue = try DatabaseQueue(path: newsroom.marksPath)
    // The journal is known to a connection that has read.
    _ = try queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM mark") }
    try queue.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
    queue.close()
    let file = try #require(FileHandle(forUpdatingAtPath: newsroom.marksPath))
    try file.seek(toOffset: UInt64(place))
    try file.write(contentsOf: Data([byte]))
    try file.close()
    return try newsroom.library()
  }

  /// What the first bytes don't show is found when the index is opened.
  @Test func damageIsFoundAllTheSame() throws {
    let queue = try DatabaseQueue(path: newsroom.marksPath)
    // The journal is known to a connection that has read.
    _ = try queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM mark") }
    try queue.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
    queue.close()
    let size = try #require(FileStatus(of: newsroom.marksPath)).size
    let file = try #require(FileHandle(forUpdatingAtPath: newsroom.marksPath))
    try file.seek(toOffset: 4_096)
    try file.write(contentsOf: Data(repeating: 0xA5, count: size - 4_096))
    try file.close()
    let library = try newsroom.library()
    #expect(library.notice?.contains("newsroom forgets new marks when it quits") == true)
    #expect(try library.rows().count == 2)
    #expect(!FileManager.default.fileExists(atPath: newsroom.indexPath + ".old"))
  }

  @Test func readingWritesToNoFile() throws {
    func times() -> [Int64?] {
      [newsroom.indexPath, newsroom.indexPath + "-wal", newsroom.marksPath, newsroom.marksPath + "-wal"].map {
        FileStatus(of: $0)?.modified
      }
    }
    let before = times()
    for _ in 0..<3 {
      let library = try newsroom.library()
      #expect(try library.rows().count == 2)
    }
    #expect(times() == before)
  }
}
