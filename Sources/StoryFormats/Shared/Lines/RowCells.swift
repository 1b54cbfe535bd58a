/// The gaps in a line whose tabs have been replaced by spaces.
struct RowCells {
  /// Gaps of at least two columns.
  private(set) var gaps: [Range<Int>] = []
  /// How many of them are between cells.
  private(set) var innerGaps = 0
  private(set) var isWide = false
  private(set) var blanks = 0
  private(set) var hasBars = false

  private enum Cell { case ink, blank, leader, bar }

  init(_ line: String) {
    let scalars = Array(line.unicodeScalars)
    let cells = Self.cells(of: scalars)
    var (column, index) = (0, 0)
    var bars = 0
    while index < cells.count {
      guard cells[index] != .ink else {
        column += CellMeasure.width(of: scalars[index])
        index += 1
        continue
      }
      let (start, first) = (column, index)
      while index < cells.count, cells[index] != .ink {
        column += CellMeasure.width(of: scalars[index])
        index += 1
      }
      let inside = cells[first..<index]
      let hasBar = inside.contains(.bar)
      let isLeader = inside.contains(.leader)
      bars += hasBar ? 1 : 0
      guard index < cells.count else { break }
      if first == 0 {
        if column - start >= 4 { gaps.append(start..<column) }
      } else if column - start == 1 {
        blanks += 1
      } else if hasBar || isLeader || !Self.isBehindSentence(scalars[..<first], width: column - start) {
        gaps.append(start..<column)
        innerGaps += 1
        isWide = isWide || hasBar || isLeader || column - start >= 3
      }
    }
    hasBars = bars > 0 && bars == innerGaps
  }

  /// Whether a gap is no gap: two spaces after a full stop are a typist's habit, and those after a bullet or
  /// number introduce its text.
  private static func isBehindSentence(_ before: ArraySlice<Unicode.Scalar>, width: Int) -> Bool {
    let text = before.drop { $0 == " " }
    if text.count <= 4, text.last.map({ ".)*•◦▪‣·-–—+".unicodeScalars.contains($0) }) == true { return true }
    guard width == 2 else { return false }
    var rest = text
    while let last = rest.last, "\"”’»')".unicodeScalars.contains(last) { rest = rest.dropLast() }
    return rest.last.map { ".!?…".unicodeScalars.contains($0) } ?? false
  }

  private static func cells(of scalars: [Unicode.Scalar]) -> [Cell] {
    var cells = scalars.map { $0 == " " ? Cell.blank : .ink }
    func isBlank(_ index: Int) -> Bool { !cells.indices.contains(index) || cells[index] == .blank }
    for (index, scalar) in scalars.enumerated() where "|│║┃".unicodeScalars.contains(scalar) {
      if isBlank(index - 1), isBlank(index + 1) { cells[index] = .bar }
    }
    markLeaders(scalars, &cells)
    return cells
  }

  /// Marks dot leaders between two cells, if only a short cell follows: `Soup ..... 45`, `Soup . . . 45`.
  private static func markLeaders(_ scalars: [Unicode.Scalar], _ cells: inout [Cell]) {
    var index = 0
    while index < scalars.count {
      let sign = scalars[index]
      guard "._·…".unicodeScalars.contains(sign) else {
        index += 1
        continue
      }
      var (end, signs) = (index, 0)
      while end < scalars.count, scalars[end] == sign || (scalars[end] == " " && end > index) {
        signs += scalars[end] == sign ? 1 : 0
        end += 1
      }
      let isLeader = signs >= (sign == "…" ? 2 : 4) || (signs >= 3 && end - index >= 2 * signs - 1)
      if isLeader, index > 0, end < scalars.count, scalars.count - end <= 40 {
        for place in index..<end { cells[place] = .leader }
      }
      index = end
    }
  }
}
