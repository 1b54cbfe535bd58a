/// Groups the lines of a text into units: tables first, then blocks between blank lines.
struct UnitGathering {
  private let lines: [TextLine]
  private(set) var units: [TextUnit] = []
  /// How many times a line was examined.
  private(set) var steps = 0
  private var gap = 0

  init(_ lines: [TextLine]) {
    self.lines = Self.joiningLoneBullets(lines)
  }

  mutating func run() {
    var columns = TextColumns(lines)
    let tables = columns.runs()
    steps += columns.steps + 2 * lines.count
    var running: [[TextLine]] = []
    var index = 0
    for table in tables {
      running.append(Array(lines[index..<table.lines.lowerBound]))
      index = table.lines.upperBound
    }
    running.append(Array(lines[index...]))
    let wrapping = LineWrapping(of: running)
    let setting = LineSetting(wrapping: wrapping, partsByBlanks: Self.partsByBlanks(running))
    for (piece, table) in zip(running, tables.map(Optional.some) + [nil]) {
      addBlocks(of: piece, setting)
      if let table { add(table) }
    }
    for index in units.indices {
      units[index].gapAfter = index + 1 < units.count ? units[index + 1].gapBefore : nil
    }
  }

  private mutating func addBlocks(of lines: [TextLine], _ setting: LineSetting) {
    var block: [TextLine] = []
    for line in lines {
      if !line.isBlank {
        block.append(line)
        continue
      }
      add(block, setting)
      block = []
      gap += 1
    }
    add(block, setting)
  }

  private mutating func add(_ block: [TextLine], _ setting: LineSetting) {
    guard !block.isEmpty else { return }
    steps += block.count
    for group in setting.groups(of: block) {
      for (place, unit) in group.units.enumerated() {
        units.append(
          TextUnit(
            lines: unit[0].number...(unit[unit.count - 1].number),
            text: group.isCode ? TextColumns.text(of: unit[...]) : TextLine.joined(unit),
            gapBefore: gap, indent: unit[0].indent, setting: group.setting,
            run: group.isSet ? group.units.count - place : 1))
        gap = 0
      }
    }
  }

  private mutating func add(_ table: TextColumns.Run) {
    let rows = lines[table.lines]
    guard let first = rows.first, let last = rows.last else { return }
    units.append(
      TextUnit(
        lines: first.number...last.number, text: TextColumns.text(of: rows), gapBefore: gap,
        indent: first.indent,
        setting: table.hasCells
          ? .table(TextColumns.cells(of: rows)) : .preformatted(reason: "lines aligned in columns")))
    gap = 0
  }

  /// Whether blank lines separate the paragraphs of a text, so that a line end within one is deliberate.
  private static func partsByBlanks(_ pieces: [[TextLine]]) -> Bool {
    var (blocks, ends) = (0, 0)
    for lines in pieces {
      for (line, next) in zip(lines, lines.dropFirst()) where !line.isBlank {
        if next.isBlank { blocks += 1 } else if line.text.utf8.count > 100 { ends += 1 }
      }
    }
    return blocks > ends
  }

  // MARK: Bullets on their own lines

  /// Joins a bullet on its own line to the line below it.
  private static func joiningLoneBullets(_ lines: [TextLine]) -> [TextLine] {
    guard lines.contains(where: { TextMarks.isLoneBullet($0.text) }) else { return lines }
    var joined: [TextLine] = []
    joined.reserveCapacity(lines.count)
    var index = 0
    while index < lines.count {
      var line = lines[index]
      if TextMarks.isLoneBullet(line.text), let next = title(under: index, in: lines) {
        line.text += " " + lines[next].text
        line.raw = line.text[...]
        index = next
      }
      joined.append(line)
      index += 1
    }
    return joined
  }

  /// The line that a lone bullet belongs to: the one directly below it or, after a gap, one that is repeated.
  private static func title(under index: Int, in lines: [TextLine]) -> Int? {
    let behind = lines[(index + 1)...].prefix(4)
    let texts = behind.indices.filter { !lines[$0].isBlank }
    guard let first = texts.first, first <= index + 2, TextMarks.bullet(lines[first].text) == nil,
      !TextMarks.isLoneBullet(lines[first].text)
    else { return nil }
    if first == index + 1 { return first }
    guard texts.count > 1, TextMarks.saysTheSame(lines[first].text, lines[texts[1]].text) else { return nil }
    return first
  }
}
