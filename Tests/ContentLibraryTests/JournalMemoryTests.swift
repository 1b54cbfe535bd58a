import Foundation
import Stories
import System
import Testing

@testable import ContentLibrary

/// A file that SQLite's connections share is truncated while a reader works; the reader continues.
@Suite struct JournalMemoryTests {
  private let newsroom: TemporaryNewsroom

  init() throws { newsroom = try TemporaryNewsroom() }

  private func write(_ count: Int, from first: Int = 0) throws {
    for number in first..<first + count {
      try newsroom.write("\(number).slip", "headline: Story \(number)\nseconds: \(1_000 + number)\n\nText.")
    }
  }

  @Test(arguments: [0, 1, 100, 4_096, 20_000, 32_767])
  func theIndexIsReadAndWrittenAfterItsMemoryWasCutShort(_ length: Int) throws {
    try write(20)
    let library = try newsroom.library()
    _ = try library.refresh()
    try write(5, from: 20)
    _ = try library.refresh()
    let memory = newsroom.indexPath + "-shm"
    #expect(try #require(FileStatus(of: memory)).size >= 32_768)
    _ = try library.count()
    for _ in 0..<3 {
      try Paths.setLength(of: memory, to: length)
      let window = try library.window(Query(), around: .first, before: 0, after: 100)
      #expect(window.rows.count == 25)
      #expect(try #require(FileStatus(of: memory)).size >= 32_768)
    }
    try write(1, from: 25)
    try Paths.setLength(of: memory, to: length)
    #expect(try library.refresh().added == 1)
    #expect(try library.count() == 26)
    #expect(try library.find("Story 25").count == 1)
    // The next one to open it also sees everything.
    #expect(try newsroom.library().count() == 26)
  }

  @Test(arguments: [0, 100, 20_000]) func marksAreKeptAfterTheirMemoryWasCutShort(_ length: Int) throws {
    try write(3)
    let library = try newsroom.library()
    _ = try library.refresh()
    let stories = try library.window(Query(), around: .first, before: 0, after: 10).rows
    try library.mark(stories[0].id, read: true)
    try Paths.setLength(of: newsroom.marksPath + "-shm", to: length)
    try library.mark(stories[1].id, read: true)
    try Paths.setLength(of: newsroom.marksPath + "-shm", to: length)
    let unread = try library.window(Query(marked: .unread), around: .first, before: 0, after: 10)
    #expect(unread.rows.map(\.id) == [stories[2].id])
  }

  @Test func closingAfterACutEndsWell() throws {
    try write(3)
    var library: Library? = try newsroom.library()
    _ = try library?.refresh()
    for path in [newsroom.indexPath, newsroom.marksPath] where Paths.exists(path + "-shm") {
      try Paths.setLength(of: path + "-shm", to: 0)
    }
    library = nil
    #expect(try newsroom.library().count() == 3)
  }
}
