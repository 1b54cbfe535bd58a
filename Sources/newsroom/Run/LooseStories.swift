internal import ContentLibrary
internal import Glibc
internal import Stories
internal import StoryFormats

/// Stories that lie in no library: what comes from a pipe, and files that a library passes over.
struct LooseStories {
  let source: Source
  let format: any StoryFormat
  /// What the reader calls them.
  let title: String

  /// Where a pipe or a file is behind the standard input, as against a keyboard or nothing.
  static var isPiped: Bool {
    var status = stat()
    guard fstat(STDIN_FILENO, &status) == 0 else { return false }
    return [S_IFIFO, S_IFREG].contains(status.st_mode & S_IFMT)
  }

  /// Reads a file that a person named, or with "-" the standard input.
  ///
  /// - Throws: `Failure` when it can't be read, is empty, or is of no known kind.
  init(_ path: String, format: (any StoryFormat)?, settings: Settings) throws {
    let isPipe = path == "-"
    do {
      source =
        isPipe
        ? try Library.source(ofDescriptor: STDIN_FILENO, name: "standard input")
        : try Library.source(ofFile: path)
    } catch {
      throw Failure("\(error)")
    }
    title = isPipe ? "standard input" : String(source.fileName)
    guard !isPipe || !source.bytes.isEmpty else {
      throw Failure("nothing came from the standard input.")
    }
    guard let format = format ?? Self.format(of: source, settings: settings) else {
      let names = Formats.all.map(\.name).joined(separator: ", ")
      throw Failure("\(path) is no kind of story that is known here; --format takes one of \(names).")
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
    if opening.first == UInt8(ascii: "{"), !opening.dropLast().contains(0x0A) { return Formats.named("jsonl") }
    let isHeading = (1...6).contains(marks.count) && opening.dropFirst(marks.count).first == 0x20
    return Formats.named(isHeading ? "markdown" : "text")
  }

  /// Everything that was read.
  var reading: Reading { format.read(source) }
}

/// A library of loose stories, in a folder that is there as long as they are read.
final class LooseLibrary {
  let library: Library
  /// The story to begin with.
  let story: Listing
  private let folder: String

  /// Lays the stories down, and reads them.
  ///
  /// - Throws: `Failure` when there is none, or no room.
  init(_ stories: LooseStories, settings: Settings) throws {
    guard let folder = LibraryPaths.temporaryFolder() else {
      throw Failure("there is no place for a temporary folder: \(String(cString: strerror(errno))).")
    }
    self.folder = folder
    let directory = folder + "/" + Self.safe(stories.title)
    let ending = stories.format.fileExtensions.first.map { "." + $0 } ?? ""
    let stem = String(stories.source.stem.drop { $0 == "." || $0 == "~" || $0 == "$" || $0 == "#" })
    do {
      let name = Self.safe(stem.isEmpty ? "story" : stem) + ending
      mkdir(directory, 0o700)
      try FileWriter.replace(directory + "/" + name, bytes: stories.source.bytes)
      var configuration = settings.configuration(directory: directory, index: folder + "/index.sqlite")
      (configuration.marksPath, configuration.formats) = (folder + "/marks.sqlite", [stories.format])
      configuration.ignoring = []
      library = try Library(configuration)
      guard let first = try library.take(name).first else {
        let reason = stories.reading.problems.first?.reason ?? "there is no story in it"
        throw Failure("\(stories.title): \(reason)")
      }
      story = first
    } catch {
      Self.remove(folder)
      throw error is Failure ? error : Failure("\(error)")
    }
  }

  /// Takes the folder away, with all that is in it.
  func remove() { Self.remove(folder) }

  /// A name that a folder may have.
  private static func safe(_ name: String) -> String {
    let safe = String(
      String.UnicodeScalarView(name.unicodeScalars.map { $0 == "/" || $0.value == 0 ? "-" : $0 }))
    let short = String(safe.prefix(60))
    return [".", "..", ""].contains(short) ? "story" : short
  }

  private static func remove(_ path: String) {
    guard let stream = opendir(path) else { return }
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      guard name != ".", name != ".." else { continue }
      if entry.pointee.d_type == DT_DIR { remove(path + "/" + name) } else { unlink(path + "/" + name) }
    }
    closedir(stream)
    rmdir(path)
  }
}
