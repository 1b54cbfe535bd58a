import Foundation
import Testing

@testable import Typesetting

/// The Unicode Character Database's own cases (15.0.0); their licence is beside them.
private let testFile = URL(filePath: #filePath).deletingLastPathComponent().appending(
  path: "LineBreakTest.txt")

@Suite struct LineBreakConformanceTests {
  @Test func everyCaseOfTheUnicodeTestBreaksAsWritten() throws {
    var cases = 0
    var failures: [String] = []
    for line in try String(contentsOf: testFile, encoding: .utf8).split(separator: "\n")
    where !line.hasPrefix("#") {
      let parts = line.prefix { $0 != "#" }.split(whereSeparator: { $0 == " " || $0 == "\t" })
      let scalars = parts.compactMap { UInt32($0, radix: 16) }
      let wanted = parts.filter { $0 == "÷" || $0 == "×" }.map { $0 == "÷" }
      let got = LineBreaking.opportunities(in: scalars).map { $0 != .prohibited }
      cases += 1
      if got != wanted { failures.append(String(line)) }
    }
    #expect(cases > 7000)
    #expect(failures.isEmpty, "\(failures.count) of \(cases): \(failures.prefix(8).joined(separator: "\n"))")
  }

  @Test(
    arguments: [
      (0x41, LineBreakClass.al), (0x20, .sp), (0x2D, .hy), (0x28, .op), (0xFF08, .opWide), (0x4E00, .id),
      (0x1F02C, .idReserved), (0x10FFFF, .al), (0x1F1E6, .ri), (0x20AC, .pr), (0x25, .po), (0xE01, .al),
      (0xE31, .cm),
      (0xFFFF_FFFF, .al),
    ] as [(UInt32, LineBreakClass)])
  func aCodePointHasItsClass(_ point: UInt32, _ expected: LineBreakClass) {
    #expect(LineBreakClass.of(point) == expected)
  }
}
