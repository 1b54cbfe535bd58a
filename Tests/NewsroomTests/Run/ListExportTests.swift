import ContentLibrary
import Foundation
import NewsroomUI
import Stories
import StoryFormats
import TestSupport
import Testing
import Words

@testable import newsroom

/// The reader's list as a file.
@Suite struct ListExportTests {
  private let reader: Reader
  private let folder: ScratchFolder

  init() throws {
    reader = try Reader()
    _ = try reader.library.refresh()
    folder = try ScratchFolder()
  }

  private func export(_ name: String, _ query: Query = Query(), replacing: Bool = false) throws
    -> ExportOutcome?
  {
    try ListExport(library: reader.library, query: query).write(to: folder.file(name), replacing: replacing)
  }

  private func text(_ name: String) throws -> String {
    try String(contentsOfFile: folder.file(name), encoding: .utf8)
  }

  @Test func theEndingDecidesTheFormat() throws {
    for writer in Writers.all {
      let name = "out." + writer.fileExtension
      #expect(try export(name) == .written(3, path: folder.file(name), isAll: true))
      let text = try text(name)
      let places = ["Fog closes", "Ferry line", "The last lamp"].compactMap {
        text.firstRange(of: $0)?.lowerBound
      }
      #expect(places.count == 3 && places == places.sorted(), "\(name)")
    }
    #expect(try text("out.jsonl").split(separator: "\n").count == 3)
    #expect(throws: newsroom.Failure.self) { try export("out.xyz") }
  }

  @Test func whatStandsInTheListIsWritten() throws {
    let query = Query(search: TypedSearch("ferry", now: Reader.now), order: .newestFirst)
    #expect(try export("a.jsonl", query) == .written(2, path: folder.file("a.jsonl"), isAll: true))
    try reader.library.hide([SavedSearch(name: "F", text: "title:ferry")], now: Reader.now)
    #expect(try export("b.jsonl") == .written(2, path: folder.file("b.jsonl"), isAll: true))
    #expect(try !text("b.jsonl").contains("Ferry line"))
  }

  @Test func aFileIsOnlyReplacedIfAsked() throws {
    try folder.write("out.md", text: "mine")
    #expect(try export("out.md") == .exists(folder.file("out.md")))
    #expect(try text("out.md") == "mine")
    #expect(try export("out.md", replacing: true) == .written(3, path: folder.file("out.md"), isAll: true))
    #expect(try text("out.md").contains("Fog closes"))
    #expect(try folder.names == ["out.md"])
  }

  @Test func nothingIsWrittenIntoTheLibraryOrElsewhereThanAsked() throws {
    let inside = reader.library.identity + "/out.md"
    let failure = #expect(throws: newsroom.Failure.self) {
      try ListExport(library: reader.library, query: Query()).write(to: inside, replacing: false)
    }
    #expect(failure?.message.contains("would be in the library itself") == true)
    #expect(!FileManager.default.fileExists(atPath: inside))
    #expect(throws: newsroom.Failure.self) { try export("nowhere/out.md") }
    try FileManager.default.createDirectory(atPath: folder.file("d.md"), withIntermediateDirectories: true)
    #expect(throws: newsroom.Failure.self) { try export("d.md", replacing: true) }
    // A link is not followed.
    try FileManager.default.createSymbolicLink(
      atPath: folder.file("link.md"), withDestinationPath: folder.file("target.md"))
    #expect(try export("link.md") == .exists(folder.file("link.md")))
    #expect(!FileManager.default.fileExists(atPath: folder.file("target.md")))
  }

  @Test func aCancelledExportLeavesNothing() throws {
    let cancellation = Cancellation()
    cancellation.cancel()
    let outcome = try ListExport(library: reader.library, query: Query())
      .write(to: folder.file("out.md"), replacing: false, cancellation)
    #expect(outcome == nil)
    #expect(try folder.names.isEmpty)
  }

  /// From the key to the file.
  @Test func theReaderWritesIt() throws {
    let screens = try reader.screens("P text:\(folder.file("out.md")) Enter shot", size: "120x20")
    #expect(screens.last?.contains("Wrote 3 stories to") == true, "\(screens.last ?? "")")
    #expect(try text("out.md").contains("The last lamp"))
  }
}
