internal import ContentLibrary
internal import Stories
internal import StoryFormats
internal import System

/// Stories outside any library: from a pipe, or from files that the library skips.
struct LooseStories {
  let source: Source
  let format: any StoryFormat
  /// Their name on the screen.
  let title: String

  /// Whether standard input is a pipe or a file, not a keyboard.
  static var isPiped: Bool {
    guard let status = try? StandardInput.descriptor.status() else { return false }
    return status.kind == .pipe || status.kind == .file
  }

  /// Reads the file that was named, or standard input for "-".
  ///
  /// - Throws: `Failure` if it can't be read, is empty, or its format is unknown.
  init(_ path: String, format: (any StoryFormat)?, settings: Settings) throws {
    let isPipe = path == "-"
    do {
      source =
        isPipe
        ? try Library.source(of: StandardInput.descriptor, name: "standard input")
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

  /// The format of a file.
  ///
  /// If neither name nor content tells, it is text unless it is binary, or Markdown if it begins with a
  /// heading.
  private static func format(of source: Source, settings: Settings) -> (any StoryFormat)? {
    let found = settings.format(for: source)
    guard source.fileExtension.isEmpty, found == nil || found?.name == "text" else { return found }
    guard !TextDecoding.looksBinary(source.bytes) else { return found }
    let opening = source.bytes.drop { [0x20, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF].contains($0) }
    let marks = opening.prefix { $0 == UInt8(ascii: "#") }
    // A single record on one line; several lines are recognised as JSON Lines.
    if opening.first == UInt8(ascii: "{"), !opening.dropLast().contains(0x0A) {
      return Formats.named("jsonl")
    }
    let isHeading = (1...6).contains(marks.count) && opening.dropFirst(marks.count).first == 0x20
    return Formats.named(isHeading ? "markdown" : "text")
  }

  /// The stories and problems read.
  var reading: Reading {
    var reading = format.read(source)
    reading.stories = reading.stories.map { $0.assumingZone() }
    return reading
  }
}
