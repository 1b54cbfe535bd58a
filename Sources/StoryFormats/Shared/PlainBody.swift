internal import Stories

/// Reads text without markup in feeds, mails, records and wires.
///
/// Blank lines separate paragraphs, and the lines of a wrapped paragraph are joined. Text set as lines keeps
/// them, columns are unchanged, bullets become lists, and web addresses references. Plain text files follow
/// the same rules (`TextUnit`).
enum PlainBody {
  /// The blocks of a text, with the web addresses in it.
  ///
  /// - Parameter text: decoded, without character references; any line ends.
  static func content(of text: String) -> HTMLFragment.Content {
    let long = LongText(withPlainLineEnds(text))
    var reader = PlainBodyReader(units: long.units(TextUnit.units(of: long.lines)))
    reader.run()
    return reader.content
  }

  /// A text with "\n" line ends.
  private static func withPlainLineEnds(_ text: String) -> String {
    guard text.hasBytes(of: "\r") || text.hasBytes(of: "\u{2028}") || text.hasBytes(of: "\u{2029}") else {
      return text
    }
    var result = String.UnicodeScalarView()
    var wasReturn = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n" where wasReturn: break
      case "\r", "\u{2028}": result.append("\n")
      case "\u{2029}": result.append(contentsOf: "\n\n".unicodeScalars)
      default: result.append(scalar)
      }
      wasReturn = scalar == "\r"
    }
    return String(result)
  }
}

/// Turns units into blocks.
private struct PlainBodyReader {
  let units: [TextUnit]
  var content = HTMLFragment.Content()
  private var lists = TextLists()

  init(units: [TextUnit]) {
    self.units = units
  }

  mutating func run() {
    var index = 0
    while index < units.count { index += take(index) }
  }

  /// Reads a unit, and those that belong to it.
  ///
  /// - Returns: how many were taken.
  private mutating func take(_ index: Int) -> Int {
    let unit = units[index]
    switch unit.setting {
    case .preformatted: add(.code(language: nil, unit.text))
    case .table(let rows): add(.table(TextColumns.table(rows) { inlines($0) }))
    case .underlined: add(.heading(level: 2, inlines(unit.text)))
    case .flowing:
      if TextMarks.isRule(unit.text) {
        add(.rule)
      } else if let list = lists.list(at: index, in: units, isTaken: { _ in false }) {
        let items = list.items.map { Block.Item([Block(.paragraph(inlines($0.text)))]) }
        add(.list(start: list.start, items))
        return list.end - index
      } else {
        add(.paragraph(inlines(units[index..<(index + unit.run)].setLines)))
        return unit.run
      }
    }
    return 1
  }

  private mutating func add(_ kind: Block.Kind) {
    content.blocks.append(Block(kind))
  }

  private mutating func inlines(_ text: String) -> [Inline] {
    WebLinks.inlines(of: text, references: &content.references)
  }
}
