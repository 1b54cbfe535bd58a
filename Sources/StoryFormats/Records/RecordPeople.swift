/// Reads the names of a record's authors.
enum RecordPeople {
  /// The names in a value: a text, a list, an object with a name, or with the parts of one as in the New York
  /// Times's records.
  static func names(in value: JSONValue) -> [String] {
    switch value {
    case .string:
      return value.text.map(split) ?? []
    case .array(let values):
      return values.prefix(1_000).flatMap { names(in: $0) }.reduce(into: []) {
        if !$0.contains($1) { $0.append($1) }
      }
    case .object: return name(of: value)
    case .null, .bool, .number: return []
    }
  }

  private static func name(of person: JSONValue) -> [String] {
    for name in [
      "name", "original", "displayName", "display_name", "fullName", "full_name", "webTitle", "byline",
      "title",
    ] {
      if case .string(let text)? = person.member(name), !text.trimmedASCII.isEmpty {
        return name == "original" || name == "byline" ? split(text.trimmedASCII) : [text.trimmedASCII]
      }
    }
    let parts = [
      ["firstname", "givenName", "first"], ["middlename", "additionalName"],
      ["lastname", "familyName", "surname", "last"],
    ].compactMap { $0.lazy.compactMap { person.member($0)?.text }.first }
    if !parts.isEmpty { return [parts.joined(separator: " ")] }
    return person.member("person").map { names(in: $0) } ?? []
  }

  /// The names in a text: those after "By", those separated by "and", ";" or "|", and full names separated by
  /// commas.
  private static func split(_ text: String) -> [String] {
    if WebAddress(text) != nil { return [] }
    let plain = MarkupTree.collapsed(CharacterReferences.decoded(text))
    if let names = TextBylines.names(in: plain) { return names }
    let groups = plain.split { $0 == ";" || $0 == "|" }.flatMap { group -> [Substring] in
      let names = group.split(separator: ",")
      return names.count > 1 && names.allSatisfy { $0.split(separator: " ").count > 1 } ? names : [group]
    }
    let names = groups.map(MarkupTree.collapsed).filter { !$0.isEmpty }
    guard names.count == 1 else { return names }
    let split = TextBylines.split(plain)
    return split.count == 2 && !plain.contains(",") && split.allSatisfy({ $0.contains(" ") })
      ? split : [plain]
  }
}
