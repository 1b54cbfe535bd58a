internal import ContentLibrary
internal import Stories
internal import StoryFormats
internal import System

/// What the reader is opened on: a library, and perhaps a story in it.
struct Opening {
  let library: Library
  var story: Listing?
  /// The temporary library to delete at the end.
  var loose: LooseLibrary?

  /// Opens a library that is open already.
  init(_ library: Library, story: Listing?) {
    (self.library, self.story) = (library, story)
  }

  /// The path of a file, or "-" for a pipe; nil if directories are meant.
  ///
  /// - Parameter places: the arguments: a file, "-", or directories.
  /// - Throws: `Failure` if a file is named beside something else.
  static func loosePath(_ places: [String], options: LibraryOptions) throws -> String? {
    if places.isEmpty { return options.library.isEmpty && LooseStories.isPiped ? "-" : nil }
    let file = places.first { path in
      path == "-" || FileStatus(of: path).map { $0.kind != .folder } ?? false
    }
    guard let file, places.count > 1 else { return file }
    throw Failure(
      "\(file == "-" ? "standard input" : file) is opened alone. Give one file, or directories that are read "
        + "as one library.", status: Failure.misuse)
  }

  /// Opens directories, a file or standard input.
  ///
  /// - Throws: `Failure` if it can't be read.
  init(_ places: [String], options: LibraryOptions, format: (any StoryFormat)?, settings: Settings) throws {
    guard let path = try Self.loosePath(places, options: options) else {
      library = try options.open(places, settings: settings)
      return
    }
    // Report a file without a story before anything is indexed. A file too large to be read whole needs a
    // library.
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

  /// Begins with the guide, if this is the first visit to the sample and no story was asked for.
  mutating func openGuide(_ left: LeftFile = .usual, sample: String? = Sample.directory) {
    guard story == nil, loose == nil, let sample, Paths.real(sample) == library.identity,
      left.isFirstVisit(to: library)
    else { return }
    story = try? library.take(Sample.guide).first
  }

  /// The file in the given or usual library if it is in there, otherwise in its own folder.
  private static func inLibrary(_ file: String, options: LibraryOptions, settings: Settings) throws -> (
    Library, Listing?
  )? {
    let parent = file.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(file[...$0]) } ?? "."
    for directories in [options.chosen(settings), [parent]].compactMap({ $0 }) {
      guard let library = try? options.open(directories, settings: settings) else { continue }
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
