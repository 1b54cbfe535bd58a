extension String {
  /// The letters of a text that is all ASCII but for its dashes, quotation marks and no-break spaces, in lower
  /// case; nil for other texts, which need Unicode's tables.
  ///
  /// - Parameters:
  ///   - andDigits: whether digits are kept too.
  ///   - gap: what stands for all that is left out between two letters.
  func lettersOfASCII(andDigits: Bool, gap: Unicode.Scalar?) -> String? {
    let gap = gap.map { UInt8(truncatingIfNeeded: $0.value) }
    var kept: [UInt8] = []
    kept.reserveCapacity(utf8.count)
    var isBehindGap = false
    // How many bytes of a sign are still to come, and the least and greatest that the next may be.
    var (left, least, greatest): (Int, UInt8, UInt8) = (0, 0, 0)
    for byte in utf8 {
      if left > 0 {
        guard byte >= least, byte <= greatest else { return nil }
        left -= 1
        (least, greatest) = (0x90, 0xA7)
        continue
      }
      if byte >= 0x80 {
        // U+2010 to U+2027; U+00A0.
        guard byte == 0xE2 || byte == 0xC2 else { return nil }
        (left, least, greatest) = byte == 0xE2 ? (2, 0x80, 0x80) : (1, 0xA0, 0xA0)
        isBehindGap = !kept.isEmpty
        continue
      }
      let isLetter = byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A
      guard isLetter || andDigits && byte >= 0x30 && byte <= 0x39 else {
        isBehindGap = !kept.isEmpty
        continue
      }
      if isBehindGap, let gap { kept.append(gap) }
      isBehindGap = false
      kept.append(isLetter ? byte | 0x20 : byte)
    }
    return String(decoding: kept, as: UTF8.self)
  }
}
