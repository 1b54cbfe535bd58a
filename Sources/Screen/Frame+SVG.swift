extension Frame {
  /// What a picture takes for the colours that a style leaves to the terminal.
  public struct Ground: Hashable, Sendable {
    /// Behind the text, and the text.
    public var paper, ink: Colour

    /// Takes the colours.
    public init(paper: Colour, ink: Colour) {
      (self.paper, self.ink) = (paper, ink)
    }

    /// A dark terminal.
    public static let dark = Ground(paper: Colour(28, 30, 36), ink: Colour(220, 221, 217))
    /// A light terminal.
    public static let light = Ground(paper: Colour(250, 249, 246), ink: Colour(36, 38, 44))
  }

  /// Tenths of a pixel across a cell, pixels down a row, and around the picture.
  private static let (cell, row, margin) = (84, 17, 14)

  /// The frame as a picture in SVG 1.1, the same bytes for the same frame.
  ///
  /// Text stays text. Each stretch is given its width, so that columns stand under each other in any font.
  public func svg(on ground: Ground) -> String {
    let (width, height) = (
      (size.columns * Self.cell + 9) / 10 + 2 * Self.margin, size.rows * Self.row + 2 * Self.margin
    )
    var lines = [
      #"<svg xmlns="http://www.w3.org/2000/svg" width="\#(width)" height="\#(height)" "#
        + #"viewBox="0 0 \#(width) \#(height)">"#,
      #"<rect width="100%" height="100%" rx="8" fill="\#(ground.paper)"/>"#,
      #"<g font-family="ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace" font-size="14" "#
        + #"fill="\#(ground.ink)" transform="translate(\#(Self.margin) \#(Self.margin))">"#,
    ]
    for row in 0..<size.rows {
      let runs = runs(row: row)
      lines += runs.compactMap { Self.backing($0, row: row, ground: ground) }
      lines += runs.compactMap { Self.text($0, row: row, ground: ground) }
    }
    return (lines + ["</g>", "</svg>", ""]).joined(separator: "\n")
  }

  /// The rectangle under a stretch that has a ground of its own.
  private static func backing(_ run: Run, row: Int, ground: Ground) -> String? {
    let isReverse = run.style.attributes.contains(.reverse)
    guard let fill = isReverse ? run.style.foreground ?? ground.ink : run.style.background else { return nil }
    return #"<rect x="\#(tenths(run.column * cell))" y="\#(row * Self.row)" "#
      + #"width="\#(tenths(run.columns * cell))" height="\#(Self.row)" fill="\#(fill)"/>"#
  }

  /// The letters of a stretch without the blanks around them; nil where it has none.
  private static func text(_ run: Run, row: Int, ground: Ground) -> String? {
    let blanks = run.text.prefix { $0 == " " }.count
    var text = run.text.dropFirst(blanks)
    var columns = run.columns - blanks
    while text.last == " " {
      text.removeLast()
      columns -= 1
    }
    guard !text.isEmpty else { return nil }
    return #"<text x="\#(tenths((run.column + blanks) * cell))" y="\#(row * Self.row + 13)" "#
      + #"textLength="\#(tenths(columns * cell))" lengthAdjust="spacingAndGlyphs" xml:space="preserve""#
      + look(run.style, ground: ground) + ">" + escaped(text) + "</text>"
  }

  private static func look(_ style: Style, ground: Ground) -> String {
    var look = ""
    let isReverse = style.attributes.contains(.reverse)
    if let fill = isReverse ? style.background ?? ground.paper : style.foreground {
      look += #" fill="\#(fill)""#
    }
    if style.attributes.contains(.bold) { look += #" font-weight="bold""# }
    if style.attributes.contains(.italic) { look += #" font-style="italic""# }
    if style.attributes.contains(.dim) { look += #" opacity="0.6""# }
    let lines = [(Style.Attributes.underline, "underline"), (.strike, "line-through")]
      .filter { style.attributes.contains($0.0) }.map(\.1)
    if !lines.isEmpty { look += #" text-decoration="\#(lines.joined(separator: " "))""# }
    return look
  }

  /// A number of tenths with the point in it.
  private static func tenths(_ number: Int) -> String {
    number % 10 == 0 ? "\(number / 10)" : "\(number / 10).\(number % 10)"
  }

  private static func escaped(_ text: Substring) -> String {
    text.reduce(into: "") { escaped, character in
      switch character {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      default: escaped.append(character)
      }
    }
  }
}
