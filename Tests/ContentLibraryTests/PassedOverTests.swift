import Foundation
import Glibc
import Stories
import Testing

@testable import ContentLibrary

/// Unread files are named; links are followed only on request and only within the directory.
@Suite struct PassedOverTests {
  let newsroom: TemporaryNewsroom

  init() throws { newsroom = try TemporaryNewsroom() }

  private func library(_ links: LinkPolicy) throws -> Library {
    var configuration = Library.Configuration(
      directory: newsroom.directory, indexPath: newsroom.indexPath, marksPath: newsroom.marksPath,
      formats: [Slip()])
    configuration.links = links
    return try Library(configuration)
  }

  private func link(_ target: String, _ name: String) {
    #expect(symlink(target, newsroom.directory + "/" + name) == 0)
  }

  private func examples(_ library: Library) throws -> [String: [String]] {
    Dictionary(
      uniqueKeysWithValues: try library.passedOver().counts.map {
        ($0.kind.rawValue + ($0.ending.isEmpty ? "" : " " + $0.ending), $0.examples)
      })
  }

  @Test func everythingThatIsNotReadIsNamed() throws {
    try newsroom.write("a.slip", "headline: One\n\nText")
    for path in ["one.png", "sub/two.png", "noending", "~$a.slip", ".hidden.slip", "node_modules/x.slip"] {
      try newsroom.write(path, "x")
    }
    link("a.slip", "b.slip")
    link("/", "vault")
    #expect(mkfifo(newsroom.directory + "/pipe.slip", 0o600) == 0)
    let library = try library(.never)
    let summary = try library.refreshed()
    #expect(summary.problems == 0)
    #expect(
      try examples(library) == [
        "symbolic-link": ["b.slip", "vault"], "pipe": ["pipe.slip"], "hidden": [".hidden.slip"],
        "usual-rule": ["node_modules/", "~$a.slip"], "other-kind png": ["one.png", "sub/two.png"],
        "other-kind": ["noending"],
      ])
  }

  @Test func onlyTheFirstFewAreNamedAndAllAreCounted() throws {
    for number in 0..<40 { link("nowhere", "link\(39 - number)") }
    let library = try library(.never)
    try library.refreshed()
    let count = try #require(try library.passedOver().counts.first)
    #expect(count.total == 40)
    #expect(count.examples == ["link0", "link1", "link10", "link11", "link12"])
  }

  @Test func linksThatStayInTheDirectoryAreFollowed() throws {
    try newsroom.write("a.slip", "headline: A\n\nText of a")
    try newsroom.write(".store/b.slip", "headline: B\n\nText of b")
    try newsroom.write(".store/deep/c.slip", "headline: C\n\nText of c")
    try newsroom.write("../outside/o.slip", "headline: O\n\nText of o")
    link(".store/b.slip", "b.slip")
    link(newsroom.directory + "/.store/deep", "vault")
    link("../stories/.store/deep", "vault2")
    for (target, name) in [
      ("a.slip", "again.slip"), (".", "loop"), ("vault/..", "zup"), ("../outside", "out"),
      ("../outside/o.slip", "o.slip"), ("self", "self"), ("gone.slip", "gone.slip"), ("../../..", "high"),
      ("/etc/passwd", "p.slip"), ("a.slip/../.store/b.slip", "odd.slip"),
    ] { link(target, name) }
    let library = try library(.inside)
    try library.refreshed()
    #expect(Set(try library.rows().map(\.path)) == ["a.slip", "b.slip", "vault/c.slip"])
    for row in try library.rows() {
      #expect(try library.open(row.id).story.headline == row.headline)
    }
    #expect(try library.refreshed().changedAnything == false)
    let passed = try examples(library)
    #expect(passed["link-out"] == ["high", "o.slip", "out", "p.slip"])
    #expect(passed["dead-link"] == ["gone.slip", "odd.slip", "self"])
    #expect(passed["symbolic-link"] == nil)
    #expect(Set(passed["link-to-listed"] ?? []).isSuperset(of: ["again.slip", "loop", "vault2"]))
    // When links are no longer followed, their stories are removed.
    #expect(try self.library(.never).refreshed().removed == 2)
  }

  @Test func aLinkThatIsTurnedOutwardsLeadsNowhere() throws {
    try newsroom.write(".store/b.slip", "headline: B\n\nText of b")
    try newsroom.write("../outside/b.slip", "headline: Outside\n\nText of b")
    link(".store", "vault")
    link(".store/b.slip", "one.slip")
    let library = try library(.inside)
    try library.refreshed()
    #expect(try library.rows().count == 1)
    let id = try #require(try library.rows().first).id
    for name in ["vault", "one.slip"] { unlink(newsroom.directory + "/" + name) }
    link("../outside", "vault")
    link("../outside/b.slip", "one.slip")
    #expect(throws: LibraryError.self) { try library.open(id) }
    for path in ["vault/b.slip", "one.slip", "vault/../b.slip", "vault/../../outside/b.slip"] {
      #expect(throws: LibraryError.self) { try SafeFile(root: library.root).read(path) }
    }
    try library.refreshed()
    #expect(try library.rows().isEmpty)
  }

  @Test func longChainsOfLinksEnd() throws {
    try newsroom.write(".store/a.slip", "headline: A\n\nText")
    link(".store/a.slip", "l0")
    for number in 1..<60 { link("l\(number - 1)", "l\(number)") }
    link("l3", "short.slip")
    let library = try library(.inside)
    let root = library.root
    #expect(root.target(of: "l3") == .inside(".store/a.slip"))
    #expect(root.target(of: "l59") == .nowhere)
    #expect(root.target(of: "..") == .outside)
    #expect(root.target(of: "../stories/l3") == .inside(".store/a.slip"))
    #expect(root.target(of: "") == .inside(""))
    withExtendedLifetime(library) {}
  }

  @Test func rulesHoldForWhatLinksLeadTo() throws {
    try newsroom.write(".store/keep.slip", "headline: K\n\nText")
    try newsroom.write(".store/drop.slip", "headline: D\n\nText")
    try newsroom.write(".store/drafts/x.slip", "headline: X\n\nText")
    try newsroom.write(".newsroomignore", "drop.slip\nno/\n")
    try newsroom.write(".store/.newsroomignore", "drafts\n")
    link(".store", "vault")
    link(".store", "no")
    let library = try library(.inside)
    try library.refreshed()
    #expect(try library.rows().map(\.path) == ["vault/keep.slip"])
  }
}
