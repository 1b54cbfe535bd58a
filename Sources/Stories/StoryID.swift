/// Identifies one story for good: across renames, rebuilt indexes and moves to other directories.
///
/// It is made from the story's guid or canonical URL, or else from its bytes, but never from its path, so
/// marks survive a move. Written as 16 hexadecimal digits.
public struct StoryID: Hashable, Sendable, Comparable, Codable, CustomStringConvertible {
  /// The 64 bits behind the digits.
  public let rawValue: UInt64

  /// Takes the bits stored in an index.
  public init(rawValue: UInt64) {
    self.rawValue = rawValue
  }

  /// Identifies a story by its guid or canonical URL.
  public init(identifier: String) {
    self.init(rawValue: Fingerprint(of: Array(identifier.utf8)).folded)
  }

  /// Identifies a story by its content, if it has nothing else.
  public init(content: some Sequence<UInt8>) {
    self.init(rawValue: Fingerprint(of: content).folded)
  }

  /// Reads 16 hexadecimal digits; nil for anything else.
  public init?(_ description: String) {
    guard description.utf8.count == 16, description.allSatisfy(\.isHexDigit),
      let bits = UInt64(description, radix: 16)
    else { return nil }
    rawValue = bits
  }

  /// The id in 16 lower-case hexadecimal digits.
  public var description: String {
    let digits = String(rawValue, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// An arbitrary but fixed order.
  public static func < (one: StoryID, other: StoryID) -> Bool {
    one.rawValue < other.rawValue
  }
}
