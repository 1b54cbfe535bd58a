import Foundation

/// The string literals of the sources, as phrases: `"\(number) stories"` is "%1 stories".
struct SourceLiterals {
  /// A literal and where it is.
  struct Literal: Hashable {
    var text: String
    var place: String
  }

  /// Those of some rooms, without comments.
  static func all(in rooms: [String]) throws -> [Literal] {
    let sources = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Sources")
    var found: [Literal] = []
    for room in rooms {
      let folder = sources.appendingPathComponent(room)
      for name in try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
      where name.hasSuffix(".swift") {
        let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
        var reader = SourceLiterals(text)
        reader.read()
        found += reader.found.map { Literal(text: $0.text, place: "\(room)/\(name):\($0.line)") }
      }
    }
    return found
  }

  private let text: [Character]
  private var at = 0
  private(set) var found: [(text: String, line: Int)] = []

  init(_ text: String) { self.text = Array(text) }

  private func has(_ word: String, at place: Int) -> Bool {
    let word = Array(word)
    return place + word.count <= text.count && text[place..<(place + word.count)].elementsEqual(word)
  }

  mutating func read() {
    while at < text.count {
      if has("//", at: at) {
        while at < text.count, text[at] != "\n" { at += 1 }
      } else if text[at] == "\"" {
        literal()
      } else {
        at += 1
      }
    }
  }

  private mutating func literal() {
    let line = text[..<at].count { $0 == "\n" } + 1
    let isLong = has("\"\"\"", at: at)
    at += isLong ? 3 : 1
    var (words, places) = ("", 0)
    while at < text.count {
      if isLong ? has("\"\"\"", at: at) : text[at] == "\"" { break }
      guard text[at] == "\\", at + 1 < text.count else {
        words.append(text[at])
        at += 1
        continue
      }
      switch text[at + 1] {
      case "(":
        at += 2
        interpolation()
        places += 1
        words += "%\(places)"
      case "u":
        let end = text[at...].firstIndex(of: "}") ?? at
        let digits = String(text[(at + 3)..<max(at + 3, end)])
        if let scalar = UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init) {
          words.append(Character(scalar))
        }
        at = end + 1
      case "\n": at += 2
      case let letter:
        words.append(letter == "n" ? "\n" : letter)
        at += 2
      }
    }
    at += isLong ? 3 : 1
    // Lines that were joined keep their indentation between the words.
    let lines = words.split(separator: "\n").map { line in
      line.split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
    }
    found.append((isLong ? lines.filter { !$0.isEmpty }.joined(separator: "\n") : words, line))
  }

  /// Passes over an expression, and reads the literals in it.
  private mutating func interpolation() {
    var depth = 1
    while at < text.count, depth > 0 {
      if text[at] == "\"" {
        literal()
        continue
      }
      if text[at] == "(" { depth += 1 }
      if text[at] == ")" { depth -= 1 }
      at += 1
    }
  }
}
