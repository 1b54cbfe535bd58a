/// Decides whether the lines of a file were wrapped at a column, and which of them belong together.
struct LineWrapping {
  /// The widest column at which text is wrapped.
  private static let widest = 100
  /// The wrap column of a file; nil if it is not wrapped throughout.
  let column: Int?

  /// Measures a file.
  ///
  /// A line was wrapped at a column if the first word of the next line did not fit; a file is wrapped if that
  /// explains most of its line ends.
  ///
  /// - Parameter pieces: its lines, split at tables.
  init(of pieces: [[TextLine]]) {
    var widths: [Int] = []
    for lines in pieces {
      for (line, next) in zip(lines, lines.dropFirst()) where !line.isBlank && !next.isBlank {
        widths.append(line.text.utf8.count > 4 * Self.widest ? Int.max : line.length)
        guard widths[widths.count - 1] <= Self.widest else {
          column = nil
          return
        }
      }
    }
    guard widths.count >= 4, let column = widths.max(), (45...Self.widest).contains(column) else {
      self.column = nil
      return
    }
    var broken = 0
    for lines in pieces {
      for (line, next) in zip(lines, lines.dropFirst()) where !line.isBlank && !next.isBlank {
        if Self.isBroken(line, before: next, at: column) { broken += 1 }
      }
    }
    self.column = broken * 10 >= widths.count * 6 ? column : nil
  }

  /// The lines of a block one by one, except those of a hard-wrapped paragraph.
  func groups(of block: [TextLine]) -> [[TextLine]] {
    guard block.count > 1 else { return [block] }
    if let column { return groups(of: block, at: column) }
    if Self.looksWrapped(block[...]) { return [block] }
    // A subheading may be directly above a wrapped paragraph.
    if block.count > 2, block[0].text.utf8.count < 80, !Self.goesOn(block[0], in: block[1]),
      Self.looksWrapped(block[1...])
    {
      return [[block[0]], Array(block[1...])]
    }
    if let tail = Self.runningOn(block) { return [Array(block[..<tail])] + block[tail...].map { [$0] } }
    if let column = Self.ownColumn(of: block) { return groups(of: block, at: column) }
    return block.map { [$0] }
  }

  private func groups(of block: [TextLine], at column: Int) -> [[TextLine]] {
    var groups: [[TextLine]] = []
    for line in block {
      if let last = groups.last?.last, Self.isBroken(last, before: line, at: column), !Self.opens(line) {
        groups[groups.count - 1].append(line)
      } else {
        groups.append([line])
      }
    }
    return groups
  }

  private static func isBroken(_ line: TextLine, before next: TextLine, at column: Int) -> Bool {
    guard line.text.utf8.count <= 4 * widest else { return false }
    return line.indent + line.length + 1 + firstWord(of: next) > column
  }

  /// The number of letters and signs in the first word of a line.
  private static func firstWord(of line: TextLine) -> Int {
    let bytes = line.text.utf8.prefix(widest).prefix { $0 > 0x20 && $0 < 0x80 }
    if bytes.count == widest || bytes.endIndex == line.text.utf8.endIndex { return bytes.count }
    if line.text.utf8[bytes.endIndex] <= 0x20 { return bytes.count }
    return line.text.prefix(widest).prefix { !$0.isWhitespace }.count
  }

  /// Whether a line begins something new.
  private static func opens(_ line: TextLine) -> Bool {
    TextMarks.bullet(line.text) != nil || TextCues.label(line.text) != nil
  }

  /// Whether a block by itself looks wrapped: all lines except the last are about equally long.
  private static func looksWrapped(_ lines: ArraySlice<TextLine>) -> Bool {
    guard lines.count > 1, let last = lines.last, !lines.contains(where: { $0.text.utf8.count > 4 * widest })
    else { return false }
    let lengths = lines.dropLast().map(\.length)
    guard let longest = lengths.max(), let shortest = lengths.min() else { return false }
    guard longest <= widest, shortest >= 45, longest - shortest <= 25, last.length <= longest + 12 else {
      return false
    }
    guard !lines.contains(where: opens) else { return false }
    // One line end proves little: it must divide a sentence.
    if lines.count == 2 {
      return last.text.first?.isLowercase == true && !TextMarks.endsSentence(lines[lines.startIndex].text)
    }
    // Lines that all end a sentence are separate paragraphs.
    return !lines.dropLast().allSatisfy { TextMarks.endsSentence($0.text) }
  }

  /// The column at which most of a block is wrapped, whatever follows its paragraphs.
  private static func ownColumn(of lines: [TextLine]) -> Int? {
    guard lines.count > 2, !lines.contains(where: { $0.text.utf8.count > 4 * widest }),
      let column = lines.map(\.length).max(), (45...widest).contains(column)
    else { return nil }
    var (broken, goingOn) = (0, 0)
    for (line, next) in zip(lines, lines.dropFirst()) where isBroken(line, before: next, at: column) {
      broken += 1
      if goesOn(line, in: next) { goingOn += 1 }
    }
    return broken > 1 && goingOn * 2 >= broken ? column : nil
  }

  /// The end of a paragraph whose lines were broken anywhere: most of them continue in the next.
  ///
  /// Short lines at the end of the block that don't continue are not part of it.
  private static func runningOn(_ lines: [TextLine]) -> Int? {
    guard lines.count > 1, !lines.dropFirst().contains(where: opens),
      !lines.contains(where: { $0.text.utf8.count > 4 * Self.widest })
    else { return nil }
    let goOn = zip(lines, lines.dropFirst()).map { goesOn($0, in: $1) }
    guard goOn.contains(true) else { return nil }
    let widths = lines.map { CellMeasure.width(of: $0.text) }
    let longest = widths.max() ?? 0
    var tail = lines.count
    while tail > 1, !goOn[tail - 2], widths[tail - 1] * 10 < longest * 6 { tail -= 1 }
    if lines.count - tail < 2 { tail = lines.count }
    let ends = tail - 1
    guard ends > 0, goOn[..<ends].count(where: { $0 }) * 10 >= ends * 6 else { return nil }
    if ends == 1 || longest >= 45 { return tail }
    // Narrow lines are verse, unless every one is as full as it can be and begins where prose does.
    if isStepped(lines[..<tail]) { return nil }
    let full = zip(lines[..<ends], lines[1...]).count { isBroken($0, before: $1, at: longest) }
    return ends >= 3 && full * 10 >= ends * 7 ? tail : nil
  }

  /// Whether a line in the middle of a sentence is indented further than the others, as in verse.
  private static func isStepped(_ lines: ArraySlice<TextLine>) -> Bool {
    guard let least = lines.dropFirst().map(\.indent).min() else { return false }
    return zip(lines, lines.dropFirst()).contains { before, line in
      line.indent > least + 1 && !TextMarks.endsSentence(before.text)
    }
  }

  /// Whether a line stops in the middle of a sentence: the next begins in lower case, or it ends with a
  /// function word.
  private static func goesOn(_ line: TextLine, in next: TextLine) -> Bool {
    guard !TextMarks.endsSentence(line.text) else { return false }
    if let byte = next.text.utf8.first, byte >= 0x61, byte <= 0x7A { return true }
    guard let first = next.text.first else { return false }
    if first.isLowercase { return true }
    if let last = line.text.unicodeScalars.last, let scalar = next.text.unicodeScalars.first,
      CellMeasure.isIdeographic(last), CellMeasure.isIdeographic(scalar)
    {
      return CellMeasure.width(of: line.text) >= 40
    }
    guard first.isUppercase, line.length >= 45, let blank = line.text.lastIndex(of: " ") else {
      return false
    }
    let word = line.text[line.text.index(after: blank)...]
    return word.count <= 3 && word.allSatisfy(\.isLowercase)
  }
}
