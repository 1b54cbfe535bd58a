internal import Stories

/// Finds where messages begin in a mailbox (RFC 4155, appendix A), as mail programs really write it.
///
/// It examines one line and the fields below it, so a mailbox of any size can be cut piece by piece.
public enum Mailbox {
  /// How many bytes it needs from the beginning of a line; at the end of a file there may be fewer.
  public static let lookahead = 4_096
  /// The longest separator, in bytes.
  private static let longest = 300

  /// The beginning of the message below a separator; nil if the line is not a separator.
  ///
  /// A separator is "From " with a date as `asctime` writes it, or with anything else if mail fields follow:
  /// Mozilla wrote only "From -", and exports have their own addresses, numbers and zones. It is at the
  /// beginning of the file or after an empty line; without that line, both the date and the fields must be
  /// there.
  /// - Parameters:
  ///   - index: the beginning of a line.
  ///   - bytes: the mailbox, or a part that continues for `lookahead` bytes from `index` or to the file's
  ///     end.
  ///   - afterBlank: whether the line before is empty or missing.
  public static func separator(at index: Int, in bytes: ArraySlice<UInt8>, afterBlank: Bool) -> Int? {
    guard bytes[index...].starts(with: "From ".utf8) else { return nil }
    let piece = bytes[index..<min(index + lookahead, bytes.endIndex)]
    let (line, next) = MailBytes.line(piece, at: index)
    guard line.count < longest else { return nil }
    let isDated = hasDate(line.dropFirst(5))
    guard isDated && afterBlank || (isDated || afterBlank) && fieldsBegin(at: next, in: piece) else {
      return nil
    }
    return next
  }

  /// The moment that a separator gives, at which the message arrived: what follows the sender.
  static func date(ofSeparator bytes: ArraySlice<UInt8>) -> Timestamp? {
    let line = MailBytes.line(bytes.prefix(longest), at: bytes.startIndex).text
    guard hasDate(line.dropFirst(5)) else { return nil }
    let words = String(decoding: line, as: UTF8.self).split(separator: " ").dropFirst(2)
    return DateReading.read(words.joined(separator: " "))
  }

  /// The beginning of the first message in a mailbox; nil for any other file.
  public static func beginning(of bytes: ArraySlice<UInt8>) -> Int? {
    var start = bytes.startIndex
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start += 3 }
    while start < bytes.endIndex, bytes[start] == 0x0A || bytes[start] == 0x0D { start += 1 }
    return start < bytes.endIndex ? separator(at: start, in: bytes, afterBlank: true) : nil
  }

  /// A message with its quoted lines restored: ">From " to "From " (mboxo), ">>From " to ">From " (mboxrd).
  public static func unquoted(_ message: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var result: [UInt8] = []
    var copied = message.startIndex
    var index = message.startIndex
    while index < message.endIndex {
      if message[index] == UInt8(ascii: ">"),
        message[index...].drop(while: { $0 == UInt8(ascii: ">") }).starts(with: "From ".utf8)
      {
        result += message[copied..<index]
        copied = index + 1
      }
      index = MailBytes.line(message, at: index).next
    }
    return copied == message.startIndex ? message : (result + message[copied...])[...]
  }

  /// The messages of a mailbox, without "From " lines and with quoted ones restored; a single message is
  /// unchanged.
  static func messages(in bytes: ArraySlice<UInt8>) -> [(bytes: ArraySlice<UInt8>, line: Int)] {
    guard bytes.contains(where: { $0 > 0x20 }) else { return [] }
    guard let beginning = beginning(of: bytes) else { return [(bytes, 1)] }
    var found: [(ArraySlice<UInt8>, Int)] = []
    var start = beginning
    var line = 1
    var index = bytes.startIndex
    while index < beginning {
      index = MailBytes.line(bytes, at: index).next
      line += 1
    }
    var startLine = line
    var wasBlank = false
    while index < bytes.endIndex {
      if let next = separator(at: index, in: bytes, afterBlank: wasBlank) {
        found.append((unquoted(bytes[start..<index]), startLine))
        (start, startLine, index, wasBlank) = (next, line + 1, next, false)
      } else {
        let (text, next) = MailBytes.line(bytes, at: index)
        wasBlank = text.isEmpty
        index = next
      }
      line += 1
    }
    if start < bytes.endIndex { found.append((unquoted(bytes[start...]), startLine)) }
    return found
  }

  // MARK: Recognition

  /// Whether a separator line has a date: a month's name, a time and a year, in any order.
  private static func hasDate(_ line: ArraySlice<UInt8>) -> Bool {
    var (month, time, year) = (false, false, false)
    for word in line.split(separator: 0x20) {
      if word.count == 4, word.allSatisfy(isDigit) {
        year = true
      } else if word.count == 3, months.contains(String(decoding: word, as: UTF8.self)) {
        month = true
      } else if let colon = word.firstIndex(of: UInt8(ascii: ":")), colon > word.startIndex, word.count <= 8 {
        time = time || word.allSatisfy { isDigit($0) || $0 == UInt8(ascii: ":") }
      }
    }
    return month && time && year
  }

  private static let months: Set<String> = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// Whether fields begin at a position, one of the first three a field of mail.
  private static func fieldsBegin(at start: Int, in bytes: ArraySlice<UInt8>) -> Bool {
    var index = start
    var fields = 0
    while index < bytes.endIndex, fields < 3 {
      let (line, next) = MailBytes.line(bytes, at: index)
      index = next
      // A sender quoted by a second program, or a folded field.
      if line.starts(with: ">From ".utf8) || (fields > 0 && (line.first == 0x20 || line.first == 0x09)) {
        continue
      }
      guard let name = MailHeaders.name(of: line) else { return false }
      if MailFields.isOfMail(name) { return true }
      fields += 1
    }
    return false
  }
}
