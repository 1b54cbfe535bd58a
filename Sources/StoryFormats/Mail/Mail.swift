public import Stories

/// Mail as it is kept in files: one message (RFC 5322), or many in the mbox format (RFC 4155).
public struct Mail: StoryFormat {
  /// "mail".
  public let name = "mail"
  /// For `newsroom formats`.
  public let summary = "newsletters and other mail: messages and mbox files"
  /// Endings of messages and mailboxes.
  public let fileExtensions = ["eml", "mbox", "mbx"]

  /// Makes the format.
  public init() {}

  /// Whether the bytes begin as a mailbox or a message does.
  public func recognises(_ source: Source) -> Bool {
    let head = source.bytes.prefix(8_192)
    if Mailbox.beginning(of: head) != nil { return true }
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
        MailStory(path: source.path, line: line).story(bytes, ordinal: reading.stories.count))
    }
    return reading
  }

  /// The messages of a mailbox, each without its "From " line and with quoted ones restored; a message alone as it is.
  private static func messages(in bytes: ArraySlice<UInt8>) -> [(bytes: ArraySlice<UInt8>, line: Int)] {
    guard bytes.contains(where: { $0 > 0x20 }) else { return [] }
    guard let beginning = Mailbox.beginning(of: bytes) else { return [(bytes, 1)] }
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
      if let next = Mailbox.separator(at: index, in: bytes, afterBlank: wasBlank) {
        found.append((Mailbox.unquoted(bytes[start..<index]), startLine))
        (start, startLine, index, wasBlank) = (next, line + 1, next, false)
      } else {
        let (text, next) = MailBytes.line(bytes, at: index)
        wasBlank = text.isEmpty
        index = next
      }
      line += 1
    }
    if start < bytes.endIndex { found.append((Mailbox.unquoted(bytes[start...]), startLine)) }
    return found
  }
}
