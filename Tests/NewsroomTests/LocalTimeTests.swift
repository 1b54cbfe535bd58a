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

  /// The days of a query are those of its zone, in summer and in winter, whatever the season now.
  @Test(arguments: [("date:2026-01", ["After", "Before"]), ("date:2026-07", ["Late", "Early"])])
  func queriesBoundTheirDaysByTheSeasonMeant(_ query: String, _ expected: [String]) throws {
    var program = try Program()
    program.environment["TZ"] = "Europe/Copenhagen"
    let moments = [
      ("After", "2025-12-31T23:30:00Z"), ("Before", "2026-01-31T22:30:00Z"), ("Out", "2026-01-31T23:30:00Z"),
      ("Late", "2026-06-30T22:30:00Z"), ("Early", "2026-07-31T21:30:00Z"), ("Gone", "2026-07-31T22:30:00Z"),
    ]
    let library = try program.library(
      Dictionary(
        uniqueKeysWithValues: moments.map { name, moment in
          (name + ".md", "---\ntitle: \(name)\ndate: \(moment)\n---\nSnow or sun \(name).\n")
        }))
    let found = try published(try program.run(["list", "--json", library, query])).keys
    #expect(found.sorted() == expected.sorted())
  }

  /// A date without an hour is the same day in every zone.
  @Test(arguments: ["America/New_York", "Europe/Copenhagen", "UTC", "Pacific/Kiritimati"])
  func bareDatesAreTheSameDayEverywhere(zone: String) throws {
    var program = try Program()
    program.environment["TZ"] = zone
    let library = try program.library(
      Dictionary(
        uniqueKeysWithValues: (28...30).map {
          ("\($0).md", "---\ntitle: Day \($0)\ndate: 2016-03-\($0)\n---\nSnow fell on \($0).\n")
        }))
    for (query, expected) in [
      ("date:2016-03-29", ["Day 29"]), ("before:2016-03-29", ["Day 28"]), ("after:2016-03-29", ["Day 30"]),
      ("-date:2016-03-29", ["Day 28", "Day 30"]), ("date:2016-03-28..2016-03-29", ["Day 28", "Day 29"]),
    ] {
      let found = try published(try program.run(["list", "--json", "-L", library, "--", query])).keys
      #expect(found.sorted() == expected, "\(query)")
    }
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
