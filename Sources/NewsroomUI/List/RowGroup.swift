internal import Stories
internal import Words

/// The heading that rows stand under, by the order they are in.
enum RowGroup: Hashable {
  /// By time: a day, or a month further back.
  case date(DateGroup)
  /// By headline: its first letter.
  case letter(String)
  /// By length: at least so many minutes, and less than so many.
  case minutes(from: Int, to: Int?)
  /// By how well they answer a search.
  case found(Found)

  /// What a search has found.
  enum Found: String, Hashable {
    /// Those that answer it best, in that order.
    case best = "BEST MATCHES"
    /// Those that are likest the story it names, in that order.
    case likest = "MOST SIMILAR"
    /// The newest, before the order is known.
    case newest = "NEWEST MATCHES"
    /// Those after the ones that were put in order, newest first.
    case older = "OLDER MATCHES"
  }
  /// By the word of the search that they do not have.
  case lacking(String)

  /// The group of a row as seen at `now`.
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

  /// Minutes at which a story counts as longer.
  private static let steps = [2, 5, 10, 20, 60]

  /// The heading, in capitals.
  var title: String {
    switch self {
    case .date(let group): group.title
    case .letter(let letter): letter
    case .found(let found): found.rawValue
    case .lacking(let word): "WITHOUT “\(word)”"
    case .minutes(0, let end?): "UNDER \(end) MINUTES"
    case .minutes(let begin, let end?): "\(begin) TO \(end - 1) MINUTES"
    case .minutes(let begin, nil): begin == 60 ? "AN HOUR OR MORE" : "\(begin) MINUTES OR MORE"
    }
  }

  /// What a row under this heading still has to say of its moment.
  func detail(_ published: Timestamp?, now: Timestamp) -> String? {
    switch self {
    case .date(let group): group.detail(published, now: now)
    case .letter, .minutes, .found, .lacking: published.map { Self.date($0, now: now) }
    }
  }

  private static func date(_ published: Timestamp, now: Timestamp) -> String {
    let told = ToldMoment(published, now: now)
    guard let date = told.day ?? told.month else { return String(told.year) }
    return told.day != nil && told.year == now.day.civil.year ? date : "\(date) \(told.year)"
  }

  /// The first letter of a headline in capitals, without its accents; one group for all digits, one for the
  /// rest.
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
