public import Stories

/// Mail as it is kept in files: one message (RFC 5322), or many in the mbox format (RFC 4155).
public struct Mail: StoryFormat {
  /// "mail".
  public let name = "mail"
  /// For `newsroom formats`.
  public let summary = "newsletters and other mail: messages and mbox files"
  /// Endings of messages and mailboxes.
  public let fileExtensions = ["eml", "mbox", "mbx"]
  /// A message.
  public let writing = SourceWriting.mail

  /// Makes the format.
  public init() {}

  /// Whether the bytes begin as a mailbox or a message does.
  public func recognises(_ source: Source) -> Bool {
    let head = source.bytes.prefix(8_192)
    if Self.isFromLine(MailBytes.line(head, at: 0).text) { return true }
    var end = 0
    let names = Set(MailHeaders(head, end: &end).fields.map(\.name))
    return names.contains("from") && names.contains("subject")
      && !names.isDisjoint(with: ["message-id", "received", "mime-version", "date", "return-path"])
  }

  /// Reads every message.
  public func read(_ source: Source) -> Reading {
    let messages = Self.messages(in: source.bytes[...])
    guard !messages.isEmpty else {
      return Reading(problems: [Problem(path: source.path, reason: "there is no message in it")])
    }
    var reading = Reading()
    for (bytes, line) in messages {
      reading.stories.append(
        MailStory(path: source.path, line: line, isAlone: messages.count == 1).story(
          bytes, ordinal: reading.stories.count))
    }
    return reading
  }

  /// The messages of a mailbox, each without its "From " line and with quoted ones restored; a message alone as it is.
  private static func messages(in bytes: ArraySlice<UInt8>) -> [(bytes: ArraySlice<UInt8>, line: Int)] {
    guard bytes.contains(where: { $0 > 0x20 }) else { return [] }
    guard isFromLine(MailBytes.line(bytes, at: bytes.startIndex).text) else { return [(bytes, 1)] }
    var found: [(ArraySlice<UInt8>, Int)] = []
    var start = bytes.startIndex
    var startLine = 1
    var line = 1
    var index = bytes.startIndex
    var wasBlank = true
    while index < bytes.endIndex {
      let (text, next) = MailBytes.line(bytes, at: index)
      if wasBlank, isFromLine(text) {
        if index > start { found.append((unquoted(bytes[start..<index]), startLine)) }
        (start, startLine) = (next, line + 1)
      }
      wasBlank = text.isEmpty
      index = next
      line += 1
    }
    if start < bytes.endIndex { found.append((unquoted(bytes[start...]), startLine)) }
    return found
  }

  /// `From somebody@example.org Mon Mar  2 08:40:00 2026`: a sender, then a year somewhere behind it.
  private static func isFromLine(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.starts(with: "From ".utf8), line.count < 300 else { return false }
    let words = line.dropFirst(5).split(separator: 0x20)
    return words.count >= 3
      && words.dropFirst().contains { $0.count == 4 && $0.allSatisfy { (0x30...0x39).contains($0) } }
  }

  /// ">From " back to "From " (mboxo), ">>From " to ">From " (mboxrd).
  private static func unquoted(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = bytes.startIndex
    var isQuoted = false
    while index < bytes.endIndex {
      let (text, next) = MailBytes.line(bytes, at: index)
      if text.first == UInt8(ascii: ">"),
        text.drop(while: { $0 == UInt8(ascii: ">") }).starts(with: "From ".utf8)
      {
        result += bytes[(index + 1)..<next]
        isQuoted = true
      } else {
        result += bytes[index..<next]
      }
      index = next
    }
    return isQuoted ? result[...] : bytes
  }
}
