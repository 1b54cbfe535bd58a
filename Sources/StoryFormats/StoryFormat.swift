public import Stories

/// One way of writing stories into a file.
///
/// To add a format: one file with a type that conforms, one line in `Formats.all`, and fixtures.
public protocol StoryFormat: Sendable {
  /// The name that `--format` takes and `Story.format` carries: one lower-case word.
  var name: String { get }
  /// What the format is, in a few words, for `newsroom formats`.
  var summary: String { get }
  /// Endings of file names, lower case without the dot, that are this format's own.
  var fileExtensions: [String] { get }
  /// Whether the bytes look like this format, where the file's name does not tell.
  func recognises(_ source: Source) -> Bool
  /// Whether the bytes are this format beyond doubt, so that it takes the file from plain text, whatever its name.
  func isCertain(_ source: Source) -> Bool
  /// Changes whenever the same file may be read otherwise than before, so that files are read again.
  var edition: String { get }
  /// Whether a file of it is a window on a longer run, as a feed is: stories that leave the file are kept.
  var keepsWhatLeaves: Bool { get }
  /// How its files hold their words, so that what was read can be compared with what was there.
  var writing: SourceWriting { get }
  /// Reads the stories. Never fails: what can't be read becomes a `Problem`.
  func read(_ source: Source) -> Reading
}

extension StoryFormat {
  /// Few formats are told from prose by a few bytes.
  public func isCertain(_ source: Source) -> Bool { false }
  /// The first, where nothing else is said.
  public var edition: String { "1" }
  /// Words as they stand.
  public var writing: SourceWriting { .text }
  /// Most files are all there is.
  public var keepsWhatLeaves: Bool { false }
}

/// A file on its way into a format: its name and its bytes, nothing of the file system.
public struct Source: Sendable {
  /// The path relative to the library's directory, "/" between parts.
  public var path: String
  /// The content, already under the size bound and decompressed.
  public var bytes: [UInt8]
  /// When the file was last written: a story's date of last resort is never taken from it, but "updated" may be.
  public var modified: Timestamp?

  /// Makes a source.
  public init(path: String, bytes: [UInt8], modified: Timestamp? = nil) {
    self.path = path
    self.bytes = bytes
    self.modified = modified
  }

  /// The last part of the path.
  public var fileName: Substring {
    path[(path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex)...]
  }

  /// The file name without its last extension, and without that of a compressed file.
  public var stem: Substring {
    let name = FileNames.uncompressed(fileName)
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
    return name[..<dot]
  }

  /// The last extension in lower case, without the dot and the ending of a compressed file; empty where there is none.
  public var fileExtension: String {
    Self.lastExtension(of: FileNames.uncompressed(fileName))
  }

  /// The last extension of a path or name in lower case, without the dot; empty where there is none.
  public static func lastExtension(of path: some StringProtocol) -> String {
    let name = path[(path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex)...]
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "" }
    return name[name.index(after: dot)...].lowercased()
  }
}
