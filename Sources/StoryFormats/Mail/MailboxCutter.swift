/// Cuts a mailbox into messages with their separators; a single message is one piece.
///
/// If a message is longer than the limit, its beginning is a piece and the rest is skipped.
struct MailboxCutter: PieceCutter {
  private let limit: Int
  /// Whether separators count; nil before the first bytes.
  private var isMailbox: Bool?
  private var hasBegun = false
  /// The byte that ends lines: in very old mailboxes a carriage return.
  private var lineEnd: UInt8 = 0x0A
  /// How far lines have been examined: the beginning of one, unless `isWithinLine`.
  private var looked: Int
  private(set) var line: Int
  private var isWithinLine = false
  private var wasBlank = true
  /// The message that has not ended yet.
  private var open: Piece?
  /// Where the rest of a message that was too long begins; it is skipped.
  private var skippedFrom: Int?

  /// Makes a cutter.
  ///
  /// - Parameter isMailbox: whether it is one even if it begins in the middle of a message.
  init(from start: PieceStart, isMailbox: Bool, limit: Int) {
    (looked, line, self.limit) = (start.offset, start.line, limit)
    if isMailbox { self.isMailbox = true }
  }

  var needed: Int { open?.range.lowerBound ?? looked }

  mutating func cut(_ bytes: ArraySlice<UInt8>, at offset: Int, isLast: Bool, into cuts: inout Cuts) {
    guard begin(bytes, at: offset, isLast: isLast) else { return }
    bytes.withUnsafeBufferPointer { buffer in
      while looked < offset + buffer.count {
        let index = looked - offset
        if !isWithinLine, isMailbox == true, buffer[index] == UInt8(ascii: "F") {
          // A piece is cut only when enough bytes are there to decide.
          guard isLast || buffer.count - index >= Mailbox.lookahead else { break }
          let place = bytes.startIndex + index
          if let next = Mailbox.separator(at: place, in: bytes, afterBlank: wasBlank) {
            finish(at: looked, bytes, offset, into: &cuts)
            open = Piece(looked..<looked, line: line)
            (looked, line, wasBlank) = (looked + next - place, line + 1, false)
            continue
          }
        }
        endLine(buffer, at: offset, isLast: isLast)
      }
    }
    if let message = open, looked - message.range.lowerBound > limit {
      let end = message.range.lowerBound + limit
      cuts.problems.append(
        (message.line, "the message is longer than \(limit.megabytes); the rest is left out"))
      cuts.pieces.append(Piece(message.range.lowerBound..<end, line: message.line))
      (open, skippedFrom) = (nil, end)
    }
    skip(upTo: looked, into: &cuts)
    if isLast { finish(at: looked, bytes, offset, into: &cuts) }
  }

  /// Finds out what the file is; false if more bytes are needed.
  private mutating func begin(_ bytes: ArraySlice<UInt8>, at offset: Int, isLast: Bool) -> Bool {
    guard !hasBegun else { return true }
    guard isLast || bytes.count >= Mailbox.lookahead * 2 else { return false }
    if bytes.contains(0x0D), !bytes.contains(0x0A) { lineEnd = 0x0D }
    if isMailbox == nil { isMailbox = Mailbox.beginning(of: bytes) != nil }
    if isMailbox == true, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { looked += 3 }
    open = Piece(looked..<looked, line: line)
    hasBegun = true
    return true
  }

  private mutating func endLine(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int, isLast: Bool) {
    let index = looked - offset
    guard let end = ByteSearch.first(lineEnd, in: bytes, from: index) else {
      (looked, isWithinLine, wasBlank) = (offset + bytes.count, true, false)
      return
    }
    wasBlank = !isWithinLine && (end == index || (end == index + 1 && bytes[index] == 0x0D))
    isWithinLine = false
    line += 1
    looked = offset + end + 1
  }

  private mutating func skip(upTo end: Int, into cuts: inout Cuts) {
    guard let start = skippedFrom, start < end else { return }
    cuts.passedOver.append(start..<end)
    skippedFrom = end
  }

  /// Ends the open message, unless it is blank.
  private mutating func finish(
    at end: Int, _ bytes: ArraySlice<UInt8>, _ offset: Int, into cuts: inout Cuts
  ) {
    skip(upTo: end, into: &cuts)
    skippedFrom = nil
    guard let start = open?.range.lowerBound, let line = open?.line else { return }
    open = nil
    let message = bytes[(bytes.startIndex + start - offset)..<(bytes.startIndex + end - offset)]
    if message.contains(where: { $0 > 0x20 }) { cuts.pieces.append(Piece(start..<end, line: line)) }
  }
}
