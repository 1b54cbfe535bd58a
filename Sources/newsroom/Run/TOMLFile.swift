internal import Stories
internal import TOMLKit

/// A TOML file as far as it can be understood: a line that breaks its rules is told and left out, and the
/// others hold.
struct TOMLFile {
  /// What breaks the rules, and what to do about it.
  struct Fault {
    var place: TextPlace
    var reason: String
  }

  /// What it says.
  let table: TOMLTable
  /// In the order of lines.
  let faults: [Fault]
  let places: TOMLPlaces

  /// The most lines that are left out; a file with more faults says nothing.
  private static let most = 30
  /// The longest text that is read again without its faulty lines, in bytes.
  private static let longest = 256 << 10

  init(_ text: String) {
    // Swift takes CR LF for one character.
    let lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
    places = TOMLPlaces(lines)
    var kept = lines
    var faults: [Fault] = []
    var table: TOMLTable?
    while table == nil, faults.count <= Self.most {
      do {
        table = try TOMLTable(string: kept.joined(separator: "\n"))
      } catch let error as TOMLParseError {
        let line = min(max(error.source.begin.line, 1), kept.count)
        let place = TextPlace(line: line, column: max(error.source.begin.column, 1))
        let reason = Self.reason(error.description, lines[line - 1])
        guard text.utf8.count <= Self.longest, !kept[line - 1].allSatisfy(\.isWhitespace) else {
          // The end of the file is missing something, and which line began it is not known.
          if faults.isEmpty { faults.append(Fault(place: place, reason: reason)) }
          break
        }
        faults.append(Fault(place: place, reason: reason))
        kept[line - 1] = ""
      } catch {
        break
      }
    }
    self.table = table ?? TOMLTable()
    self.faults = faults.sorted { $0.place < $1.place }
  }

  /// What is wrong with a line, with what to do.
  static func reason(_ description: String, _ line: Substring) -> String {
    if description.contains("end-of-file"), !line.contains("=") {
      return "the file ends in the middle of a value. Close the list or the text that is open."
    }
    if let hint = hint(for: line) { return hint }
    if description.contains("redefine") { return "this name is there twice. Delete one of the two lines." }
    return "this is not TOML (\(description)). Correct the line, or delete it."
  }

  /// The advice for mistakes that are often made.
  private static func hint(for line: Substring) -> String? {
    let words = line.drop { $0 == " " || $0 == "\t" }
    if words.contains(where: { "“”„‘’«»".contains($0) }) {
      return "the quotation marks are curly. Use straight ones: \" or '."
    }
    if words.first == "[", !words.contains("]"), !words.contains("=") {
      return "the name of a table has no end. Close it with ]."
    }
    guard let sign = words.firstIndex(of: "=") else {
      guard words.first != "[" else { return nil }
      return "a line is name = value, [table] or # a comment. Write it with an equals sign."
    }
    let name = words[..<sign].trimmed
    let value = words[words.index(after: sign)...].trimmed
    if name.isEmpty { return "the name before the equals sign is missing." }
    if name.contains(" "), !name.contains("\""), !name.contains("'") {
      return "a name with spaces is put in quotation marks: \"\(name)\" = …"
    }
    guard let first = value.first else { return "the value after the equals sign is missing." }
    if first == "\"" || first == "'", value.dropFirst().firstIndex(of: first) == nil {
      return "the text has no end. Close it with \(first)."
    }
    if first.isLetter || "~/.$".contains(first), value != "true", value != "false" {
      return "a text is put in quotation marks: \(name) = \"\(value)\""
    }
    return nil
  }
}
