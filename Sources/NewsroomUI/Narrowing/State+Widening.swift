internal import Messages
internal import Stories

/// One way in which the list is narrowed.
enum Narrowing: Hashable, Sendable {
  /// By a search.
  case search
  /// By a facet.
  case facet(Facet)
  /// By a mark.
  case marked

  /// All narrowings of a query.
  static func all(of query: Query) -> [Narrowing] {
    (query.search == nil ? [] : [.search]) + query.facets.map(Narrowing.facet)
      + (query.marked == .all ? [] : [.marked])
  }
}

// Narrowings are undone in reverse order.
extension State {
  /// Records the order in which the list was narrowed.
  mutating func noteNarrowings() {
    let all = Narrowing.all(of: list.query)
    narrowings.removeAll { !all.contains($0) }
    narrowings += all.filter { !narrowings.contains($0) }
  }

  /// Undoes the last narrowing.
  mutating func widen() -> [Effect] {
    noteNarrowings()
    var query = list.query
    switch narrowings.last {
    case nil:
      message = Message(
        text: "All stories are already listed. \(key("quit")) quits, \(key("help")) shows every key.")
      return []
    case .search?: return leaveSearch()
    case .facet(let facet)?: query.facets.removeAll { $0 == facet }
    case .marked?: query.marked = .all
    }
    return show(query)
  }
}

extension Query {
  /// Whether it has no facet that another query lacks.
  func isWider(than other: Query) -> Bool {
    facets.allSatisfy(other.facets.contains)
  }

  /// The query narrowed by a facet, which replaces any other of its kind.
  func narrowed(by facet: Facet) -> Query {
    var query = widened(to: facet.kind)
    query.facets.append(facet)
    return query
  }

  /// The query in which facets of a kind are counted: without a facet of that kind, and in no order.
  func countedFor(_ kind: Facet.Kind) -> Query {
    var query = widened(to: kind)
    (query.order, query.grouping, query.isDetailed) = (.newestFirst, .dates, false)
    return query
  }
}
