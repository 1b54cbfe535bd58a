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

  @Test func whatIsFoundNowhereFails() throws {
    let program = try Program()
    let result = try program.run(["mark", "kioskxq", "--read", "-L", try program.library()])
    #expect(result.status == 1)
    #expect(result.errors.contains("no story has"))
  }

  @Test(arguments: [["all"], ["all", "--read", "--unread"], ["--read"], ["is:red", "--read"]])
  func whatIsNotUnderstoodIsReportedWithStatus2(_ words: [String]) throws {
    let program = try Program()
    #expect(try program.run(["mark"] + words + ["-L", try program.library()]).status == 2)
  }
}
