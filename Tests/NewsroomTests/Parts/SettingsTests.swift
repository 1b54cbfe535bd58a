import ContentLibrary
import Foundation
import Stories
import StoryFormats
import System
import TestSupport
import Testing
import Typesetting

@testable import newsroom

/// What `newsroom.toml` can say.
@Suite struct SettingsTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  private func load(_ text: String) throws -> Settings {
    try Settings.load(try folder.write("newsroom.toml", text: text))
  }

  @Test func everythingInItIsOptional() throws {
    let settings = try Settings.load(folder.file("nothing.toml"))
    #expect(settings.library == nil && settings.theme == nil && settings.measure == nil)
    #expect(settings.searches.isEmpty && settings.ignoring.isEmpty && settings.links == .never)
    #expect(try Settings.load(nil).formats.count == Formats.all.count)
  }

  @Test func itsSettingsAreUsed() throws {
    let settings = try load(
      """
      library = "~/stories"
      theme = "mono"
      measure = 500
      ignore = "drafts/"
      follow_symlinks = "inside"
      [jsonl]
      headline = "kop"
      bylines = ["van", "door"]
      [searches]
      Boats = "ferry"
      """)
    #expect(settings.library == Environment.home + "/stories")
    #expect(settings.theme == "mono")
    #expect(settings.typesetting.measure == 120)
    #expect(settings.ignoring == ["drafts/"])
    #expect(settings.links == .inside)
    #expect(settings.searches == [SavedSearch(name: "Boats", text: "ferry", isSetByHand: true)])
    let configuration = settings.configuration(["/a"], index: "/b")
    #expect(configuration.ignoring == ["drafts/"] && configuration.links == .inside)
    #expect(configuration.directories == ["/a"] && configuration.indexPath == "/b")
    let source = Source(path: "a.jsonl", bytes: Array("{\"kop\": \"Headline\", \"text\": \"T.\"}\n".utf8))
    #expect(settings.format(for: source)?.read(source).stories.first?.headline == "Headline")
  }

  @Test func searchesKeptInTheReaderTakePrecedence() throws {
    let kept = SearchFile(path: folder.file("searches.toml"))
    try kept.keep(SavedSearch(name: "Boats", text: "ferry"), in: "/a")
    try kept.keep(SavedSearch(name: "Arts", text: "choir"), in: "/a")
    let own = try folder.write(
      "newsroom.toml", text: "[searches]\nBoats = \"tug\"\nQuays = \"harbour\"\n")
    let settings = try Settings.load(own)
    let searches = try settings.searches(of: "/a", kept)
    #expect(searches.map(\.name) == ["Arts", "Boats", "Quays"])
    #expect(searches.map(\.text) == ["choir", "ferry", "harbour"])
    // Searches in the settings belong to every library.
    #expect(try settings.searches(of: "/b", kept).map(\.text) == ["tug", "harbour"])
  }

  @Test func qGoesBackOrQuits() throws {
    #expect(try load("q = \"quit\"\n").quitsAtOnce)
    #expect(try !load("q = \"back\"\n").quitsAtOnce)
    #expect(try !load("").quitsAtOnce)
  }

  @Test(arguments: [
    ("theme = \n", "newsroom.toml:1:"),
    ("\nfollow_symlinks = 1\n", "newsroom.toml:2:19: follow_symlinks takes"),
    ("ignore = [1]\n", "newsroom.toml:1:10: ignore takes a pattern"),
    ("ignore = \"a[\"\n", "in ignore is not valid"),
    ("\n[jsonl]\nheadline = 3\n", "newsroom.toml:3:12: headline in [jsonl] takes a name"),
    ("q = \"leave\"\n", "newsroom.toml:1:5: q takes \"back\" or \"quit\""), ("q = 1\n", "q takes"),
    ("# mine\nlibrary = 3\n", "newsroom.toml:2:11: library takes a directory"),
    ("theme = [\"mono\"]\n", "newsroom.toml:1:9: theme takes the name of a theme"),
    ("measure = \"wide\"\n", "newsroom.toml:1:11: measure takes a number"),
    ("[searches]\nBoats = \"\"\n", "Boats in [searches] takes a search"),
    ("#" + String(repeating: " ", count: 17 << 20), "16 MB"),
  ])
  func unknownContentIsReportedWithItsPlace(_ text: String, reason: String) throws {
    let failure = #expect(throws: newsroom.Failure.self) { try load(text) }
    #expect(failure?.status == newsroom.Failure.misuse)
    #expect(failure?.message.contains(reason) == true, "\(failure?.message.prefix(300) ?? "")")
    #expect(failure?.message.contains(folder.file("newsroom.toml")) == true)
  }

  @Test func whatIsNotKnownIsToldWithItsLineAndStopsNothing() throws {
    let settings = try load(
      """
      # a comment = "no key"
      themes = "mono"
      measure = 50
      shade = "red"
      search.Old = "tug"

      [jsonl]
      headline = "kop"
      headlin = "kop"
      theme = "mono"

      [serches]
      Boats = "ferry"

      [ "other" ]
      a = 1
      """)
    #expect(settings.measure == 50)
    let keys = SettingKey.all.map(\.name).joined(separator: ", ")
    let tables = SettingTable.allCases.map { "[\($0.rawValue)]" }.joined(separator: ", ")
    #expect(
      settings.notices.map { "\($0.short)" } == [
        "newsroom.toml:2:1: no setting “themes”. Did you mean “theme”?",
        "newsroom.toml:4:1: no setting “shade”. "
          + "There are: \(keys).",
        "newsroom.toml:5:1: no table [search]. There are: \(tables).",
        "newsroom.toml:9:1: [jsonl] has no field “headlin”. Did you mean “headline”?",
        "newsroom.toml:10:1: “theme” is in [jsonl]; move it above the first table.",
        "newsroom.toml:12:1: no table [serches]. Did you mean [searches]?",
        "newsroom.toml:15:1: no table [other]. There are: \(tables).",
      ])
    #expect(settings.notices.allSatisfy { $0.message.hasPrefix(folder.path + "/newsroom.toml:") })
  }

  @Test func theEnvironmentDecidesWhereItIs() {
    func path(_ variables: [String: String]) -> String? {
      Environment.$replacement.withValue(variables) { Settings.path }
    }
    #expect(path(["HOME": "/h"]) == "/h/.config/newsroom/newsroom.toml")
    #expect(path(["HOME": "/h", "XDG_CONFIG_HOME": "/c"]) == "/c/newsroom/newsroom.toml")
    #expect(path(["HOME": "/h", "XDG_CONFIG_HOME": "c"]) == "/h/.config/newsroom/newsroom.toml")
    #expect(path([:]) == nil)
  }

  /// More than 64 KiB, once the limit of what was read.
  @Test func aLongFileIsReadToItsEnd() throws {
    let settings = try load(
      "# " + String(repeating: "a long comment ", count: 6_000) + "\n[searches]\nBoats = \"ferry\"\n")
    #expect(settings.searches.map(\.name) == ["Boats"])
  }
}
