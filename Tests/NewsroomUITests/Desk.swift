import Screen
import Stories
import Typesetting
import Words

@testable import NewsroomUI

/// A reader without a terminal: press keys, read the screen.
///
/// Effects are answered from stories in memory.
struct Desk {
  var state: State
  var library: FakeLibrary
  /// Every effect so far, in order, except those with nothing to see.
  var effects: [Effect] = []
  /// Every request so far, in order.
  var requests: [Request] = []
  /// The tickets that have been answered.
  private var answered: Set<Ticket> = []
  /// Whether effects are answered at once; tests of late answers turn this off.
  var answers = true

  init(
    size: (Int, Int), stories: [OpenedStory] = Samples.newsroom, name: String = "Content",
    colours: ColourDepth = .trueColour, isKiosk: Bool = false, greeting: String? = nil,
    waysOut: WaysOut = WaysOut(), preferences: Preferences = Preferences(),
    keymap: Keymap? = nil
  ) {
    var preferences = preferences
    if let keymap { preferences.keymap = keymap }
    library = FakeLibrary(stories: stories)
    state = State(
      libraryName: name, size: Size(columns: size.0, rows: size.1), colours: colours, now: Samples.now,
      isKiosk: isKiosk, greeting: greeting, waysOut: waysOut, preferences: preferences)
    run(state.start())
  }

  /// Presses keys: "j Enter Space Ctrl-d /".
  mutating func press(_ keys: String) {
    for name in keys.split(separator: " ") { send(.input(.key(Self.key(String(name))))) }
  }

  /// Types text letter by letter, spaces too.
  mutating func type(_ text: String) {
    for letter in text { send(.input(.key(.character(letter)))) }
  }

  mutating func resize(_ columns: Int, _ rows: Int) {
    send(.input(.resized(Size(columns: columns, rows: rows))))
  }

  /// Sends an event, and answers its effects.
  ///
  /// An answer goes to the newest question that it fits.
  mutating func send(_ event: Event) {
    let open = requests.last { request in
      request.ticket.map { !answered.contains($0) } == true && event.mayAnswer(request.effect)
    }
    send(event, to: open)
  }

  /// Sends an answer to a question, perhaps a second time or too late.
  mutating func send(_ event: Event, to request: Request?) {
    if let ticket = request?.ticket { answered.insert(ticket) }
    var event = event
    if case .failed(let reason, nil) = event { event = .failed(reason, of: request?.effect) }
    run(state.update(event, answering: request?.ticket))
  }

  /// Changes the state without a key.
  mutating func perform(_ change: (inout State) -> [Effect]) {
    let effects = change(&state)
    run(state.send(effects))
  }

  /// Answers a question from the stories in memory, perhaps too late.
  mutating func answer(_ request: Request) {
    if let event = library.answer(request.effect) { send(event, to: request) }
  }

  private mutating func run(_ new: [Request]) {
    var waiting = new
    while !waiting.isEmpty {
      let request = waiting.removeFirst()
      requests.append(request)
      if request.effect.isSeen { effects.append(request.effect) }
      guard answers, let answer = library.answer(request.effect) else { continue }
      if let ticket = request.ticket { answered.insert(ticket) }
      waiting += state.update(answer, answering: request.ticket)
    }
  }

  /// The effects since the last call.
  mutating func newEffects() -> [Effect] {
    defer { effects = [] }
    return effects
  }

  /// The screen as text, without trailing spaces.
  var screen: String {
    let frame = state.view()
    return (0..<frame.size.rows).map { frame.text(row: $0) }.joined(separator: "\n")
  }

  /// One row of the screen.
  func row(_ number: Int) -> String { state.view().text(row: number) }

  static func key(_ name: String) -> Key {
    let named: [String: Key] = [
      "Space": .character(" "), "Enter": .enter, "Esc": .escape, "Tab": .tab, "Shift-Tab": .backTab,
      "Backspace": .backspace, "Up": .up, "Down": .down, "Left": .left, "Right": .right, "PgUp": .pageUp,
      "PgDn": .pageDown, "Home": .home, "End": .end, "F1": .function(1), "F5": .function(5),
      "Del": .delete,
    ]
    if let key = named[name] { return key }
    if name.count > 1, let key = Key(name: name) { return key }
    if name.hasPrefix("Ctrl-"), let letter = name.last { return .control(Character(letter.lowercased())) }
    return .character(name.first ?? " ")
  }
}

/// A library in memory, newest stories first.
struct FakeLibrary {
  var stories: [OpenedStory]
  /// Stories that are versions of one another, newest first.
  var versions: [StoryID] = []
  /// Stories as they were when they were read.
  var readings: [StoryID: Story] = [:]
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
    case .markMany(let change, let span, let query, let step):
      let ids = part(span, of: list(query)).filter { change.changes($0) }.map(\.id)
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
    case .awaitKeys, .keepSearch, .dropSearch, .remember, .refresh, .cancel, .repaint, .suspend, .quit, .copy,
      .pipe,
      .browse, .edit:
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
    case .slug, .state, .urgency, .version, .length, .folder: []
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
      self.change(id) { story in
        switch change {
        case .read, .unread: story.listing.isRead = change.isSet
        case .saved, .unsaved: story.listing.isSaved = change.isSet
        }
      }
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

  /// The rows of a query, in its order.
  private func list(_ query: Query) -> [Listing] {
    stories.filter { story in
      Self.has(query.search, story)
        && query.facets.allSatisfy { Self.names(of: story, $0.kind).contains($0.value) }
    }.map(\.listing).filter {
      query.marked == .all || (query.marked == .unread ? !$0.isRead : $0.isSaved)
    }.sorted { Self.isBefore($0, $1, query.order) }
  }

  private func window(_ query: Query, _ anchor: Window.Anchor, _ before: Int, _ after: Int) -> Window {
    let rows = list(query)
    let here: Int?
    switch anchor {
    case .first, .last: here = nil
    case .number(let number): here = rows.indices.contains(number) ? number : nil
    case .row(let row): here = rows.firstIndex { !Self.isBefore($0, row, query.order) } ?? rows.count
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
    window.findings.notice = query.search?.query.notice
    return window
  }
}

extension MarkChange {
  /// Whether a row is not yet as it says.
  fileprivate func changes(_ row: Listing) -> Bool {
    switch self {
    case .read, .unread: row.isRead != isSet
    case .saved, .unsaved: row.isSaved != isSet
    }
  }
}

extension Effect {
  /// Whether tests of keys look at it; waiting and background work have their own tests.
  fileprivate var isSeen: Bool {
    switch self {
    case .glance, .alike, .cancel, .firstRows, .awaitKeys: false
    default: true
    }
  }
}

extension Event {
  /// Whether it can be the answer to an effect; a failure may be the answer to any.
  fileprivate func mayAnswer(_ effect: Effect) -> Bool {
    switch (self, effect) {
    case (.windowed(let window), .firstRows(let query)):
      window.query == query && window.findings.isFirstAnswer
    case (.windowed(let window), .window(let query, _, _, _)), (.windowed(let window), .seek(let query, _)):
      window.query == query && !window.findings.isFirstAnswer
    case (.facets(let kind, _, let query), .facets(let asked, let listed)): kind == asked && query == listed
    case (.searchCounts, .countSearches), (.compared, .compare), (.compared, .sinceRead),
      (.unchanged, .sinceRead),
      (.marked, .markMany),
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
