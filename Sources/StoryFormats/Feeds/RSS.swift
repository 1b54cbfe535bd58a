public import Stories

/// Feeds in RSS: 2.0 and its forerunners 0.91 to 0.94, and 1.0, 1.1 and 0.90, which are RDF.
public struct RSS: FeedFormat {
  /// "rss".
  public let name = "rss"
  /// For `newsroom formats`.
  public let summary = "RSS feeds, 0.90 to 2.0, with Dublin Core, Media RSS and podcasts"
  /// Endings of saved feeds.
  public let fileExtensions = ["rss", "rdf"]
  /// Words between tags.
  public let writing = SourceWriting.markup

  /// Counts up whenever feeds are read otherwise than before.
  public let edition = "3"

  /// A feed is a window on a longer run.
  public let keepsWhatLeaves = true

  /// Makes the format.
  public init() {}

  /// Whether the outermost element is `rss`, or RDF that holds an RSS.
  public func recognises(_ source: Source) -> Bool {
    XMLFeed.root(of: source)?.kind == .rss
  }

  /// Reads the items, each a story; a file that turns out to be Atom is read as that.
  public func read(_ source: Source) -> Reading {
    XMLFeed.read(source)
  }
}
