internal import Messages
internal import Stories
internal import Words

// Searches in words, not in the query language.
extension TypedSearch {
  /// The words for the top line: its name if it is kept, "Stories like “Ferry line to reopen”", "New since
  /// your last visit", "“ferry strike”".
  var title: Phrase {
    switch onlyCondition {
    case .like(let name)?: "Stories like “\(name)”"
    case .mark(.new)?: "New since your last visit"
    default: name.map { .verbatim($0) } ?? "“\(text)”"
    }
  }

  /// The words for an empty list.
  var nothing: Phrase {
    switch onlyCondition {
    case .like(let name)?: return "No stories are like “\(name)”."
    case .mark(.new)?: return "Nothing new since your last visit."
    default: break
    }
    if let name { return "“\(name)” finds no stories." }
    return "No matches for “\(text)”."
  }

  /// The text to keep: the last word is searched by its beginning and, if its other forms were found too,
  /// as a word.
  func kept(withForms: Bool) -> String {
    guard withForms, query.lastWordIsPrefix, let word = text.split(separator: " ").last else {
      return finished
    }
    return "\(text) OR \(word)*"
  }

  /// Its only condition, if it has no words.
  private var onlyCondition: SearchQuery.Condition? {
    guard query.root == nil, query.filters.count == 1, !query.filters[0].isNegated else { return nil }
    return query.filters[0].condition
  }

  /// Whether its results can be ranked: it has words, or asks for similar stories.
  var hasBest: Bool {
    if query.root != nil { return true }
    return isLike
  }

  /// Whether it ranks by similarity.
  var isLike: Bool {
    query.filters.contains { if case .like = $0.condition { !$0.isNegated } else { false } }
  }

  /// The words for its own order, for the top line.
  var orderWords: String {
    isLike ? "most similar first" : hasBest ? Query.Order.bestFirst.words : Query.Order.newestFirst.words
  }
}

extension Query {
  /// The order of a list without a search.
  var usualOrder: Order { order == .bestFirst ? .newestFirst : order }
}

extension Window.Respelling {
  /// The text of a search with the suggested word; nil if it does not contain the word to replace.
  func corrected(_ text: String) -> String? {
    let words = Highlighter(CompiledQuery(.group(CompiledQuery.Group([CompiledQuery.Run([word])]))))
    guard let place = words.matches(in: text).last?.source else { return nil }
    let bytes = Array(text.utf8)
    guard place.upperBound <= bytes.count else { return nil }
    return String(decoding: bytes[..<place.lowerBound], as: UTF8.self) + instead
      + String(decoding: bytes[place.upperBound...], as: UTF8.self)
  }
}
