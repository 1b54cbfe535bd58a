internal import Stories
internal import Words

/// The prompt that searches the library.
struct SearchLine: Sendable {
  /// The text.
  private(set) var field: Field
  /// The list as it was when the prompt was opened.
  var before: ArticleList
  /// The index of the earlier search being shown; nil for a new one.
  private(set) var past: Int?
  /// The text typed before an earlier search was shown.
  private var draft = Field()
  /// The choices of Tab.
  private(set) var choices: Choices?
  /// The kind of names that Tab is waiting for.
  var awaited: Facet.Kind?
  /// Whether the search decides the order, because the reader has not chosen one.
  private(set) var ordersItself = false

  /// The completions of the end of the line.
  struct Choices: Hashable, Sendable {
    /// The line without the completed part.
    var head: String
    /// The completions, best first.
    var names: [String]
    /// The current one.
    var index: Int
  }

  init(_ text: String, before: ArticleList) {
    field = Field(text)
    self.before = before
  }

  /// The same line, letting the search decide the order.
  var orderingItself: SearchLine {
    var line = self
    line.ordersItself = true
    return line
  }

  /// Replaces the text.
  mutating func edit(_ field: Field) {
    guard field != self.field else { return }
    self.field = field
    (choices, awaited, past) = (nil, nil, nil)
  }

  /// Goes to an earlier search, or back to a later one; false if there is none.
  mutating func goBack(_ step: Int, through searches: [String]) -> Bool {
    let place = (past ?? searches.count) - step
    guard place >= 0, place <= searches.count, place != past ?? searches.count else { return false }
    if past == nil { draft = field }
    past = place == searches.count ? nil : place
    field = past.map { Field(searches[$0]) } ?? draft
    (choices, awaited) = (nil, nil)
    return true
  }

  /// Completes the end of the line, or goes to the next choice.
  ///
  /// - Parameter names: the library's names of a kind, most frequent first; nil if they must be loaded first.
  /// - Returns: whether the line changed.
  mutating func complete(_ step: Int, names: (Facet.Kind) -> [String]?) -> Bool {
    awaited = nil
    if let choices, choices.names.count > 1 {
      let count = choices.names.count
      return show(choices, at: ((choices.index + step) % count + count) % count)
    }
    guard let open = SearchCompletion.complete(field.text, cursor: field.text.count) else { return close() }
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
    guard !found.isEmpty else { return close() }
    let head = String(field.text.prefix(open.range.lowerBound))
    let ended = isName || open.kind != .field ? found.map { $0 + " " } : found
    return show(Choices(head: head, names: Array(ended.prefix(50)), index: 0), at: 0)
  }

  /// Closes what is open at the end of the line: a quotation mark, then brackets.
  private mutating func close() -> Bool {
    let missing = SearchCompletion.closing(of: field.text)
    guard !missing.isEmpty else { return false }
    field = Field(field.text + missing + " ")
    return true
  }

  private mutating func show(_ choices: Choices, at index: Int) -> Bool {
    var choices = choices
    choices.index = index
    self.choices = choices
    field = Field(choices.head + choices.names[index])
    return true
  }

  /// The names that match: those that begin with the text, then those with a word that does, then those that
  /// contain it.
  private static func fitting(_ prefix: String, among names: [String]) -> [String] {
    let needle = PlainLetters.bytes(prefix)
    return names.filter { !$0.isEmpty }.enumerated().compactMap { place, name in
      Chooser.distance(needle, PlainLetters.bytes(name)).flatMap { $0 > 2 ? nil : ($0, place, name) }
    }.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
  }
}
