import Foundation
import TestSupport
import Testing

/// `newsroom export`, and commands on files with many stories.
@Suite struct ExportTests {
  private static let feed = """
    <?xml version="1.0"?><rss version="2.0"><channel><title>The \
    Courier</title><link>https://example.org/</link>
    <item><title>One</title><guid>https://example.org/1</guid><pubDate>Mon, 02 Mar 2026 08:00:00 GMT</pubDate>
    <description>The first item speaks of the ferry.</description></item>
    <item><title>Two</title><guid>https://example.org/2</guid><pubDate>Tue, 03 Mar 2026 08:00:00 GMT</pubDate>
    <description>The second item speaks of the choir.</description></item></channel></rss>
    """

  @Test(arguments: [
    ("markdown", "title: \""), ("html", "<article>"), ("jsonl", "\"headline\":"), ("rss", "<item>"),
  ])
  func everyWriterWritesEveryStory(_ name: String, _ mark: String) throws {
    let program = try Program()
    let result = try program.run(["export", "all", "--to", name, "-L", try program.library()])
    #expect(result.status == 0)
    #expect(result.output.components(separatedBy: mark).count == 4)
  }

  @Test(arguments: [
    (["desk:Harbour"], ["Ferry line to reopen in spring"]),
    (["after:2026-03-04"], ["Harbour cities agree on a plan"]),
    (["before:2026-03-01"], ["The lighthouse keeper's last lamp"]),
    (["format:text"], ["Harbour cities agree on a plan"]),
    (["is:saved"], []), (["last", "lamp"], ["The lighthouse keeper's last lamp"]),
    (["culture/lighthouse.md"], ["The lighthouse keeper's last lamp"]),
  ])
  func aQueryChooses(_ query: [String], _ headlines: [String]) throws {
    let program = try Program()
    let result = try program.run(["export"] + query + ["--to", "jsonl", "-L", try program.library()])
    let found = try result.lines.map {
      try (JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])?["headline"] as? String
    }
    #expect(found == headlines)
  }

  @Test func aFolderOfMarkdownIsALibraryAgain() throws {
    let program = try Program()
    let (library, folder) = (try program.library(), program.home.file("out"))
    #expect(try program.run(["export", "--to", "markdown", "-o", folder, "-L", library]).status == 0)
    let headlines = { (directory: String) in
      try program.run(["list", directory]).lines.map { $0.split(separator: "\t").last ?? "" }
    }
    #expect(try headlines(folder) == headlines(library))
    let again = try program.run(["export", "--to", "markdown", "-o", folder, "-L", library])
    #expect(again.status == 1)
    #expect(again.errors.contains("already exists"))
  }

  @Test func unknownInputIsReportedWithStatus2() throws {
    let program = try Program()
    let library = try program.library()
    for words in [["--to", "pdf"], ["is:red", "--to", "html"], ["after:soon", "--to", "html"]] {
      let result = try program.run(["export"] + words + ["-L", library])
      #expect(result.status == 2, "\(words)")
      #expect(result.output == "")
    }
  }

  @Test func everyStoryOfAFileIsPrinted() throws {
    let program = try Program()
    let file = try program.library(["news.rss": Self.feed]) + "/news.rss"
    let result = try program.run(["show", "--every", "--json", file])
    #expect(result.lines.count == 2)
    #expect(result.errors == "")
    #expect(
      try program.run(["show", "--every", file]).output.contains("The second item speaks of the choir."))
    let one = try program.run(["show", file])
    #expect(one.status == 1)
  }

  @Test func aFeedGrowsUntilItIsPruned() throws {
    let program = try Program()
    let library = try program.library(["news.rss": Self.feed])
    #expect(try program.run(["list", library]).lines.count == 2)
    let end = try #require(Self.feed.range(of: "<item><title>Two"))
    let shorter = Self.feed[..<end.lowerBound] + "</channel></rss>"
    try Data(shorter.utf8).write(to: URL(fileURLWithPath: library + "/news.rss"))
    #expect(try program.run(["list", library]).lines.count == 2)
    let pruned = try program.run(["index", "--prune", library])
    #expect(pruned.output.contains("1 story removed that had dropped out of a feed"))
    #expect(try program.run(["list", library]).lines.count == 1)
  }

  @Test func fieldsOfRecordsMayHaveOtherNames() throws {
    let program = try Program()
    let library = try program.library([
      "news.jsonl": "{\"kop\":\"Veerboot\",\"tekst\":{\"plat\":\"De boot vaart.\"}}\n"
    ])
    #expect(try program.run(["check", library]).output.contains("[jsonl]"))
    try FileManager.default.createDirectory(
      atPath: program.home.file(".config/newsroom"), withIntermediateDirectories: true)
    let settings = "[jsonl]\nheadline = \"kop\"\ntext = [\"tekst.plat\", \"body\"]\n"
    try Data(settings.utf8).write(
      to: URL(fileURLWithPath: program.home.file(".config/newsroom/newsroom.toml")))
    #expect(try program.run(["list", library]).output.contains("Veerboot"))
    try Data("[jsonl]\nkop = \"x\"\n".utf8).write(
      to: URL(fileURLWithPath: program.home.file(".config/newsroom/newsroom.toml")))
    let unknown = try program.run(["list", library])
    #expect(unknown.status == 0)
    #expect(unknown.errors.contains("newsroom.toml:2:1: [jsonl] has no field “kop”"))
  }

  @Test func otherFilesAreCountedAndNeverStories() throws {
    let program = try Program()
    let library = try program.library([
      "a.txt": "A headline\n\nA paragraph of text that is long enough to be one.",
      "data.json": "{\"numbers\":[1,2,3]}",
      "build.xml": "<project><target name='all'/></project>", "picture.png": "\u{89}PNG\u{0}\u{1}",
      "noending": "\u{0}\u{1}\u{2}",
    ])
    #expect(try program.run(["list", library]).lines.count == 1)
    #expect(try program.run(["check", library]).errors.contains("4 files of other kinds were skipped"))
  }
}
