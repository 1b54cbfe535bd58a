/// Tags of our own that carry through the parser what Markdown has no words for; `MarkdownBody` reads them back.
///
/// What they name is spelt in hexadecimal digits, so that it holds nothing that the parser would look at.
enum MarkdownMark {
  /// A name for the block it stands in.
  static let part = "x-part-"
  /// A name for the block that follows.
  static let next = "x-next-"
  /// A wiki link, and one whose story is to be shown in its place.
  static let wiki = "x-wiki-"
  static let embed = "x-embed-"
  /// What closes either.
  static let wikiEnd = "x-wiki"
  /// The longest name, in bytes.
  static let longest = 1000

  /// The tag that names something.
  static func tag(_ kind: String, _ name: some Collection<UInt8>) -> [UInt8] {
    var tag = Array("<\(kind)".utf8)
    for byte in name.prefix(longest) {
      tag.append(digits[Int(byte >> 4)])
      tag.append(digits[Int(byte & 15)])
    }
    tag.append(0x3E)
    return tag
  }

  /// What a tag of a kind names; nil for other tags.
  static func name(in tag: String, of kind: String) -> String? {
    guard tag.hasPrefix(kind) else { return nil }
    var bytes: [UInt8] = []
    var high: UInt8?
    for byte in tag.utf8.dropFirst(kind.utf8.count) {
      guard let digit = digits.firstIndex(of: byte) else { return nil }
      if let first = high {
        bytes.append(first << 4 | UInt8(digit))
        high = nil
      } else {
        high = UInt8(digit)
      }
    }
    guard high == nil, !bytes.isEmpty else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static let digits = Array("0123456789abcdef".utf8)
}
