/// Numbers that are the same on every run (SplitMix64).
public struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  /// Makes a generator; equal seeds give equal numbers.
  public init(seed: UInt64) {
    state = seed
  }

  /// The next 64 bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}

/// Texts that nobody would type, and some that somebody would.
public enum RandomText {
  static let pieces = [
    "\"", "(", ")", "-", "*", ":", " ", " ", " ", "\0", "'", "’", "OR", "AND", "NOT", "NEAR", "near:",
    "title:", "by:",
    "is:unread", "is:", "has:link", "date:2016-03..2016-05", "date:<7d", "date:", "before:", "after:2016",
    "lang:da", "like:12", "like:\"", "like:ferry", "has:image",
    "tag:\"a b\"", "^", "+", "{", "}", "[", "\\", ";", "--", "/*", "DROP TABLE story", "%", "_", "?", ",",
    "headline : x",
    "Malmö", "ferry", "harbour", "10,000", "日本", "한", "\u{1112}\u{1161}", "ก", "🚢", "👨‍👩‍👧", "\u{202E}",
    "\u{200B}", "\u{301}", "ß", "ﬁ",
    "\u{FDFA}", "مرحبا", "a", "b", "c", "\n", "\t", "1", "23", "-(", "\"\"", "ÆØÅ", "\u{FFFD}", "x*y", "..",
    "<", ">", "=",
  ]

  /// Up to thirty pieces and letters in a row.
  public static func any(_ random: inout SplitMix) -> String {
    var text = ""
    for _ in 0..<Int.random(in: 0...30, using: &random) {
      if Int.random(in: 0..<6, using: &random) == 0 {
        let bound: UInt32 = [0x80, 0x800, 0x10000, 0x110000].randomElement(using: &random) ?? 0x80
        if let scalar = Unicode.Scalar(UInt32.random(in: 0..<bound, using: &random)) {
          text.unicodeScalars.append(scalar)
        }
      } else {
        text += pieces.randomElement(using: &random) ?? ""
      }
    }
    return text
  }
}
