import Database
import Foundation
import Stories
import Synchronization
import TestSupport
import Testing

@testable import ContentLibrary

/// Machines that carry their journals to each other agree, and lose nothing.
@Suite struct SyncTests {
  private static let hour: Int64 = 3_600_000

  /// Carries every journal to every machine, and lets all read, until nothing is new.
  private func meet(_ machines: [Machine]) throws {
    for _ in 0..<3 {
      for machine in machines { try machine.sync() }
      for one in machines {
        guard let journal = try? one.journal() else { continue }
        for other in machines where other !== one { try other.receive(journal.name, journal.text) }
      }
    }
    for machine in machines { try machine.sync() }
  }

  @Test func whatIsDoneHereIsDoneThere() throws {
    let (one, other) = (try Machine(), try Machine())
    let id = try one.id(1)
    try one.library.mark(id, read: true)
    try one.library.save(id, saved: true)
    try one.library.tag(id, try #require(TagName("Later")), isSet: true)
    try one.library.keep(Clip(words: "Words 1 by the quay.", note: "why?", kept: 5, share: 0.5), of: id)
    one.searches.kept.withLock { $0["Ferries"] = "ferry desk:nordic" }
    try meet([one, other])
    #expect(try other.state() == one.state())
    #expect(try other.library.row("1.slip").isRead)
    #expect(other.library.clips(of: id) == one.library.clips(of: id))
    #expect(try other.library.allClippings()?.first?.listing?.id == id)
    #expect(other.searches.kept.withLock { $0 } == ["Ferries": "ferry desk:nordic"])
    // And back: what is taken away there is taken away here.
    try other.library.mark(id, read: false)
    try other.library.save(id, saved: false)
    try other.library.tag(id, try #require(TagName("Later")), isSet: false)
    let kept = try #require(try other.library.allClippings()?.first)
    try other.library.drop(kept.clip, of: kept.source)
    other.searches.kept.withLock { $0 = [:] }
    try meet([one, other])
    #expect(try one.state() == other.state())
    #expect(try !one.library.row("1.slip").isRead && !one.library.row("1.slip").isSaved)
    #expect(try one.library.ownTags(of: id).isEmpty && one.library.allClippings() == [])
    #expect(one.searches.kept.withLock { $0.isEmpty })
  }

  @Test func clippingsOfSeveralMachinesInOneStorySettle() throws {
    let machines = [try Machine(), try Machine(), try Machine()]
    let id = try machines[0].id(4)
    for (number, machine) in machines.enumerated() {
      try machine.library.keep(Clip(words: "Words 4", kept: 7), of: id)
      try machine.library.note(Clip(words: "Words 4"), of: id, "  note \(number)")
      // As of a library with another name.
      let file = try #require(machine.library.clippingsFile(of: id))
      let text = try String(contentsOfFile: file, encoding: .utf8)
      let other = text.replacing("source: \"stories\"", with: "source: \"paper \(number)\"")
      #expect(other != text)
      try Data(other.utf8).write(to: URL(fileURLWithPath: file))
    }
    try meet(machines)
    #expect(machines.allSatisfy { $0.library.clips(of: id) == machines[0].library.clips(of: id) })
    for machine in machines { #expect(try machine.sync().sent == 0) }
    try meet(machines)
    for machine in machines { #expect(try machine.sync(readsAll: true).changedAnything == false) }
  }

  @Test func marksFromBeforeTheFolderWasSetAreCarriedToo() throws {
    let (one, other) = (try Machine(), try Machine())
    _ = try one.library.mark(.read, of: Query())
    try meet([one, other])
    for number in 0..<8 { #expect(try other.library.row("\(number).slip").isRead) }
    // Bulk marks share lines.
    #expect(try one.journal().text.split(separator: "\n").count <= 8)
  }

  @Test func aLaterChangeWinsAlsoWhereTheClockIsBehind() throws {
    let (one, other) = (try Machine(skew: Self.hour), try Machine(skew: -Self.hour))
    try one.library.save(try one.id(0), saved: true)
    try meet([one, other])
    // By its clock, two hours earlier; but it knew what it took away.
    try other.library.save(try other.id(0), saved: false)
    try meet([one, other])
    #expect(try !one.library.row("0.slip").isSaved)
    #expect(try one.state() == other.state())
  }

  @Test func aRoundWithoutNewsWritesNothing() throws {
    let (one, other) = (try Machine(), try Machine())
    try one.library.save(try one.id(0), saved: true)
    try meet([one, other])
    let before = try one.journal().text
    let report = try one.sync()
    #expect(report.sent == 0 && !report.changedAnything)
    #expect(try one.sync(readsAll: true).sent == 0)
    #expect(try one.journal().text == before)
    #expect(try other.journalLines() == 0)
  }

  @Test func aStoryThatChangedBecomesUnreadOnEachMachineByItself() throws {
    let (one, other) = (try Machine(), try Machine())
    let id = try one.id(2)
    try one.library.mark(id, read: true)
    try meet([one, other])
    try one.library.marks.noteChanged([id])
    try meet([one, other])
    #expect(try !one.library.row("2.slip").isRead)
    #expect(try other.library.row("2.slip").isRead)
    // Read again, which is news.
    try other.library.mark(id, read: false)
    try other.library.mark(id, read: true)
    try meet([one, other])
    #expect(try one.library.row("2.slip").isRead)
  }

  // MARK: Journals

  @Test func aJournalThatLostLinesIsWrittenAgain() throws {
    let (one, other) = (try Machine(), try Machine())
    for number in 0..<4 {
      try one.library.save(try one.id(number), saved: true)
      try one.sync()
    }
    let (name, text) = try one.journal()
    #expect(text.split(separator: "\n").count == 4)
    // An old copy, cut within a line, comes back.
    try one.receive(name, String(text.prefix(text.count / 2)))
    try one.library.save(try one.id(5), saved: true)
    try meet([one, other])
    for number in [0, 1, 2, 3, 5] { #expect(try other.library.row("\(number).slip").isSaved) }
    try FileManager.default.removeItem(atPath: one.folder + "/" + name)
    try one.sync()
    let again = try Machine()
    try again.sync()
    try again.receive(name, try one.journal().text)
    try again.sync()
    #expect(try again.state() == one.state())
  }

  @Test func copiesOfConflictsAreReadAndOtherFilesAreNot() throws {
    let (one, other) = (try Machine(), try Machine())
    try one.library.save(try one.id(3), saved: true)
    try one.sync()
    let (name, text) = try one.journal()
    try other.sync()
    let copy = name.dropLast(6) + ".sync-conflict-20261128-120000-ABCDEFG.jsonl"
    try other.receive(
      String(copy), "<<<<<<< ours\n" + text + "{\"newsroom\":2,\"set\":\"new\"}\n=======\nnot JSON")
    try other.receive("notes.txt", text.replacing("true", with: "false"))
    let report = try other.sync()
    #expect(try other.library.row("3.slip").isSaved)
    // The last line has no end yet.
    #expect(report.strangeLines == 3)
    #expect(report.machines.count == 2)
  }

  @Test func aLineThatIsStillOnItsWayIsReadOnceItIsWhole() throws {
    let (one, other) = (try Machine(), try Machine())
    for number in 0..<3 { try one.library.save(try one.id(number), saved: true) }
    try one.sync()
    let (name, text) = try one.journal()
    try other.sync()
    for count in stride(from: 0, through: text.count, by: 11) {
      try other.receive(name, String(text.prefix(count)))
      #expect(try other.sync().strangeLines == 0)
    }
    try other.receive(name, text)
    try other.sync()
    #expect(try other.state() == one.state())
  }

  @Test func aMachineThatLostItsStateGetsEverythingBack() throws {
    let one = try Machine()
    var random = SplitMix(seed: 3)
    for _ in 0..<40 {
      _ = try one.act(&random)
      try one.sync()
    }
    let again = try Machine(folderOf: one)
    try again.sync()
    #expect(try again.state() == one.state())
    #expect(try again.journalLines() == 0)
  }

  @Test func aJournalWrittenAnewSaysTheSameInFewerLines() throws {
    let one = try Machine()
    var random = SplitMix(seed: 4)
    for _ in 0..<60 {
      _ = try one.act(&random)
      try one.sync()
    }
    let (name, text) = try one.journal()
    let machine = String(name.dropFirst("newsroom-".count).dropLast(".jsonl".count))
    try SyncJournal(folder: one.folder, machine: machine).rewrite([])
    let short = try one.journal().text
    #expect(short.split(separator: "\n").count < text.split(separator: "\n").count)
    let again = try Machine(folderOf: one)
    try again.sync()
    #expect(try again.state() == one.state())
  }

  @Test(arguments: [true, false]) func thousandsOfMarksAreCarriedInParts(byRow: Bool) throws {
    let folder = try ScratchFolder()
    let (one, other) = (try Machine(stories: 1), try Machine(stories: 1))
    let ids = (0..<45_000).map { StoryID(identifier: "story \($0)").databaseValue }.sorted()
    _ = try one.library.marks.set(.read, stories: ids, paths: [:], library: "", byRow: byRow)
    let report = try one.library.sync(with: folder.path)
    #expect(report.sent == 45_000)
    #expect(try other.library.sync(with: folder.path).marks == 45_000)
    let count = try other.library.marks.queue.read {
      try Int.fetchOne($0, sql: "SELECT count(*) FROM mark WHERE isRead = 1")
    }
    #expect(count == 45_000)
    // Those that are made from now on are noted one by one.
    _ = try one.library.marks.set(.unread, stories: ids, paths: [:], library: "", byRow: byRow)
    _ = try one.library.marks.set(.read, stories: ids, paths: [:], library: "", byRow: byRow)
    #expect(try one.library.sync(with: folder.path).sent == 45_000)
  }

  @Test func whereMarksAreNotKeptNothingIsCarried() throws {
    let newsroom = try TemporaryNewsroom()
    var configuration = Library.Configuration(directory: newsroom.directory, indexPath: newsroom.indexPath)
    configuration.keepsMarks = false
    let library = try Library(configuration)
    #expect(throws: LibraryError.self) { try library.sync(with: newsroom.base + "/journals") }
  }

  @Test func aFolderThatCannotBeMadeIsTold() throws {
    let one = try Machine()
    do {
      try one.library.sync(with: one.newsroom.base + "/no/such/folder")
      Issue.record("there is no such folder")
    } catch {
      #expect("\(error)".hasPrefix("can't keep marks in step by \(one.newsroom.base)/no/such/folder: "))
    }
  }

  // MARK: At random

  /// What a carrier may make of a journal on its way.
  private func carried(_ text: String, _ random: inout SplitMix) -> String {
    var lines = text.split(separator: "\n").map { $0 + "\n" }
    switch Int.random(in: 0..<6, using: &random) {
    case 0: return String(text.prefix(Int.random(in: 0...max(text.count, 1), using: &random)))
    case 1: return text + text
    case 2:
      lines.shuffle(using: &random)
      return lines.joined()
    case 3: return lines.filter { _ in Bool.random(using: &random) }.joined()
    case 4: return "garbage \u{FFFD}\n" + text + "{\"newsroom\":1"
    default: return text
    }
  }

  @Test(arguments: [2, 5], [11, 12, 13] as [UInt64])
  func machinesAgreeWhateverTheCarrierDoes(count: Int, seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let skews = [0, Self.hour, -Self.hour, Self.hour / 2, -Self.hour / 3]
    let machines = try (0..<count).map { try Machine(skew: skews[$0]) }
    for machine in machines { try machine.sync() }
    /// The last thing that each machine did to a key.
    var done: [String: [Int: String]] = [:]
    for _ in 0..<120 {
      let place = Int.random(in: 0..<count, using: &random)
      let machine = machines[place]
      if Int.random(in: 0..<3, using: &random) > 0 {
        let (key, value) = try machine.act(&random)
        done[key, default: [:]][place] = value
      } else {
        try machine.sync()
        guard let journal = try? machine.journal() else { continue }
        let other = machines[Int.random(in: 0..<count, using: &random)]
        let isConflict = Int.random(in: 0..<8, using: &random) == 0
        let name =
          isConflict ? journal.name.replacing(".jsonl", with: ".sync-conflict-1.jsonl") : journal.name
        // Also to the machine itself: an old or broken copy of its own journal.
        try other.receive(name, carried(journal.text, &random))
      }
    }
    for machine in machines { try machine.sync() }
    for one in machines {
      for other in machines where other !== one {
        guard let journal = try? one.journal() else { continue }
        try other.receive(journal.name, journal.text)
      }
    }
    for machine in machines { try machine.sync() }
    let states = try machines.map { try $0.state() }
    for state in states { #expect(state == states[0], "seed \(seed)") }
    for (key, values) in done {
      let value = try machines[0].value(of: key)
      #expect(
        values.values.contains(value), "seed \(seed): \(key) is \(value), and nobody's last of \(values)")
    }
  }
}

extension Machine {
  /// The lines of its journal; 0 if it has none.
  func journalLines() throws -> Int { (try? journal().text.split(separator: "\n").count) ?? 0 }
}
