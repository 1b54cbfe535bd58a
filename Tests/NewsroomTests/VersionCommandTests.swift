import Foundation
import TestSupport
import Testing

/// The versions of a story in the shell.
@Suite struct VersionCommandTests {
  private func library(_ program: Program) throws -> String {
    let folder = program.home.path + "/stories"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let text = (0..<12).map {
      "The harbour wall at pier \($0) was built of granite in the year of storm \($0)."
    }
    for (name, last) in [("first", "It stands."), ("second", "It has fallen.")] {
      let story = "---\ntitle: The \(name) wall\ndate: 2026-03-0\(name == "first" ? 1 : 2)\n---\n\n"
      try Data((story + (text + [last]).joined(separator: " ") + "\n").utf8)
        .write(to: URL(fileURLWithPath: "\(folder)/\(name).md"))
    }
    return folder
  }

  @Test func oneRowNamesItsVersions() throws {
    let program = try Program()
    let library = try library(program)
    #expect(try program.run(["list", library]).lines.map { $0.hasSuffix("The second wall") } == [true])
    let row = try program.run(["list", "--json", library]).object()
    let versions = try #require(row["versions"] as? [[String: Any]])
    #expect(versions.compactMap { $0["path"] as? String } == ["first.md"])
  }

  @Test func showListsAndComparesThem() throws {
    let program = try Program()
    let library = try library(program)
    let versions = try program.run(["show", "first.md", library, "--versions"])
    #expect(versions.lines.map { $0.split(separator: "\t").dropFirst(2).first } == ["second.md", "first.md"])
    #expect(try program.run(["show", "first.md", library, "--versions", "--json"]).lines.count == 2)
    let difference = try program.run(["show", "second.md", library, "--diff", "first.md"])
    #expect(difference.status == 0)
    #expect(difference.output.contains("The [-first-] {+second+} wall"))
    #expect(difference.output.contains("It [-stands.-] {+has fallen.+}"))
    #expect(try program.run(["show", "first.md", library, "--diff", "second.md", "--raw"]).status == 2)
  }
}
