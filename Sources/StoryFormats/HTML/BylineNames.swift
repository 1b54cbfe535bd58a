/// Finds the names in a page's byline, without job titles, dates, addresses and labels of buttons.
enum BylineNames {
  /// The most names of a story, and the longest text to examine, in characters.
  static let most = 20
  private static let longest = 300
  private static let longestName = 80

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

  /// The names in a text; empty if there are none.
  static func names(in text: String) -> [String] {
    let seamed = String(text.prefix(longest).map { $0.isNewline ? HeadLines.Line.seam : $0 })
    let line = withoutOpening(MarkupTree.collapsed(seamed))
    var names: [String] = []
    for part in parts(of: line) {
      if BylineWords.others.contains(where: { part.lowercased().hasPrefix($0) }) { continue }
      let found = namesOfPart(withoutOpening(part))
      if found.isEmpty, !names.isEmpty { break }
      names += found
    }
    return names
  }

  /// The parts between bars and seams; an initial in its own element is not a part.
  private static func parts(of line: String) -> [String] {
    var parts: [String] = []
    for part in line.split(whereSeparator: { "|·•/;\u{1F}".contains($0) }).map(\.trimmingBlanks)
    where !part.isEmpty {
      if let last = parts.last, last.count == 1, last.first?.isUppercase == true,
        part.first?.isLowercase == true
      {
        parts[parts.count - 1] += part
      } else {
        parts.append(part)
      }
    }
    return parts
  }

  /// Whether a line begins as only bylines do: "By Anna Berg", but not "From the archive".
  static func opensPlainly(_ text: String) -> Bool {
    opens(text)
      && ![
        "from", "more from", "see more from", "text", "texte", "texto", "tekst", "author", "authors", "about",
        "di",
      ]
      .contains { text.lowercased().hasPrefix($0) }
  }

  /// Whether a text begins like a byline: "By Anna Berg".
  static func opens(_ text: String) -> Bool { withoutOpening(text) != text }

  private static func withoutOpening(_ text: String) -> String {
    let lower = text.lowercased()
    guard lower.utf8.count == text.utf8.count else { return text }
    for opening in BylineWords.openings where lower.hasPrefix(opening) {
      let rest = text.dropFirst(opening.count)
      guard let next = rest.first else { continue }
      if next == ":" || next.isWhitespace || next == HeadLines.Line.seam {
        let inner = String(rest.drop { $0 == ":" || $0.isWhitespace || $0 == HeadLines.Line.seam })
          .trimmingBlanks
        // "View all posts by", "Posted by Staff writer Anna Berg": one opening may follow another.
        return inner.count < text.count && opens(inner) ? withoutOpening(inner) : inner
      }
      // "ByAnna Berg": the space was lost.
      if opening.count <= 3, next.isUppercase, text.first?.isUppercase == true,
        text.dropFirst().first?.isLowercase == true, rest.dropFirst().first?.isLowercase == true
      {
        return String(rest)
      }
    }
    return text
  }

  /// The names between commas and "and".
  private static func namesOfPart(_ part: String) -> [String] {
    // "Ministry of Sea and Coast" is one name, and so is "The Courier – Skarvby".
    if Organisations.opensOffice(part) { return [part] }
    if let dash = part.firstIndex(where: { "–—".contains($0) }),
      Organisations.contain(part[..<dash].trimmingBlanks)
    {
      return [part]
    }
    var groups: [(words: [String], isJoined: Bool)] = [([], true)]
    var spaced = part.replacing(",", with: " , ")
    // "Anna Berg (with Per Ask)"; but "Richard (RJ) Eskow" is one name.
    if part.utf8.contains(UInt8(ascii: "(")) {
      for joiner in BylineWords.joiners { spaced = spaced.replacing("(\(joiner) ", with: ", ") }
    }
    for word in spaced.split(whereSeparator: \.isWhitespace) {
      if word == "," || BylineWords.joiners.contains(String(word))
        || BylineWords.largeJoiners.contains(String(word))
      {
        groups.append(([], word != ","))
      } else {
        groups[groups.count - 1].words.append(String(word))
      }
    }
    // "Mac & i" is one name.
    if groups.contains(where: { $0.words.count == 1 && $0.words[0].count == 1 }) { return [part] }
    var names: [String] = []
    for group in groups where !group.words.isEmpty {
      if let last = names.last, let suffix = BylineWords.suffix(group.words) {
        names[names.count - 1] = suffix.isEmpty ? last : last + " " + suffix
        continue
      }
      guard let name = name(group.words) else {
        if names.isEmpty { continue }
        break
      }
      // "Anna Berg, Skarvby", "Anna Berg, Associated Press": a place or an employer.
      if !names.isEmpty, !group.isJoined, !name.contains(" ") || Organisations.contain(name) { break }
      names.append(name)
    }
    return names
  }

  /// Whether a text is a sentence about a person rather than a longer form of the name: "Anna Berg covers the
  /// harbour".
  static func goesOn(_ text: String, after name: String) -> Bool {
    guard text.count > name.count, text.hasPrefix(name + " ") else { return false }
    let words = text.dropFirst(name.count).split(separator: " ")
    return words.first.map { isPlainWord(String($0)) } ?? false
  }

  /// Words in small letters that are parts of names: "Anna von der Berg".
  private static let particles: Set<String> = [
    "von", "van", "de", "der", "den", "del", "della", "di", "da", "das", "dos", "do", "du", "des", "la", "le",
    "af", "av", "zu", "zur", "zum", "ter", "ten", "bin", "bint", "ibn", "al", "el", "y", "e", "i", "the",
    "of",
  ]

  private static func isPlainWord(_ word: String) -> Bool {
    word.first?.isLowercase == true && !particles.contains(word) && !word.contains("-") && !word.contains("'")
      && !BylineWords.isTrade(word)
  }

  /// Where a sentence goes on after a person's name: "Anna Berg covers the harbour".
  private static func endOfName(_ words: [String]) -> Int? {
    guard let place = words.firstIndex(where: isPlainWord), (2...4).contains(place),
      words.count - place >= 3 || words.last.map(TextMarks.endsSentence) == true,
      words[..<place].allSatisfy({ $0.first?.isUppercase == true || particles.contains($0) })
    else { return nil }
    return place
  }

  private static func name(_ words: [String]) -> String? {
    var words = withoutRole(words)
    if let end = endOfName(words) { words = Array(words[..<end]) }
    // What may follow a name: "Anna Berg in Skarvby", "Anna Berg (text)", "Anna Berg @anna", "Anna Berg 3
    // May".
    if let end = words.indices.first(where: { isNoName(words[$0]) || BylineWords.begins($0, of: words) }) {
      words = Array(words[..<end])
    }
    // "Lucas Nolan22 Dec": the date was in its own element.
    if let end = words.firstIndex(where: { $0.first?.isLetter == true && $0.last?.isNumber == true }) {
      words = Array(words[..<end]) + [String(words[end].prefix { !$0.isNumber })]
    }
    guard (1...7).contains(words.count) else { return nil }
    if words.count > 2, let last = words.last, last.hasPrefix("("), last.hasSuffix(")") { words.removeLast() }
    var name = words.joined(separator: " ").trimmingBlanks
    while let last = name.last, ":,-–—".contains(last) { name = String(name.dropLast()).trimmingBlanks }
    if name.hasSuffix(")"), !name.contains("(") { name.removeLast() }
    guard name.count > 1, name.count <= longestName, name.contains(where: \.isLetter) else { return nil }
    let lower = words.map { $0.lowercased().filter { $0 != ":" } }
    if BylineWords.buttons.contains(lower[0]) || BylineWords.isTrade(lower[lower.count - 1]) { return nil }
    if lower.allSatisfy({ BylineWords.isOfDates($0) }) { return nil }
    if words[0].first?.isLowercase == true, words.count == 1 { return nil }
    if Furniture.kind(ofText: name) != nil { return nil }
    if DateReading.read(name) != nil { return nil }
    return TextBylines.split(name).first ?? name
  }

  /// A group of words without the job before or after the name: "Staff writer Anna Berg", "Anna Berg Senior
  /// Reporter".
  private static func withoutRole(_ words: [String]) -> [String] {
    let lower = words.map { $0.lowercased().filter { $0 != ":" } }
    guard let trade = lower.firstIndex(where: BylineWords.isTrade) else { return words }
    if trade < 2 || lower[..<trade].allSatisfy({ BylineWords.qualities.contains($0) }) {
      let rest = Array(words[(trade + 1)...])
      return (2...5).contains(rest.count) && rest[0].first?.isUppercase == true ? rest : words
    }
    let start = (2..<trade).first { BylineWords.qualities.contains(lower[$0]) } ?? trade
    return Array(words[..<start])
  }

  private static func isNoName(_ word: String) -> Bool {
    let lower = word.lowercased()
    return word.contains("@") || word.contains("://") || lower.hasPrefix("www.") || lower.hasPrefix("http")
      || (word.hasPrefix("(")
        && !(word.hasSuffix(")") && word.count <= 8 && word.dropFirst().first?.isUppercase == true))
      || BylineWords.ends.contains(lower.hasSuffix(":") ? String(lower.dropLast()) : lower)
      || word.contains { $0.isNumber } && word.contains { ":./-".contains($0) } || word.allSatisfy(\.isNumber)
      || [".com", ".org", ".net", ".co.uk"].contains { lower.hasSuffix($0) }
  }
}
