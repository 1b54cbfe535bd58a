/// How large a terminal or a pane is, in cells.
public struct Size: Hashable, Sendable {
  /// Cells across, at least 0.
  public var columns: Int
  /// Cells down, at least 0.
  public var rows: Int

  /// Makes a size; negative measures become 0.
  public init(columns: Int, rows: Int) {
    self.columns = max(0, columns)
    self.rows = max(0, rows)
  }

  /// The size within the bounds of screens: 1 to 1,000 columns, 1 to 500 rows.
  ///
  /// Terminals can claim anything from 0×0 to 65535×65535.
  public var clamped: Size {
    Size(columns: min(max(columns, 1), 1_000), rows: min(max(rows, 1), 500))
  }
}

/// A rectangle of cells; the top left cell of the screen is (0, 0).
public struct Rect: Hashable, Sendable {
  /// The left edge.
  public var column: Int
  /// The top edge.
  public var row: Int
  /// Cells across, at least 0.
  public var columns: Int
  /// Cells down, at least 0.
  public var rows: Int

  /// Makes a rectangle; negative measures become 0.
  public init(column: Int, row: Int, columns: Int, rows: Int) {
    self.column = column
    self.row = row
    self.columns = max(0, columns)
    self.rows = max(0, rows)
  }

  /// A rectangle that covers a whole size.
  public init(_ size: Size) {
    self.init(column: 0, row: 0, columns: size.columns, rows: size.rows)
  }

  /// The column after the right edge; `Int.max` on overflow.
  public var maxColumn: Int { column.saturatingSum(columns) }
  /// The row after the bottom edge; `Int.max` on overflow.
  public var maxRow: Int { row.saturatingSum(rows) }
  /// Its size.
  public var size: Size { Size(columns: columns, rows: rows) }
}

extension Int {
  /// The sum, or the nearest representable number.
  fileprivate func saturatingSum(_ other: Int) -> Int {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? (other < 0 ? .min : .max) : sum
  }
}
