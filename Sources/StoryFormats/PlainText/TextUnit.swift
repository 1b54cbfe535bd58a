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
    var units: [TextUnit] = []
    var block: [TextLine] = []
    var gap = 0
    func close() {
      guard !block.isEmpty else { return }
      for (index, group) in groups(of: block).enumerated() {
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

  /// The lines of a block one by one, except where they are the lines of a hard-wrapped paragraph.
  private static func groups(of block: [TextLine]) -> [[TextLine]] {
    if isHardWrapped(block[...]) { return [block] }
    // A subheading may stand on a wrapped paragraph without a blank between them.
    if block.count > 2, isHardWrapped(block[1...]), block[0].text.count < 50 {
      return [[block[0]], Array(block[1...])]
    }
    return block.map { [$0] }
  }

  /// Whether lines were broken at a column: all but the last about as long as each other, none of them a bullet.
  private static func isHardWrapped(_ lines: ArraySlice<TextLine>) -> Bool {
    guard lines.count > 1, let last = lines.last else { return false }
    let lengths = lines.dropLast().map(\.text.count)
    guard let longest = lengths.max(), let shortest = lengths.min() else { return false }
    guard longest <= 100, shortest >= 45, longest - shortest <= 25, last.text.count <= longest + 12 else {
      return false
    }
    guard !lines.contains(where: { TextMarks.bullet($0.text) != nil || TextCues.label($0.text) != nil })
    else { return false }
    // Lines that all end a sentence are paragraphs of their own.
    return !lines.dropLast().allSatisfy { TextMarks.endsSentence($0.text) }
  }
}

/// What a part of the file was taken for.
struct TextPiece {
  enum Role {
    case headline
    case standfirst
    case byline
    case date(updated: Bool)
    case reference(label: String, target: String)
    case outside
    case aside
    case teaser(title: String)
    case subheading
    case quote
    case listItem(number: Int?)
    case rule
    case paragraph

    var name: String {
      switch self {
      case .headline: "headline"
      case .standfirst: "standfirst"
      case .byline: "byline"
      case .date(let updated): updated ? "updated" : "date"
      case .reference: "reference"
      case .outside: "outside reference"
      case .aside: "promotion"
      case .teaser: "teaser"
      case .subheading: "subheading"
      case .quote: "quote"
      case .listItem: "list item"
      case .rule: "rule"
      case .paragraph: "paragraph"
      }
    }
  }

  var role: Role
  var text: String
  var lines: ClosedRange<Int>
  var judgement: Judgement

  struct Judgement {
    var confidence: Double
    var reason: String
  }

  init(_ role: Role, _ unit: TextUnit, text: String? = nil, _ confidence: Double, _ reason: String) {
    self.role = role
    self.text = text ?? unit.text
    lines = unit.lines
    judgement = Judgement(confidence: confidence, reason: reason)
  }
}
