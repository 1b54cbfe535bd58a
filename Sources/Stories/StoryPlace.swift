/// Where in its file a story stands.
public enum StoryPlace: Hashable, Sendable, Codable {
  /// Which of the file's stories it is, from 0.
  case item(Int)
  /// The byte of the file, unpacked, that its piece begins at.
  case byte(Int)
  /// Nowhere any more: it left its file, and is kept from earlier.
  case left

  /// The number, where it has one.
  public var item: Int? { if case .item(let number) = self { number } else { nil } }

  /// The byte, where it has one.
  public var byte: Int? { if case .byte(let byte) = self { byte } else { nil } }

  /// The number or the byte; nil for what left its file.
  public var number: Int? {
    switch self {
    case .item(let number), .byte(let number): number
    case .left: nil
    }
  }
}
