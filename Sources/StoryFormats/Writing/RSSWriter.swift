public import Stories

/// Writes RSS 2.0 with the whole text in `content:encoded`, for any feed reader.
public struct RSSWriter: StoryWriter {
  /// "rss".
  public let name = "rss"
  /// The description for help texts.
  public let summary = "an RSS 2.0 feed with the full text"
  /// "rss".
  public let fileExtension = "rss"

  /// Makes the writer.
  public init() {}

  /// A feed of one story.
  public func document(_ story: Story) -> String {
    opening(title: story.headline) + part(story) + closing
  }

  /// The beginning of the feed, with its title.
  public func opening(title: String) -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" \
    xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" \
    xmlns:prism="http://prismstandard.org/namespaces/basic/2.0/" \
    xmlns:newsroom="\(OwnMarkup.namespace)">
    <channel>
    <title>\(Harmless.markup(title))</title>
    <description>Written by newsroom</description>

    """
  }

  /// The end of the feed.
  public let closing = "</channel>\n</rss>\n"

  /// One item.
  public func part(_ story: Story) -> String {
    var lines = ["<item>", Self.element("title", story.headline)]
    if let url = Harmless.address(story.url) { lines.append(Self.element("link", url)) }
    let guid = Harmless.markup(Self.guid(of: story))
    lines.append("<guid isPermaLink=\"false\">\(guid)</guid>")
    if let published = story.published { lines.append(Self.element("pubDate", published.rfc822)) }
    if let updated = story.updated { lines.append(Self.element("dcterms:modified", updated.text)) }
    lines += story.bylines.map { Self.element("dc:creator", $0) }
    if let language = story.language { lines.append(Self.element("dc:language", language)) }
    if let section = story.section { lines.append(Self.element("prism:section", section)) }
    if let dateline = story.dateline { lines.append(Self.element("prism:location", dateline)) }
    lines += story.tags.map { Self.element("category", $0) }
    if let standfirst = story.standfirst { lines.append(Self.element("description", standfirst)) }
    lines.append(Self.element("newsroom:record", OwnMarkup.record(of: story).line))
    // Escaped, since a text could end a CDATA section.
    lines.append(Self.element("content:encoded", HTMLBody(story: story).text))
    return (lines + ["</item>"]).joined(separator: "\n") + "\n"
  }

  /// A globally unique name of the story: its identifier if that is an address, else its id.
  private static func guid(of story: Story) -> String {
    guard let name = story.identifier, WebAddress.hasScheme(name), !name.contains(where: \.isWhitespace)
    else {
      return "urn:newsroom:\(story.id)"
    }
    return name
  }

  private static func element(_ name: String, _ text: String) -> String {
    "<\(name)>\(Harmless.markup(text))</\(name)>"
  }
}

extension Timestamp {
  /// The moment as feeds and mails write it: `Tue, 29 Mar 2016 09:12:00 +0200` (RFC 5322, section 3.3).
  package var rfc822: String {
    let (year, month, number) = day.civil
    let (hour, minute, second) = clock
    let zone = abs(offset) / 60
    let sign = offset < 0 ? "-" : "+"
    return "\(Self.weekdays[day.weekday]), \(number.padded(2)) \(Self.months[month - 1]) \(year.padded(4)) "
      + "\(hour.padded(2)):\(minute.padded(2)):\(second.padded(2)) "
      + "\(sign)\((zone / 60).padded(2))\((zone % 60).padded(2))"
  }

  private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
}
