/// A manual page in the macros of man(7), made from plain text.
///
/// In the text, `backticks` enclose what is typed literally (bold), and *stars* what is replaced by something
/// else (italic). Options are bold without marks. Every sentence begins a new line, and no line is longer
/// than `widest` bytes, as `mandoc -T lint` requires.
struct Roff {
  /// The longest line of the page's source, in bytes.
  static let widest = 78

  private var lines: [String] = []

  /// The whole page.
  var text: String { lines.joined(separator: "\n") + "\n" }

  /// Begins a page.
  ///
  /// - Parameters:
  ///   - name: the page's name: "newsroom".
  ///   - date: such as 2026-11-28.
  init(_ name: String, section: Int, date: String, release: String, volume: String) {
    lines.append(".TH \(name.uppercased()) \(section) \(date) \"\(release)\" \"\(volume)\"")
  }

  /// A section.
  mutating func section(_ title: String) { lines.append(".SH \(Self.escaped(title))") }

  /// The first section of every page: its name and its subject.
  mutating func name(_ name: String, _ summary: String, title: String = "NAME") {
    lines += [".SH \(Self.escaped(title))", "\(Self.escaped(name)) \\- \(Self.escaped(summary))"]
  }

  /// A subsection.
  mutating func part(_ title: String) { lines.append(".SS \(Self.marked(title))") }

  /// Paragraphs, separated by empty lines.
  mutating func paragraphs(_ text: String) {
    for (index, paragraph) in Self.paragraphs(text).enumerated() {
      if index > 0 || !isAtBeginning { lines.append(".PP") }
      lines += Self.filled(paragraph)
    }
  }

  /// A term and its meaning.
  mutating func item(_ term: String, _ text: String) {
    lines += [".TP", Self.line(Self.marked(term))]
    for (index, paragraph) in Self.paragraphs(text).enumerated() {
      if index > 0 { lines.append(".IP") }
      lines += Self.filled(paragraph)
    }
  }

  /// Lines printed unchanged.
  mutating func verbatim(_ text: String) {
    if !isAtBeginning { lines.append(".PP") }
    lines += [".RS 4", ".nf"]
    lines += text.split(separator: "\n", omittingEmptySubsequences: false).map {
      $0.isEmpty ? ".sp" : Self.line(Self.escaped(String($0), isTyped: true))
    }
    lines += [".fi", ".RE"]
  }

  /// A command and its arguments; no argument is divided between lines.
  mutating func synopsis(_ command: String, _ pieces: [String]) {
    lines.append(".SY \(Self.quoted(Self.escaped(command, isTyped: true)))")
    lines += pieces.map { Self.line(Self.marked($0)) }
    lines.append(".YS")
  }

  /// Whether a section has just begun: no macro may come between its title and the text.
  private var isAtBeginning: Bool {
    lines.last.map { $0.hasPrefix(".SH") || $0.hasPrefix(".SS") } ?? true
  }

  private static func paragraphs(_ text: String) -> [String] {
    text.split(separator: "\n\n").map { $0.split(whereSeparator: \.isNewline).joined(separator: " ") }
  }

  /// The lines of a text: each sentence begins one, and none is too long.
  private static func filled(_ text: String) -> [String] {
    var lines: [String] = []
    var line = ""
    var endsSentence = false
    for word in marked(text).split(separator: " ") {
      let isFull = line.utf8.count + 1 + word.utf8.count > widest
      if !line.isEmpty, isFull || endsSentence {
        lines.append(Self.line(line))
        line = ""
      }
      endsSentence = isEnd(word)
      // At the end of a line, troff takes anything that looks like the end of a sentence for one.
      let isNoEnd = !endsSentence && beforeEnd(word) != nil
      line += (line.isEmpty ? "" : " ") + word + (isNoEnd ? "\\&" : "")
    }
    if !line.isEmpty { lines.append(Self.line(line)) }
    return lines
  }

  /// Whether a word ends a sentence; "e.g." and a sign alone do not.
  private static func isEnd(_ word: Substring) -> Bool {
    guard let rest = beforeEnd(word) else { return false }
    return rest.utf8.count > 1 && !rest.contains(".")
  }

  /// A word without the full stop, question mark or exclamation mark at its end; nil if it has none.
  private static func beforeEnd(_ word: Substring) -> Substring? {
    var rest = word
    for closing in [")", "\\(rq", "\\(dq", "\\fR"] where rest.hasSuffix(closing) {
      rest = rest.dropLast(closing.count)
    }
    return ".!?".contains(rest.last ?? " ") ? rest.dropLast() : nil
  }

  /// A line that is never read as a macro.
  private static func line(_ text: String) -> String {
    text.hasPrefix(".") || text.hasPrefix("'") ? "\\&" + text : text
  }

  private static func quoted(_ text: String) -> String { text.contains(" ") ? "\"\(text)\"" : text }

  /// Text with its marks as fonts.
  private static func marked(_ text: String) -> String {
    var result = ""
    for (index, part) in text.split(separator: "`", omittingEmptySubsequences: false).enumerated() {
      if index % 2 == 1 {
        result += "\\fB" + escaped(String(part), isTyped: true) + "\\fR"
        continue
      }
      let parts = part.split(separator: "*", omittingEmptySubsequences: false)
      // A single star is a character.
      guard parts.count % 2 == 1 else {
        result += withOptions(part)
        continue
      }
      for (index, part) in parts.enumerated() {
        result += index % 2 == 1 ? "\\fI\(escaped(String(part)))\\fR" : withOptions(part)
      }
    }
    return result
  }

  /// Plain text, its options in bold: "--json".
  private static func withOptions(_ text: Substring) -> String {
    text.split(separator: " ", omittingEmptySubsequences: false).map { word in
      let option = word.prefix { $0 == "-" || $0.isASCII && ($0.isLetter || $0.isNumber) }
      guard option.hasPrefix("--"), option.count > 2 else { return escaped(String(word)) }
      return "\\fB\(escaped(String(option), isTyped: true))\\fR"
        + escaped(String(word.dropFirst(option.count)))
    }.joined(separator: " ")
  }

  /// Text that troff prints literally.
  ///
  /// - Parameter isTyped: whether it is to be typed or copied, so that "-" is not a hyphen.
  static func escaped(_ text: String, isTyped: Bool = false) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": result += "\\e"
      case "-" where isTyped: result += "\\-"
      case "'" where isTyped: result += "\\(aq"
      case "\"": result += "\\(dq"
      case "^": result += "\\(ha"
      case "~": result += "\\(ti"
      case "`": result += "\\(ga"
      case _ where scalar.isASCII: result.unicodeScalars.append(scalar)
      default: result += named[scalar] ?? "\\[u\(hexadecimal(scalar))]"
      }
    }
    return result
  }

  private static func hexadecimal(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(4 - digits.count, 0)) + digits
  }

  /// Characters that every troff has names for.
  private static let named: [Unicode.Scalar: String] = [
    "“": "\\(lq", "”": "\\(rq", "‘": "\\(oq", "’": "\\(cq", "–": "\\(en", "—": "\\(em", "↑": "\\(ua",
    "↓": "\\(da", "←": "\\(<-", "→": "\\(->", "•": "\\(bu", "·": "\\(pc", "×": "\\(mu", "…": "...",
  ]
}
