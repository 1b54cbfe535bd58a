/// A sentence or a word of the program for people, before its language is chosen.
///
/// Its English words are in the code, where they are said: `"\(number) stories are saved"` is the phrase
/// "%1 stories are saved" with an argument. A `Catalogue` turns it into text. What stories, files and other
/// programs say is an argument, and never translated.
public struct Phrase: Hashable, Sendable, ExpressibleByStringInterpolation, CustomStringConvertible {
  /// What stands at %1, %2 and so on.
  enum Argument: Hashable, Sendable {
    /// Text that is not the program's.
    case text(String)
    /// A number, grouped by thousands as in the language.
    case number(Int)
    /// A number with one decimal.
    case decimal(tenths: Int)
    /// Another phrase.
    case phrase(Phrase)
    /// A sentence that a room below has made: see `Catalogue.told`.
    case told(String)
  }

  /// The English words, with %1 for the first argument; of a counted phrase both forms, with "|" between.
  let key: String
  let arguments: [Argument]
  /// The number that decides between the forms; nil for a phrase with one form.
  let count: Int?
  /// What the words are, where the same words have another translation elsewhere: "hint".
  let context: String?
  /// Whether it begins with a capital and ends with a full stop.
  private(set) var isSentence = false

  init(key: String, _ arguments: [Argument] = [], count: Int? = nil, as context: String? = nil) {
    (self.key, self.arguments, self.count, self.context) = (key, arguments, count, context)
  }

  /// Whether it is its one argument and nothing else, so that there is nothing to look up.
  var isArgument: Bool { arguments.count == 1 && key == "%1" }

  /// English words.
  public init(stringLiteral key: String) { self.init(key: key) }

  /// English words with arguments.
  public init(stringInterpolation parts: StringInterpolation) { self.init(key: parts.key, parts.arguments) }

  /// Words that are a phrase, known only when the program runs: the help of a command.
  ///
  /// - Parameter context: what they are, where the same words have another translation elsewhere.
  public init(words: String, as context: String? = nil) { self.init(key: words, as: context) }

  /// A sentence that a room below has made, in English.
  public init(told sentence: String) { self.init(key: "%1", [.told(sentence)]) }

  /// Text that is not the program's, as it is.
  public static func verbatim(_ text: String) -> Phrase { Phrase(key: "%1", [.text(text)]) }

  /// A number, grouped by thousands.
  public static func number(_ number: Int) -> Phrase { Phrase(key: "%1", [.number(number)]) }

  /// A number with one decimal.
  public static func decimal(tenths: Int) -> Phrase { Phrase(key: "%1", [.decimal(tenths: tenths)]) }

  /// A number with its noun, in the singular or the plural: "1 story", "1,234 stories".
  public static func counted(_ number: Int, _ one: String, _ many: String) -> Phrase {
    Phrase(key: "%1 \(one)|%1 \(many)", [.number(number)], count: number)
  }

  /// Phrases one after another.
  public static func joined(_ phrases: [Phrase], _ separator: String = " · ") -> Phrase {
    let places = phrases.indices.map { "%\($0 + 1)" }
    // Few enough that no place has two digits: more are joined in two steps.
    guard phrases.count > 9 else {
      return Phrase(key: places.joined(separator: separator), phrases.map { .phrase($0) })
    }
    return joined(
      [joined(Array(phrases[..<9]), separator), joined(Array(phrases[9...]), separator)], separator)
  }

  /// The phrase with a capital and a full stop.
  public var asSentence: Phrase {
    var phrase = self
    phrase.isSentence = true
    return phrase
  }

  /// The English words.
  public var description: String { Catalogue.english(self) }
}

extension Phrase {
  /// Gathers the words and the arguments of an interpolated literal.
  public struct StringInterpolation: StringInterpolationProtocol {
    var key = ""
    var arguments: [Argument] = []

    /// An empty phrase.
    public init(literalCapacity: Int, interpolationCount: Int) { key.reserveCapacity(literalCapacity * 2) }

    /// English words.
    public mutating func appendLiteral(_ literal: String) { key += literal }

    private mutating func append(_ argument: Argument) {
      arguments.append(argument)
      key += "%\(arguments.count)"
    }

    /// Text that is not the program's.
    public mutating func appendInterpolation(_ text: String) { append(.text(text)) }

    /// Text that is not the program's.
    public mutating func appendInterpolation(_ text: Substring) { append(.text(String(text))) }

    /// Another phrase.
    public mutating func appendInterpolation(_ phrase: Phrase) { append(.phrase(phrase)) }

    /// A number of few digits, as it is: a percentage, a version, a status.
    public mutating func appendInterpolation(_ number: some BinaryInteger) { append(.text("\(number)")) }

    /// An error, whose sentence a room below has made.
    public mutating func appendInterpolation(_ error: any Error) { append(.told("\(error)")) }
  }
}

extension String {
  /// With a capital letter, unless it begins with the name of a field ("is:"), and a full stop.
  public var sentence: String {
    let isField = prefix { $0 != " " }.last == ":"
    let isEnded = last.map { ".?!…".contains($0) } ?? true
    return (isField ? prefix(1).description : prefix(1).uppercased()) + dropFirst() + (isEnded ? "" : ".")
  }
}
