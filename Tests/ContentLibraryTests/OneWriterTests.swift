import Database
import Foundation
import Glibc
import Stories
import Synchronization
import Testing

@testable import ContentLibrary

/// One process writes; the others read and learn of changes.
@Suite struct OneWriterTests {
  private let newsroom: TemporaryNewsroom

  init() throws {
    newsroom = try TemporaryNewsroom()
  }

  /// Waits for the work of another thread.
  private func eventually(_ isSo: () -> Bool) -> Bool {
    for _ in 0..<2_000 where !isSo() { usleep(5_000) }
    return isSo()
  }

  @Test func theWriterLockIsHeldOnceAndThenByTheNext() throws {
    let (one, other) = (WriterLock(try newsroom.library()), WriterLock(try newsroom.library()))
    #expect(one.take())
    #expect(!other.take())
    let sits = Mutex(false)
    let thread = Thread {
      let has = other.wait()
      sits.withLock { $0 = has }
    }
    thread.start()
    usleep(20_000)
    #expect(!sits.withLock { $0 })
    one.leave()
    #expect(eventually { sits.withLock { $0 } })
    #expect(!one.take())
    other.leave()
    #expect(one.take())
  }

  @Test(arguments: [true, false])
  func aReaderLearnsOfEachRefreshThatChangedSomething(isTold: Bool) throws {
    let (writer, reader) = (try newsroom.library(), try newsroom.library())
    try writer.refreshed()
    let heard = Mutex(0)
    let news = IndexChanges(reader, isTold: isTold, period: 20) { heard.withLock { $0 += 1 } }
    defer { withExtendedLifetime(news) {} }
    try newsroom.write("a.slip", "headline: First\n\nText")
    try writer.refreshed()
    #expect(eventually { heard.withLock { $0 } == 1 })
    #expect(try reader.rows().map(\.headline) == ["First"])
    try writer.refreshed()
    try newsroom.write("b.slip", "headline: Second\n\nText")
    try writer.refreshed()
    #expect(eventually { heard.withLock { $0 } == 2 })
  }

  @Test func aSharedCopyIsReadAndReplaced() throws {
    try newsroom.write("a.slip", "headline: First\nsection: Nordic\n\nText")
    let writer = try newsroom.library()
    try writer.refreshed()
    try writer.publish()
    let path = newsroom.indexPath + ".shared"
    let marks = try Marks(path: newsroom.base + "/other/marks.sqlite")
    let connection = try IndexConnection(shared: path, marks: marks.path)
    let headlines = {
      try connection.current.read {
        try String.fetchAll($0, sql: "SELECT headline FROM story ORDER BY headline")
      }
    }
    #expect(try headlines() == ["First"])
    try newsroom.write("b.slip", "headline: Second\n\nText")
    try writer.refreshed()
    #expect(try headlines() == ["First"])
    try writer.publish()
    #expect(try headlines() == ["First", "Second"])
    #expect(throws: DatabaseError.self) {
      try connection.current.write { try $0.execute(sql: "DELETE FROM story") }
    }
    // A reader that has the copy open can continue, whatever happens to it.
    unlink(path)
    #expect(try headlines() == ["First", "Second"])
    try Data("nonsense".utf8).write(to: URL(fileURLWithPath: path))
    #expect(try headlines() == ["First", "Second"])
  }

  @Test func aSharedCopyNeedsNoOtherFile() throws {
    try newsroom.write("a.slip", "headline: First\n\nText")
    let writer = try newsroom.library()
    try writer.refreshed()
    try writer.publish()
    let bytes = try Data(contentsOf: URL(fileURLWithPath: newsroom.indexPath + ".shared"))
    #expect([UInt8](bytes[18..<20]) == [1, 1])
    let alone = newsroom.base + "/alone.sqlite"
    try bytes.write(to: URL(fileURLWithPath: alone))
    let marks = try Marks(path: newsroom.base + "/other/marks.sqlite")
    _ = try SharedIndex.open(alone, marks: marks.path).read {
      try Int.fetchOne($0, sql: "SELECT count(*) FROM story")
    }
    let beside = try FileManager.default.contentsOfDirectory(atPath: newsroom.base).filter {
      $0.hasPrefix("alone")
    }
    #expect(beside == ["alone.sqlite"])
  }

  @Test func openingAnIndexDoesNotChangeIt() throws {
    try newsroom.write("a.slip", "headline: First\n\nText")
    try newsroom.library().refreshed()
    let before = try Data(contentsOf: URL(fileURLWithPath: newsroom.indexPath))
    for _ in 0..<3 {
      let library = try newsroom.library()
      #expect(library.notice == nil)
      #expect(try library.rows().count == 1)
      _ = try library.refresh()
    }
    #expect(try Data(contentsOf: URL(fileURLWithPath: newsroom.indexPath)) == before)
  }
}
