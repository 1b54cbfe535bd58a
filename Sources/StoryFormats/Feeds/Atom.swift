public import Stories

/// Feeds in Atom: RFC 4287, and 0.3 that came before it; single entries, too.
public struct Atom: FeedFormat {
  /// "atom".
  public let name = "atom"
  /// For `newsroom formats`.
  public let summary = "Atom feeds and entries, 1.0 and 0.3"
  /// The ending of saved feeds.
  public let fileExtensions = ["atom"]
  /// Words between tags.
  public let writing = SourceWriting.markup

  /// Counts up whenever feeds are read otherwise than before.
  public let edition = "3"

  /// A feed is a window on a longer run.
  public let keepsWhatLeaves = true

  /// Makes the format.
  public init() {}

  /// Whether the outermost element is Atom's `feed` or `entry`.
  public func recognises(_ source: Source) -> Bool {
    XMLFeed.root(of: source)?.kind == .atom
  }

  /// Reads the entries, each a story; a file that turns out to be RSS is read as that.
  public func read(_ source: Source) -> Reading {
    XMLFeed.read(source)
  }
}
