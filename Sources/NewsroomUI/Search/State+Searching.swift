internal import Messages
internal import Stories
internal import Words

// Searching the library.
extension State {
  /// Whether the prompt is open, perhaps below another layer.
  var isSearching: Bool {
    layers.contains { $0.kind == .search }
  }

  /// Opens the prompt, with the current search if the list is one.
  mutating func startSearch() -> [Effect] {
    if list.query.search == nil { (listBeforeSearch, searchedAmong) = (list, list.query) }
    open(.prompt(.search(SearchLine(list.query.search?.text ?? "", before: list))))
    return []
  }

  /// Changes the prompt, and searches again if its text changed.
  private mutating func change(_ change: (inout SearchLine) -> Bool) -> [Effect] {
    guard case .search(var line)? = prompt else { return [] }
    let isOther = change(&line)
    prompt = .search(line)
    return isOther ? search() : []
  }

  /// Goes to an earlier search, or back to a later one.
  mutating func recallSearch(_ step: Int) -> [Effect] {
    let searches = searches
    return change { $0.goBack(step, through: searches) }
  }

  /// Completes the end of the line, or goes to another choice.
  mutating func completeSearch(_ step: Int) -> [Effect] {
    if step > 0, respelling != nil {
      let effects = takeRespelling()
      if !effects.isEmpty { return effects }
    }
    let known = known
    let effects = change { line in line.complete(step) { known[$0]?.names } }
    guard case .search(let line)? = prompt, let kind = line.awaited else { return effects }
    return effects + [.facets(kind, of: Query())]
  }

  /// Searches for the text of the prompt.
  mutating func search() -> [Effect] {
    guard case .search(let line)? = prompt else { return [] }
    let text = line.field.text
    guard !text.allSatisfy({ $0 == " " }) else {
      guard list.query.search != nil else { return [] }
      return restore(listBeforeSearch ?? line.before)
    }
    var query = list.query
    if query.search?.text == text { return [] }
    let search = TypedSearch(text, now: now)
    // A search without words can't be ranked.
    if query.search == nil || query.order == .bestFirst || line.ordersItself {
      query.order = search.hasBest ? .bestFirst : line.before.query.usualOrder
      prompt = .search(line.orderingItself)
    }
    query.search = search
    // Go to the best match, unless the reader moves elsewhere.
    return [list.show(query, .top, reach: reach)]
  }

  /// Keeps the results as the list.
  mutating func endSearch(_ line: SearchLine) -> [Effect] {
    closeLayer()
    guard let search = list.query.search else { return giveUp(line) }
    searches.removeAll { $0 == search.text }
    searches = searches.suffix(199) + [search.text]
    // An empty list says itself why it is empty.
    if let notice = list.window?.findings.notice, !list.rows.isEmpty {
      message = Message(text: Phrase(told: notice).asSentence)
    }
    return [.remember(search.text)]
  }

  /// Restores the list, and the place in it, from before the prompt was opened.
  mutating func giveUp(_ line: SearchLine) -> [Effect] {
    guard list.query != line.before.query else { return [] }
    return restore(line.before)
  }

  /// Restores the list from before the search.
  mutating func leaveSearch() -> [Effect] {
    var query = list.query
    query.search = nil
    query.order = query.usualOrder
    guard let before = listBeforeSearch, searchedAmong.facets == query.facets,
      searchedAmong.marked == query.marked
    else { return show(query) }
    return restore(before)
  }

  /// Closes the story beside a list that is empty.
  mutating func clearTable() -> [Effect] {
    let effects = leaveArticle()
    (article, wanted) = (nil, nil)
    return effects
  }

  /// Replaces the word that no story has with the suggestion.
  mutating func takeRespelling() -> [Effect] {
    guard case .search(let line)? = prompt, let respelling, let other = respelling.corrected(line.field.text)
    else { return [] }
    return edit { $0 = Field(other) }
  }

  /// The suggested word, if nothing was found.
  var respelling: Window.Respelling? {
    guard let window = list.window, window.query == list.query, window.rows.isEmpty else { return nil }
    return window.findings.respelling
  }

  private mutating func restore(_ before: ArticleList) -> [Effect] {
    list = before
    applyLook()
    article?.find = nil
    // The counts may be out of date.
    return [list.show(before.query, .here, reach: reach)]
      + (focus == .list && list.selected?.id != article?.id ? preview() : [])
  }

  /// Takes the names that Tab asked for.
  mutating func note(_ counts: [FacetCount], of kind: Facet.Kind, in line: SearchLine) -> [Effect] {
    guard line.awaited == kind else { return [] }
    return change { line in line.complete(1) { $0 == kind ? counts.names : nil } }
  }

  /// Marks the words of the search in the open story.
  mutating func showWhatWasFound() {
    guard let search = list.query.search, let window = list.window, window.query == list.query,
      let words = list.found, let article, list.rows.contains(where: { $0.id == article.id })
    else {
      if article?.find?.isOfSearch == true { article?.find = nil }
      return
    }
    self.article?.find = Find(search, words)
    self.article?.search()
  }

  /// The help above the prompt: what was not understood, or what can be typed.
  func searchHelp(_ line: SearchLine) -> String {
    if line.awaited != nil { return catalogue["Looking up names …"] }
    let last = line.field.text.split(separator: " ", omittingEmptySubsequences: false).last ?? ""
    let name = last.drop { $0 == "-" || $0 == "(" }.prefix { $0 != ":" }
    if last.contains(":"), let field = SearchField(name: String(name)) {
      let choices = field.choices.isEmpty ? "" : ": " + field.choices.joined(separator: ", ")
      let tab = field.isCompleted ? " · " + catalogue["Tab completes"] : ""
      return "\(field.row.example): \(catalogue[field.row.meaning])\(choices)\(tab)"
    }
    if list.window?.query == list.query, let notice = list.window?.findings.notice, !list.rows.isEmpty {
      return catalogue(Phrase(told: notice).asSentence)
    }
    let signs = catalogue["\"a phrase\"  begin*  -not  a OR b"]
    return signs + "  " + SearchField.allCases.map { $0.rawValue + ":" }.joined(separator: " ")
  }
}

extension [FacetCount] {
  /// Their names, most frequent first.
  fileprivate var names: [String] {
    sorted { ($0.total, $1.facet.value) > ($1.total, $0.facet.value) }.map(\.facet.value)
  }
}
