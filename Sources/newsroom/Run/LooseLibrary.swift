internal import ContentLibrary
internal import Stories
internal import StoryFormats
internal import System

/// A library of loose stories, in a temporary folder.
final class LooseLibrary {
  let library: Library
  /// The story to begin with.
  let story: Listing
  private let folder: String

  /// Writes the stories into the folder, and indexes them.
  ///
  /// - Throws: `Failure` if there is no story or no place for the folder.
  init(_ stories: LooseStories, settings: Settings) throws {
    guard let folder = Paths.makeTemporaryFolder() else {
      throw Failure("can't create a temporary folder; set TMPDIR to a place for it.")
    }
    self.folder = folder
    let directory = folder + "/" + Self.safe(stories.title)
    let ending = stories.format.fileExtensions.first.map { "." + $0 } ?? ""
    let stem = String(stories.source.stem.drop { $0 == "." || $0 == "~" || $0 == "$" || $0 == "#" })
    do {
      let name = Self.safe(stem.isEmpty ? "story" : stem) + ending
      try SmallFile(directory + "/" + name, limit: .max).replace(with: stories.source.bytes)
      var configuration = settings.configuration([directory], index: folder + "/index.sqlite")
      (configuration.marksPath, configuration.formats) = (folder + "/marks.sqlite", [stories.format])
      configuration.ignoring = []
      library = try Library(configuration)
      guard let first = try library.take(name).first else {
        let reason = stories.reading.problems.first?.reason ?? "it contains no story"
        throw Failure("\(stories.title): \(reason)")
      }
      story = first
    } catch {
      Paths.removeTree(folder)
      throw error is Failure ? error : Failure("\(error)")
    }
  }

  /// Deletes the folder with everything in it.
  func remove() { Paths.removeTree(folder) }

  /// A valid name for the folder.
  private static func safe(_ name: String) -> String {
    let safe = String(
      String.UnicodeScalarView(name.unicodeScalars.map { $0 == "/" || $0.value == 0 ? "-" : $0 }))
    let short = String(safe.prefix(60))
    return [".", "..", ""].contains(short) ? "story" : short
  }
}
