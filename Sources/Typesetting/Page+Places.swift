/// A place in a story's text that holds at every width.
public struct PagePosition: Hashable, Sendable {
  /// The body block; nil for the head and the notes.
  public var block: Int?
  /// The letters and signs of the block before the place, as `Page.Line.offset` counts them.
  public var offset: Int
  /// Makes a place.
  public init(block: Int?, offset: Int) {
    self.block = block
    self.offset = offset
  }
}

extension Page {
  /// The place that a line begins at; a blank line has that of the next line with text.
  ///
  /// Lines outside the page are taken for its first and last.
  public func anchor(atLine line: Int) -> PagePosition {
    guard !lines.isEmpty else { return PagePosition(block: nil, offset: 0) }
    let start = min(max(0, line), lines.count - 1)
    let found =
      lines[start...].first { !$0.runs.isEmpty } ?? lines[..<start].last { !$0.runs.isEmpty } ?? lines[start]
    return PagePosition(block: found.block, offset: found.offset)
  }

  /// The line that a place is on; 0 where the page has no such block.
  public func line(of position: PagePosition) -> Int {
    var best: Int?
    for (index, line) in lines.enumerated() where line.block == position.block && !line.runs.isEmpty {
      guard line.offset <= position.offset else { break }
      // Of lines with one offset (the rows of a rule, a bar alone) the first is meant.
      if let found = best, lines[found].offset == line.offset { continue }
      best = index
    }
    return best ?? 0
  }

  /// The line at a share of the page, 0 its first and 1 its last; anything else is clamped.
  public func line(forPlace place: Double) -> Int {
    guard lines.count > 1, place > 0 else { return 0 }
    return Int((min(1, place) * Double(lines.count - 1)).rounded())
  }

  /// How far down the page a line is, from 0 to 1.
  public func place(ofLine line: Int) -> Double {
    guard lines.count > 1 else { return 0 }
    return Double(min(max(0, line), lines.count - 1)) / Double(lines.count - 1)
  }
}
