import Foundation
import TestSupport
import Testing

/// Times written without a zone.
@Suite struct LocalTimeTests {
  private func program(_ zone: String) throws -> (program: Program, library: String) {
    var program = try Program()
    program.environment["TZ"] = zone
    let library = try program.library([
      "winter.md": "---\ntitle: Winter\ndate: 2026-01-15 17:30\n---\nSnow fell.\n",
      "summer.txt": "Summer\n\nBy Anna Berg\nPublished 15 July 2026, 17:30\n\nIt was warm.\n",
      "zoned.md": "---\ntitle: Zoned\ndate: 2026-01-15T16:45:00Z\n---\nIt is told by the clock here.\n",
    ])
    return (program, library)
  }

  private func published(_ result: Program.Result) throws -> [String: String] {
    var found: [String: String] = [:]
    for line in result.lines {
      let object = try #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      found[try #require(object["headline"] as? String)] = object["published"] as? String
    }
    return found
  }

  @Test(arguments: [
    ("Europe/Copenhagen", "2026-01-15T17:30+01:00", "2026-07-15T17:30+02:00"),
    ("America/New_York", "2026-01-15T17:30-05:00", "2026-07-15T17:30-04:00"),
    ("UTC", "2026-01-15T17:30Z", "2026-07-15T17:30Z"),
  ])
  func theyAreLocal(zone: String, winter: String, summer: String) throws {
    let (program, library) = try program(zone)
    let found = try published(try program.run(["list", "--json", library]))
    #expect(found == ["Winter": winter, "Summer": summer, "Zoned": "2026-01-15T16:45:00Z"])
    let story = try program.run(["show", "winter.md", library, "--json"]).object()
    #expect(story["published"] as? String == winter)
    let alone = try program.run(["show", library + "/winter.md", "--json"]).object()
    #expect(alone["published"] as? String == winter)
  }

  /// In any season, list and story show the time as written.
  @Test(arguments: ["2026-01-15T20:00:00+01:00", "2026-07-15T20:00:00+02:00"])
  func listAndStoryTellThemAsTheyAreWritten(now: String) throws {
    let (program, library) = try program("Europe/Copenhagen")
    let shown = try program.run([
      "--script", "shot j shot j shot", "--size", "110x24", "--now", now, library,
    ])
    // The moment with a zone, too, whose clock is an hour behind in winter.
    for moment in ["15 Jul 2026, 17:30", "15 Jan 2026, 17:45", "15 Jan 2026, 17:30"] {
      #expect(shown.output.contains(moment))
    }
    #expect(!shown.output.contains("16:30") && !shown.output.contains("18:30"))
  }
}
