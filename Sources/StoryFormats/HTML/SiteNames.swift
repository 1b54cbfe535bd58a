/// The names of a page's site, to be removed from headlines and bylines.
struct SiteNames {
  private var names: Set<String> = []
  /// The name in the site's address: "courier" of `www.courier.co.uk`.
  private var label = ""

  /// Takes the page's names for its site and publisher, and the host of its address.
  init(_ said: [String], host: String?) {
    for name in said.prefix(40) { add(name) }
    let labels = (host ?? "").split(separator: ":").first?.split(separator: ".").map(String.init) ?? []
    guard labels.count > 1 else { return }
    let isTwofold = labels.count > 2 && labels[labels.count - 1].utf8.count == 2
    let ofTwo =
      isTwofold && ["co", "com", "org", "net", "gov", "ac", "edu"].contains(labels[labels.count - 2])
    let name = labels[labels.count - (ofTwo ? 3 : 2)]
    label = Self.folded(name)
    names.insert(label)
    names.insert(Self.folded(labels[(labels.count - (ofTwo ? 3 : 2))...].joined()))
  }

  /// Adds a name.
  mutating func add(_ name: String) {
    guard name.utf8.count <= 100 else { return }
    let folded = Self.folded(name)
    if folded.utf8.count > 1 { names.insert(folded) }
  }

  /// Whether a text is one of the names, ignoring "the" and accents.
  func contains(_ text: String) -> Bool {
    text.utf8.count <= 100 && names.contains(Self.folded(text))
  }

  /// Whether a separate part of a title is one of the names, or nearly so.
  func containsNearly(_ text: String) -> Bool {
    guard text.utf8.count <= 100 else { return false }
    let folded = Self.folded(text)
    if names.contains(folded) { return true }
    // "The Tornö Courier" at courier.example, "Courier" at tornocourier.example.
    guard label.utf8.count >= 5, folded.utf8.count >= 5, text.split(separator: " ").count <= 4 else {
      return false
    }
    return folded.hasSuffix(label) || folded.hasPrefix(label) || label.hasSuffix(folded)
      || label.hasPrefix(folded)
  }

  /// The letters that addresses use for those with marks.
  private static let plain: [Character: String] = [
    "å": "a", "ä": "a", "à": "a", "á": "a", "â": "a", "ã": "a", "æ": "ae", "ç": "c", "č": "c", "é": "e",
    "è": "e", "ê": "e", "ë": "e", "ě": "e", "í": "i", "ì": "i", "î": "i", "ï": "i", "ñ": "n", "ó": "o",
    "ò": "o", "ô": "o", "õ": "o", "ö": "o", "ø": "o", "ř": "r", "š": "s", "ß": "ss", "ú": "u", "ù": "u",
    "û": "u", "ü": "u", "ý": "y", "ž": "z",
  ]

  private static let articles: [Substring] = ["the", "die", "der", "das", "le", "la"]

  private static func folded(_ text: String) -> String {
    let plainly = text.lettersOfASCII(andDigits: true, gap: " ")
    var words =
      plainly?.split(separator: " ") ?? text.lowercased().split { !($0.isLetter || $0.isNumber) }
    if words.count > 1, let first = words.first, articles.contains(first) { words.removeFirst() }
    if plainly != nil { return words.joined() }
    return words.joined().map { plain[$0] ?? String($0) }.joined()
  }
}
