public import Stories

/// Mail files: one message (RFC 5322), or many in the mbox format (RFC 4155).
public struct Mail: StoryFormat {
  /// "mail".
  public let name = "mail"
  /// The line for `newsroom formats`.
  public let summary = "newsletters and other mail: messages and mbox files"
  /// The extensions of messages and mailboxes.
  public let fileExtensions = ["eml", "mbox", "mbx", "emlx"]
  /// Raised whenever messages are read differently.
  public let edition = "3"
  /// How the words are written: in a message.
  public let writing = SourceWriting.mail

  /// Makes the format.
  public init() {}

  /// Whether the bytes begin like a mailbox or a message.
  public func recognises(_ source: Source) -> Bool { isCertain(source) }

  /// Whether the bytes begin like one: no other text begins with mail's header fields.
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

  /// The story of one message, with its quoted "From " lines restored.
  ///
  /// - Parameters:
  ///   - line: the line of the file on which the message begins, for problems.
  ///   - isAlone: whether it is the only one in the file, whose name then also names the story.
  public static func story(
    of message: ArraySlice<UInt8>, path: String, ordinal: Int, line: Int, isAlone: Bool = false
  ) -> Story {
    MailStory(path: path, line: line, isAlone: isAlone).story(message, ordinal: ordinal)
  }

  /// A message without a byte order mark; one of Apple's Mail (.emlx) without its byte count and what follows
  /// the message.
  static func withoutCount(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes
    let (line, next) = MailBytes.line(bytes.prefix(32), at: bytes.startIndex)
    let digits = line.prefix { (0x30...0x39).contains($0) }
    guard !digits.isEmpty, digits.count < 12, line.dropFirst(digits.count).allSatisfy({ $0 == 0x20 }),
      let count = Int(String(decoding: digits, as: UTF8.self)),
      MailHeaders.name(of: MailBytes.line(bytes[next...].prefix(1_000), at: next).text) != nil
    else { return bytes }
    return bytes[next...].prefix(count)
  }
}
