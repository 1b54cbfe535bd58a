/// Makes XML as it is found fit for a parser that knows no DTD, and refuses what would cost it too much.
///
/// The document type goes, and with it every entity that expands: named characters of HTML become characters, a lone
/// `&` becomes `&amp;`, characters that XML forbids become U+FFFD, tags that close nothing go and those that close too
/// much close the elements between. Lines stay where they are.
struct XMLMending {
  /// The most elements that may be open at once.
  static let maximumDepth = 200
  /// The most attributes of one element; libxml2 compares each with all before it.
  static let maximumAttributes = 256

  /// Why a document was not mended.
  struct Refusal: Error {
    /// The bound, in a sentence.
    var reason: String
    /// The line it was passed on, from 1.
    var line: Int
  }

  private let bytes: [UInt8]
  private var index = 0
  /// The names of the elements that are open, outermost first.
  private var open: [ArraySlice<UInt8>] = []
  /// The document in UTF-8, mended.
  private(set) var result: [UInt8] = []
  /// The first tag that closed another element than the one open last: its name and line.
  private(set) var mismatch: (name: String, line: Int)?

  /// Mends a document.
  ///
  /// - Throws: `Refusal` when it is past a bound.
  init(_ text: String) throws(Refusal) {
    self.init(bytes: Array(text.utf8))
    try run()
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
    result.reserveCapacity(bytes.count + bytes.count / 16)
  }

  private var line: Int { bytes[..<index].count { $0 == 0x0A } + 1 }

  private mutating func run() throws(Refusal) {
    // What stands before the first tag (blank lines, a server's remark) would end the parsing.
    while index < bytes.count, bytes[index] != UInt8(ascii: "<") {
      if bytes[index] == 0x0A { result.append(0x0A) }
      index += 1
    }
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "<"): try markup()
      case UInt8(ascii: "&"): reference()
      default: character()
      }
    }
  }

  private func stands(_ text: StaticString, at place: Int) -> Bool {
    guard place + text.utf8CodeUnitCount <= bytes.count else { return false }
    return text.withUTF8Buffer { expected in
      expected.indices.allSatisfy { bytes[place + $0] == expected[$0] }
    }
  }

  private mutating func markup() throws(Refusal) {
    if stands("<!--", at: index) { return copy(through: "-->", keeping: false) }
    if stands("<![CDATA[", at: index) { return copy(through: "]]>", keeping: true) }
    // The XML declaration goes too: it names an encoding that the text has no more.
    if stands("<?", at: index) { return copy(through: "?>", keeping: false) }
    if stands("<!", at: index) { return skipDeclaration() }
    guard index + 1 < bytes.count, Self.mayStartName(bytes[index + 1]) else {
      result += "&lt;".utf8
      index += 1
      return
    }
    try tag()
  }

  /// Goes past a comment, an instruction or a section of raw text, to the end of the file where it never ends.
  private mutating func copy(through end: StaticString, keeping: Bool) {
    while index < bytes.count, !stands(end, at: index) {
      if keeping { character() } else { skip() }
    }
    for _ in 0..<end.utf8CodeUnitCount where index < bytes.count {
      if keeping { character() } else { skip() }
    }
  }

  private mutating func skip() {
    if bytes[index] == 0x0A { result.append(0x0A) }
    index += 1
  }

  private mutating func skipDeclaration() {
    var brackets = 0
    var quote: UInt8 = 0
    while index < bytes.count {
      let byte = bytes[index]
      skip()
      if quote != 0 {
        if byte == quote { quote = 0 }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "'"): quote = byte
      case UInt8(ascii: "["): brackets += 1
      case UInt8(ascii: "]"): brackets -= 1
      case UInt8(ascii: ">") where brackets <= 0: return
      default: continue
      }
    }
  }

  private mutating func tag() throws(Refusal) {
    if bytes[index + 1] == UInt8(ascii: "/") { return closingTag() }
    let nameEnd = bytes[index...].firstIndex { Self.endsName($0) } ?? bytes.endIndex
    let name = bytes[(index + 1)..<nameEnd]
    var attributes = 0
    var quote: UInt8 = 0
    while index < bytes.count {
      let byte = bytes[index]
      if quote != 0 {
        if byte == quote { quote = 0 }
        if byte == UInt8(ascii: "&") {
          reference()
        } else if byte == UInt8(ascii: "<") {
          result += "&lt;".utf8
          index += 1
        } else {
          character()
        }
        continue
      }
      if byte == UInt8(ascii: "=") { attributes += 1 }
      if attributes > Self.maximumAttributes {
        throw Refusal(reason: "an element has more than \(Self.maximumAttributes) attributes", line: line)
      }
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") { quote = byte }
      character()
      if byte == UInt8(ascii: ">") { break }
    }
    if result.count >= 2, result[result.count - 2] == UInt8(ascii: "/") { return }
    open.append(name)
    if open.count > Self.maximumDepth {
      throw Refusal(reason: "elements stand more than \(Self.maximumDepth) deep in each other", line: line)
    }
  }

  private mutating func closingTag() {
    let nameEnd = bytes[(index + 2)...].firstIndex { Self.endsName($0) } ?? bytes.endIndex
    let name = bytes[(index + 2)..<nameEnd]
    if name != open.last, mismatch == nil {
      mismatch = (String(decoding: name.prefix(60), as: UTF8.self), line)
    }
    if let place = open.lastIndex(of: name) {
      for element in open[place...].reversed() { result += Array("</".utf8) + element + Array(">".utf8) }
      open.removeSubrange(place...)
    }
    while index < bytes.count, bytes[index] != UInt8(ascii: ">") { skip() }
    index = min(index + 1, bytes.count)
  }

  private static func endsName(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/")
  }

  private static func mayStartName(_ byte: UInt8) -> Bool {
    (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "_")
      || byte >= 0x80
  }

  private mutating func reference() {
    let end = bytes[index...].prefix(34).firstIndex(of: UInt8(ascii: ";"))
    guard let end, end > index + 1 else {
      result += "&amp;".utf8
      index += 1
      return
    }
    let written = String(decoding: bytes[index...end], as: UTF8.self)
    switch written {
    case "&amp;", "&lt;", "&gt;", "&quot;", "&apos;": result += written.utf8
    default:
      guard let text = CharacterReferences.character(written) else {
        result += "&amp;".utf8
        index += 1
        return
      }
      for scalar in text.unicodeScalars { append(scalar) }
    }
    index = end + 1
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "<": result += "&lt;".utf8
    case "&": result += "&amp;".utf8
    case ">": result += "&gt;".utf8
    case "\"": result += "&quot;".utf8
    case "\t", "\n", "\r", "\u{20}"...: result += String(Character(scalar)).utf8
    default: result += "\u{FFFD}".utf8
    }
  }

  private mutating func character() {
    let byte = bytes[index]
    index += 1
    if byte >= 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
      result.append(byte)
    } else {
      result += "\u{FFFD}".utf8
    }
  }
}
