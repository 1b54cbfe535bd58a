import Foundation
import TestSupport
import Testing

/// Searches kept under names: in the settings, from the reader, and in the shell.
@Suite struct SavedSearchTests {
  private let program: Program
  private let library: String

  init() throws {
    program = try Program(settings: "config")
    library = try program.library()
  }

  private var folder: URL { URL(fileURLWithPath: program.home.file("config/newsroom")) }

  private func write(_ text: String, _ name: String = "newsroom.toml") throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: folder.appendingPathComponent(name))
  }

  private func read(_ name: String) throws -> String {
    try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
  }

  @Test func settingsKeepSearches() throws {
    try write("[searches]\nBoats = \"ferry OR lighthouse\" # mine\n")
    let all = try program.run(["search", "--kept", "Boats", "-L", library])
    #expect(all.status == 0, "\(all.errors)")
    #expect(all.lines.count > 1)
    let fewer = try program.run(["search", "--saved", "Boats", "title:reopen", "-L", library])
    #expect(fewer.lines.count == 1)
    #expect(fewer.output.contains("Ferry line to reopen"))
    let none = try program.run(["search", "--kept", "Trains", "-L", library])
    #expect(none.status == 2)
    #expect(none.errors.contains("Kept searches: Boats."))
  }

  @Test func aFaultyEntryIsReportedWithItsPath() throws {
    try write("[searches]\nBoats = 3\n")
    let result = try program.run(["list", library])
    #expect(result.status == 2)
    #expect(result.errors.contains("newsroom.toml:2:9: Boats in [searches] takes a search"))
  }

  @Test func theReaderKeepsSearchesInItsOwnFile() throws {
    try write("# mine\n[searches]\nBoats = \"lighthouse\"\n")
    func keep(_ words: String, _ name: String) throws {
      let keys = "/ text:\(words) Enter + text:\(name) Enter"
      let result = try program.run(["--script", keys, library])
      #expect(result.status == 0, "\(result.errors)")
    }
    try keep("ferry", "Boats")
    try keep("harbour", "Say\\\"it")
    #expect(try read("newsroom.toml") == "# mine\n[searches]\nBoats = \"lighthouse\"\n")
    let kept = try read("searches.toml")
    #expect(kept.hasPrefix("# Searches kept in the reader."))
    #expect(kept.contains("\"Boats\" = \"ferry*\"\n\"Say\\\\\\\"it\" = \"harbour*\"\n"))
    // A search kept in the reader takes precedence over the settings.
    let found = try program.run(["search", "--kept", "Boats", "-L", library])
    #expect(found.output.contains("Ferry line to reopen"))
    // Another search with the same name replaces it.
    try keep("timetable", "Boats")
    let after = try read("searches.toml")
    #expect(after.contains("timetable*"))
    #expect(!after.contains("\"ferry*\""))
    #expect(after.contains("harbour*"))
  }

  @Test func aSearchIsKeptInItsLibraryAlone() throws {
    try write("[searches]\nQuays = \"harbour\"\n")
    let kept = try program.run(["--script", "/ text:ferry Enter + text:Boats Enter", library])
    #expect(kept.status == 0, "\(kept.errors)")
    let here = try program.run(["--script", "d shot", library])
    #expect(here.output.contains("Boats") && here.output.contains("Quays"))
    try program.home.write("other/note.md", text: "---\ntitle: A ferry note\n---\nThe harbour.\n")
    let other = program.home.file("other")
    let there = try program.run(["--script", "d shot", other])
    #expect(!there.output.contains("Boats") && there.output.contains("Quays"))
    #expect(try program.run(["search", "--kept", "Boats", "-L", library]).status == 0)
    let none = try program.run(["search", "--kept", "Boats", "-L", other])
    #expect(none.status == 2 && none.errors.contains("Kept searches: Quays."))
  }

  @Test(arguments: ["ferries", "boat", "sails", "lighthouses", "timetables"])
  func typingFindsWhatTheShellFinds(_ word: String) throws {
    let said = try program.run(["search", word, "-L", library])
    let typed = try program.run(["--script", "/ text:\(word) shot", library])
    let headlines = said.lines.compactMap { $0.split(separator: "\t").last.map { String($0.prefix(20)) } }
    #expect(!headlines.isEmpty, "\(word): \(said.errors)")
    for headline in headlines { #expect(typed.output.contains(headline), "\(word): \(headline)") }
  }

  @Test func theReaderCanDeleteAKeptSearch() throws {
    try write("[searches]\n\"Boats\" = \"ferry\"\n\"Quays\" = \"harbour\"\n", "searches.toml")
    let result = try program.run(["--script", "d Down Down Delete", library])
    #expect(result.status == 0, "\(result.errors)")
    let kept = try read("searches.toml")
    #expect(!kept.contains("Boats"))
    #expect(kept.contains("harbour"))
  }

  @Test func theNextVisitRemembersSearches() throws {
    for words in ["ferry", "harbour", "ferry"] {
      let result = try program.run(["--script", "/ text:\(words) Enter", library])
      #expect(result.status == 0, "\(result.errors)")
    }
    let file = program.home.file(".local/state/newsroom/searches")
    let kept = try String(contentsOfFile: file, encoding: .utf8)
    #expect(kept == "harbour\nferry\n")
    let later = try program.run(["--script", "/ Up Up shot", library])
    #expect(later.output.contains("“harbour” · best first"))
  }

  @Test func nothingIsNewDuringTheFirstVisit() throws {
    let result = try program.run(["list", "--new", library])
    #expect(result.status == 1)
    #expect(result.errors.contains("no story is new"))
    #expect(result.lines.isEmpty)
    #expect(try program.run(["search", "is:new", "-L", library]).errors.contains("this is your first"))
  }
}
