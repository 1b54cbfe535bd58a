import TestSupport
import Testing

/// `newsroom mark`: marks of many stories from the shell, which the reader and `list` see.
@Suite struct MarkCommandTests {
  private func marked(_ program: Program, _ library: String, _ field: String) throws -> Int {
    try program.run(["list", field, "-L", library]).lines.count
  }

  @Test func aQueryIsMarked() throws {
    let program = try Program()
    let library = try program.library()
    func mark(_ words: [String]) throws -> Program.Result {
      try program.run(["mark"] + words + ["-L", library])
    }
    let all = try program.run(["list", library]).lines.count
    #expect(try mark(["desk:Harbour", "--read"]).output == "1 story marked read.\n")
    #expect(try marked(program, library, "--unread") == all - 1)
    #expect(try mark(["all", "--read"]).output == "\(all - 1) stories marked read.\n")
    #expect(try marked(program, library, "--unread") == 0)
    #expect(try mark(["culture/lighthouse.md", "--unread"]).output == "1 story marked unread.\n")
    #expect(try marked(program, library, "--unread") == 1)
    #expect(try mark(["is:read", "--saved"]).output == "\(all - 1) stories saved.\n")
    #expect(try mark(["all", "--saved"]).output == "1 story saved.\n")
    #expect(try mark(["all", "--saved"]).output == "0 stories saved.\n")
    #expect(try mark(["is:saved", "--unsaved"]).output == "\(all) stories no longer saved.\n")
    #expect(try marked(program, library, "--saved") == 0)
  }

  @Test func tagsAreGivenFoundAndTaken() throws {
    let program = try Program()
    let library = try program.library()
    func mark(_ words: [String]) throws -> Program.Result {
      try program.run(["mark"] + words + ["-L", library])
    }
    let all = try program.run(["list", library]).lines.count
    let given = try mark(["desk:Harbour", "--tag", "#To check", "--tag", "ünder", "--saved"])
    #expect(given.output == "1 story saved.\n1 story tagged “To check”.\n1 story tagged “ünder”.\n")
    #expect(try mark(["all", "--tag", "TO CHECK"]).output == "\(all - 1) stories tagged “TO CHECK”.\n")
    #expect(try program.run(["search", "mytag:under", "-L", library]).lines.count == 1)
    #expect(try program.run(["list", "mytag:to check", "-L", library]).lines.count == all)
    let row = try #require(program.run(["list", "mytag:ünder", "-L", library]).lines.first)
    let id = String(row.prefix { $0 != "\t" })
    let json = try program.run(["show", id, "--json", "-L", library]).output
    #expect(json.contains("\"mytags\": [\n    \"To check\",\n    \"ünder\"\n  ]"), "\(json.suffix(300))")
    #expect(
      try mark(["mytag:ünder", "--untag", "under", "--untag", "to check"]).output
        == "1 story no longer tagged “under”.\n1 story no longer tagged “to check”.\n")
    let missing = try program.run(["search", "mytag:ünder", "-L", library])
    #expect(missing.status == 1)
    #expect(missing.errors.contains("no story has the tag of yours “ünder”. The library has: To check."))
  }

  @Test func whatIsFoundNowhereFails() throws {
    let program = try Program()
    let result = try program.run(["mark", "kioskxq", "--read", "-L", try program.library()])
    #expect(result.status == 1)
    #expect(result.errors.contains("no story has"))
  }

  @Test(arguments: [
    ["all"], ["all", "--read", "--unread"], ["--read"], ["is:red", "--read"], ["all", "--tag", "“”"],
    ["all", "--tag", "a", "--untag", "a"],
  ])
  func whatIsNotUnderstoodIsReportedWithStatus2(_ words: [String]) throws {
    let program = try Program()
    #expect(try program.run(["mark"] + words + ["-L", try program.library()]).status == 2)
  }
}
