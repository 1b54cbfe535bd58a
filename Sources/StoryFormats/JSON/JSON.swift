/// A JSON value (RFC 8259) that keeps its members in order.
///
/// Foundation's encoder would not do, for two reasons: members must come in the documented order, and
/// characters that could drive a terminal (C1, DEL, bidirectional and invisible ones) must be written as `\u`
/// escapes, so that the text is safe on a screen and still exact.
package enum JSON {
  case null
  case bool(Bool)
  case number(Int)
  case real(Double)
  case string(String)
  case array([JSON])
  case object([(String, JSON)])

  /// A string, or null.
  package static func optional(_ text: String?) -> JSON {
    text.map(JSON.string) ?? .null
  }

  /// A number, or null.
  package static func optional(_ number: Int?) -> JSON {
    number.map(JSON.number) ?? .null
  }

  /// An array of strings.
  package static func strings(_ texts: [String]) -> JSON {
    .array(texts.map(JSON.string))
  }

  /// The value on one line.
  package var line: String { written(indent: nil) }

  /// The value over several lines, indented by two spaces per level.
  package var pretty: String { written(indent: 0) }

  private func written(indent: Int?) -> String {
    var out = Output()
    out.write(self, indent: indent)
    return String(decoding: out.bytes, as: UTF8.self)
  }

  /// The text of a value so far, in UTF-8.
  private struct Output {
    var bytes: [UInt8] = []

    mutating func write(_ value: JSON, indent: Int?) {
      switch value {
      case .null: put("null")
      case .bool(let value): put(value ? "true" : "false")
      case .number(let value): put("\(value)")
      case .real(let value): put(value.isFinite ? "\(value)" : "null")
      case .string(let text): write(text)
      case .array(let values):
        write(values, between: ("[", "]"), indent: indent) { $0.write($1, indent: $2) }
      case .object(let members):
        write(members, between: ("{", "}"), indent: indent) { out, member, indent in
          out.write(member.0)
          out.put(indent == nil ? ":" : ": ")
          out.write(member.1, indent: indent)
        }
      }
    }

    private mutating func write<Part>(
      _ parts: [Part], between brackets: (String, String), indent: Int?,
      each: (inout Output, Part, Int?) -> Void
    ) {
      put(brackets.0)
      let inner = indent.map { $0 + 2 }
      for (index, part) in parts.enumerated() {
        if index > 0 { put(",") }
        if let inner { beginLine(indent: inner) }
        each(&self, part, inner)
      }
      if let indent, !parts.isEmpty { beginLine(indent: indent) }
      put(brackets.1)
    }

    private mutating func beginLine(indent: Int) {
      bytes.append(UInt8(ascii: "\n"))
      bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indent))
    }

    private mutating func write(_ text: String) {
      put("\"")
      var text = text
      text.withUTF8 { utf8 in
        var start = 0
        while start < utf8.count {
          var end = start
          while end < utf8.count, Self.isPlain(utf8[end]) { end += 1 }
          bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start..<end]))
          guard end < utf8.count else { return }
          start = end + escape(at: end, in: utf8)
        }
      }
      put("\"")
    }

    /// Whether a byte is an ASCII character that a string may hold as it is.
    private static func isPlain(_ byte: UInt8) -> Bool {
      byte >= 0x20 && byte < 0x7F && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
    }

    /// Writes the character that begins at a place, in an escape if need be.
    ///
    /// - Returns: its length in bytes.
    private mutating func escape(at place: Int, in utf8: UnsafeBufferPointer<UInt8>) -> Int {
      switch utf8[place] {
      case UInt8(ascii: "\""): put("\\\"")
      case UInt8(ascii: "\\"): put("\\\\")
      case UInt8(ascii: "\n"): put("\\n")
      case UInt8(ascii: "\r"): put("\\r")
      case UInt8(ascii: "\t"): put("\\t")
      default:
        let length = Self.length(ofCharacterFrom: utf8[place])
        let character = UnsafeBufferPointer(rebasing: utf8[place..<min(place + length, utf8.count)])
        let text = String(decoding: character, as: UTF8.self)
        if let scalar = text.unicodeScalars.first, Harmless.isHarmless(scalar) {
          bytes.append(contentsOf: character)
        } else {
          for unit in text.utf16 {
            let digits = String(unit, radix: 16)
            put("\\u")
            bytes.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: 4 - digits.utf8.count))
            bytes.append(contentsOf: digits.utf8)
          }
        }
        return length
      }
      return 1
    }

    /// The length in bytes of a character of valid UTF-8, by its first byte (RFC 3629, section 3).
    private static func length(ofCharacterFrom byte: UInt8) -> Int {
      byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
    }

    private mutating func put(_ text: String) { bytes.append(contentsOf: text.utf8) }
  }
}
