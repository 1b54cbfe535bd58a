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
  package var line: String {
    var out = ""
    write(to: &out, indent: nil)
    return out
  }

  /// The value over several lines, indented by two spaces per level.
  package var pretty: String {
    var out = ""
    write(to: &out, indent: 0)
    return out
  }

  private func write(to out: inout String, indent: Int?) {
    switch self {
    case .null: out += "null"
    case .bool(let value): out += value ? "true" : "false"
    case .number(let value): out += String(value)
    case .real(let value): out += value.isFinite ? String(value) : "null"
    case .string(let text): Self.write(text, to: &out)
    case .array(let values):
      Self.write(values, between: ("[", "]"), to: &out, indent: indent) { value, out, indent in
        value.write(to: &out, indent: indent)
      }
    case .object(let members):
      Self.write(members, between: ("{", "}"), to: &out, indent: indent) { member, out, indent in
        Self.write(member.0, to: &out)
        out += indent == nil ? ":" : ": "
        member.1.write(to: &out, indent: indent)
      }
    }
  }

  private static func write<Part>(
    _ parts: [Part], between brackets: (String, String), to out: inout String, indent: Int?,
    each: (Part, inout String, Int?) -> Void
  ) {
    out += brackets.0
    for (index, part) in parts.enumerated() {
      if index > 0 { out += "," }
      if let indent { out += "\n" + String(repeating: " ", count: indent + 2) }
      each(part, &out, indent.map { $0 + 2 })
    }
    if let indent, !parts.isEmpty { out += "\n" + String(repeating: " ", count: indent) }
    out += brackets.1
  }

  private static func write(_ text: String, to out: inout String) {
    out += "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\r": out += "\\r"
      case "\t": out += "\\t"
      case " "..."~": out.unicodeScalars.append(scalar)
      default:
        if Harmless.isHarmless(scalar) {
          out.unicodeScalars.append(scalar)
        } else {
          for unit in String(scalar).utf16 {
            let digits = String(unit, radix: 16)
            out += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
          }
        }
      }
    }
    out += "\""
  }
}
