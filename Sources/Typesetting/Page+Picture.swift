import Screen

extension Page {
  /// The page as plain text without trailing spaces, for pipes and tests.
  public var picture: String {
    lines.map { line in
      let text = line.text
      return text.isEmpty ? "" : String(repeating: " ", count: line.indent) + text
    }.joined(separator: "\n")
  }

  /// The page with the role of every run: `3 [text.headline|Harbour cities] #0`.
  ///
  /// Each line gives its indent, its runs, a link's reference after `@`, and the body block after `#`.
  public var rolesPicture: String {
    lines.map { line in
      let runs = line.runs.map { run in
        "[\(run.role.rawValue)|\(run.text)]" + (run.reference.map { "@\($0)" } ?? "")
      }
      var text = "\(line.indent)"
      if !runs.isEmpty { text += " " + runs.joined() }
      if let block = line.block { text += " #\(block)" }
      return text
    }.joined(separator: "\n")
  }
}

extension Page.Line {
  /// The line's text without its indent and trailing spaces.
  public var text: String {
    var text = runs.map(\.text).joined()
    while text.utf8.last == 0x20 { text.removeLast() }
    return text
  }

  /// The cells up to the end of the last run, including the indent.
  public var columns: Int {
    runs.reduce(indent) { $0 + CellText.width(of: $1.text) }
  }
}
