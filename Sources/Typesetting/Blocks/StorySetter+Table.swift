import Screen
import Stories

extension StorySetter {
  /// Sets a table to fit the width.
  ///
  /// Columns are as wide as their text if there is room, else narrower in proportion with wrapped cells, else
  /// the table is set row by row as `heading: value`.
  mutating func setTable(_ table: Block.Table, in column: inout Column) {
    let count = table.rows.reduce(table.header.count) { max($0, $1.count) }
    guard count > 0 else { return }
    // Markdown has no table without a header; an empty one counts as none.
    let hasHead = table.header.contains { !$0.text.allSatisfy(\.isWhitespace) }
    var header = hasHead ? table.header.map { collect($0, role: .strong) } : []
    // A sheet of hundreds of columns is read row by row; its cells are not measured.
    guard count <= 40 else { return setRecords(header, table, in: &column) }
    let numbered = numbers
    var rows = table.rows.map { row in row.map { collect($0, role: column.role) } }
    let gaps = 2 * (count - 1)
    guard let widths = Self.fit([header] + rows, count: count, room: column.measure - gaps) else {
      numbers = numbered
      return setRecords(header, table, in: &column)
    }
    if hasHead {
      Self.pad(&header, to: count)
      setRow(header, widths: widths, alignments: table.alignments, in: &column)
      let rule = widths.map { String(repeating: "─", count: $0) }.joined(separator: "  ")
      let run = Page.Run(rule, role: .rule)
      place([Finish.SetLine(runs: [run], columns: column.measure, letters: 0, flow: .ends)], in: &column)
    }
    for index in rows.indices {
      Self.pad(&rows[index], to: count)
      setRow(rows[index], widths: widths, alignments: table.alignments, in: &column)
    }
  }

  private static func pad(_ row: inout [ParagraphText], to count: Int) {
    while row.count < count { row.append(ParagraphText()) }
  }

  /// The width of each column; nil if they can't fit side by side.
  private static func fit(_ rows: [[ParagraphText]], count: Int, room: Int) -> [Int]? {
    var natural = [Int](repeating: 1, count: count)
    var least = [Int](repeating: 1, count: count)
    for row in rows {
      for (index, cell) in row.enumerated() {
        var width = 0
        var word = 0
        var widest = 0
        for (scalar, cells) in zip(cell.scalars, cell.widths) {
          width = scalar == Mark.lineBreak ? 0 : width + Int(cells)
          word = scalar == Mark.space || scalar == Mark.lineBreak ? 0 : word + Int(cells)
          natural[index] = max(natural[index], width)
          widest = max(widest, word)
        }
        least[index] = max(least[index], min(widest, 12))
      }
    }
    let wanted = natural.reduce(0, +)
    if wanted <= room { return natural }
    let needed = least.reduce(0, +)
    guard needed <= room else { return nil }
    var widths = least
    for index in widths.indices {
      widths[index] += (natural[index] - least[index]) * (room - needed) / max(1, wanted - needed)
    }
    // The cells left over by rounding go to the columns that lack most, from the left.
    var left = room - widths.reduce(0, +)
    for index in widths.indices where left > 0 && widths[index] < natural[index] {
      widths[index] += 1
      left -= 1
    }
    return widths
  }

  private mutating func setRow(
    _ cells: [ParagraphText], widths: [Int], alignments: [Block.Table.Alignment], in column: inout Column
  ) {
    let set = zip(cells, widths).map { cell, width in
      cell.isEmpty ? [] : self.set(cell, measure: width, hyphenates: false)
    }
    let height = max(1, set.reduce(0) { max($0, $1.count) })
    for row in 0..<height {
      var runs: [Page.Run] = []
      var letters = 0
      var owed = 0
      for (index, width) in widths.enumerated() {
        let line = row < set[index].count ? set[index][row] : nil
        let free = max(0, width - (line?.columns ?? 0))
        let alignment = index < alignments.count ? alignments[index] : .leading
        let before = alignment == .trailing ? free : alignment == .centre ? free / 2 : 0
        owed += before + (index > 0 ? 2 : 0)
        if let line, !line.runs.isEmpty {
          if owed > 0 { runs.append(Page.Run(String(repeating: " ", count: owed), role: column.role)) }
          runs += line.runs
          letters += line.letters
          owed = 0
          owed += free - before
        } else {
          owed += width - before
        }
      }
      place(
        [Finish.SetLine(runs: runs, columns: column.measure, letters: letters, flow: .ends)], in: &column)
    }
  }

  /// Sets a table row by row, one line per cell: `Heading: value`.
  private mutating func setRecords(_ header: [ParagraphText], _ table: Block.Table, in column: inout Column) {
    for (index, row) in table.rows.enumerated() {
      if index > 0 { gap(in: column) }
      for (position, cell) in row.enumerated() {
        var text = position < header.count ? header[position] : ParagraphText()
        if !text.isEmpty { text.append(": ", span: .init(role: .strong, reference: nil, isProse: false)) }
        collect(cell, role: column.role, into: &text)
        text.trimEnd()
        setParagraph(text, in: &column, hyphenates: false)
      }
    }
    if table.rows.isEmpty {
      for cell in header { setParagraph(cell, in: &column, hyphenates: false) }
    }
  }
}
