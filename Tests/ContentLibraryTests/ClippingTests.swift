import Foundation
import Stories
import TestSupport
import Testing

@testable import ContentLibrary

/// Clippings: Markdown files beside the marks, which survive the index, edits and other programs.
@Suite struct ClippingTests {
  private let text = (0..<40).map { "Sentence \($0) tells that a\($0 * 7) met b\($0 * 13) by the quay." }
    .joined(separator: " ")

  private func library(_ newsroom: TemporaryNewsroom, more: String = "") throws -> Library {
    try newsroom.write("one.slip", "headline: The *quay*\n\(more)\n\(text)", modified: 100)
    let library = try newsroom.library()
    try library.refreshed()
    return library
  }

  private func files(_ newsroom: TemporaryNewsroom) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: newsroom.base + "/state/clippings").sorted()
  }

  @Test func aClipIsKeptNotedListedAndDropped() throws {
    let newsroom = try TemporaryNewsroom()
    let library = try library(newsroom)
    let id = try library.row("one.slip").id
    let clip = Clip(words: "tells that a0 met b0 by the quay.", kept: 1_460_000_000, share: 0.25)
    try library.keep(clip, of: id)
    try library.keep(clip, of: id)
    try library.note(clip, of: id, "> a note\n\\with signs\n<!-- and -->")
    #expect(try files(newsroom) == ["the-quay-\(id).md"])
    let kept = try #require(try library.allClippings())
    #expect(kept.count == 1)
    #expect(kept[0].clip.words == clip.words)
    #expect(kept[0].clip.note == "> a note\n\\with signs\n<!-- and -->")
    #expect((kept[0].clip.kept, kept[0].clip.share) == (1_460_000_000, 0.25))
    #expect(kept[0].isInStory && kept[0].listing?.id == id)
    #expect(try library.open(id).clips == kept.map(\.clip))
    try newsroom.removeIndex()
    let again = try newsroom.library()
    try again.refreshed()
    #expect(try again.allClippings()?.map(\.clip) == kept.map(\.clip))
    try again.drop(clip, of: kept[0].source)
    #expect(try files(newsroom).isEmpty)
    #expect(try again.allClippings() == [])
  }

  @Test func aStoryThatChangedSaysSo() throws {
    let newsroom = try TemporaryNewsroom()
    let library = try library(newsroom)
    let id = try library.row("one.slip").id
    try library.mark(id, read: true)
    try library.keep(Clip(words: "Sentence 3 tells that a21"), of: id)
    try library.keep(Clip(words: "Sentence 30 tells that a210"), of: id)
    // Renamed and edited at once, it is another story, which the clippings follow.
    try newsroom.remove("one.slip")
    try newsroom.write(
      "two.slip", "headline: The *quay*\n\n\(text.replacingOccurrences(of: "a21 ", with: "c "))",
      modified: 200)
    try library.refreshed()
    let new = try library.row("two.slip").id
    #expect(new != id)
    let kept = try #require(try library.allClippings())
    #expect(
      Set(kept.map { "\($0.clip.words) \($0.isInStory)" }) == [
        "Sentence 3 tells that a21 false", "Sentence 30 tells that a210 true",
      ])
    #expect(kept.allSatisfy { $0.listing?.id == new })
    #expect(try library.open(new).clips.count == 2)
    try newsroom.remove("two.slip")
    try library.refreshed()
    #expect(try library.allClippings()?.map(\.listing) == [nil, nil])
  }

  @Test func whatAnotherProgramWroteIsReadAndKept() throws {
    let newsroom = try TemporaryNewsroom()
    let library = try library(newsroom)
    let id = try library.row("one.slip").id
    try library.keep(Clip(words: "Sentence 1"), of: id)
    let path = try #require(library.clippingsFile(of: id))
    let edited = """
      ---\r
      story: \(id)
      tags: [mine]
      headline: 'Another'
      authors: ["Berg, Anna", Bo]
      ---
      My own words before.

      >first line
      > and the second
      >
      > a new paragraph

      A note
      of two lines.

      > Sentence 1

      """
    try Data(edited.utf8).write(to: URL(fileURLWithPath: path))
    var kept = try #require(try library.allClippings())
    #expect(
      kept.map(\.clip.words).sorted() == ["Sentence 1", "first line and the second\n\na new paragraph"])
    #expect(kept.first { $0.clip.words != "Sentence 1" }?.clip.note == "A note\nof two lines.")
    let source = try #require(kept.first?.source)
    #expect(source.authors == ["Berg, Anna", "Bo"])
    try library.drop(Clip(words: "Sentence 1"), of: source)
    kept = try #require(try library.allClippings())
    #expect(kept.count == 1)
    let after = try String(contentsOfFile: path, encoding: .utf8)
    #expect(after.contains("tags: [mine]") && after.contains("My own words before."))
  }

  @Test(arguments: ["", "no front matter", "---\nheadline: x\n---\n> words", "---\nstory: 0123"])
  func aFileThatIsNoneOfOursIsLeftAlone(_ content: String) throws {
    let newsroom = try TemporaryNewsroom()
    let library = try library(newsroom)
    let id = try library.row("one.slip").id
    try library.keep(Clip(words: "Sentence 1"), of: id)
    let path = try #require(library.clippingsFile(of: id))
    try Data(content.utf8).write(to: URL(fileURLWithPath: path))
    #expect(try library.allClippings() == [])
    #expect(throws: LibraryError.notClippings(path: path)) { try library.keep(Clip(words: "x"), of: id) }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == content)
  }

  /// Any words and any note are read back as they were written.
  @Test(arguments: [
    "*a* _b_ [c](d) `e` <f> # g", "> h", "1. i", "\\", "\\*", "a\\b", "“ö” – 日本", "--- \u{7}",
    "a\n\nb\n\n> c",
  ])
  func wordsAreReadBack(_ words: String) throws {
    var file = ClippingFile(ClipSource(id: StoryID(identifier: "x"), headline: words))
    file.source.authors = [words, "b, \"c\""]
    file.clips = [Clip(words: words, note: words, kept: 5, share: 0.5), Clip(words: "last")]
    let read = try #require(ClippingFile(file.text))
    #expect(read.clips == file.clips)
    #expect(read.source.authors.last == "b, \"c\"")
    #expect(ClippingFile(read.text) == read)
  }

  @Test func wordsOfAWithheldStoryAreNotShown() throws {
    let newsroom = try TemporaryNewsroom()
    let library = try library(newsroom, more: "guid: q\n")
    let id = try library.row("one.slip").id
    try library.keep(Clip(words: "Sentence 1"), of: id)
    try newsroom.write(
      "one.slip", "headline: The *quay*\nguid: q\nstatus: canceled\n\n\(text)", modified: 300)
    try library.refreshed()
    #expect(try library.allClippings() == [])
    #expect(try library.open(id).clips.isEmpty)
    #expect(throws: (any Error).self) { try library.keep(Clip(words: "x"), of: id) }
  }
}
