import ContentLibrary
import Foundation
import Stories
import TestSupport
import Testing

// The example of docs/library.md, word for word.
// example begins
/// The headlines of the ten newest stories of a directory, then the newest story and what leads on from it.
func frontPage(of directory: String, indexPath: String) throws -> [String] {
  let library = try Library(Library.Configuration(directory: directory, indexPath: indexPath))
  _ = try library.refresh()
  let window = try library.window(Query(), around: .first, before: 0, after: 10)
  var lines = window.rows.map { "\($0.section ?? "No desk"): \($0.headline)" }
  guard let newest = window.rows.first else { return lines }
  let opened = try library.open(newest.id)
  lines.append(opened.story.text)
  lines += opened.related.map { "Read more: \($0.title)" }
  return lines
}
// example ends

@Suite struct LibraryExampleTests {
  private static let file = #filePath

  @Test func theExampleRuns() throws {
    let folder = try ScratchFolder()
    try folder.write("stories/harbour/ferry.md", text: "---\ntitle: Ferry\ndate: 2026-03-02\n---\nBoats.\n")
    try folder.write(
      "stories/harbour/crane.md",
      text: "---\ntitle: Crane\ndate: 2026-03-05\n---\nThe crane lifts [the ferry](ferry.md).\n")
    let lines = try frontPage(of: folder.file("stories"), indexPath: folder.file("index.sqlite"))
    #expect(lines == ["Harbour: Crane", "Harbour: Ferry", "The crane lifts the ferry.", "Read more: Ferry"])
  }

  @Test func theDocumentShowsTheExampleThatRuns() throws {
    let source = try String(contentsOfFile: Self.file, encoding: .utf8)
    let example = try #require(source.split(separator: "// example begins\n").dropFirst().first)
      .split(separator: "// example ends")[0]
    let root = URL(fileURLWithPath: Self.file).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let document = try String(
      contentsOf: root.appendingPathComponent("docs/library.md"), encoding: .utf8)
    #expect(document.contains("\n" + example))
  }
}
