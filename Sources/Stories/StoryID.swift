/// Names one story for as long as it lives: through renames, rebuilt indexes and other directories.
///
/// Made from what the story says of itself (its guid or canonical URL) or else from its bytes, never from
/// its path, so that marks kept by it survive a move. Written as 16 hexadecimal digits.
public struct StoryID: Hashable, Sendable, Comparable, Codable, CustomStringConvertible {
  /// The 64 bits behind the digits.
  public let rawValue: UInt64

  /// Takes the bits as they are kept in an index.
  public init(rawValue: UInt64) {
    self.rawValue = rawValue
  }

  /// Names the story that carries `identifier` (a guid or a canonical URL) as its own.
  public init(identifier: String) {
    self.init(rawValue: Fingerprint(of: Array(identifier.utf8)).folded)
  }

  /// Names a story that has nothing but its content.
  public init(content: some Sequence<UInt8>) {
    self.init(rawValue: Fingerprint(of: content).folded)
  }

  /// Reads the 16 hexadecimal digits back; nil when they are not that.
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
