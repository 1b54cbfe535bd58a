internal import Messages
internal import Screen
internal import Stories
internal import Typesetting
internal import Words

/// Draws the article list.
struct ListView {
  let list: ArticleList
  /// The rows that are selected besides the current one.
  let range: ClosedRange<Int>?
  let landed: Landed
  let snippets: Snippets?
  /// The text of an empty list; nil while it is not known to be empty.
  let notice: [String]?
  let catalogue: Catalogue
  let palette: Palette
  let now: Timestamp
  let isFocused: Bool
  /// What stands to the right of the headlines, where there is room.
  let columns: [ListColumn]

  func draw(in pane: Rect, on frame: inout Frame) {
    guard !list.rows.isEmpty else {
      drawNotice(in: pane, on: &frame)
      return
    }
    let geometry = ListGeometry(list, pane: pane, now: now)
    var (row, line) = geometry.firstVisible()
    var group = geometry.group(row)
    var lead = geometry.lead(row)
    while line - lead < pane.rows {
      if lead > 0 {
        write(group.title(catalogue), at: line - 1, indent: 1, role: .dateGroup, in: pane, on: &frame)
      }
      draw(list.rows[row], under: group, at: line, geometry, in: pane, on: &frame)
      if row == list.index || range?.contains(row) == true {
        let isCurrent = isFocused && row == list.index
        let top = max(0, line)
        let area = Rect(
          column: pane.column, row: pane.row + top, columns: pane.columns,
          rows: min(geometry.rowHeight, pane.rows - top))
        frame.patch(area, style: palette[isCurrent ? .selection : .selectionInactive])
        for bar in area.row..<area.maxRow {
          frame.write(
            "▌", column: pane.column + 1, row: bar,
            style: palette[isCurrent ? .selection : .selectionInactive].patched(
              with: Style(foreground: palette[isFocused ? .unreadMark : .separator].foreground)), clip: pane)
        }
        if isCurrent {
          frame.cursor = Frame.Position(column: pane.column + min(3, pane.columns - 1), row: area.row)
        }
      }
      line += geometry.rowHeight
      row += 1
      guard row < list.rows.count else { return }
      let before = group
      group = geometry.group(row)
      lead = geometry.lead(of: group, after: before)
      line += lead
    }
  }

  /// Draws a story: headline; desk, hour and reading time, with the marks at the right; teaser.
  private func draw(
    _ listing: Listing, under group: RowGroup, at line: Int, _ geometry: ListGeometry, in pane: Rect,
    on frame: inout Frame
  ) {
    let (indent, height) = (ListGeometry.indent(in: pane), geometry.rowHeight)
    let marks = (listing.isSaved ? "★" : " ") + (listing.isRead ? " " : "●")
    let marksColumn = pane.columns - 3
    let warning = listing.warning(at: now).map { catalogue[$0] }
    let news = landed.word(for: listing).map { catalogue[$0, as: "news"] }
    let title = listing.headline.isEmpty ? listing.path : listing.headline
    let sign = warning ?? news?.uppercased()
    let headline = height == 1 ? sign.map { "\($0): \(title)" } ?? title : title
    var room = max(1, pane.columns - indent - (height == 1 ? 4 : 1))
    for column in ListColumn.fitting(columns, besides: room) {
      room -= column.width + ListColumn.gap
      write(
        column.text(of: listing, catalogue), at: line, indent: indent + room + ListColumn.gap,
        role: .rowDetail,
        in: pane,
        on: &frame)
    }
    let shown = Lines.fitted(headline, columns: room)
    write(
      shown, at: line, indent: indent, role: listing.isRead ? .rowHeadline : .rowUnread, in: pane, on: &frame)
    mark(shown, of: headline, at: line, indent: indent, in: pane, on: &frame)
    let markLine = height == 1 ? line : line + 1
    if marksColumn > indent {
      let (saved, unread) = (String(marks.prefix(1)), String(marks.suffix(1)))
      if saved != " " {
        write(saved, at: markLine, indent: marksColumn, role: .savedMark, in: pane, on: &frame)
      }
      if unread != " " {
        write(unread, at: markLine, indent: marksColumn + 1, role: .unreadMark, in: pane, on: &frame)
      }
    }
    guard height > 1 else { return }
    let detail = FactLine([
      (warning, 0), (news, 0), (group.isDesk ? nil : listing.section, 2),
      (group.detail(listing.time, now: now, catalogue), 1),
      (
        listing.versions > 0
          ? catalogue(Numbers.counted(listing.versions + 1, "version", "versions")) : nil, 3
      ),
      (catalogue("\(Numbers.grouped(ReadingTime.minutes(words: listing.words))) min"), 4),
    ])
    write(
      detail.fitted(columns: max(1, pane.columns - indent - 4)), at: line + 1,
      indent: indent, role: .rowDetail, in: pane, on: &frame)
    guard height > 2 else { return }
    let columns = geometry.textColumns(in: pane)
    let words = Snippets.words(of: listing, in: snippets, found: list.found, columns: columns)
    write(words.shown, at: line + 2, indent: indent, role: .rowDetail, in: pane, on: &frame)
    mark(words.shown, of: words.source, at: line + 2, indent: indent, in: pane, on: &frame)
  }

  /// Underlines the matches in a line that shows the beginning of `source`.
  private func mark(
    _ shown: String, of source: String, at line: Int, indent: Int, in pane: Rect, on frame: inout Frame
  ) {
    guard line >= 0, line < pane.rows, let words = list.found else { return }
    for cells in words.columns(in: shown, of: source) {
      let area = Rect(
        column: pane.column + indent + cells.lowerBound, row: pane.row + line, columns: cells.count, rows: 1)
      frame.patch(area, style: palette[.rowMatch])
    }
  }

  private func write(
    _ text: String, at line: Int, indent: Int, role: Role, in pane: Rect, on frame: inout Frame
  ) {
    guard line >= 0, line < pane.rows else { return }
    frame.write(text, column: pane.column + indent, row: pane.row + line, style: palette[role], clip: pane)
  }

  private func drawNotice(in pane: Rect, on frame: inout Frame) {
    guard let notice else { return }
    NoticeView(lines: notice, first: .rowUnread, palette: palette).draw(in: pane, on: &frame)
    if isFocused { frame.cursor = Frame.Position(column: pane.column, row: pane.row) }
  }
}

extension State {
  /// The text of an empty list: why it is empty, and what to do.
  var emptyListNotice: [String]? {
    guard list.window?.query == list.query || progress != nil else { return nil }
    if let words = Self.words(list.window?.hidden ?? [:]), list.window?.query == list.query {
      return [
        catalogue["No other stories here."], "",
        catalogue("\(words); \(key("show-hidden")) shows them."),
      ]
    }
    if let progress, list.query == list.query.with(Query(order: list.query.order)) {
      let columns = max(20, (plan.list?.columns ?? 0) - 4)
      return [
        pace.sentence(progress, columns: columns, catalogue), "",
        catalogue["Stories appear here as their files are read."],
      ]
    }
    let lines: [Phrase]
    if let search = list.query.search {
      let returns: Phrase =
        list.query.amongWords.map { "Only \($0) were searched." } ?? "\(key("leave")) returns to the list."
      let meant: Phrase? = respelling.map {
        isSearching
          ? "Did you mean \($0.instead)? Tab accepts it."
          : "Did you mean \($0.instead)? \(key("find")) and then Tab accepts it."
      }
      let notice = list.window?.findings.notice.map { Phrase(told: $0).asSentence }
      lines = [search.nothing, meant ?? notice ?? returns]
    } else if !list.query.facets.isEmpty {
      let shared = Phrase.joined(list.query.facets.map(\.afterStories), " ")
      lines = [
        list.query.marked == .all
          ? "No stories \(shared)."
          : list.query.marked == .unread ? "No unread stories \(shared)." : "No saved stories \(shared).",
        Narrowing.all(of: list.query).count > 1
          ? "\(key("leave")) undoes the last narrowing; \(key("desks")) and \(key("narrow")) choose others."
          : "\(key("leave")) shows all stories; \(key("desks")) and \(key("narrow")) choose others.",
      ]
    } else {
      switch list.query.marked {
      case .all:
        lines = [
          "There are no stories here yet.",
          "Put files into \(libraryName) (text, Markdown, web pages, feeds, wires, mail) to see them here.",
        ]
      case .unread:
        lines = ["You have read everything.", "\(key("filter")) switches to saved stories, then to all."]
      case .saved:
        lines = [
          "No stories are saved yet.",
          "\(key("toggle-saved")) saves a story; \(key("filter")) shows all stories.",
        ]
      }
    }
    return [catalogue(lines[0]), ""] + lines.dropFirst().map { catalogue($0) }
  }
}

extension Listing {
  /// The word for a story that must not be used, or not yet; nil for any other.
  func warning(at now: Timestamp) -> String? {
    switch status {
    case .canceled: "KILLED"
    case .withheld: "WITHHELD"
    case .usable: isEarly(at: now.seconds) ? "EMBARGO" : nil
    }
  }
}
