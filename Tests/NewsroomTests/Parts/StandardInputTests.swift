import System
import TestSupport
import Testing

@testable import newsroom

/// Commands that read their questions line by line.
@Suite struct StandardInputTests {
  private func lines(_ bytes: [UInt8]) throws -> [String] {
    let folder = try ScratchFolder()
    let input = try Descriptor.open(try folder.write("input", bytes))
    var lines: [String] = []
    try StandardInput.$descriptor.withValue(input) { try StandardInput.eachLine { lines.append($0) } }
    return lines
  }

  @Test func everyLineIsGivenWithoutItsEnd() throws {
    #expect(try lines(Array("one\n\ntwo\r\nthree".utf8)) == ["one", "", "two", "three"])
    #expect(try lines([]) == [])
    #expect(try lines(Array("\n".utf8)) == [""])
    #expect(try lines([0xFF, 0x0A, 0x61]) == ["\u{FFFD}", "a"])
  }

  @Test func aLineMayBeCutAcrossReadsAndIsBounded() throws {
    let long = [UInt8](repeating: 0x61, count: 3 << 20)
    let lines = try lines(long + Array("\nnext\n".utf8))
    #expect(lines.map(\.utf8.count) == [1 << 20, 4])
  }

  @Test func whatCannotBeReadIsReported() throws {
    let folder = try ScratchFolder()
    let directory = try Descriptor.open(folder.path, .read, .folder)
    StandardInput.$descriptor.withValue(directory) {
      _ = #expect(throws: Failure.self) { try StandardInput.eachLine { _ in } }
    }
  }
}
