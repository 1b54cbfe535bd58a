/// Web addresses that stand in running text.
enum WebLinks {
  /// Where the addresses are: from `http://`, `https://` or `www.` to the next blank, without closing punctuation.
  static func ranges(in text: String) -> [Range<String.Index>] {
    guard text.hasBytes(of: "://") || text.hasBytes(of: "www.") else { return [] }
    var found: [Range<String.Index>] = []
    var index = text.startIndex
    while index < text.endIndex, found.count < 500 {
      let rest = text[index...]
      let isStart =
        index == text.startIndex
        || !(text[text.index(before: index)].isLetter || text[text.index(before: index)].isNumber)
      if isStart, rest.hasPrefix("http://") || rest.hasPrefix("https://") || rest.hasPrefix("www.") {
        var end = rest.firstIndex { $0.isWhitespace || "<>\"“”«»\u{A0}".contains($0) } ?? text.endIndex
        let hasBracket = text[index..<end].contains("(")
        while end > index, let last = text[index..<end].last, ".,;:!?)]'’…".contains(last),
          !(last == ")" && hasBracket)
        {
          end = text.index(before: end)
        }
        if text.distance(from: index, to: end) > 8 { found.append(index..<end) }
        index = max(end, text.index(after: index))
      } else {
        index = text.index(after: index)
      }
    }
    return found
  }

  /// An address with its scheme.
  static func address(_ text: String) -> String {
    text.hasPrefix("www.") ? "https://" + text : text
  }
}
