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

  /// The line under way, up to where the text ends.
  var currentLine: ArraySlice<UInt8> {
    bytes[(bytes.suffix(4096).lastIndex(of: 0x0A).map { $0 + 1 } ?? max(0, bytes.count - 4096))...]
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
