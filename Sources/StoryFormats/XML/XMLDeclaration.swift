/// Finds the end of a declaration (`<!DOCTYPE …>`) byte by byte: a `>` outside quotes and brackets (XML 1.0,
/// section 2.8).
struct XMLDeclaration {
  private var brackets = 0
  private var quote: UInt8 = 0

  /// Takes the next byte, and returns whether the declaration ends with it.
  mutating func ends(with byte: UInt8) -> Bool {
    if quote != 0 {
      if byte == quote { quote = 0 }
      return false
    }
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): quote = byte
    case UInt8(ascii: "["): brackets += 1
    case UInt8(ascii: "]"): brackets -= 1
    case UInt8(ascii: ">"): return brackets <= 0
    default: break
    }
    return false
  }
}
