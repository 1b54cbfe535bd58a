internal import Stories

/// Turns a book into stories, one a chapter.
struct BookReader {
  /// The most chapters, and how much text a chapter may have before what follows without a name of its own is
  /// another one, in bytes.
  private static let (mostChapters, longestUnnamed) = (5_000, 100_000)

  private let source: Source
  private var files: BookFiles
  private let package: BookPackage
  private let contents: BookContents
  private var chapters: [BookChapter] = []

  /// Opens a book; nil if it is no zip archive.
  init?(_ source: Source) {
    guard var files = BookFiles(source) else { return nil }
    package = BookPackage(&files)
    contents = BookContents(package, &files)
    (self.source, self.files) = (source, files)
  }

  /// The chapters' stories, in reading order.
  mutating func reading() -> Reading {
    let pages = pages()
    for page in pages where chapters.count < Self.mostChapters { take(page) }
    if chapters.count == Self.mostChapters {
      files.note("the book has more than \(Self.mostChapters) chapters; the others are left out")
    }
    identify()
    lead()
    if files.lockedCount > 0 {
      files.note(
        "the book is locked (DRM): \(files.lockedCount) of its files can't be read without its seller's key")
    } else if chapters.isEmpty {
      files.note("the book has no text")
    }
    return Reading(stories: chapters.indices.map(story), problems: files.problems)
  }

  // MARK: Chapters

  /// A file of the book, read.
  private struct Page {
    var file: String
    var title: String
    var chapter: BookChapter
  }

  private mutating func pages() -> [Page] {
    var pages: [Page] = []
    for file in package.spine.prefix(ZipArchive.mostEntries) {
      guard var tree = files.page(file) else { continue }
      if let own = ownChapter(tree, file) {
        pages.append(Page(file: file, title: "", chapter: own))
        continue
      }
      Self.prepare(&tree)
      var blocks = HTMLBlocks(tree: tree)
      blocks.parts = .all
      var chapter = BookChapter(file: file, files: [file])
      chapter.blocks = blocks.blocks(of: tree.first("body", in: tree.root) ?? tree.root)
      chapter.references = blocks.references
      chapter.size = chapter.blocks.reduce(0) { $0 + $1.text.utf8.count }
      guard chapter.hasWords else { continue }
      let title = tree.first("title", in: tree.root).map { tree.text(of: $0) } ?? ""
      pages.append(Page(file: file, title: title, chapter: chapter))
    }
    // Of a book that newsroom wrote, cover, contents and sources are no stories.
    if pages.contains(where: { $0.chapter.own != nil }) { pages.removeAll { $0.chapter.own == nil } }
    // A title that several files share is that of the book.
    var counts: [String: Int] = [:]
    for page in pages { counts[page.title, default: 0] += 1 }
    for index in pages.indices {
      let title = pages[index].title
      if counts[title] != 1 || title == package.title || title.utf8.count > 300 { pages[index].title = "" }
    }
    return pages
  }

  /// A chapter that newsroom wrote; nil for any other.
  private func ownChapter(_ tree: MarkupTree, _ file: String) -> BookChapter? {
    guard let content = BookPage.content(of: tree),
      let own = BookPage.story(in: tree, content: content, path: source.path)
    else { return nil }
    var chapter = BookChapter(file: file, headline: own.headline, files: [file])
    (chapter.references, chapter.own) = (content.references, own)
    return chapter
  }

  /// Takes pictures' addresses away, which lead into the book, and the numbers of printed pages.
  private static func prepare(_ tree: inout MarkupTree) {
    for node in tree.nodes.indices where !tree[node].isText {
      if tree[node].name == "img" {
        tree[node].attributes.removeAll { $0.name == "src" && !WebAddress.hasScheme($0.value) }
      }
      let isPageNumber = tree[node].attributes.contains { name, value in
        (name.hasSuffix("type") && value == "pagebreak") || (name == "role" && value == "doc-pagebreak")
      }
      if isPageNumber { tree[node].children = [] }
    }
  }

  /// Divides a file into chapters, or joins it to the chapter that it goes on with.
  private mutating func take(_ page: Page) {
    guard page.chapter.own == nil else { return chapters.append(page.chapter) }
    let entries = contents.chapters(in: page.file)
    let parts = entries.isEmpty ? [page.chapter] : Self.divided(page.chapter, at: entries)
    for (index, part) in parts.enumerated() {
      var part = part
      let label = entries.isEmpty ? contents.label(of: page.file) : part.headline
      part.takeHeadline(called: label)
      if part.headline == nil, index == 0, let last = chapters.indices.last, page.title.isEmpty,
        chapters[last].size + part.size <= Self.longestUnnamed
      {
        chapters[last].append(part)
        continue
      }
      if part.headline == nil, index == 0, !page.title.isEmpty { part.headline = page.title }
      if part.headline == nil, chapters.isEmpty { part.headline = package.title }
      if chapters.count < Self.mostChapters { chapters.append(part) }
    }
  }

  /// The parts of a file that the table of contents names, and what comes before the first.
  private static func divided(_ chapter: BookChapter, at entries: [BookContents.Entry]) -> [BookChapter] {
    var places: [(place: Int, entry: BookContents.Entry)] = []
    for entry in entries {
      let place =
        entry.fragment.map { name in
          chapter.blocks.firstIndex { $0.anchors?.contains(name) == true }
        } ?? 0
      if let place, place > places.last?.place ?? -1 { places.append((place, entry)) }
    }
    var parts: [BookChapter] = []
    if let first = places.first?.place, first > 0 {
      parts.append(Self.part(chapter, 0..<first, of: nil))
    }
    for (index, found) in places.enumerated() {
      let end = index + 1 < places.count ? places[index + 1].place : chapter.blocks.count
      parts.append(Self.part(chapter, found.place..<end, of: found.entry))
    }
    parts = parts.filter(\.hasWords)
    return parts.isEmpty ? [chapter] : parts
  }

  private static func part(_ chapter: BookChapter, _ range: Range<Int>, of entry: BookContents.Entry?)
    -> BookChapter
  {
    var part = chapter
    part.blocks = Array(chapter.blocks[range])
    part.size = part.blocks.reduce(0) { $0 + $1.text.utf8.count }
    part.headline = entry?.label
    part.fragment = range.lowerBound == 0 ? nil : entry?.fragment
    return part
  }

  /// Names the chapters: by the book's name and their place in it, else by their words.
  private mutating func identify() {
    for index in chapters.indices {
      let chapter = chapters[index]
      if let own = chapter.own {
        chapters[index].id = own.id
        continue
      }
      let place = chapter.file + (chapter.fragment.map { "#" + $0 } ?? "")
      if let book = package.identifier {
        let name = "\(book) \(place)"
        (chapters[index].identifier, chapters[index].id) = (name, StoryID(identifier: name))
      } else {
        let words = chapter.blocks.map(\.text).joined(separator: "\n")
        chapters[index].id = StoryID(content: "\(package.title ?? "")\n\(place)\n\(words)".utf8)
      }
    }
  }

  // MARK: Links

  /// Gives every link within the book the chapter that it leads to.
  private mutating func lead() {
    var first: [String: Int] = [:]
    var parts: [String: Int] = [:]
    for (index, chapter) in chapters.enumerated() {
      for file in chapter.files {
        if first[file] == nil { first[file] = index }
        for anchor in chapter.anchors where parts["\(file)#\(anchor)"] == nil {
          parts["\(file)#\(anchor)"] = index
        }
      }
    }
    for index in chapters.indices {
      for place in chapters[index].references.indices {
        var reference = chapters[index].references[place]
        guard reference.kind == .story, reference.naming == .path || reference.isWithin else { continue }
        let file = reference.target.map { BookPath.resolved($0, from: chapters[index].file) }
        let name = file.flatMap { files.known($0) } ?? chapters[index].file
        let target =
          reference.anchor.flatMap { parts["\(name)#\(PercentCoding.decoded($0))"] }
          ?? (file == nil ? index : file.flatMap { files.known($0) }.flatMap { first[$0] })
        if let target, target == index, reference.anchor != nil {
          (reference.target, reference.naming) = (nil, .nothing)
        } else if let target {
          (reference.target, reference.naming) = (chapters[target].slug, .slug)
        } else {
          (reference.target, reference.naming, reference.anchor) = (nil, .nothing, nil)
        }
        chapters[index].references[place] = reference
      }
    }
  }

  // MARK: Stories

  private func story(_ index: Int) -> Story {
    let chapter = chapters[index]
    if var own = chapter.own {
      own.place = .item(index)
      own.references.replaceSubrange(
        0..<min(chapter.references.count, own.references.count), with: chapter.references)
      if !own.slugs.contains(chapter.slug) { own.slugs.append(chapter.slug) }
      return own
    }
    var story = Story(
      id: chapter.id, path: source.path, place: .item(index), format: "epub", headline: chapter.headline ?? ""
    )
    story.identifier = chapter.identifier
    (story.body, story.references) = (chapter.blocks, chapter.references)
    story.dropUnusedReferences()
    if chapters.indices.contains(index + 1) {
      let next = chapters[index + 1]
      story.references.append(
        Reference(
          kind: .story, text: next.headline ?? "Next", target: next.slug, naming: .slug,
          label: "Next chapter", position: story.body.count))
    }
    story.section = package.title
    (story.bylines, story.tags) = (package.creators, package.subjects)
    (story.language, story.slugs) = (package.language, [chapter.slug])
    (story.wire.provider, story.wire.copyright) = (package.publisher, package.rights)
    if let date = package.date {
      story.published = DateReading.read(date).flatMap { $0.day.civil.year < 1_000 ? nil : $0 }
    }
    story.finish(as: .item(isAlone: false))
    return story
  }
}
