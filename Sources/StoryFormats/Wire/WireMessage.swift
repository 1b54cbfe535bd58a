/// One message of a wire, cut out of a file, without control bytes.
struct WireMessage {
  /// The lines between SOH and STX.
  var head: [String]
  /// The lines between STX and ETX; nil without STX.
  var text: [String]?
  /// The lines after ETX.
  var tail: [String]
  /// Whether the end that a text must have is missing.
  var isCut: Bool
  /// Whether it is in ANPA 1312.
  var isANPA: Bool
  /// Its first line in the file.
  var line: Int

  private static let soh: UInt8 = 0x01
  private static let stx: UInt8 = 0x02
  private static let etx: UInt8 = 0x03
  private static let eot: UInt8 = 0x04
  private static let fewestLetters = 20

  // MARK: Recognition

  /// Whether a file begins with a message.
  static func begins(_ bytes: ArraySlice<UInt8>) -> Bool {
    let head = bytes.prefix(2_048)
    var rest = skippingNoise(head)
    if let opening = rest.prefix(120).firstIndex(of: soh) {
      // At most the receiver's line comes before it: "ZCZC ABC123".
      let before = rest[..<opening]
      guard before.count(where: { $0 == 0x0A }) <= 3, isText(before) else { return false }
      let line = String(
        decoding: rest[(opening + 1)...].prefix { $0 != 0x0A }.prefix(200).filter { $0 > 0x1F }, as: UTF8.self
      )
      // Two control bytes within a few other bytes are not a message.
      let hasWords = head.count { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A } >= fewestLetters
      return WireHeader(line) != nil || WireHeader.isANPA(line) || (hasWords && head.contains(stx))
    }
    // Receivers that remove control bytes leave the header, and the time at the end.
    let hasReceiver = rest.starts(with: "ZCZC".utf8)
    if hasReceiver { rest = skippingNoise(rest.drop { $0 != 0x0A }) }
    let line = String(decoding: rest.prefix { $0 != 0x0A && $0 != 0x0D }.prefix(200), as: UTF8.self)
    guard WireHeader(line) != nil || (hasReceiver && bytes.suffix(200).contains("NNNN")) else { return false }
    return hasReceiver || bytes.contains(stx)
      || WireTime.find(in: lines(of: bytes.suffix(600)).suffix(8)) != nil
  }

  private static func skippingNoise(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes
    return start.drop { $0 <= 0x20 && $0 != soh || $0 == 0x7F }
  }

  private static func isText(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.allSatisfy { $0 >= 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x16 || $0 == 0x07 || $0 == 0x00 }
  }

  // MARK: Cutting

  /// The messages of a file, each from its SOH to the next; a file without SOH is one message.
  static func split(_ bytes: [UInt8]) -> [WireMessage] {
    var starts = bytes.indices.filter { bytes[$0] == soh }
    if starts.isEmpty { starts = [bytes.startIndex] }
    var messages: [WireMessage] = []
    var line = 1
    var counted = bytes.startIndex
    for (index, start) in starts.enumerated() {
      line += bytes[counted..<start].count { $0 == 0x0A }
      counted = start
      let end = index + 1 < starts.count ? starts[index + 1] : bytes.endIndex
      let piece = bytes[start..<end]
      guard piece.contains(where: { $0 > 0x20 }) else { continue }
      let isANPA = bytes[..<start].suffix(2).contains(0x16) || headerIsANPA(piece)
      messages.append(WireMessage(piece, isANPA: isANPA, line: line))
    }
    return messages
  }

  private static func headerIsANPA(_ piece: ArraySlice<UInt8>) -> Bool {
    let line = piece.drop { $0 <= 0x20 }.prefix { $0 != 0x0A }.prefix(200).filter { $0 > 0x1F }
    let text = String(decoding: line, as: UTF8.self)
    return WireHeader(text) == nil && WireHeader.isANPA(text)
  }

  private init(_ piece: ArraySlice<UInt8>, isANPA: Bool, line: Int) {
    self.line = line
    self.isANPA = isANPA
    let opening = piece.firstIndex(of: Self.stx)
    let body = opening.map { piece[($0 + 1)...] } ?? piece
    let closing = body.firstIndex(of: Self.etx) ?? body.firstIndex(of: Self.eot)
    isCut = opening != nil && closing == nil
    let inner = body[..<(closing ?? body.endIndex)]
    head = Self.lines(of: opening.map { piece[..<$0] } ?? inner)
    text = opening == nil ? nil : Self.lines(of: inner)
    tail = closing.map { Self.lines(of: body[($0 + 1)...]) } ?? []
  }

  /// Lines of text without the control bytes of transmission and typesetting.
  private static func lines(of bytes: ArraySlice<UInt8>) -> [String] {
    var kept: [UInt8] = []
    kept.reserveCapacity(bytes.count)
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      index += 1
      switch byte {
      case 0x09, 0x0A, 0x0D: kept.append(byte)
      case 0x0C:
        // From "start of instruction" to its end, it instructs a typesetting machine (section 5).
        let end = bytes[index...].prefix(80).firstIndex { $0 == 0x0B || $0 == 0x0A }
        if let end, bytes[end] == 0x0B { index = end + 1 }
      case 0x1F, 0x1E: kept.append(0x09)
      case 0x1B:
        // A change of character set (ISO 2022): intermediate bytes, and a final one.
        while index < bytes.endIndex, (0x20...0x2F).contains(bytes[index]) { index += 1 }
        if index < bytes.endIndex, (0x30...0x7E).contains(bytes[index]) { index += 1 }
      case 0x00..<0x20, 0x7F: continue
      default: kept.append(byte)
      }
    }
    return TextDecoding.decode(kept).text.split(separator: "\n", omittingEmptySubsequences: false).map {
      var line = Substring($0)
      while line.last == " " || line.last == "\t" { line.removeLast() }
      return String(line)
    }
  }
}

extension ArraySlice<UInt8> {
  fileprivate func contains(_ text: String) -> Bool {
    String(decoding: self, as: UTF8.self).hasBytes(of: text)
  }
}
