extension TextDecoding {
  /// Repairs text in UTF-8 that was taken for Windows-1252 or Latin-1 and encoded again ("KÃ¤lte").
  ///
  /// It does so only if every run beyond ASCII decodes to valid UTF-8 and to letters or printed signs: a
  /// single correct letter shows that the text is intact. A run must also be in or next to a word, and not in
  /// quotation marks, since texts about this mistake quote it or list its signs.
  package static func undoubled(_ text: String) -> String {
    guard let once = undoubledOnce(text) else { return text }
    // Some texts were encoded three times.
    let right = undoubledOnce(once) ?? once
    return right.unicodeScalars.allSatisfy(isPlausible) ? right : text
  }

  private static func undoubledOnce(_ text: String) -> String? {
    var text = text
    return text.withUTF8 { bytes -> String? in
      guard let first = bytes.firstIndex(where: { $0 >= 0x80 }), first + 3 < bytes.count else { return nil }
      // U+00C2 to U+00F4: the first byte of a sequence, taken for a letter. Most intact text is ruled out
      // here.
      guard bytes[first] == 0xC3, (0x82...0xB4).contains(bytes[first + 1]) else { return nil }
      var right: [UInt8] = []
      right.reserveCapacity(bytes.count)
      var isSure = false
      var index = 0
      while index < bytes.count {
        guard bytes[index] >= 0x80 else {
          right.append(bytes[index])
          index += 1
          continue
        }
        let start = index
        while index < bytes.count, bytes[index] >= 0x80 { index += 1 }
        guard let run = singleBytes(of: bytes[start..<index]),
          let read = String(validating: run, as: UTF8.self)
        else { return nil }
        isSure = isSure || speaks(start..<index, of: bytes, read: read)
        right += run
      }
      return isSure ? String(decoding: right, as: UTF8.self) : nil
    }
  }

  /// The bytes taken for letters of Windows-1252 or Latin-1; nil if there are other letters among them.
  private static func singleBytes(of run: Slice<UnsafeBufferPointer<UInt8>>) -> [UInt8]? {
    var bytes: [UInt8] = []
    for scalar in String(decoding: run, as: UTF8.self).unicodeScalars {
      if scalar.value <= 0xFF {
        bytes.append(UInt8(scalar.value))
      } else if let byte = byte(ofWindows1252: scalar) {
        bytes.append(byte)
      } else {
        return nil
      }
    }
    return bytes
  }

  /// Whether a character is a letter, a mark or a printed sign; not a control or unassigned.
  private static func isPlausible(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x80 { return true }
    switch scalar.properties.generalCategory {
    case .control, .unassigned, .privateUse, .surrogate: return false
    default: return true
    }
  }

  /// Whether a run is evidence of the mistake: it is in or next to a word, and not between quotation marks.
  private static func speaks(_ run: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>, read: String) -> Bool {
    let signs = read.unicodeScalars
    var (start, end) = (run.lowerBound, run.upperBound)
    while start > 0, isWord(bytes[start - 1]) { start -= 1 }
    while end < bytes.count, isWord(bytes[end]) { end += 1 }
    let isQuoted =
      start > 0 && end < bytes.count && bytes[start - 1] == bytes[end]
      && [0x22, 0x27, 0x60].contains(bytes[end])
    if isQuoted { return false }
    if start < run.lowerBound || end > run.upperBound { return true }
    if signs.filter(\.properties.isAlphabetic).count > 1 { return true }
    // A dash between spaces.
    return signs.count == 1 && (signs.first == "–" || signs.first == "—")
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
  }
}
