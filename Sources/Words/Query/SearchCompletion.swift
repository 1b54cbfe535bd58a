public import Stories

/// What can be completed at the cursor of a search line.
public struct SearchCompletion: Hashable, Sendable {
  /// What is being typed.
  public enum Kind: Hashable, Sendable {
    /// The name of a field, which ":" follows.
    case field
    /// A desk, author, tag, language or format.
    case value(Facet.Kind)
    /// A word of a fixed list: the values of `is:` and `has:`.
    case word(SearchField)
  }

  /// The characters that a candidate replaces, counted from the start of the line.
  public var range: Range<Int>
  /// The beginning of all candidates, as typed, without a quotation mark.
  public var prefix: String
  /// What is being typed.
  public var kind: Kind

  /// What is being typed at the cursor (in characters from the start); nil if nothing can be completed.
  public static func complete(_ text: String, cursor: Int) -> SearchCompletion? {
    let typed = Array(text.prefix(min(max(cursor, 0), SearchQuery.lengthLimit)))
    var (start, inQuotes) = (0, false)
    for (place, character) in typed.enumerated() {
      if "\"“”„".contains(character) {
        inQuotes.toggle()
      } else if !inQuotes, character.isWhitespace || character == "(" || character == ")" {
        start = place + 1
      }
    }
    if start < typed.count, typed[start] == "-" { start += 1 }
    let part = typed[start...]
    guard let colon = part.firstIndex(of: ":") else {
      guard !part.isEmpty, part.allSatisfy(\.isLetter) else { return nil }
      return SearchCompletion(range: start..<typed.count, prefix: String(part), kind: .field)
    }
    guard let field = SearchField(name: String(part[..<colon])) else { return nil }
    let value = part[(colon + 1)...]
    let isQuoted = value.first.map { "\"“”„".contains($0) } ?? false
    let prefix = String(isQuoted ? value.dropFirst() : value)
    let kind: Kind? = field.facet.map { .value($0) } ?? (field.isCompleted ? .word(field) : nil)
    guard let kind, !isQuoted || inQuotes else { return nil }
    return SearchCompletion(range: colon + 1..<typed.count, prefix: prefix, kind: kind)
  }

  /// The quotation mark and the brackets that a line lacks at its end; "" if nothing is open, or nothing was
  /// typed in it.
  public static func closing(of text: String) -> String {
    var (depth, inQuotes) = (0, false)
    for character in text.prefix(SearchQuery.lengthLimit) {
      if "\"“”„".contains(character) {
        inQuotes.toggle()
      } else if !inQuotes, character == "(" {
        depth += 1
      } else if !inQuotes, character == ")" {
        depth = max(0, depth - 1)
      }
    }
    let isBegun = text.last.map { !$0.isWhitespace && !"(\"“”„".contains($0) } ?? false
    guard isBegun else { return "" }
    return (inQuotes ? "\"" : "") + String(repeating: ")", count: depth)
  }

  /// The fixed candidates: names of fields, and values of `is:` and `has:`; empty if only the library knows
  /// them.
  public var candidates: [String] {
    let begun = prefix.lowercased()
    switch kind {
    case .field:
      let named = SearchField.allCases.filter { $0.rawValue.hasPrefix(begun) }
      // The beginning of a field's other name is completed to its main name.
      let others = SearchField.allCases.filter { $0.row.synonyms.contains { $0.hasPrefix(begun) } }
      return (named.isEmpty ? others : named).map { $0.rawValue + ":" }
    case .word(let field): return field.choices.filter { $0.hasPrefix(begun) }
    case .value: return []
    }
  }

  /// A candidate as it must be written: in quotation marks if it has spaces or signs.
  public static func written(_ candidate: String) -> String {
    let isPlain = candidate.allSatisfy { !$0.isWhitespace && !"()\"“”„".contains($0) }
    return isPlain ? candidate : "\"" + candidate.filter { !"\"“”„".contains($0) } + "\""
  }
}
