internal import Messages
internal import Screen
internal import Stories
internal import Typesetting

// Opening stories, following links, going back and forward.
extension State {
  /// The story that keys act on: the open one, or the selected row in the list.
  var current: Listing? {
    focus == .list ? list.selected : article?.opened.listing ?? list.selected
  }

  /// Whether a story was asked for and has not arrived.
  public var isStoryComing: Bool { wanted != nil }

  /// Shows the selected row's story beside the list, if there is room.
  mutating func preview() -> [Effect] {
    guard plan.article != nil, let row = list.selected else { return [] }
    guard row.id != article?.id else {
      wanted = nil
      return []
    }
    wanted = Wanted(id: row.id, forReading: false)
    return [.open(row.id)]
  }

  /// Opens a story to be read.
  mutating func read(_ id: StoryID, place: ReadingPlace? = nil, anchor: String? = nil) -> [Effect] {
    let effects = focus == .article ? [] : keepPlace()
    focus = .article
    if article?.id == id {
      wanted = nil
      // Opening a story shows its newest version.
      if reading != id, let newer = article?.newer { article?.replace(with: newer) }
      if let anchor { jump(to: anchor) } else if let place { article?.go(toPlace: place) }
      return effects + beginReading()
    }
    let isAsked = wanted?.id == id
    wanted = Wanted(id: id, forReading: true, place: place, anchor: anchor)
    return effects + (isAsked ? [] : [.open(id)])
  }

  /// Goes to a part of the open story, and remembers the old place for going back.
  private mutating func jump(to part: String) {
    guard let before = article else { return }
    guard article?.go(to: part) == true else { return sayMissing(part) }
    if article?.top == before.top {
      message = Message(text: "“\(part)” is already on the screen.")
    } else {
      history.leave(History.Entry(id: before.id, place: before.place))
    }
  }

  /// Says that the story has no such part.
  mutating func sayMissing(_ part: String) {
    message = Message(text: "This story has no part “\(part)”.")
  }

  /// Treats the open story as the one being read: marks it as read and remembers the way to it.
  mutating func beginReading() -> [Effect] {
    guard let article else { return [] }
    let id = article.id
    if let reading, reading != id {
      history.leave(History.Entry(id: reading, place: readingPlace))
    }
    if reading != id { ended = nil }
    reading = id
    readingPlace = article.place
    list.touched = true
    landed.see(id)
    if let row = list.rows.firstIndex(where: { $0.id == id }) { select(row) }
    guard !article.opened.listing.isRead, preferences.readOn == .open else { return [] }
    return mark(id, read: true)
  }

  /// Leaves the open story for another, and stores the place in it.
  mutating func leaveArticle() -> [Effect] {
    if let article, article.id == reading { readingPlace = article.place }
    return keepPlace()
  }

  /// Stores the place in the story being read, if it moved.
  mutating func keepPlace() -> [Effect] {
    guard let article, article.id == reading, article.isPlaceNew else { return [] }
    self.article?.keep()
    return [.keepPlace(article.id, article.place)]
  }

  /// Stores the place after every screenful, so that a crash loses little.
  mutating func keepFarPlace() -> [Effect] {
    guard let article, article.id == reading, article.isPlaceFar else { return [] }
    return keepPlace()
  }

  /// Where the reader is now, for the history.
  private var here: History.Entry? {
    reading.map { id in
      History.Entry(id: id, place: article.map { $0.id == id ? $0.place : readingPlace } ?? readingPlace)
    }
  }

  /// Goes back in the history.
  mutating func goBack() -> [Effect] {
    // Keys may be quicker than the library: the story to leave may not have arrived yet.
    if let wanted, wanted.forReading, wanted.id != reading, reading != nil, article?.id == reading {
      history.turnBack(from: History.Entry(id: wanted.id, place: wanted.place ?? .beginning))
      self.wanted = nil
      return []
    }
    guard let entry = history.goBack(from: here) else {
      message = Message(text: "No story to go back to.")
      return []
    }
    return go(to: entry)
  }

  /// Undoes going back.
  mutating func goForward() -> [Effect] {
    guard let entry = history.goForward(from: here) else {
      message = Message(text: "No story to go forward to.")
      return []
    }
    return go(to: entry)
  }

  private mutating func go(to entry: History.Entry) -> [Effect] {
    let effects = leaveArticle()
    // The history has it already, so it counts as the story being read before it arrives.
    reading = entry.id
    readingPlace = entry.place
    return effects + read(entry.id, place: entry.place)
  }

  /// Follows a link of the text: an index into the story's references.
  mutating func follow(reference index: Int) -> [Effect] {
    guard let story = article?.opened.story, story.references.indices.contains(index) else { return [] }
    let reference = story.references[index]
    if let id = reference.story { return follow(id, anchor: reference.anchor) }
    if reference.kind == .story, let anchor = reference.anchor, reference.target == nil {
      return follow(story.id, anchor: anchor)
    }
    if let id = reference.probably {
      offer(id, for: reference.text, anchor: reference.anchor)
      return []
    }
    if let target = reference.target, reference.naming == .path,
      let sheet = AddressSheet(path: target, isOutside: reference.kind == .outside)
    {
      open(.sheet(Sheet(.address(sheet))))
      return []
    }
    // Show the path of a link to a file, because its words may say anything.
    let path = reference.naming == .path ? reference.target.map { " (\($0))" } ?? "" : ""
    explain(isOutside: reference.kind == .outside, title: reference.text + path, target: reference.target)
    return []
  }

  /// Asks before opening a story that is only probably meant.
  private mutating func offer(_ id: StoryID, for words: String, anchor: String?) {
    let listing = article?.opened.related.first { $0.listing?.id == id }?.listing
    let choices = [
      Chooser.Item(
        title: listing?.headline ?? words, detail: .words(catalogue["open"]),
        choice: .probable(id, anchor: anchor)),
      Chooser.Item(title: catalogue["Stay on this page"], choice: .nothing, isLast: true),
    ]
    open(.picker(Chooser(title: "Probably this story. Open it?", items: choices)))
  }

  /// Follows a row of the READ MORE panel.
  mutating func follow(teaser row: Int) -> [Effect] {
    guard let article, article.panel.rows.indices.contains(row) else { return [] }
    teasers.index = row
    let opened = article.opened
    let index: Int
    switch article.panel.rows[row] {
    case .entry(let place): index = place
    case .linksOut(let links):
      showLinksOut(links)
      return []
    case .contents: return showOutline()
    }
    let related = opened.related[index]
    if let listing = related.listing {
      let references = opened.story.references
      let anchor = related.reference.flatMap { references.indices.contains($0) ? references[$0].anchor : nil }
      if related.isProbable {
        offer(listing.id, for: related.title, anchor: anchor)
        return []
      }
      return follow(listing.id, anchor: anchor)
    }
    if let reference = related.reference { return follow(reference: reference) }
    explain(isOutside: related.reason == .outside, title: related.title, target: related.target)
    return []
  }

  mutating func follow(_ id: StoryID, anchor: String?) -> [Effect] {
    // A reader who follows a link in a preview has been reading it.
    var effects: [Effect] = []
    if wanted == nil, article?.id != reading { effects = beginReading() }
    if let article, article.id == reading { readingPlace = article.place }
    return effects + read(id, anchor: anchor)
  }

  mutating func explain(isOutside: Bool, title: String, target: String?) {
    switch (isOutside, target) {
    case (true, let target?):
      message = Message(text: "Outside the library: \(target)")
      open(.sheet(Sheet(.address(AddressSheet(address: target)))))
    case (true, nil): message = Message(text: "Outside the library, and its address is missing: \(title)")
    case (false, _): message = Message(text: "Not in this library yet: \(title)")
    }
  }

  /// Follows the row of READ MORE with a number, or the link with it.
  mutating func follow(number: Int) -> [Effect] {
    guard let article else {
      message = Message(text: "No story is open.")
      return []
    }
    if article.panel.rows.indices.contains(number - 1) { return follow(teaser: number - 1) }
    if let link = article.page?.links.first(where: { $0.number == number }) {
      return follow(reference: link.reference)
    }
    message = Message(text: "Nothing here has the number \(number).")
    return []
  }

  /// Reads the row `step` further on in the list.
  mutating func readNeighbour(_ step: Int) -> [Effect] {
    let row = list.index + step
    guard list.rows.indices.contains(row) else {
      message = Message(text: step > 0 ? "This is the last story." : "This is the first story.")
      return []
    }
    return readRow(row)
  }

  /// Reads the next unread row after the selected one, asking the library beyond the loaded rows.
  mutating func readNextUnread() -> [Effect] {
    let rows = list.rows
    if let row = rows.indices.first(where: { $0 > list.index && !rows[$0].isRead }) { return readRow(row) }
    guard let window = list.window, let last = rows.last, !window.reachesLast, window.unread != 0,
      list.query.marked == .all
    else {
      message = Message(
        text: list.window?.unread == 0
          ? "You have read everything in this list." : "No unread stories further down.")
      return []
    }
    var query = list.query
    query.marked = .unread
    list.seeking = query
    return [.seek(query, after: last)]
  }

  /// Reads the unread row before the selected one, among the loaded rows.
  mutating func readPreviousUnread() -> [Effect] {
    let rows = list.rows
    guard let row = rows.indices.last(where: { $0 < list.index && !rows[$0].isRead }) else {
      message = Message(text: "No unread stories further up.")
      return []
    }
    return readRow(row)
  }

  /// Reads the story that `readNextUnread` asked for, and moves the list to it.
  mutating func readFoundUnread(_ found: Window) -> [Effect] {
    list.seeking = nil
    guard let last = list.rows.last else { return [] }
    let known = Set(list.rows.map(\.id))
    guard
      let row = found.rows.first(where: {
        !known.contains($0.id) && found.query.mayPut($0, after: last)
      })
    else {
      message = Message(text: "No unread stories further down.")
      return []
    }
    return leaveArticle() + [list.show(list.query, .row(row), reach: reach)] + read(row.id)
  }

  mutating func readRow(_ row: Int) -> [Effect] {
    list.touched = true
    let effects = leaveArticle()
    select(row)
    guard let id = list.selected?.id else { return effects }
    return effects + askNearEdge() + read(id)
  }

  /// Marks a story as read or unread, on the screen at once and in the library.
  mutating func mark(_ id: StoryID, read: Bool) -> [Effect] {
    list.note(id, read: read)
    article?.note(id, read: read)
    return [.mark(id, read: read)]
  }

  /// Saves or unsaves a story.
  mutating func save(_ id: StoryID, saved: Bool) -> [Effect] {
    list.note(id, saved: saved)
    article?.note(id, saved: saved)
    message = Message(text: saved ? "Saved." : "No longer saved.")
    return [.save(id, saved: saved)]
  }

  /// Quits, and stores the place.
  mutating func quit() -> [Effect] {
    keepPlace() + [.quit]
  }
}
