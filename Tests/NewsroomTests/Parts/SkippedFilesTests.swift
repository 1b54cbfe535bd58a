import Foundation
import TestSupport
import Testing

@testable import newsroom

/// What `check` says of files that are not read.
@Suite struct SkippedFilesTests {
  private let program: Program
  private let library: String

  init() throws {
    program = try Program()
    library = try program.library()
    for name in ["one.zip", "two.zip", ".hidden.md", "~$draft.md", "drafts/a.md"] {
      try program.home.write("stories/" + name, text: "x")
    }
    try program.home.write("stories/.newsroomignore", text: "drafts/\n")
    #expect(symlink("harbour/ferry.md", library + "/again.md") == 0)
    #expect(mkfifo(library + "/pipe.md", 0o600) == 0)
  }

  @Test func everyReasonIsOneSentence() throws {
    let result = try program.inside(["check", library])
    for sentence in [
      "1 symbolic link was not followed: again.md. follow_symlinks = \"inside\" in newsroom.toml follows those "
        + "that stay inside the directory.",
      "1 named pipe was skipped: pipe.md.", "1 hidden file or folder was skipped: .hidden.md.",
      "1 temporary file or folder of another program was skipped: ~$draft.md.",
      "1 file or folder was skipped by a rule in .newsroomignore or newsroom.toml: drafts/.",
      "2 files of other kinds were skipped: 2 .zip (one.zip, two.zip).",
    ] { #expect(result.errors.contains(sentence), "\(sentence)\n\(result.errors)") }
  }

  @Test func scriptsGetTheReasonsAsObjects() throws {
    let objects = try program.inside(["check", library, "--json"]).lines.map {
      try #require(JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
    func object(_ reason: String) -> [String: Any]? {
      objects.first { $0["passed_over"] as? String == reason }
    }
    #expect(object("pipe")?["paths"] as? [String] == ["pipe.md"])
    #expect(object("symbolic-link")?["count"] as? Int == 1)
    let zips = objects.first { $0["ending"] as? String == "zip" }
    #expect(zips?["count"] as? Int == 2)
    #expect(zips?["paths"] as? [String] == ["one.zip", "two.zip"])
  }

  @Test func linksThatAreFollowedSayWhereTheyLead() throws {
    try program.home.write(
      ".config/newsroom/newsroom.toml", text: "follow_symlinks = \"inside\"\n")
    for (target, name) in [("/", "out"), ("nowhere", "broken.md"), ("culture", "twice")] {
      #expect(symlink(target, library + "/" + name) == 0)
    }
    let result = try program.inside(["check", library])
    for sentence in [
      "1 symbolic link was not followed, because it leads outside the directory: out.",
      "1 symbolic link is broken: broken.md.",
      "2 symbolic links lead to files already listed: again.md, twice.",
    ] { #expect(result.errors.contains(sentence), "\(sentence)\n\(result.errors)") }
  }

  @Test func manyKindsAndManyFilesAreShortened() throws {
    for number in 0..<12 { try program.home.write("stories/many/file\(number).k\(number)", text: "x") }
    for number in 0..<9 { try program.home.write("stories/.h\(number)", text: "x") }
    let result = try program.inside(["check", library])
    #expect(result.errors.contains("14 files of other kinds were skipped: 2 .zip, "))
    #expect(result.errors.contains(" others ("))
    #expect(result.errors.contains("10 hidden files and folders were skipped: "))
    #expect(result.errors.contains(" and 5 more."))
  }
}
