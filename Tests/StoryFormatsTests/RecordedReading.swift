import Foundation
import Stories
import StoryFormats
import Testing

/// Fixtures with recorded descriptions of what was read; `RECORD_SNAPSHOTS=1` writes them again, to be
/// checked by eye.
struct RecordedReading {
  /// The folder of the fixtures.
  let folder: URL

  /// Takes the name of a folder in `Fixtures`.
  init(_ name: String) {
    folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/\(name)")
  }

  /// The fixtures by name.
  var names: [String] {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { !$0.hasSuffix(".expected") && !$0.hasPrefix(".") }.sorted()
  }

  /// A fixture as a file in that folder of a library.
  func source(_ name: String, in place: String) throws -> Source {
    try Source(path: "\(place)/\(name)", bytes: [UInt8](Data(contentsOf: folder.appending(path: name))))
  }

  /// Compares what was read with what was recorded.
  func expect(_ reading: Reading, of name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let found = StoryDescription.of(reading)
    let record = folder.appending(path: name + ".expected")
    let isRecording = ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1"
    guard !isRecording, let expected = try? String(contentsOf: record, encoding: .utf8) else {
      try Data(found.utf8).write(to: record)
      if !isRecording {
        Issue.record(
          "\(name) had no description; it was written and wants to be looked at",
          sourceLocation: sourceLocation)
      }
      return
    }
    #expect(found == expected, sourceLocation: sourceLocation)
  }
}
