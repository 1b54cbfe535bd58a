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
  /// The same, where the second reading found the element that has the headline in it.
  private static let agreementUnderHeadline = 0.2

  /// Whether a block stands in other texts too: most of its runs of words.
  static func stands(_ block: Block, in texts: [Set<UInt64>]) -> Bool { verdict(block, texts) == .stays }

  /// - Parameters:
  ///   - texts: the runs of what other readings took for the text.
  ///   - holdsHeadline: whether they found it in the element that has the headline.
  init(_ all: [Block], texts: [Set<UInt64>], holdsHeadline: Bool) {
    let verdicts = all.map { Self.verdict($0, texts) }
    let words = zip(all, verdicts).reduce(into: (kept: 0, all: 0)) { sum, next in
      guard case .paragraph(let inlines) = next.0.kind, inlines.isProse else { return }
      let size = inlines.text.utf8.count
      sum.all += size
      if next.1 != .goes { sum.kept += size }
    }
    let agreement = holdsHeadline ? Self.agreementUnderHeadline : Self.agreement
    let texts = verdicts.indices.filter { verdicts[$0] == .stays && !Self.isHeading(all[$0]) }
    guard Double(words.kept) >= agreement * Double(words.all), let first = texts.first,
      let last = texts.last
    else {
      blocks = all
      return
    }
    let range = Self.start(before: first, all)...Self.end(after: last, all, verdicts)
    var stays = all.indices.map { index -> Bool in
      guard range.contains(index) else { return Self.isFigure(all[index]) }
      return verdicts[index] != .goes || Self.isHonest(all[index]) || Self.isCaption(index, all)
    }
    Self.keepRuns(in: all, verdicts, &stays, range)
    // A heading stands with what is under it.
    var isFollowed = false
    for index in all.indices.reversed() {
      if Self.isHeading(all[index]) {
        stays[index] = isFollowed && (verdicts[index] != .goes || all[index].allInlines.linkShare < 0.5)
      } else if !Self.isFigure(all[index]) {
        isFollowed = stays[index]
      }
    }
    for (index, block) in all.enumerated() {
      if stays[index] { blocks.append(block) } else { left.take(block) }
    }
  }

  /// The fewest lines of a run that stays, and the fewest words of each.
  private static let fewestLines = 3
  private static let fewestWords = 4

  /// Lines that go one after the other, all of them of some words and few of these links, are a list without marks: it stays.
  private static func keepRuns(
    in all: [Block], _ verdicts: [Verdict], _ stays: inout [Bool], _ range: ClosedRange<Int>
  ) {
    var index = range.lowerBound
    while index <= range.upperBound {
      guard isLostLine(all[index]), !stays[index] else {
        index += 1
        continue
      }
      var end = index
      var isRun = true
      while end <= range.upperBound, !stays[end], isLostLine(all[end]) {
        isRun = isRun && all[end].text.split(separator: " ").count >= fewestWords
        end += 1
      }
      if isRun, end - index >= fewestLines, all[index..<end].flatMap(\.allInlines).linkShare < 0.4 {
        for place in index..<end { stays[place] = true }
      }
      index = end
    }
  }

  private static func isLostLine(_ block: Block) -> Bool {
    if case .paragraph = block.kind { true } else { false }
  }

  /// How many paragraphs over what both readings have may belong to it, and the shortest of them, in bytes.
  private static let mostBefore = 2
  private static let shortestBefore = 100

  /// Where the text begins: with the lead, which pages often set apart from the rest.
  private static func start(before first: Int, _ all: [Block]) -> Int {
    var start = first
    var paragraphs = 0
    for index in (0..<first).reversed() {
      switch all[index].kind {
      // The hour over an entry of a live page.
      case .paragraph(let inlines)
      where start == index + 1 && inlines.text.utf8.count <= 12
        && inlines.text.utf8.allSatisfy { $0 < 0x41 } && inlines.text.contains(where: \.isNumber):
        start = index
      case .paragraph(let inlines):
        guard inlines.isProse, inlines.linkShare < 0.2, inlines.text.utf8.count >= shortestBefore,
          paragraphs < mostBefore
        else { return start }
        paragraphs += 1
        start = index
      case .table, .quote, .code:
        guard all[index].allInlines.linkShare < 0.5 else { return start }
        start = index
      case .heading: start = index
      case .figure, .rule: continue
      case .list(_, let items):
        // Points over a text are whole lines of it.
        let words = all[index].text.split(separator: " ").count
        guard items.count >= 2, words >= items.count * 4, all[index].allInlines.linkShare < 0.2 else {
          return start
        }
        start = index
      }
    }
    return start
  }

  /// Where the text ends: what stands under a heading that both readings have goes with it.
  private static func end(after last: Int, _ all: [Block], _ verdicts: [Verdict]) -> Int {
    var end = last
    var isUnderHeading = false
    for index in all.indices.dropFirst(last + 1) {
      switch all[index].kind {
      case .heading:
        guard verdicts[index] == .stays || verdicts[index] == .follows else { return end }
        isUnderHeading = verdicts[index] == .stays
      case .quote, .table, .code:
        guard all[index].allInlines.linkShare < 0.5 else { return end }
        end = index
      case .figure, .rule: continue
      case .paragraph(let inlines) where verdicts[index] == .follows || !inlines.isProse:
        guard isUnderHeading, index + 1 < all.count, inlines.linkShare < 0.35 else { return end }
      default:
        guard isUnderHeading, isHonest(all[index]) else { return end }
        end = index
      }
    }
    return end
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

  /// The shortest paragraph that one reading alone is believed of, in bytes.
  private static let shortestHonest = 90

  /// Whether a line reads as the story's own although the second reading lost it: a whole paragraph, a quotation.
  private static func isHonest(_ block: Block) -> Bool {
    switch block.kind {
    case .paragraph(let inlines):
      inlines.isProse && inlines.linkShare < 0.35 && inlines.text.utf8.count >= shortestHonest
    case .quote, .table: block.allInlines.linkShare < 0.6
    case .list(_, let items):
      block.allInlines.linkShare < 0.35
        || items.contains { item in
          item.blocks.contains { if case .paragraph = $0.kind { isHonest($0) } else { false } }
        }
    default: false
    }
  }

  /// Whether a line says what the table under it shows.
  private static func isCaption(_ index: Int, _ all: [Block]) -> Bool {
    guard index + 1 < all.count, case .table = all[index + 1].kind,
      case .paragraph(let inlines) = all[index].kind
    else { return false }
    return inlines.linkShare < 0.5
  }

  private static func isHeading(_ block: Block) -> Bool {
    if case .heading = block.kind { true } else { false }
  }

  private static func isFigure(_ block: Block) -> Bool {
    if case .figure = block.kind { true } else { false }
  }
}
