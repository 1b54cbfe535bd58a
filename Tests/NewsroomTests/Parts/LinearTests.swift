import Messages
import TestSupport
import Testing

@testable import newsroom

/// The reader in plain lines, driven by what a person types.
@Suite struct LinearTests {
  private let program: Program

  init() throws { program = try Program() }

  /// What is said in answer to each line, after the greeting.
  private func answers(_ lines: String..., of stories: [String: String] = Program.stories) throws -> [String]
  {
    let library = try program.library(stories)
    let input = try program.home.write("typed", text: lines.map { $0 + "\n" }.joined())
    let result = try program.inside(["--linear", library], input: input)
    #expect(result.status == 0, "\(result.errors)")
    #expect(!result.output.contains("\u{1B}"))
    return result.output.split(separator: "> ", omittingEmptySubsequences: false).map(String.init)
  }

  private func words(_ text: String) -> [String] {
    text.split(whereSeparator: \.isWhitespace).map(String.init)
  }

  @Test func theListIsNumberedAndSaysWhatCanBeTyped() throws {
    let greeting = try answers()[0]
    let lines = greeting.split(separator: "\n").map(String.init)
    #expect(lines[0] == "stories: 3 stories.")
    #expect(lines[1] == "All desks: 3 stories.")
    #expect(lines.count { $0.hasSuffix(" Unread.") } == 3)
    #expect(lines.last == "Type a number to read that story, or help for all commands.")
  }

  @Test func aStoryHasTheWordsThatTheReaderShows() throws {
    let found = try answers("search ferry sail again", "1", "all")
    let shown = try program.inside(["show", program.home.file("stories/harbour/ferry.md")]).output
    let story = found[2].replacing("End of the story.", with: "")
    let body = words(shown.split(separator: "READ MORE").first.map(String.init) ?? "")
    #expect(body.count > 10)
    #expect(words(story) == body, "\(story)")
  }

  @Test func aLongStoryComesInParts() throws {
    let text = (1...60).map { "Paragraph \($0) of the story." }.joined(separator: "\n\n")
    let said = try answers("1", "", "more", "m", "", "", "", "", of: ["long.md": "# A long one\n\n\(text)\n"])
    #expect(said[1].hasSuffix("more lines.\n") && said[1].contains("Paragraph 1 of"))
    #expect(!said[1].contains("Paragraph 20 of") && said[2].contains("Paragraph 12 of"))
    let whole = said.dropFirst().joined()
    for number in 1...60 { #expect(whole.contains("Paragraph \(number) of the story.")) }
    #expect(whole.contains("End of the story."))
  }

  @Test func linksAreFollowedAndBackReturns() throws {
    let stories = [
      "a.md": "# Alpha\n\nSee [the second](b.md) and [the world](https://a.example/x).\n",
      "b.md": "# Beta\n\nThe second story.\n",
    ]
    let said = try answers("search alpha", "1", "links", "1", "back", "2", "9", of: stories)
    #expect(said[3] == "1. the second\n2. the world, not in the library\n")
    #expect(said[4].contains("The second story."))
    #expect(said[5].contains("See the second[1]"))
    #expect(said[6] == "https://a.example/x\n")
    #expect(said[7] == "The numbers go from 1 to 2.\n")
  }

  @Test func storiesAreMarkedAndListedByMark() throws {
    let said = try answers("1", "save", "mark", "where", "saved", "unread", "list")
    #expect(said[2].hasSuffix("is saved.\n") && said[3].hasSuffix("is unread.\n"))
    #expect(said[4].contains("0 more lines.") || said[4].contains("more lines."))
    #expect(said[5].hasPrefix("saved: 1 story.\n1. "))
    #expect(said[6].hasPrefix("unread: 3 stories.\n"))
    #expect(said[7].hasPrefix("unread: 3 stories.\n"))
  }

  @Test func theListGoesOnAndTheNextStoryIsRead() throws {
    let stories = (10...34).map {
      ("\($0).md", "---\ndate: 2026-01-\($0 - 9)\n---\n# Story \($0)\n\nText.\n")
    }
    let said = try answers(
      "", "", "", "5", "next", "previous", "previous", of: Dictionary(uniqueKeysWithValues: stories))
    #expect(said[0].contains("1. Story 34.") && said[0].contains("10. Story 25."))
    #expect(said[1].hasPrefix("1. Story 24.") && said[2].contains("5. Story 10."))
    #expect(said[3] == "That was the last story of the list.\n")
    #expect(said[4].contains("Story 10") && said[5] == "That was the last story of the list.\n")
    #expect(said[6].contains("Story 11") && said[7].contains("Story 12"))
  }

  @Test func desksAreChosenByNumberOrName() throws {
    let said = try answers("desks", "1", "desk harbour", "desk nowhere", "related")
    #expect(said[1].hasPrefix("1. "))
    #expect(said[2].contains(": 1 story.\n1. "))
    #expect(said[3].lowercased().hasPrefix("harbour: 1 story.\n"))
    #expect(said[4] == "No desk “nowhere”. Type desks for a list.\n")
    #expect(said[5] == "No story is open.\n")
  }

  @Test func otherWordsAreAnswered() throws {
    let said = try answers("serach x", "zzz", "search", "/lighthouse", "help", "quit", "list")
    #expect(said[1] == "No command “serach x”. Did you mean search?\n")
    #expect(said[2] == "No command “zzz”. Type help.\n")
    #expect(said[3].hasPrefix("Search for what?"))
    #expect(said[4].hasPrefix("“lighthouse”: "))
    for command in LinearCommand.all { #expect(said[5].contains(command.told(.english))) }
    // Nothing is said after "quit".
    #expect(said.count == 7 && said[6] == "")
  }

  @Test func noTwoCommandsShareAName() {
    let names = LinearCommand.all.flatMap(\.names)
    #expect(Set(names).count == names.count)
    #expect(Set(LinearCommand.all.map(\.action)) == Set(LinearCommand.Action.allCases))
  }
}
