internal import Screen
internal import Stories

/// The places of rows and headings in the list's pane.
///
/// The time of everything here depends on the screen's rows, never on the length of the list.
struct ListGeometry {
  /// The list.
  let list: ArticleList
  /// The pane's rows.
  let height: Int
  /// Lines a row takes, 1 to 3.
  let rowHeight: Int
  /// Whether there is a blank line before a heading.
  let airy: Bool
  /// The current time, for "today".
  let now: Timestamp

  /// Measures a list in its pane.
  init(_ list: ArticleList, pane: Rect, now: Timestamp) {
    self.list = list
    self.now = now
    height = pane.rows
    rowHeight = list.isCompact ? 1 : Self.rowHeight(pane, isFound: list.found != nil)
    airy = pane.rows >= 26
  }

  /// Lines per row: headline, detail and teaser if there is room; headline and detail; or the headline alone.
  ///
  /// - Parameter isFound: whether the rows are search results, whose third line shows the match.
  static func rowHeight(_ pane: Rect, isFound: Bool) -> Int {
    if pane.rows < 9 || pane.columns < 16 { return 1 }
    return isFound && pane.rows >= 18 || pane.rows >= 36 && pane.columns >= 40 ? 3 : 2
  }

  /// Cells before the text of a row.
  static func indent(in pane: Rect) -> Int { pane.columns < 16 ? 2 : 3 }

  /// Cells for the text of a row.
  func textColumns(in pane: Rect) -> Int { max(1, pane.columns - Self.indent(in: pane) - 2) }

  /// The heading above row `index`.
  func group(_ index: Int) -> RowGroup {
    // The rows may still be those of the previous query.
    let query = list.window?.query ?? list.query
    guard query.order == .bestFirst else {
      return RowGroup(list.rows[index], query: query, now: now)
    }
    return group(index, ofFound: query)
  }

  private func group(_ index: Int, ofFound query: Query) -> RowGroup {
    guard let search = query.search, search.hasBest, let window = list.window else {
      return RowGroup(list.rows[index], order: .newestFirst, now: now)
    }
    if window.findings.isFirstAnswer { return .found(.newest) }
    if let word = list.rows[index].lacks { return .lacking(word) }
    let isOlder = window.rowsBefore.map { $0 + index >= window.total ?? 0 } ?? true
    return .found(window.findings.isMore && isOlder ? .older : search.isLike ? .likest : .best)
  }

  /// Lines between the previous row and this one, for a heading if the group changes.
  func lead(_ index: Int) -> Int {
    lead(of: group(index), after: index == 0 ? nil : group(index - 1))
  }

  /// The same between rows of two groups; nil before the first row.
  func lead(of group: RowGroup, after before: RowGroup?) -> Int {
    if group == .none { return 0 }
    guard let before else { return 1 }
    return group == before ? 0 : airy ? 2 : 1
  }

  /// Lines from the list's top to row `index`, counted up to `limit`.
  func linesAbove(_ index: Int, limit: Int) -> Int {
    var here = group(index)
    var row = index
    var lines = 0
    while row > 0, lines < limit {
      row -= 1
      let before = group(row)
      lines += lead(of: here, after: before) + rowHeight
      here = before
    }
    return row == 0 ? lines + lead(of: here, after: nil) : lines
  }

  /// Lines from row `index` to the list's end, counted up to `limit`.
  func linesBelow(_ index: Int, limit: Int) -> Int {
    var lines = rowHeight
    var row = index + 1
    guard row < list.rows.count, lines < limit else { return lines }
    var before = group(index)
    while row < list.rows.count, lines < limit {
      let here = group(row)
      lines += lead(of: here, after: before) + rowHeight
      before = here
      row += 1
    }
    return lines
  }

  /// The offset nearest to `offset` at which the selected row is visible, without blank lines that rows could
  /// fill.
  func settled(_ offset: Int) -> Int {
    guard !list.rows.isEmpty, height > 0 else { return 0 }
    let above = linesAbove(list.index, limit: height)
    let below = linesBelow(list.index, limit: height)
    let lowest = max(0, height - rowHeight)
    var offset = clamp(offset, offsets.lowerBound, offsets.upperBound)
    if offset + below < height { offset = height - below }
    return min(min(offset, above), lowest)
  }

  /// The offsets of the selected row at which a row before it and one after it are seen.
  private var offsets: ClosedRange<Int> {
    let lowest = max(0, height - rowHeight)
    let margin = min(rowHeight, lowest / 3)
    return margin...lowest - margin
  }

  /// The offset half a pane back from one that has just left the pane; another one as it is.
  func halfwayBack(_ offset: Int) -> Int {
    let half = height / 2
    if offset > offsets.upperBound, offset <= height + half { return max(offsets.lowerBound, offset - half) }
    if offset < offsets.lowerBound, offset >= -half { return min(offsets.upperBound, offset + half) }
    return offset
  }

  /// How many lines row `to` is below row `from`.
  func distance(from: Int, to: Int) -> Int {
    let limit = height * 2
    guard abs(to - from) <= limit else { return to > from ? limit : -limit }
    var lines = 0
    for row in stride(from: min(from, to) + 1, through: max(from, to), by: 1) {
      lines += lead(row) + rowHeight
    }
    return to > from ? lines : -lines
  }

  /// The first row that is at least partly visible, and the line it begins on (negative above the top).
  func firstVisible() -> (row: Int, line: Int) {
    var row = list.index
    var line = list.offset
    while row > 0, line - lead(row) > 0 {
      line -= lead(row) + rowHeight
      row -= 1
    }
    return (row, line)
  }

  /// The row that covers a line of the pane; nil for a heading and below the last row.
  func row(atLine wanted: Int) -> Int? {
    guard !list.rows.isEmpty else { return nil }
    var (row, line) = firstVisible()
    while row < list.rows.count, line <= wanted {
      if wanted < line + rowHeight { return row }
      row += 1
      if row < list.rows.count { line += rowHeight + lead(row) }
    }
    return nil
  }

  /// How many rows fit on the screen.
  var rowsOnScreen: Int { max(1, height / rowHeight) }
}
