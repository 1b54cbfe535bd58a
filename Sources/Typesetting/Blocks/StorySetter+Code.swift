import Screen
import Stories

extension StorySetter {
  /// What begins the continuation of a long line of code.
  static let continuation = "↳ "

  /// Sets lines unchanged; those too long continue after a marker.
  mutating func setCode(_ code: String, in column: inout Column) {
    var lines = code.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
    while lines.last?.allSatisfy({ $0 == " " || $0 == "\t" }) == true { lines.removeLast() }
    for line in lines {
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

  private func pieces(of text: String, measure: Int) -> [(text: String, columns: Int, goesOn: Bool)] {
    var pieces: [(text: String, columns: Int, goesOn: Bool)] = []
    var piece = ""
    var columns = 0
    let later = measure > 4 ? measure - CellText.width(of: Self.continuation) : measure
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
