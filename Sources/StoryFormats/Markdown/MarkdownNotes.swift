/// Takes footnotes (`[^1]`, and `[^1]: text` with indented text below) out of a text before parsing.
///
/// Each reference becomes a tag `<x-note-1>`, numbered by first reference.
struct MarkdownNotes {
  /// The longest name of a note, in bytes.
  private static let longestName = 64
  /// The most notes to take out; later ones stay in the text.
  private static let mostNotes = 2000
  /// The most bytes of link definitions that all notes together may receive.
  private static let mostLinks = 4_194_304

  /// The text without the notes.
  private(set) var text = MarkdownText()
  /// The notes by number, from 1; notes without a reference come last.
  private(set) var notes: [MarkdownText] = []

  private var definitions: [MarkdownText] = []
  private var indexes: [String: Int] = [:]
  /// The definition of each number, and the number of each definition.
  private var order: [Int] = []
  private var numbers: [Int: Int] = [:]

  /// The number in the tag of a reference.
  static func number(ofTag name: String) -> Int? {
    guard name.hasPrefix("x-note-"), name.utf8.count < 16, let number = Int(name.dropFirst(7)), number > 0
    else {
      return nil
    }
    return number
  }

  init(_ source: MarkdownText) {
    guard
      source.bytes.indices.dropLast().contains(where: {
        source.bytes[$0] == 0x5B && source.bytes[$0 + 1] == 0x5E
      })
    else {
      text = source
      return
    }
    let rest = takeDefinitions(source)
    guard !definitions.isEmpty else { text = source; return }
    text = numbered(rest)
    // The order grows while the notes themselves are numbered, and then by notes without a reference.
    var (done, lost) = (0, 0)
    while done < definitions.count {
      while done == order.count, lost < definitions.count {
        number(of: lost)
        lost += 1
      }
      guard done < order.count else { break }
      notes.append(numbered(definitions[order[done]]))
      done += 1
    }
    shareLinks(of: rest)
  }

  /// Takes the definitions out of the text.
  ///
  /// - Returns: the rest.
  private mutating func takeDefinitions(_ source: MarkdownText) -> MarkdownText {
    let bytes = source.bytes
    let code = CodeRanges(bytes).ranges
    var codeIndex = 0
    var rest = MarkdownText()
    var note: MarkdownText?
    var blanks = 0
    var (at, index) = (0, 0)
    func keep(_ note: inout MarkdownText?) {
      if let note { definitions.append(note) }
      note = nil
    }
    while at < bytes.count {
      let (line, next) = FrontMatter.line(of: bytes, at: at)
      let number = source.source(ofLine: index) ?? 1
      while codeIndex < code.count, code[codeIndex].upperBound <= at { codeIndex += 1 }
      let isCode = codeIndex < code.count && code[codeIndex].contains(at)
      let content = bytes[line].firstIndex { !$0.isSpace } ?? line.upperBound
      let isBlank = content == line.upperBound
      let isIndented = content - line.lowerBound >= 4 || bytes[line].first == 0x09
      if !isCode, definitions.count < Self.mostNotes, content - line.lowerBound < 4,
        let (name, start) = definition(bytes, content..<line.upperBound)
      {
        keep(&note)
        if indexes[name] == nil { indexes[name] = definitions.count }
        var begun = MarkdownText()
        begun.append(bytes[start..<line.upperBound].drop { $0.isSpace }, line: number)
        begun.append(0x0A, line: number)
        note = begun
        blanks = 0
      } else if note != nil, isBlank {
        blanks += 1
      } else if note != nil, isIndented || blanks == 0 {
        for _ in 0..<min(blanks, 2) { note?.append(0x0A, line: number) }
        let start = bytes[line].first == 0x09 ? line.lowerBound + 1 : min(content, line.lowerBound + 4)
        note?.append(bytes[start..<line.upperBound], line: number)
        note?.append(0x0A, line: number)
        blanks = 0
      } else {
        if note != nil, blanks > 0 { rest.append(0x0A, line: number) }
        keep(&note)
        rest.append(bytes[at..<next], line: number)
        blanks = 0
      }
      at = next
      index += 1
    }
    keep(&note)
    return rest
  }

  /// The name, in lower case, of the note that a line defines, and where its text begins.
  private func definition(_ bytes: [UInt8], _ line: Range<Int>) -> (name: String, start: Int)? {
    guard let (name, end) = Self.name(bytes, at: line.lowerBound, limit: line.upperBound),
      end < line.upperBound,
      bytes[end] == 0x3A
    else { return nil }
    return (name, end + 1)
  }

  /// The name in `[^name]` at `start`, and its end.
  private static func name(_ bytes: [UInt8], at start: Int, limit: Int) -> (name: String, end: Int)? {
    guard start + 3 < limit, bytes[start] == 0x5B, bytes[start + 1] == 0x5E else { return nil }
    var at = start + 2
    let furthest = min(limit, at + longestName)
    while at < furthest, bytes[at] != 0x5D, bytes[at] != 0x5B, !bytes[at].isSpace { at += 1 }
    guard at < furthest, at > start + 2, bytes[at] == 0x5D else { return nil }
    return (String(decoding: bytes[(start + 2)..<at], as: UTF8.self).lowercased(), at + 1)
  }

  @discardableResult
  private mutating func number(of definition: Int) -> Int {
    if let number = numbers[definition] { return number }
    order.append(definition)
    numbers[definition] = order.count
    return order.count
  }

  /// The text with tags for its references; references to missing notes stay unchanged.
  private mutating func numbered(_ source: MarkdownText) -> MarkdownText {
    let bytes = source.bytes
    let code = CodeRanges(bytes).ranges
    var codeIndex = 0
    var result = MarkdownText()
    var (at, index) = (0, 0)
    while at < bytes.count {
      let line = source.source(ofLine: index) ?? 1
      while codeIndex < code.count, code[codeIndex].upperBound <= at { codeIndex += 1 }
      let isCode = codeIndex < code.count && code[codeIndex].contains(at)
      if !isCode, bytes[at] == 0x5B, at == 0 || bytes[at - 1] != 0x5C,
        let (name, end) = Self.name(bytes, at: at, limit: bytes.count), let definition = indexes[name]
      {
        result.append("<x-note-\(number(of: definition))>".utf8, line: line)
        at = end
        continue
      }
      result.append(bytes[at], line: line)
      if bytes[at] == 0x0A { index += 1 }
      at += 1
    }
    return result
  }

  /// Gives the notes the text's `[name]: address` lines, which they may use.
  private mutating func shareLinks(of rest: MarkdownText) {
    var links: [UInt8] = []
    var at = 0
    while at < rest.bytes.count {
      let (line, next) = FrontMatter.line(of: rest.bytes, at: at)
      let text = rest.bytes[line].drop { $0 == 0x20 }
      if text.first == 0x5B, let end = text.firstIndex(of: 0x5D), end + 1 < line.upperBound,
        rest.bytes[end + 1] == 0x3A
      {
        links += rest.bytes[line]
        links.append(0x0A)
      }
      at = next
    }
    guard !links.isEmpty, links.count * notes.count < Self.mostLinks else { return }
    for index in notes.indices where notes[index].bytes.contains(0x5B) {
      let line = notes[index].lines.last ?? 1
      notes[index].append(0x0A, line: line)
      notes[index].append(links, line: line)
    }
  }
}
