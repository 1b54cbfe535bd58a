internal import Stories

/// The vote of two readings over a page's lines: a line stays where most of its runs of three words stand in both.
///
/// The first reading misses little and takes too much, the second the other way; together they are better than either.
/// Where the second found much less running text than the first it has no voice: the longer honest reading is the body.
struct Vote {
  private(set) var blocks: [Block] = []
  private(set) var left = LeftOut()

  /// What the vote says of a block by itself.
  private enum Verdict {
    case stays, goes
    /// Too short to be found, or none of the second reading's business: as its neighbours do.
    case follows
  }

  /// The share of a line's runs that makes most of them.
  private static let most = 0.5
  /// The least share of the running text that both readings must have.
  private static let agreement = 0.5

  /// - Parameter texts: the runs of what other readings took for the text.
  init(_ all: [Block], texts: [Set<UInt64>]) {
    let verdicts = all.map { Self.verdict($0, texts) }
    let words = zip(all, verdicts).reduce(into: (kept: 0, all: 0)) { sum, next in
      guard case .paragraph(let inlines) = next.0.kind, inlines.isProse else { return }
      let size = inlines.text.utf8.count
      sum.all += size
      if next.1 != .goes { sum.kept += size }
    }
    guard Double(words.kept) >= Self.agreement * Double(words.all), verdicts.contains(.stays),
      let first = verdicts.firstIndex(of: .stays), let last = verdicts.lastIndex(of: .stays)
    else {
      blocks = all
      return
    }
    for (index, block) in all.enumerated() {
      let isInside = index > first && index < last
      let stays =
        switch verdicts[index] {
        case .stays: !Self.isHeading(block) || index < last
        case .follows: isInside || Self.isFigure(block)
        case .goes: isInside && Self.isHonest(block)
        }
      if stays { blocks.append(block) } else { left.take(block) }
    }
  }

  private static func verdict(_ block: Block, _ texts: [Set<UInt64>]) -> Verdict {
    switch block.kind {
    case .figure, .rule, .code: return .follows
    default: break
    }
    let (shared, all) = Shingles(block.text).shared(with: texts)
    guard all > 0 else { return .follows }
    return Double(shared) >= most * Double(all) ? .stays : .goes
  }

  /// Whether a line reads as the story's own although the second reading lost it: a whole paragraph, a quotation.
  private static func isHonest(_ block: Block) -> Bool {
    switch block.kind {
    case .paragraph(let inlines): inlines.isProse && inlines.linkShare < 0.35
    case .quote, .table: true
    case .list(_, let items):
      items.flatMap { $0.blocks.flatMap(\.allInlines) }.linkShare < 0.35
        && items.contains { TextMarks.endsSentence($0.blocks.map(\.text).joined()) }
    default: false
    }
  }

  private static func isHeading(_ block: Block) -> Bool {
    if case .heading = block.kind { true } else { false }
  }

  private static func isFigure(_ block: Block) -> Bool {
    if case .figure = block.kind { true } else { false }
  }
}
