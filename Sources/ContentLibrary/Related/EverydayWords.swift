internal import Words

/// Words that occur in stories on any subject: days, months, numbers, a few adverbs, and titles before names.
enum EverydayWords {
  /// Whether a folded word is one of them.
  static func has(_ folded: String) -> Bool { words.contains(folded) }

  private static let words: Set<String> = {
    // Some of their short forms are ordinary words: "sun", "mar".
    let calendar = (Array(DateWords.months.keys) + DateWords.weekdays).filter { $0.count > 3 }
    let folded = (calendar + numbersAndTitles.split(separator: " ").map(String.init)).map { word in
      let tokens = SearchText.tokens(word)
      return tokens.tokens.first.map { String(decoding: tokens[$0], as: UTF8.self) } ?? word
    }
    return Set(folded)
  }()

  private static let numbersAndTitles = """
    one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen \
    seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds \
    thousand thousands million first second third fourth fifth half once twice today yesterday tomorrow here \
    there long well still again away almost another mr mrs ms miss dr prof sir madam en to tre fire fem seks \
    syv otte ni ti elleve tolv tyve hundrede tusind første anden tredje hr fru ett två fyra sex sju åtta nio \
    tio elva tjugo trettio hundra tusen andra tredje herr fröken sju åtte seksten hundre tusen andre eins \
    zwei drei vier fünf sechs sieben acht neun zehn elf zwölf zwanzig hundert tausend erste zweite dritte \
    frau
    """
}
