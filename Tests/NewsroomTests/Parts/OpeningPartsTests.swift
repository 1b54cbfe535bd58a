import ArgumentParser
import ContentLibrary
import Foundation
import NewsroomUI
import Stories
import StoryFormats
import System
import TestSupport
import Testing

@testable import newsroom

/// What the reader opens: a directory, a file of a library, or a file alone.
@Suite struct OpeningPartsTests {
  private let program: Program
  private let library: String

  init() throws {
    program = try Program()
    library = try program.library()
  }

  private func inHome<Value>(_ work: () throws -> Value) rethrows -> Value {
    try Environment.$replacement.withValue(program.environment, operation: work)
  }

  private func opening(_ path: String, _ options: [String] = [], format: String? = nil) throws -> Opening {
    try inHome {
      let format = try format.map(Show.format(named:))
      return try Opening(
        [path], options: try LibraryOptions.parse(options), format: format, settings: Settings())
    }
  }

  @Test func aDirectoryIsALibrary() throws {
    let opening = try opening(library)
    #expect(opening.story == nil && opening.loose == nil)
    #expect(opening.library.name == "stories")
  }

  @Test func theFirstVisitToTheSampleBeginsWithTheGuide() throws {
    _ = try program.home.write(
      "stories/guide/welcome.md", text: "# Welcome to the newsroom\n\nThis is the guide.\n")
    let left = LeftFile(path: program.home.file("state/left.toml"))
    func opened(_ sample: String?) throws -> Opening {
      var opening = try opening(library)
      inHome { opening.openGuide(left, sample: sample) }
      return opening
    }
    let first = try opened(library)
    #expect(first.story?.headline == "Welcome to the newsroom")
    #expect(try opened(nil).story == nil && opened(program.home.path).story == nil)
    try left.keep(Resumption(query: Query(), row: nil, isReading: false), in: first.library.identity)
    #expect(try opened(library).story == nil)
  }

  @Test func aFileIsOpenedInItsFolder() throws {
    let opening = try opening(library + "/harbour/ferry.md")
    #expect(opening.library.name == "harbour")
    #expect(opening.story?.headline == "Ferry line to reopen in spring")
    #expect(opening.loose == nil)
  }

  @Test func aFileIsOpenedInTheGivenLibrary() throws {
    let opening = try opening(library + "/harbour/ferry.md", ["-L", library])
    #expect(opening.library.name == "stories")
    #expect(opening.story?.path == "harbour/ferry.md")
  }

  @Test(arguments: [".ferry.md", "ferry.part", "~$x.md"]) func anIgnoredFileIsOpenedAlone(
    _ name: String
  )
    throws
  {
    let path = try program.write("folder/" + name, "# The tide table\n\nHigh water at noon.\n")
    let opening = try opening(path, format: "markdown")
    let loose = try #require(opening.loose)
    #expect(opening.story?.headline == "The tide table")
    let folder = Paths.folder(of: opening.library.indexPath)
    #expect(Paths.exists(folder))
    loose.remove()
    #expect(!Paths.exists(folder))
  }

  @Test(arguments: [
    ("empty.txt", "", "the file has no text"),
    ("binary.bin", "\u{0}\u{1}\u{2}\u{0}", "can't tell the format"),
  ])
  func aFileWithoutAStoryIsReportedAndLeavesNothing(_ name: String, _ text: String, reason: String) throws {
    let path = try program.write("folder/" + name, text)
    let failure = #expect(throws: newsroom.Failure.self) { try opening(path) }
    #expect(failure?.message.contains(reason) == true, "\(failure?.message ?? "")")
  }

  @Test(arguments: [
    ("note", "# A heading\n\nText.\n", "markdown"), ("note", "A headline\n\nText of it.\n", "text"),
    ("note", "{\"headline\":\"A record\",\"text\":\"Of one line.\"}\n", "jsonl"),
    ("note.md", "Text.\n", "markdown"),
  ])
  func aLooseFileIsReadAsWhatItLooksLike(_ name: String, _ text: String, format: String) throws {
    let path = try program.write(name, text)
    let stories = try LooseStories(path, format: nil, settings: Settings())
    #expect(stories.format.name == format)
    #expect(stories.title == name)
    #expect(stories.reading.stories.count == 1)
  }

  @Test func onlyFilesAreLoose() throws {
    func loose(_ path: String?) throws -> String? {
      try Opening.loosePath([path].compactMap(\.self), options: try LibraryOptions.parse(["-L", library]))
    }
    #expect(try loose("-") == "-")
    #expect(try loose(library) == nil)
    #expect(try loose(nil) == nil)
    #expect(try loose(library + "/nothing") == nil)
    #expect(try loose(library + "/harbour/ferry.md") == library + "/harbour/ferry.md")
  }
}
