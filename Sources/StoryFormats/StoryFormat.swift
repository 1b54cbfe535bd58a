public import Stories

/// A file format that contains stories.
///
/// To add a format, write one file with a conforming type, add a line to `Formats.reading`, and add fixtures.
public protocol StoryFormat: Sendable {
  /// The name for `--format` and `Story.format`: one word in lower case.
  var name: String { get }
  /// A short description for `newsroom formats`.
  var summary: String { get }
  /// The file name extensions of this format alone, in lower case without the dot.
  var fileExtensions: [String] { get }
  /// Whether the bytes look like this format, if the file name does not tell.
  func recognises(_ source: Source) -> Bool
  /// Whether the bytes are certainly this format, so that it is used whatever the file's name.
  func isCertain(_ source: Source) -> Bool
  /// Changes whenever the same file may be read differently, so that files are read again.
  var edition: String { get }
  /// Whether stories that leave a file are kept, since the file holds only the latest, as a feed does.
  var keepsWhatLeaves: Bool { get }
  /// Whether its stories are parts of one text, read in the order of the file.
  var isReadInOrder: Bool { get }
  /// How words are written in its files, for comparing them with what was read.
  var writing: SourceWriting { get }
  /// Reads the stories.
  ///
  /// It never fails: what can't be read becomes a `Problem`.
  func read(_ source: Source) -> Reading
}

extension StoryFormat {
  /// Few formats can be told from prose by a few bytes.
  public func isCertain(_ source: Source) -> Bool { false }
  /// The first edition.
  public var edition: String { "1" }
  /// Plain text.
  public var writing: SourceWriting { .text }
  /// Most stories of a file have nothing to do with each other.
  public var isReadInOrder: Bool { false }
  /// Most files are complete.
  public var keepsWhatLeaves: Bool { false }
}

/// A file to read: its name and its bytes, independent of the file system.
public struct Source: Sendable {
  /// The path relative to the library's directory, with "/" between parts.
  public var path: String
  /// The content, within the size limit and decompressed.
  public var bytes: [UInt8]
  /// When the file was last written.
  ///
  /// It may serve as `updated`, but never as the publication date.
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

  /// The last extension in lower case, without the dot and that of a compressed file; empty if there is none.
  public var fileExtension: String {
    Self.lastExtension(of: FileNames.uncompressed(fileName))
  }

  /// The last extension of a path or name in lower case, without the dot; empty if there is none.
  public static func lastExtension(of path: some StringProtocol) -> String {
    let name = path[(path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex)...]
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "" }
    return name[name.index(after: dot)...].lowercased()
  }
}
