import Screen

/// The text of some lines as read, with the cells of its bytes.
///
/// Hyphenated words are whole again; drawn hyphens, bullets, bars and link numbers are left out.
struct ShownText {
  private struct Piece {
    /// Its first byte.
    var start: Int
    var line: Int
    /// Its first cell.
    var column: Int
    var text: String
  }

  /// The text.
  private(set) var text = ""
  private var pieces: [Piece] = []

  /// Adds the readable text of a line.
  mutating func add(_ line: Page.Line, index: Int) {
    var column = line.indent
    for (place, run) in line.runs.enumerated() {
      defer { column += CellText.width(of: run.text) }
      guard ![.marker, .linkNumber, .rule, .note].contains(run.role) else { continue }
      let isParted = line.flow == .hyphenated && place == line.runs.count - 1 && run.text.utf8.last == 0x2D
      add(isParted ? String(run.text.dropLast()) : run.text, line: index, column: column)
    }
    switch line.flow {
    case .spaced: text += " "
    case .ends: text += "\n"
    case .joined, .hyphenated: break
    }
  }

  /// Adds a piece of a line.
  mutating func add(_ words: String, line: Int, column: Int) {
    guard !words.isEmpty else { return }
    pieces.append(Piece(start: text.utf8.count, line: line, column: column, text: words))
    text += words
  }

  /// The cells of some bytes, one range per line.
  func stretches(of bytes: Range<Int>) -> [Page.Match] {
    var found: [Page.Match] = []
    var index = firstPiece(endingAfter: bytes.lowerBound)
    while index < pieces.count, pieces[index].start < bytes.upperBound {
      let piece = pieces[index]
      let from = max(bytes.lowerBound - piece.start, 0)
      let until = min(bytes.upperBound - piece.start, piece.text.utf8.count)
      let cells = Self.cells(of: from..<until, in: piece.text)
      let (column, end) = (piece.column + cells.lowerBound, piece.column + cells.upperBound)
      if let last = found.last, last.line == piece.line {
        found[found.count - 1].columns = max(last.columns, end - last.column)
      } else {
        let match = Page.Match(
          line: piece.line, column: column, columns: end - column, continues: !found.isEmpty)
        found.append(match)
      }
      index += 1
    }
    return found
  }

  private func firstPiece(endingAfter byte: Int) -> Int {
    var (low, high) = (0, pieces.count)
    while low < high {
      let middle = (low + high) / 2
      if pieces[middle].start + pieces[middle].text.utf8.count <= byte {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }

  /// The cells of some bytes of a run, at least one.
  private static func cells(of bytes: Range<Int>, in text: String) -> Range<Int> {
    var (column, byte, first) = (0, 0, 0)
    for cluster in text {
      let width = cluster.isASCII ? 1 : CellText.width(of: cluster)
      let end = byte + cluster.utf8.count
      if byte <= bytes.lowerBound { first = column }
      column += width
      byte = end
      if end >= bytes.upperBound { break }
    }
    return first..<max(column, first + 1)
  }
}
