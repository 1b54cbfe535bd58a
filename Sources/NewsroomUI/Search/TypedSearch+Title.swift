internal import Stories
internal import Words

// What is looked for, as sentences say it: not in the language it is typed in.
extension TypedSearch {
  /// As the top line says it: the name it is kept under, "Stories like “Ferry line to reopen”", "New since
  /// your last visit", "“ferry strike”".
  var title: String {
    switch onlyCondition {
    case .like(let name)?: "Stories like “\(name)”"
    case .mark(.new)?: "New since your last visit"
    default: name ?? "“\(text)”"
    }
  }

  /// As an empty list says it.
  var nothing: String {
    switch onlyCondition {
    case .like(let name)?: return "No stories are like “\(name)”."
    case .mark(.new)?: return "Nothing new since your last visit."
    default: break
    }
    if let name { return "“\(name)” finds no stories." }
    return "No matches for “\(text)”."
  }

  /// As it is kept: the word that was being typed is looked for by its beginning, and where it was found by
  /// its forms as a word as well.
  func kept(withForms: Bool) -> String {
    guard withForms, query.lastWordIsPrefix, let word = text.split(separator: " ").last else {
      return finished
    }
    return "\(text) OR \(word)*"
  }

  /// The one thing that is asked for beside the text, where nothing is asked of the text.
  private var onlyCondition: SearchQuery.Condition? {
    guard query.root == nil, query.filters.count == 1, !query.filters[0].isNegated else { return nil }
    return query.filters[0].condition
  }

  /// Whether some of what it finds answers it better than the rest: it asks for words, or for what is like a
  /// story.
  var hasBest: Bool {
    if query.root != nil { return true }
    return isLike
  }

  /// Whether its order is that of likeness.
  var isLike: Bool {
    query.filters.contains { if case .like = $0.condition { !$0.isNegated } else { false } }
  }

  /// The order of what answers best, in the words of the top line.
  var orderWords: String {
    isLike ? "most similar first" : hasBest ? Query.Order.bestFirst.words : Query.Order.newestFirst.words
  }
}

extension Query {
  /// The order of a list without a search.
  var usualOrder: Order { order == .bestFirst ? .newestFirst : order }
}

extension Window.Respelling {
  /// A line of search with the other word in it; nil where the word is not found there.
  func corrected(_ text: String) -> String? {
    let words = Highlighter(CompiledQuery(.group(CompiledQuery.Group([CompiledQuery.Run([word])]))))
    guard let place = words.matches(in: text).last?.source else { return nil }
    let bytes = Array(text.utf8)
    guard place.upperBound <= bytes.count else { return nil }
    return String(decoding: bytes[..<place.lowerBound], as: UTF8.self) + instead
      + String(decoding: bytes[place.upperBound...], as: UTF8.self)
  }
}
