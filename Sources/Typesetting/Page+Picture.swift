import Screen

extension Page {
  /// The page as plain text, a line each, without trailing blanks: for pipes and tests.
  public var picture: String {
    lines.map { line in
      let text = line.text
      return text.isEmpty ? "" : String(repeating: " ", count: line.indent) + text
    }.joined(separator: "\n")
  }

  /// The page with the role of every run, a line each: `3 [text.headline|Harbour cities] #0`.
  ///
  /// The indent comes first, then the runs, a link's reference after `@`, and the body block after `#`.
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
  /// The line's text without its indent and without trailing blanks.
  public var text: String {
    var text = runs.map(\.text).joined()
    while text.utf8.last == 0x20 { text.removeLast() }
    return text
  }

  /// The cells up to the end of the last run, the indent included.
  public var columns: Int {
    runs.reduce(indent) { $0 + CellText.width(of: $1.text) }
  }
}
