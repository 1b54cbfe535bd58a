import Foundation
import Stories
import StoryFormats
import Testing

/// Fixtures with a recorded description of what was read; `RECORD_SNAPSHOTS=1` writes them again.
@Suite struct WireFixtureTests {
  static let fixtures = RecordedReading("Wire")

  static let names = fixtures.names

  static func format(of name: String) -> any StoryFormat {
    if name.hasSuffix(".nitf") { return NITF() }
    if !name.hasSuffix(".json"), !name.hasSuffix(".xml") { return IPTC7901() }
    return name.hasSuffix(".json") ? Ninjs() : NewsML()
  }

  static func source(_ name: String) throws -> Source {
    try Source(path: "wire/\(name)", bytes: [UInt8](Data(contentsOf: fixtures.folder.appending(path: name))))
  }

  @Test func thereAreFixtures() {
    #expect(Self.names.count >= 10)
  }

  @Test(arguments: names)
  func aFixtureIsReadAsRecorded(name: String) throws {
    try Self.fixtures.expect(Self.format(of: name).read(try Self.source(name)), of: name)
  }

  @Test(arguments: names)
  func aFixtureIsKnownByItsBytes(name: String) throws {
    let source = try Self.source(name)
    let format = Self.format(of: name)
    #expect(format.recognises(source))
    let others: [any StoryFormat] = [NITF(), NewsML(), Ninjs(), IPTC7901()]
    for other in others where other.name != format.name { #expect(!other.recognises(source)) }
  }
}
