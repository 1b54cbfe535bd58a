/// Escapes words so that Markdown shows exactly them.
enum MarkdownEscaping {
  /// Puts a backslash before everything that could be markup (CommonMark 0.31, section 2.4).
  ///
  /// Harmful characters become numbers. Spaces at the ends of lines, and whatever opens a block, are escaped
  /// too.
  static func text(_ text: String) -> String {
    var result = ""
    var startsLine = true
    var digits = 0
    var before: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      defer { before = scalar }
      switch scalar {
      case "\\", "`", "*", "_", "[", "]", "<", ">", "&", "~", "|", "{", "}", "$", "^", "@":
        result += "\\\(scalar)"
      case "#" where startsLine, "+" where startsLine, "-" where startsLine, "=" where startsLine,
        ":" where startsLine,
        "!" where startsLine, "%" where startsLine:
        result += "\\\(scalar)"
      // `==marks==`, `%%comments%%` and `#tags` of notes.
      case "=" where before == "=", "%" where before == "%", "#" where before == " " || before == "\n":
        result += "\\\(scalar)"
      case "." where digits > 0, ")" where digits > 0: result += "\\\(scalar)"
      case "\n": result += "\\\n"
      case "\t": result += "&#9;"
      case " " where startsLine: result += "&#32;"
      default:
        if Harmless.isHarmless(scalar) {
          result.unicodeScalars.append(scalar)
        } else {
          result += "&#\(scalar.value);"
        }
      }
      let isDigit = ("0"..."9").contains(scalar)
      digits = isDigit && (startsLine || digits > 0) ? digits + 1 : 0
      startsLine = scalar == "\n"
    }
    return result
  }

  /// Text between backticks, with more of them than the text has in a row.
  static func code(_ text: String) -> String {
    let plain = Harmless.verbatim(text.replacing("\n", with: " "))
    let fence = String(repeating: "`", count: longestRun(of: "`", in: plain) + 1)
    let needsBlank =
      plain.hasPrefix("`") || plain.hasSuffix("`") || (plain.hasPrefix(" ") && plain.hasSuffix(" "))
    return needsBlank ? "\(fence) \(plain) \(fence)" : fence + plain + fence
  }

  /// The length of the longest run of a character.
  static func longestRun(of character: Unicode.Scalar, in text: String) -> Int {
    var (longest, run) = (0, 0)
    for scalar in text.unicodeScalars {
      run = scalar == character ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }

  /// An address between angle brackets.
  static func address(_ address: String) -> String {
    var result = "<"
    for scalar in address.unicodeScalars {
      switch scalar {
      case "<", ">", "\\", "&", "{", "}": result += "\\\(scalar)"
      case "\n", "\t": result += "%20"
      default:
        if Harmless.isHarmless(scalar) {
          result.unicodeScalars.append(scalar)
        } else {
          result += "&#\(scalar.value);"
        }
      }
    }
    return result + ">"
  }
}
