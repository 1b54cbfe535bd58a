import Foundation
import Stories
import StoryFormats
import Synchronization
import Testing

@testable import ContentLibrary

/// A story that is opened, compared with others and marked is read once.
@Suite struct OpenAgainTests {
  /// Slips that count how often one is read.
  private final class Count: Sendable {
    let reads = Atomic(0)
  }

  private struct CountedSlip: StoryFormat {
    let count: Count
    let name = "slip"
    let summary = "counted stories for tests"
    let fileExtensions = ["slip"]

    func recognises(_ source: Source) -> Bool { Slip().recognises(source) }

    func read(_ source: Source) -> Reading {
      count.reads.add(1, ordering: .relaxed)
      return Slip().read(source)
    }
  }

  private let newsroom: TemporaryNewsroom
  private let count = Count()

  init() throws { newsroom = try TemporaryNewsroom() }

  private func opened(_ library: Library, _ path: String) throws -> (text: String, reads: Int) {
    let before = count.reads.load(ordering: .relaxed)
    let id = try library.row(path).id
    let text = try library.open(id).story.text
    _ = try library.story(id)
    _ = try library.text(of: id)
    return (text, count.reads.load(ordering: .relaxed) - before)
  }

  @Test func theStoryOfASettledFileIsReadOnce() throws {
    try newsroom.write("a.slip", "headline: One\n\nText", modified: 100)
    let library = try newsroom.library([CountedSlip(count: count)])
    try library.refreshed()
    #expect(try opened(library, "a.slip") == ("Text", 1))
    #expect(try opened(library, "a.slip") == ("Text", 0))
  }

  @Test func aChangedFileIsReadAgain() throws {
    try newsroom.write("a.slip", "headline: One\n\nText", modified: 100)
    let library = try newsroom.library([CountedSlip(count: count)])
    try library.refreshed()
    #expect(try opened(library, "a.slip").text == "Text")
    try newsroom.write("a.slip", "headline: One\n\nTest", modified: 101)
    #expect(try opened(library, "a.slip") == ("Test", 1))
  }

  @Test func aFileThatMayStillBeChangingIsReadEachTime() throws {
    try newsroom.write(
      "a.slip", "headline: One\n\nText", modified: Date().timeIntervalSince1970 + 1_000)
    let library = try newsroom.library([CountedSlip(count: count)])
    try library.refreshed()
    #expect(try opened(library, "a.slip") == ("Text", 3))
  }

  @Test func theManyStoriesOfOneFileAreNotKept() throws {
    try newsroom.write("a.slip", "headline: One\n\nText\n=====\nheadline: Two\n\nMore", modified: 100)
    let library = try newsroom.library([CountedSlip(count: count)])
    try library.refreshed()
    #expect(try opened(library, "a.slip").reads == 3)
  }
}
