import Screen

/// The words of one paragraph on their way from the story to lines: scalars, their widths, and who they belong to.
///
/// A paragraph is set in four steps, each in a file of its own: collect, prepare, break, finish.
struct ParagraphText {
  /// How a stretch of the text is drawn and what it is part of.
  struct Span: Hashable {
    var role: Role
    var reference: Int?
    /// Whether its words may be hyphenated.
    var isProse: Bool
  }

  /// The text, cleaned; U+00AD, U+200B and U+00A0 stand for break opportunities and a blank that holds.
  var scalars: [UInt32] = []
  /// The cells of each cluster, on its first scalar; 0 on those that belong to the one before.
  var widths: [UInt8] = []
  /// The spans in order, each from its start to the start of the next.
  var spans: [(start: Int, span: Span)] = []
  /// Places (scalars) that no line may begin at, in order.
  var glued: [Int] = []

  /// Whether there is nothing to set.
  var isEmpty: Bool { scalars.isEmpty }
}

/// Characters that the steps agree on.
enum Mark {
  static let lineBreak: UInt32 = 0x0A
  static let space: UInt32 = 0x20
  static let noBreakSpace: UInt32 = 0xA0
  static let softHyphen: UInt32 = 0xAD
  static let zeroWidthSpace: UInt32 = 0x200B
}
