internal import Messages
internal import Screen
internal import Stories
import Typesetting

extension State {
  /// Changes the state by what happened; the only way it changes.
  ///
  /// - Parameter ticket: the ticket of the question that the event answers, if it answers one.
  /// - Returns: the work to do now, in order.
  public mutating func update(_ event: Event, answering ticket: Ticket? = nil) -> [Request] {
    guard !event.isAnswer || questions.settle(ticket) else { return [] }
    var effects: [Effect] = []
    switch event {
    case .input(let input): effects = handle(input)
    case .windowed(let window): effects = show(window)
    case .facets(let kind, let counts, let query): effects = note(counts, of: kind, in: query)
    case .searchCounts(let counts): effects = note(counts)
    case .keysAwaited(let keys): effects = showFollowers(of: keys)
    case .opened(let story): effects = show(story)
    case .storyline(let id, let storyline): show(storyline: storyline, of: id)
    case .glanced(let id): effects = [.alike(id)]
    case .alike(_, let alike): article?.put(alike: alike)
    case .versions(let id, let versions): show(versions, of: id)
    case .snippets(let texts, let query): note(texts, of: query)
    case .unchanged(_, let isKnown): sayUnchanged(isKnown: isKnown)
    case .marked(let outcome): effects = tell(outcome)
    case .tookBack(let outcome, let step): effects = takeBack(outcome, of: step)
    case .clippings(let clippings): list(clippings)
    case .ownTags(let tags, let id): listTags(tags, of: id)
    case .compared(let comparison): open(.sheet(Sheet(.comparison(comparison))))
    case .progress(let progress, let elapsed): note(progress, elapsed: elapsed)
    case .libraryChanged:
      // What a search hides is not news, and yet another may tell of it.
      effects = refreshAll() + (progress == nil ? lookForAlerts() : [])
    case .landed(let landing): effects = hear(of: landing)
    case .alerted(let found): effects = hear(of: found)
    case .alerts(let alerts): list(alerts)
    case .hidden: effects = refreshAll()
    case .exported(let outcome): tell(outcome)
    case .searchesChanged(let searches):
      savedSearches = searches
      effects = refillDesks()
    case .failed(let reason, let effect): fail(effect, reason)
    case .settings(let new, let words):
      if let new { effects = adopt(new) }
      message = Message(text: words.asSentence, isFailure: new == nil, isNews: new != nil)
    case .ran(let words, let isFailure): message = Message(text: words.asSentence, isFailure: isFailure)
    case .clock(let now):
      self.now = now
      typesetter.options.now = now
      effects = endHiding()
    }
    tellWhatLanded()
    settle()
    return send(effects + keepFarPlace() + markAtEnd() + askSnippets())
  }

  private mutating func handle(_ input: Input) -> [Effect] {
    switch input {
    case .key(let key): return press(key)
    case .mouse(let action): return handle(action)
    case .pasted(let text): return paste(text)
    case .resized(let size):
      self.size = size.clamped
      grip = nil
      settle()
      return focus == .list ? previewIfNone() : []
    case .mail: return []
    case .ended: return quit()
    }
  }

  private mutating func show(_ window: Window) -> [Effect] {
    if window.query == list.seeking { return readFoundUnread(window) }
    if window.findings.isFirstAnswer { return takeFirstRows(window) }
    let before = list.selected?.id
    let isOrdering = list.window?.findings.isFirstAnswer == true
    let date = list.date
    let taken = list.show(window)
    var effects: [Effect] = []
    if let date, list.date == nil { sayWhere(date.period) }
    if taken, list.readsThere, list.jump == nil { effects += readNewest() }
    if list.stale { effects.append(list.ask(reach: reach)) }
    // Show the story now under the selection, unless the reader is reading another.
    if taken, focus == .list {
      let isOther = (isSearching || isOrdering) && list.selected?.id != (wanted?.id ?? article?.id)
      if list.selected == nil {
        effects += clearTable()
      } else if list.selected?.id != before || article == nil || isOther {
        effects += preview()
      }
      if isSearching { showWhatWasFound() }
    }
    return effects
  }

  /// Shows the newest matches, and asks for the best ones.
  private mutating func takeFirstRows(_ window: Window) -> [Effect] {
    if !window.rows.isEmpty { _ = list.show(window) }
    return [list.askInOrder(reach: reach)]
  }

  private mutating func show(_ opened: OpenedStory) -> [Effect] {
    lay(opened) + (article?.id == opened.story.id ? [.glance(opened.story.id)] : [])
  }

  private mutating func lay(_ opened: OpenedStory) -> [Effect] {
    let id = opened.story.id
    guard let wanted, wanted.id == id else {
      if article?.id == id { takeAnew(opened) }
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
    if case .find(let field, _)? = prompt {
      article?.find = Find(words: field.text)
    } else {
      showWhatWasFound()
    }
    return effects + (wanted.forReading ? beginReading() : [])
  }

  private mutating func note(_ progress: IndexProgress?, elapsed: Double) {
    self.progress = progress
    if let progress { pace.note(progress, elapsed: elapsed) } else { pace = ReadingPace() }
    if progress == nil { list.isFirstReading = false }
  }

  /// Says what went wrong, and stops waiting for the answer.
  private mutating func fail(_ effect: Effect?, _ reason: Phrase) {
    switch effect {
    case .window, .firstRows: list.asking = false
    case .seek: list.seeking = nil
    case .refresh: list.isFirstReading = false
    case .markMany(_, _, _, let step): marks.drop(step)
    case .facets(let kind, _):
      if let picker, picker.kind == kind, picker.isLoading { closeLayer() }
    case .open(let id):
      // A story that was only being reloaded stays on the screen, with a note that it is gone.
      guard wanted?.id == id else {
        if article?.id == id { isKiosk ? loseArticle(reason) : noteGone() }
        return
      }
      wanted = nil
      if focus != .list, article == nil { focus = .list }
    // The reader can do without these.
    case .snippets, .alike: return
    default: break
    }
    message = Message(text: reason.asSentence, isFailure: true)
  }

  /// Takes the open story off the screen: strangers must not read on in what was killed or withdrawn.
  private mutating func loseArticle(_ reason: Phrase) {
    (article, reading, teasers) = (nil, nil, TeaserList())
    closeLayers()
    focus = .list
    message = Message(text: reason.asSentence, isFailure: true)
  }

  /// Asks for everything on the screen again.
  mutating func refreshAll() -> [Effect] {
    var effects: [Effect] = []
    if list.asking { list.stale = true } else { effects.append(list.ask(reach: reach)) }
    effects.append(.facets(.desk))
    if let id = article?.id, wanted == nil { effects.append(.open(id)) }
    return effects
  }

  /// Fits every pane to the screen after a change.
  mutating func settle() {
    tryTheme()
    noteNarrowings()
    settleRange()
    keepHints()
    noteFilledColumns()
    plan = FloorPlan(
      size: size, focus: focus, teasers: article?.panel.rows.count ?? 0, look: shownLook,
      measure: typesetter.options.measure)
    if let pane = plan.list {
      list.offset = ListGeometry(list, pane: pane, now: now).settled(list.offset)
    }
    if let pane = pagePane {
      article?.settle(columns: pane.columns, rows: pane.rows, typesetter: typesetter)
      if let part = article?.takeMissedPart() { sayMissing(part) }
    }
    if let pane = plan.teaserColumn, let article {
      teasers.settle(article, pane: pane, atFoot: plan.teasersAtFoot, catalogue)
    }
    for place in layers.indices { layers[place].settle(size) }
  }
}
