/// A language that the program speaks.
public enum Language: String, Hashable, Sendable, CaseIterable {
  case english = "en"
  case danish = "da"
  case swedish = "sv"
  case german = "de"

  /// Its own name.
  public var name: String {
    switch self {
    case .english: "English"
    case .danish: "Dansk"
    case .swedish: "Svenska"
    case .german: "Deutsch"
    }
  }

  /// The language of a locale's name: `da`, `da_DK`, `da_DK.UTF-8`, `da_DK@euro`; nil for one that the program
  /// does not speak.
  public init?(locale name: some StringProtocol) {
    self.init(rawValue: String(name.prefix { $0 != "_" && $0 != "." && $0 != "@" && $0 != "-" }).lowercased())
  }

  /// The names of the locales that the variables of the environment ask for, the most wanted first, as
  /// gettext reads them; empty for none.
  ///
  /// The first of `LC_ALL`, `LC_MESSAGES` and `LANG` that is set names the locale. Unless that is `C` or
  /// `POSIX`, the first known language of the list in `LANGUAGE` comes before it. (GNU gettext manual, 2.3
  /// "Setting the Locale through Environment Variables".)
  ///
  /// - Parameter variable: the value of a variable; nil if it is unset or empty.
  public static func wanted(by variable: (_ name: String) -> String?) -> [String] {
    let set = ["LC_ALL", "LC_MESSAGES", "LANG"].compactMap { variable($0) }
    let locale = set.first { !$0.isEmpty }
    guard let locale, !["C", "POSIX"].contains(locale.prefix { $0 != "." }) else { return [] }
    let list = (variable("LANGUAGE") ?? "").prefix(1_000).split(separator: ":")
    return list.map(String.init) + [locale]
  }

  /// The first language of those that the program speaks; see `wanted(by:)`.
  public static func chosen(by variable: (_ name: String) -> String?) -> Language {
    wanted(by: variable).lazy.compactMap { Language(locale: $0) }.first ?? .english
  }
}
