import Stories
import Testing

@testable import ContentLibrary

@Suite struct ReadAheadTests {
  private static func entries(_ count: Int) -> [Scanner.Entry] {
    // Small files, large ones, and some that take up all the room.
    (0..<count).map { Scanner.Entry(path: "\($0)", size: [10, 3 << 20, 1 << 40, -1][$0 % 4], modified: 0) }
  }

  @Sendable private static func read(_ entry: Scanner.Entry) -> FileReader.Result {
    FileReader.Result(path: entry.path, size: entry.size, modified: 0)
  }

  @Test(arguments: [0, 1, 2, 700]) func filesComeInOrderAndOnce(_ count: Int) {
    let ahead = ReadAhead(Self.entries(count), read: Self.read)
    var paths: [String] = []
    while let result = ahead.next() { paths.append(result.path) }
    ahead.stop()
    #expect(paths == (0..<count).map(String.init))
    #expect(ahead.next()?.path == nil)
  }

  @Test func readingMayBeStoppedAtAnyFile() {
    for taken in 0..<100 {
      let ahead = ReadAhead(Self.entries(200), read: Self.read)
      for number in 0..<taken { #expect(ahead.next()?.path == "\(number)") }
      ahead.stop()
    }
  }
}
