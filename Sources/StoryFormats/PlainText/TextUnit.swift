/// A line of a file.
struct TextLine {
  /// From 1.
  var number: Int
  /// Without white space at its ends; no-break spaces count as such there.
  var text: String
  /// How many blanks stood before the text.
  var indent: Int

  var isBlank: Bool { text.isEmpty }

  /// The lines of a text.
  static func split(_ text: String) -> [TextLine] {
    text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map { number, line in
      let scalars = line.unicodeScalars
      let start = scalars.firstIndex { !isSpace($0) } ?? scalars.endIndex
      let end = scalars[start...].lastIndex { !isSpace($0) }.map(scalars.index(after:)) ?? start
      return TextLine(
        number: number + 1, text: String(line[start..<end]),
        indent: scalars.distance(from: scalars.startIndex, to: start))
    }
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\t" || scalar == "\u{A0}" || scalar == "\u{B}" || scalar == "\u{C}"
      || scalar == "\u{200B}" || scalar == "\u{FEFF}"
  }
}

/// Lines that belong together: one line, or the lines of one hard-wrapped paragraph.
struct TextUnit {
  var lines: ClosedRange<Int>
  /// The lines joined by blanks.
  var text: String
  /// Blank lines before it.
  var gapBefore: Int
  /// Blank lines after it; large for the last.
  var gapAfter: Int
  var indent: Int

  /// No-break spaces as blanks: for comparing, never for the text itself.
  var plain: String { text.withPlainBlanks }

  /// How many words it has.
  var words: Int { text.split(whereSeparator: \.isWhitespace).count }

  /// Gathers lines into units.
  static func units(of lines: [TextLine]) -> [TextUnit] {
    let lines = joiningLoneBullets(lines)
    let wrapping = LineWrapping(of: lines)
    var units: [TextUnit] = []
    var block: [TextLine] = []
    var gap = 0
    func close() {
      guard !block.isEmpty else { return }
      for (index, group) in wrapping.groups(of: block).enumerated() {
        units.append(
          TextUnit(
            lines: group[0].number...group[group.count - 1].number,
            text: group.map(\.text).joined(separator: " "),
            gapBefore: index == 0 ? gap : 0, gapAfter: 0, indent: group[0].indent))
      }
      block = []
      gap = 0
    }
    for line in lines {
      if line.isBlank {
        close()
        gap += 1
      } else {
        block.append(line)
      }
    }
    close()
    for index in units.indices {
      units[index].gapAfter = index + 1 < units.count ? units[index + 1].gapBefore : Int.max
    }
    return units
  }

  /// A bullet on a line of its own belongs to the line under it.
  private static func joiningLoneBullets(_ lines: [TextLine]) -> [TextLine] {
    guard lines.contains(where: { TextMarks.isLoneBullet($0.text) }) else { return lines }
    var joined: [TextLine] = []
    joined.reserveCapacity(lines.count)
    var index = 0
    while index < lines.count {
      var line = lines[index]
      if TextMarks.isLoneBullet(line.text), let next = title(under: index, in: lines) {
        line.text += " " + lines[next].text
        index = next
      }
      joined.append(line)
      index += 1
    }
    return joined
  }

  /// The line that a lone bullet belongs to: the one right under it, or, set apart, one that is said again.
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
