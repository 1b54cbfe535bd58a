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
  /// The number of blank lines after it; large for the last.
  var gapAfter: Int
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
