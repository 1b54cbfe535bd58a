internal import Stories
internal import StoryFormats

/// Reads and parses one file at a time, away from the thread that writes.
struct FileReader: Sendable {
  /// What a file gave.
  struct Result: Sendable {
    var path: String
    var size: Int
    var modified: Int64
    /// Nil where the file could not be read.
    var hash: Fingerprint?
    /// Nil for files of no known format.
    var format: String?
    var entries: [IndexEntry] = []
    var problems: [Problem] = []
    /// The format of a file of records that is too large to be read as a whole: it is still to be read.
    var records: (any RecordFormat)?

    /// When its first story was published, in seconds; what has no date comes before everything else.
    var published: Int64 { entries.first?.published?.seconds ?? .min }
  }

  /// Files of records up to this size are read as a whole, in bytes.
  private static let small = 1 << 20

  /// What stands for a format where a file could not be read, so that it is tried again each time.
  static let unreadable = "unreadable"

  let library: Library

  /// Reads the file and the stories in it; what goes wrong is in the result's problems.
  @Sendable func read(_ entry: Scanner.Entry) -> Result {
    var result = Result(
      path: entry.path, size: entry.size, modified: entry.modified, hash: nil, format: nil)
    guard Self.mayBeStory(entry.path, formats: library.formats) || tellsWhatItIs(entry.path) else {
      return result
    }
    do {
      let file = SafeFile(root: library.root)
      let ending = Source(path: entry.path, bytes: []).fileExtension
      if let records = library.formats.first(where: { $0.fileExtensions.contains(ending) })
        as? any RecordFormat,
        entry.size > Self.small || ending != Source.lastExtension(of: entry.path)
      {
        result.format = records.name
        result.records = records
        return result
      }
      let content = try file.read(entry.path)
      (result.size, result.modified) = (content.size, content.modified)
      result.hash = Fingerprint(of: content.bytes)
      let source = Source(
        path: entry.path, bytes: content.bytes, modified: Timestamp(seconds: content.modified / 1_000_000_000)
      )
      guard let format = library.format(for: source) else { return result }
      result.format = format.name
      var reading = format.read(source)
      if !(format is any RecordFormat) { reading.numberStories() }
      if format.keepsWhatLeaves { keep(&reading, path: result.path) }
      result.entries = reading.entries
      result.problems = reading.problems
    } catch {
      guard case .unreadable(_, let reason) = error else { return result }
      result.format = Self.unreadable
      result.problems = [Problem(path: entry.path, reason: "it can't be read: \(reason)")]
    }
    return result
  }

  /// The stories that a file holds now, without those it held before; nil where it can't be read.
  func stories(in path: String) -> [Story]? {
    guard let content = try? SafeFile(root: library.root).read(path) else { return nil }
    let source = Source(path: path, bytes: content.bytes)
    return library.format(for: source)?.read(source).stories ?? []
  }

  /// Keeps what a feed carries, and adds what it carried before.
  private func keep(_ reading: inout Reading, path: String) {
    do {
      reading.stories += try library.archive.kept(reading.stories, path: path)
    } catch {
      let reason =
        (error as? LibraryError)?.description ?? "what leaves the feed is not kept: \(wording(of: error))"
      reading.problems.append(Problem(path: path, reason: reason))
    }
  }

  /// Whether a file is worth opening: its ending is a format's, or it has none.
  private static func mayBeStory(_ path: String, formats: [any StoryFormat]) -> Bool {
    let ending = Source(path: path, bytes: []).fileExtension
    return ending.isEmpty || Formats.sharedExtensions.contains(ending)
      || formats.contains { $0.fileExtensions.contains(ending) }
  }
}

extension Reading {
  /// Counts the stories from 0, in the order of the file.
  mutating func numberStories() {
    for index in stories.indices { stories[index].ordinal = index }
  }
}

extension Library {
  /// The format of a file: by its ending, else by what its bytes look like.
  func format(for source: Source) -> (any StoryFormat)? {
    Formats.format(for: source, among: formats)
  }
}
