public import Stories
internal import Words

/// Reads dates in the styles of sites and agencies.
///
/// ISO 8601 and its relatives, RFC 5322, and prose in the languages of `DateWords`. An ambiguous date
/// (03/04/2016) is not read unless its order is known.
public enum DateReading {
  /// The longest text that is read as a date, in bytes.
  static let maximumLength = 100

  /// The moment that a text names; nil if it names none, or two.
  ///
  /// An hour without a zone has the zone `missing`; see `Timestamp.assuming(zone:)`.
  public static func read(_ text: String) -> Timestamp? { read(text, order: nil) }

  /// The same, if the order of day and month in "03/04/2016" is known.
  static func read(_ text: String, order: NumericOrder?) -> Timestamp? {
    guard text.utf8.count <= maximumLength else { return nil }
    return read(DateTokens.split(text)[...], order: order)
  }

  static func read(_ tokens: ArraySlice<DateToken>, order: NumericOrder?) -> Timestamp? {
    guard !tokens.isEmpty else { return nil }
    return ISODate.read(tokens) ?? ProseDate.read(tokens, order: order)
  }

  /// Whether a date means one day in Europe and another in America.
  static func isDoubtful(_ text: String) -> Bool {
    read(text, order: nil) == nil && read(text, order: .dayFirst) != nil
  }

  /// The date at the start of a file name: `2016-03-29-slug`, `20160329-slug`, `2016_03_29`.
  public static func inFileName(_ name: String) -> Timestamp? {
    let digits = Array(name.utf8.prefix(12))
    func number(_ range: Range<Int>) -> Int? {
      guard range.upperBound <= digits.count, digits[range].allSatisfy({ (0x30...0x39).contains($0) }) else {
        return nil
      }
      return digits[range].reduce(0) { $0 * 10 + Int($1) - 0x30 }
    }
    func ends(at index: Int) -> Bool {
      index >= digits.count || !(0x30...0x39).contains(digits[index])
    }
    if let year = number(0..<4), digits.count >= 10, digits[4] == digits[7],
      [0x2D, 0x5F, 0x2E].contains(digits[4]),
      let month = number(5..<7), let day = number(8..<10), ends(at: 10), year >= 1000
    {
      return Timestamp(year: year, month: month, day: day, precision: .day)
    }
    if let year = number(0..<4), let month = number(4..<6), let day = number(6..<8), ends(at: 8),
      (1800...2200).contains(year)
    {
      return Timestamp(year: year, month: month, day: day, precision: .day)
    }
    return nil
  }

  /// The date in a path: `2016/03/29/slug`, `2016/mar/29/slug`, `2016/03/slug`, or in one of its parts.
  public static func inPath(_ path: String) -> Timestamp? {
    let parts = path.split(separator: "/").map(String.init)
    for part in parts.reversed() {
      if let date = inFileName(part) { return date }
    }
    for (index, part) in parts.enumerated() {
      guard part.utf8.count == 4, let year = Int(part), (1800...2200).contains(year), index + 1 < parts.count,
        let month = parts[index + 1].utf8.count <= 2
          ? Int(parts[index + 1]) : DateWords.months[parts[index + 1].lowercased()]
      else { continue }
      if index + 2 < parts.count, parts[index + 2].utf8.count <= 2, let day = Int(parts[index + 2]) {
        return Timestamp(year: year, month: month, day: day, precision: .day)
      }
      return Timestamp(year: year, month: month, precision: .month)
    }
    return nil
  }
}

/// A piece of a written date.
enum DateToken: Equatable {
  /// Digits, and how many.
  case number(Int, digits: Int)
  /// Letters, lower case.
  case word(String)
  /// Anything else that isn't white space.
  case sign(Character)
  /// White space.
  case space

  var number: Int? {
    if case .number(let value, _) = self { value } else { nil }
  }
}

enum DateTokens {
  /// The tokens of a text, without white space at its ends.
  static func split(_ text: String) -> [DateToken] { pieces(text).tokens }

  /// The tokens, and where each begins in the text.
  static func pieces(_ text: String) -> (tokens: [DateToken], starts: [String.Index]) {
    var tokens: [DateToken] = []
    var starts: [String.Index] = []
    let scalars = text.unicodeScalars
    var place = scalars.startIndex
    func run(of kind: Kind) -> Substring {
      let start = place
      repeat {
        scalars.formIndex(after: &place)
      } while place < scalars.endIndex && Kind(scalars[place]) == kind
      return text[start..<place]
    }
    while place < scalars.endIndex {
      let start = place
      switch Kind(scalars[place]) {
      case .digit:
        let digits = run(of: .digit)
        tokens.append(.number(Int(digits.suffix(18)) ?? 0, digits: digits.utf8.count))
      case .letter: tokens.append(.word(run(of: .letter).lowercased()))
      case .space:
        _ = run(of: .space)
        tokens.append(.space)
      case .sign:
        let sign = scalars[place]
        scalars.formIndex(after: &place)
        tokens.append(.sign(sign == "−" ? "-" : Character(sign)))
      }
      starts.append(start)
    }
    if tokens.first == .space {
      tokens.removeFirst()
      starts.removeFirst()
    }
    if tokens.last == .space {
      tokens.removeLast()
      starts.removeLast()
    }
    return (tokens, starts)
  }
  /// What a scalar is part of.
  private enum Kind {
    case digit, letter, space, sign

    init(_ scalar: Unicode.Scalar) {
      self =
        switch scalar.value {
        case 0x30...0x39: .digit
        case 0x41...0x5A, 0x61...0x7A: .letter
        case 0x09...0x0D, 0x20: .space
        case ..<0x80: .sign
        default: Self.other(scalar.properties)
        }
    }

    /// An accent written on its own belongs to its letter.
    private static func other(_ properties: Unicode.Scalar.Properties) -> Kind {
      if properties.isAlphabetic || properties.generalCategory == .nonspacingMark { return .letter }
      return properties.isWhitespace ? .space : .sign
    }
  }
}
