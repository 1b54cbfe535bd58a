/// Guesses the language of a story that declares none, from its function words and letters.
public enum LanguageGuess {
  /// How many words to read.
  public static let wordLimit = 400

  /// The ISO 639-1 code of English, Danish, Swedish, Norwegian (nb), German, Finnish, Icelandic, French,
  /// Spanish or Dutch; nil if it is none of them, or the text is too short to tell.
  public static func language(of text: String) -> String? {
    var evidence = Evidence()
    for scalar in text.unicodeScalars {
      evidence.take(scalar.value)
      if evidence.count == wordLimit { break }
    }
    evidence.endWord()
    return evidence.verdict.flatMap {
      LittleWords.languages[$0].isKnown ? LittleWords.languages[$0].code : nil
    }
  }

  /// Whether a word is a function word of a language, or of any known language if `code` is nil or unknown.
  public static func isLittleWord(_ word: String, in code: String?) -> Bool {
    var hash = LittleWords.emptyHash
    for scalar in word.unicodeScalars {
      guard let letter = LittleWords.small(scalar.value) else { return false }
      hash = LittleWords.extended(hash, by: letter)
    }
    guard let speakers = LittleWords.speakers[hash] else { return false }
    let primary = code.map(LanguageTag.primary)
    let index = LittleWords.languages.firstIndex { $0.code == primary }
    return index.map { speakers >> UInt32($0) & 1 == 1 } ?? true
  }

  /// The evidence for each language, one bit per language.
  private struct Evidence {
    private(set) var count = 0
    private var words: [UInt32] = []
    private var letters: [UInt32] = []
    private var hash = LittleWords.emptyHash
    private let known = LittleWords.speakers
    private let knownLetters = LittleWords.letters

    mutating func take(_ scalar: UInt32) {
      guard let letter = LittleWords.small(scalar) else { return endWord() }
      hash = LittleWords.extended(hash, by: letter)
      if letter > 0x7F, let speakers = knownLetters[letter] { letters.append(speakers) }
    }

    mutating func endWord() {
      guard hash != LittleWords.emptyHash else { return }
      count += 1
      if let speakers = known[hash] { words.append(speakers) }
      hash = LittleWords.emptyHash
    }

    /// The language with the most evidence, if it leads clearly.
    var verdict: Int? {
      let languages = LittleWords.languages.indices
      let scores = languages.map { language in
        Self.sum(words, for: language) { $0 } + Self.sum(letters, for: language) { $0 / 2 }
      }
      guard count >= 8, let best = languages.max(by: { scores[$0] < scores[$1] }),
        scores[best] >= max(1, Double(count) * 0.06)
      else { return nil }
      for other in languages where other != best && scores[other] * 3 > scores[best] {
        // Neighbouring languages share most function words, so only words that one of them lacks may decide.
        let (one, two) = (UInt32(1) << UInt32(best), UInt32(1) << UInt32(other))
        let forBest =
          words.count { $0 & one != 0 && $0 & two == 0 } * 2
          + letters.count { $0 & one != 0 && $0 & two == 0 }
        let against =
          words.count { $0 & two != 0 && $0 & one == 0 } * 2
          + letters.count { $0 & two != 0 && $0 & one == 0 }
        guard forBest >= 2 * against + 2 else { return nil }
      }
      return best
    }

    private static func sum(_ masks: [UInt32], for language: Int, _ weigh: (Double) -> Double) -> Double {
      masks.reduce(0) { $0 + ($1 >> UInt32(language) & 1 == 0 ? 0 : weigh(1 / Double($1.nonzeroBitCount))) }
    }
  }
}

/// The function words of each language, and letters that are typical of it.
///
/// Some languages are here only so that their texts aren't taken for a neighbour's.
private enum LittleWords {
  static let languages: [(code: String, isKnown: Bool, words: String, letters: String)] = [
    (
      "en", true,
      """
      the of and to in is that it for was with as on be at by this had not are but from or have an they \
      which you were all their there been has when who will more if out so said what its about than into \
      them can only other some could these would your how our we do he she his her i may my any us no
      """, ""
    ),
    (
      "da", true,
      """
      og i at det er en til af på den der for ikke med som de har et han var jeg men om sig fra vi kan hun \
      så skal efter nu også eller havde ham noget nogle nogen mere meget mod kun ud op blev bliver blevet \
      være været hvad hvor når sagde os du dig mig uden selv siger flere andre mellem hvis kunne ville \
      skulle deres dette disse over under før bruge hvordan ved hver måde lave din dit dine jeres får \
      tilbage gennem igen uge blandt ifølge
      """, "æøå"
    ),
    (
      "sv", true,
      """
      och i att det är en till av på den som för inte med de har ett han var jag men om sig från vi kan hon \
      så ska efter nu också eller hade honom något några någon mer mycket mot bara ut upp blev blir blivit \
      vara varit vad där när sade oss du dig mig utan själv säger flera andra mellan kunde skulle deras \
      detta dessa över under före använda hur vid varje sätt din ditt dina ni er får då vill måste genom \
      alla tillbaka igen vecka bland enligt
      """, "äåö"
    ),
    (
      "nb", true,
      """
      og i at det er en til av på den som for ikke med de har et han var jeg men om seg fra vi kan hun så \
      skal etter nå også eller hadde ham noe noen mer mye mot bare ut opp ble blir blitt være vært hva hvor \
      når sa oss du deg meg uten selv sier flere andre mellom hvis kunne ville skulle deres dette disse over \
      under før bruke hvordan ved hver måte gjøre din ditt dine dere får fram gikk tilbake igjen uke blant \
      ifølge gjennom ikkje eg frå vere
      """, "æøå"
    ),
    (
      "de", true,
      """
      der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus \
      er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder \
      aber vor zur bis mehr durch man sein wurde sei kann gegen vom können schon wenn habe seine ihre dann \
      unter wir soll ich eines ihr diese dieser wieder keine uns wenn zwischen sehr sowie müssen
      """, "äöüß"
    ),
    (
      "fi", true,
      """
      ja on ei se että oli joka hän ovat myös kun mutta ole sen tai niin kuin jos sitä jo vain olla ne \
      mukaan voi nyt siitä jonka jotka tämä tämän tässä vuoden ollut vielä sekä kanssa mitä mikä mutta \
      jälkeen koska aina kaikki minä sinä me te he olen olet olemme ovat voit sinun tätä näin siihen käyttää
      """, "äö"
    ),
    (
      "is", true,
      """
      og að í á er það sem til var við um með af en ekki hann fyrir hún eru þetta því frá þá þeir hafa eða \
      svo sér hefur upp verið út ég við þar vera eftir nú þess þær þau þegar hafði þeim þeirra sína sinni \
      ekkert mjög bara eins hvað okkur verður verða hans hennar yfir undir
      """, "þðæöáíúý"
    ),
    (
      "fr", true,
      """
      de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont la avec \
      aux d l son sa ses mais comme ou si leur y dont elle ont être cette ces nous vous ils tout fait été \
      aussi lui même sans deux entre après où c s n qu j votre notre peut très était avait
      """, "éèêàçœùâîôû"
    ),
    (
      "es", true,
      """
      de la que el en y a los del se las por un para con no una su al lo como más pero sus le ya o este sí \
      porque esta entre cuando muy sin sobre también me hasta hay donde quien desde todo nos durante todos \
      uno les ni contra otros ese eso ante ellos esto antes algunos qué unos yo otro otras otra él tanto esa \
      estos mucho puede son ser está fue usted
      """, "ñ¿¡áéíóú"
    ),
    (
      "nl", true,
      """
      de en van het een in is dat op te zijn voor met die niet aan er om ook als dan maar bij of uit nog \
      naar heeft hij ze wordt door over deze worden zich werd hebben dit wat kan zij wel was al meer geen \
      had ik je onder tot veel zo moet hun haar we waar wie u mijn zou kunnen toen tussen na nu zonder onze
      """, "ĳ"
    ),
    (
      "pt", false,
      """
      de a o que e do da em um para com não uma os no se na por mais as dos como mas ao ele das à seu sua ou \
      quando muito nos já eu também só pelo pela até isso ela entre depois sem mesmo aos seus quem nas me \
      esse eles você essa num nem suas são está ser você pode
      """, "ãõçêáâ"
    ),
    (
      "it", false,
      """
      di e il la che in a per un è del non con le della si una i da al sono dei più gli come ha alla delle \
      nel su ma anche se lo questo o loro essere dalla nella ci dal tra ai suo fra era stato degli due può \
      quando ancora cui perché sua questa hanno
      """, "èàùò"
    ),
    (
      "ca", false,
      """
      de la i el que a en els per un del es les una amb no al és com més o se si són dels també aquest \
      aquesta ha perquè però seva sobre entre quan pot ser hi ho això l d s va
      """, "çàèòï"
    ),
    (
      "id", false,
      """
      yang dan di untuk dengan ini dari dalam tidak akan pada adalah itu atau anda oleh ke juga dapat kami bisa \
      sebagai
      """, ""
    ),
    (
      "tr", false, "ve bir bu için ile da de olarak daha çok olan gibi kadar sonra ancak her veya ne değil",
      "şğıİ"
    ),
    (
      "pl", false,
      "w i na z do nie się to że jest o od za po jak dla przez są tym tego oraz może być ale lub", "ąęłśżźćń"
    ),
    (
      "cs", false, "a v na je se že to s z do pro o k jako by za které který jsou nebo pokud aby ale",
      "ěřčšžůý"
    ),
    ("hu", false, "a az és hogy nem is egy ez meg de van mint el csak azt vagy ki még már", "őűáé"),
    ("ro", false, "și de în la a cu pe un o nu din care este pentru ca mai că sau au fi", "șțăâî"),
    ("hr", false, "i u je na se za da od su s a o koji ne kao što ili iz to biti", "čćšžđ"),
    ("uz", false, "va bu uchun bilan ham bir bo ga da emas kerak yoki agar siz", ""),
    ("vi", false, "và của là có cho các một không được trong với để những này khi", "ạảấầẩẫậắằẳẵặẹẻẽếềểễệ"),
    ("et", false, "ja on ei et see oma kui ka ning mis või aga mida siis", "õ"),
  ]

  static let emptyHash: UInt64 = 0xCBF2_9CE4_8422_2325

  /// The languages that have a word, one bit each, by the word's hash (FNV-1a over its letters); no string is
  /// made while reading.
  static let speakers: [UInt64: UInt32] = {
    var speakers: [UInt64: UInt32] = [:]
    for (index, language) in languages.enumerated() {
      for word in language.words.split(separator: " ") {
        speakers[word.unicodeScalars.reduce(emptyHash) { extended($0, by: $1.value) }, default: 0] |=
          1 << UInt32(index)
      }
    }
    return speakers
  }()

  static let letters: [UInt32: UInt32] = {
    var letters: [UInt32: UInt32] = [:]
    for (index, language) in languages.enumerated() {
      for letter in language.letters.unicodeScalars {
        letters[letter.value, default: 0] |= 1 << UInt32(index)
      }
    }
    return letters
  }()

  static func extended(_ hash: UInt64, by letter: UInt32) -> UInt64 {
    (hash ^ UInt64(letter)) &* 0x100_0000_01B3
  }

  /// The lower-case letter, up to Latin-1; nil for a separator.
  static func small(_ scalar: UInt32) -> UInt32? {
    switch scalar {
    case 0x61...0x7A: scalar
    case 0x41...0x5A: scalar + 0x20
    case 0..<0xC0, 0xD7, 0xF7, 0x2000...0x2BFF, 0x3000...0x3003, 0xFFFD...: nil
    case 0xC0...0xDE: scalar + 0x20
    default: scalar
    }
  }
}
