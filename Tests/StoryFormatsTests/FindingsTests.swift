import Foundation
import Stories
import StoryFormats
import Testing

/// Inputs found by `make fuzz` that once crashed, hung or bloated a parser; named after their format.
@Suite struct FindingsTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(
    path: "Fixtures/Findings")
  static let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).filter {
    !$0.hasPrefix(".")
  }

  @Test(arguments: names)
  func aFindingStaysMended(_ name: String) throws {
    let format = try #require(
      Formats.named(String(name.prefix { $0 != "-" })), "\(name) begins with no format's name")
    let bytes = try [UInt8](Data(contentsOf: Self.folder.appending(path: name)))
    let began = ContinuousClock.now
    let reading = format.read(Source(path: "desk/\(name)", bytes: bytes))
    // Generous: a hang takes minutes, a debug build on a busy machine does not.
    #expect(ContinuousClock.now - began < .seconds(60))
    // Feeds of one kind are also read under the name of the other.
    #expect(reading.stories.allSatisfy { Formats.named($0.format) != nil })
  }
}
