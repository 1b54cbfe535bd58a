internal import Stories

/// Removes the tags of site generators before parsing: Liquid, Hugo's shortcodes, kramdown's attributes.
///
/// Words and links in them are kept: captions, names, `post_url`, `ref`, `highlight` as code. Code is left
/// alone.
struct TemplateTags {
  /// The longest tag, in bytes; anything longer is text.
  private static let longestTag = 4096

  private let source: MarkdownText
  private let bytes: [UInt8]
  private let code: [Range<Int>]
  private var codeIndex = 0
  private var at = 0
  private var line = 0
  private var result = MarkdownText()
  private var percentEnd = Finder("%}")
  private var doubleEnd = Finder("}}")
  private var lineEnd = Finder("\n")
  /// Names without a further end tag.
  private var unclosed: Set<String> = []

  /// The text without tags.
  static func removed(from source: MarkdownText) -> MarkdownText {
    let bytes = source.bytes
    let openers: Set<UInt8> = [0x25, 0x7B, 0x3A, 0x23, 0x2E]
    guard
      bytes.indices.dropLast().contains(where: {
        bytes[$0] == 0x7B && (openers.contains(bytes[$0 + 1]) || ($0 > 0 && bytes[$0 - 1] == 0x29))
      })
    else {
      return source
    }
    var tags = TemplateTags(source: source)
    tags.run()
    return tags.result
  }

  private init(source: MarkdownText) {
    self.source = source
    bytes = source.bytes
    code = CodeRanges(source.bytes).ranges
  }

  private var sourceLine: Int { source.source(ofLine: line) ?? 1 }

  private mutating func run() {
    while at < bytes.count {
      while codeIndex < code.count, code[codeIndex].upperBound <= at { codeIndex += 1 }
      if codeIndex < code.count, code[codeIndex].contains(at) {
        copy(to: code[codeIndex].upperBound)
      } else if bytes[at] == 0x7B, at + 1 < bytes.count, takeTag() {
        continue
      } else {
        copy(to: at + 1)
      }
    }
  }

  private mutating func copy(to end: Int) {
    while at < end {
      result.append(bytes[at], line: sourceLine)
      if bytes[at] == 0x0A { line += 1 }
      at += 1
    }
  }

  private mutating func skip(to end: Int) {
    while at < end {
      if bytes[at] == 0x0A { line += 1 }
      at += 1
    }
  }

  private mutating func emit(_ text: String) {
    result.append(text.utf8, line: sourceLine)
  }

  /// Handles the tag at `at` and moves past it; false if there is none.
  private mutating func takeTag() -> Bool {
    let next = bytes[at + 1]
    // "${{ name }}" belongs to other programs, and "\{" is escaped.
    if at > 0, bytes[at - 1] == 0x5C || bytes[at - 1] == 0x24 { return false }
    switch next {
    case 0x25: return takeLiquidTag()
    case 0x7B:
      let third = at + 2 < bytes.count ? bytes[at + 2] : 0
      return third == 0x3C || third == 0x25 ? takeShortcode(third) : takeOutput()
    case 0x3A: return takeAttributes()
    case 0x23, 0x2E: return takeHeadingName()
    default: return at > 0 && bytes[at - 1] == 0x29 && next.isLetter && takeHeadingName()
    }
  }

  private func inside(_ start: Int, _ end: Int) -> TagWords? {
    guard end - at <= Self.longestTag else { return nil }
    var range = start..<end
    while let first = bytes[range].first, first.isSpace || first == 0x2D {
      range = (range.lowerBound + 1)..<range.upperBound
    }
    while let last = bytes[range].last, last.isSpace || last == 0x2D {
      range = range.lowerBound..<(range.upperBound - 1)
    }
    return TagWords(String(decoding: bytes[range], as: UTF8.self))
  }

  /// Handles `{% name … %}`.
  private mutating func takeLiquidTag() -> Bool {
    guard let end = percentEnd.next(in: bytes, from: at + 2), let words = inside(at + 2, end),
      !words.name.isEmpty
    else { return false }
    skip(to: end + 2)
    switch words.name {
    case "raw":
      if let close = endTag("endraw", open: [0x7B, 0x25]) {
        copy(to: close.lowerBound); skip(to: close.upperBound)
      }
    case "comment":
      if let close = endTag("endcomment", open: [0x7B, 0x25]) { skip(to: close.upperBound) }
    case "highlight":
      if let close = endTag("endhighlight", open: [0x7B, 0x25]) { fence(words.positional.first, close) }
    case "post_url": link(MarkdownTarget.post, words.positional.first)
    case "link": link(MarkdownTarget.page, words.rest.hasPrefix("/") ? words.rest : "/" + words.rest)
    default: break
    }
    return true
  }

  /// Handles `{{< name … >}}` and `{{% name … %}}`.
  private mutating func takeShortcode(_ mark: UInt8) -> Bool {
    guard let end = doubleEnd.next(in: bytes, from: at + 3), end - at <= Self.longestTag else { return false }
    let last = bytes[end - 1]
    guard end > at + 3, last == (mark == 0x3C ? 0x3E : 0x25), let words = inside(at + 3, end - 1) else {
      return false
    }
    let start = at
    skip(to: end + 2)
    if words.text.hasPrefix("/*"), words.text.hasSuffix("*/") {
      // Escaped: texts about Hugo write `{{</* ref */>}}` for `{{< ref >}}`.
      let shown = words.text.dropFirst(2).dropLast(2)
      emit(mark == 0x3C ? "{{<\(shown)>}}" : "{{%\(shown)%}}")
      return true
    }
    switch words.name {
    case "ref", "relref": link(MarkdownTarget.ref, words.named["path"] ?? words.positional.first)
    case "figure", "img", "image":
      let caption = ["caption", "title", "alt"].lazy.compactMap { words.named[$0] }.first { !$0.isEmpty }
      picture(caption ?? "", words.named["src"] ?? words.named["link"] ?? words.positional.first ?? "")
    case "highlight":
      if let close = endTag("/highlight", open: Array(bytes[start...(start + 2)])) {
        fence(words.positional.first, close)
      }
    case _ where words.name.hasPrefix("/"): break
    default:
      let names = ["title", "heading", "caption", "name", "text", "alt"]
      if let kept = names.lazy.compactMap({ words.named[$0] }).first(where: { !$0.isEmpty }) {
        emit(at < bytes.count && !bytes[at].isSpace ? kept.squeezed + " " : kept.squeezed)
      }
    }
    return true
  }

  /// Handles `{{ "words" | filter }}`, which gives its words; `{{ site.baseurl }}` gives nothing.
  private mutating func takeOutput() -> Bool {
    guard let end = doubleEnd.next(in: bytes, from: at + 2), let words = inside(at + 2, end),
      let first = words.text.utf8.first, !words.text.contains("{"), !words.text.contains("\n\n"),
      first.isLetter || first == 0x5F || first == 0x22 || first == 0x27
    else { return false }
    skip(to: end + 2)
    if first == 0x22 || first == 0x27 {
      let literal = words.text.dropFirst().prefix { $0.utf8.first != first }
      emit(String(literal))
    }
    return true
  }

  /// Handles kramdown's `{: .class #id key="value"}`, `{:toc}` and `{::comment}`.
  private mutating func takeAttributes() -> Bool {
    guard let limit = Optional(lineEnd.next(in: bytes, from: at) ?? bytes.count),
      let end = bytes[at..<min(limit, at + 512)].firstIndex(of: 0x7D)
    else { return false }
    let content = String(decoding: bytes[(at + 2)..<end], as: UTF8.self).trimmed
    if content.hasPrefix(":") || content.hasPrefix("/") {
      let name = content.drop { ":/ ".contains($0) }.prefix { $0.isLetter }
      guard ["comment", "nomarkdown", "options", ""].contains(name) else { return false }
      skip(to: end + 1)
      if name == "comment", content.hasPrefix(":"), !content.hasSuffix("/") {
        if let close = endTag("/comment", open: [0x7B, 0x3A]) ?? endTag("/", open: [0x7B, 0x3A]) {
          skip(to: close.upperBound)
        }
      }
      return true
    }
    let words = content.split(separator: " ")
    let isList = !words.isEmpty && !content.utf8.contains { [0x3E, 0x3C, 0x2C, 0x3B, 0x7B].contains($0) }
    guard isList,
      words.allSatisfy({
        $0 == "toc" || $0.first == "." || $0.first == "#" || $0.contains("=") || content.contains("\"")
          || words.count == 1
      })
    else { return false }
    let isAlone = result.currentLine.allSatisfy { $0.isSpace || $0 == 0x3E }
    let isAfterBlank = isAlone && result.endsWithBlankLine
    let limitAfter = lineEnd.next(in: bytes, from: end) ?? bytes.count
    let isLast = bytes[(end + 1)..<limitAfter].allSatisfy(\.isSpace)
    skip(to: end + 1)
    if let name = Self.name(in: words) {
      // Between a blank line and text it names the next block, else the one before it.
      let following = bytes[min(limitAfter + 1, bytes.count)...].prefix { $0 != 0x0A }
      let namesNext = isAfterBlank && isLast && !following.allSatisfy(\.isSpace)
      result.append(
        MarkdownMark.tag(namesNext ? MarkdownMark.next : MarkdownMark.part, name.utf8), line: sourceLine)
      if isAlone, isLast { emit("\n") }
    }
    if words.contains("toc") {
      result.dropLastLine { line in
        guard let first = line.first(where: { !$0.isSpace }) else { return false }
        return [0x2A, 0x2B, 0x2D].contains(first) || first.isDigit
      }
    }
    return true
  }

  /// Handles `{#name .class key="value"}` at the end of a heading, and after a link, picture or code
  /// (Pandoc).
  private mutating func takeHeadingName() -> Bool {
    let limit = min(lineEnd.next(in: bytes, from: at) ?? bytes.count, at + 512)
    guard let end = bytes[at..<limit].firstIndex(of: 0x7D), end > at + 2,
      bytes[(at + 1)..<end].allSatisfy({
        $0.isLetter || $0.isDigit || $0 >= 0x80
          || [0x20, 0x22, 0x23, 0x25, 0x27, 0x2D, 0x2E, 0x2F, 0x3A, 0x3D, 0x5F].contains($0)
      })
    else { return false }
    let words = String(decoding: bytes[(at + 1)..<end], as: UTF8.self).split(separator: " ")
    let isBehind = at > 0 && [0x29, 0x5D, 0x60].contains(bytes[at - 1])
    if !isBehind {
      // Closing signs may follow, as in `## A part {#name} ##`.
      guard bytes[(end + 1)..<limit].allSatisfy({ $0.isSpace || $0 == 0x23 }) else { return false }
      let start = bytes[..<at].suffix(2048).lastIndex(of: 0x0A).map { $0 + 1 } ?? max(0, at - 2048)
      let isHeading = bytes[start..<at].first { $0 != 0x20 && $0 != 0x3E } == 0x23
      let under = limit + 1 < bytes.count ? bytes[limit + 1] : 0
      guard isHeading || under == 0x3D || under == 0x2D else { return false }
    }
    guard words.allSatisfy({ $0.first == "#" || $0.first == "." || $0 == "-" || $0.contains("=") })
    else { return false }
    skip(to: end + 1)
    if let name = Self.name(in: words) {
      result.append(MarkdownMark.tag(MarkdownMark.part, name.utf8), line: sourceLine)
    }
    return true
  }

  /// The name among attributes: `#name`.
  private static func name(in words: [Substring]) -> Substring? {
    words.first { $0.first == "#" && $0.utf8.count > 1 }?.dropFirst()
  }

  /// The tag that ends `name`, after `at`.
  private mutating func endTag(_ name: String, open: [UInt8]) -> Range<Int>? {
    let id = name + String(decoding: open, as: UTF8.self)
    guard !unclosed.contains(id) else { return nil }
    let word = Array(name.utf8)
    var start = at
    while start + open.count < bytes.count {
      guard bytes[start] == 0x7B, bytes[start...].starts(with: open) else { start += 1; continue }
      var end = start + open.count
      while end < bytes.count, bytes[end].isSpace || bytes[end] == 0x2D { end += 1 }
      if bytes[end...].starts(with: word) {
        end += word.count
        while end < bytes.count, bytes[end].isSpace || [0x2D, 0x25, 0x3E].contains(bytes[end]) { end += 1 }
        var braces = 0
        while end < bytes.count, bytes[end] == 0x7D, braces < 2 { (end, braces) = (end + 1, braces + 1) }
        if braces > 0 { return start..<end }
      }
      start += 1
    }
    unclosed.insert(id)
    return nil
  }

  /// Adds the text up to the end tag as a fenced block.
  private mutating func fence(_ language: String?, _ close: Range<Int>) {
    let content = bytes[at..<close.lowerBound]
    var longest = 2
    var run = 0
    for byte in content {
      run = byte == 0x7E ? run + 1 : 0
      longest = max(longest, run)
    }
    let indent = result.currentLine.prefix { $0 == 0x20 }
    let isAlone = indent.count == result.currentLine.count
    let margin = isAlone ? String(decoding: indent, as: UTF8.self) : ""
    let mark = String(repeating: "~", count: longest + 1)
    let name = (language ?? "").filter { $0.isLetter || $0.isNumber || "+-#".contains($0) }
    emit((isAlone ? "" : "\n\n") + mark + name)
    if content.first(where: { $0 != 0x20 && $0 != 0x0D }) != 0x0A { emit("\n") }
    copy(to: close.lowerBound)
    if !result.currentLine.isEmpty { emit("\n") }
    emit(margin + mark)
    skip(to: close.upperBound)
    if at < bytes.count, bytes[at] != 0x0A { emit("\n") }
  }

  /// Adds an address if the parser expects one here, else its words.
  private mutating func link(_ scheme: String, _ name: String?) {
    guard let name, !name.isEmpty else { return }
    let before = result.currentLine.last(where: { $0 != 0x20 })
    guard let before, [0x28, 0x3C, 0x22, 0x27, 0x3D, 0x3A].contains(before) else { emit(name); return }
    var address = scheme
    for byte in name.utf8 {
      if byte.isLetter || byte.isDigit || [0x2D, 0x2E, 0x2F, 0x5F, 0x23, 0x25].contains(byte) {
        address.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        address += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
      }
    }
    emit(address)
  }

  private mutating func picture(_ caption: String, _ address: String) {
    let words = caption.squeezed.reduce(into: "") { words, letter in
      if "[]\\".contains(letter) { words.append("\\") }
      words.append(letter)
    }
    let place = address.filter { !"<>\\\n\r".contains($0) }
    if !words.isEmpty || !place.isEmpty { emit("![\(words)](<\(place)>)") }
  }

  /// Finds the next place of a text without examining any byte twice.
  private struct Finder {
    private let needle: [UInt8]
    private var found: Int?
    private var looked = 0

    init(_ needle: String) { self.needle = Array(needle.utf8) }

    mutating func next(in bytes: [UInt8], from start: Int) -> Int? {
      if let found, found >= start { return found }
      var at = max(start, looked)
      while at + needle.count <= bytes.count {
        if bytes[at] == needle[0], needle.count == 1 || bytes[at + 1] == needle[1] {
          (found, looked) = (at, at)
          return at
        }
        at += 1
      }
      (found, looked) = (nil, bytes.count)
      return nil
    }
  }
}
