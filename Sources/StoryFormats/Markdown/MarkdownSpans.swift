/// Rewrites what notes have within lines and CommonMark lacks: `==marks==`, `%%comments%%`, `[[links]]`,
/// `![[embeds]]`, `^block` names, `#tags`, `^[notes]`, `H~2~O` and `10^6^` (Obsidian, Pandoc).
///
/// Each byte is examined once, and none within code, addresses or tags. It stays linear by remembering what
/// has no end.
struct MarkdownSpans {
  /// The rewritten text.
  private(set) var text = MarkdownText()
  /// The tags in the text, each once, without "#".
  private(set) var tags: [String] = []

  let bytes: [UInt8]
  let source: MarkdownText
  private let code: [Range<Int>]
  private var codeIndex = 0
  var at = 0
  /// The range of the current paragraph.
  var paragraph = 0..<0
  /// The replacements of ranges, in order.
  var edits: [(range: Range<Int>, words: [UInt8])] = []
  /// Where a mark was opened in this paragraph.
  private var openMark: Int?
  /// The last end of a tag that was looked up.
  private var tagEnd: Int?
  /// Ends that do not occur any more.
  private var unended: Set<String> = []
  /// No comment that began within a line ends before the first; none that began on its own line ends after
  /// the second.
  private var noCommentBefore = 0
  private var commentLimit: Int
  /// The number of lines counted so far, and up to where.
  private var counted = (place: 0, line: 0)
  var tagSet: Set<String> = []
  /// The inline notes found.
  var inlineNotes: [(words: Range<Int>, line: Int)] = []

  init(_ source: MarkdownText) {
    self.source = source
    bytes = source.bytes
    commentLimit = bytes.count
    let marks: Set<UInt8> = [0x3D, 0x25, 0x5B, 0x5E, 0x23, 0x7E]
    guard bytes.contains(where: marks.contains) else {
      code = []
      text = source
      return
    }
    code = CodeRanges(bytes).ranges
    run()
    apply()
  }

  private mutating func run() {
    while at < bytes.count {
      if at >= paragraph.upperBound { beginParagraph() }
      while codeIndex < code.count, code[codeIndex].upperBound <= at { codeIndex += 1 }
      if codeIndex < code.count, code[codeIndex].contains(at) {
        at = code[codeIndex].upperBound
        continue
      }
      let start = at
      take(bytes[at])
      if at == start { at += 1 }
    }
  }

  /// Begins a paragraph, which reaches to the next blank line.
  private mutating func beginParagraph() {
    openMark = nil
    var end = at
    while end < bytes.count {
      let (line, next) = FrontMatter.line(of: bytes, at: end)
      end = next
      if bytes[line].allSatisfy({ $0.isSpace || $0 == 0x3E }) { break }
    }
    paragraph = at..<max(end, at + 1)
  }

  private mutating func take(_ byte: UInt8) {
    switch byte {
    case 0x5C: at += 2
    case 0x3C: skipTag()
    case 0x3A: skipAddress()
    case 0x5D: skipTarget()
    case 0x3D: takeMark()
    case 0x25: takeComment()
    case 0x21, 0x5B: takeBracket()
    case 0x5E: takeCaret()
    case 0x7E: takeSubscript()
    case 0x23: takeHashTag()
    default: break
    }
  }

  /// Skips an HTML tag or an address in angle brackets.
  private mutating func skipTag() {
    guard at + 1 < bytes.count, bytes[at + 1].isLetter || [0x2F, 0x21].contains(bytes[at + 1]) else { return }
    if bytes[at...].starts(with: "<!--".utf8) { return skip(to: "-->") }
    let known = tagEnd.flatMap { $0 < at ? nil : $0 }
    let tagEnd = known ?? bytes[at...].firstIndex(of: 0x3E) ?? bytes.count
    self.tagEnd = tagEnd
    guard tagEnd < paragraph.upperBound, tagEnd - at < 2000 else { return }
    let name = bytes[(at + 1)..<tagEnd].prefix(9).prefix { $0.isLetter }.map { $0 | 0x20 }
    at = tagEnd + 1
    if let end = Self.raw[String(decoding: name, as: UTF8.self)] { skip(to: end) }
  }

  /// Elements whose content is not Markdown, with their ends.
  private static let raw = [
    "pre": "</pre", "code": "</code", "script": "</script", "style": "</style", "textarea": "</textarea",
    "math": "</math", "svg": "</svg",
  ]

  /// Continues at the end of an element, or does nothing if there is no end.
  private mutating func skip(to end: String) {
    guard !unended.contains(end) else { return }
    let word = Array(end.utf8)
    var place = at
    while place + word.count <= bytes.count {
      if bytes[place] == word[0], bytes[place..<(place + word.count)].elementsEqual(word, by: Self.isSame) {
        at = place
        return
      }
      place += 1
    }
    unended.insert(end)
  }

  private static func isSame(_ byte: UInt8, _ other: UInt8) -> Bool {
    byte == other || (byte.isLetter && byte | 0x20 == other)
  }

  /// Skips `https://…` up to its end.
  private mutating func skipAddress() {
    guard at > 0, bytes[at - 1].isLetter, bytes[at...].starts(with: [0x3A, 0x2F, 0x2F]) else { return }
    while at < bytes.count, !bytes[at].isSpace, ![0x29, 0x3E, 0x5D, 0x7C, 0x60].contains(bytes[at]) {
      at += 1
    }
  }

  /// Skips the address after `](`.
  private mutating func skipTarget() {
    guard at + 1 < bytes.count, bytes[at + 1] == 0x28 else { return }
    at += 2
    while at < bytes.count, !bytes[at].isSpace, ![0x29, 0x60].contains(bytes[at]) { at += 1 }
  }

  /// How many times a byte is repeated from `start` on.
  func run(of byte: UInt8, from start: Int) -> Int {
    var end = start
    while end < bytes.count, bytes[end] == byte { end += 1 }
    return end - start
  }

  func byte(before place: Int) -> UInt8 { place > 0 ? bytes[place - 1] : 0x0A }
  func byte(at place: Int) -> UInt8 { place < bytes.count ? bytes[place] : 0x0A }

  /// Whether a byte may be beside a mark at the edge of words, and not within a word of ASCII letters.
  static func isApart(_ byte: UInt8) -> Bool { !(byte.isLetter || byte.isDigit) }

  /// Handles `==words==`, within a paragraph.
  private mutating func takeMark() {
    let count = run(of: 0x3D, from: at)
    defer { at += count }
    guard count == 2 else { return }
    let (before, after) = (byte(before: at), byte(at: at + 2))
    if let open = openMark, !before.isSpace, Self.isApart(after), at > open + 2 {
      edits.append((open..<(open + 2), Array("<mark>".utf8)))
      edits.append((at..<(at + 2), Array("</mark>".utf8)))
      openMark = nil
    } else if !after.isSpace, Self.isApart(before), after != 0x3D {
      openMark = at
    }
  }

  /// Handles `%%words%%`: over any lines if it is on its own line, else within the paragraph.
  private mutating func takeComment() {
    let count = run(of: 0x25, from: at)
    guard count == 2, Self.isApart(byte(before: at)) else { at += count; return }
    let isAtStart = isAlone(before: at)
    let limit = isAtStart ? bytes.count : paragraph.upperBound
    guard isAtStart ? at < commentLimit : at >= noCommentBefore else { at += 2; return }
    var end = at + 2
    while end + 1 < limit, bytes[end] != 0x25 || bytes[end + 1] != 0x25 { end += 1 }
    guard end + 1 < limit else {
      if isAtStart { commentLimit = at } else { noCommentBefore = limit }
      at += 2
      return
    }
    // One of the spaces around it is enough.
    let swallows = byte(at: end + 2) == 0x20 && byte(before: at) == 0x20
    edits.append((at..<(end + (swallows ? 3 : 2)), []))
    at = end + 2
  }

  /// Whether only spaces and quote marks come before a place on its line.
  func isAlone(before place: Int) -> Bool {
    var start = place
    while start > 0, bytes[start - 1] == 0x20 || bytes[start - 1] == 0x09 || bytes[start - 1] == 0x3E {
      start -= 1
    }
    return start == 0 || bytes[start - 1] == 0x0A
  }

  /// The line of a place in the file; places must be asked for in order.
  mutating func fileLine(of place: Int) -> Int {
    while counted.place < place {
      if bytes[counted.place] == 0x0A { counted.line += 1 }
      counted.place += 1
    }
    return source.source(ofLine: counted.line) ?? 1
  }

  /// Makes the replacements.
  private mutating func apply() {
    edits.sort { $0.range.lowerBound < $1.range.lowerBound }
    guard !edits.isEmpty || !inlineNotes.isEmpty else { text = source; return }
    var place = 0
    var index = 0
    func line(_ index: Int) -> Int { source.source(ofLine: index) ?? 1 }
    for edit in edits where edit.range.lowerBound >= place {
      while place < edit.range.lowerBound {
        text.append(bytes[place], line: line(index))
        if bytes[place] == 0x0A { index += 1 }
        place += 1
      }
      text.append(edit.words, line: line(index))
      for byte in bytes[edit.range] where byte == 0x0A { index += 1 }
      place = edit.range.upperBound
    }
    while place < bytes.count {
      text.append(bytes[place], line: line(index))
      if bytes[place] == 0x0A { index += 1 }
      place += 1
    }
    appendInlineNotes()
  }

  private mutating func appendInlineNotes() {
    guard !inlineNotes.isEmpty else { return }
    if text.bytes.last != 0x0A { text.append(0x0A, line: inlineNotes[0].line) }
    for (index, note) in inlineNotes.enumerated() {
      text.append(0x0A, line: note.line)
      text.append("[^\(Self.noteName(index))]: ".utf8, line: note.line)
      text.appendLine(prepared(note: note.words), number: note.line)
    }
  }

  /// The name given to an inline note.
  static func noteName(_ index: Int) -> String { "x-inline-\(index)" }

  mutating func add(tag: String) {
    if tags.count < 100, tagSet.insert(tag.lowercased()).inserted { tags.append(tag) }
  }
}
