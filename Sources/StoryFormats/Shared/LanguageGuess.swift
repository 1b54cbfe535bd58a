/// Tells the languages of the north by their smallest words.
public enum LanguageGuess {
  /// The BCP 47 tag of the language of a text: en, da, sv, nb or de; nil when it can't be told.
  public static func language(of text: String) -> String? {
    var counts = [Int](repeating: 0, count: languages.count)
    var words = 0
    let beginning = String(decoding: text.utf8.prefix(20_000), as: UTF8.self)
    for word in beginning.split(whereSeparator: { !$0.isLetter }).prefix(2_000) {
      words += 1
      let lower = word.lowercased()
      for (index, language) in languages.enumerated() where language.words.contains(lower) {
        counts[index] += 1
      }
    }
    guard words >= 8 else { return nil }
    let ranked = counts.indices.sorted { counts[$0] > counts[$1] }
    let (best, next) = (counts[ranked[0]], counts[ranked[1]])
    guard best * 12 >= words, best * 10 > next * 11 else { return nil }
    return languages[ranked[0]].tag
  }

  private static let languages: [(tag: String, words: Set<String>)] = [
    (
      "en",
      [
        "the", "and", "of", "to", "a", "in", "is", "that", "was", "it", "for", "on", "with", "as", "at", "by",
        "be",
        "are", "this", "from", "have", "has", "not", "they", "will", "their", "who", "which", "she", "we",
        "you", "been",
        "were", "would", "there", "an", "or", "but", "his", "her",
      ]
    ),
    (
      "da",
      [
        "og", "i", "at", "det", "er", "en", "til", "af", "den", "på", "for", "med", "der", "ikke", "de", "et",
        "som",
        "har", "fra", "blev", "efter", "kan", "om", "også", "siger", "hvor", "være", "mere", "nu", "eller",
        "år", "hun",
        "jeg", "vi", "sig", "ud", "over", "uden", "noget", "hvad", "kun", "bliver",
      ]
    ),
    (
      "sv",
      [
        "och", "i", "att", "det", "är", "en", "till", "av", "den", "på", "för", "med", "inte", "de", "ett",
        "som", "har",
        "från", "blev", "efter", "kan", "om", "också", "säger", "där", "vara", "mer", "nu", "eller", "år",
        "hon", "jag",
        "vi", "sig", "ut", "över", "utan", "något", "vad", "blir", "var", "när",
      ]
    ),
    (
      "nb",
      [
        "og", "i", "å", "det", "er", "en", "til", "av", "den", "på", "for", "med", "som", "ikke", "de", "et",
        "har",
        "fra", "ble", "etter", "kan", "om", "også", "sier", "hvor", "være", "mer", "nå", "eller", "år", "hun",
        "jeg",
        "vi", "seg", "ut", "over", "uten", "noe", "hva", "blir", "bare",
      ]
    ),
    (
      "de",
      [
        "und", "der", "die", "das", "in", "den", "von", "zu", "mit", "ist", "des", "auf", "für", "im", "dem",
        "nicht",
        "ein", "eine", "als", "auch", "es", "an", "werden", "aus", "er", "hat", "dass", "sie", "nach", "wird",
        "bei",
        "einer", "um", "am", "sind", "noch", "wie", "einem", "über", "so", "zum", "war", "haben", "nur",
        "oder", "aber",
      ]
    ),
  ]
}
