internal import Stories

extension FrontMatter {
  /// The names in `author:` and similar fields, from a text, a list of texts, or tables with a name.
  static func people(_ value: Value) -> [String] {
    var names: [String] = []
    switch value {
    case .text: names = value.text.map(split) ?? []
    case .list(let values):
      for value in values.prefix(100) { names += people(value) }
    case .table(let table):
      for key in ["name", "display_name", "title", "author"] {
        if let name = table[key]?.value.text { return [name] }
      }
      let given = table["given_name"] ?? table["first_name"] ?? table["given"]
      let family = table["family_name"] ?? table["last_name"] ?? table["family"]
      let whole = [given, family].compactMap { $0?.value.text }.joined(separator: " ")
      names = whole.isEmpty ? [] : [whole]
    }
    return names.uniqued
  }

  /// "By Ann Lee and Bo Ek, Cy Om" as three names; names of offices that contain "and" stay whole.
  private static func split(_ text: String) -> [String] {
    var text = text[...]
    for word in ["by ", "af ", "av ", "von ", "by: ", "af: ", "av: "]
    where text.lowercased().hasPrefix(word) && text.dropFirst(word.count).first?.isUppercase == true {
      text = text.dropFirst(word.count)
      break
    }
    var names = text.split(separator: ";").map { String($0).squeezed }
    names = names.flatMap { name in
      let parts = name.split(separator: ",").map { String($0).squeezed }.filter { !$0.isEmpty }
      let last = parts.last.map(withoutAnd)
      let people = parts.dropLast() + (last.map { [$0] } ?? [])
      return people.count > 1 && people.allSatisfy { $0.contains(" ") || isSlug($0) } ? Array(people) : [name]
    }
    names = names.flatMap { name in
      for word in [" and ", " & ", " og ", " och ", " und "] {
        let parts = name.split(separator: word).map { String($0).squeezed }
        if parts.count > 1, parts.allSatisfy(isPerson) { return parts }
      }
      return [name]
    }
    return names.map { isSlug($0) ? readable($0) : $0 }.filter { !$0.isEmpty }
  }

  private static func withoutAnd(_ name: String) -> String {
    for word in ["and ", "& ", "og ", "och ", "und "] where name.hasPrefix(word) {
      return String(name.dropFirst(word.count))
    }
    return name
  }

  /// Whether every word is capitalised, except particles of names.
  private static func isPerson(_ name: String) -> Bool {
    let words = name.split(separator: " ")
    let particles: Set<Substring> = [
      "de", "da", "van", "von", "der", "den", "la", "le", "af", "bin", "al", "di",
    ]
    return (1...5).contains(words.count)
      && words.allSatisfy { $0.first?.isLowercase != true || particles.contains($0) }
  }

  /// Whether a name is written like a file name: `jane-doe`.
  static func isSlug(_ name: String) -> Bool {
    name.contains("-")
      && name.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0.isDigit || $0 == 0x2D }
      && name.utf8.first != 0x2D && name.utf8.last != 0x2D
  }

  /// "Jane Doe" for `jane-doe`.
  private static func readable(_ slug: String) -> String {
    slug.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " ")
  }
}

extension [String] {
  /// Each text once, ignoring case; the first spelling is kept.
  var uniqued: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0.lowercased()).inserted }
  }
}
