internal import Stories

/// Turns paragraphs that are a picture's caption or credit by their words into figures.
enum CreditLines {
  /// The longest caption that a credit still joins, in bytes.
  private static let longest = 1_000

  static func take(_ blocks: [Block], writers: [String]) -> [Block] {
    var kept: [Block] = []
    for block in blocks {
      // The author's portrait.
      if case .figure(let caption, _) = block.kind,
        writers.contains(where: { TextMarks.saysTheSame($0, caption.text) })
      {
        continue
      }
      guard case .paragraph(let inlines) = block.kind else {
        kept.append(block)
        continue
      }
      let text = MarkupTree.collapsed(inlines.text)
      if TextMarks.isRule(text) {
        kept.append(Block(.rule, line: block.line))
        continue
      }
      if case .figure(let caption, let source)? = kept.last?.kind {
        // A credit below a picture's line completes that line.
        if Furniture.isCredit(text) || isNameAndHouse(text) {
          let words = caption.text
          if words.hasBytes(of: text) { continue }
          if words.utf8.count >= longest {
            kept.append(Block(.figure(caption: inlines, source: nil), line: block.line))
          } else {
            let joined = caption.isEmpty ? inlines : caption + [Inline(" ")] + inlines
            kept[kept.count - 1].kind = .figure(caption: joined, source: source)
          }
          continue
        }
        if TextMarks.saysTheSame(caption.text, text) { continue }
      }
      if Furniture.isCredit(text) || Furniture.endsWithCredit(text) {
        kept.append(Block(.figure(caption: inlines, source: nil), line: block.line))
      } else {
        kept.append(block)
      }
    }
    return kept
  }

  /// "Ola Berg/Courier": a person and a company.
  private static func isNameAndHouse(_ text: String) -> Bool {
    guard text.utf8.count <= 80, text.contains("/"), !text.contains("://"), !TextMarks.endsSentence(text)
    else {
      return false
    }
    let words = text.split { $0 == " " || $0 == "/" }
    return (2...7).contains(words.count) && words.allSatisfy { $0.first?.isUppercase == true }
  }
}
