/// Who is speaking in a paragraph with a quotation.
enum Speaker {
  /// The longest paragraph looked at, in bytes; what is longer is no paragraph that somebody wrote.
  private static let maximumLength = 20_000

  /// The name beside a verb of saying: "…", says Anna Berg, mayor of Malmö.
  static func name(in text: String) -> String? {
    guard text.utf8.count <= maximumLength else { return nil }
    let words = text.split(whereSeparator: { $0.isWhitespace || $0 == "\u{A0}" })
    guard words.count <= 2_000 else { return nil }
    for (index, word) in words.enumerated()
    where TextCues.speaking.contains(word.lowercased().filter(\.isLetter)) {
      // After the verb, unless a sentence or clause ends there.
      if word.last?.isLetter == true, let name = run(words[(index + 1)...], backwards: false) { return name }
      if let name = run(words[..<index], backwards: true) { return name }
    }
    return nil
  }

  /// Whether somebody speaks at all.
  static func mentionsSpeech(_ text: String) -> Bool {
    text.utf8.count <= maximumLength
      && text.split(whereSeparator: { !$0.isLetter }).contains { TextCues.speaking.contains($0.lowercased()) }
  }

  /// Two to four capitalised words in a row; pronouns and single words are nobody's name.
  private static func run(_ words: ArraySlice<Substring>, backwards: Bool) -> String? {
    var name: [String] = []
    let ordered = backwards ? Array(words.reversed()) : Array(words)
    for word in ordered.prefix(5) {
      let core = word.filter { $0.isLetter || $0 == "-" || $0 == "'" || $0 == "’" }
      guard core.first?.isUppercase == true else { break }
      if backwards, word.last.map({ ".,;:!?”\"»".contains($0) }) ?? false { break }
      name.append(String(core))
      if !backwards, word.last.map({ ".,;:!?".contains($0) }) ?? false { break }
    }
    guard (2...4).contains(name.count) else { return nil }
    return (backwards ? name.reversed() : name).joined(separator: " ")
  }
}
