/// Which of the first two numbers of "03/04/2016" is the day.
enum NumericOrder {
  case dayFirst, monthFirst

  /// Top-level domains of no country, or of countries whose domains are used elsewhere.
  private static let everywhere: Set<Substring> = [
    "io", "co", "tv", "me", "ai", "ly", "fm", "gg", "to", "is", "cc", "ws", "ca", "us", "ph",
  ]

  /// The usual order where a page comes from; nil if both are usual.
  ///
  /// The country in its address tells more than its language, which many systems set to "en-US" by default.
  static func usual(language: String?, host: String?) -> NumericOrder? {
    let country = host?.split(separator: ":").first?.split(separator: ".").last ?? ""
    if ["us", "gov", "mil", "edu"].contains(country) { return .monthFirst }
    if country.utf8.count == 2, !everywhere.contains(country), country.allSatisfy(\.isLetter) {
      return .dayFirst
    }
    guard let language, !language.isEmpty else { return nil }
    let parts = language.lowercased().split { "-_".contains($0) }
    guard parts.first?.allSatisfy(\.isLetter) == true else { return nil }
    if parts.first != "en" { return .dayFirst }
    switch parts.dropFirst().first {
    case "us"?: return .monthFirst
    case nil, "ca"?, "ph"?: return nil
    default: return .dayFirst
    }
  }
}
