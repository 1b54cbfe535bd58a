internal import Messages
internal import Stories
internal import Words

// Tags of the reader's own.
extension State {
  /// Asks for the tags that the current story or a part of the list can be given.
  mutating func askTags(_ part: MarkPart?) -> [Effect] {
    if let part, span(part) == nil { return part == .range ? sayNoRange() : sayNoStory() }
    guard part != nil || current != nil else { return sayNoStory() }
    partToTag = part
    return [.ownTags(of: part == nil ? current?.id : nil)]
  }

  /// Lists them; typing narrows the list, or names a new tag.
  mutating func listTags(_ tags: [OwnTag], of id: StoryID?) {
    let part = partToTag
    var items = tags.map { tag in
      let count = catalogue.grouped(tag.total)
      return Chooser.Item(
        title: tag.name.text, detail: .words(tag.isSet ? catalogue("has it · \(count)") : count),
        choice: .tag(tag.isSet ? .untagged(tag.name) : .tagged(tag.name), part))
    }
    if part != nil {
      items += tags.map { tag in
        Chooser.Item(
          title: catalogue("Take away “\(tag.name.text)”"), choice: .tag(.untagged(tag.name), part),
          isLast: true)
      }
    }
    if items.isEmpty {
      items.append(Chooser.Item(title: catalogue["No tags yet: type a name"], choice: .nothing, isLast: true))
    }
    let title: Phrase = part.map { "Tag \($0.words)" } ?? "Tag the story"
    open(.picker(Chooser(title: title, items: items, manner: .tags(part))))
  }

  /// Gives the current story or a part of the list a tag, or takes it away.
  mutating func tag(_ change: MarkChange, _ part: MarkPart?) -> [Effect] {
    if let part { return mark(change, part) }
    guard let story = current, case .tagged(let name) = change.isSet ? change : change.opposite else {
      return sayNoStory()
    }
    note(story, change)
    message = Message(
      text: change.isSet
        ? "Tagged “\(name.text)” · x takes it back" : "No longer tagged “\(name.text)” · x takes it back")
    return [.tag(story.id, name, isSet: change.isSet)]
  }

  /// The lines of the list of the reader's own tags.
  func tagItems(_ counts: [FacetCount]) -> [Chooser.Item] {
    guard !counts.isEmpty else {
      return [
        Chooser.Item(
          title: catalogue["None of these stories has a tag of yours; # gives one"], choice: .nothing)
      ]
    }
    return counts.map {
      Chooser.Item(
        title: $0.facet.value,
        detail: $0.isMore
          ? .words(catalogue.grouped($0.total) + "+") : .counts(total: $0.total, unread: $0.unread),
        choice: .tagged($0.facet.value), counted: $0)
    }
  }

  /// Narrows the list to the stories with a tag of the reader's own.
  mutating func showTagged(_ name: String) -> [Effect] {
    let word = "\(SearchField.mytag.rawValue):\(SearchCompletion.written(name))"
    var query = list.query
    if query.search == nil {
      listBeforeSearch = list
      searchedAmong = query
    }
    let earlier = query.search.map { $0.text.contains(" OR ") ? "(\($0.text)) " : "\($0.text) " } ?? ""
    query.search = TypedSearch(earlier + word, now: now, isTyping: false)
    return enter(.list) + [list.show(query, .top, reach: reach)]
  }
}
