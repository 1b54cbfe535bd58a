/// Guesses the text of a record whose members have unknown names.
struct RecordGuess {
  /// The path to the member, with dots, as `[jsonl]` takes it.
  private(set) var name: String?
  /// Its value.
  private(set) var value: JSONValue = .null
  /// The names of the record's members.
  private(set) var members: [String] = []

  private var length = 0
  private let fields: RecordFields

  /// The deepest objects to search.
  private static let maximumDepth = 4
  /// The shortest text that can be a story, in bytes.
  private static let least = 60

  /// Guesses the text of a record.
  ///
  /// - Parameter fields: the known names, whose members are something else.
  init(_ bytes: ArraySlice<UInt8>, fields: RecordFields) {
    self.fields = fields
    guard let value = JSONReader.value(of: bytes),
      case .object(let object) = value
    else { return }
    members = object.keys.sorted()
    look(into: value, path: "", depth: 0)
  }

  private mutating func look(into value: JSONValue, path: String, depth: Int) {
    guard case .object(let members) = value, depth < Self.maximumDepth else { return }
    for name in members.keys.sorted() {
      guard let inner = members[name], !name.contains("."), mayBeText(RecordName.folded(name), value: inner)
      else { continue }
      let path = path.isEmpty ? name : path + "." + name
      switch inner {
      case .string(let text): consider(inner, text, path)
      case .array(let values):
        let texts = values.compactMap { if case .string(let text) = $0 { text } else { nil } }
        if texts.count == values.count, texts.contains(where: Self.isProse) {
          consider(inner, texts.joined(separator: "\n"), path)
        }
      default: look(into: inner, path: path, depth: depth + 1)
      }
    }
  }

  private mutating func consider(_ value: JSONValue, _ text: String, _ path: String) {
    guard text.utf8.count > length, Self.isProse(text) else { return }
    (name, self.value, length) = (path, value, text.utf8.count)
  }

  private func mayBeText(_ name: String, value: JSONValue) -> Bool {
    if Self.neverText.contains(name) { return false }
    // An object under a known name may have unknown members.
    if case .object = value { return true }
    return fields.foldedSlots[name] == nil
  }

  /// Members that stories have besides their text.
  private static let neverText: Set<String> = [
    "url", "copyright", "copyrightnotice", "rights", "license", "usageterms", "credit", "references",
    "teasers",
  ]

  /// Whether a text reads as sentences: words with spaces between them, and few other signs.
  private static func isProse(_ text: String) -> Bool {
    guard text.utf8.count >= least else { return false }
    let sample = text.unicodeScalars.prefix(2_000)
    let letters = sample.count { $0.properties.isAlphabetic }
    let blanks = sample.count { $0.properties.isWhitespace }
    let isWithoutBlanks = sample.contains { CellMeasure.isIdeographic($0) }
    return letters * 10 >= sample.count * 6 && (isWithoutBlanks || blanks * 16 >= sample.count)
  }
}
