internal import Stories

extension FrontMatter {
  /// Finds and reads front matter in JSON: an object above the text, bare (Hugo) or between `;;;` fences.
  ///
  /// A text may begin with a brace too: only an object of names and values, alone on its lines, is front
  /// matter.
  static func object(in bytes: [UInt8], from start: Int) -> Found? {
    var open = start
    var number = 1
    let opening = line(of: bytes, at: start)
    let isFenced = isObjectFence(bytes[opening.text])
    if isFenced {
      (open, number) = (opening.next, 2)
      while open < bytes.count, bytes[open].isSpace {
        if bytes[open] == 0x0A { number += 1 }
        open += 1
      }
    }
    guard open < bytes.count, bytes[open] == 0x7B, let end = end(of: bytes, from: open) else { return nil }
    let last = line(of: bytes, at: end)
    guard bytes[last.text].allSatisfy(\.isSpace) else { return nil }
    var found = Found()
    found.isPresent = true
    found.bodyStart = last.next
    found.bodyLine = number + bytes[open..<last.next].count { $0 == 0x0A }
    if isFenced {
      let closing = line(of: bytes, at: last.next)
      guard isObjectFence(bytes[closing.text]) || bytes[closing.text].elementsEqual([0x2D, 0x2D, 0x2D]) else {
        return nil
      }
      (found.bodyStart, found.bodyLine) = (closing.next, found.bodyLine + 1)
    }
    guard let matter = json(bytes[open..<end], firstLine: number) else { return nil }
    found.matter = matter
    return found
  }

  /// `;;;` (Hexo), or `---json` (gray-matter).
  private static func isObjectFence(_ text: ArraySlice<UInt8>) -> Bool {
    let words = String(decoding: text.prefix(16), as: UTF8.self).trimmed
    return words == ";;;" || words == "---json"
  }

  /// The end of the object that opens at `start`.
  private static func end(of bytes: [UInt8], from start: Int) -> Int? {
    var (depth, isInString, at) = (0, false, start)
    let limit = min(bytes.count, start + longest)
    while at < limit {
      switch bytes[at] {
      case 0x5C where isInString: at += 1
      case 0x22: isInString.toggle()
      case 0x7B, 0x5B: if !isInString { depth += 1 }
      case 0x7D, 0x5D:
        if !isInString { depth -= 1 }
        if depth == 0 { return at + 1 }
      default: break
      }
      at += 1
    }
    return nil
  }

  /// The names and values of an object; nil if it is not one.
  ///
  /// Text that only breaks JSON's rules, such as an extra comma, is read as YAML, which includes JSON.
  private static func json(_ bytes: ArraySlice<UInt8>, firstLine: Int) -> FrontMatter? {
    // An object's first name is in quotation marks, unlike `{{ words }}` and `{ words }`.
    guard let name = bytes.dropFirst().first(where: { !$0.isSpace }), name == 0x22,
      JSONDepth.isBounded(bytes)
    else { return nil }
    let decoded = JSONReader.value(of: bytes)
    guard case .object(let members)? = decoded else {
      let text = String(decoding: bytes, as: UTF8.self)
      let matter = yaml(text, firstLine: firstLine)
      return matter.entries.isEmpty ? nil : matter
    }
    var matter = FrontMatter()
    let lines = lines(ofNamesIn: bytes, firstLine: firstLine)
    var left = mostValues
    for (name, value) in members.sorted(by: { $0.key < $1.key }) {
      matter.entries[key(name)] = Entry(value: self.value(value, left: &left), line: lines[name])
    }
    return matter
  }

  private static func value(_ value: JSONValue, left: inout Int) -> Value {
    left -= 1
    guard left > 0 else { return .text("") }
    switch value {
    case .null: return .text("")
    case .bool(let isTrue): return .text(isTrue ? "true" : "false")
    case .number(let number): return .text(Int(exactly: number).map(String.init) ?? "\(number)")
    case .string(let text): return .text(text)
    case .array(let values): return .list(values.prefix(max(0, left)).map { self.value($0, left: &left) })
    case .object(let members):
      var table: [String: Entry] = [:]
      for (name, value) in members.sorted(by: { $0.key < $1.key }) {
        table[key(name)] = Entry(value: self.value(value, left: &left), line: nil)
      }
      return .table(table)
    }
  }

  /// The lines that begin with a name in quotation marks, where most objects have their names.
  private static func lines(ofNamesIn bytes: ArraySlice<UInt8>, firstLine: Int) -> [String: Int] {
    var lines: [String: Int] = [:]
    for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      let words = line.drop { $0.isSpace || $0 == 0x7B || $0 == 0x2C }
      guard words.first == 0x22, let end = words.dropFirst().prefix(200).firstIndex(of: 0x22) else {
        continue
      }
      let name = String(decoding: words[(words.startIndex + 1)..<end], as: UTF8.self)
      if lines[name] == nil { lines[name] = firstLine + index }
    }
    return lines
  }
}
