internal import Stories

/// Reads code line by line, without a highlighter's line numbers.
extension HTMLBlocks {
  /// Elements that are one line of code each.
  private static let lineElements: Set<String> = ["div", "p", "li", "tr"]
  /// Classes of `span` elements that are one line of code each: Chroma, Shiki, Rouge and similar
  /// highlighters.
  private static let lineClasses: Set<String> = ["line", "code-line", "view-line", "cl-line", "token-line"]
  /// Words in the classes of line numbers.
  private static let numberWords = [
    "linenumber", "line-number", "line_number", "lineno", "linenos", "gutter", "lnt", "ln-num", "blob-num",
    "hljs-ln", "ln",
  ]
  /// The most text of line numbers, in bytes.
  private static let longestNumbers = 100_000

  /// The text of code, with a line break for each `br` and between elements that are lines.
  func codeText(of top: MarkupTree.Index) -> String {
    var text = ""
    /// Where the last finished line element begins, as long as nothing has followed it.
    var ended: Int?
    var waiting = tree[top].children.reversed().map { (node: $0, begin: Int?.none) }
    func breakAfterLine() {
      if let begin = ended, text.utf8.count == begin || text.utf8.last != 0x0A { text += "\n" }
      ended = nil
    }
    while let (node, begin) = waiting.popLast() {
      if let begin {
        ended = begin
      } else if tree[node].isText {
        let piece = tree[node].text
        if piece.utf8.first == 0x0A { ended = nil }
        if !piece.isEmpty { breakAfterLine() }
        text += piece
      } else if tree[node].name == "br" {
        text += "\n"
        ended = nil
      } else if isLineNumbers(node) || tree[node].name == "button" {
        continue
      } else {
        if isLine(node) {
          if ended == nil, !text.isEmpty, text.utf8.last != 0x0A { text += "\n" }
          breakAfterLine()
          waiting.append((node, text.utf8.count))
        }
        waiting += tree[node].children.reversed().map { ($0, nil) }
      }
    }
    return text
  }

  private func isLine(_ node: MarkupTree.Index) -> Bool {
    if Self.lineElements.contains(tree[node].name) { return true }
    guard tree[node].name == "span", let names = tree[node][attribute: "class"] else { return false }
    return names.split(separator: " ").contains { Self.lineClasses.contains(String($0)) }
  }

  /// Whether an element contains only line numbers: digits, in a class, an attribute or a cell that says so.
  func isLineNumbers(_ node: MarkupTree.Index) -> Bool {
    let names = (tree[node][attribute: "class"] ?? "").lowercased()
    let isNamed =
      tree[node][attribute: "data-line-number"] != nil
      || names.split(separator: " ").contains { name in Self.numberWords.contains { name.hasPrefix($0) } }
      || names.hasBytes(of: "gutter") || names.hasBytes(of: "linenum")
    guard isNamed || tree[node].name == "td", tree.isShorter(node, than: Self.longestNumbers) else {
      return false
    }
    let digits = tree.rawText(of: node).utf8
    if digits.allSatisfy({ $0 <= 0x20 }) { return isNamed }
    return digits.allSatisfy { $0 <= 0x20 || (0x30...0x39).contains($0) || $0 == 0x2E }
  }
}
