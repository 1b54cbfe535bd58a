internal import Screen
internal import Stories
internal import Typesetting
internal import Words

// Looking for stories in the whole library.
extension State {
  /// Whether the line is open.
  var isSearching: Bool {
    if case .searching = mode { true } else { false }
  }

  /// Opens the line: empty, or with what the list was found by.
  mutating func startSearch() -> [Effect] {
    if list.query.search == nil { listBeforeSearch = list }
    mode = .searching(SearchLine(list.query.search?.text ?? "", before: list))
    return []
  }

  /// Takes a key in the line.
  mutating func search(_ key: Key, _ line: SearchLine) -> [Effect] {
    var line = line
    switch key {
    case .enter: return endSearch(line)
    case .escape, .control("g"): return giveUp(line)
    case .backspace where line.field.text.isEmpty: return giveUp(line)
    case .up, .down:
      guard line.goBack(key == .up ? 1 : -1, through: searches) else { return [] }
      return search(line)
    case .tab, .backTab:
      let isOther = line.complete(key == .tab ? 1 : -1) { known[$0]?.names }
      if isOther { return search(line) }
      mode = .searching(line)
      return line.awaited.map { [.facets($0)] } ?? []
    case .control("n"): return move(by: 1)
    case .control("p"): return move(by: -1)
    case .pageDown: return movePage(2)
    case .pageUp: return movePage(-2)
    default:
      guard line.take(key) else { return [] }
      return search(line)
    }
  }

  /// Looks for what stands in the line.
  mutating func search(_ line: SearchLine) -> [Effect] {
    mode = .searching(line)
    let text = line.field.text
    guard !text.allSatisfy({ $0 == " " }) else {
      guard list.query.search != nil else { return [] }
      return restore(listBeforeSearch ?? line.before)
    }
    var query = list.query
    if query.search?.text == text { return [] }
    if query.search == nil { query.order = .bestFirst }
    query.search = TypedSearch(text, now: now)
    list.query = query
    list.forgetGoals()
    // The best of what is found now, unless the reader goes elsewhere among it.
    list.touched = false
    seeking = nil
    return [list.ask(reach: reach)]
  }

  /// Keeps what was found as the list.
  private mutating func endSearch(_ line: SearchLine) -> [Effect] {
    guard let search = list.query.search else { return giveUp(line) }
    mode = .reading
    searches.removeAll { $0 == search.text }
    searches = searches.suffix(199) + [search.text]
    if let notice = list.window?.findings.notice { message = Message(text: notice.sentence) }
    return [.remember(search.text)]
  }

  /// Gives the list back that was there when the line was opened, and the place in it.
  private mutating func giveUp(_ line: SearchLine) -> [Effect] {
    mode = .reading
    guard list.query != line.before.query else { return [] }
    return restore(line.before)
  }

  /// Gives back the list from before the search.
  mutating func leaveSearch() -> [Effect] {
    guard let before = listBeforeSearch else { return showEverything() }
    return restore(before)
  }

  private mutating func restore(_ before: ArticleList) -> [Effect] {
    list = before
    list.forgetGoals()
    seeking = nil
    article?.find = nil
    // Much may have landed since.
    return [list.ask(reach: reach)] + (focus == .list && list.selected?.id != article?.id ? preview() : [])
  }

  /// Takes names that Tab has asked for.
  mutating func take(_ counts: [FacetCount], of kind: Facet.Kind, in line: SearchLine) -> [Effect] {
    var line = line
    guard line.awaited == kind else { return [] }
    if line.complete(1, names: { $0 == kind ? counts.names : nil }) { return search(line) }
    mode = .searching(line)
    return []
  }

  /// Shows in the story on the table what it was found by.
  mutating func showWhatWasFound() {
    guard let search = list.query.search, let window = list.window, window.query == list.query,
      let words = list.found, let article, list.rows.contains(where: { $0.id == article.id })
    else {
      if article?.find?.isOfSearch == true { article?.find = nil }
      return
    }
    self.article?.find = Find(search, words)
    self.article?.search()
  }

  /// Above the line: what was not understood, what Tab goes through, or what can be typed.
  func drawSearchHelp(_ line: SearchLine, over bar: Rect, on frame: inout Frame) {
    guard size.rows >= 8 else { return }
    let row = Rect(column: bar.column, row: bar.row - 1, columns: bar.columns, rows: 1)
    frame.fill(row, style: palette[.bar])
    let inside = Rect(column: bar.column + 1, row: row.row, columns: max(0, bar.columns - 2), rows: 1)
    if let choices = line.choices, choices.names.count > 1 {
      var column = inside.column
      for (index, name) in choices.names.enumerated().dropFirst(max(0, choices.index - 2)) {
        guard column < inside.maxColumn else { break }
        let style = palette[index == choices.index ? .overlayTitle : .bar]
        let shown = Lines.fitted(name, columns: 30)
        column = frame.write(shown, column: column, row: row.row, style: style, clip: inside) + 2
      }
      return
    }
    let words = searchHelp(line)
    frame.write(
      Lines.fitted(words, columns: inside.columns), column: inside.column, row: row.row, style: palette[.bar],
      clip: inside)
  }

  private func searchHelp(_ line: SearchLine) -> String {
    if line.awaited != nil { return "Looking up names …" }
    let last = line.field.text.split(separator: " ", omittingEmptySubsequences: false).last ?? ""
    let name = last.drop { $0 == "-" || $0 == "(" }.prefix { $0 != ":" }
    if last.contains(":"), let field = SearchField(name: String(name)) {
      let choices = field.choices.isEmpty ? "" : ": " + field.choices.joined(separator: ", ")
      let tab = field.isCompleted ? " · Tab completes" : ""
      return "\(field.row.example): \(field.row.meaning)\(choices)\(tab)"
    }
    if list.window?.query == list.query, let notice = list.window?.findings.notice { return notice.sentence }
    let signs = "\"a phrase\"  begin*  -not  a OR b"
    return signs + "  " + SearchField.allCases.map { $0.rawValue + ":" }.joined(separator: " ")
  }
}

extension String {
  /// With a capital letter and a full stop.
  fileprivate var sentence: String {
    prefix(1).uppercased() + dropFirst() + (hasSuffix(".") || hasSuffix("?") ? "" : ".")
  }
}

extension [FacetCount] {
  /// Their names, those of most stories first.
  fileprivate var names: [String] {
    sorted { ($0.total, $1.facet.value) > ($1.total, $0.facet.value) }.map(\.facet.value)
  }
}
