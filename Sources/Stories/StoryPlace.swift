/// Where a story is in its file.
public enum StoryPlace: Hashable, Sendable, Codable {
  /// Its index among the file's stories, from 0.
  case item(Int)
  /// The byte at which its piece begins, in the uncompressed file.
  case byte(Int)
  /// Nowhere: it has left its file, and is kept from earlier.
  case left

  /// The index, if it has one.
  public var item: Int? { if case .item(let number) = self { number } else { nil } }

  /// The byte, if it has one.
  public var byte: Int? { if case .byte(let byte) = self { byte } else { nil } }

  /// The index or the byte; nil for a story that has left its file.
  public var number: Int? {
    switch self {
    case .item(let number), .byte(let number): number
    case .left: nil
    }
  }
}
