internal import Stories
internal import StoryFormats
internal import System

/// A message for `sendmail -t`: the same as plain text and as a page (RFC 5322, 2045 to 2047).
struct MailMessage {
  var to: String
  var from: String?
  var subject: String
  var date: Timestamp
  var text: String
  var html: String

  /// The message; lines end as the system's programs end them.
  var lines: String {
    let boundary = "=_newsroom_\(StoryID(content: (text + html).utf8))"
    var head = ["To: \(Self.header(to))"]
    if let from { head.append("From: \(Self.header(from))") }
    head += [
      "Subject: \(Self.encoded(subject))", "Date: \(date.rfc822)", "MIME-Version: 1.0",
      "Auto-Submitted: auto-generated",
      "Content-Type: multipart/alternative; boundary=\"\(boundary)\"",
    ]
    let parts = [("plain", text), ("html", html)].map { kind, content in
      """
      --\(boundary)
      Content-Type: text/\(kind); charset=utf-8
      Content-Transfer-Encoding: base64

      \(Self.base64(Array(content.utf8)))

      """
    }
    return head.joined(separator: "\n") + "\n\n" + parts.joined() + "--\(boundary)--\n"
  }

  /// A value on one line, so that it can't begin another header.
  private static func header(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F }))
  }

  /// Text as encoded words of at most 75 characters, if it needs them.
  static func encoded(_ text: String) -> String {
    let text = header(text)
    guard !text.utf8.allSatisfy({ $0 < 0x7F }) || text.utf8.count > 900 else { return text }
    var words: [String] = []
    var bytes: [UInt8] = []
    for character in text {
      if bytes.count + character.utf8.count > 45 {
        words.append(base64(bytes))
        bytes = []
      }
      bytes += character.utf8.prefix(45)
    }
    return (words + [base64(bytes)]).map { "=?utf-8?B?\($0)?=" }.joined(separator: "\n ")
  }

  /// Bytes in Base64, in lines of 76.
  static func base64(_ bytes: [UInt8]) -> String {
    let digits = Array(Base64.encoded(bytes).utf8)
    return stride(from: 0, to: digits.count, by: 76)
      .map { String(decoding: digits[$0..<min(digits.count, $0 + 76)], as: UTF8.self) }
      .joined(separator: "\n")
  }
}
