internal import Stories
internal import StoryFormats

/// Reads and parses files, on threads other than the one that writes.
struct FileReader: Sendable {
  /// The result of reading a file.
  struct Result: Sendable {
    var path: String
    var size: Int
    var modified: Int64
    /// The hash of its content; nil if it could not be read.
    var hash: Fingerprint?
    /// The name of its format; nil if unknown or if it could not be read.
    var format: String?
    /// The state to record in the index.
    var state = FileState.read
    var entries: [IndexEntry] = []
    var problems: [Problem] = []
    /// The format of a file that is too large to be read whole, and is still to be read in pieces.
    var pieces: (any PieceFormat)?

    /// When its first story was published, in seconds; a file without a date comes first.
    var published: Int64 { entries.first?.published?.seconds ?? .min }
  }

  let library: Library
  let desks: DeskNames

  /// - Parameter desks: the desks of feeds.
  init(library: Library, desks: FeedDesks = FeedDesks()) {
    self.library = library
    self.desks = DeskNames(library.root, feeds: desks)
  }

  /// Reads a file and its stories; errors become problems of the result.
  @Sendable func read(_ entry: Scanner.Entry) -> Result {
    var result = Result(path: entry.path, size: entry.size, modified: entry.modified)
    guard Self.mayBeStory(entry.path, formats: library.formats) || tellsWhatItIs(entry.path) else {
      return result
    }
    do {
      if let format = try pieceFormat(of: entry.path, size: entry.size) {
        (result.format, result.pieces) = (format.name, format)
        return result
      }
    } catch {
      return Self.unreadable(result, error)
    }
    return readWhole(entry)
  }

  /// What reading a file may cost: what exceeds it becomes a problem, and the file is not read again until it
  /// changes.
  var budget: ReadAhead<Scanner.Entry, Result>.Budget {
    let (time, formats) = (library.bounds.time, library.formats)
    return ReadAhead<Scanner.Entry, Result>.Budget(
      seconds: { time.file + time.megabyte * Double($0.size) / Double(1 << 20) },
      overrun: { entry in
        var result = Result(path: entry.path, size: entry.size, modified: entry.modified)
        let ending = Source(path: entry.path, bytes: []).fileExtension
        result.format = (formats.first { $0.fileExtensions.contains(ending) } ?? formats.last)?.name
        result.problems = [
          Problem(
            path: entry.path,
            reason: "reading it takes too long, so it was left out; it is tried again when it changes")
        ]
        return result
      })
  }

  /// Reads a whole file.
  func readWhole(_ entry: Scanner.Entry) -> Result {
    var result = Result(path: entry.path, size: entry.size, modified: entry.modified)
    do {
      let content = try SafeFile(root: library.root).read(entry.path)
      (result.size, result.modified) = (content.size, content.modified)
      result.hash = Fingerprint(of: content.bytes)
      let source = Source(
        path: entry.path, bytes: content.bytes, modified: Timestamp(seconds: content.modified / 1_000_000_000)
      )
      guard let format = library.format(for: source) else { return result }
      result.format = format.name
      var reading = format.read(source)
      if (format as? any PieceFormat)?.ordinalsArePlaces != true { reading.numberStories() }
      // Where the newest come first, what is written last stands on top.
      if format.isReadInOrder { reading.stories.reverse() }
      if format.keepsWhatLeaves { keep(&reading, path: result.path) }
      desks.name(&reading.stories, areOfFeed: format.keepsWhatLeaves)
      result.entries = reading.entries
      result.problems = reading.problems
    } catch {
      return Self.unreadable(result, error)
    }
    return result
  }

  private static func unreadable(_ result: Result, _ error: LibraryError) -> Result {
    guard case .unreadable(_, let reason) = error else { return result }
    var result = result
    (result.format, result.state) = (nil, .unreadable)
    result.problems = [Problem(path: result.path, reason: "the file can't be read: \(reason)")]
    return result
  }

  /// The format of a file that must be read in pieces; nil if the file is small or of another kind.
  private func pieceFormat(of path: String, size: Int) throws(LibraryError) -> (any PieceFormat)? {
    let isPacked = Source(path: path, bytes: []).fileExtension != Source.lastExtension(of: path)
    guard isPacked || size > library.bounds.smallest else { return nil }
    let file = try SafeFile(root: library.root).opened(path)
    let stream = ByteStream(file.descriptor)
    var bytes = [UInt8](repeating: 0, count: Source.beginning)
    var (filled, isSound) = (0, true)
    do throws(ByteStream.Failure) {
      while filled < bytes.count {
        let count = try stream.read(into: &bytes, from: filled)
        if count == 0 { break }
        filled += count
      }
    } catch {
      isSound = false
    }
    bytes.removeLast(bytes.count - filled)
    let source = Source(path: path, bytes: bytes)
    guard let format = library.format(for: source) as? any PieceFormat, format.canCut(source) else {
      return nil
    }
    let small = library.bounds.whole ?? format.largestWhole
    guard stream.isPacked else { return file.size > small ? format : nil }
    // A damaged file still gives its sound pieces.
    return isSound && Self.ends(stream, within: small - filled) ? nil : format
  }

  /// Whether a stream ends within `limit` bytes.
  private static func ends(_ stream: ByteStream, within limit: Int) -> Bool {
    var bytes = [UInt8](repeating: 0, count: 64 << 10)
    var left = limit
    while left >= 0 {
      guard let count = try? stream.read(into: &bytes, from: 0) else { return false }
      if count == 0 { return true }
      left -= count
    }
    return false
  }

  /// The ids of the stories in a file now; nil if it can't be read.
  func names(in path: String) -> Set<StoryID>? {
    let file = SafeFile(root: library.root)
    guard let opened = try? file.opened(path) else { return nil }
    guard let format = try? pieceFormat(of: path, size: opened.size) else {
      guard let content = try? file.read(path) else { return nil }
      let source = Source(path: path, bytes: content.bytes)
      return Set(library.format(for: source)?.read(source).stories.map(\.id) ?? [])
    }
    guard let pieces = try? library.pieces(of: path, format) else { return nil }
    var names: Set<StoryID> = []
    while let chunk = pieces.stream.next() {
      for piece in chunk.cuts.pieces {
        let reading = pieces.reader.read(chunk.bytes(of: piece), of: piece, sharesName: false)
        names.formUnion(reading.stories.map(\.id))
      }
    }
    return names
  }

  /// Archives the stories of a feed, and adds those that have dropped out of it.
  private func keep(_ reading: inout Reading, path: String) {
    do {
      reading.stories += try library.archive.kept(reading.stories, path: path)
    } catch {
      reading.problems.append(Self.problem(error, path: path))
    }
  }

  /// The problem of a feed whose stories can't be archived.
  static func problem(_ error: any Error, path: String) -> Problem {
    Problem(
      path: path,
      reason: (error as? LibraryError)?.description
        ?? "items that drop out of this feed are lost: \(wording(of: error))")
  }

  /// Whether a file is worth opening: its extension belongs to a format, or it has none.
  private static func mayBeStory(_ path: String, formats: [any StoryFormat]) -> Bool {
    let ending = Source(path: path, bytes: []).fileExtension
    return ending.isEmpty || Formats.sharedExtensions.contains(ending)
      || formats.contains { $0.fileExtensions.contains(ending) }
  }
}

extension Reading {
  /// Counts the stories from 0, in the order of the file.
  mutating func numberStories() {
    for index in stories.indices { stories[index].place = .item(index) }
  }
}

extension Library {
  /// The format of a file, by its extension or else by its content.
  func format(for source: Source) -> (any StoryFormat)? {
    Formats.format(for: source, among: formats)
  }
}
