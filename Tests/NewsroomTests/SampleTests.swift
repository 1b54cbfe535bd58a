import Foundation
import TestSupport
import Testing

@testable import newsroom

/// Which library is opened where none is said.
@Suite struct SampleTests {
  /// The program as it is installed, with a story in its sample.
  private func installed() throws -> (Program, binary: String) {
    let program = try Program()
    _ = try program.write("usr/share/newsroom/Content/sample.md", "# The sample\n\nA story of it.\n")
    _ = try program.write("usr/bin/.keep", "")
    let binary = program.home.file("usr/bin/newsroom")
    // A copy, because a link would lead back to the build. `cp` makes it: if this process did, a program that
    // another test starts meanwhile would inherit the open file, and a file open for writing can't be run.
    #expect(try Spawn.run(["cp", Program.binary, binary]) == 0)
    return (program, binary)
  }

  @Test func withoutALibraryTheSampleIsOpened() throws {
    var (program, binary) = try installed()
    let output = program.home.file("output")
    let list = {
      try Spawn.run(
        [binary, "list"], environment: program.environment, in: program.home.path, output: output,
        errors: program.home.file("errors"))
    }
    let status = try list()
    let complaint = try program.home.text("errors")
    #expect(status == 0, "\(complaint)")
    #expect(try program.home.text("output").contains("The sample"))
    // What is here goes before it, and what was said before both.
    _ = try program.write("Content/here.md", "# Here\n\nA story of this folder.\n")
    #expect(try list() == 0)
    #expect(try program.home.text("output").hasSuffix("Here\n"))
    program.environment["NEWSROOM_LIBRARY"] = try program.library()
    #expect(try list() == 0)
    #expect(try program.home.text("output").contains("Ferry line to reopen"))
  }

  @Test func aProgramWithoutASampleSaysWhatToDo() throws {
    let program = try Program()
    let result = try program.run(["list"])
    #expect(result.status == 2)
    #expect(result.errors.contains("NEWSROOM_LIBRARY"), "\(result.errors)")
    #expect(Sample.directory(of: program.home.file("bin/newsroom")) == nil)
  }
}
