internal import ContentLibrary
internal import Stories
internal import StoryFormats
internal import System

/// What the reader is opened on: a library, and maybe a story in it.
struct Opening {
  let library: Library
  var story: Listing?
  /// What is to be taken away in the end.
  var loose: LooseLibrary?

  /// A pipe or a file instead of a directory; nil where a directory is meant.
  ///
  /// - Parameter directory: what was given: a path, "-", or nothing.
  static func loosePath(_ directory: String?, options: LibraryOptions) -> String? {
    if directory == "-" || directory == nil && options.library == nil && LooseStories.isPiped { return "-" }
    guard let directory else { return nil }
    guard let status = FileStatus(of: directory), status.kind != .folder else { return nil }
    return directory
  }

  /// Opens what was given.
  ///
  /// - Throws: `Failure` when that can't be read.
  init(_ directory: String?, options: LibraryOptions, format: (any StoryFormat)?, settings: Settings) throws {
    guard let path = Self.loosePath(directory, options: options) else {
      library = try options.open(directory, settings: settings)
      return
    }
    // What is no story is said before anything is indexed; files that are too large to be read as a whole need a library.
    let stories = Result { try LooseStories(path, format: format, settings: settings) }
    let ending = Source(path: path, bytes: []).fileExtension
    let mayBeLarge = settings.formats.contains { $0.fileExtensions.contains(ending) }
    if case .failure(let reason) = stories, !mayBeLarge { throw reason }
    if path != "-", format == nil, let found = try Self.inLibrary(path, options: options, settings: settings)
    {
      (library, story) = found
      return
    }
    let loose = try LooseLibrary(try stories.get(), settings: settings)
    (library, story, self.loose) = (loose.library, loose.story, loose)
  }

  /// The file in the library that was said, or is usual, if it lies there; else in its own folder.
  private static func inLibrary(_ file: String, options: LibraryOptions, settings: Settings) throws -> (
    Library, Listing?
  )? {
    let parent = file.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(file[...$0]) } ?? "."
    let usual = options.library ?? Environment["NEWSROOM_LIBRARY"] ?? settings.library
    for directory in [usual, parent].compactMap({ $0 }) {
      guard let library = try? options.open(directory, settings: settings) else { continue }
      for path in library.paths(ofFile: file) {
        do {
          if let story = try library.take(path).first { return (library, story) }
        } catch {
          throw Failure("\(error)")
        }
      }
    }
    return nil
  }
}
