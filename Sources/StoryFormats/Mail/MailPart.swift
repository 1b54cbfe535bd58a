/// A message or a part of one, with its own headers (RFC 2046).
struct MailPart {
  /// The deepest nesting of parts, and the most parts of one message.
  static let maximumDepth = 32
  static let maximumParts = 1_000

  private(set) var headers: MailHeaders
  let body: ArraySlice<UInt8>
  let type: MailValue

  /// Reads the headers.
  ///
  /// - Parameter charset: the character set of earlier texts, for unencoded headers.
  init(_ bytes: ArraySlice<UInt8>, defaultType: String = "text/plain", charset: String? = nil) {
    var end = bytes.startIndex
    headers = MailHeaders(bytes, end: &end)
    body = bytes[end...]
    var type = MailValue(headers.raw("content-type"))
    headers.charset = type.parameters["charset"] ?? charset
    // The name of a file may be in the text's character set.
    if let raw = headers.first("content-type"), raw.contains(where: { $0 >= 0x80 }) {
      type = MailValue(headers.raw("content-type"))
    }
    if !type.value.contains("/") { type.value = defaultType }
    self.type = type
  }

  /// This part, with unencoded bytes in the character set of the text found inside it.
  func reading(in charset: String?) -> MailPart {
    var part = self
    if part.type.parameters["charset"] == nil { part.headers.charset = charset }
    return part
  }

  /// The decoded bytes.
  func unpacked() -> MailBytes.Unpacked {
    switch (headers.raw("content-transfer-encoding") ?? "").lowercased() {
    case "quoted-printable": MailBytes.Unpacked(bytes: MailBytes.quotedPrintable(body))
    case "base64": MailBytes.base64(body)
    default: MailBytes.Unpacked(bytes: Array(body))
    }
  }

  /// Bytes of the part as text, in its declared character set.
  func text(of bytes: [UInt8]) -> String {
    let declared = type.parameters["charset"]
    if let declared, Self.isWide(declared, bytes),
      let text = DeclaredCharset.decode(bytes[...], as: declared)?.text
    {
      return TextDecoding.decode(Array(text.utf8)).text
    }
    if declared == nil, type.value == "text/html" { return PageCharset.decode(bytes).text }
    return TextDecoding.decode(bytes, charset: declared).text
  }

  /// Whether bytes are in a character set that does not include ASCII, although they may look like ASCII.
  private static func isWide(_ charset: String, _ bytes: [UInt8]) -> Bool {
    let name = charset.lowercased()
    if name == "utf-7" || name == "unicode-1-1-utf-7" { return true }
    return (name.hasPrefix("utf-16") || name.hasPrefix("utf-32")) && bytes.prefix(400).contains(0)
      && !bytes.starts(with: [0xFF, 0xFE]) && !bytes.starts(with: [0xFE, 0xFF])
  }

  /// The name of an attached file; nil for a part that is shown.
  var attachmentName: String? {
    if type.value == "message/rfc822" || type.value == "message/global" { return nil }
    let disposition = MailValue(headers.raw("content-disposition"))
    let name = disposition.parameters["filename"] ?? type.parameters["name"]
    let isText = type.value.hasPrefix("text/") || type.value.hasPrefix("multipart/")
    if disposition.value == "attachment" || !isText {
      return name.flatMap { $0.isEmpty ? nil : $0 } ?? type.value
    }
    return nil
  }

  /// The parts of a multipart, and the lines before the first and after the last.
  struct Parts {
    var all: [MailPart] = []
    var before: ArraySlice<UInt8> = []
    var behind: ArraySlice<UInt8> = []
    /// Whether there are more than requested.
    var isCut = false
  }

  /// The parts of a multipart, in order; empty if its boundary never comes.
  func parts(atMost limit: Int, charset: String?) -> Parts {
    var found = Parts()
    guard type.value.hasPrefix("multipart/"), let boundary = type.parameters["boundary"], !boundary.isEmpty,
      boundary.utf8.count <= 200
    else { return found }
    let mark = Array("--".utf8) + Array(boundary.utf8)
    let inner = type.value == "multipart/digest" ? "message/rfc822" : "text/plain"
    var start: Int?
    var index = body.startIndex
    func add(_ bytes: ArraySlice<UInt8>) {
      found.all.append(MailPart(bytes, defaultType: inner, charset: charset))
    }
    while index < body.endIndex {
      let (line, next) = MailBytes.line(body, at: index)
      defer { index = next }
      guard line.starts(with: mark) else { continue }
      let rest = line.dropFirst(mark.count).filter { $0 != 0x20 && $0 != 0x09 }
      let isEnd = rest.elementsEqual("--".utf8)
      guard isEnd || rest.isEmpty else { continue }
      if let start {
        guard found.all.count < limit else {
          found.isCut = true
          return found
        }
        add(body[start..<max(start, index)])
      } else if found.all.isEmpty {
        found.before = body[..<index]
      }
      start = isEnd ? nil : next
      if isEnd {
        found.behind = body[next...]
        return found
      }
    }
    // The message was cut off: what there is of the last part is read.
    if let start {
      if found.all.count < limit { add(body[start...]) } else { found.isCut = true }
    }
    return found
  }
}
