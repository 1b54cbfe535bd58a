public import Stories

/// Pages as browsers save them: the article found, the furniture left out.
public struct SavedPage: StoryFormat {
  /// "html".
  public let name = "html"
  /// For `newsroom formats`.
  public let summary = "saved web pages: the article without menus, share bars and comments"
  /// Endings of saved pages.
  public let fileExtensions = ["html", "htm", "xhtml"]

  /// Makes the format.
  public init() {}

  /// Whether the bytes begin as a page does.
  public func recognises(_ source: Source) -> Bool {
    let head = String(decoding: source.bytes.prefix(512), as: UTF8.self).trimmedASCII.lowercased()
    return head.hasPrefix("<!doctype html") || head.hasPrefix("<html")
  }

  /// Reads the page's article.
  public func read(_ source: Source) -> Reading {
    let decoded = PageCharset.decode(source.bytes)
    return PageReader(source: source, tree: HTMLParser.parse(decoded.text)).reading()
  }
}

/// Makes a story of one page.
struct PageReader {
  let source: Source
  let tree: MarkupTree

  func reading() -> Reading {
    let metadata = PageMetadata(tree)
    var page = tree
    page.prepare()
    let finder = ArticleFinder(title: metadata.title ?? "", hasByline: !metadata.bylines.isEmpty)
    let article = finder.find(in: page)
    let whole = article?.tree ?? tree
    guard let top = article?.top ?? tree.first("body", in: tree.root) else {
      return Reading(problems: [Problem(path: source.path, reason: "the page has no text")])
    }
    let base = metadata.canonical.flatMap { WebAddress($0) }
    var blocks = HTMLBlocks(tree: whole, base: base)
    var story = Story(id: StoryID(identifier: ""), path: source.path, format: "html", headline: "")
    story.body = blocks.blocks(of: top)
    story.references = blocks.references
    guard !story.body.isEmpty || metadata.title != nil else {
      return Reading(problems: [Problem(path: source.path, reason: "the page has no text")])
    }
    fill(&story, from: metadata, byline: article?.byline)
    return Reading(stories: [story])
  }

  private func fill(_ story: inout Story, from metadata: PageMetadata, byline: String?) {
    story.headline = metadata.title ?? ""
    takeFirstHeading(&story)
    if let description = metadata.description, description != story.headline,
      !isBeginning(description, of: story)
    {
      story.standfirst = description
    }
    story.bylines = metadata.bylines.isEmpty ? byline.map { names(in: $0) } ?? [] : metadata.bylines
    story.published = date(metadata.published, &story) ?? FileNames.date(of: source.path)
    story.updated = date(metadata.updated, &story)
    story.section = metadata.section
    story.tags = metadata.tags
    story.language = metadata.language ?? LanguageGuess.language(of: story.text)
    story.slugs = FileNames.slugs(of: source.path)
    if let address = metadata.canonical.flatMap({ WebAddress($0) })?.text {
      story.url = address
      story.identifier = address
      story.id = StoryID(identifier: address)
    } else {
      story.id = StoryID(content: source.bytes)
    }
    if story.headline.isEmpty {
      story.headline = FileNames.title(of: source.path)
      story.problems.append(
        Problem(path: source.path, reason: "the page has no title; the file's name stands for it"))
    }
  }

  /// A heading over the text that says the headline again goes; without a headline, the first heading is it.
  private func takeFirstHeading(_ story: inout Story) {
    guard let first = story.body.firstIndex(where: { if case .heading = $0.kind { true } else { false } })
    else { return }
    let text = story.body[first].text
    if story.headline.isEmpty { story.headline = text }
    if TextMarks.saysTheSame(text, story.headline) { story.body.remove(at: first) }
  }

  private func isBeginning(_ text: String, of story: Story) -> Bool {
    let start = text.prefix(60)
    return story.body.prefix(3).contains { $0.text.hasPrefix(start) }
  }

  private func names(in byline: String) -> [String] {
    TextBylines.names(in: byline) ?? [byline]
  }

  private func date(_ text: String?, _ story: inout Story) -> Timestamp? {
    guard let text else { return nil }
    let date = DateReading.read(text)
    if date == nil {
      story.problems.append(Problem(path: source.path, reason: "the date “\(text.prefix(60))” can't be read"))
    }
    return date
  }
}
