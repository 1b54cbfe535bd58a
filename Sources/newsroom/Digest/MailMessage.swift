internal import Stories

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
      "Subject: \(Self.encoded(subject))", "Date: \(Self.date(date))", "MIME-Version: 1.0",
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

  /// "Sat, 28 Nov 2026 09:00:00 +0000".
  private static func date(_ moment: Timestamp) -> String {
    let (year, month, day) = moment.day.civil
    let (hour, minute, second) = moment.clock
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    let offset = abs(moment.offset) / 60
    return "\(day) \(months[(month - 1 + 12) % 12]) \(year) \(two(hour)):\(two(minute)):\(two(second)) "
      + (moment.offset < 0 ? "-" : "+") + two(offset / 60) + two(offset % 60)
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  /// Bytes in Base64, in lines of 76.
  static func base64(_ bytes: [UInt8]) -> String {
    let signs = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var out: [UInt8] = []
    var column = 0
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(bytes.count, start + 3)]
      let value = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      if column == 76 {
        out.append(0x0A)
        column = 0
      }
      for place in 0..<4 {
        out.append(place <= group.count ? signs[value >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
      }
      column += 4
    }
    return String(decoding: out, as: UTF8.self)
  }
}
