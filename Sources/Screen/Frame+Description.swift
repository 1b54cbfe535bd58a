extension Frame: CustomStringConvertible {
  /// The rows as lines of text without trailing spaces.
  public var picture: String {
    (0..<size.rows).map(text(row:)).joined(separator: "\n")
  }

  /// The picture, and below it each place at which the style changes: `row:column style`.
  public var description: String {
    var lines = [picture]
    for row in 0..<size.rows {
      for run in runs(row: row) where run.style != Style() {
        lines.append("\(row):\(run.column)+\(run.columns) \(run.style)")
      }
    }
    return lines.joined(separator: "\n")
  }
}

extension Style: CustomStringConvertible {
  /// The style in words: `bold #ffcc00 on #101010`; "plain" if it says nothing.
  public var description: String {
    let names: [(Attributes, String)] = [
      (.bold, "bold"), (.dim, "dim"), (.italic, "italic"), (.underline, "underline"), (.reverse, "reverse"),
      (.strike, "strike"),
    ]
    var words = names.filter { attributes.contains($0.0) }.map(\.1)
    if let foreground { words.append(foreground.description) }
    if let background { words.append("on \(background)") }
    return words.isEmpty ? "plain" : words.joined(separator: " ")
  }
}

extension Colour: CustomStringConvertible {
  /// The colour as `#rrggbb`.
  public var description: String {
    "#" + [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
