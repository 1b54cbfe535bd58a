/// The header fields of a message or a part (RFC 5322, section 2.2).
struct MailHeaders {
  /// The most fields to read, and the longest field.
  private static let maximumFields = 1_000
  private static let maximumLength = 100_000

  /// Names in lower case, and values unfolded but not decoded.
  private(set) var fields: [(name: String, value: [UInt8])] = []
  /// The character set of unencoded bytes beyond ASCII, which break the rules: that of the text.
  var charset: String?
  /// Whether fields, or the end of one, were dropped.
  private(set) var isCut = false

  /// Reads fields up to the empty line; `end` becomes the start of the body.
  init(_ bytes: ArraySlice<UInt8>, end: inout Int) {
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let (line, next) = MailBytes.line(bytes, at: index)
      if line.isEmpty {
        index = next
        break
      }
      if line.first == 0x20 || line.first == 0x09 {
        if let last = fields.indices.last {
          let room = Self.maximumLength - fields[last].value.count
          let more = line.drop { $0 == 0x20 || $0 == 0x09 }
          if room > 1 { fields[last].value += [0x20] + more.prefix(room) }
          if more.count > room { isCut = true }
        }
      } else if let name = Self.name(of: line) {
        if fields.count < Self.maximumFields {
          let value = line.drop { $0 != UInt8(ascii: ":") }.dropFirst()
          fields.append((name, Array(value.prefix(Self.maximumLength))))
          if value.count > Self.maximumLength { isCut = true }
        } else {
          isCut = true
        }
      } else if !line.starts(with: "From ".utf8) && !line.starts(with: ">From ".utf8) {
        // Not a field: the empty line is missing, and the text begins here.
        break
      }
      index = next
    }
    end = index
  }

  /// The name of the field that a line begins, in lower case; nil if it begins none.
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

  /// The first field of that name, decoded; nil if it is missing or empty.
  subscript(name: String) -> String? {
    first(name).map { Self.decoded($0, charset: charset) }.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The first field of that name as sent.
  func raw(_ name: String) -> String? {
    first(name).map { TextDecoding.decode($0, charset: charset).text.trimmedASCII }
  }

  /// The bytes of the first field of that name.
  func first(_ name: String) -> [UInt8]? {
    fields.first { $0.name == name }?.value
  }

  // MARK: Encoded words

  /// Decodes encoded words in a text (RFC 2047); invalid ones stay unchanged.
  static func decoded(_ value: [UInt8], charset: String? = nil) -> String {
    func plainText(_ bytes: [UInt8]) -> String {
      bytes.isEmpty ? "" : TextDecoding.decode(bytes, charset: charset).text
    }
    guard value.contains(UInt8(ascii: "=")) else { return MarkupTree.collapsed(plainText(value)) }
    var result = ""
    var plain: [UInt8] = []
    /// Consecutive words in one character set, since a letter or a base 64 group may be split between two.
    var pending: EncodedWords?
    func flush() {
      if let words = pending { result += words.text }
      pending = nil
    }
    var index = value.startIndex
    while index < value.endIndex {
      if value[index] == UInt8(ascii: "="), let (word, next) = encodedWord(value, at: index) {
        // Spaces between two encoded words do not count.
        if pending == nil || !plain.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) {
          flush()
          result += plainText(plain)
        }
        plain = []
        if pending?.charset == word.charset {
          pending?.add(word)
        } else {
          flush()
          pending = EncodedWords(charset: word.charset)
          pending?.add(word)
        }
        index = next
      } else {
        plain.append(value[index])
        index += 1
      }
    }
    flush()
    return MarkupTree.collapsed(result + plainText(plain))
  }

  /// An encoded word in its parts.
  private struct EncodedWord {
    var charset: String
    var isBase64: Bool
    var text: ArraySlice<UInt8>
  }

  /// The bytes of several words in one character set.
  private struct EncodedWords {
    let charset: String
    /// Each word decoded separately, and also with base 64 continued from word to word.
    private var apart: [UInt8] = []
    private var joined: [UInt8] = []
    /// Base 64 that ends within a group.
    private var open: [UInt8] = []
    private var isOpen = false

    init(charset: String) {
      self.charset = charset
    }

    /// The decoding that is valid text: some programs cut the encoded letters anywhere, others omit the
    /// padding.
    var text: String {
      let first = TextDecoding.decode(apart, charset: charset)
      guard isOpen else { return first.text }
      let other = TextDecoding.decode(joined + Base64.bytes(open), charset: charset)
      let isSound = first.encoding != .windows1252 && !first.isDamaged
      return isSound || other.isDamaged || other.encoding == .windows1252 ? first.text : other.text
    }

    mutating func add(_ word: EncodedWord) {
      guard word.isBase64 else {
        let bytes = MailBytes.quotedPrintable(word.text, isHeader: true)
        apart += bytes
        joined += Base64.bytes(open) + bytes
        open = []
        return
      }
      apart += Base64.bytes(word.text)
      open += word.text
      guard open.count.isMultiple(of: 4) || open.last == UInt8(ascii: "=") else {
        isOpen = true
        return
      }
      joined += Base64.bytes(open)
      open = []
    }
  }

  private static func encodedWord(_ value: [UInt8], at start: Int) -> (word: EncodedWord, next: Int)? {
    guard start + 1 < value.count, value[start + 1] == UInt8(ascii: "?") else { return nil }
    let rest = value[(start + 2)...].prefix(80)
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
    let encoding = value[charsetEnd + 1] | 0x20
    guard encoding == UInt8(ascii: "q") || encoding == UInt8(ascii: "b") else { return nil }
    let isBase64 = encoding == UInt8(ascii: "b")
    return (EncodedWord(charset: charset, isBase64: isBase64, text: text[..<end]), end + 2)
  }
}
