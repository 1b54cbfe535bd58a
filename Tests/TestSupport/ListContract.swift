public import Stories

/// What a library promises about its lists: checked on the real one, and on the one that stands in for it.
///
/// The library needs at least ten stories, each with a desk, its own headline and its own second.
public struct ListContract {
  /// The rows of a list around a place.
  public typealias Rows = (Query, Window.Anchor, _ before: Int, _ after: Int) throws -> Window
  /// The facets of a kind that a list's stories have.
  public typealias Facets = (Facet.Kind, Query) throws -> [FacetCount]

  private let rows: Rows
  private let facets: Facets
  private let all: [Listing]

  /// Takes the questions that a library answers.
  public init(rows: @escaping Rows, facets: @escaping Facets) throws {
    self.rows = rows
    self.facets = facets
    all = try rows(Query(), .first, 0, 1_000).rows
  }

  /// The promises that are broken, each in a sentence; none for a library that keeps them.
  public func broken() throws -> [String] {
    guard all.count >= 10 else { return ["There are only \(all.count) stories."] }
    var broken: [String] = []
    for query in queries {
      let list = expected(query)
      for (before, after) in [(0, 1), (0, 4), (3, 4), (4, 1), (50, 50)] {
        for anchor in anchors(of: query) {
          let window = try rows(query, anchor, before, after)
          broken += faults(of: window, query, list).map { "\(query) \(anchor) -\(before)+\(after): \($0)" }
          if let wanted = rowsWanted(of: list, query, anchor, before, after), window.rows != wanted {
            let names = (window.rows.map(\.headline), wanted.map(\.headline))
            broken.append("\(query) \(anchor) -\(before)+\(after): rows \(names.0), not \(names.1)")
          }
        }
      }
      broken += try facetFaults(query)
    }
    return broken
  }

  private var queries: [Query] {
    let desk = all[0].section.map { Facet(.desk, $0) }
    return Query.Marked.allCases.flatMap { marked in
      [[], [desk].compactMap(\.self), [Facet(.desk, "No such desk")]].flatMap { facets in
        Query.Order.allCases.map { Query(marked: marked, facets: facets, order: $0) }
      }
    }
  }

  private func anchors(of query: Query) -> [Window.Anchor] {
    let moments =
      query.order.isByTime ? [all[2], all[all.count - 2]].compactMap { $0.published?.seconds } : []
    return [.first, .last, .number(0), .number(3), .number(1_000)]
      + [all[0], all[4], all[all.count - 1]].map { .row($0) }
      + moments.flatMap { [.moment($0), .moment($0 + 1)] }
  }

  private func expected(_ query: Query) -> [Listing] {
    let chosen = all.filter { row in
      let isMarked = query.marked == .all || (query.marked == .unread ? !row.isRead : row.isSaved)
      return isMarked && query.facets.allSatisfy { $0.value == row.section }
    }
    return chosen.sorted { isBefore($0, $1, query.order) }
  }

  private func isBefore(_ one: Listing, _ other: Listing, _ order: Query.Order) -> Bool {
    switch order {
    case .newestFirst, .bestFirst: one.position > other.position
    case .oldestFirst: one.position < other.position
    case .headline: one.headline.lowercased() < other.headline.lowercased()
    case .longestFirst: (one.words, one.position) > (other.words, other.position)
    case .shortestFirst: (one.words, one.position) < (other.words, other.position)
    }
  }

  /// The rows that a window must have; nil if the list ends before its anchor.
  private func rowsWanted(
    of list: [Listing], _ query: Query, _ anchor: Window.Anchor, _ before: Int, _ after: Int
  ) -> [Listing]? {
    let here: Int?
    switch anchor {
    case .first: return Array(list.prefix(before + after))
    case .last: return Array(list.suffix(before + after))
    case .number(let number): here = list.indices.contains(number) ? number : nil
    case .row(let row): here = list.firstIndex { !isBefore($0, row, query.order) }
    case .moment(let seconds):
      here = list.firstIndex { row in
        let moment = row.published?.seconds ?? .min
        return query.order == .oldestFirst ? moment >= seconds : moment <= seconds
      }
    }
    return here.map { Array(list[max(0, $0 - before)..<min(list.count, $0 + after)]) }
  }

  /// What every window must keep to, wherever it is.
  private func faults(of window: Window, _ query: Query, _ list: [Listing]) -> [String] {
    var faults: [String] = []
    if window.query != query { faults.append("it answers another query") }
    if window.total != list.count {
      faults.append("\(String(describing: window.total)) stories, not \(list.count)")
    }
    let unread = list.count { !$0.isRead }
    if window.unread != unread {
      faults.append("\(String(describing: window.unread)) unread, not \(unread)")
    }
    if window.rows.isEmpty != list.isEmpty { faults.append("\(window.rows.count) rows of \(list.count)") }
    guard let before = window.rowsBefore else { return faults + ["it does not know where its rows are"] }
    let end = before + window.rows.count
    guard before >= 0, end <= list.count else {
      return faults + ["rows \(before) to \(end) of \(list.count)"]
    }
    if Array(list[before..<end]) != window.rows { faults.append("its rows are not where it says") }
    if window.reachesFirst != (before == 0) { faults.append("it is wrong about the first row") }
    if window.reachesLast != (end == list.count) { faults.append("it is wrong about the last row") }
    return faults
  }

  /// Desks are counted in the list without its own desk, which a reader would exchange, and come by name.
  private func facetFaults(_ query: Query) throws -> [String] {
    let list = expected(query.widened(to: .desk))
    let wanted = Set(list.compactMap(\.section)).sorted().map { desk in
      let rows = list.filter { $0.section == desk }
      return FacetCount(Facet(.desk, desk), total: rows.count, unread: rows.count { !$0.isRead })
    }
    let found = try facets(.desk, query)
    return found == wanted ? [] : ["\(query): desks \(found), not \(wanted)"]
  }
}
