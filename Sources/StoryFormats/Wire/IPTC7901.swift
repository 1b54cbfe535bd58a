public import Stories

/// Agency messages as transmitted: IPTC Recommendation 7901 (5th revision, 1995) and ANPA 1312.
///
/// Control bytes divide a message: SOH opens its header, STX its text, ETX ends it; day and time follow.
public struct IPTC7901: StoryFormat {
  /// "iptc7901".
  public let name = "iptc7901"
  /// The line for `newsroom formats`.
  public let summary = "agency messages from a wire line: IPTC 7901 and ANPA 1312"
  /// The extensions of messages; most come as .txt or without one.
  public let fileExtensions = ["iptc", "anpa"]

  /// The most messages of one file.
  static let maximumMessages = 20_000

  /// Makes the format.
  public init() {}

  /// Whether the bytes begin with a message's header.
  public func recognises(_ source: Source) -> Bool { isCertain(source) }

  /// Whether the bytes begin with one: no other text has its control bytes or header syntax.
  public func isCertain(_ source: Source) -> Bool {
    WireMessage.begins(source.bytes[...])
  }

  /// Reads the messages.
  public func read(_ source: Source) -> Reading {
    var reading = Reading()
    let messages = WireMessage.split(source.bytes)
    guard !messages.isEmpty else {
      return Reading(problems: [Problem(path: source.path, reason: "the file contains no message")])
    }
    if messages.count > Self.maximumMessages {
      reading.problems.append(
        Problem(
          path: source.path,
          reason: "the file has more than \(Self.maximumMessages) messages; the others are left out"))
    }
    for message in messages.prefix(Self.maximumMessages) {
      var item = WireItem(path: source.path)
      if message.isANPA {
        ANPAReader(message).read(into: &item)
      } else {
        IPTC7901Reader(message).read(into: &item)
      }
      guard item.headline != nil || item.slugline != nil || !item.content.blocks.isEmpty else {
        item.note("the message has no text", line: message.line)
        reading.problems += item.problems
        continue
      }
      reading.stories.append(
        item.story(format: name, ordinal: reading.stories.count, isAlone: messages.count == 1))
    }
    return reading
  }
}
