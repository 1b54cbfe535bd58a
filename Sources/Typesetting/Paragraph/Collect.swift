import Screen

/// The first step: joins inlines into one text with spans, collapses white space, and cleans the text for
/// cells.
extension ParagraphText {
  /// Adds text in a span.
  ///
  /// "\n" is a forced break if `keepsBreaks`, else a space.
  mutating func append(_ text: String, span: Span, keepsBreaks: Bool = true) {
    if spans.last?.span != span { spans.append((scalars.count, span)) }
    let bytes = text.utf8.count
    if bytes > ParagraphParts.longest, bytes > scalars.count {
      scalars.reserveCapacity(scalars.count + bytes)
      widths.reserveCapacity(widths.count + bytes)
    }
    let isPlain = text.utf8.withContiguousStorageIfAvailable { append(ascii: $0, keepsBreaks: keepsBreaks) }
    if isPlain != true { append(mixed: text, keepsBreaks: keepsBreaks) }
  }

  /// Adds text that is nothing but ASCII letters, signs and white space, a block at a time; false, and nothing
  /// added, if it is not.
  private mutating func append(ascii bytes: UnsafeBufferPointer<UInt8>, keepsBreaks: Bool) -> Bool {
    for byte in bytes where byte > 0x7E || byte < 0x20 && !(0x09...0x0D).contains(byte) { return false }
    let block = min(bytes.count, 2_048)
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: block) { codes in
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: block) { cells in
        var start = 0
        while start < bytes.count {
          let end = min(start + block, bytes.count)
          append(UnsafeBufferPointer(rebasing: bytes[start..<end]), keepsBreaks, by: codes, cells)
          start = end
        }
      }
    }
    return true
  }

  /// Adds one block of ASCII with its spaces collapsed, as `append(plain:)` does for one scalar.
  private mutating func append(
    _ bytes: UnsafeBufferPointer<UInt8>, _ keepsBreaks: Bool, by codes: UnsafeMutableBufferPointer<UInt32>,
    _ cells: UnsafeMutableBufferPointer<UInt8>
  ) {
    var count = 0
    // At the start of a line there is no space.
    var last = scalars.last ?? Mark.lineBreak
    for byte in bytes {
      var code = UInt32(byte)
      if code <= Mark.space {
        code = keepsBreaks && code == Mark.lineBreak ? code : Mark.space
        if code == Mark.space {
          if last == Mark.space || last == Mark.lineBreak { continue }
        } else if last == Mark.space {
          if count > 0 { count -= 1 } else { removeLast() }
        }
      }
      codes[count] = code
      cells[count] = code == Mark.lineBreak ? 0 : 1
      count += 1
      last = code
    }
    scalars.append(contentsOf: codes[..<count])
    widths.append(contentsOf: cells[..<count])
  }

  /// Adds any text, cleaned; characters that may join their neighbours are gathered and added by clusters.
  private mutating func append(mixed text: String, keepsBreaks: Bool) {
    var joining = String.UnicodeScalarView()
    let isInLines = keepsBreaks && text.utf8.contains(UInt8(Mark.lineBreak))
    var rest = text.unicodeScalars.makeIterator()
    var coming = rest.next()
    while let scalar = coming {
      coming = rest.next()
      if let width = Self.standing(scalar), Self.isApart(coming) {
        if joining.isEmpty {
          append(scalar.value, width)
        } else {
          joining.append(scalar)
          flush(&joining)
        }
        continue
      }
      switch scalar.value {
      case 0x0A, 0x0D, 0x09, 0x0B, 0x0C, 0x20, 0x85, 0x2028, 0x2029:
        flush(&joining)
        let breaks = keepsBreaks && scalar.value == Mark.lineBreak
        append(plain: breaks ? Mark.lineBreak : Mark.space)
      case Mark.noBreakSpace, 0x2007, 0x202F:
        flush(&joining)
        let next = coming?.value ?? Mark.space
        let holds = indents(before: next, inLines: isInLines) || holdsTogether(before: next)
        append(plain: holds ? Mark.noBreakSpace : Mark.space)
      case Mark.softHyphen, Mark.zeroWidthSpace:
        flush(&joining)
        append(invisible: scalar.value)
      default: joining.append(scalar)
      }
    }
    flush(&joining)
  }

  /// The width of a common character, which never joins another one; nil for spaces and all others.
  private static func standing(_ scalar: Unicode.Scalar) -> UInt8? {
    switch scalar.value {
    case 0x21...0x7E: 1
    case 0...0xA0: nil
    default: CellText.everydayWidth(of: scalar).map { UInt8($0) }
    }
  }

  /// Whether what comes never joins a common character before it.
  private static func isApart(_ coming: Unicode.Scalar?) -> Bool {
    guard let coming else { return true }
    switch coming.value {
    case 0x09...0x0D, 0x20, 0x85, Mark.noBreakSpace, Mark.softHyphen: return true
    case 0x2007, Mark.zeroWidthSpace, 0x2028, 0x2029, 0x202F: return true
    default: return standing(coming) != nil
    }
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
    while let last = scalars.last, last == Mark.space || last == Mark.lineBreak { removeLast() }
  }

  private mutating func removeLast() {
    scalars.removeLast()
    widths.removeLast()
  }

  private mutating func append(_ scalar: UInt32, _ width: UInt8) {
    scalars.append(scalar)
    widths.append(width)
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
      removeLast()
    }
    append(scalar, scalar == Mark.lineBreak ? 0 : 1)
  }

  private mutating func append(invisible scalar: UInt32) {
    guard let last = scalars.last, last != scalar, last != Mark.space, last != Mark.lineBreak else { return }
    append(scalar, 0)
  }

  /// Cleans what was gathered and adds it by clusters.
  private mutating func flush(_ joining: inout String.UnicodeScalarView) {
    guard !joining.isEmpty else { return }
    for cluster in CellText.clean(String(joining)) { append(cluster: cluster) }
    joining = String.UnicodeScalarView()
  }

  private mutating func append(cluster: Character) {
    if cluster.asciiValue == 0x20 { return append(plain: Mark.space) }
    let width = UInt8(clamping: CellText.width(of: cluster))
    for (index, scalar) in cluster.unicodeScalars.enumerated() {
      append(scalar.value, index == 0 ? width : 0)
    }
  }
}
