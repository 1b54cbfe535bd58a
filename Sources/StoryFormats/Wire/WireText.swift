internal import Stories

/// Words that come without markup.
enum WireText {
  /// Plain text as agencies send it: blank lines part paragraphs; where there are none, lines do, unless they are
  /// the lines of a hard-wrapped text.
  static func blocks(_ text: String) -> [Block] {
    let lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
    let blanks = lines.dropFirst().dropLast().contains { $0.allSatisfy(\.isWhitespace) }
    if blanks || lines.count < 2 || isWrapped(lines) {
      return HTMLFragment.plain(lines.joined(separator: "\n"))
    }
    return lines.map(MarkupTree.collapsed).filter { !$0.isEmpty }.map { Block(.paragraph([Inline($0)])) }
  }

  /// Whether lines are cut to a width: none is long, and most do not end a sentence.
  private static func isWrapped(_ lines: [Substring]) -> Bool {
    let full = lines.dropLast().filter { !$0.isEmpty }
    guard full.count > 1, full.allSatisfy({ $0.utf8.count <= 100 }) else { return false }
    let open = full.count { $0.last.map { !".!?:”\"»’".contains($0) } ?? false }
    return open * 2 > full.count
  }

  /// A picture or film: its caption with who made it in brackets, unless the caption says so itself.
  static func figure(caption: String?, producer: String?, source: String?, line: Int? = nil) -> Block? {
    let words = MarkupTree.collapsed(caption ?? "")
    let maker = MarkupTree.collapsed(producer ?? "")
    let text: String
    if maker.isEmpty || words.contains(maker) {
      text = words
    } else {
      text = words.isEmpty ? maker : "\(words) (\(maker))"
    }
    guard !text.isEmpty else { return nil }
    let address = source?.trimmedASCII
    let isShort = address.map { !$0.isEmpty && !$0.hasPrefix("data:") && $0.utf8.count <= 2_000 } ?? false
    return Block(.figure(caption: [Inline(text)], source: isShort ? address : nil), line: line)
  }
}
