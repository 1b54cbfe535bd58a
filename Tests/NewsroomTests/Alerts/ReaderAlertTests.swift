import ContentLibrary
import Foundation
import NewsroomUI
import Screen
import Stories
import TestSupport
import Testing

@testable import newsroom

/// What kept searches tell of in the reader: each arrival once.
@Suite struct ReaderAlertTests {
  private let folder: ScratchFolder
  private let library: Library
  private let ferries = SavedSearch(name: "Ferries", text: "ferry")

  init() throws {
    folder = try ScratchFolder()
    try folder.write("stories/old.md", text: "---\ntitle: An old ferry\n---\nA ferry.\n")
    library = try Self.open(folder)
    _ = try library.refresh()
  }

  private static func open(_ folder: ScratchFolder) throws -> Library {
    var configuration = Library.Configuration(directory: folder.file("stories"))
    (configuration.indexPath, configuration.marksPath) = (folder.file("index"), folder.file("marks"))
    return try Library(configuration)
  }

  private func alerts(_ library: Library? = nil) -> ReaderAlerts {
    ReaderAlerts(library ?? self.library, folder: folder.file("alerts"))
  }

  private func write(_ numbers: Range<Int>, _ words: String = "A ferry.") throws {
    for number in numbers {
      try folder.write(
        "stories/\(number).md", text: "---\ntitle: Arrival \(number)\n---\n\(words) \(number)\n")
    }
    _ = try library.refresh()
  }

  @Test func aThousandArrivalsAreNotedOnceEach() throws {
    #expect(try alerts().look([ferries]).fresh.isEmpty)
    var noted = 0
    for start in stride(from: 0, to: 1_000, by: 250) {
      try write(start..<start + 250)
      // Two readers of the library ask, each more than once.
      let other = try Self.open(folder)
      for reader in [alerts(), alerts(other), alerts(), alerts(other)] {
        noted += try reader.look([ferries]).fresh["Ferries"] ?? 0
      }
    }
    #expect(noted == 1_000)
    let found = try alerts().look([ferries])
    #expect(found.fresh.isEmpty && found.unseen == ["Ferries": 1_000])
    let file = try #require(try FileManager.default.contentsOfDirectory(atPath: folder.file("alerts")).first)
    let lines = try String(contentsOfFile: folder.file("alerts/\(file)"), encoding: .utf8)
      .split(separator: "\n").filter { $0.hasPrefix("alert ") }
    #expect(lines.count == 1_000 && Set(lines.map { $0.split(separator: " ")[1] }).count == 1_000)
  }

  @Test func lookingAtTheListEndsTheCount() throws {
    _ = try alerts().look([ferries])
    try write(0..<3)
    try write(3..<5, "A bus.")
    let found = try alerts().look([ferries])
    #expect(found.fresh == ["Ferries": 3] && found.latest?.search == "Ferries")
    let list = try alerts().list([ferries])
    #expect(list.count == 3 && list.allSatisfy { !$0.isSeen && $0.search == "Ferries" })
    #expect(try alerts().look([ferries]).unseen.isEmpty)
    #expect(try alerts().list([ferries]).allSatisfy(\.isSeen))
  }

  /// What the library had, and what came before the search alerted, is not told.
  @Test func aSearchBeginsWithTheNextArrival() throws {
    try write(0..<2)
    #expect(try alerts().look([ferries]).fresh.isEmpty)
    let buses = SavedSearch(name: "All", text: "title:arrival")
    try write(2..<3)
    #expect(try alerts().look([ferries, buses]).fresh == ["Ferries": 1])
    try write(3..<4)
    #expect(try alerts().look([ferries, buses]).fresh == ["All": 1, "Ferries": 1])
  }

  @Test func aBrokenFileIsReadAsFarAsItGoes() throws {
    _ = try alerts().look([ferries])
    let file = try #require(try FileManager.default.contentsOfDirectory(atPath: folder.file("alerts")).first)
    let path = folder.file("alerts/\(file)")
    let text = try String(contentsOfFile: path, encoding: .utf8)
    try Data((text + "alert xyz\nalert 1 2 3\n\u{0}\nasked x y\nalert 0000 5 new ferry\n").utf8)
      .write(to: URL(fileURLWithPath: path))
    try write(0..<1)
    #expect(try alerts().look([ferries]).fresh == ["Ferries": 1])
    #expect(try alerts().list([ferries]).count == 1)
  }

  // MARK: How searches are kept

  @Test func whatASearchDoesIsKept() throws {
    let file = SearchFile(path: folder.file("searches.toml"))
    var one = SavedSearch(name: "Say \"it\"", text: "a \"phrase\" OR b*")
    try file.keep(one, in: "/a")
    (one.alerts, one.hiding) = (true, .until(Day(year: 2027, month: 1, day: 31)))
    try file.keep(one, in: "/a")
    try file.keep(SavedSearch(name: "Plain", text: "x"), in: "/a")
    var two = SavedSearch(name: "Two", text: "y")
    two.hiding = .always
    try file.keep(two, in: "/a")
    #expect(Set(try file.load("/a")) == [one, two, SavedSearch(name: "Plain", text: "x")])
    one.alerts = false
    one.hiding = nil
    try file.keep(one, in: "/a")
    #expect(try file.load("/a").first { $0.name == one.name } == one)
    try file.drop(two.name, from: "/a")
    #expect(try file.load("/a").count == 2)
  }

  @Test func settingsSayItToo() throws {
    let path = folder.file("newsroom.toml")
    try folder.write(
      "newsroom.toml",
      text: """
        bell = "flash"
        notify = "osc777"
        columns = ["slug", "words"]
        [searches]
        A = { search = "ferry", alert = true, hide = "2027-01-31" }
        B = { search = "ferry", hide = true }
        C = { search = "ferry", hides = true }
        D = { search = "ferry", hide = "soon" }
        """)
    let settings = Settings.read(path)
    #expect(settings.bell == .flash && settings.notify == .osc777 && settings.columns == [.slug, .words])
    #expect(settings.searches.map(\.alerts) == [true, false])
    #expect(
      settings.searches.map(\.hiding) == [.until(Day(year: 2027, month: 1, day: 31)), .always])
    #expect(settings.notices.map { $0.place?.line } == [7, 8])
  }
}
