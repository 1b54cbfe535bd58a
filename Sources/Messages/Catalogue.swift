public import Words

/// The program's words in a language: it turns a `Phrase` into text.
///
/// English is in the code and needs no table. The table of another language is read when it is first used.
public struct Catalogue: Sendable {
  /// The language.
  public let language: Language
  /// The names of days and months, and how dates are written.
  public let calendar: CalendarNames
  private let numbers: NumberSigns
  private let texts: CatalogueText
  /// Stands before every phrase that the table lacks; nil to say it in English.
  private let sign: String?

  private init(_ language: Language, _ pack: LanguagePack, sign: String? = nil) {
    self.language = language
    (calendar, numbers, self.sign) = (pack.calendar, pack.numbers, sign)
    texts = CatalogueText(pack.phrases, told: pack.told)
  }

  private init(english sign: String?) {
    self.init(
      .english, LanguagePack(calendar: .english, numbers: NumberSigns(group: ",", decimal: ".")), sign: sign)
  }

  /// English, whose words are in the code.
  public static let english = Catalogue(english: nil)
  private static let danish = Catalogue(.danish, .danish)
  private static let swedish = Catalogue(.swedish, .swedish)
  private static let german = Catalogue(.german, .german)

  /// The words of a language.
  public static func of(_ language: Language) -> Catalogue {
    switch language {
    case .english: english
    case .danish: danish
    case .swedish: swedish
    case .german: german
    }
  }

  /// The same words, with a sign before every phrase that is not in the table.
  package func marking(_ sign: String) -> Catalogue {
    switch language {
    case .english: self
    case .danish: Catalogue(.danish, .danish, sign: sign)
    case .swedish: Catalogue(.swedish, .swedish, sign: sign)
    case .german: Catalogue(.german, .german, sign: sign)
    }
  }

  /// Every phrase in x's, so that words of the program that are no phrase stand out.
  package static let blank = Catalogue(english: "x")

  /// Every phrase of the table, with its text; of a counted phrase both forms, with "|" between.
  package var entries: [String: String] { texts.phrases }
  /// The sentences of rooms below, with their texts.
  package var toldEntries: [(key: String, text: String)] { texts.told.map { ($0.key, $0.text) } }

  /// The text of a phrase.
  public func callAsFunction(_ phrase: Phrase) -> String {
    let filled = filled(phrase)
    return phrase.isSentence ? filled.sentence : filled
  }

  private func filled(_ phrase: Phrase) -> String {
    if phrase.isArgument { return text(of: phrase.arguments[0]) }
    let pattern = text(of: phrase.key, as: phrase.context)
    return CatalogueText.fill(Self.form(pattern, of: phrase.count), phrase.arguments.map(text(of:)))
  }

  /// The text of words that are a phrase.
  public subscript(words: String) -> String { text(of: words, as: nil) }

  /// The same, where the words have other translations elsewhere: as a "hint" of the bottom line, "save" says
  /// what a key does.
  public subscript(words: String, as context: String) -> String { text(of: words, as: context) }

  /// A sentence that a room below has made, in English: whole, or with names and numbers in it.
  ///
  /// Those rooms know nothing of languages. Their sentences are found by their words, in a list of their own.
  public func told(_ sentence: String) -> String {
    guard language != .english || sign != nil else { return sentence }
    return texts.translation(of: sentence) ?? text(of: sentence, as: nil)
  }

  /// A number with the language's sign after every third digit from the right.
  public func grouped(_ number: Int) -> String {
    let digits = Array(String(number.magnitude))
    var text = number < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { text.append(numbers.group) }
      text.append(digit)
    }
    return text
  }

  private func text(of key: String, as context: String?) -> String {
    guard language != .english || sign != nil else { return key }
    if let context, let text = texts.phrases["\(context): \(key)"] { return text }
    if let text = texts.phrases[key] { return text }
    guard let sign, key.unicodeScalars.contains(where: \.properties.isAlphabetic) else { return key }
    return language == .english ? String(key.map { $0.isLetter ? "x" : $0 }) : sign + key
  }

  /// The singular for one, the plural for every other number: so it is in all four languages (CLDR).
  private static func form(_ pattern: String, of count: Int?) -> Substring {
    guard let count, let bar = pattern.firstIndex(of: "|") else { return pattern[...] }
    return count == 1 ? pattern[..<bar] : pattern[pattern.index(after: bar)...]
  }

  private func text(of argument: Phrase.Argument) -> String {
    switch argument {
    case .text(let text): text
    case .number(let number): grouped(number)
    case .decimal(let tenths): "\(grouped(tenths / 10))\(numbers.decimal)\(abs(tenths % 10))"
    case .phrase(let phrase): self(phrase)
    case .told(let sentence): told(sentence)
    }
  }
}

extension Catalogue: Hashable {
  /// Catalogues of one language are equal.
  public static func == (one: Catalogue, other: Catalogue) -> Bool {
    one.language == other.language && one.sign == other.sign
  }

  /// By the language.
  public func hash(into hasher: inout Hasher) { hasher.combine(language) }
}

/// What one language has of its own: its words, names and signs.
struct LanguagePack {
  var calendar: CalendarNames
  var numbers: NumberSigns
  /// Phrases with their texts, as `CatalogueText` reads them.
  var phrases: [StaticString] = []
  /// The same for sentences of rooms below.
  var told: [StaticString] = []
}

/// The signs between the digits of a number.
struct NumberSigns: Hashable, Sendable {
  /// After every third digit from the right.
  var group: String
  /// Before the decimals.
  var decimal: String
}
