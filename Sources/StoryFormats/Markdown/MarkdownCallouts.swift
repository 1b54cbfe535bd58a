/// Rewrites labelled quotes: GitHub's alerts (`> [!NOTE]`) and Obsidian's callouts (`> [!tip]- A title`).
///
/// The label becomes a line of its own in bold above the quote's words.
enum MarkdownCallouts {
  /// The longest name of a callout, in bytes.
  private static let longestName = 40

  /// The text with a label in place of each callout's mark.
  static func prepared(_ source: MarkdownText) -> MarkdownText {
    let bytes = source.bytes
    guard bytes.indices.dropLast().contains(where: { bytes[$0] == 0x5B && bytes[$0 + 1] == 0x21 }) else {
      return source
    }
    let lines = MarkdownLines(source)
    var result = MarkdownText()
    var before: MarkdownLines.Line?
    for line in lines.lines {
      defer { before = line }
      // Only the first line of a quote can be its label.
      let isFirst = before.map { $0.depth < line.depth || $0.isBlank || $0.isCode || line.isItem } ?? true
      guard isFirst, line.depth > 0, !line.isCode, let (label, _) = label(bytes, line.words) else {
        result.append(line, of: lines)
        continue
      }
      result.append(bytes[line.text.lowerBound..<line.content], line: line.number)
      result.appendLine(Array("<b>".utf8) + label + Array("</b>".utf8), number: line.number)
      result.appendLine(lines.margin(of: line), number: line.number)
    }
    return result
  }

  /// The label for `[!name]`, a fold sign and a title.
  private static func label(_ bytes: [UInt8], _ words: Range<Int>) -> (label: [UInt8], end: Int)? {
    guard bytes[words].starts(with: [0x5B, 0x21]) else { return nil }
    let inside = bytes[words].dropFirst(2).prefix(longestName + 80)
    guard let end = inside.firstIndex(of: 0x5D) else { return nil }
    // In Obsidian's `[!name|columns]` the second part is only layout.
    let name = inside[..<end].prefix { $0 != 0x7C }
    guard !name.isEmpty, name.count <= longestName,
      name.allSatisfy({ $0.isLetter || $0.isDigit || $0 >= 0x80 || [0x20, 0x2D, 0x5F].contains($0) })
    else { return nil }
    var rest = bytes[(end + 1)..<words.upperBound]
    if let sign = rest.first, sign == 0x2B || sign == 0x2D { rest = rest.dropFirst() }
    // `[!name](address)` is a link.
    guard rest.first.map(\.isSpace) ?? true else { return nil }
    while rest.first?.isSpace == true { rest = rest.dropFirst() }
    while rest.last?.isSpace == true { rest = rest.dropLast() }
    if !rest.isEmpty { return (Array(rest), end + 1) }
    let plain = String(decoding: name, as: UTF8.self).lowercased()
      .split { $0 == "-" || $0 == "_" || $0 == " " }.joined(separator: " ")
    guard !plain.isEmpty else { return nil }
    return (Array((plain.prefix(1).uppercased() + plain.dropFirst()).utf8), end + 1)
  }
}
