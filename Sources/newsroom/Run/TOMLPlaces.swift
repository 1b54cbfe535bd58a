/// A place in a text file: line and column, from 1.
struct TextPlace: Hashable, Comparable {
  var line: Int
  var column: Int

  static func < (one: TextPlace, other: TextPlace) -> Bool {
    (one.line, one.column) < (other.line, other.column)
  }
}

/// Where the keys of a TOML file and their values stand: its parser gives the places of faults alone.
struct TOMLPlaces {
  private struct Entry {
    var key: TextPlace
    var value: TextPlace
  }

  private var entries: [[String]: Entry] = [:]

  /// Looks through a text, line by line.
  init(_ lines: [Substring]) {
    var table: [String] = []
    for (index, line) in lines.enumerated() {
      let words = line.drop { $0 == " " || $0 == "\t" }
      let key = TextPlace(
        line: index + 1, column: line.distance(from: line.startIndex, to: words.startIndex) + 1)
      if words.first == "[" {
        table = Self.parts(words.drop { $0 == "[" }.prefix { $0 != "]" })
        note(table, Entry(key: key, value: key))
      } else if words.first != "#", let sign = words.firstIndex(of: "=") {
        let value = words[sign...].dropFirst().drop { $0 == " " || $0 == "\t" }
        let column = line.distance(from: line.startIndex, to: value.startIndex) + 1
        note(
          table + Self.parts(words[..<sign]),
          Entry(key: key, value: TextPlace(line: index + 1, column: column)))
      }
    }
  }

  /// A key leads to its place, and so do the tables it lies in, if they have none yet.
  private mutating func note(_ path: [String], _ entry: Entry) {
    for count in path.indices.map({ $0 + 1 }) {
      let key = Array(path.prefix(count))
      if entries[key] == nil { entries[key] = entry }
    }
  }

  /// The parts of a dotted name, without quotation marks and the spaces around them.
  private static func parts(_ name: Substring) -> [String] {
    var (parts, part) = ([String](), "")
    var mark: Character?
    for character in name {
      if let open = mark {
        if character == open { mark = nil } else { part.append(character) }
      } else if character == "\"" || character == "'" {
        mark = character
      } else if character == "." {
        parts.append(part)
        part = ""
      } else if character != " ", character != "\t" {
        part.append(character)
      }
    }
    return parts + [part]
  }

  /// The place of a key or a table; nil where it is not found.
  func key(_ name: String, in table: String? = nil) -> TextPlace? { entry(name, in: table)?.key }

  /// The place of a key's value in a table of a table.
  func value(at path: [String]) -> TextPlace? { entries[path]?.value }

  /// The place of a key in a table of a table.
  func key(at path: [String]) -> TextPlace? { entries[path]?.key }

  /// The place of a key's value.
  func value(_ name: String, in table: String? = nil) -> TextPlace? { entry(name, in: table)?.value }

  private func entry(_ name: String, in table: String?) -> Entry? {
    entries[(table.map { [$0] } ?? []) + [name]]
  }
}
