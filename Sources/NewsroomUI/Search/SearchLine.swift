internal import Stories
internal import Words

/// The line in which the library is searched.
struct SearchLine: Sendable {
  /// What is typed.
  private(set) var field: Field
  /// The list as it was when the line was opened.
  let before: ArticleList
  /// The place in the searches before this one; nil while it is a new one.
  private(set) var past: Int?
  /// What was typed before going through those.
  private var draft = Field()
  /// What Tab goes through.
  private(set) var choices: Choices?
  /// The names that have been asked for and have not come.
  var awaited: Facet.Kind?
  /// Whether the order of what is found follows from what is looked for: the reader has chosen none.
  private(set) var ordersItself = false

  /// What the end of the line may be completed to.
  struct Choices: Hashable, Sendable {
    /// The line without what is completed.
    var head: String
    /// What it is completed to, best first.
    var names: [String]
    /// The one that stands in the line.
    var index: Int
  }

  init(_ text: String, before: ArticleList) {
    field = Field(text)
    self.before = before
  }

  /// The same while the order follows from what is typed.
  var orderingItself: SearchLine {
    var line = self
    line.ordersItself = true
    return line
  }

  /// Takes what is typed now.
  mutating func edit(_ field: Field) {
    guard field != self.field else { return }
    self.field = field
    (choices, awaited, past) = (nil, nil, nil)
  }

  /// Goes to an earlier search, or back to a later one; false where there is none.
  mutating func goBack(_ step: Int, through searches: [String]) -> Bool {
    let place = (past ?? searches.count) - step
    guard place >= 0, place <= searches.count, place != past ?? searches.count else { return false }
    if past == nil { draft = field }
    past = place == searches.count ? nil : place
    field = past.map { Field(searches[$0]) } ?? draft
    (choices, awaited) = (nil, nil)
    return true
  }

  /// Completes the end of the line, or goes on to the next choice; nil where there is nothing to complete.
  ///
  /// - Parameter names: what the library has of a kind, most frequent first; nil when it has to be asked for.
  /// - Returns: whether the line changed.
  mutating func complete(_ step: Int, names: (Facet.Kind) -> [String]?) -> Bool {
    awaited = nil
    if let choices, choices.names.count > 1 {
      let count = choices.names.count
      return show(choices, at: ((choices.index + step) % count + count) % count)
    }
    guard let open = SearchCompletion.complete(field.text, cursor: field.text.count) else { return false }
    let found: [String]
    var isName = false
    switch open.kind {
    case .field: found = open.candidates
    case .word: found = open.candidates
    case .value(let kind):
      guard let all = names(kind) else {
        awaited = kind
        return false
      }
      found = Self.fitting(open.prefix, among: all).map(SearchCompletion.written)
      isName = true
    }
    guard !found.isEmpty else { return false }
    let head = String(field.text.prefix(open.range.lowerBound))
    let ended = isName || open.kind != .field ? found.map { $0 + " " } : found
    return show(Choices(head: head, names: Array(ended.prefix(50)), index: 0), at: 0)
  }

  private mutating func show(_ choices: Choices, at index: Int) -> Bool {
    var choices = choices
    choices.index = index
    self.choices = choices
    field = Field(choices.head + choices.names[index])
    return true
  }

  /// The names that fit what was typed: those that begin so, then those with a word that does, then those
  /// that have it within.
  private static func fitting(_ prefix: String, among names: [String]) -> [String] {
    let needle = PlainLetters.bytes(prefix)
    return names.filter { !$0.isEmpty }.enumerated().compactMap { place, name in
      Chooser.distance(needle, PlainLetters.bytes(name)).flatMap { $0 > 2 ? nil : ($0, place, name) }
    }.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
  }
}
