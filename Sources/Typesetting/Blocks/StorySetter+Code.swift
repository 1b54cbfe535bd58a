import Screen
import Stories

extension StorySetter {
  /// What begins the continuation of a long line of code.
  static let continuation = "↳ "

  /// Sets lines unchanged; those too long continue after a marker.
  mutating func setCode(_ code: String, in column: inout Column) {
    for line in Self.lines(of: code) {
      let text = CellText.clean(Self.expandingTabs(line))
      for (index, piece) in pieces(of: text, measure: column.measure).enumerated() {
        var runs = [Page.Run(piece.text, role: .code)]
        if index > 0, column.measure > 4 { runs.insert(Page.Run(Self.continuation, role: .marker), at: 0) }
        if piece.text.isEmpty { runs = [] }
        let letters = piece.text.utf8.reduce(0) { $0 + ($1 != 0x20 && $1 & 0xC0 != 0x80 ? 1 : 0) }
        place(
          [
            Finish.SetLine(
              runs: runs, columns: piece.columns, letters: letters, flow: piece.goesOn ? .joined : .ends)
          ],
          in: &column)
      }
    }
  }

  /// The lines of a text that ends them with LF, CR or both, without blank ones at its end.
  private static func lines(of code: String) -> [Substring] {
    var lines: [Substring] = []
    let bytes = code.utf8
    var (start, index) = (bytes.startIndex, bytes.startIndex)
    while index < bytes.endIndex {
      let byte = bytes[index]
      let end = index
      bytes.formIndex(after: &index)
      guard byte == 0x0A || byte == 0x0D else { continue }
      lines.append(code[start..<end])
      if byte == 0x0D, index < bytes.endIndex, bytes[index] == 0x0A { bytes.formIndex(after: &index) }
      start = index
    }
    lines.append(code[start...])
    while lines.last?.utf8.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) == true { lines.removeLast() }
    return lines
  }

  private func pieces(of text: String, measure: Int) -> [(text: String, columns: Int, goesOn: Bool)] {
    let later = measure > 4 ? measure - CellText.width(of: Self.continuation) : measure
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return asciiPieces(of: text, measure: measure, later: later) }
    var pieces: [(text: String, columns: Int, goesOn: Bool)] = []
    var piece = ""
    var columns = 0
    for cluster in text {
      let width = cluster.isASCII ? 1 : CellText.width(of: cluster)
      if columns + width > (pieces.isEmpty ? measure : later), columns > 0 {
        pieces.append((piece, columns, true))
        piece = ""
        columns = 0
      }
      piece.append(cluster)
      columns += width
    }
    pieces.append((piece, columns, false))
    return pieces
  }

  /// The pieces of a cleaned text in which every byte is one cell.
  private func asciiPieces(of text: String, measure: Int, later: Int) -> [(
    text: String, columns: Int, goesOn: Bool
  )] {
    guard text.utf8.count > measure else { return [(text, text.utf8.count, false)] }
    var pieces: [(text: String, columns: Int, goesOn: Bool)] = []
    var rest = text[...]
    while !rest.isEmpty {
      let piece = rest.utf8.prefix(pieces.isEmpty ? measure : later)
      rest = rest[piece.endIndex...]
      pieces.append((String(Substring(piece)), piece.count, !rest.isEmpty))
    }
    return pieces
  }

  /// Replaces tabs by spaces up to the next multiple of 4.
  private static func expandingTabs(_ line: Substring) -> String {
    guard line.utf8.contains(0x09) else { return String(line) }
    var result = ""
    var column = 0
    for character in line {
      if character == "\t" {
        let blanks = 4 - column % 4
        result += String(repeating: " ", count: blanks)
        column += blanks
      } else {
        result.append(character)
        column += 1
      }
    }
    return result
  }
}
