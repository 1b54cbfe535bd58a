/// Reads the people in an address field (RFC 5322, section 3.4).
enum MailAddresses {
  /// The most people to name.
  private static let most = 50

  /// Their names, or the address of one without a name.
  static func names(in value: [UInt8], charset: String?) -> [String] {
    var names: [String] = []
    for piece in pieces(of: value) where names.count < most {
      let name = name(in: MailHeaders.decoded(piece, charset: charset))
      if !name.isEmpty, !names.contains(name) { names.append(name) }
    }
    return names
  }

  /// The addresses between commas; commas in quotation marks, brackets and encoded words don't count.
  private static func pieces(of value: [UInt8]) -> [[UInt8]] {
    var pieces: [[UInt8]] = [[]]
    var isQuoted = false
    var brackets = 0
    var isEncoded = false
    var index = 0
    while index < value.count {
      let byte = value[index]
      let next = index + 1 < value.count ? value[index + 1] : 0
      if byte == UInt8(ascii: "="), next == UInt8(ascii: "?") { isEncoded = true }
      if byte == UInt8(ascii: "?"), next == UInt8(ascii: "=") {
        // "?=" may also be the "?" before an encoded "=41".
        let after = index + 2 < value.count ? value[index + 2] : 0x20
        if after <= 0x20 || "\"<,;)=".utf8.contains(after) { isEncoded = false }
      }
      if byte == UInt8(ascii: "\\"), isQuoted {
        pieces[pieces.count - 1] += value[index..<min(index + 2, value.count)]
        index += 2
        continue
      }
      switch byte {
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: "<"), UInt8(ascii: "("): if !isQuoted, !isEncoded { brackets += 1 }
      case UInt8(ascii: ">"), UInt8(ascii: ")"): if !isQuoted, !isEncoded { brackets = max(0, brackets - 1) }
      case UInt8(ascii: ","), UInt8(ascii: ";"):
        if !isQuoted, !isEncoded, brackets == 0 {
          pieces.append([])
          index += 1
          continue
        }
      default: break
      }
      pieces[pieces.count - 1].append(byte)
      index += 1
    }
    return pieces
  }

  /// The name before an address, else the address.
  static func name(in text: String) -> String {
    guard let angle = text.lastIndex(of: "<") else {
      // The old form: address (Name).
      guard let open = text.firstIndex(of: "("), let close = text.lastIndex(of: ")"), open < close else {
        return text.trimmedASCII
      }
      let name = text[text.index(after: open)..<close].trimmedASCII
      return name.isEmpty ? text.trimmedASCII : name
    }
    let name = text[..<angle].filter { $0 != "\"" && $0 != "\\" }.trimmedASCII
    return name.isEmpty ? text[angle...].filter { $0 != "<" && $0 != ">" }.trimmedASCII : name
  }
}
