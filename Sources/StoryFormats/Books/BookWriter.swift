public import Stories

/// Writes stories as a book: EPUB 3.3, with the contents of EPUB 2 for older readers.
///
/// A chapter carries its story's fields, so that reading the book gives the same stories.
public struct BookWriter {
  /// The name for `--to`.
  public static let name = "epub"
  /// A short description.
  public static let summary = "one book, with contents by desk, sources and your clippings"
  /// The most stories of a book: a zip archive of this kind has 65,535 files.
  public static let most = 60_000

  /// What the contents say of a story.
  private struct Entry {
    var story: Story
    var file: String
    var clips: [Clip]
  }

  private let title: String
  private let now: Timestamp
  private var stories: [Story] = []
  private var clips: [StoryID: [Clip]] = [:]

  /// - Parameters:
  ///   - title: of the book.
  ///   - now: when it is made.
  public init(title: String, now: Timestamp) { (self.title, self.now) = (title, now) }

  /// How many stories it has.
  public var count: Int { stories.count }

  /// Adds a story, with what the reader keeps of it.
  public mutating func add(_ story: Story, clips: [Clip] = []) {
    stories.append(story)
    if !clips.isEmpty { self.clips[story.id] = clips }
  }

  /// The book.
  ///
  /// - Returns: its bytes; nil if there are too many stories, or too little memory.
  public func bytes() -> [UInt8]? {
    guard stories.count <= Self.most else { return nil }
    let desks = desks()
    let entries = desks.flatMap(\.entries)
    let files = Dictionary(entries.map { ($0.story.id, $0.file) }, uniquingKeysWith: { first, _ in first })
    let zip = ZipWriter()
    var isWhole = zip.add("mimetype", "application/epub+zip", isStored: true)
    func add(_ name: String, _ text: String) { isWhole = zip.add(name, text) && isWhole }
    add("META-INF/container.xml", Self.container)
    add("EPUB/book.opf", package(entries))
    add("EPUB/nav.xhtml", contents(desks))
    add("EPUB/toc.ncx", oldContents(desks))
    add("EPUB/style.css", Self.style)
    add("EPUB/cover.svg", BookCover(title: title, lines: coverLines(desks.map(\.name))).svg)
    add(
      "EPUB/cover.xhtml", page(title, "<p class=\"cover\"><img src=\"cover.svg\" alt=\"\(xml(title))\"/></p>")
    )
    for entry in entries { add("EPUB/" + entry.file, BookPage(entry.story, files: files).text) }
    add("EPUB/sources.xhtml", page("Sources", sources(entries)))
    if !clips.isEmpty { add("EPUB/notes.xhtml", page("Notes", notes(entries))) }
    return isWhole ? zip.finished() : nil
  }

  // MARK: Parts

  /// A desk with its stories, in the order in which they came.
  private func desks() -> [(name: String, entries: [Entry])] {
    var places: [String: Int] = [:]
    var desks: [(name: String, stories: [Story])] = []
    for story in stories {
      let name = story.section ?? ""
      if let place = places[name] {
        desks[place].stories.append(story)
      } else {
        places[name] = desks.count
        desks.append((name, [story]))
      }
    }
    var number = 0
    return desks.map { desk in
      (
        desk.name.isEmpty ? "Other stories" : desk.name,
        desk.stories.map { story in
          number += 1
          return Entry(story: story, file: "story-\(number).xhtml", clips: clips[story.id] ?? [])
        }
      )
    }
  }

  private func xml(_ text: String) -> String { Harmless.markup(text) }

  private var language: String {
    var counts: [String: Int] = [:]
    for language in stories.compactMap(\.language) { counts[language, default: 0] += 1 }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? "en"
  }

  /// The book's name for programs: made from its stories, so that the same stories give the same one.
  private var identifier: String {
    var stream = Fingerprint.Stream()
    stream.add(title.utf8)
    for story in stories { stream.add(story.id.description.utf8) }
    let digits = String(stream.value.value, radix: 16)
    var all = Array(String(repeating: "0", count: 32 - digits.count) + digits)
    // Version 8, variant 1 (RFC 9562, section 5.8).
    (all[12], all[16]) = ("8", "8")
    let parts = [all[0..<8], all[8..<12], all[12..<16], all[16..<20], all[20..<32]]
    return "urn:uuid:" + parts.map { String($0) }.joined(separator: "-")
  }

  private func coverLines(_ desks: [String]) -> [String] {
    let days = stories.compactMap(\.published).sorted()
    var lines = ["\(stories.count) \(stories.count == 1 ? "story" : "stories")"]
    if let first = days.first, let last = days.last {
      let (from, to) = (first.iso8601.prefix(10), last.iso8601.prefix(10))
      lines.append(from == to ? String(from) : "\(from) – \(to)")
    }
    return lines + desks.prefix(8)
  }

  private func package(_ entries: [Entry]) -> String {
    var seen: Set<String> = []
    let writers = entries.flatMap(\.story.bylines).filter { !$0.isEmpty && seen.insert($0).inserted }.prefix(
      50)
    let creators = writers.map { "<dc:creator>\(xml($0))</dc:creator>" }
    let items = entries.enumerated().map {
      "<item id=\"s\($0 + 1)\" href=\"\($1.file)\" media-type=\"application/xhtml+xml\"/>"
    }
    let references = entries.indices.map { "<itemref idref=\"s\($0 + 1)\"/>" }
    let hasNotes = !clips.isEmpty
    return """
      <?xml version="1.0" encoding="utf-8"?>
      <package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id">
      <metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
      <dc:identifier id="id">\(identifier)</dc:identifier>
      <dc:title>\(xml(title))</dc:title>
      <dc:language>\(xml(language))</dc:language>
      \(creators.joined(separator: "\n"))
      <dc:date>\(now.iso8601.prefix(10))</dc:date>
      <meta property="dcterms:modified">\(Timestamp(seconds: now.seconds).iso8601)</meta>
      <meta name="cover" content="cover-image"/>
      <meta name="generator" content="newsroom"/>
      </metadata>
      <manifest>
      <item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
      <item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>
      <item id="style" href="style.css" media-type="text/css"/>
      <item id="cover-image" href="cover.svg" media-type="image/svg+xml" properties="cover-image"/>
      <item id="cover" href="cover.xhtml" media-type="application/xhtml+xml"/>
      \(items.joined(separator: "\n"))
      <item id="sources" href="sources.xhtml" media-type="application/xhtml+xml"/>
      \(hasNotes ? "<item id=\"notes\" href=\"notes.xhtml\" media-type=\"application/xhtml+xml\"/>" : "")
      </manifest>
      <spine toc="ncx">
      <itemref idref="cover"/>
      <itemref idref="nav"/>
      \(references.joined(separator: "\n"))
      <itemref idref="sources"/>
      \(hasNotes ? "<itemref idref=\"notes\"/>" : "")
      </spine>
      </package>

      """
  }

  private func contents(_ desks: [(name: String, entries: [Entry])]) -> String {
    let parts = desks.map { desk in
      let lines = desk.entries.map { "<li><a href=\"\($0.file)\">\(xml(Self.label(of: $0.story)))</a></li>" }
      return "<li><span>\(xml(desk.name))</span>\n<ol>\n\(lines.joined(separator: "\n"))\n</ol></li>"
    }
    let ends =
      ["<li><a href=\"sources.xhtml\">Sources</a></li>"]
      + (clips.isEmpty ? [] : ["<li><a href=\"notes.xhtml\">Notes</a></li>"])
    return page(
      "Contents",
      """
      <nav epub:type="toc" id="toc"><h1>Contents</h1>
      <ol>
      \((parts + ends).joined(separator: "\n"))
      </ol></nav>
      """)
  }

  private func oldContents(_ desks: [(name: String, entries: [Entry])]) -> String {
    var number = 0
    func point(_ label: String, _ file: String, _ inner: String = "") -> String {
      """
      <navPoint id="n\(number)" playOrder="\(number)"><navLabel><text>\(xml(label))</text></navLabel>\
      <content src="\(file)"/>\(inner)</navPoint>
      """
    }
    var points: [String] = []
    for desk in desks {
      for entry in desk.entries {
        number += 1
        points.append(point("\(desk.name): \(Self.label(of: entry.story))", entry.file))
      }
    }
    number += 1
    points.append(point("Sources", "sources.xhtml"))
    if !clips.isEmpty {
      number += 1
      points.append(point("Notes", "notes.xhtml"))
    }
    return """
      <?xml version="1.0" encoding="utf-8"?>
      <ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1">
      <head><meta name="dtb:uid" content="\(identifier)"/></head>
      <docTitle><text>\(xml(title))</text></docTitle>
      <navMap>
      \(points.joined(separator: "\n"))
      </navMap>
      </ncx>

      """
  }

  private static func label(of story: Story) -> String {
    story.headline.isEmpty ? "Without a headline" : story.headline
  }

  /// Where each story is from.
  private func sources(_ entries: [Entry]) -> String {
    let lines = entries.map { entry in
      let story = entry.story
      let link = BookPage.webAddress(story.url).map { "<a href=\"\(xml($0))\">\(xml(story.url ?? ""))</a>" }
      let facts = [
        story.bylines.isEmpty ? nil : xml(story.bylines.joined(separator: ", ")),
        story.published.map { String($0.iso8601.prefix(10)) }, story.wire.provider.map(xml), link,
        story.path.isEmpty ? nil : xml(story.path), story.wire.copyright.map(xml),
      ]
      return "<li><a href=\"\(entry.file)\">\(xml(Self.label(of: story)))</a><br/>"
        + facts.compactMap(\.self).joined(separator: " · ") + "</li>"
    }
    return "<h1>Sources</h1>\n<ol>\n\(lines.joined(separator: "\n"))\n</ol>"
  }

  /// What the reader keeps of the stories.
  private func notes(_ entries: [Entry]) -> String {
    let parts = entries.filter { !$0.clips.isEmpty }.map { entry in
      let clips = entry.clips.map { clip in
        let words = clip.words.split(separator: "\n").map { "<p>\(xml(String($0)))</p>" }.joined()
        let note = clip.note.split(separator: "\n").map { "<p>\(xml(String($0)))</p>" }.joined(
          separator: "\n")
        return "<blockquote>\(words)</blockquote>\n\(note)"
      }
      return "<h2><a href=\"\(entry.file)\">\(xml(Self.label(of: entry.story)))</a></h2>\n"
        + clips.joined(separator: "\n")
    }
    return "<h1>Notes</h1>\n" + parts.joined(separator: "\n")
  }

  private func page(_ title: String, _ body: String) -> String {
    BookPage.frame(title: title, language: language, head: "", body: body)
  }

  private static let container = """
    <?xml version="1.0" encoding="utf-8"?>
    <container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
    <rootfiles><rootfile full-path="EPUB/book.opf" media-type="application/oebps-package+xml"/></rootfiles>
    </container>

    """

  private static let style = """
    body { font-family: serif; line-height: 1.4; }
    h1, h2, h3 { font-family: sans-serif; line-height: 1.2; }
    .cover { text-align: center; }
    .standfirst { font-style: italic; }
    .byline { font-size: 0.9em; }
    table { border-collapse: collapse; }
    td, th { padding: 0.2em 0.6em; border: 1px solid; text-align: left; }

    """
}
