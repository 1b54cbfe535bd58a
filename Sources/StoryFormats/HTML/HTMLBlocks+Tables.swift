internal import Stories

/// Reads tables: of data, of code with line numbers, and those that only lay out a page.
extension HTMLBlocks {
  /// The most columns of a table.
  private static let mostColumns = 64
  /// The most cells that a cell spanning rows or columns may fill in one table.
  private static let mostReached = 20_000
  /// The longest text of a data cell, in bytes.
  private static let longestCell = 500

  mutating func table(_ node: MarkupTree.Index, depth: Int) -> [Block] {
    let rows = tree.elements(of: node, named: ["tr"], outside: ["table"])
    let cells = rows.map { row in
      tree.elementChildren(of: row).filter { Elements.kind(of: tree[$0].name).contains(.cell) }
    }
    if let code = codeBesideNumbers(node, cells) {
      return [Block(.code(language: codeLanguage(of: node), code), line: tree[node].line)]
    }
    // Tables that lay out a page, as in newsletters, contain blocks: their cells are read one after another.
    if cells.allSatisfy({ $0.count <= 1 }) || tree.first("table", in: node) != nil
      || holdsText(cells, of: node)
    {
      return cells.joined().flatMap { blocks(in: tree[$0].children, depth: depth + 1) }
    }
    var header: [[Inline]] = []
    var body: [[[Inline]]] = []
    // How many more rows a cell above spans, by column (HTML Living Standard, section 4.9.12).
    var reaching: [Int: Int] = [:]
    var reached = 0
    for (index, row) in cells.enumerated() where !row.isEmpty {
      let texts = spread(row, &reaching)
      reached += max(0, texts.count - row.count)
      if reached > Self.mostReached { reaching = [:] }
      if index == 0, isHeader(row) { header = texts } else { body.append(texts) }
    }
    var found: [Block] = []
    if let caption = tree.first("caption", in: node) {
      found += Self.paragraphs(inlines(in: caption), line: tree[caption].line)
    }
    return found + [Block(.table(Block.Table(header: header, rows: body)), line: tree[node].line)]
  }

  /// A row's cells, each in its column; columns spanned by another cell are empty.
  private mutating func spread(_ row: [MarkupTree.Index], _ reaching: inout [Int: Int]) -> [[Inline]] {
    var texts: [[Inline]] = []
    func passBelowOthers() {
      while let left = reaching[texts.count], left > 0 {
        reaching[texts.count] = left - 1
        texts.append([])
      }
    }
    for cell in row {
      passBelowOthers()
      guard texts.count < Self.mostColumns else { break }
      let column = texts.count
      let columns = min(span(cell, "colspan"), Self.mostColumns - column)
      texts.append(Self.tidied(inlines(in: cell)))
      texts += Array(repeating: [], count: columns - 1)
      let rows = span(cell, "rowspan")
      if rows > 1 { for place in column..<column + columns { reaching[place] = rows - 1 } }
    }
    passBelowOthers()
    return texts
  }

  private func span(_ cell: MarkupTree.Index, _ name: String) -> Int {
    min(max(tree[cell][attribute: name].flatMap { Int($0.trimmedASCII) } ?? 1, 1), 1_000)
  }

  /// Whether a first row consists of headings and empty corners only.
  private func isHeader(_ row: [MarkupTree.Index]) -> Bool {
    row.contains { tree[$0].name == "th" }
      && row.allSatisfy { tree[$0].name == "th" || tree.isSpace(below: $0) }
  }

  /// Whether cells contain whole texts, without a heading above them.
  private func holdsText(_ cells: [[MarkupTree.Index]], of table: MarkupTree.Index) -> Bool {
    guard !cells.joined().contains(where: { tree[$0].name == "th" }), tree.first("caption", in: table) == nil
    else {
      return false
    }
    return cells.joined().contains { !tree.isShorter($0, than: Self.longestCell) }
  }

  // MARK: Code

  /// The code of a table with line numbers in one column and code in another, as highlighters write it.
  private func codeBesideNumbers(_ table: MarkupTree.Index, _ cells: [[MarkupTree.Index]]) -> String? {
    guard cells.contains(where: { $0.count > 1 }) else { return nil }
    var lines: [String] = []
    var numbered = 0
    for row in cells where !row.isEmpty {
      guard row.count <= 4 else { return nil }
      let code = row.filter { !isLineNumbers($0) && !isEmptyBesideCode($0, row) }
      guard code.count <= 1 else { return nil }
      if code.count < row.count { numbered += 1 }
      guard let cell = code.first else {
        lines.append("")
        continue
      }
      guard isCodeCell(cell) else { return nil }
      let text = codeText(of: tree.first("pre", in: cell) ?? cell)
      lines.append(text.hasSuffix("\n") ? String(text.dropLast()) : text)
    }
    guard numbered * 2 > lines.count, lines.contains(where: { !$0.isEmpty }) else { return nil }
    return lines.joined(separator: "\n")
  }

  private func isEmptyBesideCode(_ cell: MarkupTree.Index, _ row: [MarkupTree.Index]) -> Bool {
    tree.isSpace(below: cell) && row.contains { $0 != cell && isCodeCell($0) }
  }

  private func isCodeCell(_ cell: MarkupTree.Index) -> Bool {
    if tree.first("pre", in: cell) != nil { return true }
    let names = (tree[cell][attribute: "class"] ?? "").lowercased()
    return ["code", "blob", "line", "lntd", "highlight"].contains { names.hasBytes(of: $0) }
  }
}
