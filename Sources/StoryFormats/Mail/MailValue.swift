/// A header field with parameters: `text/plain; charset=utf-8; format=flowed` (RFC 2045, section 5.1; RFC
/// 2231).
struct MailValue {
  /// The part before the first ";", in lower case.
  var value: String
  /// Parameters by name in lower case.
  var parameters: [String: String] = [:]

  init(_ text: String?) {
    var pieces = Self.pieces(of: text ?? "")[...]
    value = (pieces.popFirst() ?? "").trimmedASCII.lowercased()
    var parts: [String: [(number: Int?, text: String, isEncoded: Bool)]] = [:]
    for piece in pieces.prefix(100) {
      guard let equals = piece.firstIndex(of: "=") else { continue }
      var name = piece[..<equals].trimmedASCII.lowercased()
      let text = Self.unquoted(piece[piece.index(after: equals)...].trimmedASCII)
      let isEncoded = name.hasSuffix("*")
      if isEncoded { name.removeLast() }
      var number: Int?
      if let star = name.lastIndex(of: "*"), let found = Int(name[name.index(after: star)...]), found >= 0 {
        number = found
        name = String(name[..<star])
      }
      parts[name, default: []].append((number, text, isEncoded))
    }
    for (name, pieces) in parts {
      // If a name is given in both forms, the newer one has more letters (RFC 2231, section 3).
      let extended = pieces.filter { $0.isEncoded || $0.number != nil }
      parameters[name] = Self.joined(
        (extended.isEmpty ? pieces.prefix(1) : extended[...]).map {
          ($0.number ?? 0, $0.text, $0.isEncoded)
        })
    }
  }

  private static func joined(_ pieces: [(number: Int, text: String, isEncoded: Bool)]) -> String {
    var charset: String?
    var bytes: [UInt8] = []
    for (index, piece) in pieces.sorted(by: { $0.number < $1.number }).enumerated() {
      guard piece.isEncoded else {
        bytes += piece.text.utf8
        continue
      }
      var text = piece.text
      if index == 0 {
        let quotes = text.split(separator: "'", maxSplits: 2, omittingEmptySubsequences: false)
        if quotes.count == 3 { (charset, text) = (String(quotes[0]), String(quotes[2])) }
      }
      bytes += PercentCoding.bytes(text)
    }
    let text = TextDecoding.decode(bytes, charset: charset).text
    return charset == nil ? MailHeaders.decoded(Array(text.utf8)) : text
  }

  /// The parts between ";", ignoring those in quotation marks.
  private static func pieces(of text: String) -> [String] {
    var pieces: [String] = [""]
    var isQuoted = false
    var isEscaped = false
    for character in text.unicodeScalars {
      if isEscaped {
        isEscaped = false
      } else if character == "\\", isQuoted {
        isEscaped = true
      } else if character == "\"" {
        isQuoted.toggle()
      } else if character == ";", !isQuoted {
        pieces.append("")
        continue
      }
      pieces[pieces.count - 1].unicodeScalars.append(character)
    }
    return pieces
  }

  private static func unquoted(_ text: String) -> String {
    guard text.hasPrefix("\"") else { return text }
    var result = ""
    var isEscaped = false
    for character in text.dropFirst() {
      if isEscaped {
        result.append(character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else if character == "\"" {
        break
      } else {
        result.append(character)
      }
    }
    return result
  }
}
