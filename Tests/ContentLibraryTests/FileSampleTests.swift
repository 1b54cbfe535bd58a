import Foundation
import Stories
import System
import Testing

@testable import ContentLibrary

@Suite struct FileSampleTests {
  let newsroom: TemporaryNewsroom

  init() throws { newsroom = try TemporaryNewsroom() }

  private func sample(_ bytes: [UInt8], first size: Int) throws -> Fingerprint? {
    let path = newsroom.directory + "/wire.jsonl"
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    return FileSample.fingerprint(of: try Descriptor.open(path), first: size)
  }

  /// Bytes that repeat nowhere near.
  private func bytes(_ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: ($0 &* 2_654_435_761) >> 13) }
  }

  @Test(arguments: [0, 1, 16, 65_536, 65_537, 300_000, 12 << 20])
  func aFileThatGrewHasTheSameBeginning(size: Int) throws {
    let long = bytes(size + 70_000)
    #expect(try sample(long, first: size) == sample(Array(long.prefix(size)), first: size))
    #expect(try sample(Array(long.prefix(size)), first: size + 1) == nil)
  }

  @Test func everyByteOfAShortFileCounts() throws {
    let short = bytes(300_000)
    let known = try sample(short, first: short.count)
    for place in [0, 1, 65_535, 65_536, 131_072, 234_463, 234_464, 299_999] {
      var changed = short
      changed[place] ^= 1
      #expect(try sample(changed, first: short.count) != known, "\(place)")
    }
  }

  @Test func whatMovesTheRestOfALargeFileIsNoticed() throws {
    let large = bytes(12 << 20)
    let known = try sample(large, first: large.count)
    for place in [0, 70_000, 5 << 20, large.count - 1] {
      var longer = large
      longer.insert(7, at: place)
      #expect(try sample(longer, first: large.count) != known, "\(place)")
    }
  }
}
