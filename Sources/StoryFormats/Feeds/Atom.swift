public import Stories

/// Feeds and single entries in Atom: RFC 4287, and its forerunner 0.3.
public struct Atom: FeedFormat {
  /// "atom".
  public let name = "atom"
  /// The line for `newsroom formats`.
  public let summary = "Atom feeds and entries, 1.0 and 0.3"
  /// The extension of saved feeds.
  public let fileExtensions = ["atom"]
  /// How the words are written: between tags.
  public let writing = SourceWriting.markup

  /// Raised whenever feeds are read differently.
  public let edition = "3"

  /// Feeds drop old items, which the library keeps.
  public let keepsWhatLeaves = true

  /// Makes the format.
  public init() {}

  /// Whether the outermost element is Atom's `feed` or `entry`.
  public func recognises(_ source: Source) -> Bool {
    XMLFeed.root(of: source)?.kind == .atom
  }

  /// Reads each entry as a story; a file that turns out to be RSS is read as RSS.
  public func read(_ source: Source) -> Reading {
    XMLFeed.read(source)
  }
}
