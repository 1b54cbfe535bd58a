internal import Stories

/// Splits lists above the text that say who wrote it and when into lines.
enum HeadLists {
  /// How many blocks at the beginning may be such lists, and the most lines of one.
  private static let beginning = 6
  private static let mostLines = 8
  private static let alone: Set<String> = [
    "by", "by:", "af", "af:", "av", "av:", "von", "von:", "par", "par:", "por", "por:", "door", "door:",
    "text:", "tekst:",
    "written by", "story by",
  ]

  /// The blocks with such lists split, and "By" joined to the name below it.
  static func lines(_ blocks: [Block]) -> [Block] {
    var lines: [Block] = []
    var pending: Block?
    for (index, block) in blocks.enumerated() {
      guard index < beginning else {
        if let label = pending { lines.append(label) }
        pending = nil
        lines.append(block)
        continue
      }
      let text = MarkupTree.collapsed(block.text)
      if pending == nil, text.utf8.count <= 12, alone.contains(text.lowercased()) {
        pending = block
        continue
      }
      var parts = self.parts(block)
      if let label = pending {
        pending = nil
        if var first = parts.first, case .paragraph(let name) = first.kind, name.text.utf8.count <= 120,
          !TextMarks.endsSentence(name.text)
        {
          first.kind = .paragraph([Inline(MarkupTree.collapsed(label.text) + " ")] + name)
          parts[0] = first
        } else {
          lines.append(label)
        }
      }
      let isHead = parts.count > 1 || isList(block)
      lines += !isHead || parts.allSatisfy(isHeadLine) ? parts : [block]
    }
    if let label = pending { lines.append(label) }
    return lines
  }

  private static func isList(_ block: Block) -> Bool {
    if case .list = block.kind { true } else { false }
  }

  private static func parts(_ block: Block) -> [Block] {
    guard case .list(_, let items) = block.kind, items.count <= mostLines,
      items.allSatisfy({ $0.blocks.count == 1 })
    else { return [block] }
    return items.flatMap(\.blocks)
  }

  private static func isHeadLine(_ block: Block) -> Bool {
    guard case .paragraph(let inlines) = block.kind else { return false }
    return TextBylines.line(MarkupTree.collapsed(inlines.text)) != nil
  }
}
