internal import Stories

/// Reads lines at the head of a story that say who wrote it, and when.
enum TextBylines {
  struct Line {
    var role: TextPiece.Role
    var confidence: Double
    var reason: String
  }

  private static let dateLabels = [
    "published on", "published", "posted on", "posted", "date", "publiceret", "offentliggjort", "udgivet",
    "publicerad",
    "publicerat",
    "publisert", "veröffentlicht", "dato", "datum", "first published",
  ].longestFirst
  private static let updateLabels = [
    "last updated", "updated on", "updated", "last modified", "modified", "opdateret", "senest opdateret",
    "uppdaterad",
    "senast uppdaterad", "oppdatert", "sist oppdatert", "aktualisiert", "zuletzt aktualisiert",
  ].longestFirst
  private static let bylineLabels = [
    "by", "af", "av", "von", "text", "tekst", "words", "written by", "skrevet af", "skriven av", "skrevet av",
    "story by",
    "report by", "reporting by", "foto og tekst",
  ].longestFirst

  private static let plainDateLabels = [
    "published", "posted", "publiceret", "offentliggjort", "publicerad", "publisert", "date", "dato",
  ].longestFirst

  /// The meaning of a line at the head; nil for headlines and text.
  static func line(_ text: String) -> Line? {
    guard text.utf8.count <= 400, text.count <= 160 else { return nil }
    let parts = Self.parts(text)
    if parts.contains(where: { names(in: $0) != nil }) {
      return Line(role: .byline, confidence: 0.9, reason: "begins with “By” and names")
    }
    if let first = parts.first, date(in: first) != nil || update(in: first) != nil {
      let isUpdate = date(in: first) == nil
      return Line(role: .date(updated: isUpdate), confidence: 0.9, reason: "is a date")
    }
    if let first = parts.first, placeAndDate(first) != nil {
      return Line(role: .date(updated: false), confidence: 0.85, reason: "is a place and a date")
    }
    if let first = parts.first, names(in: first) == nil, hasDateLabel(first) {
      return Line(
        role: .date(updated: false), confidence: 0.6, reason: "is marked as a date, but can't be read")
    }
    return nil
  }

  /// A line's parts between bars and middle dots.
  static func parts(_ text: String) -> [String] {
    text.split(whereSeparator: { "|·•".contains($0) }).map(\.trimmingBlanks).filter { !$0.isEmpty }
  }

  /// The date of a part that is one, perhaps after "Published".
  static func date(in part: String) -> Timestamp? {
    DateReading.read(part) ?? without(dateLabels, part).flatMap { DateReading.read($0) }
  }

  /// "Malmö, 29 March 2016": place and date.
  static func placeAndDate(_ part: String) -> (place: String, date: Timestamp)? {
    guard part.utf8.count <= 120, let comma = part.firstIndex(of: ",") else { return nil }
    let place = part[..<comma].trimmingBlanks
    let words = place.split(separator: " ")
    guard (1...3).contains(words.count),
      words.allSatisfy({ $0.first?.isUppercase == true && $0.allSatisfy { $0.isLetter || $0 == "-" } }),
      let date = DateReading.read(part[part.index(after: comma)...].trimmingBlanks)
    else { return nil }
    return (place, date)
  }

  /// Whether a line is only a mail address.
  static func isMailAddress(_ text: String) -> Bool {
    guard text.utf8.count <= 100, let at = text.firstIndex(of: "@"), !text.contains(where: \.isWhitespace)
    else { return false }
    return at > text.startIndex && text[at...].dropFirst().contains(".")
  }

  /// The date of a part that begins with "Updated".
  static func update(in part: String) -> Timestamp? {
    without(updateLabels, part).flatMap { DateReading.read($0) }
  }

  private static func hasDateLabel(_ part: String) -> Bool {
    guard
      let rest = without(
        plainDateLabels, part,
        needsColon: false)
    else { return false }
    return rest.contains(where: \.isNumber) && rest.split(separator: " ").count <= 6
      && !TextMarks.endsSentence(rest)
  }

  /// The names in a part that begins with "By"; nil if it does not, or continues as a sentence.
  static func names(in part: String) -> [String]? {
    guard let rest = without(bylineLabels, part), !rest.isEmpty,
      !TextMarks.endsWithStop(rest) || rest.split(separator: " ").count <= 3
    else { return nil }
    guard DateReading.read(rest) == nil else { return nil }
    let names = split(rest)
    return names.isEmpty ? nil : names
  }

  /// The single names, without roles, mail addresses and dates after them.
  static func split(_ text: String) -> [String] {
    let joiners: Set<String> = ["and", "og", "och", "und", "&", "with", "med"]
    var groups: [[Substring]] = [[]]
    for word in text.replacing(",", with: " , ").replacing(";", with: " , ").split(
      whereSeparator: \.isWhitespace)
    {
      if joiners.contains(word.lowercased()) || word == "," {
        groups.append([])
      } else {
        groups[groups.count - 1].append(word)
      }
    }
    var names: [String] = []
    for group in groups where !group.isEmpty {
      guard isName(group) else {
        // A role may follow a comma; but if the line begins with anything but a name, it is not a byline.
        if names.isEmpty { return [] }
        break
      }
      names.append(cased(group.map(String.init)).joined(separator: " "))
    }
    return names
  }

  private static let particles: Set<String> = [
    "von", "van", "de", "der", "den", "af", "av", "la", "le", "di", "da", "del", "ten", "the",
  ]

  /// Words that end the names of desks, which may be in lower case: "the night desk".
  private static let desks: Set<String> = [
    "desk", "staff", "team", "newsroom", "editors", "reporters", "redaktion", "redaktionen", "redaksjonen",
  ]

  private static func isName(_ words: [Substring]) -> Bool {
    guard (1...6).contains(words.count) else { return false }
    if words.contains(where: { $0.contains("@") || $0.contains(where: \.isNumber) }) { return false }
    if let last = words.last, words.count > 1, desks.contains(last.lowercased()) { return true }
    return words.contains { $0.first?.isUppercase == true }
      && words.allSatisfy { isCapitalised($0) || particles.contains($0.lowercased()) }
  }

  /// Whether a word begins like a name: with a capital, perhaps after "d'" or "l'".
  private static func isCapitalised(_ word: Substring) -> Bool {
    if word.first?.isUppercase == true { return true }
    let rest = word.dropFirst()
    return rest.first.map { "'’".contains($0) } == true && rest.dropFirst().first?.isUppercase == true
  }

  /// "Jane Roe" for "JANE ROE"; other names unchanged.
  private static func cased(_ words: [String]) -> [String] {
    guard words.allSatisfy({ $0 == $0.uppercased() }), words.contains(where: { $0.count > 3 }) else {
      return words
    }
    return words.map { word in
      word.split(separator: "-", omittingEmptySubsequences: false)
        .map { $0.prefix(1) + $0.dropFirst().lowercased() }.joined(separator: "-")
    }
  }

  /// The text after one of the labels, without a colon; nil if it begins with none of them.
  private static func without(_ labels: [String], _ text: String, needsColon: Bool = false) -> String? {
    let lower = text.lowercased()
    guard lower.utf8.count == text.utf8.count else { return nil }
    for label in labels where lower.hasPrefix(label) {
      let rest = text.dropFirst(label.count)
      guard let next = rest.first, next == ":" || (next.isWhitespace && !needsColon) else { continue }
      // Words that also begin sentences need their colon.
      if ["text", "tekst", "words", "date", "dato", "datum"].contains(label), rest.trimmingBlanks.first != ":"
      {
        continue
      }
      return rest.drop { $0 == ":" || $0.isWhitespace }.trimmingBlanks
    }
    return nil
  }
}

extension [String] {
  /// The labels in an order that tries "published on" before "published".
  fileprivate var longestFirst: [String] { sorted { $0.utf8.count > $1.utf8.count } }
}
