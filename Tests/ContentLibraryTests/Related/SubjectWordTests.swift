import Stories
import StoryFormats
import Testing

@testable import ContentLibrary

/// Which words a story is compared by.
@Suite struct SubjectWordTests {
  private let newsroom: TemporaryNewsroom

  init() throws { newsroom = try TemporaryNewsroom() }

  private func write(_ name: String, _ text: String) throws {
    try newsroom.write("\(name).md", "---\ntitle: \(name)\ndate: 2026-03-01\nlanguage: en\n---\n\n\(text)\n")
  }

  private func words(of name: String, in library: Library) throws -> [TellingWords.Word] {
    let id = try #require(try library.find("\(name).md").first).id
    let story = try library.unresolved(id).story
    return try library.read { db in
      try TellingWords(of: story, WordRarity(for: story, among: Vocabulary(db: db).total(), in: db)).words
    }
  }

  @Test func aNameOfTwoCommonWordsIsAWordOfItsOwn() throws {
    // "data" and "gov" are in half of the stories, "data.gov" and "Red Bench" in two.
    for number in 0..<20 { try write("Other\(number)", "Some data of a gov office, red paint, a bench.") }
    for number in 0..<20 { try write("Else\(number)", "Nothing about anything, number\(number).") }
    try write("First", "The catalogue data.gov moved. It is data.gov no more. A Red Bench, the Red Bench.")
    try write("Second", "They look at data.gov again beside the Red Bench.")
    let library = try newsroom.library([Markdown()])
    try library.refreshed()
    let found = try words(of: "First", in: library)
    #expect(found.first { $0.folded == "data gov" }?.shown == "data.gov")
    #expect(found.first { $0.folded == "data gov" }?.stories == 2)
    #expect(found.contains { $0.folded == "red bench" && $0.isName })
    let first = try #require(try library.find("First.md").first)
    let alike = try #require(try library.alike(first.id))
    #expect(alike.first?.title == "Second")
    #expect(alike.first?.shares.contains("data.gov") == true)
  }

  @Test func aParagraphThatManyStoriesHaveSaysNothing() throws {
    let standing = "Skerry is a small harbour paper that is written and printed by its own readers."
    for number in 0..<12 { try write("Issue\(number)", "Something number\(number).\n\n\(standing)") }
    for number in 0..<60 { try write("Else\(number)", "Nothing about anything, number\(number).") }
    try write("Ferry", "The ferry has a new engine. The engine is loud.\n\n\(standing)")
    try write("Engine", "An engine for the ferry was found.")
    let library = try newsroom.library([Markdown()])
    try library.refreshed()
    let found = try words(of: "Ferry", in: library).map(\.folded)
    #expect(found.contains("engine") && !found.contains("skerry") && !found.contains("readers"))
    let ferry = try #require(try library.find("Ferry.md").first)
    let alike = try #require(try library.alike(ferry.id))
    #expect(alike.map(\.title) == ["Engine"])
  }

  @Test func aStoryOfNothingButStandingTextIsComparedByIt() throws {
    let standing = "Skerry is a small harbour paper that is written and printed by its own readers."
    for number in 0..<12 { try write("Issue\(number)", standing + " Number\(number).") }
    for number in 0..<60 { try write("Else\(number)", "Nothing about anything, number\(number).") }
    let library = try newsroom.library([Markdown()])
    try library.refreshed()
    #expect(try words(of: "Issue1", in: library).map(\.folded).contains("skerry"))
  }

  @Test func reasonsAreWordsWithoutEndingsAndNoContractions() throws {
    for number in 0..<40 { try write("Else\(number)", "Nothing about anything, number\(number).") }
    let text = "We look at Skerry’s quay. I’ve seen it, and you’ll see that Skerry’s quay isn’t dry."
    try write("First", text)
    try write("Second", text + " It is so.")
    let library = try newsroom.library([Markdown()])
    try library.refreshed()
    let shown = try words(of: "First", in: library).map(\.shown)
    #expect(shown.contains("Skerry") && shown.contains("quay"))
    #expect(!shown.contains { $0.contains("’") })
  }
}
