/// Language tags (BCP 47).
package enum LanguageTag {
  /// The language itself in lower case, without script or region: `en` for `en-GB` and `EN_us`.
  package static func primary(_ tag: String) -> String {
    tag.prefix { $0 != "-" && $0 != "_" }.lowercased()
  }

  /// A tag in its usual case ("en-US", "zh-Hant"), from a tag or a locale's name ("pt_BR.UTF-8"); nil if it
  /// can't be one.
  package static func normal(_ text: some StringProtocol) -> String? {
    guard text.utf8.count <= 100 else { return nil }
    let isBlank = { (letter: Character) in letter.isASCII && letter.isWhitespace }
    let whole = text.drop(while: isBlank)
    let end = whole.lastIndex { !isBlank($0) }.map(whole.index(after:)) ?? whole.startIndex
    let name = whole[..<end].prefix { $0 != "." && $0 != "@" }
    let parts = name.split(whereSeparator: { $0 == "-" || $0 == "_" })
    guard name.utf8.count <= 35, let language = parts.first, (2...3).contains(language.utf8.count),
      parts.allSatisfy({ $0.utf8.count <= 8 && $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) } }
      ),
      language.allSatisfy(\.isLetter)
    else { return nil }
    let rest = parts.dropFirst().map { part in
      switch part.utf8.count {
      case 2: part.uppercased()
      case 4: part.prefix(1).uppercased() + part.dropFirst().lowercased()
      default: part.lowercased()
      }
    }
    return ([language.lowercased()] + rest).joined(separator: "-")
  }
}
