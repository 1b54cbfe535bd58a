public import Stories

extension SearchQuery {
  /// The longest query, in characters; the rest is ignored.
  public static let lengthLimit = 2_000
  /// The deepest nesting of parentheses; deeper ones are ignored.
  public static let depthLimit = 12

  /// Reads a query; any text is one.
  ///
  /// - Parameter now: the moment and zone that `today` and `<7d` refer to.
  public static func parse(_ text: String, now: Timestamp) -> SearchQuery {
    let lexer = SearchLexer(text.unicodeScalars.prefix(lengthLimit), now: now)
    let isCut = text.unicodeScalars.dropFirst(lengthLimit).first != nil
    var parser = SearchParser(tokens: lexer.tokens, now: now, notice: lexer.notice)
    if isCut { parser.notice = "only the first \(lengthLimit) characters are searched" }
    let node = parser.parse()
    return SearchQuery(
      root: node, filters: parser.filters, notice: parser.notice, mistake: parser.mistake,
      lastWordIsPrefix: parser.sawLast)
  }
}

/// Builds the tree from the parts of a query.
struct SearchParser {
  /// The result of reading a part: text to look for, or a filter that may yet become one of several choices.
  indirect enum Item {
    case node(Node)
    case filter(SearchQuery.Filter, words: String)
    case all([Item])
  }

  typealias Node = SearchQuery.Node

  private let tokens: [SearchLexer.Token]
  let now: Timestamp
  private var at = 0
  var notice: String?
  var mistake: String?
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
        note("a closing parenthesis without an opening one is ignored")
        at += 1
      }
    }
    return Self.joined(items.compactMap { lift($0) })
  }

  /// Reads up to a closing parenthesis: groups of choices, all of which must match.
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
        note("\(field.rawValue): takes one value; put several words in quotation marks")
        return negated(inner, isNegated)
      }
      return plain(inner).map { negated(.node(.title($0)), isNegated) }
    case .close, .or, .minus: return nil
    }
  }

  /// Reads what follows an opening parenthesis.
  ///
  /// A parenthesis that is too deep is ignored, and its content read as if it weren't there.
  private mutating func group(depth: Int) -> Item? {
    guard depth < SearchQuery.depthLimit else {
      note("parentheses can be nested \(SearchQuery.depthLimit) deep; the rest are ignored")
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
      // "Not all of these" is a choice, so filters in it become text.
      return plain(.all(items)).map { .node(.not($0)) } ?? item
    }
  }

  private mutating func word(_ text: String, isLast: Bool) -> Item? {
    let stem = text.hasSuffix("*") ? String(text.prefix { $0 != "*" }) : text
    guard !stem.isEmpty else { return nil }
    sawLast = sawLast || isLast && stem == text
    return .node(.word(SearchQuery.Word(stem, isPrefix: stem != text, isLast: isLast && stem == text)))
  }

  /// Moves the filters that must hold out of the tree.
  private mutating func lift(_ item: Item) -> Node? {
    switch item {
    case .node(let node): return node
    case .filter(let filter, _):
      filters.append(filter)
      return nil
    case .all(let items): return Self.joined(items.compactMap { lift($0) })
    }
  }

  /// The text of an item that is one of several choices: facets can be looked up in the text index, other
  /// filters can't.
  private mutating func plain(_ item: Item) -> Node? {
    switch item {
    case .node(let node): return node
    case .filter(let filter, let words):
      let node: Node
      switch filter.condition {
      case .facet(let facet) where facet.kind != .mine: node = .facet(facet)
      case .number(.urgency, let from, let to):
        node = Self.any((max(1, from ?? 1)...min(9, to ?? 9)).map { .facet(Facet(.urgency, String($0))) })
      case .path(let path) where !path.contains(where: { "*?[".contains($0) }):
        node = .facet(Facet(.folder, path))
      default:
        note("\(words.prefix(40)) can't follow or precede OR, so it is searched as words")
        node = .phrase(words)
      }
      return filter.isNegated ? .not(node) : node
    case .all(let items): return Self.joined(items.compactMap { plain($0) })
    }
  }

  mutating func note(_ reason: String) { notice = notice ?? reason }

  private static func joined(_ nodes: [Node]) -> Node? {
    let flat = nodes.flatMap { node in if case .all(let inner) = node { inner } else { [node] } }
    return flat.count > 1 ? .all(flat) : flat.first
  }

  private static func any(_ nodes: [Node]) -> Node {
    let flat = nodes.flatMap { node in if case .any(let inner) = node { inner } else { [node] } }
    return flat.count == 1 ? flat[0] : .any(flat)
  }
}
