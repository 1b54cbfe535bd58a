internal import Messages
internal import Stories
internal import Words

// Searches kept under a name, the list of new stories, and similar stories.
extension State {
  /// Shows the results of a kept search, in the order of the list.
  mutating func show(_ saved: SavedSearch) -> [Effect] {
    show(TypedSearch(saved, now: now), order: list.query.order)
  }

  private mutating func show(_ search: TypedSearch, order: Query.Order) -> [Effect] {
    if list.query.search == nil { listBeforeSearch = list }
    var query = list.query.everything
    searchedAmong = query
    (query.search, query.order) = (search, order == .bestFirst && !search.hasBest ? .newestFirst : order)
    return enter(.list) + [list.show(query, .top, reach: reach)]
  }

  /// Asks for a name to keep the search under.
  mutating func startNaming() -> [Effect] {
    guard let search = list.query.search else {
      message = Message(text: "No search to keep; press \(key("find")) to start one.")
      return []
    }
    open(.prompt(.name(Field(search.name ?? ""))))
    return []
  }

  /// Keeps the search under the name that was typed.
  mutating func keepSearch(_ field: Field) -> [Effect] {
    closeLayer()
    let name = String(field.text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    guard !name.isEmpty, let search = list.query.search else { return [] }
    let isOfList = list.window?.query == list.query
    let last = isOfList ? list.window?.findings.compiled.wanted.last : nil
    let hasForms = last?.alternatives.contains { $0.origin == .form } == true
    var saved = SavedSearch(name: name, text: search.kept(withForms: hasForms))
    if let before = savedSearches.first(where: { $0.name == name }) {
      (saved.alerts, saved.hiding) = (before.alerts, before.hiding)
    }
    put(saved)
    message = Message(text: "Search kept as “\(name)”; \(key("desks")) lists it beside the desks.")
    return [.keepSearch(saved)] + hideAgain()
  }

  /// Replaces the search of the same name.
  mutating func put(_ saved: SavedSearch) {
    savedSearches.removeAll { $0.name == saved.name }
    savedSearches.append(saved)
  }

  /// Deletes a kept search, unless it is built in or set in newsroom.toml.
  mutating func drop(_ saved: SavedSearch) -> [Effect] {
    guard savedSearches.contains(saved) else {
      message = Message(text: "“\(saved.name)” can't be deleted.")
      return []
    }
    guard !saved.isSetByHand else {
      message = Message(text: "“\(saved.name)” is set in newsroom.toml; delete its line there.")
      return []
    }
    savedSearches.removeAll { $0 == saved }
    message = Message(text: "Search “\(saved.name)” deleted. It was: \(saved.text)")
    return [.dropSearch(saved)] + refillDesks() + hideAgain()
  }

  /// Shows the stories most similar to the current one.
  mutating func showAlike() -> [Effect] {
    guard let story = current else {
      message = Message(text: "No story is open.")
      return []
    }
    let name = SearchCompletion.written(story.headline.isEmpty ? story.path : story.headline)
    return show(
      TypedSearch("\(SearchField.like.rawValue):\(name)", now: now, isTyping: false), order: .bestFirst)
  }

  /// The searches shown beside the desks.
  var searchesAmongDesks: [SavedSearch] { [.new] + savedSearches }

  /// Takes their counts.
  mutating func note(_ counts: [SearchCount]) -> [Effect] {
    for count in counts { searchCounts[counted(count.search)] = count }
    return refillDesks()
  }

  /// A search as its count is kept: whether it alerts or hides makes no difference.
  private func counted(_ saved: SavedSearch) -> SavedSearch {
    SavedSearch(name: saved.name, text: saved.text)
  }

  /// Their lines in the list of desks.
  var searchItems: [Chooser.Item] {
    searchesAmongDesks.map { saved in
      let detail: Chooser.Detail =
        switch searchCounts[counted(saved)] {
        case let count? where count.isMore: .words(catalogue.grouped(count.total) + "+")
        case let count?: .counts(total: count.total, unread: count.unread)
        case nil: .none
        }
      let name = saved == .new ? catalogue[saved.name] : saved.name
      let facts = [alertWords(saved), hidingWords(saved)].compactMap(\.self).map { catalogue($0) }
      guard !facts.isEmpty else { return Chooser.Item(title: name, detail: detail, choice: .search(saved)) }
      return Chooser.Item(
        title: name,
        detail: .words((facts + [detail.text(catalogue)].filter { !$0.isEmpty }).joined(separator: " · ")),
        choice: .search(saved))
    }
  }
}
