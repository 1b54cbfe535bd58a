/// A place in a story's text that is valid at every width.
public struct PagePosition: Hashable, Sendable {
  /// The body block; nil for the head and the notes.
  public var block: Int?
  /// The number of letters and signs of the block before the place, as `Page.Line.offset` counts them.
  public var offset: Int
  /// Makes a place.
  public init(block: Int?, offset: Int) {
    self.block = block
    self.offset = offset
  }
}

extension Page {
  /// The place at which a line begins; a blank line has that of the next line with text.
  ///
  /// Lines outside the page count as its first and last.
  public func anchor(atLine line: Int) -> PagePosition {
    guard !lines.isEmpty else { return PagePosition(block: nil, offset: 0) }
    let start = min(max(0, line), lines.count - 1)
    let found =
      lines[start...].first { !$0.runs.isEmpty } ?? lines[..<start].last { !$0.runs.isEmpty } ?? lines[start]
    return PagePosition(block: found.block, offset: found.offset)
  }

  /// The line of a place; 0 if the page has no such block.
  public func line(of position: PagePosition) -> Int {
    var best: Int?
    for (index, line) in lines.enumerated() where line.block == position.block && !line.runs.isEmpty {
      guard line.offset <= position.offset else { break }
      // Of several lines with one offset (a rule, a bar alone) the first is meant.
      if let found = best, lines[found].offset == line.offset { continue }
      best = index
    }
    return best ?? 0
  }

  /// The line at a fraction of the page, from 0 (its first) to 1 (its last); other values are clamped.
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
