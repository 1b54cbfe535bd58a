internal import ContentLibrary
internal import NewsroomUI
internal import Stories
internal import Words

// The work of each effect, and its queue.
extension EffectRunner {
  /// The rows of a first answer: enough for a large screen.
  private static let firstRows = 30
  /// How long ranking may take before it makes do with fewer matches.
  private static let patience = Duration.milliseconds(90)
  /// How long the reader must stay on a row before its story counts as looked at, in milliseconds.
  private static let glance = 120

  /// How long a sequence of keys may stop before the keys that may follow are shown, in milliseconds.
  private static let keyDelay = 500

  /// The queue of an effect; nil for those that the run loop does itself.
  func place(of effect: Effect) -> Place? {
    switch effect {
    // Ranking may take a moment, and must not delay the first rows of the next search.
    case .window(let query, _, _, _), .seek(let query, _):
      Place(queue: query.search == nil ? .lookups : .ranking)
    // What is hidden is settled before the rows that follow are looked up.
    case .firstRows, .versions, .hide: Place(queue: .lookups)
    case .facets, .countSearches, .lookForAlerts, .alerts: Place(queue: .counts)
    case .export: Place(queue: .files)
    case .open, .compare, .sinceRead, .ownTags, .clippings: Place(queue: .stories)
    case .glance: Place(queue: .likeness, delay: Self.glance)
    case .alike, .storyline: Place(queue: .likeness)
    case .snippets: Place(queue: .snippets)
    case .awaitKeys: Place(queue: .lookups, delay: Self.keyDelay)
    case .keepSearch, .dropSearch, .remember, .mark, .save, .tag, .keepPlace, .keepClip, .noteClip, .dropClip,
      .markMany, .takeBack, .repeatMarks:
      Place(queue: .marks)
    case .refresh, .cancel, .suspend, .repaint, .copy, .ring, .pipe, .browse, .edit, .editClips, .openLibrary,
      .quit:
      nil
    }
  }

  /// Does the work of an effect.
  ///
  /// - Returns: the answer; nil if there is none or the work was cancelled.
  func answer(to effect: Effect, _ cancellation: Cancellation) throws -> Event? {
    switch effect {
    case .firstRows(let query):
      let first = try library.firstRows(of: query, count: Self.firstRows, cancellation: cancellation)
      if cancellation.isCancelled { return nil }
      return .windowed(first ?? .noFirstRows(of: query))
    case .window(let query, let anchor, let before, let after):
      return try window(query, around: anchor, before: before, after: after, cancellation)
    case .seek(let query, let row):
      return try window(query, around: .row(row), before: 0, after: 2, cancellation)
    case .facets(let kind, let query):
      return try library.facets(kind, of: query, cancellation: cancellation).map {
        .facets(kind, $0, of: query)
      }
    case .countSearches(let searches):
      var counts: [SearchCount] = []
      for search in searches {
        if cancellation.isCancelled { return nil }
        counts.append(try library.count(search))
      }
      return .searchCounts(counts)
    case .lookForAlerts(let searches): return .alerted(try alerts.look(searches))
    case .alerts(let searches): return .alerts(try alerts.list(searches))
    case .hide(let searches):
      try library.hide(searches, now: Clock.now)
      return .hidden
    case .export(let query, let path, let replacing):
      return try ListExport(library: library, query: query)
        .write(to: path, replacing: replacing, cancellation).map(Event.exported)
    case .snippets(let ids, let query): return snippets(ids, of: query, cancellation)
    case .awaitKeys(let keys): return .keysAwaited(keys)
    case .open(let id): return .opened(try library.open(id))
    case .glance(let id): return .glanced(id)
    case .alike(let id): return try library.alike(id, cancellation: cancellation).map { .alike(id, $0) }
    case .storyline(let id):
      return try library.storyline(of: id, cancellation: cancellation).map { .storyline(id, $0) }
    case .versions(let id): return .versions(id, try library.versions(of: id))
    case .compare(let earlier, let later):
      let difference = Difference(from: try library.story(earlier.id), to: try library.story(later.id))
      return .compared(Comparison(earlier: earlier, later: later, difference: difference))
    case .sinceRead(let listing):
      switch try library.sinceRead(listing.id) {
      case .unknown: return .unchanged(listing.id, isKnown: false)
      case .same: return .unchanged(listing.id, isKnown: true)
      case .changed(let read, let now):
        return .compared(
          Comparison(earlier: listing, later: listing, difference: Difference(from: read, to: now)))
      }
    case .mark(let id, let read): try library.mark(id, read: read)
    case .save(let id, let saved): try library.save(id, saved: saved)
    case .ownTags(let id): return .ownTags(try library.ownTags(of: id), of: id)
    case .tag(let id, let name, let isSet): try library.tag(id, name, isSet: isSet)
    case .keepClip(let id, let clip): try library.keep(clip, of: id)
    case .noteClip(let id, let clip, let note): try library.note(clip, of: id, note)
    case .dropClip(let source, let clip): try library.drop(clip, of: source)
    case .clippings: return try library.allClippings(cancellation: cancellation).map(Event.clippings)
    case .markMany(let change, let span, let query, let step):
      return .marked(try library.mark(change, span, of: query, step: step))
    case .takeBack(let step): return .tookBack(try library.takeBack(step: step), step: step)
    case .repeatMarks(let step):
      return try library.repeatMarks(step: step).map(Event.marked) ?? .tookBack(nil, step: step)
    case .keepPlace(let id, let place): try library.keepPlace(id, place)
    case .keepSearch(let search):
      guard let searches else { throw Failure("there is no home directory to save the search in") }
      try searches.keep(search, in: library.identity)
    case .dropSearch(let search): try searches?.drop(search.name, from: library.identity)
    case .remember(let search): try? history.add(search)
    case .refresh, .cancel, .suspend, .repaint, .copy, .ring, .pipe, .browse, .edit, .editClips, .openLibrary,
      .quit:
      break
    }
    return nil
  }

  private func window(
    _ query: Query, around anchor: Window.Anchor, before: Int, after: Int, _ cancellation: Cancellation
  ) throws -> Event? {
    guard query.search != nil else {
      return .windowed(try library.window(query, around: anchor, before: before, after: after))
    }
    return try library.found(
      query, around: anchor, before: before, after: after, patience: Self.patience,
      cancellation: cancellation
    ).map(Event.windowed)
  }

  /// Reads stories for the words around matches, until it is cancelled.
  private func snippets(
    _ ids: [StoryID], of query: CompiledQuery, _ cancellation: Cancellation
  ) -> Event? {
    let words = Highlighter(query)
    var texts: [StoryID: String] = [:]
    for id in ids {
      if cancellation.isCancelled { return nil }
      texts[id] = (try? library.text(of: id)).flatMap(words.snippet)
    }
    return .snippets(texts, of: query)
  }
}

extension Window {
  /// The first answer to a search without matches among the newest stories.
  fileprivate static func noFirstRows(of query: Query) -> Window {
    var window = Window(
      query: query, rows: [], reachesFirst: true, reachesLast: false, rowsBefore: 0, total: nil,
      unread: nil)
    window.findings.isFirstAnswer = true
    return window
  }
}
