internal import Stories

/// Finds text set in columns: rows whose wide gaps line up, drawn boxes, cells separated by tabs.
struct TextColumns {
  /// Lines of one table.
  struct Run {
    var lines: Range<Int>
    /// Whether single tabs separate the cells, equally many on every line.
    var hasCells: Bool
  }

  private let lines: [TextLine]
  private let rows: [ColumnRow]
  /// How many times a line was examined.
  private(set) var steps = 0

  init(_ lines: [TextLine]) {
    self.lines = lines
    rows = lines.map(ColumnRow.init)
  }

  /// All tables of a text, in order.
  mutating func runs() -> [Run] {
    var runs: [Run] = []
    var index = 0
    while index < rows.count {
      steps += 1
      guard rows[index].kind != .blank, rows[index].kind != .other else {
        index += 1
        continue
      }
      let (end, isTable) = cells(from: index) ?? box(from: index) ?? aligned(from: index)
      if isTable { runs.append(Run(lines: index..<end, hasCells: hasTabs(index..<end))) }
      index = end
    }
    return runs
  }

  // MARK: Tabs

  /// The lines from `index` on whose cells are separated by as many tabs as those of the first.
  private mutating func cells(from index: Int) -> (end: Int, isTable: Bool)? {
    let tabs = tabs(index)
    guard tabs > 0 else { return nil }
    var end = index + 1
    while end < lines.count, !lines[end].isBlank, rows[end].kind == .row, self.tabs(end) == tabs {
      steps += 1
      end += 1
    }
    return end - index >= 2 ? (end, true) : nil
  }

  /// How many tabs separate the cells of a line; 0 if there are none, or only one after a bullet.
  private func tabs(_ index: Int) -> Int {
    guard lines[index].text.hasBytes(of: "\t"), rows[index].kind == .row else { return 0 }
    let tabs = lines[index].raw.utf8.count { $0 == 0x09 }
    return tabs == 1 && TextMarks.bullet(lines[index].text) != nil ? 0 : tabs
  }

  private func hasTabs(_ range: Range<Int>) -> Bool {
    let tabs = tabs(range.lowerBound)
    return tabs > 0 && range.allSatisfy { self.tabs($0) == tabs }
  }

  // MARK: Boxes

  private mutating func box(from index: Int) -> (end: Int, isTable: Bool)? {
    guard rows[index].kind == .box else { return nil }
    var end = index
    var hasText = false
    while end < rows.count, rows[end].kind == .box {
      steps += 1
      hasText = hasText || lines[end].text.contains { $0.isLetter || $0.isNumber }
      end += 1
    }
    return (end, end - index >= 2 && hasText)
  }

  // MARK: Aligned gaps

  /// The appearance of the rows of a run together.
  private struct Evidence {
    var rows = 0
    var wide = 0
    var bars = 0
    var gaps = 0
    var blanks = 0
    var river: [Range<Int>]?

    mutating func add(_ row: ColumnRow) {
      rows += 1
      wide += row.isWide ? 1 : 0
      bars += row.hasBars ? 1 : 0
      gaps += row.gaps.count
      blanks += row.blanks
      river =
        river.map { $0.flatMap { strip in row.gaps.map { strip.clamped(to: $0) } }.filter { $0.count > 1 } }
        ?? row.gaps
      if let river, river.count > 40 { self.river = Array(river.prefix(40)) }
    }

    /// Whether the rows form a table: bars alone separate a site's links, and double spaces may only fill
    /// lines to a width.
    var isTable: Bool {
      if rows < 2 || (bars == rows && rows < 3) { return false }
      if wide * 2 >= rows { return true }
      return rows >= 3 && river?.isEmpty == false && blanks <= 2 * gaps
    }
  }

  /// The rows from `index` on whose gaps line up, including rules, a blank line, and a single line between
  /// them.
  private mutating func aligned(from index: Int) -> (end: Int, isTable: Bool) {
    var evidence = Evidence()
    var last = index
    var isOpen = rows[index].kind == .rule
    if rows[index].kind == .row { evidence.add(rows[index]) }
    var next = index + 1
    while next < rows.count, next - last <= 3 {
      steps += 1
      let row = rows[next]
      if isOpen, row.kind == .row {
        // A rule above the first row.
        (last, isOpen) = (next, false)
        evidence.add(row)
      } else if row.kind == .row, row.stands(over: rows[last]) {
        last = next
        evidence.add(row)
      } else if row.kind == .rule {
        if !row.gaps.isEmpty, row.stands(over: rows[last]) || isOpen { last = next }
      } else if row.kind == .blank, rows[next - 1].kind == .blank || isOpen {
        break
      } else if row.kind == .other, isOpen || lines[next].text.utf8.count > 120 {
        break
      }
      next += 1
    }
    guard evidence.isTable else { return (max(last, index) + 1, false) }
    var end = last + 1
    while end < rows.count, rows[end].kind == .rule || isContinued(end) { end += 1 }
    return (end, true)
  }

  /// Whether a line is below a cell of the row before it, and so is the cell's second line.
  private func isContinued(_ index: Int) -> Bool {
    guard rows[index].kind == .other, let room = rows[index].gaps.first, room.lowerBound == 0 else {
      return false
    }
    return rows[index].stands(over: rows[index - 1]) && rows[index - 1].gaps.contains { $0.lowerBound > 0 }
  }

  // MARK: Content of tables

  /// The lines of a table unchanged, except for their common indent.
  static func text(of lines: ArraySlice<TextLine>) -> String {
    let rows = lines.map { ColumnRow.expandingTabs($0.raw) }
    let indent: Int =
      rows.filter { !$0.isEmpty }.map { row in row.utf8.prefix(while: { $0 == 0x20 }).count }.min() ?? 0
    return rows.map { $0.dropFirst(indent) }.joined(separator: "\n")
  }

  /// The cells of lines separated by tabs; a first row without digits above rows with digits is the header.
  static func cells(of lines: ArraySlice<TextLine>) -> [[String]] {
    var rows = lines.map { line in
      line.raw.split(separator: "\t", omittingEmptySubsequences: false).map { MarkupTree.collapsed($0) }
    }
    let columns = rows.first?.count ?? 0
    for column in (0..<columns).reversed() where rows.allSatisfy({ $0[column].isEmpty }) {
      for row in rows.indices { rows[row].remove(at: column) }
    }
    return rows
  }

  /// A table of cells.
  ///
  /// - Parameter inlines: makes the words of a cell.
  static func table(_ rows: [[String]], inlines: (String) -> [Inline]) -> Block.Table {
    func hasFigure(_ cell: String) -> Bool { cell.utf8.contains { (0x30...0x39).contains($0) } }
    let body = rows.dropFirst()
    let hasHeader =
      rows.first?.contains(where: hasFigure) == false && body.allSatisfy { $0.contains(where: hasFigure) }
    let shown = hasHeader ? body : rows[...]
    let columns = rows.first?.count ?? 0
    let alignments = (0..<columns).map { column -> Block.Table.Alignment in
      let cells = shown.map { $0[column] }.filter { !$0.isEmpty }
      return !cells.isEmpty && cells.allSatisfy(isFigure) ? .trailing : .leading
    }
    func made(_ row: [String]) -> [[Inline]] { row.map { $0.isEmpty ? [] : inlines($0) } }
    return Block.Table(
      header: hasHeader ? made(rows[0]) : [], rows: shown.map(made), alignments: alignments)
  }

  private static func isFigure(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { ("0"..."9").contains($0) || ".,:+-−–%€$£ ".unicodeScalars.contains($0) }
      && text.utf8.contains { (0x30...0x39).contains($0) }
  }
}
