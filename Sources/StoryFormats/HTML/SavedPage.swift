public import Stories

/// Pages as browsers save them: the article found, the furniture left out.
public struct SavedPage: StoryFormat {
  /// "html".
  public let name = "html"
  /// For `newsroom formats`.
  public let summary = "saved web pages: the article, without menus, share bars or comments"
  /// Endings of saved pages.
  public let fileExtensions = ["html", "htm", "xhtml"]
  /// Words between tags.
  public let writing = SourceWriting.markup

  /// Its readings have changed since the first.
  public let edition = "3"

  /// Makes the format.
  public init() {}

  /// Whether the bytes begin as a page does.
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

  /// Reads the article of a page that is text already.
  ///
  /// - Parameters:
  ///   - savedFrom: where the page was saved from.
  ///   - savedAs: what its saver called it, for want of a headline.
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
