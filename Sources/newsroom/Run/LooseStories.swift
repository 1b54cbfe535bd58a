internal import ContentLibrary
internal import Stories
internal import StoryFormats
internal import System

/// Stories that lie in no library: what comes from a pipe, and files that a library passes over.
struct LooseStories {
  let source: Source
  let format: any StoryFormat
  /// What the reader calls them.
  let title: String

  /// Where a pipe or a file is behind the standard input, as against a keyboard or nothing.
  static var isPiped: Bool {
    guard let status = try? Descriptor.standardInput.status() else { return false }
    return status.kind == .pipe || status.kind == .file
  }

  /// Reads a file that a person named, or with "-" the standard input.
  ///
  /// - Throws: `Failure` when it can't be read, is empty, or is of no known kind.
  init(_ path: String, format: (any StoryFormat)?, settings: Settings) throws {
    let isPipe = path == "-"
    do {
      source =
        isPipe
        ? try Library.source(of: .standardInput, name: "standard input")
        : try Library.source(ofFile: path)
    } catch {
      throw Failure("\(error)")
    }
    title = isPipe ? "standard input" : String(source.fileName)
    guard !isPipe || !source.bytes.isEmpty else {
      throw Failure("standard input is empty.")
    }
    guard let format = format ?? Self.format(of: source, settings: settings) else {
      let names = Formats.all.map(\.name).joined(separator: ", ")
      throw Failure("can't tell the format of \(path); give one with --format: \(names).")
    }
    self.format = format
  }

  /// The format of a file; one whose name tells nothing is text as long as it is no binary file, and Markdown where it
  /// begins with a heading.
  private static func format(of source: Source, settings: Settings) -> (any StoryFormat)? {
    let found = settings.format(for: source)
    guard source.fileExtension.isEmpty, found == nil || found?.name == "text" else { return found }
    guard !TextDecoding.looksBinary(source.bytes) else { return found }
    let opening = source.bytes.drop { [0x20, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF].contains($0) }
    let marks = opening.prefix { $0 == UInt8(ascii: "#") }
    // One record on a line of its own; several are known by that they are lines.
    if opening.first == UInt8(ascii: "{"), !opening.dropLast().contains(0x0A) {
      return Formats.named("jsonl")
    }
    let isHeading = (1...6).contains(marks.count) && opening.dropFirst(marks.count).first == 0x20
    return Formats.named(isHeading ? "markdown" : "text")
  }

  /// Everything that was read.
  var reading: Reading {
    var reading = format.read(source)
    reading.stories = reading.stories.map { $0.assumingZone() }
    return reading
  }
}
