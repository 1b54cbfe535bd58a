import ContentLibrary
import Foundation
import NewsroomUI
import Screen
import Stories
import StoryFormats
import TestSupport

@testable import newsroom

/// The program's run loop with a scripted display and a real library in a scratch folder, inside the test
/// process.
struct Reader {
  static let now = Timestamp(seconds: 1_773_100_800, offset: 0)

  let folder: ScratchFolder
  let library: Library

  /// Makes a library of stories: file names and texts.
  init(_ stories: [String: String] = Self.harbour) throws {
    folder = try ScratchFolder()
    for (name, text) in stories { try folder.write("stories/" + name, text: text) }
    var configuration = Library.Configuration(directory: folder.file("stories"))
    configuration.indexPath = folder.file("index")
    configuration.marksPath = folder.file("marks")
    library = try Library(configuration)
  }

  /// Types a script, and returns the screens it captured, always including the last.
  @discardableResult
  func screens(_ script: String, size: String = "100x30", opening: Listing? = nil) throws -> [String] {
    let mailbox = try Mailbox()
    let runner = EffectRunner(library: library, mailbox: mailbox)
    let size = Size(script: size) ?? Size(columns: 80, rows: 24)
    let glass = ScriptedDisplay(steps: try KeyScript.parse(script), size: size, colours: .none) {
      while mailbox.isEmpty, runner.isBusy { mailbox.wait() }
      return !mailbox.isEmpty
    }
    var loop = RunLoop(
      glass: glass,
      state: State(
        libraryName: "stories", size: size, colours: .none, now: Self.now, opening: opening,
        waysOut: WaysOut(endings: Writers.all.map(\.fileExtension))),
      runner: runner, mailbox: mailbox, clock: { Self.now })
    _ = loop.run()
    return loop.glass.shots.map { frame in
      (0..<frame.size.rows).map { frame.text(row: $0) }.joined(separator: "\n")
    }
  }

  static let harbour = [
    "fog.md": story("Fog closes the sound", day: 9, "Nothing sails until the fog lifts. The ferry waits."),
    "ferry.md": story("Ferry line to reopen", day: 8, "The ferry sails again from the first of May."),
    "lamp.md": story("The last lamp", day: 7, "She carried the lamp up the stairs every evening."),
  ]

  static func story(_ headline: String, day: Int, _ body: String) -> String {
    "---\ntitle: \(headline)\ndate: 2026-03-0\(day)\n---\n\(body)\n"
  }
}

extension ScratchFolder {
  /// Removes a file.
  func remove(_ name: String) throws {
    try FileManager.default.removeItem(atPath: file(name))
  }
}
