/// Markdown on its way to the parser: its bytes, and the line of the file that each of its lines came from.
struct MarkdownText {
  private(set) var bytes: [UInt8] = []
  /// One entry a line, from the first.
  private(set) var lines: [Int] = []

  /// An empty text to append to.
  init() {}

  /// A text as it stands in a file from `firstLine` on.
  init(_ bytes: some Collection<UInt8>, firstLine: Int = 1) {
    self.bytes = Array(bytes)
    var line = firstLine
    lines.append(line)
    for byte in self.bytes where byte == 0x0A {
      line += 1
      lines.append(line)
    }
  }

  /// The line of the file that the line `index` (from 0) came from.
  func source(ofLine index: Int) -> Int? {
    lines.isEmpty ? nil : lines[min(max(index, 0), lines.count - 1)]
  }

  /// Appends bytes that stand on one line of the file; a line end among them begins a line that the next bytes name.
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

  /// Takes the last byte away, which ends no line.
  mutating func removeLast() {
    if let last = bytes.last, last != 0x0A { bytes.removeLast() }
    if bytes.isEmpty { lines = [] }
  }

  /// The line under way, up to where the text ends.
  var currentLine: ArraySlice<UInt8> {
    bytes[(bytes.suffix(4096).lastIndex(of: 0x0A).map { $0 + 1 } ?? max(0, bytes.count - 4096))...]
  }

  /// The text with nothing in it that defines an address.
  var withoutDefinitions: MarkdownText {
    var text = MarkdownText()
    let code = CodeRanges(bytes).ranges
    var (index, codeIndex) = (0, 0)
    for (at, byte) in bytes.enumerated() {
      while codeIndex < code.count, code[codeIndex].upperBound <= at { codeIndex += 1 }
      let isCode = codeIndex < code.count && code[codeIndex].contains(at)
      let line = source(ofLine: index) ?? 1
      if byte == 0x3A, !isCode, at > 0, bytes[at - 1] == 0x5D { text.append(0x5C, line: line) }
      text.append(byte, line: line)
      if byte == 0x0A { index += 1 }
    }
    return text
  }

  /// Whether the line before the one under way is blank, or there is none.
  var endsWithBlankLine: Bool {
    var end = currentLine.startIndex
    guard end > 0, bytes[end - 1] == 0x0A else { return end == 0 }
    end -= 1
    while end > 0, bytes[end - 1] != 0x0A, bytes[end - 1].isSpace || bytes[end - 1] == 0x3E { end -= 1 }
    return end == 0 || bytes[end - 1] == 0x0A
  }

  /// Takes the last line away, where `shouldDrop` says so of it.
  mutating func dropLastLine(where shouldDrop: (ArraySlice<UInt8>) -> Bool) {
    var end = bytes.count
    if end > 0, bytes[end - 1] == 0x0A { end -= 1 }
    let start = bytes[..<end].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    guard shouldDrop(bytes[start..<end]) else { return }
    bytes.removeSubrange(start...)
    if bytes.isEmpty { lines = [] } else { lines.removeLast() }
  }
}
