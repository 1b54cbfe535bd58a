/// A whole screen as values: a grid of cells, and where the cursor stands.
///
/// Nothing but text that went through `CellText.clean` can be in it.
public struct Frame: Hashable, Sendable {
  /// How large it is.
  public let size: Size
  /// Where the cursor is shown (column, row): on the focused row, so that screen readers follow; nil hides it.
  public var cursor: Position?

  /// A cell's place.
  public struct Position: Hashable, Sendable {
    /// From the left, from 0.
    public var column: Int
    /// From the top, from 0.
    public var row: Int
    /// Makes a place.
    public init(column: Int, row: Int) {
      self.column = column
      self.row = row
    }
  }

  /// A stretch of one row in one style: what a display is given to draw.
  public struct Run: Hashable, Sendable {
    /// Where it begins, from 0.
    public var column: Int
    /// The cleaned text.
    public var text: String
    /// How many cells it takes.
    public var columns: Int
    /// How it looks.
    public var style: Style
  }

  /// An empty frame: blanks in `style`.
  public init(size: Size, style: Style = Style()) { self.size = size }

  /// Writes text in a row, clipped to `area`; cleans it first. Cells outside the frame are left out. Half of a cut wide cluster becomes a blank.
  ///
  /// - Returns: the column after the last cell written.
  @discardableResult
  public mutating func write(_ text: some StringProtocol, column: Int, row: Int, style: Style, clip area: Rect? = nil) -> Int { column }
  /// Blanks in `style` over a rectangle.
  public mutating func fill(_ area: Rect, style: Style) {}
  /// Lays `style` over what is there (selection bars, dimmed panes).
  public mutating func patch(_ area: Rect, style: Style) {}
  /// A row as runs of equal style, the whole width.
  public func runs(row: Int) -> [Run] { [] }
  /// The row's text, a wide cluster once, trailing blanks cut.
  public func text(row: Int) -> String { "" }
}
