import Screen

extension Page {
  /// A stretch of one line that was searched for.
  public struct Match: Hashable, Sendable {
    /// The line.
    public var line: Int
    /// The cell it begins at, the line's indent included.
    public var column: Int
    /// How many cells it takes, at least 1.
    public var columns: Int
    /// Whether it is the rest of the match before, which began on an earlier line.
    public var continues: Bool
    /// Makes a match.
    public init(line: Int, column: Int, columns: Int, continues: Bool = false) {
      self.line = line
      self.column = column
      self.columns = columns
      self.continues = continues
    }
  }

  /// Where a phrase stands on the page, without regard to case and accents, in reading order.
  ///
  /// A phrase that a line break parts gives one match for each line. Bullets, bars and link numbers are not searched.
  /// At most 10,000 matches are found.
  public func matches(of phrase: String) -> [Match] {
    let needle = Array(Folding.fold(String(phrase.prefix(200))))
    guard needle.contains(where: { $0 != Mark.space }) else { return [] }
    var matches: [Match] = []
    var haystack = Haystack()
    for (index, line) in lines.enumerated() {
      haystack.add(line, index: index)
      if line.flow == .ends {
        haystack.find(needle, into: &matches)
        haystack = Haystack()
        if matches.count >= 10_000 { return matches }
      }
    }
    haystack.find(needle, into: &matches)
    return matches
  }

  /// Where the words of a search stand on the page, in reading order; at most 10,000.
  public func matches(of words: WordMatches) -> [Match] {
    guard !words.isEmpty else { return [] }
    var matches: [Match] = []
    var haystack = Haystack()
    for (index, line) in lines.enumerated() {
      haystack.add(line, index: index)
      guard line.flow == .ends else { continue }
      haystack.find(words, into: &matches)
      haystack = Haystack()
      if matches.count >= 10_000 { return matches }
    }
    haystack.find(words, into: &matches)
    return matches
  }
}

/// The text of one paragraph, folded, with the cell of every sign.
private struct Haystack {
  struct Cell {
    var line: Int
    var column: Int
    var columns: Int
  }
  var signs: [UInt32] = []
  var cells: [Cell] = []

  mutating func add(_ line: Page.Line, index: Int) {
    var column = line.indent
    for run in line.runs {
      guard run.role != .marker, run.role != .linkNumber, run.role != .rule else {
        column += CellText.width(of: run.text)
        continue
      }
      for cluster in run.text {
        let width = cluster.isASCII ? 1 : CellText.width(of: cluster)
        for scalar in cluster.unicodeScalars {
          for sign in Folding.fold(scalar) {
            signs.append(sign)
            cells.append(Cell(line: index, column: column, columns: max(1, width)))
          }
        }
        column += width
      }
    }
    switch line.flow {
    case .spaced:
      signs.append(Mark.space)
      cells.append(Cell(line: index, column: column, columns: 0))
    case .hyphenated:
      if signs.last == 0x2D {
        signs.removeLast()
        cells.removeLast()
      }
    case .joined, .ends: break
    }
  }

  func find(_ needle: [UInt32], into matches: inout [Page.Match]) {
    guard let first = needle.first, signs.count >= needle.count else { return }
    var start = 0
    while start + needle.count <= signs.count, matches.count < 10_000 {
      guard signs[start] == first, signs[start..<start + needle.count].elementsEqual(needle) else {
        start += 1
        continue
      }
      report(start..<start + needle.count, into: &matches)
      start += needle.count
    }
  }

  func find(_ words: WordMatches, into matches: inout [Page.Match]) {
    for range in words.ranges(in: signs) { report(range, into: &matches) }
  }

  private func report(_ range: Range<Int>, into matches: inout [Page.Match]) {
    var continues = false
    var index = range.lowerBound
    while index < range.upperBound {
      let begin = cells[index]
      var end = begin.column + begin.columns
      while index < range.upperBound, cells[index].line == begin.line {
        end = max(end, cells[index].column + cells[index].columns)
        index += 1
      }
      guard end > begin.column else { continue }
      let columns = end - begin.column
      matches.append(
        Page.Match(line: begin.line, column: begin.column, columns: columns, continues: continues))
      continues = true
    }
  }
}
