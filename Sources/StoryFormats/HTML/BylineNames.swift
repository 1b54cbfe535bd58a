/// The names in what a page gives as its byline: no titles of jobs, dates, addresses, or words of buttons.
enum BylineNames {
  /// The most names of a story, and the longest text that is looked at, in characters.
  static let most = 20
  private static let longest = 300
  private static let longestName = 80

  private static let openings = [
    "by", "af", "av", "von", "par", "por", "door", "text", "tekst", "written by", "words by", "story by",
    "posted by", "skrevet af",
    "skriven av", "skrevet av", "author", "authors", "forfatter", "from", "byline", "published by", "texte",
    "texto",
  ].sorted { $0.count > $1.count }

  private static let buttons: Set<String> = [
    "share", "follow", "tweet", "print", "email", "e-mail", "comments", "comment", "admin", "administrator",
    "updated", "published",
    "posted", "last", "author", "del", "dela", "følg", "följ", "unknown", "guest", "editor-in-chief", "staff",
    "null", "undefined",
    "opdateret", "publiceret", "publicerad", "uppdaterad", "publisert", "oppdatert", "aktualisiert",
    "veröffentlicht",
  ]

  private static let trades = [
    "reporter", "journalist", "editor", "correspondent", "columnist", "writer", "producer", "photographer",
    "critic", "analyst",
    "contributor", "redaktør", "redaktör", "korrespondent", "fotograf", "redakteur", "journaliste",
    "periodista", "redactor", "verslaggever",
  ]

  /// The names in each of some texts, each once.
  static func names(in texts: [String]) -> [String] {
    var names: [String] = []
    for text in texts.prefix(most) {
      for name in Self.names(in: text) where !names.contains(name) && names.count < most {
        names.append(name)
      }
    }
    return names
  }

  /// The names in a text; none where it holds no name.
  static func names(in text: String) -> [String] {
    let line = withoutOpening(
      MarkupTree.collapsed(text.count > longest ? String(text.prefix(longest)) : text))
    var names: [String] = []
    for part in line.split(whereSeparator: { "|·•\n/;".contains($0) }).map(\.trimmingBlanks) {
      let found = namesOfPart(withoutOpening(part))
      if found.isEmpty, !names.isEmpty { break }
      names += found
    }
    return names
  }

  /// Whether a text begins as bylines do: "By Anna Berg".
  static func opens(_ text: String) -> Bool { withoutOpening(text) != text }

  private static func withoutOpening(_ text: String) -> String {
    let lower = text.lowercased()
    guard lower.utf8.count == text.utf8.count else { return text }
    for opening in openings where lower.hasPrefix(opening) {
      let rest = text.dropFirst(opening.count)
      guard let next = rest.first, next == ":" || next.isWhitespace else { continue }
      return rest.drop { $0 == ":" || $0.isWhitespace }.trimmingBlanks
    }
    return text
  }

  /// Names between commas and "and".
  private static func namesOfPart(_ part: String) -> [String] {
    let joiners: Set<String> = [
      "and", "og", "och", "und", "et", "y", "en", "&", "with", "med", "avec", "con", "mit",
    ]
    var groups: [[String]] = [[]]
    var spaced = part.replacing(",", with: " , ")
    // "Anna Berg (with Per Ask)"; but "Richard (RJ) Eskow" is one name.
    for joiner in joiners { spaced = spaced.replacing("(\(joiner) ", with: ", ") }
    for word in spaced.split(whereSeparator: \.isWhitespace) {
      if word == "," || joiners.contains(word.lowercased()) {
        groups.append([])
      } else {
        groups[groups.count - 1].append(String(word))
      }
    }
    // "Mac & i" is one name.
    if groups.contains(where: { $0.count == 1 && $0[0].count == 1 }) { return [part] }
    var names: [String] = []
    for group in groups where !group.isEmpty {
      guard let name = name(group) else {
        if names.isEmpty { continue }
        break
      }
      names.append(name)
    }
    return names
  }

  private static func name(_ words: [String]) -> String? {
    var words = words
    // What follows a name: "Anna Berg in Skarvby", "Anna Berg (text)", "Anna Berg @anna".
    if let end = words.firstIndex(where: { isNoName($0) }) { words = Array(words[..<end]) }
    // "Lucas Nolan22 Dec": the date stood in an element of its own.
    if let end = words.firstIndex(where: { $0.first?.isLetter == true && $0.last?.isNumber == true }) {
      words = Array(words[..<end]) + [String(words[end].prefix { !$0.isNumber })]
    }
    guard (1...7).contains(words.count) else { return nil }
    var name = words.joined(separator: " ").trimmingBlanks
    if name.hasSuffix(")"), !name.contains("(") { name.removeLast() }
    guard name.count > 1, name.count <= longestName, name.contains(where: \.isLetter) else { return nil }
    let lower = words.map { $0.lowercased() }
    if buttons.contains(lower[0]) || trades.contains(where: { lower.last?.hasSuffix($0) == true }) {
      return nil
    }
    if words[0].first?.isLowercase == true, words.count == 1 { return nil }
    if Furniture.kind(ofText: name) != nil { return nil }
    if DateReading.read(name) != nil { return nil }
    return TextBylines.split(name).first ?? name
  }

  private static func isNoName(_ word: String) -> Bool {
    let lower = word.lowercased()
    return word.contains("@") || word.contains("://") || lower.hasPrefix("www.") || lower.hasPrefix("http")
      || (word.hasPrefix("(")
        && !(word.hasSuffix(")") && word.count <= 8 && word.dropFirst().first?.isUppercase == true))
      || ["in", "for", "i", "à", "on", "at", "is", "edited"].contains(lower)
      || word.contains { $0.isNumber } && word.contains { ":./-".contains($0) } || word.allSatisfy(\.isNumber)
      || [".com", ".org", ".net", ".co.uk"].contains { lower.hasSuffix($0) }
  }
}
