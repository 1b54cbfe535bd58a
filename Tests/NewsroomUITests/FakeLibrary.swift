import Messages
import Stories
import Words

@testable import NewsroomUI

/// A library in memory, newest stories first.
struct FakeLibrary {
  var stories: [OpenedStory]
  /// Stories that are versions of one another, newest first.
  var versions: [StoryID] = []
  /// Stories as they were when they were read.
  var readings: [StoryID: Story] = [:]
  /// The reader's own tags.
  var ownTags: [TagName: Set<StoryID>] = [:]
  /// What the next look for alerts finds, and the list of alerts.
  var found = AlertsFound()
  var alerts: [StoryAlert] = []
  /// The searches that hide what they find.
  var hiding: [SavedSearch] = []
  /// The files that lists were written to.
  var files: Set<String> = []
  /// What was marked at once, by step.
  var steps: [Int: (change: MarkChange, ids: [StoryID])] = [:]

  mutating func answer(_ effect: Effect) -> Event? {
    switch effect {
    case .window(let query, let anchor, let before, let after):
      return .windowed(window(query, anchor, before, after))
    case .seek(let query, let row): return .windowed(window(query, .row(row), 0, 2))
    case .firstRows(let query):
      var first = window(query, .first, 0, 0)
      first.findings.isFirstAnswer = true
      return .windowed(first)
    case .facets(let kind, let query):
      let ids = Set(list(query.widened(to: kind)).map(\.id))
      if kind == .mine {
        let counts = ownTags.map { name, stories in
          FacetCount(Facet(.mine, name.text), total: stories.intersection(ids).count, unread: 0)
        }
        return .facets(
          kind, counts.filter { $0.total > 0 }.sorted { $0.facet.value < $1.facet.value }, of: query)
      }
      let listed = stories.filter { ids.contains($0.story.id) }
      let counts = Set(listed.flatMap { Self.names(of: $0, kind) }).map { name in
        let stories = listed.filter { Self.names(of: $0, kind).contains(name) }
        return FacetCount(
          Facet(kind, name), total: stories.count, unread: stories.count { !$0.listing.isRead })
      }
      return .facets(
        kind,
        counts.sorted { one, other in
          kind.isListedByName || one.total == other.total
            ? one.facet.value < other.facet.value : one.total > other.total
        }, of: query)
    case .open(let id):
      guard let story = stories.first(where: { $0.story.id == id }) else {
        return .failed("The story is gone.", of: effect)
      }
      return .opened(story)
    case .storyline(let id):
      let thread = stories.filter { story in
        story.story.id == id || story.related.contains { $0.listing?.id == id }
      }
      return .storyline(id, thread.map(\.listing).sorted { $0.position < $1.position })
    case .versions(let id):
      let all = versions.compactMap { version in stories.first { $0.story.id == version }?.listing }
      return .versions(id, versions.contains(id) ? all : [])
    case .compare(let earlier, let later):
      let texts = [earlier, later].map { listing in
        stories.first { $0.story.id == listing.id }?.story.body.map(\.text) ?? []
      }
      return .compared(
        Comparison(earlier: earlier, later: later, difference: Difference(from: texts[0], to: texts[1])))
    case .sinceRead(let listing):
      guard let earlier = readings[listing.id],
        let later = stories.first(where: { $0.story.id == listing.id })?.story
      else { return .unchanged(listing.id, isKnown: false) }
      let difference = Difference(from: earlier, to: later)
      return difference.isEmpty
        ? .unchanged(listing.id, isKnown: true)
        : .compared(Comparison(earlier: listing, later: listing, difference: difference))
    case .mark(let id, let read): change(id) { $0.listing.isRead = read }
    case .save(let id, let saved): change(id) { $0.listing.isSaved = saved }
    case .ownTags(let id):
      let tags = ownTags.filter { !$0.value.isEmpty }.map { name, stories in
        OwnTag(name, total: stories.count, isSet: id.map(stories.contains) ?? false)
      }
      return .ownTags(
        tags.sorted { $0.isSet == $1.isSet ? $0.name.text < $1.name.text : $0.isSet }, of: id)
    case .tag(let id, let name, let isSet): set(isSet ? .tagged(name) : .untagged(name), [id])
    case .markMany(let change, let span, let query, let step):
      let ids = part(span, of: list(query)).filter { changes($0, change) }.map(\.id)
      set(change, ids)
      steps[step] = (change, ids)
      return .marked(MarkOutcome(step: step, change: change, count: ids.count))
    case .takeBack(let step):
      guard let (change, ids) = steps[step] else { return .tookBack(nil, step: step) }
      set(change.opposite, ids)
      return .tookBack(MarkOutcome(step: step, change: change.opposite, count: ids.count), step: step)
    case .repeatMarks(let step):
      guard let (change, ids) = steps[step] else { return .tookBack(nil, step: step) }
      set(change, ids)
      return .marked(MarkOutcome(step: step, change: change, count: ids.count))
    case .keepClip(let id, let clip): change(id) { $0.clips.append(clip) }
    case .noteClip(let id, let clip, let note):
      change(id) { story in
        for index in story.clips.indices where story.clips[index].words == clip.words {
          story.clips[index].note = note
        }
      }
    case .dropClip(let source, let clip):
      change(source.id) { story in story.clips.removeAll { $0.words == clip.words } }
    case .clippings:
      return .clippings(
        stories.flatMap { story in
          story.clips.map { clip in
            Clipping(
              ClipSource(of: story.story, in: "/library", source: nil), clip, listing: story.listing,
              isInStory: clip.isIn(story.story.text))
          }
        })
    case .keepPlace(let id, let place): change(id) { $0.place = place }
    case .countSearches(let searches):
      return .searchCounts(searches.map { SearchCount($0, total: 3, unread: 1) })
    case .snippets(let ids, let query):
      let words = Highlighter(query)
      let found = ids.compactMap { id in
        stories.first { $0.story.id == id }.flatMap { words.snippet(of: $0.story.text) }.map { (id, $0) }
      }
      return .snippets(Dictionary(uniqueKeysWithValues: found), of: query)
    case .glance(let id): return .glanced(id)
    case .alike(let id): return .alike(id, [])
    case .lookForAlerts:
      defer { found.fresh = [:] }
      return .alerted(found)
    case .alerts:
      found.unseen = [:]
      return .alerts(alerts)
    case .hide(let searches):
      hiding = searches
      return .hidden
    case .export(let query, let path, let replacing):
      guard replacing || !files.contains(path) else { return .exported(.exists(path)) }
      files.insert(path)
      return .exported(.written(list(query).count, path: path, isAll: true))
    case .ring, .awaitKeys, .keepSearch, .dropSearch, .remember, .refresh, .cancel, .repaint, .suspend, .quit,
      .copy,
      .pipe,
      .browse, .edit, .editClips, .openLibrary:
      break
    }
    return nil
  }

  private static func names(of story: OpenedStory, _ kind: Facet.Kind) -> [String] {
    switch kind {
    case .desk: story.listing.section.map { [$0] } ?? []
    case .author: story.story.bylines.isEmpty ? [""] : story.story.bylines
    case .tag: story.story.tags.isEmpty ? [""] : story.story.tags
    case .language: [story.story.language ?? ""]
    case .format: [story.story.format]
    case .part: story.story.parts.map(\.rawValue)
    case .person: story.story.people
    case .place: story.story.places
    case .organisation: story.story.organisations
    case .source: [story.story.wire.provider].compactMap(\.self)
    case .mine, .slug, .state, .urgency, .version, .length, .folder: []
    }
  }

  private mutating func change(_ id: StoryID, _ change: (inout OpenedStory) -> Void) {
    for index in stories.indices where stories[index].story.id == id { change(&stories[index]) }
  }

  private func part(_ span: ListSpan, of rows: [Listing]) -> [Listing] {
    func place(_ row: Listing) -> Int { rows.firstIndex { $0.id == row.id } ?? 0 }
    switch span {
    case .all: return rows
    case .above(let row): return Array(rows[..<place(row)])
    case .below(let row): return Array(rows[(place(row) + 1)...])
    case .between(let one, let other):
      return Array(rows[min(place(one), place(other))...max(place(one), place(other))])
    }
  }

  private mutating func set(_ change: MarkChange, _ ids: [StoryID]) {
    for id in ids {
      if case .tagged(let name) = change { ownTags[name, default: []].insert(id) }
      if case .untagged(let name) = change { ownTags[name]?.remove(id) }
      self.change(id) { story in
        switch change {
        case .read, .unread: story.listing.isRead = change.isSet
        case .saved, .unsaved: story.listing.isSaved = change.isSet
        case .tagged, .untagged: break
        }
      }
    }
  }

  /// Whether a row is not yet as a change says.
  private func changes(_ row: Listing, _ change: MarkChange) -> Bool {
    switch change {
    case .read, .unread: row.isRead != change.isSet
    case .saved, .unsaved: row.isSaved != change.isSet
    case .tagged(let name), .untagged(let name): (ownTags[name]?.contains(row.id) == true) != change.isSet
    }
  }

  /// Whether a story has all words of a search, by the index's idea of words.
  private static func has(_ search: TypedSearch?, _ story: OpenedStory) -> Bool {
    guard let search, !search.text.isEmpty else { return true }
    let text = ([story.story.headline] + story.story.body.map(\.text)).joined(separator: "\n")
    return CompiledQuery(search.query).wanted.allSatisfy {
      !Highlighter(CompiledQuery(.group($0))).matches(in: text).isEmpty
    }
  }

  private static func isBefore(_ one: Listing, _ other: Listing, _ order: Query.Order) -> Bool {
    switch order {
    case .newestFirst, .bestFirst: one.position > other.position
    case .oldestFirst: one.position < other.position
    case .headline:
      (one.headline.lowercased(), one.position) < (other.headline.lowercased(), other.position)
    case .longestFirst: (one.words, one.position) > (other.words, other.position)
    case .shortestFirst: (one.words, one.position) < (other.words, other.position)
    }
  }

  /// An answer without rows.
  func nothing(_ query: Query) -> Window {
    Window(
      query: query, rows: [], reachesFirst: true, reachesLast: true, rowsBefore: 0, total: 0, unread: 0)
  }

  /// The stories that a search hides in a list.
  private func hidden(_ query: Query, by search: SavedSearch) -> Set<StoryID> {
    guard query.marked != .saved, query.search == nil else { return [] }
    let all = list(query.marked == .all ? query : Query(facets: query.facets), hides: false).map(\.id)
    return Set(
      stories.filter { Self.has(TypedSearch(search, now: Samples.now), $0) }.map(\.story.id)
    ).intersection(all)
  }

  /// The rows of a query, in its order.
  private func list(_ query: Query, hides: Bool = true) -> [Listing] {
    let left = hides ? hiding.reduce(into: Set()) { $0.formUnion(hidden(query, by: $1)) } : []
    let rows = stories.filter { story in
      !left.contains(story.story.id) && Self.has(query.search, story)
        && query.facets.allSatisfy { Self.names(of: story, $0.kind).contains($0.value) }
    }.map(\.listing).filter {
      query.marked == .all || (query.marked == .unread ? !$0.isRead : $0.isSaved)
    }.sorted { Self.isBefore($0, $1, query.order) }
    guard let kind = query.groupedBy else { return rows }
    let named = rows.map { row in
      var row = row
      row.source = stories.first { $0.story.id == row.id }?.story.wire.provider
      return (row, kind == .desk ? row.section ?? "" : row.source ?? "")
    }
    let names = Set(named.map(\.1)).sorted { $0.isEmpty == $1.isEmpty ? $0 < $1 : $1.isEmpty }
    return names.flatMap { name in named.filter { $0.1 == name }.map(\.0) }
  }

  private func window(_ query: Query, _ anchor: Window.Anchor, _ before: Int, _ after: Int) -> Window {
    let rows = list(query)
    let here: Int?
    switch anchor {
    case .first, .last: here = nil
    case .number(let number): here = rows.indices.contains(number) ? number : nil
    case .row(let row):
      here =
        query.groupedBy == nil
        ? rows.firstIndex { !Self.isBefore($0, row, query.order) } ?? rows.count
        : rows.firstIndex { $0.id == row.id } ?? 0
    case .moment(let seconds):
      here =
        rows.firstIndex {
          let moment = $0.published?.seconds ?? .min
          return query.order == .oldestFirst ? moment >= seconds : moment <= seconds
        } ?? rows.count
    }
    let (lower, upper): (Int, Int)
    if let here, before > 0 || here < rows.count {
      (lower, upper) = (max(0, here - before), min(rows.count, here + after))
    } else if anchor == .first {
      (lower, upper) = (0, min(rows.count, before + after))
    } else {
      (lower, upper) = (max(0, rows.count - before - after), rows.count)
    }
    var window = Window(
      query: query, rows: Array(rows[lower..<upper]), reachesFirst: lower == 0,
      reachesLast: upper == rows.count,
      rowsBefore: lower, total: rows.count, unread: rows.filter { !$0.isRead }.count)
    window.findings.compiled = query.search.map { CompiledQuery($0.query) } ?? CompiledQuery()
    for search in hiding {
      let count = hidden(query, by: search).count
      if count > 0 { window.hidden[search.name] = count }
    }
    window.findings.notice = query.search?.query.notice
    return window
  }
}

extension Effect {
  /// Whether tests of keys look at it; waiting and background work have their own tests.
  var isSeen: Bool {
    switch self {
    case .glance, .alike, .cancel, .firstRows, .awaitKeys: false
    default: true
    }
  }
}

extension Event {
  /// Whether it can be the answer to an effect; a failure may be the answer to any.
  func mayAnswer(_ effect: Effect) -> Bool {
    switch (self, effect) {
    case (.windowed(let window), .firstRows(let query)):
      window.query == query && window.findings.isFirstAnswer
    case (.windowed(let window), .window(let query, _, _, _)), (.windowed(let window), .seek(let query, _)):
      window.query == query && !window.findings.isFirstAnswer
    case (.facets(let kind, _, let query), .facets(let asked, let listed)): kind == asked && query == listed
    case (.searchCounts, .countSearches), (.compared, .compare), (.compared, .sinceRead),
      (.unchanged, .sinceRead), (.ownTags, .ownTags), (.clippings, .clippings),
      (.marked, .markMany), (.alerted, .lookForAlerts), (.alerts, .alerts), (.hidden, .hide),
      (.exported, .export),
      (.marked, .repeatMarks), (.tookBack, .takeBack):
      true
    case (.snippets(_, let words), .snippets(_, let asked)): words == asked
    case (.keysAwaited(let keys), .awaitKeys(let asked)): keys == asked
    case (.opened(let story), .open(let id)): story.story.id == id
    case (.glanced(let id), .glance(let asked)), (.alike(let id, _), .alike(let asked)),
      (.storyline(let id, _), .storyline(let asked)), (.versions(let id, _), .versions(let asked)):
      id == asked
    case (.failed(_, nil), _): true
    default: false
    }
  }
}

extension Event {
  /// The event that this many stories arrived.
  static func arrived(_ count: Int) -> Event { .landed(Landing(count: count)) }
}
