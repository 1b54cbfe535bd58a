public import Stories

/// Mail as it is kept in files: one message (RFC 5322), or many in the mbox format (RFC 4155).
public struct Mail: StoryFormat {
  /// "mail".
  public let name = "mail"
  /// For `newsroom formats`.
  public let summary = "newsletters and other mail: messages and mbox files"
  /// Endings of messages and mailboxes.
  public let fileExtensions = ["eml", "mbox", "mbx", "emlx"]
  /// Whatever the file's name, and bare bytes in headers in the text's character set, since 2.
  public let edition = "3"
  /// A message.
  public let writing = SourceWriting.mail

  /// Makes the format.
  public init() {}

  /// Whether the bytes begin as a mailbox or a message does.
  public func recognises(_ source: Source) -> Bool { isCertain(source) }

  /// The same: no text begins with the fields that mail has.
  public func isCertain(_ source: Source) -> Bool {
    let head = Self.withoutCount(source.bytes[...]).prefix(16_384)
    if Mailbox.beginning(of: head) != nil { return true }
    var end = 0
    let names = MailHeaders(head, end: &end).fields.map(\.name)
    return MailFields.areOfMail(names)
  }

  /// Reads every message.
  public func read(_ source: Source) -> Reading {
    var cuts = Cuts()
    var cutter = cutter(of: source.path, from: PieceStart(), limit: .max)
    cutter.cut(source.bytes[...], at: 0, isLast: true, into: &cuts)
    guard !cuts.pieces.isEmpty else {
      return Reading(problems: [Problem(path: source.path, reason: "the file contains no message")])
    }
    let reader = MailReader(path: source.path)
    var reading = Reading()
    for piece in cuts.pieces {
      let one = reader.read(source.bytes[piece.range], of: piece, sharesName: false)
      reading.stories += one.stories
      reading.problems += one.problems
    }
    return reading
  }

  /// The story of one message, its quoted "From " lines already restored.
  ///
  /// - Parameters:
  ///   - line: the line of the file that the message begins on, for problems.
  ///   - isAlone: whether it has the file to itself, whose name is then a name of the story.
  public static func story(
    of message: ArraySlice<UInt8>, path: String, ordinal: Int, line: Int, isAlone: Bool = false
  ) -> Story {
    MailStory(path: path, line: line, isAlone: isAlone).story(message, ordinal: ordinal)
  }

  /// A message as Apple's Mail keeps it (.emlx) without the line that counts its bytes, and what stands behind them.
  static func withoutCount(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let (line, next) = MailBytes.line(bytes.prefix(32), at: bytes.startIndex)
    let digits = line.prefix { (0x30...0x39).contains($0) }
    guard !digits.isEmpty, digits.count < 12, line.dropFirst(digits.count).allSatisfy({ $0 == 0x20 }),
      let count = Int(String(decoding: digits, as: UTF8.self)),
      MailHeaders.name(of: MailBytes.line(bytes[next...].prefix(1_000), at: next).text) != nil
    else { return bytes }
    return bytes[next...].prefix(count)
  }
}
