import Foundation
import Stories
import System
import TestSupport
import Testing

@testable import newsroom

/// The person's own small files: nothing in them is lost, however long they are.
@Suite struct SearchFileTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  private func file(limit: Int = SmallFile.usualLimit) -> SearchFile {
    SearchFile(path: folder.file("searches.toml"), limit: limit)
  }

  private func names(_ count: Int) -> [String] {
    (0..<count).map { "A search with a name of some length, number \($0)" }
  }

  /// As many searches as somebody has who keeps one a day for years.
  private func write(_ count: Int) throws {
    let lines = names(count).map { "\"\($0)\" = \"ferry AND harbour OR \($0.count)\"\n" }
    try folder.write("searches.toml", text: "[searches]\n" + lines.joined())
  }

  @Test func elevenHundredSearchesAndOneMoreAreElevenHundredAndOne() throws {
    try write(1_100)
    #expect(try folder.bytes("searches.toml").count > 64 << 10)
    try file().keep(SavedSearch(name: "One more", text: "lighthouse"), in: "/a")
    let searches = try file().load("/a")
    #expect(searches.count == 1_101)
    #expect(Set(searches.map(\.name)) == Set(names(1_100) + ["One more"]))
    try file().keep(SavedSearch(name: "One more", text: "keeper"), in: "/a")
    #expect(try file().load("/a").count == 1_101)
    try file().drop("One more", from: "/a")
    #expect(try Set(file().load("/a").map(\.name)) == Set(names(1_100)))
  }

  @Test func aFileOverTheLimitIsAnErrorAndStays() throws {
    try write(40)
    let before = try folder.bytes("searches.toml")
    for work in [
      { _ = try file(limit: 1_000).load("/a") },
      { try file(limit: 1_000).keep(SavedSearch(name: "a", text: "b"), in: "/a") },
      { try file(limit: 1_000).drop(names(1)[0], from: "/a") },
      // The file could be read, but with one more search it could not.
      { try file(limit: before.count).keep(SavedSearch(name: "a", text: "b"), in: "/a") },
    ] {
      let failure = #expect(throws: newsroom.Failure.self) { try work() }
      #expect(failure?.message.contains(folder.file("searches.toml")) == true)
      #expect(failure?.message.contains("make it smaller, or move it away") == true)
      #expect(try folder.bytes("searches.toml") == before)
    }
    #expect(try folder.names == ["searches.toml"])
  }

  @Test func searchesKeptByManyAtOnceAreAllKept() throws {
    DispatchQueue.concurrentPerform(iterations: 40) { number in
      #expect(throws: Never.self) {
        try file().keep(SavedSearch(name: "Search \(number)", text: "word\(number)"), in: "/a")
      }
    }
    #expect(try file().load("/a").count == 40)
  }

  @Test func otherContentBesideTheSearchesStays() throws {
    try folder.write("searches.toml", text: "# mine\nkey = 1\n\n[searches]\nBoats = \"ferry\" # why\n")
    try file().keep(SavedSearch(name: "Quays", text: "harbour"), in: "/a")
    let text = try folder.text("searches.toml")
    #expect(text.contains("key = 1"))
    #expect(try file().load("/a").map(\.name).sorted() == ["Boats", "Quays"])
    try file().drop("Nothing", from: "/a")
    #expect(try folder.text("searches.toml") == text)
    let first = SearchFile(path: folder.file("config/new.toml"))
    try first.drop("Nothing", from: "/a")
    #expect(!Paths.exists(folder.file("config/new.toml")))
    try first.keep(SavedSearch(name: "Say \"it\"\u{7}", text: "a\\b"), in: "/a")
    #expect(try first.load("/a") == [SavedSearch(name: "Say \"it\"\u{7}", text: "a\\b")])
  }

  @Test func aSearchBelongsToTheLibraryItWasKeptIn() throws {
    try folder.write("searches.toml", text: "[searches]\nOld = \"quay\"\n")
    try file().keep(SavedSearch(name: "Boats", text: "ferry"), in: "/a")
    try file().keep(SavedSearch(name: "Boats", text: "tug"), in: "/b \"c\"")
    try file().keep(SavedSearch(name: "Quays", text: "harbour"), in: "/b \"c\"")
    try file().keep(SavedSearch(name: "Trams", text: "tram"), in: "/a")
    func names(_ library: String) throws -> [String] {
      try file().load(library).sorted { $0.name < $1.name }.map { "\($0.name): \($0.text)" }
    }
    // Searches kept before they belonged to libraries belong to every library.
    #expect(try names("/a") == ["Boats: ferry", "Old: quay", "Trams: tram"])
    #expect(try names("/b \"c\"") == ["Boats: tug", "Old: quay", "Quays: harbour"])
    #expect(try names("/c") == ["Old: quay"])
    try file().drop("Boats", from: "/a")
    #expect(try names("/a") == ["Old: quay", "Trams: tram"])
    #expect(try names("/b \"c\"").count == 3)
    try file().drop("Quays", from: "/a")
    #expect(try names("/b \"c\"").count == 3)
    try file().drop("Old", from: "/a")
    #expect(try names("/c") == [])
    // A library's own search takes precedence over a shared one of the same name.
    try folder.write("searches.toml", text: "[searches]\nOld = \"quay\"\n")
    try file().keep(SavedSearch(name: "Old", text: "pier"), in: "/a")
    #expect(try names("/a") == ["Old: pier"])
    #expect(try names("/b") == ["Old: quay"])
  }

  @Test(arguments: [
    (Array("[searches]\nBoats = \"ferry".utf8), ":2:"), ([0x5B, 0xFF, 0x5D], "it is not UTF-8 text"),
  ])
  func unknownContentIsAnErrorAndStays(_ bytes: [UInt8], reason: String) throws {
    try folder.write("searches.toml", bytes)
    let failure = #expect(throws: newsroom.Failure.self) {
      try file().keep(SavedSearch(name: "a", text: "b"), in: "/a")
    }
    #expect(failure?.message.contains(reason) == true)
    #expect(try folder.bytes("searches.toml") == bytes)
  }

  @Test func eachSearchIsRememberedOnceWithTheLatestLast() throws {
    let history = SearchHistory(path: folder.file("state/searches"))
    #expect(history.load() == [])
    for words in ["ferry", "a\nb", "ferry"] { try history.add(words) }
    #expect(history.load() == ["a b", "ferry"])
    for number in 0..<250 { try history.add("word \(number)") }
    #expect(history.load() == (50..<250).map { "word \($0)" })
    // A long pasted text will not be searched again.
    try history.add(String(repeating: "x", count: 5_000))
    #expect(history.load().last == "word 249")
  }

  @Test func anUnreadableHistoryIsLeftAlone() throws {
    let bytes: [UInt8] = Array("ferry\n".utf8) + [0xFF, 0x0A]
    try folder.write("searches", bytes)
    let history = SearchHistory(path: folder.file("searches"))
    #expect(history.load() == [])
    #expect {
      try history.add("harbour")
    } throws: {
      ($0 as? SmallFile.Failure)?.reason == .notText
    }
    #expect(try folder.bytes("searches") == bytes)
  }

  @Test func aLongOldHistoryKeepsItsLatest() throws {
    let words = (0..<200).map { "word \($0) " + String(repeating: "x", count: 1_000) }
    try folder.write("searches", text: words.map { $0 + "\n" }.joined())
    let history = SearchHistory(path: folder.file("searches"))
    #expect(history.load() == words)
    try history.add("harbour")
    #expect(history.load() == words.dropFirst() + ["harbour"])
  }
}
