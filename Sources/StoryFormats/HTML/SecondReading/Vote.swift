internal import Stories

/// The vote of two readings on a page's lines: a line stays if both contain most of its three-word runs.
///
/// The first reading misses little and takes too much, the second the reverse; together they are better than
/// either. If the second found much less running text than the first, it has no vote: the longer honest
/// reading is the body.
struct Vote {
  private(set) var blocks: [Block] = []
  private(set) var left = LeftOut()

  /// The vote on a single block.
  private enum Verdict {
    case stays, goes
    /// Too short to decide, or of a kind that the second reading ignores: it follows its neighbours.
    case follows
  }

  /// The fraction of a line's runs that counts as most of them.
  private static let most = 0.5
  /// The least fraction of the running text that both readings must share.
  private static let agreement = 0.5
  /// The same, if the second reading found the element with the headline.
  private static let agreementUnderHeadline = 0.2

  /// Whether other texts contain a block, by most of its runs.
  static func stands(_ block: Block, in texts: [Set<UInt64>]) -> Bool { verdict(block, texts) == .stays }

  /// Decides on all blocks.
  ///
  /// - Parameters:
  ///   - texts: the runs of the texts that other readings found.
  ///   - holdsHeadline: whether they found them in the element with the headline.
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
    // A heading stays if what is below it stays.
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

  /// The fewest lines of a run that stays, and the fewest words of each line.
  private static let fewestLines = 3
  private static let fewestWords = 4

  /// Keeps runs of consecutive lines that all have some words and few of these links: lists without bullets.
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

  /// How many paragraphs above the shared text may belong to it, and the shortest of them, in bytes.
  private static let mostBefore = 2
  private static let shortestBefore = 100

  /// The beginning of the text: its lead, which pages often set apart.
  private static func start(before first: Int, _ all: [Block]) -> Int {
    var start = first
    var paragraphs = 0
    for index in (0..<first).reversed() {
      switch all[index].kind {
      // The hour above an entry of a live page.
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
        // Bullet points above a text are complete lines.
        let words = all[index].text.split(separator: " ").count
        guard items.count >= 2, words >= items.count * 4, all[index].allInlines.linkShare < 0.2 else {
          return start
        }
        start = index
      }
    }
    return start
  }

  /// The end of the text; what is below a heading that both readings have belongs to it.
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

  /// The shortest paragraph that counts on one reading alone, in bytes.
  private static let shortestHonest = 90

  /// Whether a line reads as the story's own although the second reading lost it: a complete paragraph, a
  /// quotation.
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

  /// Whether a line is the caption of the table below it.
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
