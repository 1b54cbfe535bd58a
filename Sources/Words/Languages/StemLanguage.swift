/// The languages in which a query also finds other forms of its words.
public enum StemLanguage: String, Hashable, Sendable, CaseIterable {
  case english = "en"
  case danish = "da"
  case swedish = "sv"
  case norwegian = "nb"
  case german = "de"

  /// Reads a code as stories declare it: `en`, `en-GB`, `nb_NO`, `no`, `nn`.
  public init?(code: String) {
    let primary = LanguageTag.primary(code)
    self.init(rawValue: primary == "no" || primary == "nn" ? "nb" : primary)
  }

  /// Whether the language joins words into one: `Fährlinie`, `færgelinje`.
  package var writesCompounds: Bool { self != .english }

  /// Its number in the index's vocabulary, from 1, in the order of the cases.
  package var number: Int { (Self.allCases.firstIndex(of: self) ?? 0) + 1 }

  /// The language of a number; nil for 0, which stands for any other.
  package init?(number: Int) {
    guard Self.allCases.indices.contains(number - 1) else { return nil }
    self = Self.allCases[number - 1]
  }
}
