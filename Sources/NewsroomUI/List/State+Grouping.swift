internal import Messages
internal import Stories

extension State {
  /// Puts the list under dates, desks or sources, or under no headings.
  mutating func regroup() -> [Effect] {
    guard list.query.search == nil else {
      message = Message(text: "Results stand together; desks and sources part the list without a search.")
      return []
    }
    var query = list.query
    let all = Query.Grouping.allCases
    repeat {
      query.grouping = all[((all.firstIndex(of: query.grouping) ?? 0) + 1) % all.count]
      // Desks and sources have their stories by time.
      if query.grouping == .desk || query.grouping == .source, !query.order.isByTime {
        query.order = .newestFirst
      }
    } while query.grouping == .source && query.groupedBy == nil
    message = Message(text: query.grouping.sentence(query))
    guard list.touched, let row = list.selected else { return [list.show(query, .top, reach: reach)] }
    return [list.show(query, .row(row), reach: reach)]
  }
}

extension Query.Grouping {
  /// What the list stands under now.
  fileprivate func sentence(_ query: Query) -> Phrase {
    switch self {
    case .dates: query.order.isByTime ? "By date." : "\(Phrase(words: query.order.title))."
    case .desk: "By desk."
    case .source: "By source: feeds, wires, mailboxes and files of many stories."
    case .none: "Without headings."
    }
  }
}
