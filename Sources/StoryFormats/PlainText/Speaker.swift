/// Finds who speaks in a paragraph with a quotation.
enum Speaker {
  /// What a paragraph says about its speaker.
  enum Mention: Equatable {
    /// The name beside a verb of saying: "…", says Anna Berg, mayor of Malmö.
    case named(String)
    /// "he says": the previous speaker, if any.
    case pronoun
    /// Somebody without a name: "says the ministry".
    case somebody
    /// Nobody.
    case nobody
  }

  /// Who speaks, as far as the words tell.
  static func mention(in text: String) -> Mention {
    guard text.utf8.count <= 20_000 else { return .nobody }
    let words = text.split(whereSeparator: { $0.isWhitespace || $0 == "\u{A0}" })
    var mention = Mention.nobody
    for (index, word) in words.enumerated()
    where TextCues.speaking.contains(word.lowercased().filter(\.isLetter)) {
      // After the verb, unless a sentence or clause ends there.
      if word.last?.isLetter == true, let name = nameBehind(words[(index + 1)...]) { return .named(name) }
      if let name = nameBefore(words[..<index]) { return .named(name) }
      let beside = [index + 1, index - 1].filter(words.indices.contains).map {
        words[$0].lowercased().filter(\.isLetter)
      }
      if beside.contains(where: pronouns.contains) {
        if mention == .nobody { mention = .pronoun }
      } else if mention == .nobody {
        mention = .somebody
      }
    }
    return mention
  }

  /// Whether anybody speaks.
  static func mentionsSpeech(_ text: String) -> Bool {
    text.utf8.count <= 20_000
      && text.split(whereSeparator: { !$0.isLetter }).contains { TextCues.speaking.contains($0.lowercased()) }
  }

  private static let pronouns: Set<String> = [
    "he", "she", "they", "i", "we", "han", "hun", "hon", "de", "hen", "jeg", "jag", "vi", "er", "sie", "ich",
    "wir",
  ]

  /// Words before a name that are not an office: "said in …", "told the …".
  private static let notOffices: Set<String> = [
    "about", "after", "again", "against", "before", "during", "from", "into", "only", "over", "that", "then",
    "there",
    "this", "today", "upon", "when", "with", "while", "also", "their", "once", "blandt", "derfor", "efter",
    "under", "över",
    "till", "inför", "etter", "nach", "dass", "über", "even", "because", "where", "until", "since", "both",
    "near",
  ]

  /// Capitalised words that are not a name by themselves.
  private static let notNames: Set<String> = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february",
    "march", "april",
    "may", "june", "july", "august", "september", "october", "november", "december", "the", "a", "in", "on",
    "it", "this",
  ]

  /// One to four capitalised words after the verb, perhaps after up to two words of an office.
  private static func nameBehind(_ words: ArraySlice<Substring>) -> String? {
    var rest = words
    var offices = 0
    while offices < 2, let word = rest.first, word.first?.isLowercase == true, word.last?.isLetter == true,
      word.count >= 4,
      !notOffices.contains(word.lowercased()), !pronouns.contains(word.lowercased())
    {
      rest = rest.dropFirst()
      offices += 1
    }
    var name: [String] = []
    for word in rest.prefix(5) {
      guard word.first?.isUppercase == true else { break }
      name.append(core(word))
      if titles.contains(word.lowercased()) { continue }
      if core(word).count < word.filter({ $0 != "." }).count || word.last == "." { break }
    }
    guard (offices == 0 ? 1...4 : 2...4).contains(name.count), let first = name.first,
      name.count > 1 || !(pronouns.contains(first.lowercased()) || notNames.contains(first.lowercased()))
    else { return nil }
    return name.joined(separator: " ")
  }

  /// Two to four capitalised words directly before the verb; a single one only at the start of the sentence.
  private static func nameBefore(_ words: ArraySlice<Substring>) -> String? {
    var name: [String] = []
    for word in words.suffix(4).reversed() {
      guard word.first?.isUppercase == true, let last = word.last,
        !".,;:!?”\"»".contains(last) || titles.contains(word.lowercased())
      else { break }
      name.append(core(word))
    }
    guard (2...4).contains(name.count) else { return nil }
    return name.reversed().joined(separator: " ")
  }

  private static let titles: Set<String> = ["dr.", "mr.", "mrs.", "ms.", "prof.", "st."]

  private static func core(_ word: Substring) -> String {
    String(word.filter { $0.isLetter || $0 == "-" || $0 == "'" || $0 == "’" })
  }
}
