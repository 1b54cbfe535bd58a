/// The root element of an XML file, found in its first bytes without parsing.
struct XMLRoot {
  /// How many bytes of a file to examine.
  private static let limit = 8_192

  /// The element's name without its prefix.
  var name: String
  /// Its namespace; empty if it has none.
  var namespace: String

  /// Finds the root; nil if the bytes do not begin like XML.
  init?(_ bytes: [UInt8]) {
    let head = XMLDecoding.decode(Array(bytes.prefix(Self.limit))).text
    var rest = Substring(head).drop { $0.isWhitespace || $0 == "\u{FEFF}" }
    while rest.hasPrefix("<?") || rest.hasPrefix("<!") {
      let end = rest.hasPrefix("<!--") ? "-->" : rest.hasPrefix("<?") ? "?>" : ">"
      if rest.hasPrefix("<!DOCTYPE"), let bracket = rest.firstIndex(of: "["),
        let close = rest.firstIndex(of: ">"), bracket < close
      {
        guard let last = rest.firstBytes(of: "]") else { return nil }
        rest = rest[last.upperBound...].drop { $0 != ">" }.dropFirst()
      } else {
        guard let last = rest.firstBytes(of: end) else { return nil }
        rest = rest[last.upperBound...]
      }
      rest = rest.drop(while: \.isWhitespace)
    }
    guard rest.first == "<" else { return nil }
    let tag = rest.dropFirst().prefix { $0 != ">" }
    let written = tag.prefix { !$0.isWhitespace && $0 != "/" }
    guard let first = written.first, first.isLetter || first == "_" else { return nil }
    let parts = written.split(separator: ":", maxSplits: 1)
    name = parts.last.map(String.init) ?? ""
    let attribute = parts.count == 2 ? "xmlns:\(parts[0])" : "xmlns"
    namespace = Self.value(of: attribute, in: tag.dropFirst(written.count)) ?? ""
  }

  private static func value(of name: String, in tag: Substring) -> String? {
    var rest = tag
    while let found = rest.firstBytes(of: name) {
      let before = rest[..<found.lowerBound].last
      rest = rest[found.upperBound...]
      let value = rest.drop(while: \.isWhitespace)
      guard before?.isWhitespace == true, value.first == "=" else { continue }
      let quoted = value.dropFirst().drop(while: \.isWhitespace)
      guard let quote = quoted.first, quote == "\"" || quote == "'" else { return nil }
      return String(quoted.dropFirst().prefix { $0 != quote })
    }
    return nil
  }
}
