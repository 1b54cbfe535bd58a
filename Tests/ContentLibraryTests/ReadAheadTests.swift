import Stories
import StoryFormats
import System
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

  /// A thread that is still leaving must not keep a library open, whose files are then closed at any time.
  @Test func nothingIsHeldAfterTheEnd() {
    final class Held: Sendable {}
    for _ in 0..<200 {
      var held: Held? = Held()
      weak let watched = held
      let ahead = ReadAhead(Self.entries(8)) { [held] entry in
        withExtendedLifetime(held) { Self.read(entry) }
      }
      held = nil
      while ahead.next() != nil {}
      ahead.stop()
      #expect(watched == nil)
    }
  }

  /// Work that costs too much is given up; everything else is done, in order.
  @Test func whatCostsTooMuchIsGivenUp() {
    let budget = ReadAhead<Scanner.Entry, FileReader.Result>.Budget(
      seconds: { _ in 0.2 },
      overrun: { entry in
        var result = Self.read(entry)
        result.problems = [Problem(path: entry.path, reason: "too long")]
        return result
      }, interval: 50)
    let slow: Set<String> = ["0", "7", "8", "9", "10", "11"]
    let ahead = ReadAhead(Self.entries(40), budget: budget) { entry in
      if slow.contains(entry.path) {
        let clock = ThreadClock()
        let began = clock.seconds ?? 0
        while (clock.seconds ?? .infinity) - began < 1 {}
      }
      return Self.read(entry)
    }
    var paths: [String] = []
    var given: Set<String> = []
    while let result = ahead.next() {
      paths.append(result.path)
      if !result.problems.isEmpty { given.insert(result.path) }
    }
    ahead.stop()
    #expect(paths == (0..<40).map(String.init))
    #expect(given == slow)
  }

  /// A file whose format takes too long becomes a problem with its name; the rest of the library is read.
  @Test func aFileThatTakesTooLongIsAProblem() throws {
    let newsroom = try TemporaryNewsroom()
    for number in 0..<5 {
      try newsroom.write("\(number).slip", "headline: Story \(number)\nseconds: 1000\n\nText.")
    }
    try newsroom.write("endless.toil", "headline: Never\n\nText.")
    var configuration = Library.Configuration(
      directory: newsroom.directory, indexPath: newsroom.indexPath, marksPath: newsroom.marksPath,
      formats: [Toil(), Slip()])
    configuration.bounds.time = (0.2, 0)
    let library = try Library(configuration)
    let summary = try library.refreshed()
    #expect(summary.stories == 5 && summary.problems == 1)
    #expect(try library.problems().map(\.path) == ["endless.toil"])
    // It is not tried again before it changes.
    let began = ContinuousClock.now
    #expect(try !library.refreshed().changedAnything)
    #expect(ContinuousClock.now - began < .seconds(1))
  }

  /// A format that takes a second of processor time for every file.
  private struct Toil: StoryFormat {
    let name = "toil"
    let summary = "stories that take long"
    let fileExtensions = ["toil"]
    func recognises(_ source: Source) -> Bool { false }
    func read(_ source: Source) -> Reading {
      let clock = ThreadClock()
      let began = clock.seconds ?? 0
      while (clock.seconds ?? .infinity) - began < 1.5 {}
      return Slip().read(source)
    }
  }

  @Test func readingMayBeStoppedAtAnyFile() {
    for taken in 0..<100 {
      let ahead = ReadAhead(Self.entries(200), read: Self.read)
      for number in 0..<taken { #expect(ahead.next()?.path == "\(number)") }
      ahead.stop()
    }
  }
}
