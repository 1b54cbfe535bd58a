internal import Stories

/// Restores paragraphs that the first reading lost between two that it has, if the second reading has all
/// three.
extension PageReader {
  /// The most paragraphs to restore, and the shortest, in bytes; together they are at most half of the text.
  private static let most = 20
  private static let shortest = 40

  /// Puts such paragraphs back in their places.
  func restoreLost(in story: inout Story, from second: SecondReading, page: MarkupTree, base: WebAddress?) {
    var known = Shingles()
    var places: [UInt64: Int] = [:]
    for (index, block) in story.body.enumerated() {
      let text = block.text
      known.append(text)
      known.endWord()
      if case .paragraph = block.kind, let opening = Shingles(text).opening, places[opening] == nil {
        places[opening] = index
      }
    }
    var lost: [(behind: Int, node: MarkupTree.Index)] = []
    var waiting: [MarkupTree.Index] = []
    var last: Int?
    for node in second.paragraphs {
      let words = Shingles(page.rawText(of: node))
      guard let opening = words.opening else { continue }
      let (shared, all) = words.shared(with: [known.all])
      if let place = places[opening], shared * 2 >= all {
        if let last, place > last { lost += waiting.map { (last, $0) } }
        waiting = []
        last = place
      } else if shared * 4 <= all, last != nil, waiting.count < Self.most {
        waiting.append(node)
      }
    }
    put(lost, in: &story, page, base)
  }

  private func put(
    _ lost: [(behind: Int, node: MarkupTree.Index)], in story: inout Story, _ page: MarkupTree,
    _ base: WebAddress?
  ) {
    guard !lost.isEmpty, lost.count <= Self.most else { return }
    var blocks = HTMLBlocks(tree: page, base: base)
    var found: [(behind: Int, block: Block)] = []
    for (behind, node) in lost {
      for block in blocks.blocks(in: [node], depth: 1) {
        guard case .paragraph(let inlines) = block.kind, inlines.linkShare < 0.3,
          inlines.text.utf8.count >= Self.shortest, TextMarks.endsSentence(MarkupTree.collapsed(inlines.text))
        else { continue }
        found.append((behind, block))
      }
    }
    let there = story.body.reduce(0) { $0 + $1.text.utf8.count }
    guard found.reduce(0, { $0 + $1.block.text.utf8.count }) * 2 <= there else { return }
    let shift = story.references.count
    story.references += blocks.references
    for (behind, block) in found.reversed() {
      story.body.insert(block.shiftingReferences(by: shift), at: behind + 1)
    }
  }
}
