/// Recognises lines of code by their indents and signs.
enum CodeLines {
  /// The indent of code in running text, as in Markdown.
  private static let indent = 4

  /// Whether the lines of a block are code: indented by four and with its signs, or shaped by indents and
  /// full of signs.
  static func areCode(_ lines: [TextLine]) -> Bool {
    guard let first = lines.first, TextMarks.bullet(first.text) == nil,
      !lines.contains(where: { $0.raw.utf8.count > 200 })
    else { return false }
    let indents = lines.map(\.columns)
    guard let least = indents.min(), let most = indents.max(), least >= indent || most - least >= 2 else {
      return false
    }
    let signs = lines.count { hasSigns($0.text) }
    if least >= indent {
      return signs > 0 && signs * 3 >= lines.count && (lines.count > 1 || isStatement(first.text))
    }
    return lines.count > 2 && signs * 2 >= lines.count
  }

  private static func hasSigns(_ text: String) -> Bool {
    if isStatement(text) || text.hasSuffix("):") || text == "}" { return true }
    return ["==", "!=", "=>", "->", "</", "&&", "||", " = ", "$(", "[]", "/>", "::", ":=", "+="].contains {
      text.hasBytes(of: $0)
    } || openings.contains { text.hasPrefix($0) }
  }

  /// Whether a line has signs that no sentence has.
  private static func isStatement(_ text: String) -> Bool {
    text.hasSuffix(";") && !text.dropLast().hasSuffix(" ") && text.hasBytes(of: "(") || text.hasSuffix("{")
      || text.hasSuffix("};") || text.hasSuffix(");") || text.hasBytes(of: "()") || text.hasPrefix("$ ")
      || text.hasPrefix("#include") || text.hasPrefix("//")
  }

  private static let openings = [
    "def ", "return ", "import ", "func ", "var ", "let ", "const ", "fn ", "<", "/*", "# ", "SELECT ",
  ]
}

extension TextLine {
  /// The columns of its indent, with tabs to their stops.
  var columns: Int {
    guard raw.utf8.first == 0x09 || indent > 0 && raw.utf8.prefix(indent).contains(0x09) else {
      return indent
    }
    return raw.utf8.prefix(indent).reduce(0) {
      $1 == 0x09 ? ($0 / ColumnRow.tabStop + 1) * ColumnRow.tabStop : $0 + 1
    }
  }
}
