import Foundation
import Stories
import Synchronization
import TestSupport
import Testing

@testable import ContentLibrary

/// A simulated machine: its own state, its own clock, its own copy of the folder of journals.
final class Machine {
  let newsroom: TemporaryNewsroom
  let library: Library
  /// How far its clock is off, in milliseconds.
  let skew: Int64
  let searches = Searches()
  var folder: String { newsroom.base + "/journals" }

  /// - Parameter folderOf: a machine whose state was lost, whose folder this one takes over.
  init(skew: Int64 = 0, stories: Int = 8, folderOf other: Machine? = nil) throws {
    newsroom = try TemporaryNewsroom()
    self.skew = skew
    for number in 0..<stories {
      try newsroom.write(
        "\(number).slip", "headline: Story \(number)\n\nWords \(number) by the quay.", modified: 100)
    }
    library = try newsroom.library()
    try library.refreshed()
    if let other { try FileManager.default.copyItem(atPath: other.folder, toPath: folder) }
  }

  @discardableResult
  func sync(readsAll: Bool = false) throws -> SyncReport {
    let report = try library.sync(
      with: folder, searches: kept, readsAll: readsAll, skew: skew)
    #expect(report.problems == [])
    return report
  }

  /// Kept searches by name.
  final class Searches: Sendable {
    let kept = Mutex<[String: String]>([:])
  }

  private var kept: SyncedSearches {
    let searches = searches
    return SyncedSearches(
      load: { searches.kept.withLock { $0.map { SavedSearch(name: $0.key, text: $0.value) } } },
      keep: { search in searches.kept.withLock { $0[search.name] = search.text } },
      drop: { name in searches.kept.withLock { $0[name] = nil } })
  }

  func id(_ number: Int) throws -> StoryID { try library.row("\(number).slip").id }

  /// A machine that has nothing to tell has no journal.
  struct NoJournal: Error {}

  /// Its journal's name and lines.
  func journal() throws -> (name: String, text: String) {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
    let own = try MachineName.current(in: newsroom.base + "/state")
    guard let name = names.first(where: { $0 == "newsroom-\(own).jsonl" }) else { throw NoJournal() }
    return (name, try String(contentsOfFile: folder + "/" + name, encoding: .utf8))
  }

  /// Puts a file into its folder, as a program that carries files does.
  func receive(_ name: String, _ text: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: folder + "/" + name), options: .atomic)
  }

  /// Everything that machines should agree on, in words.
  func state(of stories: Int = 8) throws -> [String] {
    var lines: [String] = []
    for number in 0..<stories {
      let row = try library.row("\(number).slip")
      let tags = try library.ownTags(of: row.id).filter(\.isSet).map(\.name.text).sorted()
      let clips = library.clips(of: row.id).map { "\($0.words)=\($0.note)" }.sorted()
      lines.append("\(number) \(row.isRead) \(row.isSaved) \(tags) \(clips)")
    }
    return lines + searches.kept.withLock { $0.map { "\($0.key)=\($0.value)" } }.sorted()
  }

  /// Does something at random, and tells what: a key and its value.
  func act(_ random: inout SplitMix) throws -> (key: String, value: String) {
    let number = Int.random(in: 0..<8, using: &random)
    let id = try id(number)
    let isSet = Bool.random(using: &random)
    switch Int.random(in: 0..<6, using: &random) {
    case 0, 1:
      try library.mark(id, read: isSet)
      return ("read \(number)", "\(isSet)")
    case 2:
      try library.save(id, saved: isSet)
      return ("saved \(number)", "\(isSet)")
    case 3:
      let name = ["Later", "harbour", "C++"].randomElement(using: &random) ?? "Later"
      try library.tag(id, try #require(TagName(name)), isSet: isSet)
      return ("tag \(number) \(name)", "\(isSet)")
    case 4:
      let clip = Clip(words: "Words \(number) by the quay.", kept: 1_460_000_000)
      guard isSet else {
        try library.drop(clip, of: ClipSource(id: id, headline: "Story \(number)"))
        return ("clip \(number)", "none")
      }
      let note = "note \(Int.random(in: 0..<1_000, using: &random))"
      try library.keep(clip, of: id)
      try library.note(clip, of: id, note)
      return ("clip \(number)", note)
    default:
      let name = ["Ferries", "Ice"].randomElement(using: &random) ?? "Ice"
      let words = "ferry \(Int.random(in: 0..<1_000, using: &random))"
      searches.kept.withLock { $0[name] = isSet ? words : nil }
      return ("search \(name)", isSet ? words : "none")
    }
  }

  /// The value of a key that `act` told.
  func value(of key: String) throws -> String {
    let words = key.split(separator: " ").map(String.init)
    if words[0] == "search" { return searches.kept.withLock { $0[words[1]] ?? "none" } }
    let row = try library.row("\(words[1]).slip")
    switch words[0] {
    case "read": return "\(row.isRead)"
    case "saved": return "\(row.isSaved)"
    case "tag":
      let isSet = try library.has(try #require(TagName(words[2])), row.id)
      return "\(isSet)"
    default: return library.clips(of: row.id).first?.note ?? "none"
    }
  }
}
