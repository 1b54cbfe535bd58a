import Screen
import Stories

/// A page under way: the lines set so far and what has been numbered.
struct StorySetter {
  let story: Story
  let typesetter: Typesetter
  let columns: Int
  var lines: [Page.Line] = []
  /// Takes lines while others are still being set, where nobody asks for the whole page.
  var reader: (([Page.Line]) -> Void)?
  var parts = PartNames()
  /// The number of each reference that has been met.
  var numbers: [Int: Int] = [:]
  /// The numbers that were settled before, and the last one that was given.
  var given: [Int: Int] = [:]
  var lastNumber = 0
  /// The letters set so far, of the block under way and of the head and notes.
  private var blockOffset = 0
  private var outerOffset = 0

  /// How many lines wait for `reader`.
  private static let heldLines = 2_000

  init(story: Story, typesetter: Typesetter, columns: Int) {
    self.story = story
    self.typesetter = typesetter
    self.columns = columns
  }

  /// The column that the text runs in.
  struct Column {
    /// Blank cells to the left of everything.
    var indent: Int
    /// What every line begins with (a quote's bar), and what the next line begins with instead (a bullet).
    var opening: [Page.Run] = []
    var firstOpening: [Page.Run]?
    /// The cells for text, at least 1.
    var measure: Int
    /// The role of plain words.
    var role: Role = .text
    /// The body block.
    var block: Int?
    /// How many lists and quotes it is within.
    var depth = 0
    /// The least that nesting leaves for text.
    var least = 1

    /// A column within this one, narrower by what its lines begin with.
    ///
    /// Where too little would be left for the text, the same column.
    func nested(first: String, rest: String, opening role: Role) -> Column {
      let width = CellText.width(of: rest)
      var inner = self
      inner.depth += 1
      guard measure - width >= least else { return inner }
      inner.firstOpening = (firstOpening ?? opening) + [Page.Run(first, role: role)]
      inner.opening = opening + [Page.Run(rest, role: role)]
      inner.measure = measure - width
      return inner
    }
  }

  /// The page's own column: margins where there is room for them.
  var outerColumn: Column {
    let margin = columns >= 60 ? 3 : columns >= 40 ? 2 : columns >= 12 ? 1 : 0
    let room = columns - margin - min(margin, 2)
    let measure = max(1, min(room, typesetter.options.measure))
    return Column(indent: margin, measure: measure, least: max(1, min(20, measure / 2)))
  }

  mutating func page() -> Page {
    setAll()
    parts.add(headline: story.headline, at: 0)
    parts.bound(to: max(0, lines.count - 1))
    return Page(columns: columns, lines: lines, links: links(), parts: parts)
  }

  /// Sets everything for `reader`.
  mutating func handOver() {
    setAll()
    reader?(lines)
  }

  private mutating func setAll() {
    if columns >= 40 { blank() }
    setHead()
    setBody()
    setRights()
    setNotes()
    while lines.last?.runs.isEmpty == true { lines.removeLast() }
  }

  // MARK: Lines

  /// One blank line, never two.
  mutating func blank() {
    if let last = lines.last, last.runs.isEmpty { return }
    lines.append(Page.Line())
  }

  /// A blank line within a block, its opening kept (a quote's bar runs on).
  mutating func gap(in column: Column) {
    if column.opening.contains(where: { $0.text.utf8.contains { $0 != 0x20 } }) {
      lines.append(
        Page.Line(indent: column.indent, runs: column.opening, block: column.block, offset: offset(column)))
    } else {
      blank()
    }
  }

  /// Adds lines in a column, with what they begin with.
  mutating func place(_ set: [Finish.SetLine], in column: inout Column) {
    for line in set {
      let opening = column.firstOpening ?? column.opening
      column.firstOpening = nil
      var placed = Page.Line(
        indent: column.indent, runs: opening + line.runs, block: column.block, offset: offset(column),
        flow: line.flow)
      while let first = placed.runs.first, first.text.utf8.allSatisfy({ $0 == 0x20 }) {
        placed.indent += first.text.utf8.count
        placed.runs.removeFirst()
      }
      lines.append(placed)
      if lines.count > Self.heldLines, let reader {
        // Blank lines at the end of a page go, and are never doubled: the last line of text stays here.
        reader(Array(lines.dropLast()))
        lines = [placed]
      }
      if column.block == nil { outerOffset += line.letters } else { blockOffset += line.letters }
    }
  }

  mutating func beginBlock() { blockOffset = 0 }

  private func offset(_ column: Column) -> Int { column.block == nil ? outerOffset : blockOffset }

  // MARK: Paragraphs

  /// Sets one paragraph in a column: collect, prepare, break, finish.
  mutating func setParagraph(
    _ text: ParagraphText, in column: inout Column, manner: LineBreaker.Manner = .paragraph,
    hyphenates: Bool = true
  ) {
    guard !text.isEmpty else { return }
    place(set(text, measure: column.measure, manner: manner, hyphenates: hyphenates), in: &column)
  }

  /// The lines of one paragraph.
  func set(
    _ text: ParagraphText, measure: Int, manner: LineBreaker.Manner = .paragraph, hyphenates: Bool = true
  ) -> [Finish.SetLine] {
    var hyphenate: (([UInt32]) -> [Int])?
    if hyphenates, measure < Typesetter.hyphenatesUnder, let language = story.language {
      let hyphenator = typesetter.hyphenator
      hyphenate = { hyphenator.places(in: $0, language: language) }
    }
    var lines: [Finish.SetLine] = []
    var parts = ParagraphParts(text)
    while let part = parts.next() {
      let prepared = PreparedParagraph(part, measure: measure, hyphenate: hyphenate)
      var breaks = LineBreaker.breaks(prepared, measure: measure, manner: manner)
      if !parts.isDone, breaks.count > 1 {
        // The last line is not full: the next part begins with it.
        breaks.removeLast()
        parts.goBack(to: prepared.breakpoints[breaks[breaks.count - 1]].next)
      }
      lines += Finish.lines(of: part, prepared, breaks: breaks)
    }
    return lines
  }

  /// Plain words in one role.
  mutating func setWords(
    _ words: String, role: Role, in column: inout Column, manner: LineBreaker.Manner = .paragraph,
    hyphenates: Bool = false
  ) {
    var text = ParagraphText()
    text.append(words, span: .init(role: role, reference: nil, isProse: true), keepsBreaks: false)
    text.trimEnd()
    setParagraph(text, in: &column, manner: manner, hyphenates: hyphenates)
  }
}
