internal import Screen
internal import Stories
import Typesetting

extension State {
  /// Takes in what happened.
  ///
  /// - Returns: the work it asks for, in order.
  public mutating func update(_ event: Event) -> [Effect] {
    var effects: [Effect] = []
    switch event {
    case .input(let input): effects = take(input)
    case .windowed(let window): effects = take(window)
    case .facets(let kind, let counts): effects = take(counts, of: kind)
    case .searchCounts(let counts): effects = take(counts)
    case .opened(let story): effects = take(story)
    case .storyline(let id, let storyline): show(storyline: storyline, of: id)
    case .alike(let id, let alike): if article?.id == id { article?.put(alike: alike) }
    case .versions(let id, let versions): show(versions, of: id)
    case .snippets(let texts, let query): take(texts, of: query)
    case .compared(let comparison): mode = .comparing(comparison, top: 0)
    case .openFailed(let id, let reason): fail(id, reason)
    case .progress(let progress, let elapsed): take(progress, elapsed: elapsed)
    case .libraryChanged: effects = refreshAll()
    case .arrived(let count): hear(ofNew: count)
    case .failed(let reason):
      list.asking = false
      if case .choosing(let chooser) = mode, chooser.isLoading { mode = .reading }
      message = Message(text: reason, isFailure: true)
    case .clock(let now):
      self.now = now
      typesetter.options.now = now
    }
    settle()
    return effects + keepFarPlace() + askSnippets()
  }

  private mutating func take(_ input: Input) -> [Effect] {
    switch input {
    case .key(let key): return press(key)
    case .pasted(let text): return paste(text)
    case .resized(let size):
      self.size = size.clamped
      settle()
      return focus == .list ? previewIfNone() : []
    case .mail: return []
    case .ended: return quit()
    }
  }

  private mutating func take(_ window: Window) -> [Effect] {
    if window.query == seeking { return readFoundUnread(window) }
    let before = list.selected?.id
    let isOrdering = list.window?.findings.isFirstAnswer == true
    let date = list.date
    let taken = list.take(window)
    var effects: [Effect] = []
    if let date, list.date == nil { sayWhere(date.period) }
    if taken, list.readsThere, list.jump == nil { effects += readNewest() }
    if list.stale { effects.append(list.ask(reach: reach)) }
    // A story that moved under the selection is shown, unless the reader is busy reading another.
    if taken, focus == .list, !window.findings.isFirstAnswer {
      let isOther = (isSearching || isOrdering) && list.selected?.id != (wanted?.id ?? article?.id)
      if list.selected?.id != before || article == nil || isOther { effects += preview() }
      if isSearching { showWhatWasFound() }
    }
    return effects
  }

  private mutating func take(_ opened: OpenedStory) -> [Effect] {
    let id = opened.story.id
    guard let wanted, wanted.id == id else {
      if article?.id == id { article?.replace(with: opened) }
      return []
    }
    self.wanted = nil
    if article?.id == id, wanted.place == nil, wanted.anchor == nil {
      article?.replace(with: opened)
      return wanted.forReading ? beginReading() : []
    }
    let effects = leaveArticle()
    article = Article(opened, place: wanted.place, anchor: wanted.anchor)
    teasers = TeaserList()
    if case .finding(let field, _) = mode {
      article?.find = Find(words: field.text)
    } else {
      showWhatWasFound()
    }
    return effects + (wanted.forReading ? beginReading() : [])
  }

  private mutating func take(_ progress: IndexProgress?, elapsed: Double) {
    self.progress = progress
    if let progress { pace.take(progress, elapsed: elapsed) } else { pace = ReadingPace() }
  }

  private mutating func fail(_ id: StoryID, _ reason: String) {
    guard wanted?.id == id else { return }
    wanted = nil
    message = Message(text: reason, isFailure: true)
    if focus != .list, article == nil { focus = .list }
  }

  private mutating func refreshAll() -> [Effect] {
    var effects: [Effect] = []
    if list.asking { list.stale = true } else { effects.append(list.ask(reach: reach)) }
    effects.append(.facets(.desk))
    if let id = article?.id, wanted == nil { effects.append(.open(id)) }
    return effects
  }

  /// Fits every pane to the screen, after whatever happened.
  mutating func settle() {
    plan = FloorPlan(size: size, focus: focus, teasers: article?.opened.related.count ?? 0)
    if let pane = plan.list {
      list.offset = ListGeometry(list, pane: pane, now: now).settled(list.offset)
    }
    if let pane = plan.page {
      article?.settle(columns: pane.columns, rows: pane.rows, typesetter: typesetter)
      if let part = article?.takeMissedPart() { sayMissing(part) }
    }
    if let pane = plan.teaserColumn, let article {
      teasers.settle(article, pane: pane, atFoot: plan.teasersAtFoot)
    }
  }
}
