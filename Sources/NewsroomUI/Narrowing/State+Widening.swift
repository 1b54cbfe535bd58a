internal import Stories

/// Something that a list was narrowed by.
enum Narrowing: Hashable, Sendable {
  /// What is looked for.
  case search
  /// What the stories have in common.
  case facet(Facet)
  /// The mark they carry.
  case marked

  /// Those of a query.
  static func all(of query: Query) -> [Narrowing] {
    (query.search == nil ? [] : [.search]) + query.facets.map(Narrowing.facet)
      + (query.marked == .all ? [] : [.marked])
  }
}

// What the list is narrowed by comes off in the opposite order.
extension State {
  /// Keeps in which order the list was narrowed.
  mutating func noteNarrowings() {
    let all = Narrowing.all(of: list.query)
    narrowings.removeAll { !all.contains($0) }
    narrowings += all.filter { !narrowings.contains($0) }
  }

  /// Takes off what the list was narrowed by last.
  mutating func widen() -> [Effect] {
    noteNarrowings()
    var query = list.query
    switch narrowings.last {
    case nil:
      message = Message(text: "All stories are already listed. q quits, ? shows every key.")
      return []
    case .search?: return leaveSearch()
    case .facet(let facet)?: query.facets.removeAll { $0 == facet }
    case .marked?: query.marked = .all
    }
    return show(query)
  }
}

extension Query {
  /// Whether it shows what another leaves out, and nothing less.
  func isWider(than other: Query) -> Bool {
    facets.allSatisfy(other.facets.contains)
  }

  /// The same narrowed by a facet, in the place of another of its kind.
  func narrowed(by facet: Facet) -> Query {
    var query = widened(to: facet.kind)
    query.facets.append(facet)
    return query
  }

  /// What the facets of a kind are counted in: the list without what would be chosen anew, in no order.
  func countedFor(_ kind: Facet.Kind) -> Query {
    var query = widened(to: kind)
    query.order = .newestFirst
    return query
  }
}
