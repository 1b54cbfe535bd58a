internal import Stories

extension HTMLBlocks {
  /// Marks a line break while blocks are being made.
  private static let lineBreak = Inline("\n", marks: [.strike, .code])

  /// Paragraphs of loose text; two line breaks begin a new one.
  static func paragraphs(_ inlines: [Inline], line: Int) -> [Block] {
    var groups: [[Inline]] = [[]]
    var breaks = 0
    for inline in inlines {
      if inline == lineBreak {
        breaks += 1
        continue
      }
      if breaks > 0, MarkupTree.isBlank(inline.text) { continue }
      if breaks > 1 { groups.append([]) }
      if breaks == 1 { groups[groups.count - 1].append(lineBreak) }
      breaks = 0
      groups[groups.count - 1].append(inline)
    }
    return groups.map(tidied).filter { !$0.isEmpty }.map { Block(.paragraph($0), line: line) }
  }

  /// Text with white space collapsed, none at the ends or around line breaks; equal neighbours are joined.
  static func tidied(_ inlines: [Inline]) -> [Inline] {
    var tidy: [Inline] = []
    var endsBlank = true
    for inline in inlines {
      if inline == lineBreak {
        trimEnd(&tidy)
        if !tidy.isEmpty { tidy.append(Inline("\n")) }
        endsBlank = true
        continue
      }
      let text = squeezed(inline.text, &endsBlank)
      guard !text.isEmpty else { continue }
      if let last = tidy.indices.last, tidy[last].marks == inline.marks,
        tidy[last].reference == inline.reference,
        tidy[last].text != "\n", !inline.marks.contains(.note)
      {
        tidy[last].text += text
      } else {
        tidy.append(Inline(text, marks: inline.marks, reference: inline.reference))
      }
    }
    trimEnd(&tidy)
    // An indent of ideographic or no-break spaces is layout.
    guard let first = tidy.firstIndex(where: { !$0.text.allSatisfy(\.isWhitespace) }) else { return [] }
    if first > 0 { tidy.removeSubrange(..<first) }
    if tidy[0].text.first?.isWhitespace == true {
      tidy[0].text = String(tidy[0].text.drop(while: \.isWhitespace))
    }
    return tidy
  }

  /// Runs of ASCII white space as single spaces; HTML treats other spaces as letters.
  private static func squeezed(_ text: String, _ endsBlank: inout Bool) -> String {
    var wasBlank = endsBlank
    let isSqueezed = text.utf8.allSatisfy { byte in
      let isBlank = byte == 0x20
      defer { wasBlank = isBlank }
      return isBlank ? !wasBlank : !(0x09...0x0D).contains(byte)
    }
    if isSqueezed {
      endsBlank = wasBlank
      return text
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      if byte == 0x20 || (0x09...0x0D).contains(byte) {
        if !endsBlank { bytes.append(0x20) }
        endsBlank = true
      } else {
        bytes.append(byte)
        endsBlank = false
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func trimEnd(_ inlines: inout [Inline]) {
    while let last = inlines.indices.last {
      while inlines[last].text.last?.isWhitespace == true { inlines[last].text.removeLast() }
      guard inlines[last].text.isEmpty else { return }
      inlines.removeLast()
    }
  }
}

extension StringProtocol {
  /// The text without ASCII white space at its ends.
  var trimmedASCII: String {
    let isSpace = { (byte: UInt8) in byte == 0x20 || (0x09...0x0D).contains(byte) }
    let bytes = Array(utf8)
    guard let first = bytes.firstIndex(where: { !isSpace($0) }),
      let last = bytes.lastIndex(where: { !isSpace($0) })
    else { return "" }
    return String(decoding: bytes[first...last], as: UTF8.self)
  }
}
