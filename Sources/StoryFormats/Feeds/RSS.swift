public import Stories

/// RSS feeds: 2.0 and its forerunners 0.91 to 0.94, and the RDF versions 1.0, 1.1 and 0.90.
public struct RSS: FeedFormat {
  /// "rss".
  public let name = "rss"
  /// The line for `newsroom formats`.
  public let summary = "RSS feeds, 0.90 to 2.0, with Dublin Core, Media RSS and podcasts"
  /// The extensions of saved feeds.
  public let fileExtensions = ["rss", "rdf"]
  /// How the words are written: between tags.
  public let writing = SourceWriting.markup

  /// Raised whenever feeds are read differently.
  public let edition = "3"

  /// Feeds drop old items, which the library keeps.
  public let keepsWhatLeaves = true

  /// Makes the format.
  public init() {}

  /// Whether the root element is `rss`, or RDF that contains RSS.
  public func recognises(_ source: Source) -> Bool {
    XMLFeed.root(of: source)?.kind == .rss
  }

  /// Reads each item as a story; a file that turns out to be Atom is read as Atom.
  public func read(_ source: Source) -> Reading {
    XMLFeed.read(source)
  }
}
