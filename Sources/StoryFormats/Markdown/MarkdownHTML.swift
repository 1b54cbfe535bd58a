/// Splits raw HTML into tags and words, in one pass and without a tree.
///
/// A `<` that opens no tag is an ordinary character. Comments, declarations and processing instructions are
/// dropped.
struct MarkdownHTML {
  /// A part of the text.
  enum Piece: Equatable {
    case text(String)
    case open(String, attributes: [String: String])
    case close(String)
  }

  /// The longest tag, in bytes; anything longer is text.
  private static let longestTag = 16_384
  /// The attributes that are used.
  private static let wanted: Set<String> = ["href", "src", "alt", "title", "cite", "id", "name"]

  private let bytes: [UInt8]
  private var at = 0
  private var pieces: [Piece] = []
  /// How many more bytes may be searched in vain, so that hostile text full of `<` stays linear.
  private var patience: Int

  /// The pieces in order, with character references decoded.
  static func pieces(of bytes: [UInt8]) -> [Piece] {
    var scanner = MarkdownHTML(bytes: bytes)
    scanner.scan()
    return scanner.pieces
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
    patience = bytes.count * 4 + 4096
  }

  private mutating func scan() {
    var textStart = 0
    while at < bytes.count {
      guard bytes[at] == 0x3C else { at += 1; continue }
      let start = at
      guard let piece = tag() else { at = start + 1; continue }
      flush(textStart..<start)
      if let piece { pieces.append(piece) }
      textStart = at
    }
    flush(textStart..<bytes.count)
  }

  private mutating func flush(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    pieces.append(.text(CharacterReferences.decoded(String(decoding: bytes[range], as: UTF8.self))))
  }

  /// Reads the tag at `at` and moves past it: nil if there is none, `.some(nil)` if it is dropped.
  private mutating func tag() -> Piece?? {
    guard patience > 0, at + 1 < bytes.count else { return nil }
    let start = at
    let next = bytes[at + 1]
    if next == 0x21 || next == 0x3F {
      let end: [UInt8] = bytes[at...].starts(with: [0x3C, 0x21, 0x2D, 0x2D]) ? [0x2D, 0x2D, 0x3E] : [0x3E]
      at += end.count == 3 ? 4 : 2
      // `<!-->` is a complete comment.
      if end.count == 3, at < bytes.count, bytes[at] == 0x3E { at += 1; return .some(nil) }
      while at < bytes.count {
        if bytes[at] == end[0], bytes[at...].starts(with: end) { at += end.count; return .some(nil) }
        at += 1
      }
      patience -= at - start
      // An unclosed comment hides the rest, as in a browser; a lone "<!" is text.
      return end.count == 3 ? .some(nil) : nil
    }
    let isClosing = next == 0x2F
    at += isClosing ? 2 : 1
    guard at < bytes.count, bytes[at].isLetter else { return nil }
    let name = word { $0.isLetter || $0.isDigit || $0 == 0x2D || $0 == 0x3A }.lowercased()
    let limit = min(bytes.count, start + Self.longestTag)
    var attributes: [String: String] = [:]
    while at < limit {
      let byte = bytes[at]
      if byte == 0x3E {
        at += 1
        return isClosing ? .close(name) : .open(name, attributes: attributes)
      }
      if byte == 0x3C { break }
      if byte.isSpace || byte == 0x2F || byte == 0x22 || byte == 0x27 || byte == 0x3D { at += 1; continue }
      let key = word { !$0.isSpace && ![0x3D, 0x3E, 0x3C, 0x2F, 0x22, 0x27].contains($0) }
      let value = self.value(limit: limit)
      if attributes.count < 8, key.utf8.count <= 8, let value, Self.wanted.contains(key.lowercased()) {
        attributes[key.lowercased()] = attributes[key.lowercased()] ?? value
      }
    }
    patience -= at - start
    return nil
  }

  private mutating func word(_ belongs: (UInt8) -> Bool) -> String {
    let start = at
    while at < bytes.count, belongs(bytes[at]), at - start < Self.longestTag { at += 1 }
    return String(decoding: bytes[start..<at], as: UTF8.self)
  }

  private mutating func value(limit: Int) -> String? {
    var next = at
    while next < limit, bytes[next].isSpace { next += 1 }
    guard next < limit, bytes[next] == 0x3D else { return nil }
    next += 1
    while next < limit, bytes[next].isSpace { next += 1 }
    guard next < limit else { return nil }
    at = next
    let quote = bytes[at]
    guard quote == 0x22 || quote == 0x27 else {
      return CharacterReferences.decoded(word { !$0.isSpace && $0 != 0x3E && $0 != 0x3C })
    }
    at += 1
    let start = at
    while at < limit, bytes[at] != quote { at += 1 }
    let value = CharacterReferences.decoded(String(decoding: bytes[start..<at], as: UTF8.self))
    at = min(at + 1, bytes.count)
    return value
  }
}
