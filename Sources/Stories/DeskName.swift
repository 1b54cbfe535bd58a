/// Names of desks as a person writes them.
public enum DeskName {
  /// The name as shown: `front-page` becomes "Front page".
  ///
  /// A name with capitals or spaces was written by a person, so only its underscores change.
  public static func shown(_ name: String) -> String {
    guard name.utf8.count <= 200 else { return name }
    let isWritten = name.contains { $0.isUppercase || $0.isWhitespace || $0 == "/" || $0 == "." }
    return isWritten ? name.replacing("_", with: " ") : ofSlug(name)
  }

  /// A folder name or slug made readable: spaces for "-" and "_", a first capital, abbreviations in capitals.
  public static func ofSlug(_ slug: some StringProtocol) -> String {
    let words = slug.split { $0 == "-" || $0 == "_" }.map { word in
      isShortForm(word) ? word.uppercased() : String(word)
    }
    guard let first = words.first else { return String(slug) }
    return ([first.prefix(1).uppercased() + first.dropFirst()] + words.dropFirst()).joined(separator: " ")
  }

  /// Abbreviations that look like words; the others ("tv", "nfl") have no vowel.
  private static let shortForms: Set<String> = ["us", "uk", "eu", "un", "usa", "uae", "ai"]

  private static func isShortForm(_ word: some StringProtocol) -> Bool {
    guard word.utf8.count <= 4, word.allSatisfy({ $0.isASCII && $0.isLowercase }) else { return false }
    return shortForms.contains(String(word)) || word.count > 1 && !word.contains { "aeiouy".contains($0) }
  }
}
