import Foundation
import TestSupport
import Testing

@testable import newsroom

/// The shell commands of the built program.
@Suite struct CommandTests {
  @Test func searchPrintsWhatItFinds() throws {
    let program = try Program()
    let library = try program.library()
    let found = try program.run(["search", "ferry", "-L", library])
    #expect(found.status == 0)
    #expect(found.lines.allSatisfy { $0.split(separator: "\t").count == 4 })
    #expect(try program.run(["search", "--json", "-n", "1", "ferry", "-L", library]).lines.count == 1)
    let none = try program.run(["search", "zzzz", "-L", library])
    #expect((none.status, none.output) == (1, ""))
    #expect(try program.run(["search", "is:nonsense", "-L", library]).errors.contains("is:"))
  }

  @Test func resolveSaysWhatReferencesMean() throws {
    let program = try Program()
    let library = try program.library()
    let references = [
      "Ferry line to reopen in sprinng", "FERRY LINE to reopen in spring", "Nothing of the kind",
    ]
    let found = try program.run(["resolve", "-L", library] + references)
    #expect(found.status == 1)
    #expect(
      found.lines.map { $0.split(separator: "\t").prefix(2).joined(separator: " ") } == [
        "certain near", "certain folded", "none -",
      ])
    let whole = try program.run(["resolve", "--json", "-L", library, references[0]])
    #expect(whole.status == 0)
    #expect(whole.output.contains("\"outcome\":\"certain\""), "\(whole.output)")
    let shown = try program.run(["show", "--json", references[0], library])
    #expect(shown.output.contains("Ferry line to reopen in spring"))
  }

  @Test func noRefreshUsesTheIndexUnchanged() throws {
    let program = try Program()
    let library = try program.library()
    // There is no index yet: it is made.
    #expect(try program.run(["search", "ferry", "--no-refresh", "-L", library]).status == 0)
    let file = URL(fileURLWithPath: library).appendingPathComponent("new.md")
    try Data("# A zeppelin over the quay\n\nIt came from the west.\n".utf8).write(to: file)
    #expect(try program.run(["search", "zeppelin", "--no-refresh", "-L", library]).status == 1)
    #expect(try program.run(["list", "--no-refresh", library]).output.contains("zeppelin") == false)
    #expect(try program.run(["search", "zeppelin", "-L", library]).status == 0)
    #expect(try program.run(["show", "new.md", "--no-refresh", library]).output.contains("from the west"))
  }

  @Test func relatedReportsAnAmbiguousStory() throws {
    let program = try Program()
    var stories = Program.stories
    for name in ["one", "two"] {
      stories["\(name).md"] =
        "---\ntitle: Said twice\ndate: 2026-01-02\n---\n\nAbout \(name) and nothing else.\n"
    }
    let library = try program.library(stories)
    let several = try program.run(["related", "Said twice", "-L", library])
    #expect(several.status == 1)
    #expect(several.errors.contains("could be one of several stories"))
    #expect(several.errors.contains("(one.md)"))
    #expect(try program.run(["related", "one.md", "-L", library]).errors.isEmpty)
    let near = try program.run(["related", "Ferry line to reopen in sprinng", "-L", library])
    #expect(!near.errors.contains("no story"))
  }

  @Test func searchShowsSnippets() throws {
    let program = try Program()
    let library = try program.library()
    let found = try program.run(["search", "ferry", "--snippets", "-L", library])
    let below = found.lines.filter { $0.hasPrefix("\t") }
    #expect(!below.isEmpty)
    #expect(below.allSatisfy { $0.lowercased().contains("ferr") })
    let json = try program.run(["search", "ferry", "--snippets", "--json", "-n", "1", "-L", library])
    #expect(try json.object()["snippet"] is String)
    #expect(try program.run(["search", "-n", "1", "-L", library, "--", "-has:image"]).status == 0)
    #expect(try program.run(["list", "--has", "image", library]).status == 1)
    #expect(try program.run(["list", "--has", "link", library]).status == 0)
    #expect(try program.run(["list", "--has", "wings", library]).status == 2)
  }

  @Test func listPrintsOneLinePerStoryNewestFirst() throws {
    let program = try Program()
    let result = try program.run(["list", try program.library()])
    #expect(result.status == 0)
    #expect(result.errors == "")
    let fields = result.lines.map { $0.split(separator: "\t").dropFirst().joined(separator: " | ") }
    #expect(
      fields == [
        "2026-03-05 | Nordic | Harbour cities agree on a plan",
        "2026-03-02 | Harbour | Ferry line to reopen in spring",
        "2026-02-10 | Culture | The lighthouse keeper's last lamp",
      ])
  }

  @Test func listIsNarrowedByDeskHoweverItsNameIsCapitalised() throws {
    let program = try Program()
    let library = try program.library()
    for name in ["Harbour", "harbour"] {
      let result = try program.run(["list", "--desk", name, library])
      #expect(result.lines.count == 1)
      #expect(result.output.contains("Ferry line to reopen in spring"))
    }
    #expect(try program.run(["list", "--desk", "Harbour", "--saved", library]).status == 1)
    let missing = try program.run(["list", "--desk", "Sport", library])
    #expect(missing.status == 1)
    #expect(missing.output == "")
    #expect(
      missing.errors
        == "newsroom: no story has the desk “Sport”. The library has: Culture, Harbour, Nordic.\n")
  }

  @Test(arguments: [
    (["--author", "Anna Berg"], ["Ferry"]), (["--author", "anna berg"], ["Ferry"]),
    (["--tag", "ferries"], ["Ferry"]),
    (["--format", "text"], ["Harbour"]),
    (["--format", "markdown", "--order", "headline"], ["Ferry", "The"]),
    (["--language", "English", "--oldest"], ["The", "Ferry", "Harbour"]),
  ])
  func listIsNarrowedByWhatStoriesHaveInCommon(_ arguments: [String], headlines: [String]) throws {
    let program = try Program()
    let result = try program.run(["list", try program.library()] + arguments)
    let found = result.lines.compactMap { $0.split(separator: "\t").last?.split(separator: " ").first }
    #expect(found.map(String.init) == headlines, "\(result.errors)")
  }

  @Test func listIsInTheRequestedOrder() throws {
    let program = try Program()
    let library = try program.library()
    let newest = try program.run(["list", library]).lines
    #expect(try program.run(["list", "--order", "newest", library]).lines == newest)
    #expect(try program.run(["list", "--order", "shortest", library]).lines.first == newest.last)
    #expect(
      try program.run(["list", "--order", "headline", library]).lines.map {
        $0.split(separator: "\t").last?.first
      }
        == ["F", "H", "T"])
    for arguments in [["--order", "oldest"], ["--oldest"]] {
      #expect(try program.run(["list", library] + arguments).lines == newest.reversed())
    }
  }

  @Test(arguments: [
    "harbour/ferry.md", "Ferry line to reopen in spring", "ferry line to REOPEN in spring",
  ])
  func showFindsAStoryBy(_ name: String) throws {
    let program = try Program()
    let story = try program.run(["show", "--json", name, try program.library()]).object()
    #expect(story["headline"] as? String == "Ferry line to reopen in spring")
    #expect(story["standfirst"] as? String == "Three boats, one timetable and a great deal of paint.")
    #expect(story["bylines"] as? [String] == ["Anna Berg"])
    #expect(story["published"] as? String == "2026-03-02T08:40:00+01:00")
    #expect(story["desk"] as? String == "Harbour")
    #expect(story["section"] as? String == "Harbour")
    #expect(story["tags"] as? [String] == ["ferries", "timetable"])
    let body = try #require(story["body"] as? [[String: Any]])
    #expect(body.map { $0["kind"] as? String } == ["paragraph", "heading", "paragraph"])
  }

  @Test func referencesOfAStoryAreResolved() throws {
    let program = try Program()
    let library = try program.library()
    let story = try program.run(["show", "--json", "nordic/2026-03-05-cities.txt", library]).object()
    let ferry = try program.run(["show", "--json", "harbour/ferry.md", library]).object()
    let references = try #require(story["references"] as? [[String: Any]])
    #expect(
      references.map { $0["text"] as? String } == [
        "Ferry line to reopen in spring", "A headline nobody wrote",
      ])
    #expect(references[0]["story"] as? String == ferry["id"] as? String)
    #expect(references[1]["story"] is NSNull)
  }

  @Test func checkNamesTheDeadReferenceAndExitsWith1() throws {
    let program = try Program()
    let result = try program.run(["check", try program.library()])
    #expect(result.status == 1)
    #expect(
      result.lines.contains {
        $0.hasPrefix("nordic/2026-03-05-cities.txt") && $0.contains("A headline nobody wrote")
      })
  }

  @Test func indexReportsItsWorkAndNothingTheSecondTime() throws {
    let program = try Program()
    let library = try program.library()
    let first = try program.run(["index", "--json", library]).object()
    #expect(first["stories"] as? Int == 3)
    #expect(first["added"] as? Int == 3)
    let second = try program.run(["index", "--json", library]).object()
    #expect(second["added"] as? Int == 0)
    #expect(second["unchanged"] as? Int == 3)
  }

  @Test func showReadsAFileOutsideTheLibraryAlone() throws {
    let program = try Program()
    let file = program.home.file("loose.txt")
    try Data("A loose story\n\nIt lies outside of every library.\n".utf8).write(
      to: URL(fileURLWithPath: file))
    let story = try program.run(["show", "--json", file]).object()
    #expect(story["headline"] as? String == "A loose story")
  }

  @Test(arguments: [
    (["--no-such-flag"], "newsroom: unknown option"),
    (["/no/such/directory"], "no such directory"),
    (["list", "/no/such/directory"], "no such directory"),
    (["show", "--json", "--raw", "x"], "can't be combined"),
    (["list", "--limit", "-3", "."], "--limit"),
    (["--script", "Nonsense", "."], "--script"),
    (["list", "--order", "sideways", "."], "'newest', 'oldest', 'headline', 'longest' or 'shortest'"),
    (["list", "--order", "longest", "--oldest", "."], "can't be combined"),
    (["list", "--format", "papyrus", "."], "the formats are "),
  ])
  func misuseExitsWith2AndSaysWhy(_ arguments: [String], reason: String) throws {
    let program = try Program()
    let result = try program.run(arguments)
    #expect(result.status == 2)
    #expect(result.output == "")
    #expect(result.errors.contains(reason), "\(result.errors)")
  }

  @Test func withoutATerminalTheReaderSaysSoAndExitsWith2() throws {
    let program = try Program()
    let result = try program.run([try program.library()])
    #expect(result.status == 2)
    #expect(result.errors.contains("terminal"))
  }

  @Test(arguments: [
    ["show", "evil.txt"], ["show", "--raw", "evil.txt"], ["show", "--json", "evil.txt"], ["list"], ["check"],
  ])
  func noStoryReachesTheTerminalUncleaned(_ arguments: [String]) throws {
    let program = try Program()
    let library = try program.library([
      "evil.txt":
        """
      A \u{1B}[31mred\u{1B}]0;title\u{7} headline\n\nText \u{9B}2J and \u{202E}turned\u{202C} \
      \u{7F}.\n\nREAD MORE: \u{1B}[2Jgone\n
      """
    ])
    let result = try program.run(arguments + ["--library", library])
    let bad = (result.output + result.errors).unicodeScalars.filter {
      ($0.value < 0x20 && $0 != "\n" && $0 != "\t") || (0x7F...0x9F).contains($0.value)
        || (0x202A...0x202E).contains($0.value)
    }
    #expect(bad.isEmpty)
    #expect(!result.output.isEmpty)
  }

  @Test func versionAndHelpGoToStandardOutput() throws {
    let program = try Program()
    #expect(try program.run(["--version"]).output == "\(Newsroom.version)\n")
    let help = try program.run(["--help"])
    #expect(help.status == 0)
    #expect(help.output.contains("USAGE: newsroom"))
  }
}
