internal import Stories

extension SearchParser {
  /// The meaning of `field:value`.
  mutating func field(_ field: SearchField, _ value: String) -> Item? {
    let words = "\(field.rawValue):\(value)"
    func filter(_ condition: SearchQuery.Condition) -> Item {
      .filter(SearchQuery.Filter(condition), words: words)
    }
    if let kind = field.facet { return filter(.facet(Facet(kind, named(value, kind)))) }
    switch field.row.values {
    case .text, .facet: return field == .near ? near(value) : title(value)
    case .story: return filter(.like(value))
    case .path:
      let path = Self.path(value)
      return path.isEmpty ? nil : filter(.path(path))
    case .choice:
      if let choice = field.choice(value), let condition = condition(field, choice) {
        return filter(condition)
      }
      return misunderstood(words, "\(field.rawValue): takes \(Self.list(field.choices))")
    case .date:
      if let condition = published(field, value) { return filter(condition) }
      let reason =
        DatePeriod(value, now: now) == nil
        ? "not a date, such as \(DatePeriod.examples)"
        : "a time without \(field == .after ? "an end" : "a beginning"); perhaps you mean date:\(value)"
      return misunderstood(words, "“\(value.prefix(40))” is \(reason)")
    case .number(let measure):
      guard let range = NumberRange(value) else {
        return misunderstood(words, "\(field.rawValue): takes a number, such as 3, >3, <=3 or 1..3")
      }
      if measure == .urgency, range.from ?? 1 > 9 || range.to ?? 9 < 1 {
        return misunderstood(words, "urgency: takes 1 (most urgent) to 9")
      }
      return filter(.number(measure, from: range.from, to: range.to))
    }
  }

  /// Searches a value that the field can't take as words, since somebody may still be typing it.
  private mutating func misunderstood(_ words: String, _ reason: String) -> Item {
    mistake = mistake ?? "can't understand “\(words.prefix(60))”: \(reason)"
    note(reason + ", so it is searched as words")
    return .node(.phrase(words))
  }

  /// The meaning of a word after `is:` or `has:`.
  private func condition(_ field: SearchField, _ choice: String) -> SearchQuery.Condition? {
    if field == .has { return .facet(Facet(.part, choice)) }
    if let mark = SearchQuery.Mark(rawValue: choice) { return .mark(mark) }
    guard let state = Wire.State(rawValue: choice) else { return nil }
    return state == .embargoed ? .embargoed(after: now.seconds) : .facet(Facet(.state, state.rawValue))
  }

  /// The meaning of a date for a field; nil if it is not a date, or has no end for `after:`.
  private func published(_ field: SearchField, _ value: String) -> SearchQuery.Condition? {
    guard let period = DatePeriod(value, now: now) else { return nil }
    switch field {
    case .before: return period.start.map { .published(from: nil, until: $0) }
    case .after: return period.end.map { .published(from: $0, until: nil) }
    default: return .published(from: period.span.from, until: period.span.until)
    }
  }

  /// A value as stories have it: languages may also be given by their English names.
  private func named(_ value: String, _ kind: Facet.Kind) -> String {
    kind == .language ? Languages.code(named: value) ?? value : value
  }

  /// A path without a leading `./` or surrounding `/`.
  private static func path(_ value: String) -> String {
    var path = value[...]
    while path.hasPrefix("./") || path.hasPrefix("/") { path = path.dropFirst(path.hasPrefix("/") ? 1 : 2) }
    while path.hasSuffix("/") { path = path.dropLast() }
    return String(path)
  }

  private static func list(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " or " + last
  }

  private func title(_ value: String) -> Item? {
    if value.hasPrefix("\"") { return .node(.title(.phrase(String(value.dropFirst())))) }
    let stem = value.hasSuffix("*") ? String(value.prefix { $0 != "*" }) : value
    return stem.isEmpty ? nil : .node(.title(.word(SearchQuery.Word(stem, isPrefix: stem != value))))
  }

  private func near(_ value: String) -> Item? {
    let text = value.hasPrefix("\"") ? value.dropFirst() : value[...]
    let comma = text.lastIndex(of: ",")
    let distance = comma.flatMap { Int(text[text.index(after: $0)...].filter { $0 != " " }) }
    let words = (distance == nil ? text : text[..<(comma ?? text.endIndex)]).split(
      whereSeparator: \.isWhitespace)
    guard words.count > 1 else { return words.first.map { .node(.word(SearchQuery.Word(String($0)))) } }
    return .node(.near(words.map(String.init), min(max(distance ?? 10, 0), 1_000)))
  }
}
