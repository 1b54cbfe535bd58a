import Foundation
import Stories
import Testing

@testable import ContentLibrary

@Suite struct IdentityTests {
  let newsroom: TemporaryNewsroom

  init() throws { newsroom = try TemporaryNewsroom() }

  private func marked(_ path: String, _ text: String) throws -> (library: Library, id: StoryID) {
    try newsroom.write(path, text, modified: 100)
    let library = try newsroom.library()
    try library.refreshed()
    let id = try library.row(path).id
    try library.mark(id, read: true)
    try library.save(id, saved: true)
    try library.keepPlace(id, ReadingPlace(share: 0.5, words: "Text"))
    return (library, id)
  }

  private func expectMarks(_ library: Library, _ path: String, _ id: StoryID) throws {
    let row = try library.row(path)
    #expect(row.id == id)
    #expect(row.isRead && row.isSaved)
    #expect(try library.open(id).place == ReadingPlace(share: 0.5, words: "Text"))
  }

  @Test func renameKeepsIdAndMarks() throws {
    let (library, id) = try marked("a.slip", "headline: One\n\nText")
    try newsroom.rename("a.slip", "b.slip")
    let summary = try library.refreshed()
    #expect((summary.added, summary.removed) == (1, 1))
    try expectMarks(library, "b.slip", id)
  }

  @Test func editKeepsIdAndMarks() throws {
    let (library, id) = try marked("a.slip", "headline: One\n\nText")
    try newsroom.write("a.slip", "headline: Another\n\nAll new", modified: 200)
    try library.refreshed()
    try expectMarks(library, "a.slip", id)
    try newsroom.rename("a.slip", "c.slip")
    try library.refreshed()
    try expectMarks(library, "c.slip", id)
  }

  @Test func rebuiltIndexKeepsMarks() throws {
    let id = try marked("a.slip", "headline: One\n\nText").id
    try newsroom.removeIndex()
    let again = try newsroom.library()
    #expect(again.notice == nil)
    try again.refreshed()
    try expectMarks(again, "a.slip", id)
  }

  @Test func rebuiltIndexKeepsMarksOfAnEditedFile() throws {
    let id = try marked("a.slip", "headline: One\n\nText").id
    try newsroom.removeIndex()
    try newsroom.write("a.slip", "headline: Another\n\nAll new", modified: 200)
    let again = try newsroom.library()
    try again.refreshed()
    try expectMarks(again, "a.slip", id)
  }

  @Test func equalFilesHaveTwoIdsAndAreOneRow() throws {
    for path in ["a.slip", "b.slip"] { try newsroom.write(path, "headline: One\n\nText", modified: 100) }
    let library = try newsroom.library()
    try library.refreshed()
    func id(_ path: String, in library: Library) throws -> StoryID {
      let row = try #require(try library.rows().first)
      return try #require(try library.versions(of: row.id).first { $0.path == path }).id
    }
    let ids = try ["a.slip", "b.slip"].map { try id($0, in: library) }
    #expect(try library.rows().count == 1)
    #expect(ids[0] != ids[1])
    for (id, path) in zip(ids, ["a.slip", "b.slip"]) { #expect(try library.open(id).story.path == path) }
    try newsroom.removeIndex()
    let again = try newsroom.library()
    try again.refreshed()
    #expect(try ["a.slip", "b.slip"].map { try id($0, in: again) } == ids)
    try newsroom.remove("a.slip")
    try again.refreshed()
    #expect(try again.rows().map(\.id) == [ids[1]])
    #expect(try again.open(ids[1]).story.path == "b.slip")
  }

  @Test func copiesOfRenamedCopiesDropNoStory() throws {
    let library = try newsroom.library()
    for path in ["a.slip", "b.slip"] { try newsroom.write(path, "headline: One\n\nText", modified: 100) }
    try library.refreshed()
    try newsroom.rename("b.slip", "c.slip")
    try library.refreshed()
    try newsroom.write("b.slip", "headline: One\n\nText", modified: 100)
    try library.refreshed()
    let row = try #require(try library.rows().first)
    #expect(Set(try library.versions(of: row.id).map(\.path)) == ["a.slip", "b.slip", "c.slip"])
    #expect(Set(try library.versions(of: row.id).map(\.id)).count == 3)
  }

  @Test func markedStoryThatIsGoneKeepsItsPath() throws {
    let (library, id) = try marked("a.slip", "headline: One\n\nText")
    try newsroom.remove("a.slip")
    try library.refreshed()
    try library.mark(id, read: true)
    try newsroom.write("a.slip", "headline: One, amended\n\nText", modified: 300)
    try library.refreshed()
    try expectMarks(library, "a.slip", id)
  }

  @Test func twoLibrariesSeeEachOthersMarks() throws {
    let (library, id) = try marked("a.slip", "headline: One\n\nText")
    let other = try newsroom.library()
    try expectMarks(other, "a.slip", id)
    try other.mark(id, read: false)
    #expect(try library.row("a.slip").isRead == false)
    #expect(try library.window(Query(), around: .first, before: 0, after: 5).unread == 1)
    try library.keepPlace(id, ReadingPlace(share: 7))
    #expect(try other.open(id).place == ReadingPlace(share: 1))
  }
}
