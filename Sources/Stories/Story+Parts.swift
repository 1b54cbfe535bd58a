extension Story {
  /// What a story may have besides words, and be searched by.
  public enum Part: String, Hashable, Sendable, CaseIterable {
    /// A link, in the text or beside it.
    case link
    /// An image of its own, even if only the caption is here; an image within a line counts as words.
    case image
  }

  /// The parts that the story has.
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
  /// Whether it is a figure or contains one.
  fileprivate var hasFigure: Bool {
    switch kind {
    case .figure: true
    case .quote(let blocks, _): blocks.contains(where: \.hasFigure)
    case .list(_, let items): items.contains { $0.blocks.contains(where: \.hasFigure) }
    case .paragraph, .heading, .table, .code, .rule: false
    }
  }
}
