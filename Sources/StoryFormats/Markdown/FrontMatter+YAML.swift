extension FrontMatter {
  /// Reads YAML 1.1 through libyaml; if it is refused, reads it line by line and reports the problem.
  static func yaml(_ text: String, firstLine: Int) -> FrontMatter {
    var matter = FrontMatter()
    do throws(YAMLTree.Fault) {
      if let fault = danger(in: text, firstLine: firstLine) {
        matter.faults.append(fault)
        matter.entries = salvage(text, separator: 0x3A, firstLine: firstLine)
        return matter
      }
      guard let root = try YAMLTree.read(text) else { return matter }
      guard case .mapping = root else {
        matter.faults.append((firstLine, "the front matter is not a list of names and values"))
        return matter
      }
      var left = mostValues
      if case .table(let entries) = value(root, line: firstLine, depth: 0, left: &left) {
        matter.entries = entries
      }
      if left <= 0 {
        matter.faults.append((firstLine, "the front matter has more than \(mostValues) values"))
      }
    } catch {
      matter.faults.append(
        (error.line.map { $0 + firstLine - 1 }, "the front matter is not YAML: \(error.reason)"))
      matter.entries = salvage(text, separator: 0x3A, firstLine: firstLine)
    }
    return matter
  }

  /// Whatever could cost more than the text's length: nesting (the composer is recursive) and aliases (which
  /// multiply).
  private static func danger(in text: String, firstLine: Int) -> (line: Int?, reason: String)? {
    var (line, open, lead, aliases) = (firstLine, 0, 0, 0)
    var isLead = true
    var before: UInt8 = 0x0A
    for byte in text.utf8 {
      switch byte {
      case 0x0A:
        line += 1
        (isLead, lead) = (true, 0)
      case 0x5B, 0x7B:
        open += 1
        isLead = false
      case 0x5D, 0x7D:
        open = max(0, open - 1)
        isLead = false
      case 0x20, 0x2D, 0x3F, 0x3A: if isLead { lead += 1 }
      default:
        isLead = false
        if before == 0x2A, byte.isLetter || byte.isDigit || byte == 0x5F { aliases += 1 }
      }
      if open > 64 || lead > 200 { return (line, "the front matter is nested too deeply") }
      if aliases > 32 { return (line, "the front matter repeats itself by more than 32 aliases") }
      before = byte
    }
    return nil
  }

  private static func value(_ node: YAMLTree, line: Int, depth: Int, left: inout Int) -> Value {
    left -= 1
    guard left > 0, depth < deepest else { return .text("") }
    switch node {
    case .scalar(let text, let isPlain, _):
      return .text(isPlain && ["~", "null", "Null", "NULL"].contains(text) ? "" : text)
    case .sequence(let nodes):
      return .list(nodes.prefix(max(0, left)).map { value($0, line: line, depth: depth + 1, left: &left) })
    case .mapping(let pairs):
      var table: [String: Entry] = [:]
      for pair in pairs {
        guard left > 0 else { break }
        guard case .scalar(let name, _, let place) = pair.key else { continue }
        let inner = value(pair.value, line: line, depth: depth + 1, left: &left)
        table[key(name)] = table[key(name)] ?? Entry(value: inner, line: place + line - 1)
      }
      return .table(table)
    }
  }
}
