import Foundation
import System
import TestSupport
import Testing

@testable import newsroom

/// Every command, run inside the test process on a small library.
@Suite struct InsideTests {
  private let program: Program
  private let library: String

  init() throws {
    program = try Program()
    library = try program.library()
  }

  private func run(_ words: String...) throws -> Program.Result {
    try program.inside(
      words.map { $0 == "LIBRARY" ? library : $0.replacing("LIBRARY/", with: library + "/") })
  }

  @Test func indexListAndStats() throws {
    let index = try run("index", "LIBRARY", "--json")
    #expect(index.status == 0, "\(index.errors)")
    #expect(try index.object()["stories"] as? Int == 3)
    let again = try run("index", "LIBRARY")
    #expect(again.output.contains("3 stories in 3 files; nothing has changed"))
    #expect(try run("list", "LIBRARY").lines.count == 3)
    #expect(try run("list", "LIBRARY", "--json").lines.count == 3)
    #expect(try run("list", "LIBRARY", "--no-refresh").lines.count == 3)
    let stats = try run("stats", "LIBRARY", "--json")
    #expect(try stats.object()["stories"] as? Int == 3)
    #expect(try run("stats", "LIBRARY").output.contains("3"))
  }

  @Test func showAStoryInEveryWay() throws {
    let path = "LIBRARY/harbour/ferry.md"
    #expect(try run("show", path).output.contains("The ferry will sail again"))
    #expect(try run("show", path, "--raw").output.hasPrefix("---\ntitle:"))
    #expect(try run("show", path, "--explain").output.contains("paragraph"))
    #expect(try run("show", path, "--every").output.contains("The ferry will sail again"))
    #expect(try run("show", "LIBRARY/nordic/2026-03-05-cities.txt", "--explain").output.contains("headline"))
    #expect(try run("show", path, "LIBRARY", "--versions").lines.count == 1)
    let changed = try run("show", path, "LIBRARY", "--diff", "LIBRARY/culture/lighthouse.md")
    #expect(changed.output.contains("lamp"))
    #expect(try run("show", "ferry line to reopen in spring", "LIBRARY").status == 0)
    let missing = try run("show", "nothing of that name", "LIBRARY")
    #expect(missing.status == 1)
    #expect(missing.errors.contains("no story has the path, id or headline"))
    #expect(try run("show", "LIBRARY", "LIBRARY").status == 1)
  }

  @Test func relatedAndResolvedStories() throws {
    let related = try run("related", "LIBRARY/nordic/2026-03-05-cities.txt", "-L", "LIBRARY")
    #expect(related.output.contains("Ferry line to reopen in spring"))
    let resolved = try run("resolve", "Ferry line to reopen in spring", "-L", "LIBRARY")
    #expect(resolved.status == 0, "\(resolved.errors)")
    #expect(resolved.output.hasPrefix("certain\theadline\t"))
    #expect(try run("resolve", "zzz qqq xxx", "-L", "LIBRARY").status == 1)
  }

  @Test func searchesReportWhenTheyFindNothing() throws {
    #expect(try run("search", "ferry", "-L", "LIBRARY").output.contains("Ferry line to reopen"))
    #expect(try run("search", "ferry", "-L", "LIBRARY", "--json").output.contains("\"headline\""))
    #expect(try run("search", "xylophone", "-L", "LIBRARY").status == 1)
    #expect(try run("search", "--saved", "Nothing", "-L", "LIBRARY").status == 2)
  }

  @Test(arguments: ["markdown", "html", "jsonl", "rss"]) func storiesAreWrittenOut(_ format: String) throws {
    let folder = program.home.file("out-" + format)
    let written = try run("export", "all", "--to", format, "-L", "LIBRARY")
    #expect(written.status == 0, "\(written.errors)")
    #expect(written.output.contains("Ferry line to reopen in spring"))
    let files = try run("export", "all", "--to", format, "-o", folder, "-L", "LIBRARY")
    #expect(files.errors.contains("3 stories written to"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder).count == 3)
    // Existing files are never overwritten.
    let again = try run("export", "all", "--to", format, "-o", folder, "-L", "LIBRARY")
    #expect(again.status == 1)
    #expect(again.errors.contains("it already exists; choose an empty folder"))
  }

  @Test func aFolderThatCannotBeMadeIsReported() throws {
    let file = try program.write("file", "x")
    let result = try run("export", "all", "--to", "markdown", "-o", file + "/sub", "-L", "LIBRARY")
    #expect(result.status == 1)
    #expect(result.errors.contains("can't create"))
  }

  @Test func checkNamesWhatToRepair() throws {
    _ = try program.write("stories/broken.jsonl", "{\"headline\": \n")
    let result = try run("check", "LIBRARY")
    #expect(result.output.contains("A headline nobody wrote"))
    #expect(try run("check", "LIBRARY", "--json").output.contains("\"path\""))
    #expect(try run("check", "LIBRARY", "--lost").status != 2)
  }

  @Test func formatsManualAndHelp() throws {
    #expect(try run("formats").output.contains("markdown\t"))
    #expect(try run("manual").output.contains(".TH"))
    #expect(try run("manual", "--service").output.contains("ExecStart="))
    #expect(try run("--version").output.contains(Newsroom.version))
    #expect(try run("--help").output.contains("newsroom"))
    #expect(try run("export", "--to", "papyrus").status == 2)
    #expect(try run("show", "a", "--json", "--raw").status == 2)
  }

  @Test func theReaderIsRunByAScript() throws {
    let read = try run("LIBRARY", "--script", "j Enter shot b shot ? shot Esc t shot", "--size", "100x30")
    #expect(read.status == 0, "\(read.errors)")
    #expect(read.output.contains("The ferry will sail again"))
    let search = try run(
      "LIBRARY", "--script", "/ text:lamp shot Enter shot", "--now", "2026-11-22T12:00:00Z")
    #expect(search.output.contains("The lighthouse keeper's last lamp"))
    let alone = try run("LIBRARY/harbour/ferry.md", "--script", "shot", "--format", "markdown")
    #expect(alone.output.contains("The ferry will sail again"))
    for (words, reason) in [
      (["--script", "NoKey"], "--script"), (["--script", "j", "--size", "80"], "--size takes"),
      (["--script", "j", "--theme", "none"], "no theme “none”"),
      (["--script", "j", "--now", "soon"], "--now takes a time"),
    ] {
      let result = try program.inside([library] + words)
      #expect(result.status == 2)
      #expect(result.errors.contains(reason), "\(result.errors)")
    }
  }

  @Test func aMissingDirectoryIsReported() throws {
    let missing = try run("list", "LIBRARY/nothing")
    #expect(missing.status == 2)
    #expect(missing.errors.contains("no such directory"))
    #expect(try run("list", "LIBRARY/harbour/ferry.md").errors.contains("is a file, not a directory"))
  }

  @Test func anIndexIsSharedAndForgotten() throws {
    #expect(try run("index", "LIBRARY", "--share").status == 2)
    let index = program.home.file("shared/index.sqlite")
    let result = try run("index", "LIBRARY", "--share", "--index", index, "--prune")
    #expect(result.status == 0, "\(result.errors)")
    #expect(Paths.exists(index + ".shared"))
    #expect(result.errors.contains("other users can't open"))
  }

  @Test func anotherProgramsDatabaseIsRefused() throws {
    let thesis = try program.write("thesis.txt", "my thesis\n")
    let result = try run("index", "LIBRARY", "--index", thesis)
    #expect(result.status == 1)
    #expect(result.errors.contains("is not a newsroom index"))
    #expect(try program.home.text("thesis.txt") == "my thesis\n")
  }
}
