internal import Stories

// Wiki links, embeds, tables of contents, and names of blocks.
extension MarkdownSpans {
  /// Extensions of pictures, films and sounds.
  private static let media: Set<String> = [
    "png", "jpg", "jpeg", "gif", "svg", "webp", "avif", "bmp", "tif", "tiff", "heic", "ico",
    "mp4", "webm", "mov", "mkv", "ogv", "mp3", "m4a", "wav", "ogg", "flac", "3gp", "opus",
  ]

  /// Handles `[[`, `![[`, and a table of contents.
  mutating func takeBracket() {
    let isEmbed = bytes[at] == 0x21
    let open = isEmbed ? at + 1 : at
    guard byte(at: open) == 0x5B else { return }
    if !isEmbed, takeContents() { return }
    guard byte(at: open + 1) == 0x5B, let end = linkEnd(from: open + 2) else { return }
    // `[[1]](address)` and `[[1]][name]` are ordinary Markdown links.
    let after = byte(at: end + 2)
    if after == 0x28 || (after == 0x5B && byte(at: end + 3) != 0x5B && byte(at: end + 3) != 0x5E) { return }
    guard let words = link(open + 2..<end, isEmbed: isEmbed) else { return }
    edits.append((at..<(end + 2), words))
    at = end + 2
  }

  /// The words of an inline note, with its links rewritten.
  func prepared(note: Range<Int>) -> [UInt8] {
    var words: [UInt8] = []
    var place = note.lowerBound
    while place < note.upperBound {
      if bytes[place] == 0x5B, byte(at: place + 1) == 0x5B, let end = linkEnd(from: place + 2),
        end + 2 <= note.upperBound, let link = link(place + 2..<end, isEmbed: false)
      {
        words += link
        place = end + 2
      } else {
        words.append(bytes[place] == 0x0A ? 0x20 : bytes[place])
        place += 1
      }
    }
    return words
  }

  /// Where `]]` closes a link, on its line and before another opens.
  private func linkEnd(from start: Int) -> Int? {
    var end = start
    while end + 1 < bytes.count, end - start <= MarkdownMark.longest, bytes[end] != 0x0A, bytes[end] != 0x5B {
      if bytes[end] == 0x5D {
        return bytes[end + 1] == 0x5D && end > start ? end : nil
      }
      end += 1
    }
    return nil
  }

  /// The replacement for the parser; nil if it is not a link.
  private func link(_ range: Range<Int>, isEmbed: Bool) -> [UInt8]? {
    // In tables the bar is written with a backslash.
    let bar = bytes[range].firstIndex(of: 0x7C)
    var target = range.lowerBound..<(bar ?? range.upperBound)
    if bar != nil, bytes[target].last == 0x5C { target = target.lowerBound..<(target.upperBound - 1) }
    let name = String(decoding: bytes[target], as: UTF8.self).squeezed
    guard !name.isEmpty, !name.utf8.contains(0x60) else { return nil }
    let label = bar.map { String(decoding: bytes[($0 + 1)..<range.upperBound], as: UTF8.self).squeezed }
    let place = name.prefix { $0 != "#" }
    if isEmbed, Self.media.contains(Source.lastExtension(of: place)) {
      let address = place.filter { !"<>\\".contains($0) }
      return Array("![\(Self.escaped(Self.withoutSize(label)))](<\(address)>)".utf8)
    }
    let alias = label.flatMap { $0.isEmpty || (isEmbed && Self.isSize($0)) ? nil : $0 }
    let words =
      alias?.replacing("\\|", with: "|").replacing("|", with: "\\|") ?? Self.escaped(Self.shown(name))
    return MarkdownMark.tag(isEmbed ? MarkdownMark.embed : MarkdownMark.wiki, name.utf8)
      + Array(words.utf8) + Array("</\(MarkdownMark.wikiEnd)>".utf8)
  }

  /// Whether a text is a picture's size: `300` or `300x200`.
  private static func isSize(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { $0.isDigit || $0 == 0x78 || $0 == 0x20 }
  }

  /// The words of `words|300`.
  private static func withoutSize(_ label: String?) -> String {
    let parts = (label ?? "").split(separator: "|").map(String.init)
    return parts.filter { !isSize($0) }.joined(separator: " ").squeezed
  }

  /// The words of a link that has none: "Story > Part", as in Obsidian.
  private static func shown(_ name: String) -> String {
    var parts = name.split(separator: "#", omittingEmptySubsequences: true).map { String($0).squeezed }
    if !name.hasPrefix("#"), let first = parts.first { parts[0] = MarkdownTarget.withoutEnding(first) }
    return parts.map { $0.hasPrefix("^") ? String($0.dropFirst()) : $0 }.joined(separator: " > ")
  }

  /// The words with everything escaped that the parser would take for markup.
  private static func escaped(_ words: String) -> String {
    words.unicodeScalars.reduce(into: "") { result, scalar in
      if "\\`*_{}[]<>()#+-.!|~^=&".unicodeScalars.contains(scalar) { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
  }

  /// Marks for a table of contents, alone on their line; they are dropped.
  private static let contents: Set<String> = ["[toc]", "[[toc]]", "[[_toc_]]", "[[__toc__]]"]

  private mutating func takeContents() -> Bool {
    guard byte(at: at + 1) == 0x5B || byte(at: at + 1) | 0x20 == 0x74 else { return false }
    let start = at > 0 && bytes[at - 1] == 0x40 ? at - 1 : at
    guard isAlone(before: start) else { return false }
    var end = at
    while end < bytes.count, bytes[end] != 0x0A, end - at < 32 { end += 1 }
    let words = String(decoding: bytes[at..<end], as: UTF8.self).trimmed.lowercased()
    guard Self.contents.contains(words) else { return false }
    edits.append((start..<end, []))
    at = end
    return true
  }

  // MARK: Carets, tildes, tags

  /// Handles `^[a note]`, `10^6^`, and ` ^name` at the end of a line.
  mutating func takeCaret() {
    if byte(at: at + 1) == 0x5B { return takeInlineNote() }
    if !Self.isApart(byte(before: at)) || byte(before: at) == 0x29 {
      return takeRaised(0x5E, "sup") { !($0.isLetter || $0.isDigit || $0 == 0x7B) }
    }
    guard byte(before: at).isSpace else { return }
    var end = at + 1
    while end < bytes.count, bytes[end].isLetter || bytes[end].isDigit || bytes[end] == 0x2D { end += 1 }
    let name = (at + 1)..<end
    guard (2...64).contains(name.count), bytes[name].contains(where: \.isLetter), isLineEnd(end) else {
      return
    }
    // In the last cell of a row it is a word.
    let line = bytes[..<at].suffix(4096)
    guard !line[(line.lastIndex(of: 0x0A) ?? line.startIndex)...].contains(0x7C) else { return }
    let tag = MarkdownMark.tag(MarkdownMark.part, Array("^".utf8) + bytes[name])
    edits.append((at..<end, isAlone(before: at) ? tag + [0x0A] : tag))
    at = end
  }

  private func isLineEnd(_ place: Int) -> Bool {
    var end = place
    while end < bytes.count, bytes[end] != 0x0A, bytes[end].isSpace { end += 1 }
    return end >= bytes.count || bytes[end] == 0x0A
  }

  /// Handles `^[words]`: brackets in it are paired, and it ends within its paragraph.
  private mutating func takeInlineNote() {
    let start = at + 2
    var (end, depth) = (start, 1)
    while end < paragraph.upperBound, end - start < 10_000 {
      switch bytes[end] {
      case 0x5C: end += 1
      case 0x5B: depth += 1
      case 0x5D: depth -= 1
      default: break
      }
      if depth == 0 { break }
      end += 1
    }
    guard depth == 0, end < paragraph.upperBound, inlineNotes.count < 1000,
      !bytes[start..<end].allSatisfy(\.isSpace)
    else {
      // If it does not end here, it does not end from the next bracket either.
      at = depth == 0 ? at + 2 : max(at + 2, min(end, paragraph.upperBound))
      return
    }
    let line = fileLine(of: at)
    edits.append((at..<(end + 1), Array("[^\(Self.noteName(inlineNotes.count))]".utf8)))
    inlineNotes.append((start..<end, line))
    at = end + 1
  }

  /// Handles `^2^` or `~2~` after a letter, a digit or a bracket, without spaces (Pandoc).
  private mutating func takeRaised(_ sign: UInt8, _ element: String, mayFollow: (UInt8) -> Bool) {
    var end = at + 1
    while end < bytes.count, end - at <= 24,
      bytes[end].isLetter || bytes[end].isDigit || bytes[end] >= 0x80
        || [0x2B, 0x2D, 0x28, 0x29, 0x2C].contains(bytes[end])
    {
      end += 1
    }
    guard end > at + 1, end - at <= 24, byte(at: end) == sign, byte(at: end + 1) != sign,
      mayFollow(byte(at: end + 1))
    else { return }
    edits.append((at..<(at + 1), Array("<\(element)>".utf8)))
    edits.append((end..<(end + 1), Array("</\(element)>".utf8)))
    at = end + 1
  }

  /// Handles `H~2~O`; two tildes strike out.
  mutating func takeSubscript() {
    let count = run(of: 0x7E, from: at)
    guard count == 1, !Self.isApart(byte(before: at)) || byte(before: at) == 0x29 else { at += count; return }
    takeRaised(0x7E, "sub") { _ in true }
  }

  /// Handles `#tag`, `#place/north` (Obsidian): it follows a space and begins with a letter.
  mutating func takeHashTag() {
    let count = run(of: 0x23, from: at)
    guard count == 1, byte(before: at).isSpace || at == 0, !isDefined(before: at) else {
      at += count
      return
    }
    var end = at + 1
    while end < bytes.count, end - at <= 100,
      bytes[end].isLetter || bytes[end].isDigit || bytes[end] >= 0x80
        || [0x2D, 0x2F, 0x5F].contains(bytes[end])
    {
      end += 1
    }
    var name = bytes[(at + 1)..<end]
    let after = byte(at: end)
    at = end
    while name.last == 0x2F || name.last == 0x2D { name = name.dropLast() }
    let tag = String(decoding: name, as: UTF8.self)
    guard let first = tag.unicodeScalars.first, first.properties.isAlphabetic, name.count <= 100,
      ![0x28, 0x5B, 0x7B, 0x3D, 0x5C, 0x22, 0x27, 0x3C].contains(after), !Self.isColour(name)
    else { return }
    let letters = tag.prefix {
      $0.isLetter || $0.isNumber || "-/_".contains($0) || $0.unicodeScalars.first?.properties.isEmoji == true
    }
    add(tag: String(letters))
  }

  /// Whether a link's name precedes a place: `[name]: #part` defines a target.
  private func isDefined(before place: Int) -> Bool {
    var end = place
    while end > 0, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
    return end > 1 && bytes[end - 1] == 0x3A && bytes[end - 2] == 0x5D
  }

  /// Whether a tag is a colour, `#fff` or `#a1b2c3`.
  private static func isColour(_ name: ArraySlice<UInt8>) -> Bool {
    guard [3, 6, 8].contains(name.count),
      name.allSatisfy({ $0.isDigit || (0x61...0x66).contains($0 | 0x20) })
    else { return false }
    return name.contains(where: \.isDigit) || Set(name).count == 1
  }
}
