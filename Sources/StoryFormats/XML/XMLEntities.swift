/// The text of entities in a document type: `<!ENTITY paper "The Courier">` (XML 1.0, section 4.2).
///
/// Only plain text is used: an entity that names another, contains markup or is external is not replaced, so
/// nothing grows beyond the length of one value.
struct XMLEntities {
  /// The most entities, the most bytes of one, and the most bytes that all their uses may add up to.
  private static let maximumCount = 256
  private static let maximumLength = 200
  private static let maximumUse = 1_000_000

  private var values: [String: String] = [:]
  private var used = 0

  /// Makes an empty list.
  init() {}

  /// Adds the entities of a document type.
  mutating func take(_ declaration: ArraySlice<UInt8>) {
    let mark = Array("<!ENTITY".utf8)
    var at = declaration.startIndex
    while values.count < Self.maximumCount, let start = declaration[at...].firstIndex(of: mark[0]) {
      at = start + 1
      guard declaration[start...].starts(with: mark) else { continue }
      let rest = declaration[(start + mark.count)...].prefix(Self.maximumLength * 2)
      let name = rest.drop { $0 <= 0x20 }.prefix { $0 > 0x20 }
      let value = rest[name.endIndex...].drop { $0 <= 0x20 }
      guard XMLNames.isName(name), let quote = value.first, quote == 0x22 || quote == 0x27,
        let end = value.dropFirst().firstIndex(of: quote), end - value.startIndex <= Self.maximumLength
      else { continue }
      let written = String(decoding: value[(value.startIndex + 1)..<end], as: UTF8.self)
      let text = CharacterReferences.decoded(written)
      guard !text.utf8.contains(UInt8(ascii: "<")), !Self.namesAnother(text) else { continue }
      let key = String(decoding: name, as: UTF8.self)
      // The first declaration of a name counts.
      if values[key] == nil { values[key] = text }
      at = end
    }
  }

  private static func namesAnother(_ text: String) -> Bool {
    text.utf8.contains(UInt8(ascii: "&")) && text.utf8.contains(UInt8(ascii: ";"))
  }

  /// The text of `&name;`; nil if it has none, or if all uses add up to too much.
  mutating func text(of reference: some StringProtocol) -> String? {
    guard !values.isEmpty, let text = values[String(reference.dropFirst().dropLast())],
      used + text.utf8.count <= Self.maximumUse
    else { return nil }
    used += text.utf8.count
    return text
  }
}
