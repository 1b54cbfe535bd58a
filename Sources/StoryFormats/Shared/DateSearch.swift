internal import Stories
internal import Words

/// Finds dates among other words: "Posted by Anna Berg on 6 March 2023 at 10.32".
enum DateSearch {
  /// A date in a line.
  struct Found {
    /// The date as written.
    let text: String
    let date: Timestamp?
    /// The text before it, after the previous date.
    let before: String
    /// Its end in the line.
    let end: String.Index

    /// Whether it is ambiguous.
    var isDoubtful: Bool { date == nil }
  }

  /// The most tokens to examine in a line, the most tokens of a date, and the most dates to find.
  private static let mostPieces = 120
  private static let longestDate = 22
  private static let most = 6

  /// The dates in a line, in order; at least a full day, in years that pages may be about.
  static func dates(in line: String, order: NumericOrder?) -> [Found] {
    guard line.utf8.contains(where: { (0x30...0x39).contains($0) }) else { return [] }
    let (tokens, starts) = DateTokens.pieces(line)
    var found: [Found] = []
    var place = 0
    var rest = line.startIndex
    while place < min(tokens.count, mostPieces), found.count < most {
      guard mayStart(tokens, place), let (end, date) = longest(tokens, from: place, order) else {
        place += 1
        continue
      }
      let stop = end < starts.count ? starts[end] : line.endIndex
      let before = String(line[rest..<starts[place]])
      let text = String(line[starts[place]..<stop]).trimmingBlanks
      found.append(Found(text: text, date: date, before: before, end: stop))
      rest = stop
      place = end
    }
    return found
  }

  private static func mayStart(_ tokens: [DateToken], _ place: Int) -> Bool {
    if place > 0, case .sign(let sign) = tokens[place - 1], "/-.:".contains(sign), tokens[place].number != nil
    {
      return false
    }
    switch tokens[place] {
    case .number(_, let digits): return digits <= 4 || digits == 8
    case .word(let word): return DateWords.months[word] != nil || DateWords.weekdays.contains(word)
    default: return false
    }
  }

  /// The longest date from a token on, and its end; without a moment if it is ambiguous.
  private static func longest(_ tokens: [DateToken], from start: Int, _ order: NumericOrder?)
    -> (end: Int, date: Timestamp?)?
  {
    var end = min(tokens.count, start + longestDate)
    while end > start {
      let last = tokens[end - 1]
      let isWhole = end == tokens.count || !(last.number != nil && continuesNumber(tokens[end]))
      if last.isWordOrNumber, isWhole {
        let slice = tokens[start..<end]
        if let date = DateReading.read(slice, order: order) {
          return date.precision >= .day && years.contains(date.day.civil.year) ? (end, date) : nil
        }
        if order == nil, DateReading.read(slice, order: .dayFirst) != nil { return (end, nil) }
      }
      end -= 1
    }
    return nil
  }

  private static let years = 1900...2100

  private static func continuesNumber(_ token: DateToken) -> Bool {
    if case .sign(let sign) = token { return "/:".contains(sign) }
    return false
  }
}

extension DateToken {
  fileprivate var isWordOrNumber: Bool {
    switch self {
    case .number, .word: true
    default: false
    }
  }
}
