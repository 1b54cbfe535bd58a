internal import Messages
internal import Stories

// Which stories the list shows, and in which order.
extension State {
  /// Shows other stories, or the same in another order.
  ///
  /// The selected row stays selected if the new list can contain it.
  mutating func show(_ query: Query) -> [Effect] {
    guard query != list.query else { return [] }
    let keepsRow = query.isWider(than: list.query)
    if !list.query.isNarrowed { rowBeforeNarrowing = list.touched ? list.selected : nil }
    let row = list.touched ? list.selected : query.isNarrowed ? nil : rowBeforeNarrowing
    return [list.show(query, keepsRow ? row.map { .row($0) } ?? .top : .top, reach: reach)]
  }

  /// Shows stories with a mark.
  mutating func show(_ marked: Query.Marked) -> [Effect] {
    var query = list.query
    query.marked = marked
    return show(query)
  }

  /// Shows all stories again, in the same order.
  mutating func showEverything() -> [Effect] {
    show(list.query.everything)
  }

  /// Opens the list of a kind of facets, to narrow the stories by one of them.
  ///
  /// - Parameter typed: the text that narrows that list already.
  mutating func chooseFacet(_ kind: Facet.Kind, typed: Field = Field()) -> [Effect] {
    if kind != .desk { lastKind = kind }
    var chooser = Chooser(kind)
    let counted = list.query.countedFor(kind)
    if kind == .desk, !desks.isEmpty, !counted.isNarrowed {
      chooser.fill(items(of: kind, desks), standingOn: facetChoice(of: kind))
    }
    chooser.edit { $0 = typed }
    open(.picker(chooser))
    return [.facets(kind, of: counted)] + (kind == .desk ? [.countSearches(searchesAmongDesks)] : [])
  }

  /// Takes the facets of a kind, if they are still wanted.
  mutating func note(_ counts: [FacetCount], of kind: Facet.Kind, in query: Query) -> [Effect] {
    if query.isNarrowed {
      fillPickers(counts, of: kind, in: query)
      return []
    }
    if kind == .desk { desks = counts }
    known[kind] = counts
    if case .search(let line)? = prompt { return note(counts, of: kind, in: line) }
    fillPickers(counts, of: kind, in: query)
    return []
  }

  /// Fills the open lists of a kind, if they belong to the counted query.
  private mutating func fillPickers(_ counts: [FacetCount], of kind: Facet.Kind, in query: Query) {
    guard query == list.query.countedFor(kind) else { return }
    for place in layers.indices {
      guard case .picker(var chooser) = layers[place], chooser.kind == kind else { continue }
      fill(&chooser, counts, of: kind)
      layers[place] = .picker(chooser)
    }
  }

  private func fill(_ chooser: inout Chooser, _ counts: [FacetCount], of kind: Facet.Kind) {
    let isFresh = chooser.isLoading && chooser.field.text.isEmpty
    let standingOn = isFresh ? facetChoice(of: kind) : chooser.selected?.choice
    chooser.fill(items(of: kind, counts), standingOn: standingOn)
  }

  /// Shows new counts in the list of desks, if it is open.
  mutating func refillDesks() -> [Effect] {
    guard let picker, picker.kind == .desk, !picker.isLoading else { return [] }
    let facets = picker.items.compactMap(\.counted)
    fillPickers(facets, of: .desk, in: list.query.countedFor(.desk))
    return []
  }

  private func facetChoice(of kind: Facet.Kind) -> Chooser.Choice {
    list.query.facets.first { $0.kind == kind }.map(Chooser.Choice.narrow) ?? .allOf(kind)
  }

  private func items(of kind: Facet.Kind, _ counts: [FacetCount]) -> [Chooser.Item] {
    var items: [Chooser.Item] = []
    // Stories may have several authors and tags, or none, so the total comes from the list.
    let all: Chooser.Detail? = list.window.flatMap { window in
      let isAll = window.query == list.query && window.query.facets.allSatisfy { $0.kind != kind }
      guard isAll, !window.findings.isMore, let total = window.total, let unread = window.unread else {
        return nil
      }
      return .counts(total: total, unread: unread)
    }
    guard kind != .mine else { return tagItems(counts) }
    items.append(
      Chooser.Item(
        title: catalogue["All \(kind == .part ? "stories" : kind.plural)"],
        detail: all ?? Chooser.Detail.none,
        choice: .allOf(kind), isLast: true))
    if kind == .desk { items += searchItems }
    if list.query.marked != .all || Narrowing.all(of: list.query).count > 1 {
      items.append(Chooser.Item(title: catalogue["Everything"], choice: .everything, isLast: true))
    }
    let named = counts.map { (title: catalogue($0.facet.title), count: $0) }
    let sorted = named.sorted { one, other in
      if one.count.facet.value.isEmpty != other.count.facet.value.isEmpty {
        return other.count.facet.value.isEmpty
      }
      if !kind.isListedByName, one.count.total != other.count.total {
        return one.count.total > other.count.total
      }
      return (one.title, one.count.facet.value) < (other.title, other.count.facet.value)
    }
    items += sorted.map {
      Chooser.Item(
        title: $0.title,
        detail: $0.count.isMore
          ? .words(catalogue.grouped($0.count.total) + "+")
          : .counts(total: $0.count.total, unread: $0.count.unread),
        choice: .narrow($0.count.facet), counted: $0.count)
    }
    return items
  }

  /// The list of orders, with the current one selected.
  var orderChooser: Chooser {
    let orders = (list.query.search == nil ? [] : [.bestFirst]) + Query.Order.allCases
    let items = orders.map { Chooser.Item(title: catalogue[$0.title], choice: .order($0)) }
    return Chooser(title: "Order", items: items, index: orders.firstIndex(of: list.query.order) ?? 0)
  }

  /// Reverses the order of the list.
  mutating func reverseOrder() -> [Effect] {
    guard let order = list.query.order.reversed else {
      message = Message(
        text: list.query.order == .headline
          ? "By headline, there is only one direction; \(key("order")) chooses another order."
          : "By how well they match, there is only one direction; \(key("order")) chooses another order.")
      return []
    }
    var query = list.query
    query.order = order
    return show(query)
  }
}
