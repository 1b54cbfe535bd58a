public import Stories

/// Pages as browsers save them: the article without its furniture.
public struct SavedPage: StoryFormat {
  /// "html".
  public let name = "html"
  /// The line for `newsroom formats`.
  public let summary = "saved web pages: the article, without menus, share bars or comments"
  /// The extensions of saved pages.
  public let fileExtensions = ["html", "htm", "xhtml"]
  /// How the words are written: between tags.
  public let writing = SourceWriting.markup

  /// Raised whenever pages are read differently.
  public let edition = "3"

  /// Makes the format.
  public init() {}

  /// Whether the bytes begin like a page.
  public func recognises(_ source: Source) -> Bool {
    let head = String(decoding: source.bytes.prefix(512).filter { $0 != 0 }, as: UTF8.self).trimmedASCII
      .lowercased()
    let start = head.hasPrefix("\u{FEFF}") ? head.dropFirst() : head[...]
    return start.hasPrefix("<!doctype html") || start.hasPrefix("<html")
      || (start.hasPrefix("<?xml") && start.contains("<html"))
  }

  /// Reads the page's article.
  public func read(_ source: Source) -> Reading {
    let text = PageCharset.decode(source.bytes).text
    return Self.read(text, of: source, savedFrom: SavedFrom.address(in: text))
  }

  /// Reads the article of a page that is already decoded.
  ///
  /// - Parameters:
  ///   - savedFrom: where the page was saved from.
  ///   - savedAs: the name under which it was saved, in case it has no headline.
  static func read(_ text: String, of source: Source, savedFrom: WebAddress?, savedAs: String? = nil)
    -> Reading
  {
    let (tree, isCut) = HTMLParser.parseTellingCut(text)
    var reading =
      OwnPage(source: source, tree: tree).reading()
      ?? PageReader(source: source, tree: tree, savedFrom: savedFrom, savedAs: savedAs).reading()
    if isCut {
      reading.problems.append(
        Problem(path: source.path, reason: "the page is too long; its end is left out"))
    }
    return reading
  }
}
