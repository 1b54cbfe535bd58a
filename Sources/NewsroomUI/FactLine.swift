internal import Screen

/// Facts in one line, separated by dots.
///
/// If they don't all fit, whole facts are dropped, because half a date is useless.
struct FactLine {
  /// Each fact and its rank: the lowest rank is dropped last.
  private let facts: [(text: String, rank: Int)]
  private let separator: String

  /// A line of the facts that are not nil, in their order.
  init(_ facts: [(text: String?, rank: Int)], separator: String = " · ") {
    self.facts = facts.compactMap { fact in
      fact.text.flatMap { $0.isEmpty ? nil : (CellText.clean(String($0.prefix(200))), fact.rank) }
    }
    self.separator = separator
  }

  /// A line in which the last fact is dropped first.
  init(_ facts: [String?], separator: String = " · ") {
    self.init(facts.enumerated().map { ($1, $0) }, separator: separator)
  }

  /// As many facts as fit into `columns` cells; "" if none does.
  func fitted(columns: Int) -> String {
    var kept: Set<Int> = []
    var room = columns
    for index in facts.indices.sorted(by: { facts[$0].rank < facts[$1].rank }) {
      let width = CellText.width(of: facts[index].text) + (kept.isEmpty ? 0 : separator.count)
      guard width <= room else { continue }
      kept.insert(index)
      room -= width
    }
    return kept.sorted().map { facts[$0].text }.joined(separator: separator)
  }
}
