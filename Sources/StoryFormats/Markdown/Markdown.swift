public import Stories

/// Stories in Markdown (CommonMark with tables, task lists, strike-through, wiki links and footnotes), with
/// front matter.
///
/// The steps: take front matter off, remove template tags, rewrite other dialects for the parser (tables,
/// definitions, callouts, marks and links of notes), take notes out, parse with md4c, then read labelled
/// lines, headline and fields.
public struct Markdown: StoryFormat {
  /// "markdown".
  public let name = "markdown"
  /// The line for `newsroom formats`.
  public let summary = "Markdown, with YAML, TOML or plain front matter"
  /// The extensions in use for Markdown.
  public let fileExtensions = ["md", "markdown", "mdown", "mkdn", "mkd", "mdx"]
  /// Raised whenever files are read differently.
  public let edition = "4"
  /// Makes the format.
  public init() {}

  /// Whether the bytes begin with a front matter fence and a name below it.
  public func recognises(_ source: Source) -> Bool {
    let start = source.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let opening = FrontMatter.line(of: source.bytes, at: start)
    let mark = source.bytes[opening.text].first
    guard opening.text.count == 3, mark == 0x2D || mark == 0x2B,
      source.bytes[opening.text].allSatisfy({ $0 == mark })
    else { return false }
    let next = FrontMatter.line(of: source.bytes, at: opening.next)
    return FrontMatter.name(of: source.bytes[next.text], separator: mark == 0x2D ? 0x3A : 0x3D) != nil
  }

  /// Reads one story.
  ///
  /// A file always gives one; without a title it is named after its file.
  public func read(_ source: Source) -> Reading {
    let decoded = TextDecoding.decode(source.bytes)
    let bytes = Array(decoded.text.utf8)
    let found = FrontMatter.find(in: bytes)
    let path = MarkdownPath(source)
    let fields = MarkdownFields(matter: found.matter, source: source, path: path)
    var story = Story(id: StoryID(content: source.bytes), path: source.path, format: name, headline: "")
    if decoded.isDamaged {
      story.problems.append(
        Problem(path: source.path, reason: "some bytes are not valid text and are shown as �"))
    }
    fields.fill(&story)

    let text = MarkdownText(bytes[found.bodyStart...], firstLine: found.bodyLine)
    let spans = MarkdownSpans(
      MarkdownCallouts.prepared(
        DefinitionLists.prepared(
          MarkdownTables.prepared(MathBlocks.prepared(TemplateTags.removed(from: text))))))
    story.tags = (story.tags + spans.tags).uniqued
    let notes = MarkdownNotes(spans.text)
    var options = MarkdownBody.Options(path: source.path, noteCount: notes.notes.count)
    options.hasPreparedLinks = true
    (story.body, story.references) = MarkdownBody.read(notes.text.withBoundedParagraphs, options: options)
    for (index, note) in notes.notes.enumerated() {
      options.firstReference = story.references.count
      let (blocks, references) = MarkdownBody.read(note.withBoundedParagraphs, options: options)
      story.references += references
      story.notes.append(Story.Note(label: String(index + 1), blocks: blocks))
    }

    takeHeadline(title: fields.title, from: &story)
    takeByline(from: &story)
    takeLabelledLines(from: &story)
    story.references += fields.related(position: story.body.count)
    for index in story.references.indices {
      story.references[index].text = story.references[index].text.squeezed
    }
    story.finish(as: .note, spares: [path.readable])
    return Reading(stories: [story])
  }

  /// Uses the title, else the heading that opens the text; a heading that repeats the title is removed.
  private func takeHeadline(title: String?, from story: inout Story) {
    // Titles may have marks ("on the *Argo*") that the heading's words lack.
    let spoken = title.map { MarkdownBody.read(Array($0.utf8), options: .init()).blocks.map(\.text).joined() }
    let titles = Set([title, spoken].compactMap { $0?.squeezed.lowercased() })
    let place = story.body.prefix(8).firstIndex { block in
      guard case .heading(let level, let words) = block.kind else { return false }
      return level == 1 && (title == nil || titles.contains(words.text.squeezed.lowercased()))
    }
    let opening = story.body.firstIndex { block in if case .figure = block.kind { false } else { true } }
    var heading = place
    if title == nil, heading == nil, let opening, case .heading = story.body[opening].kind {
      heading = opening
    }
    if let heading, case .heading(_, let words) = story.body[heading].kind {
      story.headline = title ?? words.text.squeezed
      let removed = story.body.remove(at: heading)
      if let names = removed.anchors, story.body.indices.contains(heading) {
        story.body[heading].anchors = names + (story.body[heading].anchors ?? [])
      }
    }
    if story.headline.isEmpty { story.headline = title ?? "" }
  }

  /// Removes a line above the text that says who wrote it and when ("*By Ada Holm, 3 May 2020*"), if the
  /// story's head says all of it.
  private func takeByline(from story: inout Story) {
    let opening = story.body.firstIndex { block in if case .figure = block.kind { false } else { true } }
    guard let opening, case .paragraph(let words) = story.body[opening].kind,
      story.body[opening].anchors == nil,
      !words.contains(where: { $0.reference != nil }), story.body.count > opening + 1,
      let head = MarkdownByline(words.text), head.agrees(with: story)
    else { return }
    if story.bylines.isEmpty { story.bylines = head.names }
    story.published = story.published ?? head.published
    story.updated = story.updated ?? head.updated
    story.body.remove(at: opening)
    for index in story.references.indices {
      if let position = story.references[index].position, position > opening {
        story.references[index].position = position - 1
      }
    }
  }

  private func takeLabelledLines(from story: inout Story) {
    let count = story.references.count
    let (blocks, references) = LabelledLines.take(from: story.body, references: story.references)
    story.body = blocks
    story.references = references
    // Notes follow the body, so their references all shift by the number inserted before them.
    let moved = references.count - count
    if moved > 0 {
      let places = (0..<count).map { $0 + moved }
      for index in story.notes.indices {
        story.notes[index].blocks = story.notes[index].blocks.map { $0.renumbered(places) }
      }
    }
  }
}
