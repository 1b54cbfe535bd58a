public import Stories

/// What a story of any format promises, whatever the file; checked by the fuzzer and by the hostile tests.
public enum Promises {
  /// The promises that the stories of a reading break.
  public static func broken(by stories: [Story]) -> [String] { stories.flatMap(broken) }

  /// The promises that a story breaks: a path, a word count, and references that exist.
  public static func broken(by story: Story) -> [String] {
    var broken: [String] = []
    if story.path.isEmpty { broken.append("“\(story.headline)” has no path") }
    if story.words < 0 { broken.append("“\(story.headline)” has \(story.words) words") }
    let blocks = story.body + story.notes.flatMap(\.blocks)
    for reference in blocks.flatMap({ references(in: $0) })
    where !story.references.indices.contains(reference) {
      broken.append("“\(story.headline)” leads to a reference \(reference) that is not there")
    }
    return broken
  }

  private static func references(in block: Block) -> [Int] {
    switch block.kind {
    case .paragraph(let inlines), .heading(_, let inlines), .figure(let inlines, _):
      inlines.compactMap(\.reference)
    case .quote(let blocks, _): blocks.flatMap { references(in: $0) }
    case .list(_, let items): items.flatMap { $0.blocks.flatMap { references(in: $0) } }
    case .table(let table):
      ([table.header] + table.rows).flatMap { $0.flatMap { $0.compactMap(\.reference) } }
    case .code, .rule: []
    }
  }
}
