extension StringProtocol {
  /// The text without white space at its ends.
  package var trimmed: String {
    guard let start = firstIndex(where: { !$0.isWhitespace }),
      let end = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[start...end])
  }

  /// The words with single spaces between them and none around.
  package var squeezed: String {
    isSqueezed ? String(self) : split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Whether it is ASCII, as most names are, and has no other white space than single spaces between words.
  private var isSqueezed: Bool {
    var wasSpace = true
    for byte in utf8 {
      guard byte < 0x80, byte == 0x20 ? !wasSpace : !(0x09...0x0D).contains(byte) else { return false }
      wasSpace = byte == 0x20
    }
    return !wasSpace || isEmpty
  }
}
