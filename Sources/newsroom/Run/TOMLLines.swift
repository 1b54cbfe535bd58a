/// On which lines of a TOML file its keys stand: its parser tells lines of faults alone.
struct TOMLLines {
  private var lines: [[String]: Int] = [:]

  /// Looks through a text that the parser has read.
  init(_ text: String) {
    var table: [String] = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let line = line.drop { $0 == " " || $0 == "\t" }
      if line.first == "[" {
        let name = line.drop { $0 == "[" }.prefix { $0 != "]" }
        table = Self.parts(name)
        note(table, index + 1)
      } else if line.first != "#", line.contains("=") {
        note(table + Self.parts(line.prefix { $0 != "=" }), index + 1)
      }
    }
  }

  /// A key leads to its line, and so do the tables it lies in, if they have none yet.
  private mutating func note(_ path: [String], _ line: Int) {
    for count in path.indices.map({ $0 + 1 }) {
      let key = Array(path.prefix(count))
      if lines[key] == nil { lines[key] = line }
    }
  }

  /// The parts of a dotted name, without quotation marks.
  private static func parts(_ name: Substring) -> [String] {
    name.split(separator: ".").map { part in
      String(part.filter { $0 != " " && $0 != "\t" && $0 != "\"" && $0 != "'" })
    }
  }

  /// The line of a key or a table, from 1; nil where it is not found.
  func line(of name: String, in table: String? = nil) -> Int? {
    lines[(table.map { [$0] } ?? []) + [name]]
  }

  /// The same as it stands after a path: "3: ".
  func place(of name: String, in table: String? = nil) -> String {
    line(of: name, in: table).map { "\($0): " } ?? " "
  }
}
