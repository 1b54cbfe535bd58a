import Foundation
import TestSupport
import Testing

/// `newsroom clippings`: what the reader kept, for other programs.
@Suite struct ClippingsCommandTests {
  private func kept() throws -> (program: Program, library: String) {
    let program = try Program()
    let library = try program.library()
    try Data(
      """
      ---
      title: 100 % of {the} ferries_sail & cost $5
      author: [Anna Berg, "The Nordic desk"]
      date: 2027-04-02
      url: https://example.org/a_b?c=1&d=2
      ---

      The quay was _full_ of people by noon, and 50 % of them had #tickets.

      """.utf8
    ).write(to: URL(fileURLWithPath: library + "/new.md"))
    let keys = "Enter c Enter c h e c k Space & Enter"
    #expect(try program.run([library, "--script", keys, "--size", "80x24"]).status == 0)
    return (program, library)
  }

  @Test func theyArePrintedInEveryForm() throws {
    let (program, library) = try kept()
    func print(_ words: [String]) throws -> Program.Result {
      try program.run(["clippings"] + words + ["-L", library])
    }
    let words = "The quay was full of people by noon, and 50 % of them had #tickets."
    let line = try print([]).output
    #expect(line.hasSuffix("\t-\t100 % of {the} ferries_sail & cost $5\t\(words)\tcheck &\n"), "\(line)")
    #expect(try print(["quay", "by:berg"]).output == line)
    #expect(try print(["desk:culture"]).status == 1)
    let markdown = try print(["--to", "markdown"]).output
    #expect(markdown.contains("> The quay was full of people"))
    #expect(markdown.contains("Anna Berg, The Nordic desk"))
    let json = try JSONSerialization.jsonObject(with: Data(print(["--to", "json"]).output.utf8))
    #expect((json as? [String: Any])?["words"] as? String == words)
    let bibTeX = try print(["--to", "bibtex"]).output
    #expect(bibTeX.hasPrefix("@article{berg2027ferriessail,\n"), "\(bibTeX)")
    #expect(bibTeX.contains("title = {{100 \\% of \\{the\\} ferries\\_sail \\& cost \\$5}}"))
    #expect(bibTeX.contains("author = {Anna Berg and The Nordic desk}") == false)
    #expect(bibTeX.contains("author = {Anna Berg and {The Nordic desk}}"))
    #expect(bibTeX.contains("url = {https://example.org/a_b?c=1&d=2}"))
    let csl = try JSONSerialization.jsonObject(with: Data(print(["--to", "csl"]).output.utf8))
    let entry = (csl as? [[String: Any]])?.first
    #expect(entry?["title"] as? String == "100 % of {the} ferries_sail & cost $5")
    #expect(((entry?["issued"] as? [String: Any])?["date-parts"] as? [[Int]]) == [[2027, 4, 2]])
  }

  @Test func withoutClippingsThereIsNothingToPrint() throws {
    let program = try Program()
    let result = try program.run(["clippings", "-L", try program.library()])
    #expect((result.status, result.output) == (1, ""))
    #expect(result.errors == "newsroom: there are no clippings yet.\n")
  }
}
