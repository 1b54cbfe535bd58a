internal import Screen

extension State {
  /// Shows an address outside the library in full, so that it can be read before it is taken anywhere.
  func drawAddress(_ address: String, on frame: inout Frame) {
    let widest = OverlayBox.inside(size, columns: 74, rows: 1).columns
    let lines = Lines.wrapped(address, columns: max(1, widest - 2), limit: max(1, size.rows - 8))
    let inside = OverlayBox.inside(size, columns: 74, rows: lines.count + 2)
    drawBox(inside, title: "Outside the library", foot: "nothing is opened · Esc closes", on: &frame)
    for (index, line) in lines.prefix(max(0, inside.rows - 1)).enumerated() {
      frame.write(
        line, column: inside.column + 1, row: inside.row + 1 + index, style: palette[.text], clip: inside)
    }
  }
}
