/// Lines that belong together: one line, the lines of one hard-wrapped paragraph, or those of a table.
struct TextUnit {
  /// How the lines were set.
  enum Setting: Equatable {
    /// As running text.
    case flowing
    /// Over a line of signs, which is no part of the text.
    case underlined
    /// In columns, boxes or as code: line by line and blank by blank.
    case preformatted(reason: String)
    /// As rows of cells.
    case table([[String]])
  }

  var lines: ClosedRange<Int>
  /// The lines joined by blanks; those of tables and code as they stand.
  var text: String
  /// Blank lines before it.
  var gapBefore: Int
  /// Blank lines after it; large for the last.
  var gapAfter: Int
  var indent: Int
  var setting = Setting.flowing
  /// How many units, from this one on, were set as lines under each other; 1 where it stands by itself.
  var run = 1

  /// No-break spaces as blanks: for comparing, never for the text itself.
  var plain: String { text.withPlainBlanks }

  /// How many words it has.
  var words: Int { text.split(whereSeparator: \.isWhitespace).count }

  /// Whether it is a table or code.
  var isPreformatted: Bool { setting != .flowing && setting != .underlined }

  /// Gathers lines into units.
  static func units(of lines: [TextLine]) -> [TextUnit] {
    var gathering = UnitGathering(lines)
    gathering.run()
    return gathering.units
  }
}
