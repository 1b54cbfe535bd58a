/// Recognises names of newsrooms, agencies and offices in bylines.
enum Organisations {
  private static let lastWords: Set<String> = [
    "news", "staff", "desk", "team", "editors", "editorial", "newsroom", "press", "agency", "agencies",
    "times", "courier",
    "herald", "tribune", "gazette", "media", "network", "magazine", "bureau", "service", "services",
    "department", "office",
    "ministry", "university", "institute", "council", "foundation", "correspondents", "reporters", "board",
    "wire", "online",
    "radio", "tv", "television", "newspaper", "journal", "chronicle", "contributors", "writers", "union",
    "association",
    "redaktion", "redaktionen", "redaksjonen", "redactie", "redacción", "rédaction", "redazione", "redação",
    "agence",
    "bladet", "avis", "avisen", "tidning", "tidningen", "zeitung", "presse", "company", "inc", "ltd", "gmbh",
    "report",
    "official", "blog", "digital", "group", "publishing", "communications", "wikipedia", "projects",
  ]
  private static let agencies: Set<String> = [
    "ap", "afp", "reuters", "dpa", "tt", "ritzau", "ntb", "anp", "efe", "ansa", "pti", "ani", "ians",
    "bloomberg", "upi", "apa",
    "tass", "xinhua", "kyodo", "stt", "belga", "pap", "ctk", "čtk", "sid", "lusa", "associated press",
    "agence france-presse",
    "pa media", "press association", "canadian press", "europa press", "tt-ritzau",
  ]
  private static let firstWords: Set<String> = [
    "the", "la", "die", "redaktion", "team", "von", "redacción", "agencia", "agence",
  ]

  private static let offices: Set<Substring> = [
    "ministry", "department", "university", "institute", "ministeriet", "office", "bureau", "council",
    "committee", "city",
  ]

  /// Whether a text begins like the name of an office, which may contain "and" and "of".
  static func opensOffice(_ text: String) -> Bool {
    let words = text.lowercased().split(separator: " ", maxSplits: 2)
    return words.count > 2 && offices.contains(words[0]) && ["of", "for", "de", "für"].contains(words[1])
  }

  /// Whether a name is that of a newsroom, an agency or the site itself.
  static func contain(_ name: String, sites: SiteNames? = nil) -> Bool {
    if sites?.contains(name) == true { return true }
    let words = name.lowercased().split(whereSeparator: \.isWhitespace).map(String.init)
    guard let first = words.first, let last = words.last else { return false }
    if agencies.contains(name.lowercased())
      || agencies.contains(words.drop { $0 == "the" }.joined(separator: " "))
    {
      return true
    }
    if lastWords.contains(last.filter { $0 != "." }), words.count > 1 || lastWords.contains(first) {
      return true
    }
    return firstWords.contains(first) && (words.count != 2 || first == "the") || last.hasSuffix(".com")
      || last.hasSuffix(".org")
  }

  /// Whether a name looks like a person's: two to five capitalised words without digits.
  static func isPersonLike(_ name: String) -> Bool {
    let words = name.split(whereSeparator: \.isWhitespace)
    if name.unicodeScalars.contains(where: { (0x2E80...0xD7FF).contains($0.value) }) {
      return name.count <= 12
    }
    return (2...6).contains(words.count) && !name.contains(where: \.isNumber)
      && words.first?.first?.isUppercase == true && words.last?.contains(where: \.isUppercase) == true
  }
}
