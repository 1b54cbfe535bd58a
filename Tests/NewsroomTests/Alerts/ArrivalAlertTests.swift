import Foundation
import TestSupport
import Testing

/// `newsroom index --watch --on QUERY -- COMMAND`: one run for each arrival, and never two.
@Suite(.serialized) struct ArrivalAlertTests {
  private let program: Program
  private let library: String

  init() throws {
    program = try Program()
    library = try program.library()
    #expect(try program.run(["index", library, "-q"]).status == 0)
  }

  private func write(_ numbers: Range<Int>) throws {
    for number in numbers {
      let desk = number % 4 == 3 ? "other" : "wire"
      let folder = library + "/" + desk
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try Data("---\ntitle: Arrival \(number)\n---\nIt came as number \(number).\n".utf8)
        .write(to: URL(fileURLWithPath: folder + "/\(number).md"))
    }
  }

  /// The watcher, whose command notes the headline that it reads in a file of its own.
  private func watch(_ more: [String] = []) throws -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Program.binary)
    let script = "sed 's/.*\"headline\":\"\\([^\"]*\\)\".*/\\1/' >> \(program.home.file("told"))"
    process.arguments =
      ["index", library, "--watch", "-q", "--on", "desk:wire"] + more + ["--", "sh", "-c", script]
    process.environment = program.environment
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    try process.run()
    return process
  }

  private func told() -> [String] {
    let text = (try? String(contentsOfFile: program.home.file("told"), encoding: .utf8)) ?? ""
    return text.split(separator: "\n").map(String.init)
  }

  private func wait(_ seconds: Double = 60, until isDone: () -> Bool) {
    let end = Date().addingTimeInterval(seconds)
    while !isDone(), Date() < end { usleep(50_000) }
  }

  private func journal() -> String {
    let folder = program.home.file(".local/state/newsroom/alerts")
    let name = (try? FileManager.default.contentsOfDirectory(atPath: folder))?.first {
      $0.hasSuffix(".journal")
    }
    return name.flatMap { try? String(contentsOfFile: folder + "/" + $0, encoding: .utf8) } ?? ""
  }

  /// The watcher is killed again and again while stories arrive.
  @Test func noStoryIsToldTwiceOverKills() throws {
    let total = 120
    let expected = Set((0..<total).filter { $0 % 4 != 3 }.map { "Arrival \($0)" })
    var process = try watch()
    wait { journal().contains("seen") }
    for start in stride(from: 0, to: total, by: 20) {
      try write(start..<start + 20)
      wait(20) { told().count > start / 2 }
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      process = try watch()
    }
    wait { told().count >= expected.count }
    kill(process.processIdentifier, SIGTERM)
    process.waitUntilExit()
    let lines = told()
    #expect(Set(lines).count == lines.count, "told twice")
    #expect(Set(lines) == expected)
    #expect(lines.count == expected.count, "not told")
    #expect(journal().split(separator: "\n").count { $0.hasPrefix("ran ") } == expected.count)
  }

  @Test func whatArrivesWhileNobodyWatchesIsToldLater() throws {
    var process = try watch()
    wait { journal().contains("seen") }
    kill(process.processIdentifier, SIGTERM)
    process.waitUntilExit()
    try write(0..<3)
    #expect(try program.run(["index", library, "-q"]).status == 0)
    process = try watch()
    wait { told().count == 3 }
    kill(process.processIdentifier, SIGTERM)
    process.waitUntilExit()
    #expect(Set(told()) == ["Arrival 0", "Arrival 1", "Arrival 2"])
  }

  /// A second watcher with the same search and program ends at once.
  @Test func oneWatcherRunsAProgram() throws {
    let process = try watch()
    wait { journal().contains("seen") }
    let script = "sed 's/.*\"headline\":\"\\([^\"]*\\)\".*/\\1/' >> \(program.home.file("told"))"
    let other = try program.run(
      ["index", library, "--watch", "-q", "--on", "desk:wire", "--", "sh", "-c", script])
    #expect(other.status == 1)
    #expect(other.errors.contains("another newsroom already runs this program"))
    kill(process.processIdentifier, SIGTERM)
    process.waitUntilExit()
  }

  @Test func aProgramThatHangsIsKilled() throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Program.binary)
    process.arguments = [
      "index", library, "--watch", "-q", "--on", "", "--within", "0.3", "--at-once", "1", "--", "sleep",
      "600",
    ]
    process.environment = program.environment
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    try process.run()
    wait { journal().contains("seen") }
    try write(0..<2)
    wait { journal().split(separator: "\n").count { $0.hasPrefix("end ") && $0.hasSuffix(" 137") } == 2 }
    #expect(journal().split(separator: "\n").count { $0.hasSuffix(" 137") } == 2)
    kill(process.processIdentifier, SIGTERM)
    process.waitUntilExit()
  }

  @Test(arguments: [
    ["--on", "x"], ["--watch", "--on", "x"], ["--watch", "--", "true"],
    ["--watch", "--on", "is:red", "--", "true"], ["--watch", "--on", "x", "--at-once", "0", "--", "true"],
    ["--watch", "--on", "x", "--sandbox", "require", "--", "true"],
  ])
  func whatIsNotUnderstoodIsReportedWithStatus2(_ words: [String]) throws {
    #expect(try program.run(["index", library] + words).status == 2)
  }
}
