internal import Stories
internal import Words

/// Reads text without markup.
enum WireText {
  /// Plain text as agencies send it: blank lines separate paragraphs; without them every line is one, unless
  /// the text is hard-wrapped.
  static func content(of text: String) -> HTMLFragment.Content {
    let lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
    let blanks = lines.dropFirst().dropLast().contains { $0.allSatisfy(\.isWhitespace) }
    if blanks || lines.count < 2 || isWrapped(lines) { return PlainBody.content(of: text) }
    return PlainBody.content(of: lines.joined(separator: "\n\n"))
  }

  /// Whether lines are wrapped: none is long, and most do not end a sentence.
  private static func isWrapped(_ lines: [Substring]) -> Bool {
    let full = lines.dropLast().filter { !$0.isEmpty }
    guard full.count > 1, full.allSatisfy({ $0.utf8.count <= 100 }) else { return false }
    let open = full.count { $0.last.map { !".!?:”\"»’".contains($0) } ?? false }
    return open * 2 > full.count
  }

  /// The lines of a message as transmitted; an indented line begins a paragraph, as does the line after a
  /// blank one.
  ///
  /// - Parameter heading: the sign that begins a subheading, if the wire has one.
  static func content(wired lines: [String], heading: Character? = nil) -> HTMLFragment.Content {
    var content = HTMLFragment.Content()
    var waiting: [String] = []
    func flush() {
      let more = PlainBody.content(of: waiting.joined(separator: "\n"))
      let shift = content.references.count
      content.references += more.references
      content.blocks += more.blocks.map { $0.shiftingReferences(by: shift) }
      waiting = []
    }
    let isSetIn = heading != nil || beginsParagraphsSetIn(lines)
    for line in lines {
      if let heading, line.first == heading {
        flush()
        var text = line.dropFirst()
        while let last = text.last, last == "<" || last == "=" || last == " " { text.removeLast() }
        let words = MarkupTree.collapsed(text)
        if !words.isEmpty { content.blocks.append(Block(.heading(level: 2, [Inline(words)]))) }
      } else if hasColumns(line) != (waiting.last.map(hasColumns) ?? false) {
        waiting += ["", line]
      } else if isSetIn, indent(of: line) > 0, !hasColumns(line) {
        waiting += ["", line.trimmedASCII]
      } else {
        waiting.append(line)
      }
    }
    flush()
    return content
  }

  /// Whether indents mark paragraphs: one line is indented, and the next is not, or is too long for one line.
  private static func beginsParagraphsSetIn(_ lines: [String]) -> Bool {
    zip(lines, lines.dropFirst()).contains { line, next in
      indent(of: line) > 0 && !hasColumns(line)
        && (line.utf8.count > 120 || (!next.isEmpty && indent(of: next) == 0 && next.first != " "))
    }
  }

  /// Whether a line has a gap like a table's.
  private static func hasColumns(_ line: String) -> Bool {
    let words = line.drop { $0 == " " || $0 == "\t" }
    return words.utf8.count <= 200 && (words.contains("\t") || String(words).hasBytes(of: "    "))
  }

  private static func indent(of line: String) -> Int {
    var width = 0
    for byte in line.utf8 {
      if byte == 0x09 { width += 4 } else if byte == 0x20 { width += 1 } else { break }
    }
    return width >= 2 && width <= 8 ? width : 0
  }

  /// The place in a dateline, without agency and day: "Torn, 5 Oct (Desk) -".
  static func place(inDateline line: String) -> String {
    var place = Substring(line.prefix(200)).prefix { $0 != "(" }
    while let comma = place.lastIndex(of: ",") {
      let rest = place[place.index(after: comma)...].drop(while: \.isWhitespace)
      guard rest.contains(where: \.isNumber) || DateWords.months[rest.lowercased()] != nil else { break }
      place = place[..<comma]
    }
    while let last = place.last, "-–—,:".contains(last) || last.isWhitespace { place.removeLast() }
    return place.isEmpty ? line : String(place)
  }

  /// A picture or film: its caption, with its author in brackets unless the caption names them.
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
