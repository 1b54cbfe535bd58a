internal import Stories
internal import TOMLKit

extension FrontMatter {
  /// Reads TOML 1.0; if it is refused, reads it line by line and reports the problem.
  static func toml(_ text: String, firstLine: Int) -> FrontMatter {
    var matter = FrontMatter()
    // Each dot in a name nests another table, and tables are freed by recursion.
    let counts = text.utf8.reduce(into: (dots: 0, names: 0, open: 0)) { counts, byte in
      if byte == 0x2E { counts.dots += 1 }
      if byte == 0x3D { counts.names += 1 }
      if byte == 0x5B || byte == 0x7B { counts.open += 1 }
    }
    if counts.dots > 4000 || counts.names > 4000 || counts.open > 4000 {
      matter.faults.append((firstLine, "the front matter has too many names"))
      matter.entries = salvage(text, separator: 0x3D, firstLine: firstLine)
      return matter
    }
    if let line = strangeHeader(in: text) {
      matter.faults.append((firstLine + line, "the front matter is not TOML: a table has no name"))
      matter.entries = salvage(text, separator: 0x3D, firstLine: firstLine)
      return matter
    }
    if let line = strangeTime(in: text) {
      matter.faults.append(
        (firstLine + line, "the front matter is not TOML: a date has no time after its T"))
      matter.entries = salvage(text, separator: 0x3D, firstLine: firstLine)
      return matter
    }
    do {
      let table = try TOMLTable(string: text)
      var left = mostValues
      let names = lines(of: text, firstLine: firstLine)
      withExtendedLifetime(table) {
        if case .table(let entries) = value(table, depth: 0, left: &left) {
          matter.entries = entries
        }
      }
      for name in matter.entries.keys { matter.entries[name]?.line = names[name] }
    } catch {
      let fault = error as? TOMLParseError
      matter.faults.append(
        (
          fault.map { $0.source.begin.line + firstLine - 1 },
          "the front matter is not TOML: \(fault.map(\.description)?.squeezed ?? "it can't be read")"
        ))
      matter.entries = salvage(text, separator: 0x3D, firstLine: firstLine)
    }
    return matter
  }

  /// The line, from 0, of a `[` without a name after it, some of which make toml++ end the program.
  private static func strangeHeader(in text: String) -> Int? {
    let bytes = Array(text.utf8)
    var (at, number) = (0, 0)
    while at < bytes.count {
      let line = line(of: bytes, at: at)
      let content = bytes[line.text].drop(while: \.isSpace)
      if content.first == 0x5B {
        let name = content.drop { $0 == 0x5B || $0 == 0x20 || $0 == 0x09 }
        let opening = content.prefix { $0 == 0x5B }.count
        guard opening <= 2, let first = name.first,
          first.isLetter || first.isDigit || [0x5F, 0x2D, 0x22, 0x27].contains(first)
        else { return number }
      }
      at = line.next
      number += 1
    }
    return nil
  }

  /// The line, from 0, of a date with "T" or a space but no time after it, at which toml++ ends the program.
  private static func strangeTime(in text: String) -> Int? {
    let bytes = Array(text.utf8)
    for start in bytes.indices.dropLast(11)
    where bytes[start].isDigit && (start == 0 || !bytes[start - 1].isDigit) {
      let isDate = (0..<10).allSatisfy {
        $0 == 4 || $0 == 7 ? bytes[start + $0] == 0x2D : bytes[start + $0].isDigit
      }
      let isValue = bytes[..<start].last { $0 != 0x20 && $0 != 0x09 }.map {
        [0x3D, 0x5B, 0x2C, 0x0A].contains($0)
      }
      guard isDate, isValue ?? true else { continue }
      let (mark, next) = (bytes[start + 10], bytes[start + 11])
      let isTime = mark == 0x54 || mark == 0x74
      let isLetter = next.isLetter || next >= 0x7F || next < 0x09
      if !next.isDigit && (isTime || mark == 0x20 && isLetter) { return bytes[..<start].count { $0 == 0x0A } }
    }
    return nil
  }

  private static func value(_ value: any TOMLValueConvertible, depth: Int, left: inout Int) -> Value {
    left -= 1
    guard left > 0, depth < deepest else { return .text("") }
    switch value.type {
    case .table:
      guard let table = value.table else { return .text("") }
      var entries: [String: Entry] = [:]
      for name in table.keys {
        guard let inner = table[name], left > 0 else { continue }
        entries[key(name)] = Entry(value: Self.value(inner, depth: depth + 1, left: &left), line: nil)
      }
      return .table(entries)
    case .array:
      guard let array = value.array else { return .text("") }
      var values: [Value] = []
      for index in 0..<array.count where left > 0 {
        values.append(Self.value(array[index], depth: depth + 1, left: &left))
      }
      return .list(values)
    case .string: return .text(value.string ?? "")
    case .int: return .text(value.int.map(String.init) ?? "")
    case .double: return .text(value.double.map { "\($0)" } ?? "")
    case .bool: return .text(value.bool.map { $0 ? "true" : "false" } ?? "")
    case .date: return .text(value.date?.debugDescription ?? "")
    case .time: return .text(value.time?.debugDescription ?? "")
    case .dateTime: return .text(value.dateTime?.debugDescription ?? "")
    }
  }

  /// The line of each name of the top table.
  private static func lines(of text: String, firstLine: Int) -> [String: Int] {
    let bytes = Array(text.utf8)
    var lines: [String: Int] = [:]
    var (at, number) = (0, firstLine)
    while at < bytes.count {
      let line = line(of: bytes, at: at)
      if let (name, _) = name(of: bytes[line.text], separator: 0x3D), lines[name] == nil {
        lines[name] = number
      }
      at = line.next
      number += 1
    }
    return lines
  }
}
