import Screen
import Stories

/// A page in progress: the lines set so far, and the numbers given.
struct StorySetter {
  let story: Story
  let typesetter: Typesetter
  let columns: Int
  var lines: [Page.Line] = []
  /// Receives lines while others are still being set, if nobody asks for the whole page.
  var reader: (([Page.Line]) -> Void)?
  /// How many lines `reader` has got.
  private var handedOver = 0
  var parts = PartNames()
  /// The number of each reference that has appeared.
  var numbers: [Int: Int] = [:]
  /// Numbers that were fixed beforehand, and the last number given.
  var given: [Int: Int] = [:]
  var lastNumber = 0
  /// The number of letters set so far, of the current block and of head and notes.
  private var blockOffset = 0
  private var outerOffset = 0

  /// How many lines to collect before `reader` gets them.
  private static let heldLines = 2_000

  init(story: Story, typesetter: Typesetter, columns: Int) {
    self.story = story
    self.typesetter = typesetter
    self.columns = columns
  }

  /// The column that the text runs in.
  struct Column {
    /// Empty cells left of everything.
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
    /// How many lists and quotes enclose it.
    var depth = 0
    /// The least width that nesting must leave for text.
    var least = 1

    /// A column inside this one, narrower by what its lines begin with.
    ///
    /// The same column if too little would be left for the text.
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

  /// The page's own column, with margins if there is room.
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

  /// Sets everything and gives it to `reader`.
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

  /// Adds one blank line, but never two.
  mutating func blank() {
    if let last = lines.last, last.runs.isEmpty { return }
    lines.append(Page.Line())
  }

  /// Adds a blank line inside a block; what its lines begin with stays (a quote's bar continues).
  mutating func gap(in column: Column) {
    if column.opening.contains(where: { $0.text.utf8.contains { $0 != 0x20 } }) {
      lines.append(
        Page.Line(indent: column.indent, runs: column.opening, block: column.block, offset: offset(column)))
    } else {
      blank()
    }
  }

  /// Adds lines to a column, with what they begin with.
  mutating func place(_ set: [Finish.SetLine], in column: inout Column) {
    for line in set {
      let opening = column.firstOpening ?? column.opening
      column.firstOpening = nil
      var placed = Page.Line(
        indent: column.indent, runs: opening.isEmpty ? line.runs : opening + line.runs, block: column.block,
        offset: offset(column), flow: line.flow)
      while let first = placed.runs.first, first.text.utf8.allSatisfy({ $0 == 0x20 }) {
        placed.indent += first.text.utf8.count
        placed.runs.removeFirst()
      }
      lines.append(placed)
      if lines.count > Self.heldLines, let reader {
        // Blank lines are dropped at the end of a page and never doubled, so the last line of text waits
        // here.
        lines.removeLast()
        handedOver += lines.count
        reader(lines)
        lines.removeAll(keepingCapacity: true)
        lines.append(placed)
      }
      if column.block == nil { outerOffset += line.letters } else { blockOffset += line.letters }
    }
  }

  /// How many lines have been set.
  var lineCount: Int { handedOver + lines.count }

  /// Notes the names that a block gives itself, at the line that comes next.
  mutating func noteAnchors(of block: Block) {
    // Who prints follows no links.
    guard reader == nil else { return }
    for name in block.anchors ?? [] { parts.add(name: name, at: lines.count) }
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
    if let line = Finish.onlyLine(of: text, measure: column.measure) { return place([line], in: &column) }
    var parts = parts(of: text, measure: column.measure, manner: manner, hyphenates: hyphenates)
    while let set = parts.next() { place(set, in: &column) }
  }

  /// The lines of one paragraph.
  func set(_ text: ParagraphText, measure: Int, hyphenates: Bool = true) -> [Finish.SetLine] {
    if let line = Finish.onlyLine(of: text, measure: measure) { return [line] }
    var parts = parts(of: text, measure: measure, manner: .paragraph, hyphenates: hyphenates)
    var lines: [Finish.SetLine] = []
    while let set = parts.next() { lines += set }
    return lines
  }

  private func parts(
    of text: ParagraphText, measure: Int, manner: LineBreaker.Manner, hyphenates: Bool
  ) -> SetParts {
    var hyphenate: (([UInt32]) -> [Int])?
    if hyphenates, measure < Typesetter.hyphenatesUnder, let language = story.language {
      let hyphenator = typesetter.hyphenator
      hyphenate = { hyphenator.places(in: $0, language: language) }
    }
    return SetParts(ParagraphParts(text), measure: measure, manner: manner, hyphenate: hyphenate)
  }

  /// Sets plain words in one role.
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
