internal import Stories

/// The text of a message without markup: earlier messages as quotes, the rest like any plain text
/// (`PlainBody`).
struct MailText {
  private(set) var content = HTMLFragment.Content()
  /// The lines below the signature's dashes.
  private(set) var signature: [String] = []

  /// The deepest nesting of quotes.
  private static let maximumQuotes = 8
  /// The most lines of a signature, after its own mark, and after dashes that may be any separator.
  private static let longestSignature = (marked: 25, dashed: 8)

  init(_ text: String, isFlowed: Bool, joinsWords: Bool) {
    var lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map {
      String(Substring($0))
    }
    if let end = lines.lastIndex(where: { $0 == "-- " || $0 == "--" }) {
      let below = lines[(end + 1)...].map { MarkupTree.collapsed($0) }.filter { !$0.isEmpty }
      let limit = lines[end] == "-- " ? Self.longestSignature.marked : Self.longestSignature.dashed
      if below.count <= limit, lines[..<end].contains(where: { !$0.allSatisfy(\.isWhitespace) }) {
        signature = below
        lines.removeSubrange(end...)
      }
    }
    if isFlowed { lines = Self.unflowed(lines, joinsWords: joinsWords) }
    content = Self.content(of: lines[...], depth: 0)
  }

  /// Joins lines that end in a space to the next (RFC 3676, section 4.1); the result is one paragraph.
  private static func unflowed(_ lines: [String], joinsWords: Bool) -> [String] {
    var result: [String] = []
    var open: (quotes: Int, pieces: [String])?
    func close() {
      guard let (quotes, pieces) = open else { return }
      let mark = String(repeating: ">", count: quotes) + (quotes > 0 ? " " : "")
      let isParagraph = pieces.count > 1
      if isParagraph { result.append(mark) }
      result.append(mark + pieces.joined())
      if isParagraph { result.append(mark) }
      open = nil
    }
    for line in lines {
      let quotes = line.utf8.prefix { $0 == UInt8(ascii: ">") }.count
      var text = String(line.dropFirst(quotes))
      if text.hasPrefix(" ") { text.removeFirst() }
      if open?.quotes != quotes { close() }
      let goesOn = text.hasSuffix(" ") && text != "-- "
      if goesOn, joinsWords { text.removeLast() }
      if open == nil { open = (quotes, []) }
      open?.pieces.append(text)
      if !goesOn { close() }
    }
    close()
    return result
  }

  private static func content(of lines: ArraySlice<String>, depth: Int) -> HTMLFragment.Content {
    var content = HTMLFragment.Content()
    func add(_ more: HTMLFragment.Content) {
      let shift = content.references.count
      content.references += more.references
      content.blocks += more.blocks.map { $0.shiftingReferences(by: shift) }
    }
    var index = lines.startIndex
    while index < lines.endIndex {
      let isQuote = lines[index].hasPrefix(">") && depth < maximumQuotes
      let end =
        lines[index...].firstIndex { ($0.hasPrefix(">") && depth < maximumQuotes) != isQuote }
        ?? lines.endIndex
      if isQuote {
        let inner = lines[index..<end].map {
          $0.hasPrefix("> ") ? String($0.dropFirst(2)) : String($0.dropFirst())
        }
        var quoted = Self.content(of: inner[...], depth: depth + 1)
        if !quoted.blocks.isEmpty {
          quoted.blocks = [Block(.quote(quoted.blocks, attribution: nil))]
          add(quoted)
        }
      } else {
        add(PlainBody.content(of: lines[index..<end].joined(separator: "\n")))
      }
      index = end
    }
    return content
  }
}
