/// Splits a paragraph into parts that are set one after another, so that ten megabytes need no more memory
/// than a short one.
struct ParagraphParts {
  /// The longest part, in scalars: about twenty pages of a book.
  static let longest = 32_768

  private let text: ParagraphText
  /// Where the current part begins, and where the next one will.
  private var (start, end) = (0, 0)
  /// The first span and the first glued place that the next part may need.
  private var (span, held) = (0, 0)

  init(_ text: ParagraphText) {
    self.text = text
  }

  private var hasBegun = false

  /// Whether nothing follows the current part.
  var isDone: Bool { hasBegun && end >= text.scalars.count }

  /// The next part, of which there is at least one; nil after the last.
  mutating func next() -> ParagraphText? {
    guard !isDone else { return nil }
    hasBegun = true
    start = end
    end = min(start + Self.longest, text.scalars.count)
    guard start > 0 || !isDone else { return text }
    var part = ParagraphText()
    part.scalars = Array(text.scalars[start..<end])
    part.widths = Array(text.widths[start..<end])
    while span + 1 < text.spans.count, text.spans[span + 1].start <= start { span += 1 }
    for entry in text.spans[span...].prefix(while: { $0.start < end }) {
      part.spans.append((max(0, entry.start - start), entry.span))
    }
    while held < text.glued.count, text.glued[held] < start { held += 1 }
    part.glued = text.glued[held...].prefix { $0 < end }.map { $0 - start }
    return part
  }

  /// Lets the next part begin inside the current one.
  mutating func goBack(to place: Int) {
    end = start + place
  }
}

/// The lines of a paragraph, part by part: prepare, break, finish.
struct SetParts {
  private var parts: ParagraphParts
  private let measure: Int
  private let manner: LineBreaker.Manner
  private let hyphenate: (([UInt32]) -> [Int])?

  init(
    _ parts: ParagraphParts, measure: Int, manner: LineBreaker.Manner, hyphenate: (([UInt32]) -> [Int])?
  ) {
    (self.parts, self.measure, self.manner, self.hyphenate) = (parts, measure, manner, hyphenate)
  }

  /// The lines of the next part; nil after the last.
  mutating func next() -> [Finish.SetLine]? {
    guard let part = parts.next() else { return nil }
    let prepared = PreparedParagraph(part, measure: measure, hyphenate: hyphenate)
    var breaks = LineBreaker.breaks(prepared, measure: measure, manner: manner)
    if !parts.isDone, breaks.count > 1 {
      // The last line is not full, so the next part begins with it.
      breaks.removeLast()
      parts.goBack(to: prepared.breakpoints[breaks[breaks.count - 1]].next)
    }
    return Finish.lines(of: part, prepared, breaks: breaks)
  }
}
