import Foundation
import TestSupport
import Testing

/// One query language in every shell command: its results, and exit statuses.
@Suite struct QueryCommandTests {
  private let program: Program
  private let library: String

  init() throws {
    program = try Program(settings: "config")
    library = try program.library()
  }

  /// The first words of the headlines that a command prints.
  private func found(_ arguments: [String]) throws -> [String] {
    let result = try program.inside(arguments)
    if arguments.first == "export" {
      return try result.lines.map {
        let object = try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
        return (object?["headline"] as? String ?? "").split(separator: " ").first.map(String.init) ?? ""
      }
    }
    return result.lines.compactMap {
      $0.split(separator: "\t").last?.split(separator: " ").first.map(String.init)
    }
  }

  /// The arguments of each command before the query.
  private func commands(_ query: [String]) -> [[String]] {
    [
      ["list", library] + query, ["search", "-L", library] + query, ["list", "-L", library] + query,
      ["export", "--to", "jsonl", "-L", library] + query,
    ]
  }

  @Test(arguments: [
    (["desk:harbour"], ["Ferry"]), (["desk:Harbour", "timetable"], ["Ferry"]), (["title:lamp"], ["The"]),
    (["after:2026-03-04"], ["Harbour"]), (["after:2026-02"], ["Ferry", "Harbour"]), (["after:2026-03"], []),
    (["before:2026-03"], ["The"]), (["before:2026/03"], ["The"]),
    (["date:2026-03-01..2026-03-04"], ["Ferry"]),
    (["date:february", "2026"], ["The"]), (["format:text"], ["Harbour"]), (["tag:ferries"], ["Ferry"]),
    (["path:culture"], ["The"]), (["path:*.txt"], ["Harbour"]),
    (["by:berg", "OR", "desk:culture"], ["Ferry", "The"]),
    (["-n", "1", "--", "-has:link", "-path:nordic"], ["The"]), (["is:unread", "words:<11"], ["The"]),
    (["lang:english", "ferry*"], ["Ferry"]), (["--desk", "Harbour"], ["Ferry"]),
    (["--desk", "Harbour", "--author", "Anna Berg"], ["Ferry"]), (["--desk", "Harbour", "--tag", "x"], []),
  ])
  func aQueryMeansTheSameInEveryCommand(_ query: [String], _ expected: [String]) throws {
    for command in commands(query) {
      #expect(try found(command).sorted() == expected, "\(command)")
    }
  }

  @Test(arguments: [
    (["zzzz"], "words"), (["desk:Sport"], "The library has: Culture, Harbour, Nordic."),
    (["tag:x"], "no story has the tag"),
    (["is:saved"], "no story is saved"), (["after:2026-11"], "the newest from 5 March 2026"),
    (["words:>9000"], "words:"), (["path:nowhere"], "nowhere"),
    (["place:Malmö"], "no story here has any place"),
    (["desk:Harbour", "desk:Culture"], "no story matches all"), (["--desk", "Sport"], "The library has:"),
    (["is:killed"], "no story is killed"), (["feery"], "ferry"),
  ])
  func aQueryWithoutResultsExitsWith1AndSaysWhy(_ query: [String], _ reason: String) throws {
    for var command in commands(query) + commands(query + ["--json"]).filter({ $0[0] != "export" }) {
      // Otherwise it also finds what a misspelt word may mean.
      if command[0] == "search" { command.insert("--exact", at: 1) }
      let result = try program.inside(command)
      #expect(result.status == 1, "\(command)")
      #expect(result.output == "", "\(command)")
      #expect(result.errors.contains(reason), "\(command): \(result.errors)")
    }
    let related = try program.inside(["related", "harbour/ferry.md", "-L", library] + query)
    #expect((related.status, related.output) == (1, ""))
    #expect(!related.errors.isEmpty)
  }

  @Test(arguments: [
    (["is:foo"], "unread"), (["has:wings"], "image or link"), (["after:soon"], "2016-03"),
    (["date:2016-13"], "2w ago"),
    (["urgency:high"], "<=3"), (["urgency:12"], "1 (most urgent)"), (["words:lots"], ">3"),
    (["format:papyrus"], "markdown"),
    (["--format", "papyrus"], "markdown"), (["--has", "wings"], "image or link"),
    (["ferry", "OR", "is:foo"], "unread"),
  ])
  func anUnknownQueryExitsWith2AndSaysWhatToWrite(_ query: [String], _ hint: String) throws {
    for command in commands(query) + [["related", "harbour/ferry.md", "-L", library] + query] {
      let result = try program.inside(command)
      #expect((result.status, result.output) == (2, ""), "\(command)")
      #expect(result.errors.contains(hint), "\(command): \(result.errors)")
    }
  }

  @Test func aQueryExcludesRelatedStories() throws {
    let all = try program.inside(["related", "harbour/ferry.md", "-L", library])
    #expect(all.lines.count == 2)
    let some = try program.inside(["related", "harbour/ferry.md", "desk:culture", "-L", library])
    #expect(some.lines.count == 1)
    #expect(some.output.contains("lighthouse"))
    #expect(
      try program.inside(["related", "harbour/ferry.md", "--desk", "Nordic", "-L", library]).lines.count == 1)
  }

  @Test func manyStoriesAndManyQueriesAreAnsweredByOneRun() throws {
    func objects(_ arguments: [String], _ lines: [String]) throws -> [[String: Any]] {
      let input = try program.write("lines", lines.joined(separator: "\n") + "\n")
      let result = try program.inside(arguments + ["-L", library], input: input)
      #expect(result.status == 0)
      return try result.lines.map {
        try #require(JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
      }
    }
    let related = try objects(
      ["related", "--json", "-"], ["harbour/ferry.md", "no such story", "harbour/ferry.md"])
    #expect(
      related.map { $0["story"] as? String } == ["harbour/ferry.md", "no such story", "harbour/ferry.md"])
    #expect((related[0]["related"] as? [[String: Any]])?.count == 2)
    #expect(related[1]["error"] != nil && related[1]["related"] == nil)
    let found = try objects(["search", "--json", "-"], ["ferry", "xyzzyplugh", "is:foo", ""])
    #expect(found.map { $0["query"] as? String } == ["ferry", "xyzzyplugh", "is:foo", ""])
    #expect((found[0]["stories"] as? [[String: Any]])?.first?["path"] as? String == "harbour/ferry.md")
    #expect((found[1]["stories"] as? [Any])?.isEmpty == true)
    #expect(found[2]["error"] != nil)
    // They are the same objects as those of `list` and `show`.
    let listed = try #require(try objects(["list", "--json", "path:*ferry.md"], []).first)
    let story = try #require((found[0]["stories"] as? [[String: Any]])?.first)
    #expect(Set(story.keys) == Set(listed.keys))
    let other = try #require((related[0]["related"] as? [[String: Any]])?.first)
    #expect(Set(listed.keys).isSubset(of: other.keys) && other["reason"] != nil)
    #expect(try program.inside(["related", "-", "-L", library]).status == 2)
    let slip = try program.inside(["search", "feery", "-L", library])
    #expect((slip.status, slip.lines.count) == (0, 1))
    #expect(slip.errors.contains("showing results for “ferry”"))
  }

  @Test func namesAreQuotedAgainAfterTheShellRemovedTheQuotes() throws {
    #expect(try found(["search", "-L", library, "by:Anna Berg"]) == ["Ferry"])
    #expect(try found(["list", library, "by:Anna Berg"]) == ["Ferry"])
    #expect(try found(["export", "--to", "jsonl", "-L", library, "by:Anna Berg"]) == ["Ferry"])
    // A single argument may still be a whole query.
    #expect(try found(["search", "-L", library, "desk:harbour timetable"]) == ["Ferry"])
    #expect(try program.inside(["search", "-L", library, "desk:harbour whales"]).status == 1)
  }

  @Test func keptSearchesUseTheSameLanguage() throws {
    _ = try program.write(
      "config/newsroom/newsroom.toml",
      "[searches]\nBoats = \"title:ferry words:>3\"\nOld = \"before:2w ago\"\nWrong = \"is:foo\"\n")
    #expect(try found(["search", "--kept", "Boats", "-L", library]) == ["Ferry"])
    #expect(try found(["export", "--to", "jsonl", "--saved", "Boats", "-L", library]) == ["Ferry"])
    #expect(try program.inside(["export", "--to", "jsonl", "--kept", "Trains", "-L", library]).status == 2)
    #expect(try program.inside(["search", "--saved", "Wrong", "-L", library]).status == 2)
  }

  @Test func theHelpAndTheManualListEveryField() throws {
    let manual = try program.inside(["manual"]).output
    let help = try program.inside(["search", "--help"]).output
    for name in [
      "slug", "urgency", "place", "person", "org", "words", "path", "source", "version", "before", "after",
    ] {
      #expect(manual.contains("\\fB\(name):"), "\(name)")
      #expect(help.contains("\(name):"), "\(name)")
    }
    #expect(help.contains("embargoed"))
  }

  @Test func anEmptyLibraryIsNotAQueryWithoutResults() throws {
    let empty = try program.write("empty/.keep", "")
    let result = try program.inside(["list", URL(fileURLWithPath: empty).deletingLastPathComponent().path])
    #expect((result.status, result.output) == (0, ""))
  }
}
