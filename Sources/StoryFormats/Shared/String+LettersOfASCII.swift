extension String {
  /// The letters of a text that is all ASCII, in lower case; nil for other texts, which need Unicode's tables.
  ///
  /// - Parameters:
  ///   - andDigits: whether digits are kept too.
  ///   - gap: what stands for all that is left out between two letters.
  func lettersOfASCII(andDigits: Bool, gap: Unicode.Scalar?) -> String? {
    let gap = gap.map { UInt8(truncatingIfNeeded: $0.value) }
    var kept: [UInt8] = []
    kept.reserveCapacity(utf8.count)
    var isBehindGap = false
    for byte in utf8 {
      guard byte < 0x80 else { return nil }
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
