/// Our own tags for what Markdown has no syntax for; `MarkdownBody` reads them back after parsing.
///
/// The names in them are written in hexadecimal digits, which the parser ignores.
enum MarkdownMark {
  /// A name for the block that contains it.
  static let part = "x-part-"
  /// A name for the block that follows.
  static let next = "x-next-"
  /// A wiki link, or one whose story is shown in its place.
  static let wiki = "x-wiki-"
  static let embed = "x-embed-"
  /// The closing tag of either.
  static let wikiEnd = "x-wiki"
  /// The longest name, in bytes.
  static let longest = 1000

  /// The tag with a name.
  static func tag(_ kind: String, _ name: some Collection<UInt8>) -> [UInt8] {
    var tag = Array("<\(kind)".utf8)
    for byte in name.prefix(longest) {
      tag.append(digits[Int(byte >> 4)])
      tag.append(digits[Int(byte & 15)])
    }
    tag.append(0x3E)
    return tag
  }

  /// The name in a tag of this kind; nil for other tags.
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
