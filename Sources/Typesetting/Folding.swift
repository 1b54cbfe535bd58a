/// Letters without case and accents, for finding words as they are typed: Malmö by `malmo`, Ærø by `aero`.
public enum Folding {
  /// A scalar's small letter where it is a capital of ASCII, else the scalar.
  public static func lowercased(_ value: UInt32) -> UInt32 {
    (0x41...0x5A).contains(value) ? value + 0x20 : value
  }

  /// The folded scalars of one scalar: none for a combining mark, two for a ligature such as `æ`.
  public static func fold(_ scalar: Unicode.Scalar) -> [UInt32] {
    let value = scalar.value
    switch value {
    case 0..<0x80: return [lowercased(value)]
    case 0x300...0x36F, Mark.softHyphen: return []
    case 0xA0: return [Mark.space]
    case 0xC0..<0x180: return latin[Int(value) - 0xC0]
    case 0x2018, 0x2019: return [0x27]
    case 0x201C, 0x201D, 0x201E: return [0x22]
    case 0x2010, 0x2011: return [0x2D]
    default: return scalar.properties.lowercaseMapping.unicodeScalars.map(\.value)
    }
  }

  /// The folded scalars of a text.
  static func fold(_ text: String) -> [UInt32] { text.unicodeScalars.flatMap(fold) }

  /// U+00C0 to U+017F, a word each; "-" stands for the sign itself.
  private static let latin: [[UInt32]] = {
    let words =
      "a a a a a a ae c e e e e i i i i d n o o o o o - o u u u u y th ss "
      + "a a a a a a ae c e e e e i i i i d n o o o o o - o u u u u y th y "
      + "a a a a a a c c c c c c c c d d d d e e e e e e e e e e g g g g g g g g "
      + "h h h h i i i i i i i i i i ij ij j j k k k l l l l l l l l l l n n n n n n n n n "
      + "o o o o o o oe oe r r r r r r s s s s s s s s t t t t t t "
      + "u u u u u u u u u u u u w w y y y z z z z z z s"
    return words.split(separator: " ").enumerated().map { index, word in
      word == "-" ? [UInt32(index) + 0xC0] : word.unicodeScalars.map(\.value)
    }
  }()
}
