import Database
import Foundation
import Stories
import Testing
import Words

@testable import ContentLibrary

/// Marks follow a story that is renamed and edited at once, and no other story.
@Suite struct MarksFollowTests {
  let newsroom: TemporaryNewsroom

  init() throws { newsroom = try TemporaryNewsroom() }

  /// Sentences that no other seed has.
  private func text(_ seed: String, _ sentences: Range<Int> = 0..<20) -> String {
    sentences.map {
      "Sentence \(seed)\($0) of \(seed) tells that \(seed)\($0 * 7) met \(seed)\($0 * 13) by the quay."
    }
    .joined(separator: " ")
  }

  private func slip(_ headline: String, _ text: String, _ more: String = "") -> String {
    "headline: \(headline)\n\(more)\n\(text)"
  }

  /// Writes files, refreshes, and marks some of the stories.
  private func library(_ files: [String: String], marking paths: [String]) throws -> Library {
    for (path, text) in files { try newsroom.write(path, text, modified: 100) }
    let library = try newsroom.library()
    try library.refreshed()
    for path in paths {
      let id = try library.row(path).id
      try library.mark(id, read: true)
      try library.save(id, saved: true)
      try library.keepPlace(id, ReadingPlace(share: 0.5, words: "words"))
    }
    return library
  }

  private func marked(_ library: Library) throws -> Set<String> {
    Set(
      try library.rows().filter { row in
        let place = try library.open(row.id).place
        #expect(row.isRead == row.isSaved)
        #expect(row.isRead == (place == ReadingPlace(share: 0.5, words: "words")))
        return row.isRead
      }.map(\.path))
  }

  @Test(arguments: [false, true]) func aRenameWithAnEdit(_ hasNewHeadline: Bool) throws {
    let library = try library(
      ["a.slip": slip("Alpha", text("a")), "z.slip": slip("Zeta", text("z"))], marking: ["a.slip"])
    try newsroom.remove("a.slip")
    try newsroom.write(
      "b.slip", slip(hasNewHeadline ? "The alpha story" : "Alpha", text("a") + " One more."), modified: 200)
    try library.refreshed()
    #expect(try marked(library) == ["b.slip"])
    // Once more, now without the index.
    try newsroom.remove("b.slip")
    try newsroom.write("sub/c.slip", slip("Alpha", text("a", 2..<20) + " And more."), modified: 300)
    try library.refreshed()
    #expect(try marked(library) == ["sub/c.slip"])
    try newsroom.removeIndex()
    let again = try newsroom.library()
    try again.refreshed()
    #expect(try marked(again) == ["sub/c.slip"])
  }

  @Test func anIndexLostMeanwhile() throws {
    let library = try library(["a.slip": slip("Alpha", text("a"))], marking: ["a.slip"])
    try library.endVisit()
    try newsroom.removeIndex()
    try newsroom.rename("a.slip", "b.slip")
    try newsroom.write("b.slip", slip("Alpha", text("a") + " One more."), modified: 200)
    let again = try newsroom.library()
    try again.refreshed()
    #expect(try marked(again) == ["b.slip"])
  }

  @Test func goneInOneRefreshAndBackInAnother() throws {
    let library = try library(["a.slip": slip("Alpha", text("a"))], marking: ["a.slip"])
    try newsroom.remove("a.slip")
    try library.refreshed()
    try newsroom.write("other.slip", slip("Other", text("o")), modified: 150)
    try library.refreshed()
    try newsroom.write("b.slip", slip("Alpha", text("a") + " One more."), modified: 200)
    try library.refreshed()
    #expect(try marked(library) == ["b.slip"])
    // The old one returns unchanged beside the new one: both were read, and are now one story.
    try newsroom.write("a.slip", slip("Alpha", text("a")), modified: 100)
    try library.refreshed()
    #expect(try marked(library).count == 1)
  }

  @Test func storiesGoneLongAgoAreForgotten() throws {
    let library = try library(["a.slip": slip("Alpha", text("a"))], marking: ["a.slip"])
    try newsroom.remove("a.slip")
    try library.refreshed()
    try library.marks.queue.write { try $0.execute(sql: "UPDATE memory SET gone = gone - 40 * 86400") }
    try newsroom.write("other.slip", slip("Other", text("o")), modified: 150)
    try library.refreshed()
    try newsroom.write("b.slip", slip("Alpha", text("a") + " One more."), modified: 200)
    try library.refreshed()
    #expect(try marked(library) == [])
  }

  @Test func aRenamedFolderWithEdits() throws {
    let names = ["one", "two", "three", "four"]
    var files: [String: String] = [:]
    for name in names { files["old/\(name).slip"] = slip("Story \(name)", text(name)) }
    let library = try library(files, marking: ["old/one.slip", "old/three.slip"])
    for name in names {
      try newsroom.remove("old/\(name).slip")
      try newsroom.write("new/\(name).slip", slip("Story \(name)", text(name) + " Edited."), modified: 200)
    }
    try library.refreshed()
    #expect(try marked(library) == ["new/one.slip", "new/three.slip"])
  }

  @Test func nearlyEqualStoriesDoNotSwap() throws {
    let common = text("c", 0..<40)
    // The headline decides, although the texts are nearly the same.
    func trace(_ number: UInt64, _ path: String, _ headline: String, _ text: String) -> StoryTraits {
      var words: [UInt8] = []
      SearchText.fold(text, into: &words)
      return StoryTraits(
        id: StoryID(rawValue: number), path: path, headline: headline, sketch: Sketch(of: words, headline: [])
      )
    }
    let (x, y) = (common + text("x", 0..<4), common + text("y", 0..<4))
    let gone = [trace(1, "one.md", "Harbour", x), trace(2, "two.md", "Quay", y)]
    let came = [trace(3, "b.md", "Quay", y + " More."), trace(4, "a.md", "Harbour", x + " More.")]
    #expect(Set(RenameMatch.pairs(gone: gone, came: came).map { [$0.gone, $0.came] }) == [[0, 1], [1, 0]])
    // One of them goes, and the new one has the other's headline: it is not taken for the first.
    let unnamed = [trace(3, "b.md", "Another", common), trace(4, "a.md", "Yet another", common)]
    #expect(RenameMatch.pairs(gone: [gone[0]], came: unnamed).isEmpty)
    // Two went and one came, and nothing tells which of them it is.
    #expect(RenameMatch.pairs(gone: gone, came: [trace(5, "n.md", "New", common)]).isEmpty)
    // The file name tells.
    let named = [trace(3, "x/one.md", "Another", common), trace(4, "x/n.md", "Yet another", common)]
    #expect(RenameMatch.pairs(gone: [gone[0]], came: named).map(\.came) == [0])
  }

  @Test func unmarkedStoriesGetNoMarks() throws {
    let common = text("c", 0..<12)
    let library = try library(
      [
        "a.slip": slip("Ferry", common + text("x", 0..<6), "seconds: 1000000"),
        "b.slip": slip("Crane", common + text("y", 0..<6), "seconds: 90000000"),
      ], marking: ["a.slip"])
    for path in ["a.slip", "b.slip"] { try newsroom.remove(path) }
    // Only the unmarked one returns.
    try newsroom.write(
      "c.slip", slip("Crane", common + text("y", 0..<6) + " More.", "seconds: 90000000"), modified: 200)
    try library.refreshed()
    #expect(try marked(library) == [])
  }

  @Test func anEditedCopyGetsNoMarksWhileTheOriginalExists() throws {
    let library = try library(["a.slip": slip("Alpha", text("a"), "seconds: 1000000")], marking: ["a.slip"])
    let id = try library.row("a.slip").id
    try newsroom.write("b.slip", slip("Alpha", text("a") + " One more.", "seconds: 900000000"), modified: 200)
    try library.refreshed()
    #expect(try library.row("b.slip").isRead == false)
    #expect(try library.row("a.slip").id == id)
    #expect(try marked(library) == ["a.slip"])
  }

  @Test func theNextInASeriesIsAnotherStory() throws {
    for (gone, came, old, new) in [
      ("Weather for 5 November", "Weather for 6 November", 1_000_000, 1_086_400),
      ("Tides in May", "Tides in June", 1_000_000, 3_600_000),
      ("Letters", "Letters", 1_000_000, 1_600_000),
    ] {
      let newsroom = try TemporaryNewsroom()
      let template = text("t", 0..<10)
      try newsroom.write(
        "old.slip", slip(gone, template + text("u", 0..<8), "seconds: \(old)"), modified: 100)
      let library = try newsroom.library()
      try library.refreshed()
      try library.mark(library.row("old.slip").id, read: true)
      try newsroom.remove("old.slip")
      try newsroom.write(
        "new.slip", slip(came, template + text("v", 0..<8), "seconds: \(new)"), modified: 200)
      try library.refreshed()
      #expect(try library.row("new.slip").isRead == false, "\(gone)")
    }
  }

  @Test func shortStories() throws {
    let library = try library(
      [
        "a.slip": slip("Key lost", "A key with a red ribbon was lost near the crane on Friday evening."),
        "z.slip": slip("Boat found", "A green rowing boat was found adrift and lies at the old slipway now."),
      ],
      marking: ["a.slip"])
    for path in ["a.slip", "z.slip"] { try newsroom.remove(path) }
    try newsroom.write(
      "b.slip", slip("Key lost", "A key with a red ribbon was lost near the crane on Friday night."),
      modified: 200)
    try newsroom.write(
      "y.slip", slip("Boat found", "A green rowing boat was found adrift and lies at the slipway now."),
      modified: 200)
    try library.refreshed()
    #expect(try marked(library) == ["b.slip"])
  }

  @Test func aStorySplitIntoParts() throws {
    let library = try library(["a.slip": slip("Alpha", text("a", 0..<20))], marking: ["a.slip"])
    try newsroom.remove("a.slip")
    try newsroom.write("a1.slip", slip("Alpha", text("a", 0..<10)), modified: 200)
    try newsroom.write("a2.slip", slip("The rest of it", text("a", 10..<20)), modified: 200)
    try library.refreshed()
    #expect(try marked(library) == ["a1.slip"])
  }

  @Test func storiesWithinOneFile() throws {
    let parts = ["one", "two", "three"].map { slip("Part \($0)", text($0)) }
    let library = try library(["many.slip": parts.joined(separator: "\n=====\n")], marking: [])
    let id = try #require(try library.rows().first { $0.headline == "Part two" }).id
    try library.mark(id, read: true)
    let edited = [parts[0], slip("Part two", text("two") + " Edited."), slip("New", text("new")), parts[2]]
    try newsroom.write("many.slip", edited.joined(separator: "\n=====\n"), modified: 200)
    try library.refreshed()
    #expect(try library.rows().filter(\.isRead).map(\.headline) == ["Part two"])
  }

  @Test func aStoryThatGetsAnIdentifier() throws {
    let library = try library(["a.slip": slip("Alpha", text("a"))], marking: ["a.slip"])
    try newsroom.write("a.slip", slip("Alpha", text("a"), "guid: urn:a\n"), modified: 200)
    try library.refreshed()
    #expect(try marked(library) == ["a.slip"])
  }

  @Test func storiesWithIdentifiersStayThemselves() throws {
    let library = try library(["a.slip": slip("Alpha", text("a"), "guid: urn:a\n")], marking: ["a.slip"])
    try newsroom.remove("a.slip")
    try newsroom.write("b.slip", slip("Alpha", text("a") + " Second newest.", "guid: urn:b\n"), modified: 200)
    try library.refreshed()
    #expect(try marked(library) == [])
    try newsroom.write("c.slip", slip("All other", text("q"), "guid: urn:a\n"), modified: 300)
    try library.refreshed()
    #expect(try marked(library) == ["c.slip"])
  }

  @Test func aStoryWithItsOwnMarksKeepsThem() throws {
    let library = try library(["a.slip": slip("Alpha", text("a"))], marking: ["a.slip"])
    try newsroom.remove("a.slip")
    try newsroom.write("b.slip", slip("Alpha", text("a") + " One more."), modified: 200)
    try library.refreshed()
    let id = try library.row("b.slip").id
    try library.save(id, saved: false)
    try newsroom.remove("b.slip")
    try library.refreshed()
    try newsroom.write("c.slip", slip("Alpha", text("a") + " One more."), modified: 200)
    try library.refreshed()
    let row = try library.row("c.slip")
    #expect(row.isRead && !row.isSaved)
  }

  @Test func aFileReadOutOfTurnFindsItsMarks() throws {
    let library = try library(["a.slip": slip("Alpha", text("a"))], marking: ["a.slip"])
    try newsroom.remove("a.slip")
    try newsroom.write("b.slip", slip("Alpha", text("a") + " One more."), modified: 200)
    #expect(try library.take("b.slip").map(\.path) == ["b.slip"])
    #expect(try library.take("missing.slip").isEmpty)
    try library.refreshed()
    #expect(try marked(library) == ["b.slip"])
  }

  @Test func anUnchangedTreeDoesNotReadTheMarks() throws {
    let library = try library(["a.slip": slip("Alpha", text("a"))], marking: ["a.slip"])
    try library.refreshed()
    var refresh = Refresh(library: library)
    try refresh.run { _ in .goOn }
    #expect(refresh.recall == nil)
  }
}
