import Foundation
import System
import TestSupport
import Testing

/// What a process can still do in the sandbox, as the kernel has it: a program of its own tries.
@Suite struct SandboxTests {
  private static let probe: String = {
    let tests = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    return URL(fileURLWithPath: tests).deletingLastPathComponent().appendingPathComponent("sandbox-probe")
      .path
  }()

  private func answers(_ third: String) throws -> [String: String] {
    let (readable, writable, output) = (try ScratchFolder(), try ScratchFolder(), try ScratchFolder())
    try readable.write("file", text: "words")
    _ = try Spawn.run(
      [Self.probe, readable.path, writable.path, third], output: output.file("said"),
      errors: output.file("errors"))
    var answers: [String: String] = [:]
    for line in try output.text("said").split(separator: "\n") {
      let words = line.split(separator: " ", maxSplits: 1).map(String.init)
      answers[words[0]] = words.last
    }
    return answers
  }

  /// Without a sandbox everything works, so that the test below tests something.
  @Test func withoutItEverythingWorks() throws {
    let found = try answers("nothing")
    for what in ["reads", "writes-readable", "reads-passwd", "sockets", "processes", "programs", "writes"] {
      #expect(found[what] == "yes", "\(what)")
    }
    #expect(found["becomes"] == nil)
  }

  @Test(.enabled(if: Sandbox.landlockOffered > 0, "this kernel has no Landlock"))
  func filesAreLocked() throws {
    let found = try answers("else")
    for what in ["reads", "writes", "deletes"] { #expect(found[what] == "yes", "\(what)") }
    for what in [
      "writes-readable", "makes-readable", "reads-passwd", "reads-memory", "links",
    ] {
      #expect(found[what] == "no", "\(what)")
    }
  }

  @Test(.enabled(if: Sandbox.filterOffered, "this kernel takes no filter of system calls"))
  func callsAreFiltered() throws {
    let found = try answers("else")
    for what in ["threads", "signals-itself"] { #expect(found[what] == "yes", "\(what)") }
    for what in [
      "sockets", "unix-sockets", "signals-others", "types", "processes", "programs", "becomes", "links",
    ] { #expect(found[what] == "no", "\(what)") }
  }

  @Test(.enabled(if: Sandbox.filterOffered && Sandbox.landlockOffered > 0, "this kernel has less"))
  func whereTheKernelCanNothingIsMissing() throws {
    #expect(try answers("else")["missing"] == nil)
  }
}
