/// The languages whose words are known by their stems.
public enum StemLanguage: String, Hashable, Sendable, CaseIterable {
  case english = "en"
  case danish = "da"
  case swedish = "sv"
  case norwegian = "nb"
  case german = "de"

  /// Takes a code as stories declare it: `en`, `en-GB`, `nb_NO`, `no`, `nn`.
  public init?(code: String) {
    let primary = LanguageTag.primary(code)
    self.init(rawValue: primary == "no" || primary == "nn" ? "nb" : primary)
  }

  /// Whether words that belong together are written as one: `Fährlinie`, `færgelinje`.
  package var writesCompounds: Bool { self != .english }

  /// How the vocabulary numbers it, from 1; the numbers are kept in the index, and follow the order of the
  /// cases.
  package var number: Int { (Self.allCases.firstIndex(of: self) ?? 0) + 1 }

  /// The language with a number; nil for 0, which is any other.
  package init?(number: Int) {
    guard Self.allCases.indices.contains(number - 1) else { return nil }
    self = Self.allCases[number - 1]
  }
}
