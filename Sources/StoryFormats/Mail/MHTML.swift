public import Stories

/// Pages saved with their pictures in one file (RFC 2557): browsers call it "single file" or "web archive".
///
/// The file is encoded like mail and read as a page: its sender is a browser, its date that of saving.
public struct MHTML: StoryFormat {
  /// "mhtml".
  public let name = "mhtml"
  /// The line for `newsroom formats`.
  public let summary = "saved web pages in one file with their pictures (MHTML)"
  /// The extensions of such pages.
  public let fileExtensions = ["mhtml", "mht"]
  /// Raised whenever pages are read differently.
  public let edition = "2"
  /// How the words are written: a page encoded as a message.
  public let writing = SourceWriting.mail

  /// The most frames whose pages are read.
  private static let maximumFrames = 50

  /// Makes the format.
  public init() {}

  /// Whether the bytes begin with a browser's header for a page.
  public func recognises(_ source: Source) -> Bool { isCertain(source) }

  /// Whether the header has a page's address, or a browser as sender and no recipient.
  public func isCertain(_ source: Source) -> Bool {
    var end = 0
    let headers = MailHeaders(source.bytes.prefix(16_384), end: &end)
    guard ["to", "received", "message-id", "delivered-to"].allSatisfy({ headers.first($0) == nil }) else {
      return false
    }
    let type = MailValue(headers.raw("content-type"))
    guard type.value == "multipart/related" || type.value == "text/html" || type.value == "multipart/mixed"
    else {
      return false
    }
    let from = headers["from"]?.lowercased() ?? ""
    return headers.first("snapshot-content-location") != nil || headers.first("content-location") != nil
      || from.hasBytes(of: "saved by")
      || (headers.first("from") == nil && type.parameters["type"]?.lowercased() == "text/html")
  }

  /// Reads the page, or the frame of it that has most text.
  public func read(_ source: Source) -> Reading {
    let message = MailPart(source.bytes[...])
    var pages: [MailPart] = []
    var budget = MailPart.maximumParts
    var isCut = false
    Self.gather(message, into: &pages, budget: &budget, isCut: &isCut, depth: 0)
    guard let first = pages.first else {
      return Reading(problems: [Problem(path: source.path, reason: "the file contains no page")])
    }
    let address = message.headers.raw("snapshot-content-location") ?? message.headers.raw("content-location")
    let subject = message.headers["subject"]
    var reading = Self.read(first, of: source, savedFrom: address, savedAs: subject)
    // A frameset says little itself.
    if pages.count > 1, Self.words(of: reading) < 60 {
      for page in pages.dropFirst().prefix(Self.maximumFrames) {
        let other = Self.read(page, of: source, savedFrom: nil, savedAs: subject)
        if Self.words(of: other) > Self.words(of: reading) { reading = other }
      }
    }
    if isCut {
      reading.problems.append(
        Problem(
          path: source.path,
          reason: "the file has more than \(MailPart.maximumParts) parts, or parts nested too deeply; "
            + "the others are left out"))
    }
    for index in reading.stories.indices { reading.stories[index].format = name }
    return reading
  }

  private static func words(of reading: Reading) -> Int {
    reading.stories.reduce(0) { $0 + $1.words }
  }

  private static func read(_ page: MailPart, of source: Source, savedFrom: String?, savedAs: String?)
    -> Reading
  {
    let own = page.headers.raw("content-location").flatMap { WebAddress($0) }
    return SavedPage.read(
      page.text(of: page.unpacked().bytes), of: source,
      savedFrom: savedFrom.flatMap { WebAddress($0) } ?? own,
      savedAs: savedAs)
  }

  /// Collects the pages among the parts, the requested one first.
  private static func gather(
    _ part: MailPart, into pages: inout [MailPart], budget: inout Int, isCut: inout Bool, depth: Int
  ) {
    guard depth < MailPart.maximumDepth, budget > 0 else {
      isCut = true
      return
    }
    budget -= 1
    if ["text/html", "application/xhtml+xml"].contains(part.type.value) { return pages.append(part) }
    guard part.type.value.hasPrefix("multipart/") else { return }
    let found = part.parts(atMost: budget, charset: nil)
    isCut = isCut || found.isCut
    let start = part.type.parameters["start"]
    let root = found.all.firstIndex { start != nil && $0.headers.raw("content-id") == start }
    if let root { gather(found.all[root], into: &pages, budget: &budget, isCut: &isCut, depth: depth + 1) }
    for (index, part) in found.all.enumerated() where index != root {
      gather(part, into: &pages, budget: &budget, isCut: &isCut, depth: depth + 1)
    }
  }
}
