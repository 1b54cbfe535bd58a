/// Lines that belong together: a single line, a hard-wrapped paragraph, or a table.
struct TextUnit {
  /// How the lines were set.
  enum Setting: Equatable {
    /// As running text.
    case flowing
    /// Above a line of signs, which is not part of the text.
    case underlined
    /// In columns, boxes or as code, with every line and space kept.
    case preformatted(reason: String)
    /// As rows of cells.
    case table([[String]])
  }

  var lines: ClosedRange<Int>
  /// The lines joined by spaces; those of tables and code unchanged.
  var text: String
  /// The number of blank lines before it.
  var gapBefore: Int
  /// The number of blank lines after it; nil for the last.
  var gapAfter: Int?
  var indent: Int
  var setting = Setting.flowing
  /// How many units, from this one on, were set as lines one below the other; 1 for a single unit.
  var run = 1

  /// The text with plain spaces for no-break ones: only for comparing.
  var plain: String { text.withPlainBlanks }

  /// The number of words.
  var words: Int { text.split(whereSeparator: \.isWhitespace).count }

  /// Whether it is a table or code.
  var isPreformatted: Bool { setting != .flowing && setting != .underlined }

  /// Groups lines into units.
  static func units(of lines: [TextLine]) -> [TextUnit] {
    var gathering = UnitGathering(lines)
    gathering.run()
    return gathering.units
  }
}

extension ArraySlice<TextUnit> {
  /// The widest indentation that is kept, in cells.
  private static var widestIndent: Int { 20 }

  /// The text of units that were set one below the other: a line each, with its indentation beyond that of
  /// the others in no-break spaces.
  var setLines: String {
    let margin = map(\.indent).min() ?? 0
    return map { unit in
      let indent = Swift.min(unit.indent - margin, Self.widestIndent)
      return String(repeating: "\u{A0}", count: indent > 1 ? indent : 0) + MarkupTree.collapsed(unit.text)
    }.joined(separator: "\n")
  }
}
