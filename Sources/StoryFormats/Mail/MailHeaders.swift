/// The fields over a message or a part of one (RFC 5322, section 2.2).
struct MailHeaders {
  /// The most fields that are read, and the longest that one is.
  private static let maximumFields = 1_000
  private static let maximumLength = 100_000

  /// Names in lower case, and what stands after the colon, unfolded, not decoded.
  private(set) var fields: [(name: String, value: [UInt8])] = []

  /// Reads fields up to the empty line; `end` is where the body begins.
  init(_ bytes: ArraySlice<UInt8>, end: inout Int) {
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let (line, next) = MailBytes.line(bytes, at: index)
      if line.isEmpty {
        index = next
        break
      }
      if line.first == 0x20 || line.first == 0x09 {
        if let last = fields.indices.last, fields[last].value.count < Self.maximumLength {
          fields[last].value += [0x20] + line.drop { $0 == 0x20 || $0 == 0x09 }
        }
      } else if let name = Self.name(of: line) {
        if fields.count < Self.maximumFields {
          let value = line.drop { $0 != UInt8(ascii: ":") }.dropFirst()
          fields.append((name, Array(value.prefix(Self.maximumLength))))
        }
      } else if !line.starts(with: "From ".utf8) && !line.starts(with: ">From ".utf8) {
        // No field: the empty line was forgotten, and the text begins here.
        break
      }
      index = next
    }
    end = index
  }

  /// The name of the field that a line begins, in lower case; nil where it begins none.
  static func name(of line: ArraySlice<UInt8>) -> String? {
    guard let colon = line.prefix(81).firstIndex(of: UInt8(ascii: ":")), isName(line[..<colon]) else {
      return nil
    }
    return String(decoding: line[..<colon], as: UTF8.self).lowercased().trimmedASCII
  }

  private static func isName(_ bytes: ArraySlice<UInt8>) -> Bool {
    !bytes.isEmpty && bytes.count < 80 && bytes.allSatisfy { $0 > 0x20 && $0 < 0x7F || $0 == 0x20 }
      && bytes.first != 0x20 && !bytes.dropLast().contains(0x20)
  }

  /// The first field of that name, decoded; nil where there is none or nothing in it.
  subscript(name: String) -> String? {
    fields.first { $0.name == name }.map { Self.decoded($0.value) }.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The first field of that name as it was sent.
  func raw(_ name: String) -> String? {
    fields.first { $0.name == name }.map { TextDecoding.decode($0.value).text.trimmedASCII }
  }

  // MARK: Encoded words

  /// Text with its encoded words decoded (RFC 2047); those that are broken stay as they are.
  static func decoded(_ value: [UInt8]) -> String {
    guard value.contains(UInt8(ascii: "=")) else {
      return MarkupTree.collapsed(TextDecoding.decode(value).text)
    }
    var result = ""
    var plain: [UInt8] = []
    /// Bytes of words that follow each other in one character set: a letter may be cut between two.
    var pending: (charset: String, bytes: [UInt8])?
    func flush() {
      if let (charset, bytes) = pending { result += TextDecoding.decode(bytes, charset: charset).text }
      pending = nil
    }
    var index = value.startIndex
    while index < value.endIndex {
      if value[index] == UInt8(ascii: "="), let (charset, bytes, next) = encodedWord(value, at: index) {
        // Blanks between two encoded words do not count.
        let isBlank = plain.allSatisfy { $0 == 0x20 || $0 == 0x09 }
        if pending == nil || !isBlank {
          flush()
          result += TextDecoding.decode(plain).text
        }
        plain = []
        if let (known, before) = pending, known == charset {
          pending = (known, before + bytes)
        } else {
          flush()
          pending = (charset, bytes)
        }
        index = next
      } else {
        plain.append(value[index])
        index += 1
      }
    }
    flush()
    return MarkupTree.collapsed(result + TextDecoding.decode(plain).text)
  }

  private static func encodedWord(_ value: [UInt8], at start: Int) -> (
    charset: String, bytes: [UInt8], next: Int
  )? {
    guard start + 1 < value.count, value[start + 1] == UInt8(ascii: "?") else { return nil }
    let rest = value[(start + 2)...].prefix(2_000)
    guard let charsetEnd = rest.firstIndex(of: UInt8(ascii: "?")), charsetEnd + 2 < value.count,
      value[charsetEnd + 2] == UInt8(ascii: "?")
    else { return nil }
    let text = value[(charsetEnd + 3)...].prefix(2_000)
    guard let end = text.firstIndex(of: UInt8(ascii: "?")), end + 1 < value.count,
      value[end + 1] == UInt8(ascii: "=")
    else { return nil }
    // A language may follow the character set (RFC 2231, section 5).
    let charset = String(decoding: rest[..<charsetEnd].prefix { $0 != UInt8(ascii: "*") }, as: UTF8.self)
      .lowercased()
    switch value[charsetEnd + 1] | 0x20 {
    case UInt8(ascii: "q"): return (charset, MailBytes.quotedPrintable(text[..<end], isHeader: true), end + 2)
    case UInt8(ascii: "b"): return (charset, Base64.bytes(text[..<end]), end + 2)
    default: return nil
    }
  }
}
