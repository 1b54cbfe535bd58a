internal import Messages
internal import Stories
internal import Words

/// The heading above rows, which depends on the order of the list.
enum RowGroup: Hashable {
  /// By time: a day or, further back, a month.
  case date(DateGroup)
  /// By headline: its first letter.
  case letter(String)
  /// By reading time, in minutes: `from` and up to, but not including, `to`.
  case minutes(from: Int, to: Int?)
  /// By how well they match a search.
  case found(Found)
  /// By desk; "" for none.
  case desk(String)
  /// By source; "" for none.
  case source(String)
  /// By nothing: there is no heading.
  case none

  /// Groups of search results.
  enum Found: String, Hashable {
    /// The best matches, best first.
    case best = "BEST MATCHES"
    /// The stories most similar to the named one, most similar first.
    case likest = "MOST SIMILAR"
    /// The newest, before they are ranked.
    case newest = "NEWEST MATCHES"
    /// Those beyond the ranked ones, newest first.
    case older = "OLDER MATCHES"
  }
  /// By the word of the search that they lack.
  case lacking(String)

  /// The group of a row as seen at `now`.
  init(_ row: Listing, query: Query, now: Timestamp) {
    switch query.groupedBy {
    case .desk: self = .desk(row.section ?? "")
    case .source: self = .source(row.source ?? "")
    default: self = query.grouping == .none ? .none : RowGroup(row, order: query.order, now: now)
    }
  }

  /// Whether the rows are of one desk, which the heading names.
  var isDesk: Bool { if case .desk = self { true } else { false } }

  /// The same in a list that is not grouped otherwise.
  init(_ row: Listing, order: Query.Order, now: Timestamp) {
    switch order {
    case .newestFirst, .oldestFirst: self = .date(DateGroup(row.time, now: now))
    case .bestFirst: self = row.lacks.map(RowGroup.lacking) ?? .found(.best)
    case .headline: self = .letter(Self.letter(of: row.headline))
    case .longestFirst, .shortestFirst:
      let minutes = ReadingTime.minutes(words: row.words)
      let above = Self.steps.firstIndex { minutes < $0 } ?? Self.steps.count
      self = .minutes(
        from: above == 0 ? 0 : Self.steps[above - 1], to: above < Self.steps.count ? Self.steps[above] : nil)
    }
  }

  /// The limits of the groups, in minutes.
  private static let steps = [2, 5, 10, 20, 60]

  /// The heading, in capitals.
  func title(_ catalogue: Catalogue = .english) -> String {
    if case .date(let group) = self { return group.title(catalogue) }
    return catalogue(phrase)
  }

  private var phrase: Phrase {
    switch self {
    case .date(let group): .verbatim(group.title())
    case .letter(let letter): .verbatim(letter)
    case .found(let found): Phrase(words: found.rawValue)
    case .desk(let name): name.isEmpty ? "NO DESK" : .verbatim(name.uppercased())
    case .source(let name): name.isEmpty ? "NO SOURCE" : .verbatim(name.uppercased())
    case .none: ""
    case .lacking(let word): "WITHOUT “\(word)”"
    case .minutes(0, let end?): "UNDER \(end) MINUTES"
    case .minutes(let begin, let end?): "\(begin) TO \(end - 1) MINUTES"
    case .minutes(let begin, nil): begin == 60 ? "AN HOUR OR MORE" : "\(begin) MINUTES OR MORE"
    }
  }

  /// The part of the moment that the heading leaves out.
  func detail(_ published: Timestamp?, now: Timestamp, _ catalogue: Catalogue = .english) -> String? {
    switch self {
    case .date(let group): group.detail(published, now: now, catalogue)
    case .letter, .minutes, .found, .lacking, .desk, .source, .none:
      published.map { Self.date($0, now: now, catalogue) }
    }
  }

  private static func date(_ published: Timestamp, now: Timestamp, _ catalogue: Catalogue) -> String {
    let told = catalogue.moment(published, now: now)
    guard let date = told.day ?? told.month else { return String(told.year) }
    return told.day != nil && told.year == now.day.civil.year ? date : "\(date) \(told.year)"
  }

  /// The first letter of a headline, as a capital without accents; digits form one group, and the rest
  /// another.
  private static func letter(of headline: String) -> String {
    for scalar in headline.unicodeScalars.prefix(40) {
      switch scalar.properties.generalCategory {
      case .decimalNumber, .letterNumber, .otherNumber: return "0–9"
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .otherLetter, .modifierLetter:
        guard let folded = PlainLetters.fold(String(scalar)).first.flatMap(Unicode.Scalar.init) else {
          continue
        }
        return folded.properties.uppercaseMapping
      default: continue
      }
    }
    return "…"
  }
}
