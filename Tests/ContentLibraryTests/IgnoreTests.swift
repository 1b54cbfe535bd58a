import Foundation
import Stories
import StoryFormats
import TestSupport
import Testing

@testable import ContentLibrary

/// Rules for ignored files: the syntax of gitignore(5), and a library that obeys it.
@Suite struct IgnoreTests {
  let newsroom: TemporaryNewsroom

  init() throws { newsroom = try TemporaryNewsroom() }

  private func isIgnored(_ path: String, by lines: [String], folder: String = "") -> Bool {
    let rules = IgnoreRules.usual.adding(lines, for: folder)
    let isFolder = path.hasSuffix("/")
    return rules.origin(of: isFolder ? String(path.dropLast()) : path, isFolder: isFolder) != nil
  }

  @Test(arguments: [
    ("drafts", "drafts", true), ("drafts", "a/drafts", true), ("drafts/", "drafts", false),
    ("drafts/", "a/drafts/", true), ("/drafts", "a/drafts", false), ("/drafts", "drafts", true),
    ("a/b", "x/a/b", false), ("a/b", "a/b", true), ("**/b", "b", true), ("**/b", "x/y/b", true),
    ("a/**", "a/", false), ("a/**", "a/b/c", true), ("a/**/b", "a/b", true), ("a/**/b", "a/x/y/b", true),
    ("a/**/b", "ab", false), ("a**b", "axxb", true), ("a/x**b", "a/xy/b", false), ("**", "any/thing", true),
    ("/**", "any", true), ("*.bak", "a/b.bak", true), ("/*.bak", "a/b.bak", false), ("a?c", "abc", true),
    ("a?c", "aæc", true), ("a?c", "a/c", false), ("a[b-d]e", "ace", true), ("a[!b-d]e", "ace", false),
    ("a[^b-d]e", "axe", true), ("a[]]e", "a]e", true), ("a[æø]e", "aøe", true), ("[[:digit:]]x", "7x", true),
    ("[[:digit:]]x", "dx", false), ("a[b/c]d", "a/d", false), ("#no", "#no", false), ("\\#yes", "#yes", true),
    ("\\!yes", "!yes", true), ("end ", "end", true), ("end\\ ", "end ", true), ("end\\ ", "end", false),
    (" newest", "newest", false), ("a\\*b", "a*b", true), ("a\\*b", "axb", false), ("", "a", false),
    ("/", "a", false),
    ("a//b", "a/b", false), ("*", "e\u{301}.md", true), ("CASE", "case", false), ("æ*", "ære", true),
  ])
  func oneLine(_ line: String, path: String, isIgnored expected: Bool) {
    #expect(isIgnored(path, by: [line]) == expected)
  }

  @Test func theLastLineThatMatchesDecides() {
    #expect(isIgnored("keep.bak", by: ["*.bak", "!keep.bak"]) == false)
    #expect(isIgnored("keep.bak", by: ["!keep.bak", "*.bak"]))
    #expect(isIgnored("a/x", by: ["/x"], folder: "a"))
    #expect(!isIgnored("a/b/x", by: ["/x"], folder: "a"))
    #expect(isIgnored("a/b/x", by: ["x"], folder: "a"))
    // What every library ignores can be included again.
    #expect(isIgnored("node_modules/", by: []))
    #expect(!isIgnored("node_modules", by: []))
    #expect(!isIgnored("node_modules/", by: ["!node_modules/"]))
    #expect(!isIgnored(".notes/", by: ["!.notes/"]))
    // Even a list of what is wanted does not let in programs' own folders.
    let wanted = ["*", "!*/", "!*.md"]
    #expect(isIgnored(".git/", by: wanted))
    #expect(isIgnored("a/node_modules/", by: wanted))
    #expect(isIgnored("a.txt", by: wanted))
    #expect(!isIgnored("a/", by: wanted))
    #expect(!isIgnored("a.md", by: wanted))
  }

  @Test(arguments: [
    "~$report.html", "notes.md~", ".hidden.md", ".git/", "a/__pycache__/", "Thumbs.db", "a/b.tmp",
    "x.md.part",
    "x.md.crdownload", ".DS_Store", "#notes.md#", "a.swp", "~syncthing~a.md.tmp", ".syncthing.a.md.tmp",
  ])
  func usualThingsArePassedOver(_ path: String) {
    #expect(isIgnored(path, by: []))
    #expect(!isIgnored("a.md", by: []))
    #expect(!isIgnored("tmp/", by: []))
    #expect(!isIgnored("a.sync-conflict-20260101-101010-ABCDEFG.md", by: []))
  }

  @Test(arguments: ["a[b", "a\\", "[[:nonsense:]]", "[a-", "x" + String(repeating: "y", count: 5_000)])
  func whatCannotBeUnderstoodIsSaid(_ line: String) {
    var faults: [Int] = []
    _ = IgnoreRules.usual.adding(["ok", line, "ok"], for: "") { number, _ in faults.append(number) }
    #expect(faults == [2])
    #expect(Library.Configuration.fault(inPattern: line) != nil)
    #expect(Library.Configuration.fault(inPattern: "a[b]") == nil)
  }

  @Test func matchingTakesStepsInProportion() throws {
    func steps(_ pattern: String, _ path: String) throws -> Int {
      let rules = IgnoreRules.usual.adding([pattern])
      var (path, steps) = (path, 0)
      _ = path.withUTF8 { rules.origin(of: $0, isFolder: false, steps: &steps) }
      return steps
    }
    let evil = String(repeating: "a*", count: 60) + "b"
    let (once, twice) = try (
      steps(evil, String(repeating: "a", count: 100)), steps(evil, String(repeating: "a", count: 200))
    )
    #expect(twice < once * 3 && twice < 200 * 121)
    let deep = String(repeating: "**/a/", count: 40) + "b"
    let path = { String(repeating: "a/", count: $0) + "c" }
    let (short, long) = try (steps(deep, path(60)), steps(deep, path(120)))
    #expect(long < short * 3 && long < 120 * 81 * 3)
  }

  @Test func changedRulesChangeTheListAndMarksStay() throws {
    for path in ["a.slip", "sub/b.slip", "sub/deep/c.slip", "sub/keep.slip"] {
      try newsroom.write(path, "headline: \(path)\n\nText of \(path)")
    }
    let library = try newsroom.library()
    try library.refreshed()
    let id = try library.row("sub/b.slip").id
    try library.mark(id, read: true)
    try newsroom.write("sub/.newsroomignore", "\u{FEFF}# none of it\r\n*\r\n!keep.slip\r\n")
    #expect(try library.refreshed().removed == 2)
    #expect(Set(try library.rows().map(\.path)) == ["a.slip", "sub/keep.slip"])
    try newsroom.write(".newsroomignore", "/a.*")
    #expect(try library.refreshed().removed == 1)
    // Nothing in an ignored folder can be included again.
    try newsroom.write("sub/.newsroomignore", "deep/\n!deep/c.slip\n")
    try library.refreshed()
    #expect(Set(try library.rows().map(\.path)) == ["sub/b.slip", "sub/keep.slip"])
    #expect(try library.row("sub/b.slip").isRead)
    #expect(try library.row("sub/b.slip").id == id)
    try newsroom.remove("sub/.newsroomignore")
    try newsroom.remove(".newsroomignore")
    try library.refreshed()
    #expect(try library.rows().count == 4)
  }

  @Test func rulesThatCannotBeReadAreProblems() throws {
    try newsroom.write("a.slip", "headline: One\n\nText")
    try newsroom.write(".newsroomignore", "ok\n\nb[\n")
    let library = try newsroom.library()
    try library.refreshed()
    let problems = try library.problems().filter { $0.path == ".newsroomignore" }
    #expect(problems.map(\.line) == [3])
    try newsroom.remove(".newsroomignore")
    symlink("/etc/passwd", newsroom.directory + "/.newsroomignore")
    try library.refreshed()
    #expect(
      try library.problems().contains { $0.reason == "its rules are ignored: it is a symbolic link" })
    #expect(try library.rows().count == 1)
  }

  @Test func settingsHaveRulesToo() throws {
    try newsroom.write("a.slip", "headline: One\n\nText")
    try newsroom.write("drafts/b.slip", "headline: Two\n\nText")
    var configuration = Library.Configuration(
      directory: newsroom.directory, indexPath: newsroom.indexPath, marksPath: newsroom.marksPath,
      formats: [Slip()])
    configuration.ignoring = ["drafts/"]
    let library = try Library(configuration)
    try library.refreshed()
    #expect(try library.rows().map(\.path) == ["a.slip"])
    // The directory's own rules take precedence.
    try newsroom.write(".newsroomignore", "!drafts/")
    try library.refreshed()
    #expect(try library.rows().count == 2)
  }

  @Test func unfinishedMailIsPassedOver() throws {
    for path in [
      "mail/cur/a.slip", "mail/new/b.slip", "mail/tmp/c.slip", "tmp/d.slip", "x/tmp/e.slip", "x/cur/f.slip",
    ] {
      try newsroom.write(path, "headline: \(path)\n\nText of \(path)")
    }
    let library = try newsroom.library()
    try library.refreshed()
    #expect(
      Set(try library.rows().map(\.path)) == [
        "mail/cur/a.slip", "mail/new/b.slip", "tmp/d.slip", "x/tmp/e.slip", "x/cur/f.slip",
      ])
    #expect(try library.passedOver().counts.map(\.examples) == [["mail/tmp/"]])
  }

  private static let git = ["/usr/bin/git", "/usr/local/bin/git"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  @Test(.enabled(if: Self.git != nil, "git is not installed"))
  func rulesMeanWhatTheyMeanToGit() throws {
    let git = try #require(Self.git)
    let names = ["a", "b", "ab", "abc", "a.c", "x y", "[a]", "b!", "a-c", "#a"]
    var paths: [String] = []
    for first in names.prefix(5) {
      for second in names {
        paths += ["\(first)d/\(second)", "\(first)d/\(second)e/a", "\(first)d/\(second)e/b.c"]
      }
    }
    for path in paths + names { try newsroom.write(path, "") }
    func output(_ arguments: [String]) throws -> String {
      let words = [git, "-c", "core.excludesFile=/dev/null", "-c", "core.quotePath=false"] + arguments
      let environment = ["HOME": newsroom.base, "GIT_CONFIG_NOSYSTEM": "1", "PATH": Spawn.path]
      let answer = try Spawn.output(of: words, environment: environment, in: newsroom.directory)
      return String(decoding: answer ?? Data(), as: UTF8.self)
    }
    _ = try output(["init", "-q"])
    let library = try newsroom.library()
    var random = Numbers(state: 20_261_105)
    let pieces = [
      "a", "b", "c", "d", "e", "ab", "*", "**", "?", "/", "/", "/**/", "**/", "/**", "[ab]", "[!a]", "[a-c]",
      "[^b]",
      "\\[", "\\a", "\\ ", " ", "-", ".", "!", "#", "]", "[]]", "[[:alpha:]]", "x y",
    ]
    for _ in 0..<150 {
      var lines: [String] = []
      for _ in 0..<random.below(4) + 1 {
        let pattern = (0..<random.below(5) + 1).map { _ in pieces[random.below(pieces.count)] }.joined()
        lines.append((random.below(4) == 0 ? "!" : "") + pattern + (random.below(4) == 0 ? "/" : ""))
      }
      let text = lines.joined(separator: "\n")
      try newsroom.write(".gitignore", text)
      try newsroom.write(".newsroomignore", text)
      let theirs = Set(
        try output(["ls-files", "-z", "--others", "--exclude-standard"]).split(separator: "\0").map(
          String.init)
      ).filter { !$0.hasPrefix(".") }
      var scanner = Scanner(root: library.root)
      #expect(scanner.walk { _ in true })
      let ours = Set(scanner.files.map(\.path))
      let differing = ours.symmetricDifference(theirs).sorted().prefix(4)
      #expect(differing.isEmpty, "\(lines)")
    }
  }

  /// The same numbers on every run (xorshift).
  private struct Numbers {
    var state: UInt64

    mutating func below(_ bound: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state >> 33) % bound
    }
  }
}
