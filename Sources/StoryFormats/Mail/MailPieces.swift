internal import Stories

extension Mail: PieceFormat {
  /// A story's place is the byte at which its message begins, with its separator.
  public var ordinalsArePlaces: Bool { true }

  /// Cuts a mailbox into messages.
  public func cutter(of path: String, from start: PieceStart, limit: Int) -> any PieceCutter {
    MailboxCutter(from: start, isMailbox: MailReader.isMailbox(path), limit: limit)
  }

  /// Every message is complete in itself.
  public func reader(of path: String, in surroundings: Surroundings) -> (any PieceReader)? {
    MailReader(path: path)
  }

  /// Whether the last message had ended, because another one begins after it.
  public func goesOn(after former: ArraySlice<UInt8>, with new: ArraySlice<UInt8>) -> Bool {
    guard former.last == 0x0A else { return false }
    let isAfterBlank = former.dropLast().last { $0 != 0x0D } == 0x0A
    return Mailbox.separator(at: new.startIndex, in: new, afterBlank: isAfterBlank) != nil
  }
}

/// Reads the messages of one file.
struct MailReader: PieceReader {
  let path: String

  /// Whether a file is a mailbox by name, whatever it begins with.
  static func isMailbox(_ path: String) -> Bool {
    ["mbox", "mbx"].contains(Source(path: path, bytes: []).fileExtension)
  }

  func read(_ bytes: ArraySlice<UInt8>, of piece: Piece, sharesName: Bool) -> Reading {
    let separator = Mailbox.separator(at: bytes.startIndex, in: bytes, afterBlank: true)
    let start = separator ?? bytes.startIndex
    let line = separator == nil ? piece.line : piece.line + 1
    let isQuoted = separator != nil || Self.isMailbox(path)
    let message = isQuoted ? Mailbox.unquoted(bytes[start...]) : Mail.withoutCount(bytes)
    var story = Mail.story(
      of: message, path: path, ordinal: piece.range.lowerBound, line: line, isAlone: !isQuoted)
    if story.published == nil, separator != nil { story.published = Mailbox.date(ofSeparator: bytes) }
    if isQuoted, separator == nil, !Self.hasFields(message) {
      story.problems.append(
        Problem(path: path, line: line, reason: "the mailbox begins in the middle of a message"))
    }
    return Reading(stories: [story])
  }

  private static func hasFields(_ message: ArraySlice<UInt8>) -> Bool {
    var end = 0
    return MailHeaders(message, end: &end).fields.contains { MailFields.isOfMail($0.name) }
  }
}
