internal import Messages
internal import Screen
internal import Stories
internal import Typesetting

/// A box of text over the panes: the keys, a comparison or an address.
struct Sheet: Sendable {
  /// What the box shows.
  enum Content: Hashable, Sendable {
    /// Every key; in a reading room, every key that is open there.
    case help([Commands.KeyGroup])
    /// The differences between two versions.
    case comparison(Comparison)
    /// The address of a link that leads to no story.
    case address(AddressSheet)

    /// The kind of layer, which decides its keys.
    var kind: Layer.Kind {
      switch self {
      case .help: .help
      case .comparison: .comparison
      case .address: .address
      }
    }

    /// The title in the frame's upper edge.
    var title: Phrase {
      switch self {
      case .help: "Keys"
      case .comparison(let comparison): comparison.title
      case .address(let sheet): sheet.title
      }
    }
  }

  /// What the box shows.
  let content: Content
  /// The language of what it says; `State.open` sets it.
  var catalogue = Catalogue.english
  /// The words that its rows must have: see `HelpSheet`.
  var words = "" {
    didSet { if words != oldValue { (size, top) = (nil, 0) } }
  }
  /// The first line on the screen.
  private(set) var top = 0
  /// The inside of its frame.
  private(set) var inside = Rect(column: 0, row: 0, columns: 0, rows: 0)
  /// Its lines, set for the frame.
  private(set) var lines: [Page.Line] = []
  /// The screen size that the lines are set for.
  private var size: Size?

  init(_ content: Content) {
    self.content = content
  }

  /// Sets the lines for a new screen size, and keeps the place.
  mutating func settle(_ size: Size) {
    if size != self.size {
      self.size = size
      (inside, lines) = content.laid(size, words: words, catalogue)
    }
    top = clamp(top, 0, lastTop)
  }

  /// The largest value of `top`.
  private var lastTop: Int { max(0, lines.count - inside.rows) }

  /// Whether the text does not fit the frame.
  var isLong: Bool { lastTop > 0 }

  /// Goes up or down, stopping at the ends.
  mutating func scroll(_ step: Scroll) {
    switch step {
    case .lines(let lines): top += lines
    case .pages(let pages): top += pages * max(1, inside.rows)
    case .first: top = 0
    case .last: top = lastTop
    }
    top = clamp(top, 0, lastTop)
  }
}

extension Sheet.Content {
  /// The inside of the frame on a screen, and the lines set for it.
  fileprivate func laid(_ size: Size, words: String, _ catalogue: Catalogue) -> (
    inside: Rect, lines: [Page.Line]
  ) {
    switch self {
    case .help(let groups):
      let inside = OverlayBox.inside(size, columns: 74, rows: 200)
      let lines = HelpSheet.lines(columns: inside.columns, of: groups, words: words, catalogue)
      return (inside, lines.map { $0.set(columns: inside.columns) })
    case .comparison(let comparison):
      let inside = OverlayBox.inside(size, columns: 78, rows: size.rows)
      return (inside, DifferenceLines.of(comparison.difference, columns: inside.columns))
    case .address(let sheet):
      let lines = sheet.lines(columns: OverlayBox.inside(size, columns: 74, rows: 1).columns, catalogue)
      return (OverlayBox.inside(size, columns: 74, rows: lines.count), lines)
    }
  }
}

/// Draws a box of text over the panes.
struct SheetView {
  let sheet: Sheet
  /// The text in the frame's lower edge.
  let foot: String
  let palette: Palette

  func draw(on frame: inout Frame) {
    let inside = sheet.inside
    OverlayBox.draw(
      around: inside, title: sheet.catalogue(sheet.content.title), foot: foot, palette: palette, on: &frame)
    for (index, line) in sheet.lines.dropFirst(sheet.top).prefix(inside.rows).enumerated() {
      var column = inside.column + line.indent
      for run in line.runs {
        column = frame.write(
          run.text, column: column, row: inside.row + index, style: palette[run.role], clip: inside)
      }
    }
    if inside.columns > 0, inside.rows > 0 {
      frame.cursor = Frame.Position(column: inside.column, row: inside.row)
    }
  }
}
