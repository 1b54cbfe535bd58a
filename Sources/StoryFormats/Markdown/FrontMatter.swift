/// What stands over a Markdown text: names and values, whichever of the notations they came in.
///
/// Names are compared without case, and "-" is "_": `Pub-Date`, `pub_date` and `PUB_DATE` are one.
struct FrontMatter {
  /// What a name stands for; numbers, dates and truth values are kept as they were written.
  indirect enum Value {
    case text(String)
    case list([Value])
    case table([String: Entry])
  }

  /// A value and the line of the file it begins on.
  struct Entry {
    var value: Value
    var line: Int?
  }

  /// The longest front matter that is read, in bytes; real ones have a few hundred.
  static let longest = 262_144
  /// How deep tables and lists may nest, and how many values there may be in all.
  static let deepest = 24
  static let mostValues = 20_000

  var entries: [String: Entry] = [:]
  /// What was wrong, with the line of the file.
  var faults: [(line: Int?, reason: String)] = []

  /// How a name is looked up.
  static func key(_ name: String) -> String {
    var key = ""
    for scalar in name.lowercased().unicodeScalars {
      key.unicodeScalars.append(scalar == "-" || scalar == " " ? "_" : scalar)
    }
    return key
  }

  /// The first of `names` that has a value which is not empty; also within `[extra]`, where sites put their own.
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

  /// The text of the first of `names` that is a single value.
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

  /// The words, with runs of white space as one space; nil for lists and tables.
  var text: String? {
    guard case .text(let text) = self, !isEmpty else { return nil }
    return text.squeezed
  }

  /// The text of each entry of a list, or the one text.
  var texts: [String] {
    switch self {
    case .text: text.map { [$0] } ?? []
    case .list(let values): values.compactMap(\.text)
    case .table: []
    }
  }
}

extension StringProtocol {
  /// The words with one space between them and none around.
  var squeezed: String {
    split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
