public import Stories

extension SearchQuery {
  /// The most characters that are read of a query.
  public static let lengthLimit = 2_000
  /// How deep parentheses go; below that they are overlooked.
  public static let depthLimit = 12

  /// Reads a query; anything is one.
  ///
  /// - Parameter now: the moment and zone that `today` and `<7d` count from.
  public static func parse(_ text: String, now: Timestamp) -> SearchQuery {
    let lexer = SearchLexer(text.unicodeScalars.prefix(lengthLimit))
    let isCut = text.unicodeScalars.dropFirst(lengthLimit).first != nil
    var parser = SearchParser(tokens: lexer.tokens, now: now, notice: lexer.notice)
    if isCut { parser.notice = "only the first \(lengthLimit) characters are searched" }
    let node = parser.parse()
    return SearchQuery(
      root: node, filters: parser.filters, notice: parser.notice, lastWordIsPrefix: parser.sawLast)
  }
}

/// Builds the tree from the parts of a query.
struct SearchParser {
  /// What a part was read as: text to look for, or a filter that may yet turn out to stand among choices.
  private indirect enum Item {
    case node(Node)
    case filter(SearchQuery.Filter, words: String)
    case all([Item])
  }

  typealias Node = SearchQuery.Node

  private let tokens: [SearchLexer.Token]
  private let now: Timestamp
  private var at = 0
  var notice: String?
  private(set) var filters: [SearchQuery.Filter] = []
  private(set) var sawLast = false

  init(tokens: [SearchLexer.Token], now: Timestamp, notice: String?) {
    (self.tokens, self.now, self.notice) = (tokens, now, notice)
  }

  mutating func parse() -> Node? {
    var items: [Item] = []
    while at < tokens.count {
      if let item = sequence(depth: 0) { items.append(item) }
      if at < tokens.count {
        note("a closing parenthesis without an opening one is overlooked")
        at += 1
      }
    }
    return Self.joined(items.compactMap { lift($0) })
  }

  /// Everything up to a closing parenthesis: groups of choices, all of which must hold.
  private mutating func sequence(depth: Int) -> Item? {
    var items: [Item] = []
    while at < tokens.count, tokens[at] != .close {
      if tokens[at] == .or {
        at += 1
        continue
      }
      guard let first = part(depth: depth) else { continue }
      var choices = [first]
      while at < tokens.count, tokens[at] == .or {
        while at < tokens.count, tokens[at] == .or { at += 1 }
        guard at < tokens.count, tokens[at] != .close, let next = part(depth: depth) else { break }
        choices.append(next)
      }
      items.append(choices.count == 1 ? first : .node(Self.any(choices.compactMap { plain($0) })))
    }
    return items.isEmpty ? nil : items.count == 1 ? items[0] : .all(items)
  }

  private mutating func part(depth: Int) -> Item? {
    var isNegated = false
    while at < tokens.count, tokens[at] == .minus {
      isNegated.toggle()
      at += 1
    }
    guard at < tokens.count else { return nil }
    let token = tokens[at]
    at += token == .close || token == .or ? 0 : 1
    switch token {
    case .word(let text, let isOpen):
      return word(text, isLast: isOpen && !isNegated).map { negated($0, isNegated) }
    case .phrase(let text): return text.isEmpty ? nil : negated(.node(.phrase(text)), isNegated)
    case .field(let field, let value): return self.field(field, value).map { negated($0, isNegated) }
    case .open: return group(depth: depth).map { negated($0, isNegated) }
    case .group(let field):
      at += 1
      guard let inner = group(depth: depth) else { return nil }
      guard field == .title else {
        note("\(field.rawValue): takes one value, in quotation marks when it has several words")
        return negated(inner, isNegated)
      }
      return plain(inner).map { negated(.node(.title($0)), isNegated) }
    case .close, .or, .minus: return nil
    }
  }

  /// What stands after an opening parenthesis.
  ///
  /// One too deep is overlooked, and what it holds is read as if it weren't there.
  private mutating func group(depth: Int) -> Item? {
    guard depth < SearchQuery.depthLimit else {
      note("parentheses go \(SearchQuery.depthLimit) deep, the others are overlooked")
      return nil
    }
    let inner = sequence(depth: depth + 1)
    if at < tokens.count { at += 1 }
    return inner
  }

  private mutating func negated(_ item: Item, _ isNegated: Bool) -> Item {
    guard isNegated else { return item }
    switch item {
    case .node(.not(let node)): return .node(node)
    case .node(let node): return .node(.not(node))
    case .filter(var filter, let words):
      filter.isNegated.toggle()
      return .filter(filter, words: words)
    case .all(let items):
      // Not all of them: a choice, so that filters in it become text.
      return plain(.all(items)).map { .node(.not($0)) } ?? item
    }
  }

  private mutating func word(_ text: String, isLast: Bool) -> Item? {
    let stem = text.hasSuffix("*") ? String(text.prefix { $0 != "*" }) : text
    guard !stem.isEmpty else { return nil }
    sawLast = sawLast || isLast && stem == text
    return .node(.word(SearchQuery.Word(stem, isPrefix: stem != text, isLast: isLast && stem == text)))
  }

  private mutating func field(_ field: SearchField, _ value: String) -> Item? {
    let words = "\(field.rawValue):\(value)"
    func filter(_ condition: SearchQuery.Condition) -> Item {
      .filter(SearchQuery.Filter(condition), words: words)
    }
    func searchedAsWords(_ reason: String) -> Item {
      note(reason + ", so it is searched as words")
      return .node(.phrase(words))
    }
    if let kind = field.facet { return filter(.facet(Facet(kind, value))) }
    switch field {
    case .title: return title(value)
    case .near: return near(value)
    case .like: return filter(.like(value))
    case .is:
      guard let mark = SearchQuery.Mark(rawValue: value.lowercased()) else {
        return searchedAsWords("is: knows unread, read, saved and new")
      }
      return filter(.mark(mark))
    case .has:
      guard let part = Story.Part(rawValue: value.lowercased()) else {
        return searchedAsWords("has: knows link and image")
      }
      return filter(.facet(Facet(.part, part.rawValue)))
    case .before, .after:
      guard let period = SearchDates.period(value, now: now) else {
        return searchedAsWords("\(words.prefix(40)) is no date such as 2016, 2016-03 or 2016-03-29")
      }
      return filter(
        field == .before
          ? .published(from: nil, until: period.lowerBound) : .published(from: period.upperBound, until: nil))
    default:
      guard let span = SearchDates.span(value, now: now) else {
        return searchedAsWords("\(words.prefix(40)) is no date such as 2016-03, 2016-03..2016-05 or <7d")
      }
      return filter(.published(from: span.from, until: span.until))
    }
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

  /// Takes the filters that must hold out of the tree.
  private mutating func lift(_ item: Item) -> Node? {
    switch item {
    case .node(let node): return node
    case .filter(let filter, _):
      filters.append(filter)
      return nil
    case .all(let items): return Self.joined(items.compactMap { lift($0) })
    }
  }

  /// What remains of an item that is one of several choices: facets are in the text's index too, other filters are not.
  private mutating func plain(_ item: Item) -> Node? {
    switch item {
    case .node(let node): return node
    case .filter(let filter, let words):
      let node: Node
      if case .facet(let facet) = filter.condition {
        node = .facet(facet)
      } else {
        note("\(words.prefix(40)) can't be one of several choices, so it is searched as words")
        node = .phrase(words)
      }
      return filter.isNegated ? .not(node) : node
    case .all(let items): return Self.joined(items.compactMap { plain($0) })
    }
  }

  private mutating func note(_ reason: String) { notice = notice ?? reason }

  private static func joined(_ nodes: [Node]) -> Node? {
    let flat = nodes.flatMap { node in if case .all(let inner) = node { inner } else { [node] } }
    return flat.count > 1 ? .all(flat) : flat.first
  }

  private static func any(_ nodes: [Node]) -> Node {
    let flat = nodes.flatMap { node in if case .any(let inner) = node { inner } else { [node] } }
    return flat.count == 1 ? flat[0] : .any(flat)
  }
}
