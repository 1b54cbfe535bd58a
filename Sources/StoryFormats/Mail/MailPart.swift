/// A message, or a part of one, with its own headers (RFC 2046).
struct MailPart {
  /// How deep parts are followed, and how many of one message.
  static let maximumDepth = 16
  static let maximumParts = 1_000

  let headers: MailHeaders
  let body: ArraySlice<UInt8>
  let type: MailValue

  init(_ bytes: ArraySlice<UInt8>, defaultType: String = "text/plain") {
    var end = bytes.startIndex
    headers = MailHeaders(bytes, end: &end)
    body = bytes[end...]
    var type = MailValue(headers.raw("content-type"))
    if !type.value.contains("/") { type.value = defaultType }
    self.type = type
  }

  /// The bytes as they were before they were packed for the way.
  var content: [UInt8] {
    switch (headers.raw("content-transfer-encoding") ?? "").lowercased() {
    case "quoted-printable": MailBytes.quotedPrintable(body)
    case "base64": Base64.bytes(body)
    default: Array(body)
    }
  }

  /// The text, in the character set it declares.
  var text: String {
    TextDecoding.decode(content, charset: type.parameters["charset"]).text
  }

  /// The name of a file that is sent along; nil for what is to be read at once.
  var attachmentName: String? {
    let disposition = MailValue(headers.raw("content-disposition"))
    let name = disposition.parameters["filename"] ?? type.parameters["name"]
    let isText =
      type.value.hasPrefix("text/") || type.value.hasPrefix("multipart/") || type.value == "message/rfc822"
    if disposition.value == "attachment" || !isText { return name ?? type.value }
    return nil
  }

  /// The parts of a multipart, in order; of one whose boundary never comes, none.
  func parts(atMost limit: Int) -> [MailPart] {
    guard type.value.hasPrefix("multipart/"), let boundary = type.parameters["boundary"], !boundary.isEmpty,
      boundary.utf8.count <= 200
    else { return [] }
    let mark = Array("--".utf8) + Array(boundary.utf8)
    let inner = type.value == "multipart/digest" ? "message/rfc822" : "text/plain"
    var parts: [MailPart] = []
    var start: Int?
    var index = body.startIndex
    while index < body.endIndex, parts.count < limit {
      let (line, next) = MailBytes.line(body, at: index)
      if line.starts(with: mark) {
        let rest = line.dropFirst(mark.count).filter { $0 != 0x20 && $0 != 0x09 }
        let isEnd = rest.elementsEqual("--".utf8)
        if isEnd || rest.isEmpty {
          if let start { parts.append(MailPart(body[start..<max(start, index)], defaultType: inner)) }
          start = isEnd ? nil : next
          if isEnd { return parts }
        }
      }
      index = next
    }
    // The message was cut short: what there is of the last part is read.
    if let start, parts.count < limit { parts.append(MailPart(body[start...], defaultType: inner)) }
    return parts
  }
}
