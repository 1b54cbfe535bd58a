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
    var reading: Reading
  }

  /// What stands for a format where a file could not be read, so that it is tried again each time.
  static let unreadable = "unreadable"

  let library: Library

  /// Reads the file and the stories in it; what goes wrong is in the result's problems.
  @Sendable func read(_ entry: Scanner.Entry) -> Result {
    var result = Result(
      path: entry.path, size: entry.size, modified: entry.modified, hash: nil, format: nil, reading: Reading()
    )
    guard Self.mayBeStory(entry.path, formats: library.formats) else { return result }
    do {
      let content = try SafeFile(root: library.root).read(entry.path)
      (result.size, result.modified) = (content.size, content.modified)
      result.hash = Fingerprint(of: content.bytes)
      let source = Source(
        path: entry.path, bytes: content.bytes, modified: Timestamp(seconds: content.modified / 1_000_000_000)
      )
      guard let format = library.format(for: source) else { return result }
      result.format = format.name
      result.reading = format.read(source)
    } catch {
      guard case .unreadable(_, let reason) = error else { return result }
      result.format = Self.unreadable
      result.reading = Reading(problems: [Problem(path: entry.path, reason: "it can't be read: \(reason)")])
    }
    return result
  }

  /// Whether a file is worth opening: its ending is a format's, or it has none.
  private static func mayBeStory(_ path: String, formats: [any StoryFormat]) -> Bool {
    let ending = Source(path: path, bytes: []).fileExtension
    return ending.isEmpty || formats.contains { $0.fileExtensions.contains(ending) }
  }
}

extension Library {
  /// The format of a file: by its ending, else by what its bytes look like.
  func format(for source: Source) -> (any StoryFormat)? {
    let ending = source.fileExtension
    return formats.first { $0.fileExtensions.contains(ending) } ?? formats.first { $0.recognises(source) }
  }
}
