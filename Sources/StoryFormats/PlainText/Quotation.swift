internal import Stories

/// A paragraph that is nothing but a quotation, perhaps with a dash and a name after it.
struct Quotation: Equatable {
  /// The words with their quotation marks.
  var words: String
  /// Who said them, if a name follows after a dash.
  var speaker: String?

  /// The longest paragraph to examine, and the longest name, in bytes.
  private static let (longest, longestName) = (20_000, 100)

  /// Reads a paragraph; nil if it is running text, speech with a "says", or a quotation that continues in the
  /// next paragraph.
  init?(_ text: String) {
    guard text.utf8.count <= Self.longest, var rest = Self.afterQuotation(text[...]) else { return nil }
    // “One.” “Another.”
    while let next = Self.afterQuotation(rest.drop(while: \.isWhitespace)) { rest = next }
    words = text[..<rest.startIndex].trimmingBlanks
    let behind = rest.drop { $0.isWhitespace || ".,;:!?".contains($0) }
    guard let dash = behind.first else {
      words = text.trimmingBlanks
      return
    }
    let name = behind.dropFirst().trimmingBlanks
    guard "–—―-".contains(dash), Self.isName(name) else { return nil }
    if behind.startIndex > rest.startIndex { words = text[..<behind.startIndex].trimmingBlanks }
    speaker = name
  }

  /// The text after the quotation at its start; nil if there is none, or it does not end.
  private static func afterQuotation(_ text: Substring) -> Substring? {
    guard let first = text.first, let closing = TextMarks.quotes[first] else { return nil }
    var index = text.index(after: text.startIndex)
    while index < text.endIndex {
      let next = text.index(after: index)
      // A single mark between letters is an apostrophe.
      let isApostrophe = "'’".contains(text[index]) && next < text.endIndex && text[next].isLetter
      if closing.contains(text[index]), !isApostrophe { return text[next...] }
      index = next
    }
    return nil
  }

  /// Whether a text is a few words that begin with a capital and are no sentence: "The harbour master",
  /// "Birgit Aase, mayor".
  private static func isName(_ text: String) -> Bool {
    guard text.utf8.count <= longestName, text.first?.isUppercase == true, !TextMarks.endsWithStop(text),
      !text.contains(where: { TextMarks.quotes[$0] != nil && $0 != "'" && $0 != "’" })
    else { return false }
    return text.split(separator: " ").count <= 10 && !Speaker.mentionsSpeech(text)
  }
}
