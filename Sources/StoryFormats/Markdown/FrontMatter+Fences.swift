internal import Stories

extension FrontMatter {
  /// Front matter, and where the text after it begins.
  struct Found {
    var matter = FrontMatter()
    /// The offset of the text, and its first line in the file.
    var bodyStart = 0
    var bodyLine = 1
    /// Whether there is front matter.
    var isPresent = false
  }

  /// Finds and reads front matter: `---` (YAML), `+++` (TOML), an object (JSON), or plain `Key: value` lines.
  static func find(in bytes: [UInt8]) -> Found {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var found = Found()
    found.bodyStart = start
    if let object = object(in: bytes, from: start) { return object }
    let opening = line(of: bytes, at: start)
    let mark: UInt8 = bytes[opening.text].first ?? 0
    guard mark == 0x2D || mark == 0x2B, isFence(bytes[opening.text], mark) else {
      return plainLines(in: bytes, from: start) ?? found
    }
    var at = opening.next
    var number = 2
    let limit = min(bytes.count, start + longest)
    while at < limit {
      let line = line(of: bytes, at: at)
      let text = bytes[line.text]
      if isFence(text, mark) || (mark == 0x2D && text.elementsEqual([0x2E, 0x2E, 0x2E])) {
        let inside = String(decoding: bytes[opening.next..<at], as: UTF8.self)
        found.matter = mark == 0x2D ? yaml(inside, firstLine: 2) : toml(inside, firstLine: 2)
        found.bodyStart = line.next
        found.bodyLine = number + 1
        found.isPresent = true
        return found
      }
      at = line.next
      number += 1
    }
    // A rule above a text without front matter is common; a problem is reported only if names seem to follow.
    let second = line(of: bytes, at: opening.next)
    if name(of: bytes[second.text], separator: mark == 0x2D ? 0x3A : 0x3D) != nil {
      let reason =
        bytes.count > limit
        ? "the front matter is longer than \(longest / 1024) KiB or is never closed; it is read as text"
        : "the front matter is never closed; it is read as text"
      found.matter.faults.append((1, reason))
    }
    return found
  }

  /// Whether a line is three or more fence characters, then only spaces.
  private static func isFence(_ text: ArraySlice<UInt8>, _ mark: UInt8) -> Bool {
    let rest = text.drop { $0 == mark }
    return text.count - rest.count == 3 && rest.allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }

  /// The line at `start` without its end, and the start of the next one.
  static func line(of bytes: [UInt8], at start: Int) -> (text: Range<Int>, next: Int) {
    let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
    let text = end > start && bytes[end - 1] == 0x0D ? start..<(end - 1) : start..<end
    return (text, min(end + 1, bytes.count))
  }

  /// The name and value of a `name: value` line.
  static func name(of line: ArraySlice<UInt8>, separator: UInt8) -> (name: String, value: String)? {
    guard let first = line.first, first.isLetter, let mark = line.prefix(48).firstIndex(of: separator) else {
      return nil
    }
    let name = line[..<mark]
    guard name.allSatisfy({ $0.isLetter || $0.isDigit || [0x20, 0x2D, 0x5F].contains($0) }) else {
      return nil
    }
    let rest = line[(mark + 1)...]
    if separator == 0x3A, let next = rest.first, next != 0x20, next != 0x09 { return nil }
    return (
      key(String(decoding: name, as: UTF8.self).squeezed),
      unquoted(String(decoding: rest, as: UTF8.self).trimmed)
    )
  }

  private static func unquoted(_ text: String) -> String {
    guard text.utf8.count > 1, let quote = text.utf8.first, quote == 0x22 || quote == 0x27,
      text.utf8.last == quote
    else { return text }
    return String(text.dropFirst().dropLast())
  }

  /// The plain `key: value` lines of front matter that its parser refused.
  static func salvage(_ text: String, separator: UInt8, firstLine: Int) -> [String: Entry] {
    var entries: [String: Entry] = [:]
    let bytes = Array(text.utf8)
    var (at, number) = (0, firstLine)
    while at < bytes.count, entries.count < 512 {
      let line = line(of: bytes, at: at)
      if let (name, value) = name(of: bytes[line.text], separator: separator), !value.isEmpty,
        entries[name] == nil, !isStructure(value)
      {
        entries[name] = Entry(value: .text(value), line: number)
      }
      at = line.next
      number += 1
    }
    return entries
  }

  /// Whether a value begins something that a plain line can't hold.
  private static func isStructure(_ value: String) -> Bool {
    guard let first = value.unicodeScalars.first else { return true }
    return "[{|>&*!\"'".unicodeScalars.contains(first)
  }

  /// Reads `Key: value` lines without fences (MultiMarkdown metadata), up to the first blank line.
  ///
  /// A text may begin "Note: this is …", so one of the names must be a usual one, and all lines must fit.
  private static func plainLines(in bytes: [UInt8], from start: Int) -> Found? {
    var found = Found()
    var (at, number) = (start, 1)
    var last: String?
    var isUsual = false
    while at < min(bytes.count, start + 65_536) {
      let line = line(of: bytes, at: at)
      let text = bytes[line.text]
      if text.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) {
        at = line.next
        number += 1
        break
      }
      if let (name, value) = name(of: text, separator: 0x3A) {
        if usualNames.contains(name) { isUsual = true }
        if found.matter.entries[name] == nil {
          found.matter.entries[name] = Entry(value: .text(value), line: number)
        }
        last = name
      } else if let last, text.first == 0x20 || text.first == 0x09,
        case .text(let before)? = found.matter.entries[last]?.value
      {
        let more = String(decoding: text, as: UTF8.self).trimmed
        // Continuations are rare and short; the bound keeps hostile ones linear.
        guard before.utf8.count < 8192 else { return nil }
        found.matter.entries[last]?.value = .text(before + " " + more)
      } else {
        return nil
      }
      at = line.next
      number += 1
      if found.matter.entries.count > 128 { return nil }
    }
    guard isUsual else { return nil }
    found.bodyStart = at
    found.bodyLine = number
    found.isPresent = true
    return found
  }

  private static let usualNames: Set<String> = [
    "title", "headline", "author", "authors", "byline", "date", "published", "pubdate", "slug", "subtitle",
    "category", "tags", "keywords", "summary", "modified", "lang", "language",
  ]
}

extension UInt8 {
  var isLetter: Bool { (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self) }
  var isDigit: Bool { (0x30...0x39).contains(self) }
  var isSpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}
