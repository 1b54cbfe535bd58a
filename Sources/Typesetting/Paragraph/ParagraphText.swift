import Screen

/// The words of one paragraph between story and lines: scalars, their widths, and their spans.
///
/// A paragraph is set in four steps, each in its own file: collect, prepare, break, finish.
struct ParagraphText {
  /// How a piece of the text is drawn, and what it is part of.
  struct Span: Hashable {
    var role: Role
    var reference: Int?
    /// Whether its words may be hyphenated.
    var isProse: Bool
  }

  /// The cleaned text; U+00AD, U+200B and U+00A0 mark places to break, and a space that doesn't break.
  var scalars: [UInt32] = []
  /// The cells of each cluster, on its first scalar; 0 on the others.
  var widths: [UInt8] = []
  /// The spans in order; each reaches to the start of the next.
  var spans: [(start: Int, span: Span)] = []
  /// Places (scalar indexes) at which no line may begin, in order.
  var glued: [Int] = []

  /// Whether there is nothing to set.
  var isEmpty: Bool { scalars.isEmpty }
}

/// Characters that the steps share.
enum Mark {
  static let lineBreak: UInt32 = 0x0A
  static let space: UInt32 = 0x20
  static let noBreakSpace: UInt32 = 0xA0
  static let softHyphen: UInt32 = 0xAD
  static let zeroWidthSpace: UInt32 = 0x200B
}
