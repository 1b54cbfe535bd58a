internal import Stories

/// What a message has to be read: its texts in order, and the names of what is sent along.
struct MailContent {
  /// A text of the message.
  enum Piece {
    case html(String)
    case plain(String, isFlowed: Bool, joinsWords: Bool)
    /// Another message that is passed on: its subject, and what it has.
    case message(subject: String?, from: String?, [Piece])
    /// A file, named with its kind and size.
    case attachment(String)
  }

  private(set) var pieces: [Piece] = []
  private var partsLeft = MailPart.maximumParts

  /// Gathers what a message has.
  init(_ message: MailPart) {
    pieces = content(of: message, depth: 0)
  }

  private mutating func content(of part: MailPart, depth: Int) -> [Piece] {
    guard depth < MailPart.maximumDepth, partsLeft > 0 else { return [] }
    partsLeft -= 1
    let type = part.type.value
    if let name = part.attachmentName, !type.hasPrefix("multipart/") { return [attachment(name, part)] }
    if type == "message/rfc822" {
      let inner = MailPart(part.content[...])
      return [
        .message(
          subject: inner.headers["subject"], from: inner.headers["from"], content(of: inner, depth: depth + 1)
        )
      ]
    }
    guard type.hasPrefix("multipart/") else {
      return type == "text/html"
        ? [.html(part.text)]
        : [
          .plain(
            part.text, isFlowed: part.type.parameters["format"]?.lowercased() == "flowed",
            joinsWords: part.type.parameters["delsp"]?.lowercased() == "yes")
        ]
    }
    let parts = part.parts(atMost: partsLeft)
    guard !parts.isEmpty else {
      // The boundary never comes: all of it is text.
      return [.plain(part.text, isFlowed: false, joinsWords: false)]
    }
    switch type {
    case "multipart/alternative": return best(of: parts.map { content(of: $0, depth: depth + 1) })
    case "multipart/related": return parts.prefix(1).flatMap { content(of: $0, depth: depth + 1) }
    default: return parts.flatMap { content(of: $0, depth: depth + 1) }
    }
  }

  /// The last of the alternatives is the richest (RFC 2046, section 5.1.4), unless it says next to nothing.
  private func best(of alternatives: [[Piece]]) -> [Piece] {
    let sizes = alternatives.map { $0.reduce(0) { $0 + Self.size(of: $1) } }
    let largest = sizes.max() ?? 0
    for (index, pieces) in alternatives.enumerated().reversed() where !pieces.isEmpty {
      if sizes[index] * 4 >= min(largest, 2_000) { return pieces }
    }
    return alternatives.last ?? []
  }

  /// About how many letters a piece has to be read.
  private static func size(of piece: Piece) -> Int {
    switch piece {
    case .html(let html):
      // The letters between tags; style sheets count too, and are as good as none in what was ever sent.
      var (count, isTag) = (0, false)
      for byte in html.utf8.prefix(1_000_000) {
        if byte == UInt8(ascii: "<") {
          isTag = true
        } else if byte == UInt8(ascii: ">") {
          isTag = false
        } else if !isTag, byte > 0x20 {
          count += 1
        }
      }
      return count
    case .plain(let text, _, _): return text.utf8.count
    case .message, .attachment: return 0
    }
  }

  private func attachment(_ name: String, _ part: MailPart) -> Piece {
    let size = part.content.count
    let amount = size >= 1 << 20 ? "\(size >> 20) MB" : size >= 1 << 10 ? "\(size >> 10) kB" : "\(size) bytes"
    return .attachment(
      "\(MarkupTree.collapsed(name.prefix(200).description)) (\(part.type.value), \(amount))")
  }
}
