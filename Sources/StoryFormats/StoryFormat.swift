public import Stories

/// One way of writing stories into a file.
///
/// To add a format: one file with a type that conforms, one line in `StoryFormats.all`, and fixtures.
public protocol StoryFormat: Sendable {
  /// The name that `--format` takes and `Story.format` carries: one lower-case word.
  var name: String { get }
  /// What the format is, in a few words, for `newsroom formats`.
  var summary: String { get }
  /// Endings of file names, lower case without the dot, that are this format's own.
  var fileExtensions: [String] { get }
  /// Whether the bytes look like this format, where the file's name does not tell.
  func recognises(_ source: Source) -> Bool
  /// Reads the stories. Never fails: what can't be read becomes a `Problem`.
  func read(_ source: Source) -> Reading
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

  /// The file name without its last extension.
  public var stem: Substring {
    let name = fileName
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
    return name[..<dot]
  }

  /// The last extension in lower case, without the dot; empty where there is none.
  public var fileExtension: String {
    let name = fileName
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "" }
    return name[name.index(after: dot)...].lowercased()
  }
}
