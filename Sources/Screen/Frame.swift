/// A whole screen as a value: a grid of cells and the place of the cursor.
///
/// It holds only text cleaned by `CellText.clean`.
public struct Frame: Hashable, Sendable {
  /// Its size, at most 1,000 by 500 cells.
  public let size: Size
  /// Where the cursor is: on the focused row, so that screen readers follow; nil hides it.
  public var cursor: Position?
  private var cells: [Cell]
  /// The combining marks of the few cells that have any, by the cell's index.
  private var marks: [Int: String] = [:]

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

  /// A run of one row in one style, for a display to draw.
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

  /// One cell: a character and its style; the second cell of a wide character has no character.
  private struct Cell: Hashable {
    var scalar: Unicode.Scalar
    var style: Style
    static let secondHalf: Unicode.Scalar = "\0"
  }

  /// An empty frame: spaces in `style`.
  public init(size: Size, style: Style = Style()) {
    self.size = size.clamped
    cells = Array(repeating: Cell(scalar: " ", style: style), count: self.size.columns * self.size.rows)
  }

  /// Cleans text and writes it on a row, clipped to `area` and to the frame.
  ///
  /// Half of a wide character, cut by an edge or overwritten, becomes a space.
  /// - Returns: the column after the last cell written.
  @discardableResult
  public mutating func write(
    _ text: some StringProtocol, column: Int, row: Int, style: Style, clip area: Rect? = nil
  ) -> Int {
    let clip = clipped(area)
    guard row >= clip.row, row < clip.maxRow, column < clip.maxColumn else { return column }
    var text = String(text)
    let end = text.withUTF8 { bytes in
      // Most text is plain, needs no cleaning, and takes a cell a byte.
      bytes.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
        ? put(plain: bytes, column: column, row: row, style: style, clip: clip) : nil
    }
    if let end { return end }
    var place = column
    for scalar in CellText.clean(text).unicodeScalars {
      let width = WidthTable.width(of: scalar)
      if width == 0 {
        mark(scalar, column: place - 1, row: row, clip: clip)
        continue
      }
      guard place < clip.maxColumn else { break }
      put(scalar, width: width, column: place, row: row, style: style, clip: clip)
      place += width
    }
    return place
  }

  /// Fills a rectangle with spaces in `style`.
  public mutating func fill(_ area: Rect, style: Style) {
    let area = clipped(area)
    guard area.columns > 0 else { return }
    for row in area.row..<max(area.row, area.maxRow) {
      let places = clear(from: area.column, to: area.maxColumn, row: row)
      for place in places { cells[place] = Cell(scalar: " ", style: style) }
    }
  }

  /// Adds `style` to what is there: selection bars, dimmed panes.
  public mutating func patch(_ area: Rect, style: Style) {
    let area = clipped(area)
    for row in area.row..<max(area.row, area.maxRow) {
      for column in area.column..<max(area.column, area.maxColumn) {
        let index = row * size.columns + column
        cells[index].style = cells[index].style.patched(with: style)
      }
    }
  }

  /// The whole width of a row as runs of equal style.
  public func runs(row: Int) -> [Run] {
    guard (0..<size.rows).contains(row) else { return [] }
    var runs: [Run] = []
    let left = row * size.columns
    var start = 0
    for column in 1...size.columns {
      if column < size.columns {
        // A wide character is never split: its second cell has the style of its first.
        let cell = cells[left + column]
        if cell.scalar == Cell.secondHalf || cell.style == cells[left + start].style { continue }
      }
      let text = text(of: left + start..<left + column)
      runs.append(Run(column: start, text: text, columns: column - start, style: cells[left + start].style))
      start = column
    }
    return runs
  }

  /// Calls `draw` for each run of equal style in a row: where it begins, its characters, and its style.
  ///
  /// The same as `runs`, for a display that needs no text of it.
  public func forEachRun(row: Int, _ draw: (Int, [Unicode.Scalar], Style) -> Void) {
    guard (0..<size.rows).contains(row) else { return }
    let left = row * size.columns
    var scalars: [Unicode.Scalar] = []
    scalars.reserveCapacity(size.columns)
    var start = 0
    for column in 0..<size.columns {
      let cell = cells[left + column]
      guard cell.scalar != Cell.secondHalf else { continue }
      if cell.style != cells[left + start].style {
        draw(start, scalars, cells[left + start].style)
        scalars.removeAll(keepingCapacity: true)
        start = column
      }
      scalars.append(cell.scalar)
      if !marks.isEmpty, let marks = marks[left + column] { scalars.append(contentsOf: marks.unicodeScalars) }
    }
    draw(start, scalars, cells[left + start].style)
  }

  /// The row's text without trailing spaces; a wide character appears once.
  public func text(row: Int) -> String {
    guard (0..<size.rows).contains(row) else { return "" }
    let left = row * size.columns
    var end = left + size.columns
    while end > left, cells[end - 1].scalar == " " { end -= 1 }
    return text(of: left..<end)
  }

  private func text(of range: Range<Int>) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(range.count)
    for index in range {
      let scalar = cells[index].scalar
      if scalar.isASCII {
        if scalar != Cell.secondHalf { bytes.append(UInt8(truncatingIfNeeded: scalar.value)) }
      } else {
        bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
      if !marks.isEmpty, let marks = marks[index] { bytes.append(contentsOf: marks.utf8) }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether a row looks the same as in another frame of the same size.
  public func isRow(_ row: Int, equalTo other: Frame) -> Bool {
    guard size == other.size, (0..<size.rows).contains(row) else { return false }
    let range = row * size.columns..<(row + 1) * size.columns
    guard cells[range] == other.cells[range] else { return false }
    guard !marks.isEmpty || !other.marks.isEmpty else { return true }
    return range.allSatisfy { marks[$0] == other.marks[$0] }
  }

  private func clipped(_ area: Rect?) -> Rect {
    guard let area else { return Rect(size) }
    let column = min(max(area.column, 0), size.columns)
    let row = min(max(area.row, 0), size.rows)
    return Rect(
      column: column, row: row,
      columns: min(area.maxColumn, size.columns) - column, rows: min(area.maxRow, size.rows) - row)
  }

  /// Writes printable ASCII, a cell a byte.
  ///
  /// - Returns: the column after the last cell written.
  private mutating func put(
    plain bytes: UnsafeBufferPointer<UInt8>, column: Int, row: Int, style: Style, clip: Rect
  ) -> Int {
    let end = min(column + bytes.count, clip.maxColumn)
    let first = max(column, clip.column)
    guard first < end else { return end }
    let places = clear(from: first, to: end, row: row)
    for (place, byte) in zip(places, bytes[(first - column)...]) {
      cells[place] = Cell(scalar: Unicode.Scalar(byte), style: style)
    }
    return end
  }

  /// Prepares cells to be overwritten: the other halves of wide characters become spaces, marks go.
  ///
  /// - Returns: the indices of the cells.
  private mutating func clear(from first: Int, to end: Int, row: Int) -> Range<Int> {
    let left = row * size.columns
    if first > 0, cells[left + first].scalar == Cell.secondHalf { blank(left + first - 1) }
    if end < size.columns, cells[left + end].scalar == Cell.secondHalf { blank(left + end) }
    if !marks.isEmpty { for place in left + first..<left + end { marks[place] = nil } }
    return left + first..<left + end
  }

  /// Writes one character of 1 or 2 cells; a character that the clip cuts leaves a space.
  private mutating func put(
    _ scalar: Unicode.Scalar, width: Int, column: Int, row: Int, style: Style, clip: Rect
  ) {
    let first = max(column, clip.column)
    let end = min(column + width, clip.maxColumn)
    guard first < end else { return }
    let fits = end - first == width
    let places = clear(from: first, to: end, row: row)
    for place in places {
      let half = place == places.lowerBound ? scalar : Cell.secondHalf
      cells[place] = Cell(scalar: fits ? half : " ", style: style)
    }
  }

  private mutating func blank(_ index: Int) {
    cells[index].scalar = " "
    if !marks.isEmpty { marks[index] = nil }
  }

  private mutating func mark(_ mark: Unicode.Scalar, column: Int, row: Int, clip: Rect) {
    guard column >= clip.column, column < clip.maxColumn else { return }
    var index = row * size.columns + column
    if cells[index].scalar == Cell.secondHalf, column > clip.column { index -= 1 }
    guard cells[index].scalar != " ", cells[index].scalar != Cell.secondHalf else { return }
    guard marks[index]?.unicodeScalars.count ?? 0 < CellText.maximumMarks else { return }
    marks[index, default: ""].unicodeScalars.append(mark)
  }
}
