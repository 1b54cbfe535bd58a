/// Tells the languages of the north by their smallest words.
public enum LanguageGuess {
  /// The BCP 47 tag of the language of a text: en, da, sv, nb or de; nil when it can't be told.
  public static func language(of text: String) -> String? {
    var counts = [Int](repeating: 0, count: languages.count)
    var words = 0
    var text = text
    text.withUTF8 { bytes in
      var word: UInt64 = 0
      var length = 0
      var before: UInt8 = 0
      for byte in bytes.prefix(20_000) {
        if byte >= 0x80 || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) {
          word = word << 8 | UInt64(lowered(byte, after: before))
          length += 1
        } else if length > 0 {
          words += 1
          if length <= 8, let found = smallWords[word] { for index in found { counts[index] += 1 } }
          (word, length) = (0, 0)
          if words == 2_000 { break }
        }
        before = byte
      }
      // The last word may be cut, and is not counted.
    }
    guard words >= 8 else { return nil }
    let ranked = counts.indices.sorted { counts[$0] > counts[$1] }
    let (best, next) = (counts[ranked[0]], counts[ranked[1]])
    guard best * 12 >= words, best * 10 > next * 11 else { return nil }
    return languages[ranked[0]].tag
  }

  /// A byte of a word in lower case: ASCII, and the letters of Latin-1 as UTF-8 has them.
  private static func lowered(_ byte: UInt8, after before: UInt8) -> UInt8 {
    if byte < 0x80 { return byte | 0x20 }
    return before == 0xC3 && byte < 0x9F ? byte | 0x20 : byte
  }

  /// The words by their bytes, of which none has more than eight, with the languages they belong to.
  private static let smallWords: [UInt64: [Int]] = {
    var found: [UInt64: [Int]] = [:]
    for (index, language) in languages.enumerated() {
      for word in language.words {
        found[word.utf8.reduce(0) { $0 << 8 | UInt64($1) }, default: []].append(index)
      }
    }
    return found
  }()

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
