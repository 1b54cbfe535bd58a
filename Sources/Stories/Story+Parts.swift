extension Story {
  /// What a story may have beside words, and be looked for by.
  public enum Part: String, Hashable, Sendable, CaseIterable {
    /// A way to something else, in the text or beside it.
    case link
    /// An image of its own, here or only its caption; one within a line is words.
    case image
  }

  /// Which of those it has.
  public var parts: [Part] {
    Part.allCases.filter { part in
      switch part {
      case .link: !teasers.isEmpty || references.contains { $0.target != nil }
      case .image: body.contains(where: \.hasFigure)
      }
    }
  }
}

extension Block {
  /// Whether it is a figure or holds one.
  fileprivate var hasFigure: Bool {
    switch kind {
    case .figure: true
    case .quote(let blocks, _): blocks.contains(where: \.hasFigure)
    case .list(_, let items): items.contains { $0.blocks.contains(where: \.hasFigure) }
    case .paragraph, .heading, .table, .code, .rule: false
    }
  }
}
