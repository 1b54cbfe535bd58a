/// Mends the nearly valid JSON (RFC 8259) of many JSON-LD scripts.
///
/// It mends line breaks and other control characters in strings, unescaped quotation marks in strings,
/// unknown escapes, commas before a closing bracket, comments, `CDATA` marks, a semicolon at the end, and
/// unclosed brackets. The cost is linear in the text.
enum LooseJSON {
  /// The mended text, which may still not be JSON.
  static func mended(_ text: String) -> String {
    var mender = Mender(bytes: Array(withoutWrapping(text).utf8))
    mender.run()
    return String(decoding: mender.output, as: UTF8.self)
  }

  /// The script's text without comment and CDATA marks around it.
  static func withoutWrapping(_ text: String) -> String {
    var rest = text.trimmedASCII[...]
    var isChanged = true
    while isChanged {
      isChanged = false
      for opening in ["<![CDATA[", "<!--", "//<![CDATA[", "// <![CDATA[", "/*<![CDATA[*/", "//<!--"]
      where rest.hasPrefix(opening) {
        rest = rest.dropFirst(opening.count).drop(while: \.isWhitespace)
        isChanged = true
      }
      for closing in ["]]>", "-->", "//]]>", "// ]]>", "/*]]>*/", "//", ";"] where rest.hasSuffix(closing) {
        rest = rest.dropLast(closing.count)
        while rest.last?.isWhitespace == true { rest = rest.dropLast() }
        isChanged = true
      }
    }
    // "{&quot;@type&quot;: …": encoded once too often.
    let head = rest.utf8.prefix(3_000)
    return !head.contains(UInt8(ascii: "\"")) && String(rest.prefix(3_000)).hasBytes(of: "&quot;")
      ? CharacterReferences.decoded(String(rest)) : String(rest)
  }

  private struct Mender {
    let bytes: [UInt8]
    var output: [UInt8] = []
    private var place = 0
    private var open: [UInt8] = []

    /// How far to look past white space for what follows a quotation mark.
    private static let farthest = 200

    init(bytes: [UInt8]) {
      self.bytes = bytes
      output.reserveCapacity(bytes.count + 64)
    }

    mutating func run() {
      while place < bytes.count {
        let byte = bytes[place]
        switch byte {
        case UInt8(ascii: "\""): takeString()
        case UInt8(ascii: "{"), UInt8(ascii: "["):
          open.append(byte == UInt8(ascii: "{") ? UInt8(ascii: "}") : UInt8(ascii: "]"))
          copy()
        case UInt8(ascii: "}"), UInt8(ascii: "]"):
          if open.last == byte { open.removeLast() }
          copy()
          // Anything after the outermost value is ignored.
          if open.isEmpty { return }
        case UInt8(ascii: ","):
          if let next = next(after: place), next == UInt8(ascii: "}") || next == UInt8(ascii: "]") {
            place += 1
          } else {
            copy()
          }
        case UInt8(ascii: "/"): skipComment()
        default: copy()
        }
      }
      while let last = output.last, last <= 0x20 || last == UInt8(ascii: ",") { output.removeLast() }
      output += open.reversed()
    }

    private mutating func copy() {
      output.append(bytes[place])
      place += 1
    }

    private mutating func skipComment() {
      let second = place + 1 < bytes.count ? bytes[place + 1] : 0
      if second == UInt8(ascii: "/") {
        while place < bytes.count, bytes[place] != 0x0A { place += 1 }
      } else if second == UInt8(ascii: "*") {
        place += 2
        while place < bytes.count,
          !(bytes[place] == UInt8(ascii: "/") && bytes[place - 1] == UInt8(ascii: "*"))
        {
          place += 1
        }
        place = min(place + 1, bytes.count)
      } else {
        copy()
      }
    }

    /// Reads a string, from its quotation mark to the closing one.
    private mutating func takeString() {
      copy()
      while place < bytes.count {
        let byte = bytes[place]
        switch byte {
        case UInt8(ascii: "\\"): takeEscape()
        case UInt8(ascii: "\""):
          if closes(place) {
            copy()
            return
          }
          output += Array("\\\"".utf8)
          place += 1
        case 0x0A, 0x0D, 0x09:
          output.append(0x20)
          place += 1
        case 0..<0x20: place += 1
        default: copy()
        }
      }
      output.append(UInt8(ascii: "\""))
    }

    private mutating func takeEscape() {
      guard place + 1 < bytes.count else {
        place += 1
        return
      }
      let next = bytes[place + 1]
      if next == UInt8(ascii: "u") {
        let digits = bytes[(place + 2)...].prefix(4)
        let isWhole = digits.count == 4 && digits.allSatisfy { Character(Unicode.Scalar($0)).isHexDigit }
        if isWhole { output += [UInt8(ascii: "\\"), next] }
        place += isWhole ? 2 : 1
      } else if "\"\\/bfnrt".utf8.contains(next) {
        output += [bytes[place], next]
        place += 2
      } else {
        place += 1
      }
    }

    /// Whether a quotation mark ends the string, judged by what follows.
    private func closes(_ place: Int) -> Bool {
      guard let (follower, at) = found(after: place) else { return true }
      if ":}]".utf8.contains(follower) { return true }
      guard follower == UInt8(ascii: ","), let (behind, _) = found(after: at) else {
        return follower == UInt8(ascii: "/")
      }
      return "\"{[}]-/0123456789tfn".utf8.contains(behind)
    }

    private func next(after place: Int) -> UInt8? { found(after: place)?.byte }

    private func found(after place: Int) -> (byte: UInt8, place: Int)? {
      var next = place + 1
      while next < bytes.count, bytes[next] <= 0x20 {
        if next > place + Self.farthest { return nil }
        next += 1
      }
      return next < bytes.count ? (bytes[next], next) : nil
    }
  }
}
