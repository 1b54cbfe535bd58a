internal import Stories
internal import Words

/// Gathers the translations that a page, an entry or an item names, each once and never itself.
struct NamedTranslations {
  private(set) var all: [Translation] = []
  private var seen: Set<String>

  /// - Parameter own: the story's own addresses and names.
  init(of own: [String?]) {
    seen = Set(own.compactMap(\.self).map(Self.key))
  }

  /// Takes an address with the language that is said of it (`hreflang`, HTML Living Standard, "The link
  /// element").
  ///
  /// - Parameter language: as written; "x-default" is the page for readers of no other language, and not a
  ///   translation. Nil if nothing is said of it.
  mutating func add(_ address: String, language written: String?, base: WebAddress?) {
    let language = written.flatMap { LanguageTag.normal($0) }
    guard written == nil || language != nil, address.utf8.count <= 4_000 else { return }
    let reference = LinkTarget.reference(text: "", address: address.trimmedASCII, base: base)
    guard let target = reference.target else { return }
    add(Translation(language: language, naming: reference.naming, target: target))
  }

  /// Takes a name.
  mutating func add(_ translation: Translation) {
    guard all.count < Translation.most, !translation.target.isEmpty,
      seen.insert(Self.key(translation.target)).inserted
    else { return }
    all.append(translation)
  }

  /// Addresses that differ only in the slash at their end name one page.
  private static func key(_ name: String) -> String {
    let text = WebAddress(name)?.text ?? name
    return text.utf8.last == UInt8(ascii: "/") ? String(text.dropLast()) : text
  }
}
