import Screen

/// The first step: joins inlines into one text with spans, collapses white space, and cleans the text for
/// cells.
extension ParagraphText {
  /// Adds text in a span.
  ///
  /// "\n" is a forced break if `keepsBreaks`, else a space.
  mutating func append(_ text: String, span: Span, keepsBreaks: Bool = true) {
    if spans.last?.span != span { spans.append((scalars.count, span)) }
    if text.utf8.count > ParagraphParts.longest {
      scalars.reserveCapacity(scalars.count + text.utf8.count)
      widths.reserveCapacity(widths.count + text.utf8.count)
    }
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) {
      for byte in text.utf8 { append(plain: UInt32(byte)) }
      return
    }
    var piece = String.UnicodeScalarView()
    let all = Array(text.unicodeScalars)
    let isInLines = keepsBreaks && text.utf8.contains(UInt8(Mark.lineBreak))
    for (index, scalar) in all.enumerated() {
      switch scalar.value {
      case 0x0A, 0x0D, 0x09, 0x0B, 0x0C, 0x20, 0x85, 0x2028, 0x2029:
        flush(&piece)
        let breaks = keepsBreaks && scalar.value == Mark.lineBreak
        append(plain: breaks ? Mark.lineBreak : Mark.space)
      case Mark.noBreakSpace, 0x2007, 0x202F:
        flush(&piece)
        let next = index + 1 < all.count ? all[index + 1].value : Mark.space
        let holds = indents(before: next, inLines: isInLines) || holdsTogether(before: next)
        append(plain: holds ? Mark.noBreakSpace : Mark.space)
      case Mark.softHyphen, Mark.zeroWidthSpace:
        flush(&piece)
        append(invisible: scalar.value)
      default: piece.append(scalar)
      }
    }
    flush(&piece)
  }

  /// Forbids a break before the next addition.
  mutating func glue() {
    if glued.last != scalars.count { glued.append(scalars.count) }
  }

  /// Adds a space that is not collapsed with its neighbours, and that no line ends before.
  mutating func appendHeldBlank() {
    guard !scalars.isEmpty else { return }
    scalars.append(Mark.noBreakSpace)
    widths.append(1)
  }

  /// Removes white space at the end.
  mutating func trimEnd() {
    while let last = scalars.last, last == Mark.space || last == Mark.lineBreak {
      scalars.removeLast()
      widths.removeLast()
    }
  }

  /// The widest indentation of a line, in cells.
  private static let widestIndent = 20

  /// Whether a no-break space indents a line, as in verse: it is one of several that a line begins with.
  private func indents(before next: UInt32, inLines: Bool) -> Bool {
    guard let last = scalars.last else { return inLines && next == Mark.noBreakSpace }
    if last == Mark.lineBreak { return next == Mark.noBreakSpace }
    guard last == Mark.noBreakSpace else { return false }
    let end = scalars.suffix(Self.widestIndent)
    guard let before = end.last(where: { $0 != Mark.noBreakSpace }) else { return end.startIndex == 0 }
    return before == Mark.lineBreak
  }

  /// Whether a no-break space is meant.
  ///
  /// On scraped pages it is usually an ordinary space; it counts only where typography asks for it: within
  /// `10 000`, and after `§`, `No.` and `Mr.`.
  private func holdsTogether(before next: UInt32) -> Bool {
    guard let last = scalars.last else { return false }
    if isDigit(last), isDigit(next) { return true }
    if last == 0xA7 || last == 0xB6 { return true }
    guard last == 0x2E else { return false }
    var word: [UInt32] = []
    for scalar in scalars.dropLast().reversed() {
      guard scalar != Mark.space, scalar != Mark.noBreakSpace, word.count < 5 else { break }
      word.insert(scalar, at: 0)
    }
    return Self.abbreviations.contains(word)
  }

  private static let abbreviations: Set<[UInt32]> = Set(
    ["No", "no", "Nr", "nr", "Mr", "Mrs", "Ms", "Dr", "Hr", "Prof", "St", "Art", "art", "kl", "p", "pp", "s"]
      .map { $0.unicodeScalars.map(\.value) })

  private func isDigit(_ scalar: UInt32) -> Bool { (0x30...0x39).contains(scalar) }

  /// Adds one scalar of width 1, except a space after a space or at the start of a line.
  private mutating func append(plain scalar: UInt32) {
    if scalar == Mark.space {
      guard let last = scalars.last, last != Mark.space, last != Mark.lineBreak else { return }
    } else if scalar == Mark.lineBreak, scalars.last == Mark.space {
      scalars.removeLast()
      widths.removeLast()
    }
    scalars.append(scalar)
    widths.append(scalar == Mark.lineBreak ? 0 : 1)
  }

  private mutating func append(invisible scalar: UInt32) {
    guard let last = scalars.last, last != scalar, last != Mark.space, last != Mark.lineBreak else { return }
    scalars.append(scalar)
    widths.append(0)
  }

  /// Cleans the collected text and adds it, by clusters if they may have more than one scalar.
  private mutating func flush(_ piece: inout String.UnicodeScalarView) {
    guard !piece.isEmpty else { return }
    let text = CellText.clean(String(piece))
    piece = String.UnicodeScalarView()
    let all = Array(text.unicodeScalars)
    var index = 0
    while index < all.count {
      if Self.isSimple(all[index].value), index + 1 == all.count || Self.isSimple(all[index + 1].value) {
        append(plain: all[index].value)
        index += 1
        continue
      }
      var end = index + 1
      while end < all.count, !(Self.isSimple(all[end - 1].value) && Self.isSimple(all[end].value)) {
        end += 1
      }
      var stretch = String.UnicodeScalarView()
      stretch.append(contentsOf: all[index..<end])
      for cluster in String(stretch) { append(cluster: cluster) }
      index = end
    }
  }

  /// Whether a character is a Latin letter or common punctuation: one cell, whatever its neighbours.
  private static func isSimple(_ scalar: UInt32) -> Bool {
    (0x20..<0x7F).contains(scalar) || (0xC0..<0x250).contains(scalar) || (0x2013...0x201E).contains(scalar)
  }

  private mutating func append(cluster: Character) {
    if cluster == " " { return append(plain: Mark.space) }
    let width = UInt8(clamping: CellText.width(of: cluster))
    for (index, scalar) in cluster.unicodeScalars.enumerated() {
      scalars.append(scalar.value)
      widths.append(index == 0 ? width : 0)
    }
  }
}
