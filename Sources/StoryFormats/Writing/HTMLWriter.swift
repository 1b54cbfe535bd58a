public import Stories

/// Writes standalone pages, with the metadata that search engines and readers know.
public struct HTMLWriter: StoryWriter {
  /// "html".
  public let name = "html"
  /// The description for help texts.
  public let summary = "one page per story, or one page for all"
  /// "html".
  public let fileExtension = "html"

  /// Makes the writer.
  public init() {}

  /// A whole page.
  public func document(_ story: Story) -> String {
    let language = story.language.map { " lang=\"\(Harmless.markup($0))\"" } ?? ""
    return """
      <!DOCTYPE html>
      <html\(language)>
      <head>
      \(Self.head(title: story.headline))
      \(Self.metadata(of: story))
      </head>
      <body>
      \(part(story))</body>
      </html>

      """
  }

  /// The beginning of a page with several stories.
  public func opening(title: String) -> String {
    "<!DOCTYPE html>\n<html>\n<head>\n\(Self.head(title: title))\n</head>\n<body>\n"
  }

  /// One article.
  public func part(_ story: Story) -> String {
    var lines = [
      "<article>", Self.record(of: story), "<header>", "<h1>\(Harmless.markup(story.headline))</h1>",
    ]
    if let standfirst = story.standfirst {
      lines.append("<p class=\"standfirst\">\(Harmless.markup(standfirst))</p>")
    }
    if !story.bylines.isEmpty {
      lines.append("<p class=\"byline\">By \(Harmless.markup(story.bylines.joined(separator: ", ")))</p>")
    }
    if let published = story.published {
      lines.append("<p><time datetime=\"\(published.iso8601)\">\(published.iso8601.prefix(10))</time></p>")
    }
    lines += [
      "</header>",
      "<div class=\"\(OwnMarkup.body)\">\n\(HTMLBody(story: story, broadestHeading: 2).text)\n</div>",
    ]
    if !story.teasers.isEmpty {
      lines.append("<aside class=\"related\">\n<ul>")
      for teaser in story.teasers {
        let title = Harmless.markup(teaser.title)
        let link =
          Harmless.address(teaser.target).map { "<a href=\"\(Harmless.markup($0))\">\(title)</a>" } ?? title
        lines.append("<li>\(link)\(teaser.text.isEmpty ? "" : " — " + Harmless.markup(teaser.text))</li>")
      }
      lines.append("</ul>\n</aside>")
    }
    if let copyright = story.wire.copyright { lines.append("<footer>\(Harmless.markup(copyright))</footer>") }
    return (lines + ["</article>"]).filter { !$0.isEmpty }.joined(separator: "\n") + "\n"
  }

  /// The end of a page with several stories.
  public let closing = "</body>\n</html>\n"

  private static func head(title: String) -> String {
    """
    <meta charset="utf-8">
    <meta name="generator" content="newsroom">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>\(Harmless.markup(title))</title>
    """
  }

  /// The story's fields, so that all of them can be read back.
  private static func record(of story: Story) -> String {
    // "</script>" in the data would end the element.
    let record = OwnMarkup.record(of: story).line.replacing("<", with: "\\u003c")
    return "<script type=\"application/ld+json\" class=\"\(OwnMarkup.record)\">\(record)</script>"
  }

  private static func metadata(of story: Story) -> String {
    var members: [(String, JSON)] = [
      ("@context", .string("https://schema.org")), ("@type", .string("NewsArticle")),
      ("headline", .string(story.headline)),
    ]
    func add(_ name: String, _ value: String?) {
      if let value, !value.isEmpty { members.append((name, .string(value))) }
    }
    add("description", story.standfirst)
    add("datePublished", story.published?.text)
    add("dateModified", story.updated?.text)
    add("articleSection", story.section)
    add("inLanguage", story.language)
    add("url", Harmless.address(story.url))
    if !story.bylines.isEmpty {
      members.append(
        (
          "author",
          .array(story.bylines.map { .object([("@type", .string("Person")), ("name", .string($0))]) })
        ))
    }
    if !story.tags.isEmpty { members.append(("keywords", .strings(story.tags))) }
    // "</script>" in the data would end the element.
    let data = JSON.object(members).line.replacing("<", with: "\\u003c")
    let link =
      Harmless.address(story.url).map { "<link rel=\"canonical\" href=\"\(Harmless.markup($0))\">\n" } ?? ""
    return "\(link)<script type=\"application/ld+json\">\(data)</script>"
  }
}

extension Timestamp {
  /// The moment in ISO 8601, with its own precision: `2016`, `2016-03`, `2016-03-29`, or with the time.
  var text: String {
    switch precision {
    case .year: String(iso8601.prefix(4))
    case .month: String(iso8601.prefix(7))
    case .day: String(iso8601.prefix(10))
    case .minute, .second: exact
    }
  }
}
