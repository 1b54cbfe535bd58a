import Foundation
import TestSupport
import Testing

/// The sample newsroom shows what its guide and README say that it shows.
@Suite struct ContentTests {
  private let program: Program
  private static let today = "2026-11-22T21:00+01:00"

  init() throws { program = try Program() }

  /// The words of a story as `show` prints them, with its lines joined.
  private func shown(_ path: String, _ options: [String] = []) throws -> String {
    let result = try program.run(["show", path, Program.content] + options)
    #expect(result.status == 0)
    return result.lines.map { $0.trimmingCharacters(in: .whitespaces) }.joined(separator: " ")
  }

  private func screen(_ keys: String, _ path: String, size: String = "110x40") throws -> String {
    let arguments = ["--script", keys, "--size", size, "--now", Self.today, "-L", Program.content]
    let result = try program.run(arguments + [Program.content + "/" + path])
    #expect(result.status == 0)
    return result.output
  }

  @Test func elevenFormatsAndACenturyOfYears() throws {
    let statistics = try program.run(["stats", "--json", Program.content]).object()
    let names = { (key: String) in
      Set((statistics[key] as? [[String: Any]] ?? []).compactMap { $0["name"] as? String })
    }
    #expect(
      names("formats") == [
        "text", "markdown", "html", "mail", "rss", "atom", "jsonfeed", "ninjs", "newsml", "nitf", "jsonl",
      ])
    let years = names("years")
    #expect(years.count > 40)
    #expect(years.isSuperset(of: ["1911", "1926", "1943", "1968", "1983", "2016", "2025", "2026"]))
    #expect(names("languages") == ["en", "da", "sv"])
  }

  @Test func checkFindsWhatIsWrongOnPurposeAndNothingElse() throws {
    let result = try program.run(["check", "--json", Program.content])
    #expect(result.status == 1)
    let problems = try result.lines.compactMap { line -> (String, String)? in
      let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      guard let path = object["path"] as? String, let reason = object["reason"] as? String else { return nil }
      return (path, reason)
    }
    let found = problems.sorted { $0.0 < $1.0 }
    #expect(
      found.map(\.0) == [
        "guide/leads-nowhere.txt", "guide/told-twice.md", "harbour/2026-06-03-ferry-stops.txt",
        "nordic/bokbussen.txt",
      ])
    for (wanted, problem) in zip(
      [
        "A short history of the Skarvby foghorn", "The whale leaves by the front door",
        "The night bus nobody has photographed", "Vem äger måsarna?",
      ], found)
    { #expect(problem.1.contains(wanted)) }
  }

  @Test func theBoardResultShowsWhatItsCorrectionChanged() throws {
    let list = try program.run(["list", "--json", Program.content]).lines
    let row = try #require(list.first { $0.contains("Harbour board: the result in full") })
    #expect(row.contains("harbour/2026-09-21-board-result.md"))
    #expect(list.filter { $0.contains("\"Harbour board: the result in full\"") }.count == 1)
    let screen = try screen("v j d shot", "harbour/board-result.md")
    #expect(screen.contains("version 1 → 2"))
    #expect(screen.contains("[-381-] {+318+}"))
  }

  @Test func aKilledItemKeepsItsReasonAndLosesItsWords() throws {
    let story = try shown("wire/whale-ashore.nitf")
    #expect(story.contains("KILLED"))
    #expect(story.contains("It is a boat, upside down."))
    #expect(!story.contains("smells of tar"))
    #expect(try program.run(["search", "--exact", "\"smells of tar\"", "-L", Program.content]).status == 1)
  }

  @Test func anEmbargoLastsForFiftyYears() throws {
    #expect(try shown("wire/capsule.json").contains("EMBARGO · Not to be published before 16 Nov 2076"))
    let guide = try String(contentsOfFile: Program.content + "/guide/told-twice.md", encoding: .utf8)
    #expect(guide.contains("16 November 2076"))
  }

  @Test func aCorrectedItemSaysSoAndIsOneRow() throws {
    let result = try program.run(["list", "is:corrected", "-L", Program.content])
    #expect(result.lines.count == 1)
    #expect(result.output.contains("Neon herring stays dark after vote in Skarvby"))
    #expect(try shown("wire/herring-vote-2.xml").contains("CORRECTION: The herring stays dark."))
  }

  @Test func aMisquotedHeadlineIsProbablyMeant() throws {
    #expect(try screen("shot", "guide/told-twice.md").contains("probably · read more"))
  }

  @Test func drawingsHaveTheirCaptionAndCredit() throws {
    let whale = try shown("harbour/whale-seen-again.md")
    #expect(whale.contains("looks like a table fork."))
    #expect(whale.contains("Drawing: Arvid Stålberg"))
    #expect(try shown("culture/2026-08-22-island-museum.md").contains("They are not a pair"))
    for picture in ["harbour/images/fork.png", "culture/images/boots.jpg"] {
      #expect(FileManager.default.fileExists(atPath: Program.content + "/" + picture))
    }
  }

  @Test func aSavedPageIsReadWithoutItsFurniture() throws {
    let page = try shown("web/bathing-club.html")
    #expect(page.contains("sixteen people stood on the steps"))
    for furniture in ["Oatmeal", "Never miss a cold morning", "by barge and watch", "The water today"] {
      #expect(!page.contains(furniture))
    }
  }

  @Test(arguments: ["opinion/leader-crane.md", "harbour/whale-leaves.txt", "culture/hole-in-it.md"])
  func theGuideStandsInNoThread(_ path: String) throws {
    let thread = try screen("t shot", path)
    #expect(thread.contains("Thread · "))
    for headline in [
      "Follow a thread", "Stories that answer", "eleven keys", "What the dot means", "The same story",
    ] {
      #expect(!thread.contains("│   \(headline)"))
    }
  }

  @Test(arguments: [
    "whale", "\"the work was in the dark bit\"", "oar -whale", "ferry desk:archive",
    "by:solvang date:2026-07",
    "havtornn", "malmvik", "mellano", "swim",
  ])
  func searchesOfTheGuideFindSomething(_ query: String) throws {
    let guide = try String(contentsOfFile: Program.content + "/guide/find-anything.md", encoding: .utf8)
    #expect(guide.contains("`\(query)`"))
    let result = try program.run(["search", query, "-L", Program.content])
    #expect(result.status == 0)
    #expect(!result.lines.isEmpty)
  }

  @Test func readmesPictureIsWhatItsCommandDraws() throws {
    let root = URL(fileURLWithPath: Program.content).deletingLastPathComponent()
    let readme = try String(contentsOf: root.appendingPathComponent("README.md"), encoding: .utf8)
    let command = try #require(
      readme.split(separator: "`").first { $0.contains("--to svg") }?.replacing("\n", with: " "))
    try FileManager.default.createSymbolicLink(
      atPath: program.home.file("newsroom"), withDestinationPath: Program.binary)
    try FileManager.default.createSymbolicLink(
      atPath: program.home.file("Content"), withDestinationPath: Program.content)
    var environment = program.environment
    environment["PATH"] = program.home.path + ":/usr/local/bin:/usr/bin:/bin"
    // Whatever the hours of whoever draws it.
    for zone in ["UTC", "Asia/Tokyo"] {
      environment["TZ"] = zone
      let output = program.home.file("picture.svg")
      let status = try Spawn.run(
        ["/bin/sh", "-c", String(command)], environment: environment, in: program.home.path, output: output,
        errors: program.home.file("errors"))
      #expect(status == 0)
      let picture = try Data(contentsOf: root.appendingPathComponent("docs/picture.svg"))
      #expect(
        try Data(contentsOf: URL(fileURLWithPath: output)) == picture,
        "draw docs/picture.svg anew: \(command)")
    }
  }
}
