/// Names of desks as a person writes them.
public enum DeskName {
  /// The name as it is shown: `front-page`, as programs write it, is "Front page"; what has capitals or
  /// blanks is as somebody wrote it, but for its underscores.
  public static func shown(_ name: String) -> String {
    guard name.utf8.count <= 200 else { return name }
    let isWritten = name.contains { $0.isUppercase || $0.isWhitespace || $0 == "/" || $0 == "." }
    return isWritten ? name.replacing("_", with: " ") : ofSlug(name)
  }

  /// The name of a folder or a slug made readable: blanks for "-" and "_", a capital at its head, short forms
  /// large.
  public static func ofSlug(_ slug: some StringProtocol) -> String {
    let words = slug.split { $0 == "-" || $0 == "_" }.map { word in
      isShortForm(word) ? word.uppercased() : String(word)
    }
    guard let first = words.first else { return String(slug) }
    return ([first.prefix(1).uppercased() + first.dropFirst()] + words.dropFirst()).joined(separator: " ")
  }

  /// Short forms that could be words: "us", "eu"; all others have no vowel: "tv", "nfl".
  private static let shortForms: Set<String> = ["us", "uk", "eu", "un", "usa", "uae", "ai"]

  private static func isShortForm(_ word: some StringProtocol) -> Bool {
    guard word.utf8.count <= 4, word.allSatisfy({ $0.isASCII && $0.isLowercase }) else { return false }
    return shortForms.contains(String(word)) || word.count > 1 && !word.contains { "aeiouy".contains($0) }
  }
}
