internal import Stories

/// The front matter of a Markdown text: names and values, in any of the notations.
///
/// Names ignore case, and "-" equals "_": `Pub-Date`, `pub_date` and `PUB_DATE` are the same.
struct FrontMatter {
  /// The value of a name; numbers, dates and truth values are kept as written.
  indirect enum Value {
    case text(String)
    case list([Value])
    case table([String: Entry])
  }

  /// A value and its first line in the file.
  struct Entry {
    var value: Value
    var line: Int?
  }

  /// The longest front matter to read, in bytes; real ones have a few hundred.
  static let longest = 262_144
  /// The deepest nesting of tables and lists, and the most values in all.
  static let deepest = 24
  static let mostValues = 20_000

  var entries: [String: Entry] = [:]
  /// Problems, with the line of the file.
  var faults: [(line: Int?, reason: String)] = []

  /// The key under which a name is looked up.
  static func key(_ name: String) -> String {
    var key = ""
    for scalar in name.lowercased().unicodeScalars {
      key.unicodeScalars.append(scalar == "-" || scalar == " " ? "_" : scalar)
    }
    return key
  }

  /// The first non-empty value among `names`; also within `[extra]`, where sites put their own.
  func entry(_ names: String...) -> Entry? {
    for name in names {
      if let entry = entries[name], !entry.value.isEmpty { return entry }
    }
    for home in ["extra", "params", "taxonomies"] {
      guard case .table(let inner)? = entries[home]?.value else { continue }
      for name in names {
        if let entry = inner[name], !entry.value.isEmpty { return entry }
      }
    }
    return nil
  }

  /// The text of the first of `names` that has a single value.
  func text(_ names: String...) -> String? {
    for name in names {
      if let text = entry(name)?.value.text { return text }
    }
    return nil
  }
}

extension FrontMatter.Value {
  var isEmpty: Bool {
    switch self {
    case .text(let text): text.allSatisfy(\.isWhitespace)
    case .list(let values): values.allSatisfy(\.isEmpty)
    case .table(let table): table.isEmpty
    }
  }

  /// The words with white space collapsed; nil for lists and tables.
  var text: String? {
    guard case .text(let text) = self, !isEmpty else { return nil }
    return text.squeezed
  }

  /// The text of each entry of a list, or the single text.
  var texts: [String] {
    switch self {
    case .text: text.map { [$0] } ?? []
    case .list(let values): values.compactMap(\.text)
    case .table: []
    }
  }
}
