/// Decides which lines of a block were set as lines, and which belong to paragraphs.
struct LineSetting {
  /// The units of a block, or of a part of it.
  struct Group {
    var units: [[TextLine]]
    /// Whether the units are lines that were set one below the other.
    var isSet = false
    var setting = TextUnit.Setting.flowing

    var isCode: Bool { setting != .flowing && setting != .underlined }
  }

  let wrapping: LineWrapping
  /// Whether blank lines separate the paragraphs of the text.
  let partsByBlanks: Bool

  /// The widest line that is set as one, if lines are not wrapped at a column.
  private static let widest = 60
  /// The same for lines that begin alike, with a time or a number.
  private static let widestAlike = 120

  /// The lines of a block in groups.
  func groups(of block: [TextLine]) -> [Group] {
    if CodeLines.areCode(block) {
      return [Group(units: [block], setting: .preformatted(reason: "lines of code"))]
    }
    var groups: [Group] = []
    var start = 0
    for index in block.indices where TextMarks.isRule(block[index].text) {
      if index == start + 1, isHeading(block[start]), TextMarks.isUnderline(block[index].text) {
        groups.append(Group(units: [[block[start]]], setting: .underlined))
      } else {
        groups += running(block[start..<index]) + [Group(units: [[block[index]]])]
      }
      start = index + 1
    }
    return groups + running(block[start...])
  }

  /// Whether a line above a line of signs is a heading.
  private func isHeading(_ line: TextLine) -> Bool {
    line.text.utf8.count <= 100 && !TextMarks.endsWithStop(line.text) && TextMarks.bullet(line.text) == nil
  }

  private func running(_ block: ArraySlice<TextLine>) -> [Group] {
    guard !block.isEmpty else { return [] }
    var groups: [Group] = []
    var run: [TextLine] = []
    func close(before next: TextLine? = nil) {
      groups += setting(run, before: next)
      run = []
    }
    for unit in wrapping.groups(of: Array(block)) {
      if unit.count == 1, mayBeSet(unit[0]) {
        run.append(unit[0])
      } else {
        close(before: unit[0])
        groups.append(Group(units: [unit]))
      }
    }
    close()
    return groups
  }

  private func mayBeSet(_ line: TextLine) -> Bool {
    let widest = wrapping.column ?? Self.widest(line)
    // A quick check first: characters of more than three bytes are rare, and wide.
    return line.text.utf8.count <= 3 * widest && CellMeasure.width(of: line.text) <= widest
      && (TextMarks.bullet(line.text).map { $0.number != nil } ?? true)
      && TextCues.label(line.text) == nil && !TextMarks.isRule(line.text)
  }

  private static func widest(_ line: TextLine) -> Int {
    line.text.first?.isNumber == true ? widestAlike : widest
  }

  /// The lines as one group if they were set as lines; else one group each.
  private func setting(_ run: [TextLine], before next: TextLine?) -> [Group] {
    if run.count > 1, let last = run.last, let next, isSubheading(last, before: next) {
      return setting(run.dropLast(), before: nil) + [Group(units: [[last]])]
    }
    if isSet(run) { return [Group(units: run.map { [$0] }, isSet: true)] }
    // A subheading may be directly above lines.
    if run.count > 2, !TextMarks.endsSentence(run[0].text), isSet(Array(run[1...])) {
      return [Group(units: [[run[0]]]), Group(units: run[1...].map { [$0] }, isSet: true)]
    }
    return run.map { Group(units: [[$0]]) }
  }

  /// Whether a line opens the paragraph below it, in a text without blank lines between paragraphs.
  private func isSubheading(_ line: TextLine, before next: TextLine) -> Bool {
    !partsByBlanks && wrapping.column == nil && next.text.utf8.count > 2 * Self.widest
      && line.text.first?.isUppercase == true && !TextMarks.endsSentence(line.text)
  }

  /// Whether the lines are the items of a numbered list.
  private func isCounted(_ run: [TextLine]) -> Bool {
    guard let first = TextMarks.bullet(run[0].text)?.number else { return false }
    return run.indices.allSatisfy { TextMarks.bullet(run[$0].text)?.number == first + $0 }
  }

  private func isSet(_ run: [TextLine]) -> Bool {
    guard run.count > 1, let last = run.last else { return false }
    if isCounted(run) { return false }
    let figures = run.count { $0.text.first?.isNumber == true }
    if figures * 5 >= run.count * 4, run.count > 2 || figures == 2 { return true }
    let stops = run.dropLast().count { TextMarks.endsSentence($0.text) }
    let opensWithHeading =
      stops == run.count - 2 && !TextMarks.endsSentence(run[0].text) && TextMarks.endsSentence(last.text)
    if opensWithHeading, run.count > 2 || last.text.split(separator: " ").count >= 5 { return false }
    let quotations = run.count { TextMarks.opensQuotation($0.text) }
    if quotations * 2 > run.count { return false }
    if wrapping.column != nil || partsByBlanks { return true }
    return stops * 3 <= run.count
  }
}
