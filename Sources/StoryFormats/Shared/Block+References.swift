public import Stories

/// The words of blocks, and the references in them.
extension Block {
  /// All the block's words, including those of nested blocks.
  var allInlines: [Inline] {
    switch kind {
    case .paragraph(let inlines), .heading(_, let inlines), .figure(let inlines, _): inlines
    case .quote(let blocks, _): blocks.flatMap(\.allInlines)
    case .list(_, let items): items.flatMap { $0.blocks.flatMap(\.allInlines) }
    case .table(let table): (table.header + table.rows.joined()).flatMap { $0 }
    case .code, .rule: []
    }
  }

  /// The block with its reference indexes replaced; a reference without a new index is removed.
  func renumbered(_ places: [Int?]) -> Block {
    mappingReferences { places.indices.contains($0) ? places[$0] : nil }
  }

  /// The block with all reference indexes shifted.
  public func shiftingReferences(by shift: Int) -> Block {
    mappingReferences { $0 + shift }
  }

  /// The block without links to references at or above `end`, or below 0.
  func keepingReferences(below end: Int) -> Block {
    mappingReferences { (0..<end).contains($0) ? $0 : nil }
  }

  private func mappingReferences(_ place: (Int) -> Int?) -> Block {
    mappingInlines { inlines in
      inlines.map { inline in
        var inline = inline
        inline.reference = inline.reference.flatMap(place)
        return inline
      }
    }
  }

  private func mappingInlines(_ moved: ([Inline]) -> [Inline]) -> Block {
    var block = self
    switch kind {
    case .paragraph(let inlines): block.kind = .paragraph(moved(inlines))
    case .heading(let level, let inlines): block.kind = .heading(level: level, moved(inlines))
    case .figure(let caption, let source): block.kind = .figure(caption: moved(caption), source: source)
    case .quote(let blocks, let attribution):
      block.kind = .quote(blocks.map { $0.mappingInlines(moved) }, attribution: attribution)
    case .list(let start, let items):
      block.kind = .list(
        start: start, items.map { Item($0.blocks.map { $0.mappingInlines(moved) }, done: $0.done) })
    case .table(var table):
      table.header = table.header.map(moved)
      table.rows = table.rows.map { $0.map(moved) }
      block.kind = .table(table)
    case .code, .rule: break
    }
    return block
  }

  /// The block without the numbers of footnotes, for a place with other footnotes.
  public var withoutNoteMarks: Block {
    mappingInlines { $0.filter { !$0.marks.contains(.note) } }
  }
}
