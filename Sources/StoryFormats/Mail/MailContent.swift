internal import Stories

/// The readable content of a message: its texts in order, and the names of its attachments.
struct MailContent {
  /// A part of the content.
  enum Piece {
    case html(HTMLFragment.Content, preheader: String?)
    case plain(String, isFlowed: Bool, joinsWords: Bool)
    /// Lines of source code or of a patch.
    case code(String)
    /// An appointment.
    case calendar(HTMLFragment.Content)
    /// A forwarded message: its subject, its sender, and its content.
    case message(subject: String?, from: String?, [Piece])
    /// A file, with its kind and size.
    case attachment(String)
  }

  private(set) var pieces: [Piece] = []
  /// The character set of the first text that declares one.
  private(set) var charset: String?
  /// Lines around the parts of a message.
  private(set) var asides: [String] = []
  /// Problems, in sentences.
  private(set) var problems: [String] = []
  private var partsLeft = MailPart.maximumParts

  /// Collects the content of a message.
  init(_ message: MailPart) {
    pieces = content(of: message, depth: 0)
  }

  private mutating func note(_ reason: String) {
    if problems.count < 20, !problems.contains(reason) { problems.append(reason) }
  }

  private mutating func content(of part: MailPart, depth: Int) -> [Piece] {
    guard depth < MailPart.maximumDepth else {
      note("parts are nested more than \(MailPart.maximumDepth) levels deep; the deeper ones are left out")
      return []
    }
    partsLeft -= 1
    let part = part.reading(in: charset)
    let type = part.type.value
    if part.headers.isCut {
      note("a message has too many header lines, or lines too long; the rest is left out")
    }
    if type.hasPrefix("multipart/") { return parts(of: part, type: type, depth: depth) }
    if Self.signatures.contains(type) { return [] }
    if type == "application/pkcs7-mime" || type == "application/x-pkcs7-mime" {
      note("the message is encrypted or signed in a way that hides its text")
    }
    if let name = part.attachmentName { return [attachment(name, part)] }
    if charset == nil, type.hasPrefix("text/") { charset = part.type.parameters["charset"] }
    let unpacked = part.unpacked()
    if unpacked.isDamaged {
      note("part of the message is damaged: it is not valid base64")
    }
    if type.hasPrefix("message/") {
      let inner = MailPart(unpacked.bytes[...], charset: charset)
      return [
        .message(
          subject: inner.headers["subject"], from: inner.headers["from"], content(of: inner, depth: depth + 1)
        )
      ]
    }
    let rest = TextDecoding.decode(Array(unpacked.rest), charset: charset).text
    let behind =
      rest.allSatisfy(\.isWhitespace) ? [] : [Piece.plain(rest, isFlowed: false, joinsWords: false)]
    return text(part, type: type, part.text(of: unpacked.bytes)) + behind
  }

  private mutating func text(_ part: MailPart, type: String, _ text: String) -> [Piece] {
    switch type {
    case "text/html", "application/xhtml+xml":
      let (tree, preheader) = Newsletter.shown(text)
      let body = tree.first("body", in: tree.root) ?? tree.root
      return [.html(HTMLFragment.read(tree, below: body, base: nil), preheader: preheader)]
    case "text/calendar": return [.calendar(MailCalendar.content(of: text))]
    case "text/x-patch", "text/x-diff": return [.code(text)]
    case "text/enriched", "text/richtext":
      return [.plain(MailMarks.withoutCommands(text), isFlowed: false, joinsWords: false)]
    case "text/css", "text/javascript": return []
    default:
      let parameters = part.type.parameters
      return [
        .plain(
          MailMarks.withoutArmour(text), isFlowed: parameters["format"]?.lowercased() == "flowed",
          joinsWords: parameters["delsp"]?.lowercased() == "yes")
      ]
    }
  }

  /// Signatures for programs, and the resource forks of Macintosh files.
  private static let signatures: Set<String> = [
    "application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature",
    "application/applefile", "text/x-amp-html",
  ]

  // MARK: Parts

  private mutating func parts(of part: MailPart, type: String, depth: Int) -> [Piece] {
    let found = part.parts(atMost: max(0, partsLeft), charset: charset)
    if found.isCut {
      note("the message has more than \(MailPart.maximumParts) parts; the others are left out")
    }
    guard !found.all.isEmpty else {
      // The boundary never comes: all of it is text.
      return [.plain(part.text(of: part.unpacked().bytes), isFlowed: false, joinsWords: false)]
    }
    addAsides(found.before)
    addAsides(found.behind)
    switch type {
    case "multipart/alternative":
      var alternatives: [[Piece]] = []
      for part in found.all { alternatives.append(content(of: part, depth: depth + 1)) }
      return best(of: alternatives)
    case "multipart/related":
      let start = part.type.parameters["start"]
      let root = found.all.firstIndex { start != nil && $0.headers.raw("content-id") == start } ?? 0
      var pieces = content(of: found.all[root], depth: depth + 1)
      for (index, part) in found.all.enumerated() where index != root && !Self.isShown(part) {
        pieces += content(of: part, depth: depth + 1)
      }
      return pieces
    case "multipart/encrypted":
      note("the message is encrypted: its text can't be read")
      fallthrough
    default:
      var pieces: [Piece] = []
      for part in found.all { pieces += content(of: part, depth: depth + 1) }
      return pieces
    }
  }

  /// Whether a part beside a page is one of its pictures or style sheets.
  private static func isShown(_ part: MailPart) -> Bool {
    let isNamed = part.headers.first("content-id") != nil || part.headers.first("content-location") != nil
    return isNamed
      && ["image/", "text/css", "font/", "audio/", "video/"].contains { part.type.value.hasPrefix($0) }
  }

  /// Keeps the lines around the parts, except those that only announce parts.
  private mutating func addAsides(_ bytes: ArraySlice<UInt8>) {
    guard bytes.contains(where: { $0 > 0x20 }), asides.count < 50 else { return }
    let text = TextDecoding.decode(Array(bytes.prefix(100_000)), charset: charset).text
    let words = MarkupTree.collapsed(text)
    let isNotice = words.utf8.count < 400 && words.lowercased().hasBytes(of: "mime")
    if !words.isEmpty, !isNotice { asides.append(words) }
  }

  // MARK: Alternatives

  /// Chooses the last and richest of the alternatives (RFC 2046, section 5.1.4), unless another says more.
  private mutating func best(of alternatives: [[Piece]]) -> [Piece] {
    let appointments = alternatives.joined().filter { if case .calendar = $0 { true } else { false } }
    let texts = alternatives.map { pieces in
      pieces.filter { if case .calendar = $0 { false } else { true } }
    }
    let words = texts.map { pieces in pieces.reduce(into: MailWords()) { Self.gather($1, into: &$0) } }
    guard let last = words.lastIndex(where: { $0.count > 0 }) else {
      return (texts.last { !$0.isEmpty } ?? []) + appointments
    }
    var best = last
    for index in words.indices.reversed() where index != best && words[index].count > 0 {
      guard words[index].share(in: words[best]) < 0.7 else { continue }
      if words[best].share(in: words[index]) > 0.85 || words[index].count >= 2 * words[best].count {
        best = index
      } else if words[index].count > 40 {
        note("the message's plain text and its HTML differ; only one of them is read")
      }
    }
    return texts[best] + appointments
  }

  /// Adds the words of a piece.
  private static func gather(_ piece: Piece, into words: inout MailWords) {
    switch piece {
    case .html(let content, _): for block in content.blocks { words.add(block.text) }
    case .plain(let text, _, _), .code(let text): words.add(text)
    case .message(_, _, let pieces): for piece in pieces { gather(piece, into: &words) }
    case .calendar, .attachment: break
    }
  }

  private func attachment(_ name: String, _ part: MailPart) -> Piece {
    let size = part.unpacked().bytes.count
    let amount = size >= 1 << 20 ? "\(size >> 20) MB" : size >= 1 << 10 ? "\(size >> 10) kB" : "\(size) bytes"
    let words = "\(MarkupTree.collapsed(name.prefix(200).description)) (\(part.type.value), \(amount))"
    // An unknown kind is not a picture.
    let kind = MediaKind(type: part.type.value) ?? MediaKind(source: name) ?? .document
    return .attachment(kind == .picture ? words : "\(kind.word): \(words)")
  }
}

/// The distinct words of a text, without web addresses, for comparing alternatives.
struct MailWords {
  private var hashes: Set<UInt64> = []

  /// The number of distinct words.
  var count: Int { hashes.count }

  mutating func add(_ text: String) {
    for word in text.utf8.split(whereSeparator: { $0 <= 0x20 }) {
      if word.count > 8, Substring(word).contains("://") { continue }
      var hash: UInt64 = 0xcbf2_9ce4_8422_2325
      var length = 0
      for byte in word {
        let letter = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
        guard (0x61...0x7A).contains(letter) || (0x30...0x39).contains(letter) || letter >= 0x80 else {
          continue
        }
        hash = (hash ^ UInt64(letter)) &* 0x100_0000_01b3
        length += 1
      }
      if length > 2 { hashes.insert(hash) }
    }
  }

  /// The fraction of them that another text has.
  func share(in other: MailWords) -> Double {
    hashes.isEmpty ? 1 : Double(hashes.count { other.hashes.contains($0) }) / Double(hashes.count)
  }
}
