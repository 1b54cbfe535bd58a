internal import Screen

/// Facts in one line, apart by dots.
///
/// Where they don't all fit, whole ones give way: half a date is none.
struct FactLine {
  /// What is said, and how soon it gives way: the lower the rank, the longer it stays.
  private let facts: [(text: String, rank: Int)]
  private let separator: String

  /// Makes a line of the facts that are there, in their order.
  init(_ facts: [(text: String?, rank: Int)], separator: String = " · ") {
    self.facts = facts.compactMap { fact in
      fact.text.flatMap { $0.isEmpty ? nil : (CellText.clean(String($0.prefix(200))), fact.rank) }
    }
    self.separator = separator
  }

  /// Makes a line in which the last fact gives way first.
  init(_ facts: [String?], separator: String = " · ") {
    self.init(facts.enumerated().map { ($1, $0) }, separator: separator)
  }

  /// The facts that fit into so many cells, the most telling first to be kept; "" where none does.
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
