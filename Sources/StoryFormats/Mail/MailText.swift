internal import Stories

/// The text of a message without markup: paragraphs, headings by what underlines them, quotes, lists of links.
struct MailText {
  private(set) var blocks: [Block] = []
  /// What stands under the signature's dashes.
  private(set) var signature: [String] = []

  /// How deep quotes stand in each other.
  private static let maximumQuotes = 8

  init(_ text: String, isFlowed: Bool, joinsWords: Bool) {
    var lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map {
      String(Substring($0))
    }
    if let end = lines.lastIndex(where: { $0 == "-- " || $0 == "--" }) {
      signature = lines[(end + 1)...].map { MarkupTree.collapsed($0) }.filter { !$0.isEmpty }
      lines.removeSubrange(end...)
    }
    if isFlowed { lines = Self.unflowed(lines, joinsWords: joinsWords) }
    blocks = Self.blocks(lines[...], depth: 0)
  }

  /// Lines that end in a blank go on in the next (RFC 3676, section 4.1).
  private static func unflowed(_ lines: [String], joinsWords: Bool) -> [String] {
    var result: [String] = []
    var open: (quotes: Int, text: String)?
    for line in lines {
      let quotes = line.utf8.prefix { $0 == UInt8(ascii: ">") }.count
      var text = String(line.dropFirst(quotes))
      if text.hasPrefix(" ") { text.removeFirst() }
      if let before = open, before.quotes == quotes {
        text = before.text + text
      } else if let before = open {
        result.append(
          String(repeating: ">", count: before.quotes) + (before.quotes > 0 ? " " : "") + before.text)
      }
      open = nil
      if text.hasSuffix(" ") {
        open = (quotes, joinsWords ? String(text.dropLast()) : text)
      } else {
        result.append(String(repeating: ">", count: quotes) + (quotes > 0 ? " " : "") + text)
      }
    }
    if let open {
      result.append(String(repeating: ">", count: open.quotes) + (open.quotes > 0 ? " " : "") + open.text)
    }
    return result
  }

  private static func blocks(_ lines: ArraySlice<String>, depth: Int) -> [Block] {
    var blocks: [Block] = []
    var paragraph: [String] = []
    func flush() {
      let text = MarkupTree.collapsed(paragraph.joined(separator: " "))
      if !text.isEmpty { blocks.append(Block(.paragraph([Inline(text)]))) }
      paragraph = []
    }
    var index = lines.startIndex
    while index < lines.endIndex {
      let line = lines[index]
      if line.hasPrefix(">"), depth < maximumQuotes {
        flush()
        let end = lines[index...].firstIndex { !$0.hasPrefix(">") } ?? lines.endIndex
        let inner = lines[index..<end].map {
          $0.hasPrefix("> ") ? String($0.dropFirst(2)) : String($0.dropFirst())
        }
        let quoted = Self.blocks(inner[...], depth: depth + 1)
        if !quoted.isEmpty { blocks.append(Block(.quote(quoted, attribution: nil))) }
        index = end
        continue
      }
      if isRule(line) {
        if paragraph.count == 1, paragraph[0].utf8.count <= 100 {
          blocks.append(Block(.heading(level: 2, [Inline(MarkupTree.collapsed(paragraph[0]))])))
          paragraph = []
        } else {
          flush()
        }
      } else if line.allSatisfy(\.isWhitespace) {
        flush()
      } else if let item = bullet(line) {
        flush()
        index = addList(&blocks, from: index, item: item, in: lines)
        continue
      } else {
        paragraph.append(line)
      }
      index += 1
    }
    flush()
    return blocks
  }

  private static func addList(
    _ blocks: inout [Block], from start: Int, item: Substring, in lines: ArraySlice<String>
  ) -> Int {
    var items = [String(item)]
    var index = start + 1
    while index < lines.endIndex {
      if let next = bullet(lines[index]) {
        items.append(String(next))
      } else if lines[index].hasPrefix("  "), !lines[index].allSatisfy(\.isWhitespace) {
        items[items.count - 1] += " " + lines[index]
      } else {
        break
      }
      index += 1
    }
    let made = items.map { Block.Item([Block(.paragraph([Inline(MarkupTree.collapsed($0))]))]) }
    blocks.append(Block(.list(start: nil, made)))
    return index
  }

  private static func bullet(_ line: String) -> Substring? {
    let text = line.drop { $0 == " " }
    for mark in ["* ", "- ", "• ", "– "] where text.hasPrefix(mark) && text.count > 2 {
      return text.dropFirst(2)
    }
    return nil
  }

  /// A line of nothing but the signs that underline a heading or part two sections.
  private static func isRule(_ line: String) -> Bool {
    let signs = Set(line.utf8.filter { $0 > 0x20 })
    return line.utf8.count >= 3 && signs.count == 1
      && (signs.first.map { "-=_*~#".utf8.contains($0) } ?? false)
  }
}
