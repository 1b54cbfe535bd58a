/// How the words are written in a format's files, for `LostWords`.
public enum SourceWriting: Sendable {
  /// Between tags, in HTML or XML; escaped text may be markup again.
  case markup
  /// In JSON strings, with one value per file or per line.
  case json
  /// As plain text.
  case text
  /// Between tags, in the files of a book.
  case book
  /// In a mail message, whose parts may be encoded.
  case mail
}

/// The words of a file, found by letters alone.
///
/// It is deliberately simpler than any format's reader, so that both don't make the same mistake.
struct SourceWords {
  /// Uninterrupted runs of words: a paragraph, a cell, a string.
  private(set) var runs: [[String]] = []

  init(of source: Source, writing: SourceWriting) {
    switch writing {
    case .markup:
      let isDeclared = XMLDecoding.encoding(in: source.bytes) != nil
      let text = isDeclared ? XMLDecoding.decode(source.bytes).text : PageCharset.decode(source.bytes).text
      addMarkup(text, depth: 0)
    case .book: for text in EPUB.texts(of: source) { addMarkup(text, depth: 0) }
    case .json: addJSON(TextDecoding.decode(source.bytes).text)
    case .text: addLines(TextDecoding.decode(source.bytes).text)
    case .mail:
      let messages = Mailbox.messages(in: Mail.withoutCount(source.bytes[...]))
      for message in messages { addMessage(message.bytes) }
    }
  }

  /// Adds the subject and the texts of a message, and of messages inside it.
  private mutating func addMessage(_ bytes: ArraySlice<UInt8>) {
    var waiting = [(part: MailPart(bytes), depth: 0)]
    var left = MailPart.maximumParts
    while let (part, depth) = waiting.popLast(), left > 0 {
      left -= 1
      add(part.headers["subject"] ?? "")
      guard part.attachmentName == nil, depth < MailPart.maximumDepth else { continue }
      switch part.type.value {
      case "message/rfc822": waiting.append((MailPart(part.unpacked().bytes[...]), depth + 1))
      case "text/html": addMarkup(part.text(of: part.unpacked().bytes), depth: 0)
      case let type where type.hasPrefix("multipart/"):
        let parts = part.parts(atMost: left, charset: nil).all
        waiting += parts.reversed().map { ($0, depth + 1) }
      default: addLines(part.text(of: part.unpacked().bytes))
      }
    }
  }

  private mutating func addLines(_ text: String) {
    for line in text.utf8.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
      let line = String(Substring(line))
      if line.utf8.contains(0x3C) { addMarkup(line, depth: 1) } else { add(line) }
    }
  }

  private mutating func addJSON(_ text: String) {
    if !addValue(Array(text.utf8)[...]) {
      for line in Array(text.utf8).split(separator: 0x0A) { _ = addValue(line) }
    }
  }

  private mutating func addValue(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard JSONDepth.isBounded(bytes),
      let value = JSONReader.value(of: bytes)
    else { return false }
    var waiting = [value]
    while let value = waiting.popLast() {
      switch value {
      case .string(let text): addMarkup(text, depth: 0)
      case .array(let values): waiting += values.reversed()
      case .object(let members): waiting += members.sorted { $0.key > $1.key }.map(\.value)
      case .null, .bool, .number: break
      }
    }
    return true
  }

  /// Adds the words between tags; escaped text that turns out to have tags is parsed again.
  private mutating func addMarkup(_ text: String, depth: Int) {
    guard text.utf8.contains(0x3C) || text.utf8.contains(0x26) else { return addLinesAsText(text) }
    let plain = text.replacing("<![CDATA[", with: " ").replacing("]]>", with: " ")
    var hidden: String?
    var run = ""
    for piece in MarkdownHTML.pieces(of: Array(plain.utf8)) {
      switch piece {
      case .text(let words):
        if hidden != nil { continue }
        if depth < 2, words.utf8.contains(0x3C) {
          add(run)
          run = ""
          addMarkup(words, depth: depth + 1)
        } else {
          run += words
        }
      case .open(let name, _):
        let kind = Elements.kind(of: name)
        if hidden == nil, kind.contains(.unseen) { hidden = name }
        if Self.parts(kind) { add(run); run = "" }
      case .close(let name):
        if hidden == name { hidden = nil }
        if Self.parts(Elements.kind(of: name)) { add(run); run = "" }
      }
    }
    add(run)
  }

  /// Whether an element separates the words before it from those after.
  private static func parts(_ kind: ElementKind) -> Bool { kind.contains(.breaks) || !kind.contains(.inline) }

  private mutating func addLinesAsText(_ text: String) {
    for line in text.utf8.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) { add(String(Substring(line))) }
  }

  private mutating func add(_ text: String) {
    let words = Self.words(of: text)
    if !words.isEmpty { runs.append(words) }
  }

  /// The words of a text in lower case: runs of letters and digits that begin with a letter, and each
  /// ideograph.
  ///
  /// Addresses and names like `urn:news:1` are not words.
  static func words(of text: String) -> [String] {
    var words: [String] = []
    for part in text.split(whereSeparator: \.isWhitespace) where !isAddress(String(part)) {
      var word = String.UnicodeScalarView()
      func flush() {
        if word.first?.properties.isAlphabetic == true { words.append(String(word)) }
        word = .init()
      }
      for scalar in part.lowercased().unicodeScalars {
        if scalar.properties.isIdeographic {
          flush()
          words.append(String(scalar))
        } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
          word.append(scalar)
        } else {
          flush()
        }
      }
      flush()
    }
    return words
  }

  private static func isAddress(_ part: String) -> Bool {
    guard part.utf8.count > 3 else { return false }
    let isScheme = ["www.", "tag:", "urn:", "mailto:"].contains { part.hasPrefix($0) }
    return isScheme || ["://", "](", "@"].contains { part.hasBytes(of: $0) }
  }
}
