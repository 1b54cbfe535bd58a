/// Markdown between file and parser: its bytes, and for each of its lines the line of the file it came from.
struct MarkdownText {
  private(set) var bytes: [UInt8] = []
  /// One entry per line, from the first.
  private(set) var lines: [Int] = []

  /// Starts empty.
  init() {}

  /// A text that begins on `firstLine` of a file.
  init(_ bytes: some Collection<UInt8>, firstLine: Int = 1) {
    self.bytes = Array(bytes)
    var line = firstLine
    lines.append(line)
    for byte in self.bytes where byte == 0x0A {
      line += 1
      lines.append(line)
    }
  }

  /// The line of the file for the line `index` (from 0).
  func source(ofLine index: Int) -> Int? {
    lines.isEmpty ? nil : lines[min(max(index, 0), lines.count - 1)]
  }

  /// Appends bytes from one line of the file; a line end among them begins a new line, which the next bytes
  /// number.
  mutating func append(_ byte: UInt8, line: Int) {
    if bytes.isEmpty || bytes.last == 0x0A {
      if bytes.isEmpty { lines = [line] } else { lines.append(line) }
    }
    bytes.append(byte)
  }

  /// Appends text made for the line.
  mutating func append(_ text: some Sequence<UInt8>, line: Int) {
    for byte in text { append(byte, line: line) }
  }

  /// Removes the last byte, which is not a line end.
  mutating func removeLast() {
    if let last = bytes.last, last != 0x0A { bytes.removeLast() }
    if bytes.isEmpty { lines = [] }
  }

  /// The current line, up to the end of the text.
  var currentLine: ArraySlice<UInt8> {
    bytes[(bytes.suffix(4096).lastIndex(of: 0x0A).map { $0 + 1 } ?? max(0, bytes.count - 4096))...]
  }

  /// The text without definitions of addresses in paragraphs longer than that many bytes; they stay as
  /// written.
  func withoutDefinitions(longerThan limit: Int) -> MarkdownText {
    guard bytes.count > limit else { return self }
    var text = MarkdownText()
    var (end, isLong) = (0, limit == 0)
    let code = CodeRanges(bytes).ranges
    var (index, codeIndex) = (0, 0)
    for (at, byte) in bytes.enumerated() {
      while codeIndex < code.count, code[codeIndex].upperBound <= at { codeIndex += 1 }
      let isCode = codeIndex < code.count && code[codeIndex].contains(at)
      let line = source(ofLine: index) ?? 1
      if byte == 0x3A, !isCode, at > 0, bytes[at - 1] == 0x5D {
        if limit > 0, at >= end {
          end = paragraphEnd(after: at)
          isLong = end - at > limit
        }
        if isLong { text.append(0x5C, line: line) }
      }
      text.append(byte, line: line)
      if byte == 0x0A { index += 1 }
    }
    return text
  }

  private func paragraphEnd(after start: Int) -> Int {
    var at = start
    while let lineEnd = bytes[at...].firstIndex(of: 0x0A) {
      at = lineEnd + 1
      if bytes[at...].prefix(while: \.isSpace).contains(0x0A) { return at }
    }
    return bytes.count
  }

  /// Whether the line before the current one is blank or missing.
  var endsWithBlankLine: Bool {
    var end = currentLine.startIndex
    guard end > 0, bytes[end - 1] == 0x0A else { return end == 0 }
    end -= 1
    while end > 0, bytes[end - 1] != 0x0A, bytes[end - 1].isSpace || bytes[end - 1] == 0x3E { end -= 1 }
    return end == 0 || bytes[end - 1] == 0x0A
  }

  /// Removes the last line if `shouldDrop` says so.
  mutating func dropLastLine(where shouldDrop: (ArraySlice<UInt8>) -> Bool) {
    var end = bytes.count
    if end > 0, bytes[end - 1] == 0x0A { end -= 1 }
    let start = bytes[..<end].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    guard shouldDrop(bytes[start..<end]) else { return }
    bytes.removeSubrange(start...)
    if bytes.isEmpty { lines = [] } else { lines.removeLast() }
  }
}
