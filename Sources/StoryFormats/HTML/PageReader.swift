internal import Stories

/// Turns one page into a story.
struct PageReader {
  let source: Source
  let tree: MarkupTree
  /// Where the page was saved from, according to the saving program.
  let savedFrom: WebAddress?
  /// The name under which it was saved, in case it has no headline.
  let savedAs: String?

  private let surroundings: PageSurroundings
  /// The other stories on the page.
  private let others: OneStory

  /// Takes a page, and removes other stories from it.
  init(source: Source, tree: MarkupTree, savedFrom: WebAddress?, savedAs: String? = nil) {
    self.source = source
    self.savedFrom = savedFrom
    self.savedAs = savedAs
    surroundings = PageSurroundings(tree)
    others = OneStory(tree, surroundings: surroundings)
    self.tree = others.tree
  }

  /// How many blocks at the beginning may be the headline, a byline or a date.
  private static let beginning = 5

  func reading() -> Reading {
    let metadata = PageMetadata(tree, surroundings, savedFrom: savedFrom)
    var page = tree
    for node in metadata.headNodes { page[node].text = " " }
    page.prepare()
    let root = page.root
    let (bare, named) = FurnitureRemoval(consume page, below: root, of: FurnitureRemoval.beforehand).taken()
    let related = RelatedStories(consume bare, named: named, base: metadata.base)
    let finder = ArticleFinder(title: metadata.title ?? "", hasByline: !metadata.bylines.isEmpty)
    var article = finder.find(in: related.tree)
    let (articleTop, articleByline) = (article?.top, article?.byline)
    let found = article.take()?.tree ?? related.tree
    guard let top = articleTop ?? found.first("body", in: found.root) else { return nothing }
    let cleaned = FurnitureRemoval(
      consume found, below: top, of: Set(Furniture.Kind.allCases).subtracting([.related]))
    let whole = cleaned.tree
    var blocks = HTMLBlocks(tree: whole, base: metadata.base)
    blocks.keepLinkedParts(below: top)
    var story = Story(
      id: StoryID(identifier: ""), path: source.path, format: "html", headline: metadata.title ?? "")
    story.body = blocks.blocks(of: top)
    story.references = blocks.references
    // Drops a table of byline and date whose words were used.
    if !metadata.headNodes.isEmpty {
      story.body.removeAll { if case .table = $0.kind { MarkupTree.isBlank($0.text) } else { false } }
    }
    if let byline = articleByline, metadata.bylines.isEmpty {
      story.bylines = BylineNames.names(in: byline)
    }
    guard !story.body.isEmpty || !story.headline.isEmpty else { return nothing }
    story.asides = cleaned.asides
    story.teasers = related.teasers(outside: top, of: whole)
    takeOthers(&story, metadata)
    fill(&story, from: metadata)
    let data = bodyOfData(metadata, against: story.body)
    var second: SecondReading? = SecondReading(related.tree)
    if let data, stands(data.words, for: story.body) {
      var replaced = LeftOut()
      for block in story.body { replaced.take(block) }
      story.asides += replaced.asides
      story.body = data.content.blocks
      story.references = data.content.references
      second = nil
    }
    if let second { restoreLost(in: &story, from: second, page: related.tree, base: metadata.base) }
    if second != nil, let lead = lead(before: top, of: whole, page: related.tree, body: story.body) {
      story.body.insert(lead, at: 0)
    }
    takeBody(
      &story, metadata, leadFigure: leadFigure(before: top, of: whole, base: metadata.base), second: second,
      data: data?.words)
    identify(&story, metadata)
    story.finish(as: .page, spares: [savedAs])
    return Reading(stories: [story])
  }

  private var nothing: Reading {
    Reading(problems: [Problem(path: source.path, reason: "the page has no text")])
  }

  /// Turns other stories on the page into teasers, and reports a problem for a complete one that is not
  /// shown.
  private func takeOthers(_ story: inout Story, _ metadata: PageMetadata) {
    for teaser in others.teasers(base: metadata.base)
    where story.teasers.count < RelatedStories.mostTeasers
      && !story.teasers.contains(where: {
        $0.title == teaser.title || ($0.target != nil && $0.target == teaser.target)
      })
    {
      story.teasers.append(teaser)
    }
    for other in others.others.filter(\.isWhole).prefix(5) {
      story.problems.append(
        Problem(
          path: source.path,
          reason: "the page has another story, which is left out: “\(other.title.prefix(80))”"))
    }
  }

  private func fill(_ story: inout Story, from metadata: PageMetadata) {
    if !metadata.bylines.isEmpty { story.bylines = metadata.bylines }
    story.published = date(metadata.published, metadata.dateOrder, &story)
    story.updated = date(metadata.updated, metadata.dateOrder, &story)
    story.section = metadata.section
    story.tags = metadata.tags
    story.language = metadata.language
    story.translations = metadata.translations
  }

  /// Takes the page's description as standfirst, unless it repeats the story's beginning or its headline.
  private func takeStandfirst(_ story: inout Story, _ description: String?) {
    guard let description, description.count > 20, !TextMarks.saysTheSame(description, story.headline) else {
      return
    }
    if let first = story.body.first, case .paragraph = first.kind,
      TextMarks.saysTheSame(first.text, description)
    {
      // The lines under the headline are repeated in the text: they stay only as the standfirst.
      if story.body.count > 2, first.text.count < 400 { story.body.removeFirst() } else { return }
    } else {
      let start = description.prefix(60).filter { $0 != "…" }
      if story.body.prefix(4).contains(where: { $0.text.hasPrefix(start) }) { return }
    }
    story.standfirst = description
  }

  private func takeBody(
    _ story: inout Story, _ metadata: PageMetadata, leadFigure: Block?, second: SecondReading?,
    data: Shingles?
  ) {
    takeFirstHeading(&story)
    story.body = HeadLists.lines(story.body)
    takeHead(&story)
    sift(&story, second: second, articleBody: data, base: metadata.base)
    takeStandfirst(&story, metadata.description)
    story.dropUnusedReferences()
    if let figure = leadFigure
      ?? metadata.imageCaption.map({ Block(.figure(caption: [Inline($0)], source: nil)) }),
      !story.body.isEmpty,
      !story.body.contains(where: { isFigure($0) && TextMarks.saysTheSame($0.text, figure.text) })
    {
      story.body.insert(figure, at: 0)
    }
    (story.body, story.references) = LabelledLines.take(from: story.body, references: story.references)
    (story.body, story.references) = LinkedLines.take(from: story.body, references: story.references)
  }

  /// Drops a heading or line above the text that repeats the headline; without a headline, uses the first
  /// heading.
  private func takeFirstHeading(_ story: inout Story) {
    let first = story.body.prefix(Self.beginning).first { if case .heading = $0.kind { true } else { false } }
    if story.headline.isEmpty, let text = first.map({ MarkupTree.collapsed($0.text) }), text.utf8.count <= 400
    {
      story.headline = text
    }
    var index = 0
    while index < min(Self.beginning, story.body.count), story.body.count > 1 {
      let isLine =
        switch story.body[index].kind {
        case .heading, .paragraph: true
        default: false
        }
      if isLine, TextMarks.saysTheSame(MarkupTree.collapsed(story.body[index].text), story.headline) {
        story.body.remove(at: index)
      } else {
        index += 1
      }
    }
  }

  /// Uses lines of byline and date among the first blocks if the page says nothing else, and drops them if
  /// they repeat it.
  private func takeHead(_ story: inout Story) {
    var index = 0
    while index < min(Self.beginning, story.body.count) {
      guard case .paragraph(let inlines) = story.body[index].kind, inlines.text.utf8.count < 400 else {
        index += 1
        continue
      }
      // "Text: Anna Berg" and "Photo: Jens Dahl" on two lines are two parts.
      let written = inlines.text.split(separator: "\n")
      let isCredits = written.count < 4 && written.allSatisfy { $0.utf8.count < 80 }
      let text = MarkupTree.collapsed(isCredits ? written.joined(separator: " | ") : inlines.text)
      if repeatsByline(text, story.bylines) {
        story.body.remove(at: index)
        continue
      }
      guard let line = TextBylines.line(text) else {
        index += 1
        continue
      }
      if case .byline = line.role {
        let names = TextBylines.parts(text).lazy.compactMap { TextBylines.names(in: $0) }.first ?? []
        if story.bylines.isEmpty { story.bylines = names }
        guard !names.isEmpty, names.allSatisfy({ story.bylines.contains($0) }) else {
          index += 1
          continue
        }
      } else if let day = TextBylines.parts(text).lazy.compactMap({ TextBylines.date(in: $0) }).first {
        story.published = story.published ?? day
      } else if let day = TextBylines.parts(text).lazy.compactMap({ TextBylines.update(in: $0) }).first {
        story.updated = story.updated ?? day
      } else {
        index += 1
        continue
      }
      story.body.remove(at: index)
    }
  }

  /// Whether a line repeats a byline, with at most a date, a place or a desk beside it.
  private func repeatsByline(_ text: String, _ bylines: [String]) -> Bool {
    guard text.count <= 160, !TextMarks.endsSentence(text), text.split(separator: " ").count <= 24 else {
      return false
    }
    return bylines.contains { name in
      guard name.count > 4, text.lowercased().hasBytes(of: name.lowercased()) else { return false }
      let rest = text.count - name.count
      return rest <= 14 || (rest <= 60 && BylineNames.opens(text))
        || (rest <= 100 && text.contains(where: \.isNumber))
    }
  }

  private func isFigure(_ block: Block) -> Bool {
    if case .figure = block.kind { true } else { false }
  }

  /// The picture between headline and text, if the article lacks it.
  private func leadFigure(before top: MarkupTree.Index, of whole: MarkupTree, base: WebAddress?) -> Block? {
    // The lines under the headline may have joined the text, with the picture after them.
    guard let first = whole.elements(of: top, named: ["p"]).prefix(3).last(where: { $0 < tree.nodes.count })
    else { return nil }
    let around = Set(tree.ancestors(of: first).filter { ["article", "main"].contains(tree[$0].name) })
    guard !around.isEmpty else { return nil }
    for figure in tree.nodes.indices.prefix(first) where tree[figure].name == "figure" {
      guard !whole.ancestors(of: figure).contains(top),
        !tree.hasAncestor(figure, named: ["aside", "nav", "footer"]),
        let holder = tree.ancestors(of: figure).first(where: { ["article", "main"].contains(tree[$0].name) }),
        around.contains(holder), let caption = tree.first("figcaption", in: figure),
        tree.isShorter(caption, than: 1_000)
      else { continue }
      let words = tree.text(of: caption)
      let image = tree.first("img", in: figure)
      let address = image.flatMap { tree[$0][attribute: "src"] }.flatMap { HTMLBlocks.shortSource($0) }
      guard words.count > 8, image != nil else { continue }
      return Block(.figure(caption: [Inline(words)], source: address), line: tree[figure].line)
    }
    return nil
  }

  private func identify(_ story: inout Story, _ metadata: PageMetadata) {
    if let address = metadata.canonical?.text {
      story.url = address
      story.identifier = address
      story.id = StoryID(identifier: address)
    } else {
      story.id = StoryID(content: source.bytes)
    }
  }

  /// The first of several dates that can be read; if none can, reports a problem about the first.
  private func date(_ texts: [String], _ order: NumericOrder?, _ story: inout Story) -> Timestamp? {
    let date = texts.lazy.compactMap { text in
      DateReading.read(text, order: order)
        ?? DateSearch.dates(in: text, order: order).lazy.compactMap(\.date).first
    }.first
    if date == nil, let text = texts.first(where: { $0.contains(where: \.isNumber) }) {
      let words = text.prefix(60)
      story.problems.append(
        Problem(
          path: source.path,
          reason: DateReading.isDoubtful(text)
            ? "the date “\(words)” could mean two different days" : "the date “\(words)” can't be read"))
    }
    return date
  }
}
