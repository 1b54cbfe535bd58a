import Foundation
import TestSupport
import Testing

/// `newsroom import`: a file of each program, whose pages are found by address or become stories.
@Suite struct ImportTests {
  static let address = "https://example.org/ferry-line"

  static let files: [String: String] = [
    "Pocket": """
    title,url,time_added,tags,status
    "Ferries, again",https://example.org/ferry-line,1459209600,harbour|to do,archive
    https://example.org/new,https://example.org/new,1459209601,,unread
    "A ""quoted"" title
    on two lines",https://example.org/two,1459209602,harbour,unread
    not an address,javascript:alert(1),1,,unread

    """,
    "Instapaper": """
    URL,Title,Selection,Folder,Timestamp,Tags
    https://example.org/ferry-line,Ferries,,Archive,1459209600,"[""harbour"",""to do""]"
    https://example.org/new,New,,Unread,1459209601,[]
    https://example.org/two,Two,,Sailing,1459209602,[]

    """,
    "wallabag": """
    [{"is_archived": 1, "is_starred": 0, "tags": ["harbour", "to do"], "title": "Ferries",
      "url": "https://example.org/ferry-line", "created_at": "2016-03-29T09:00:00+02:00"},
     {"is_archived": 0, "is_starred": 1, "tags": [], "title": "New", "url": "https://example.org/new"},
     {"is_archived": 0, "is_starred": 1, "tags": [], "title": "Two", "url": "https://example.org/two"}]
    """,
    "Omnivore": """
    [{"title": "Ferries", "url": "https://example.org/ferry-line", "state": "Archived",
      "labels": ["harbour", "to do"], "savedAt": "2016-03-29T09:00:00.000Z"},
     {"title": "New", "url": "https://example.org/new", "state": "Active", "labels": [],
      "savedAt": "2016-03-29T09:00:00.000Z"},
     {"title": "Two", "url": "https://example.org/two", "state": "Active", "labels": [],
      "savedAt": "2016-03-29T09:00:00.000Z"}]
    """,
    "Readwise": """
    {"results": [
     {"title": "Ferries", "source_url": "https://example.org/ferry-line", "location": "archive",
      "tags": {"harbour": {"name": "harbour"}, "to do": {"name": "to do"}},
      "highlights": [{"text": "The ferry will sail again", "note": "when?",
        "highlighted_at": "2016-04-01T00:00:00Z"}]},
     {"title": "New", "source_url": "https://example.org/new", "location": "later", "tags": {}},
     {"title": "Two", "source_url": "https://example.org/two", "location": "later", "tags": {}}]}
    """,
    "browser bookmarks": """
    <!DOCTYPE NETSCAPE-Bookmark-file-1>
    <TITLE>Bookmarks</TITLE>
    <H1>Bookmarks</H1>
    <DL><p>
      <DT><H3 ADD_DATE="1">Read archive</H3>
      <DL><p>
        <DT><A HREF="https://example.org/ferry-line" ADD_DATE="1459209600"
          TAGS="harbour,to do">Ferries &amp; lines</A>
      </DL><p>
      <DT><H3>Unread</H3>
      <DL><p>
        <DT><A HREF="https://example.org/new" ADD_DATE="1459209601">New &lt;one&gt;</A>
        <DT><A HREF='https://example.org/two' TOREAD=1>Two</A>
      </DL><p>
    </DL><p>
    """,
  ]

  private func prepared(_ name: String) throws -> (program: Program, library: String, file: String) {
    let program = try Program()
    let library = try program.library()
    try Data("---\ntitle: The ferry line\nurl: \(Self.address)\n---\nThe ferry will sail again.\n".utf8)
      .write(to: URL(fileURLWithPath: library + "/line.md"))
    return (program, library, try program.write("export", try #require(Self.files[name])))
  }

  @Test(arguments: files.keys.sorted())
  func eachProgramsFileIsTakenOver(_ name: String) throws {
    let (program, library, file) = try prepared(name)
    func count(_ query: String) throws -> Int {
      try program.run(["search", query, "-L", library]).lines.count
    }
    let dry = try program.run(["import", file, "--dry-run", "-L", library])
    #expect(dry.status == 0, "\(dry.errors)")
    #expect(
      dry.output.hasPrefix("\(name): 3 pages.\n1 in the library, 2 would be written to imported.\n"),
      "\(dry.output)")
    #expect(try count("is:read") == 0)
    #expect(!FileManager.default.fileExists(atPath: library + "/imported"))
    let result = try program.run(["import", file, "-L", library])
    #expect(result.output.contains("1 in the library, 2 written to imported."), "\(result.output)")
    #expect(result.output.contains("1 marked read, 2 saved, "), "\(result.output)")
    #expect(try count("is:read mytag:harbour mytag:\"to do\"") == 1)
    #expect(try count("path:imported is:saved") == 2)
    #expect(try count("url \"example org new\"") <= 1)
    if name == "Readwise" {
      let clips = try program.run(["clippings", "-L", library]).output
      #expect(clips.contains("The ferry will sail again\twhen?"))
    }
    let again = try program.run(["import", file, "-L", library])
    #expect(
      again.output.contains(
        "3 in the library, 0 written to imported.\n0 marked read, 0 saved, 0 tags, 0 clip"), "\(again.output)"
    )
  }

  @Test func feedsHaveTheirTitlesAndFolders() throws {
    let program = try Program()
    let library = try program.library()
    let file = try program.write(
      "feeds.opml",
      """
      <?xml version="1.0"?>
      <opml version="2.0"><body>
        <outline text="Harbours">
          <outline type="rss" text="The &quot;Quay&quot;" xmlUrl="https://example.org/q.xml"
            htmlUrl="https://example.org/quay"/>
        </outline>
        <outline type="rss" title="Alone" xmlUrl="https://example.org/a.xml"></outline>
      </body></opml>
      """)
    let result = try program.run(["import", file, "-L", library, "--into", "links/feeds"])
    #expect(
      result.output.hasPrefix("OPML: 2 pages.\n0 in the library, 2 written to links/feeds.\n"),
      "\(result.output)")
    let found = try program.run(["search", "mytag:harbours", "-L", library]).output
    #expect(found.contains("The \"Quay\""))
  }

  @Test(arguments: ["", "words", "{}", "[1, 2]", "a,b\n1,2", "<p>nothing</p>", "[[[[", "\u{0}\u{1}"])
  func whatNoProgramWroteIsRefused(_ content: String) throws {
    let program = try Program()
    let library = try program.library()
    let file = try program.write("export", content)
    let result = try program.run(["import", file, "-L", library])
    #expect(result.status == 1)
    #expect(result.errors.contains("is no export that newsroom knows"))
    #expect(try program.run(["import", file + "x", "-L", library]).status == 2)
    #expect(try program.run(["import", file, "--into", "../x", "-L", library]).status == 2)
  }
}
