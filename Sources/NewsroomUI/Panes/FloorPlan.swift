internal import Screen
internal import Typesetting

/// The places of bars and panes on a screen of any size from 1×1.
///
/// Wide screens show all three panes; medium ones the list with the article, or the article with READ MORE;
/// narrow ones a single pane. If there are few rows, the bars are dropped first.
struct FloorPlan: Hashable {
  /// The line above the panes.
  var topBar: Rect?
  /// The line below the panes.
  var bottomBar: Rect?
  /// The article list.
  var list: Rect?
  /// The article.
  var article: Rect?
  /// READ MORE: a panel below the article, a column beside it, or a pane alone.
  var teasers: Rect?
  /// The columns between panes, one cell wide.
  var separators: [Rect] = []
  /// Whether READ MORE is a panel below the article, with a ruled title.
  var teasersAtFoot = false

  /// The fewest columns for list, article and READ MORE at once.
  static let wide = 120
  /// The fewest columns for READ MORE in a column of its own.
  static let widest = 160
  /// The fewest columns for two panes at once.
  static let medium = 80
  /// The fewest rows for a panel below the article.
  static let rowsForPanel = 14

  /// The fewest columns of a list beside a story.
  static let narrowestList = 24

  /// The nearest width that a list beside a story can have.
  static func listWidth(_ columns: Int, of size: Size) -> Int {
    clamp(columns, narrowestList, size.columns / 2)
  }

  /// The fewest columns of a story between the list and READ MORE.
  static let narrowestStory = 40

  /// The nearest width that READ MORE beside a story can have.
  ///
  /// - Parameter list: the columns of the list at the other side; nil if it is hidden.
  static func panelWidth(_ columns: Int, of size: Size, beside list: Int?) -> Int {
    let room = size.columns - (list.map { $0 + 1 } ?? 0) - 1 - narrowestStory
    return clamp(columns, narrowestList, max(narrowestList, min(size.columns / 3, room)))
  }

  /// Plans a screen.
  ///
  /// - Parameters:
  ///   - teasers: how many teasers the open story has.
  ///   - look: what is hidden, and the widths of the list and of READ MORE.
  ///   - measure: the longest line of text.
  init(
    size: Size, focus: Pane, teasers count: Int, look: Look = Look(),
    measure: Int = Typesetter.Options().measure
  ) {
    pageWidth = max(Self.usualPageWidth, measure + 8)
    let wing = Self.listWidth(look.listColumns ?? (size.columns >= 200 ? 50 : 42), of: size)
    let showsList = look.hidesList != true || focus == .list
    let showsPanel = look.hidesPanel != true || focus == .teasers
    let count = showsPanel ? count : 0
    var body = Rect(size)
    if size.rows >= 8 {
      topBar = Rect(column: 0, row: 0, columns: size.columns, rows: 1)
      body.row += 1
      body.rows -= 1
    }
    if size.rows >= 6 {
      body.rows -= 1
      bottomBar = Rect(column: 0, row: body.maxRow, columns: size.columns, rows: 1)
    }

    if size.columns >= Self.widest {
      if showsList { list = cut(&body, left: wing) }
      if showsPanel {
        let column = Self.panelWidth(
          look.panelColumns ?? (size.columns >= 200 ? 50 : 42), of: size, beside: list?.columns)
        teasers = Rect(column: body.maxColumn - column, row: body.row, columns: column, rows: body.rows)
        separators.append(
          Rect(column: body.maxColumn - column - 1, row: body.row, columns: 1, rows: body.rows))
        body.columns -= column + 1
      }
      article = body
    } else if size.columns >= Self.wide {
      if showsList { list = cut(&body, left: wing) }
      divide(body, focus: focus, teasers: count)
    } else if size.columns >= Self.medium {
      if focus == .list {
        list = cut(
          &body, left: Self.listWidth(look.listColumns ?? min(40, size.columns * 2 / 5), of: size))
        article = body
      } else {
        divide(body, focus: focus, teasers: count)
      }
    } else {
      switch focus {
      case .list: list = body
      case .article: article = body
      case .teasers: teasers = body
      }
    }
  }

  /// Cuts columns off the left of `body`, followed by a separator.
  private mutating func cut(_ body: inout Rect, left columns: Int) -> Rect {
    let left = Rect(column: body.column, row: body.row, columns: columns, rows: body.rows)
    separators.append(Rect(column: left.maxColumn, row: body.row, columns: 1, rows: body.rows))
    body.column += columns + 1
    body.columns -= columns + 1
    return left
  }

  /// Places the article above its panel, or only one of them if there are few rows.
  private mutating func divide(_ body: Rect, focus: Pane, teasers count: Int) {
    guard count > 0 else {
      if focus == .teasers { teasers = body } else { article = body }
      return
    }
    guard body.rows >= Self.rowsForPanel else {
      if focus == .teasers { teasers = body } else { article = body }
      return
    }
    let rows = min(1 + 3 * min(3, count), body.rows / 3)
    var page = body
    page.rows -= rows
    article = page
    teasers = Rect(column: body.column, row: page.maxRow, columns: body.columns, rows: rows)
    teasersAtFoot = true
  }

  /// Whether READ MORE has a column of its own beside an article.
  var isPanelBeside: Bool { teasers != nil && article != nil && !teasersAtFoot }

  /// The part of the article's pane used for the page: all of it, or a column in the middle of a wide pane.
  var page: Rect? { article.map(column) }

  /// The part of the READ MORE pane used for its rows: below an article, the column of the page.
  var teaserColumn: Rect? { teasersAtFoot ? teasers.map(column) : teasers }

  /// The least width of a page with its margins.
  private static let usualPageWidth = 76
  /// The width of the page with its margins.
  private let pageWidth: Int

  private func column(of pane: Rect) -> Rect {
    guard pane.columns > pageWidth + 8 else { return pane }
    var column = pane
    column.columns = pageWidth
    column.column += (pane.columns - pageWidth) / 2
    return column
  }

  /// The pane's place; nil if it is not shown.
  subscript(pane: Pane) -> Rect? {
    switch pane {
    case .list: list
    case .article: article
    case .teasers: teasers
    }
  }
}
