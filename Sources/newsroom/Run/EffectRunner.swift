internal import ContentLibrary
internal import Dispatch
internal import NewsroomUI
internal import Stories
internal import Synchronization
internal import System
internal import Words

/// Does the reader's work away from the main thread, and posts the answers.
///
/// Looking up rows, counting facets, opening stories, keeping marks and reading the directory each have a queue of their own, so
/// that none waits for a slower one. Of several stories asked for in a row only the last is opened; of lists to choose
/// from only the last is looked up.
final class EffectRunner: Sendable {
  private let library: Library
  private let mailbox: Mailbox
  /// Enough rows for a large screen.
  private static let firstRows = 30
  /// How long the order of what is found may take.
  private static let patience = Duration.milliseconds(90)
  /// How long whoever goes through the list stays with a story, in milliseconds.
  private static let glance = 120

  private let lookups = DispatchQueue(label: "newsroom.lookups")
  private let ranking = DispatchQueue(label: "newsroom.ranking")
  private let counts = DispatchQueue(label: "newsroom.counts")
  private let stories = DispatchQueue(label: "newsroom.stories")
  private let likeness = DispatchQueue(label: "newsroom.likeness", qos: .utility)
  private let snippets = DispatchQueue(label: "newsroom.snippets", qos: .utility)
  private let marks = DispatchQueue(label: "newsroom.marks")
  private let refreshing = DispatchQueue(label: "newsroom.refresh")
  private let wanted = Mutex(Wanted())

  private struct Wanted {
    var story: StoryID?
    var window: Effect?
    var facets: Facet.Kind?
    var sought: CompiledQuery?
    var pending = 0
    var isRefreshing = false
    /// Whether something changed while a refresh was under way, so that another has to follow.
    var isAgain = false
    var isEnding = false
    /// How many stories there were when another process last changed the index.
    var total: Int?
  }

  init(library: Library, mailbox: Mailbox) {
    self.library = library
    self.mailbox = mailbox
  }

  /// Whether work is still under way.
  var isBusy: Bool {
    wanted.withLock { $0.pending > 0 }
  }

  /// Sends work out; returns at once.
  func run(_ effect: Effect) {
    switch effect {
    case .window(let query, let anchor, let before, let after):
      wanted.withLock { $0.window = effect }
      guard query.search == nil else {
        search(query, around: anchor, before: before, after: after, for: effect)
        return
      }
      send(on: lookups) { runner in
        guard runner.isWanted(effect) else { return nil }
        return .windowed(try runner.library.window(query, around: anchor, before: before, after: after))
      }
    case .facets(let kind):
      // The desks are kept for later and asked for at every change; the others are only for the eyes.
      if kind != .desk { wanted.withLock { $0.facets = kind } }
      send(on: counts) { runner in
        guard kind == .desk || runner.wanted.withLock({ $0.facets == kind }) else { return nil }
        return .facets(kind, try runner.library.facets(kind))
      }
    case .countSearches(let searches):
      send(on: counts) { runner in
        .searchCounts(try searches.map { try runner.library.count($0) })
      }
    case .keepSearch(let search):
      send(on: marks) { _ in
        guard let file = SearchFile.usual else {
          throw Failure("there is no home directory to keep the search in")
        }
        try file.keep(search)
        return nil
      }
    case .dropSearch(let search):
      send(on: marks) { _ in
        try SearchFile.usual?.drop(search.name)
        return nil
      }
    case .remember(let search):
      send(on: marks) { _ in
        try? SearchHistory.usual.add(search)
        return nil
      }
    case .snippets(let ids, let query): findSnippets(ids, of: query)
    case .open(let id):
      wanted.withLock { $0.story = id }
      send(on: stories) { runner in
        guard runner.wanted.withLock({ $0.story == id }) else { return nil }
        do {
          let opened = try runner.library.open(id)
          runner.findAlike(id)
          return .opened(opened)
        } catch {
          return .openFailed(id, reason: "\(error)")
        }
      }
    case .storyline(let id):
      send(on: likeness) { runner in
        let isWanted = { !runner.wanted.withLock(\.isEnding) }
        return try runner.library.storyline(of: id, isWanted: isWanted).map { .storyline(id, $0) }
      }
    case .versions(let id):
      send(on: lookups) { .versions(id, try $0.library.versions(of: id)) }
    case .compare(let earlier, let later):
      send(on: stories) { runner in
        let difference = Difference(
          from: try runner.library.story(earlier.id), to: try runner.library.story(later.id))
        return .compared(Comparison(earlier: earlier, later: later, difference: difference))
      }
    case .mark(let id, let read):
      send(on: marks) {
        try $0.library.mark(id, read: read)
        $0.library.forgetSearches()
        return nil
      }
    case .save(let id, let saved):
      send(on: marks) {
        try $0.library.save(id, saved: saved)
        $0.library.forgetSearches()
        return nil
      }
    case .keepPlace(let id, let place):
      send(on: marks) {
        try $0.library.keepPlace(id, place); return nil
      }
    case .refresh:
      refresh(saysWhatIsNew: false)
    case .suspend, .repaint, .quit:
      break
    }
  }

  /// Reads stories for the words around what was looked for, unless something else is looked for meanwhile.
  private func findSnippets(_ ids: [StoryID], of query: CompiledQuery) {
    wanted.withLock { $0.sought = query }
    send(on: snippets) { runner in
      let words = Highlighter(query)
      var texts: [StoryID: String] = [:]
      for id in ids {
        guard runner.wanted.withLock({ $0.sought == query && !$0.isEnding }) else { return nil }
        texts[id] = (try? runner.library.text(of: id)).flatMap(words.snippet)
      }
      return .snippets(texts, of: query)
    }
  }

  /// Looks for the stories that are like an open one, once the reader has stayed with it for a moment.
  private func findAlike(_ id: StoryID) {
    send(on: likeness) { runner in
      let isWanted = { runner.wanted.withLock { $0.story == id && !$0.isEnding } }
      guard isWanted() else { return nil }
      Sleep.milliseconds(Self.glance)
      guard isWanted(), let alike = try? runner.library.alike(id, isWanted: isWanted) else { return nil }
      return .alike(id, alike)
    }
  }

  /// Sends a search out twice: for its newest rows, which come at once, and for the rows in their order, which may take a
  /// moment and must not keep the first rows of the next search waiting.
  ///
  /// Whichever is under way for an earlier search is given up.
  private func search(
    _ query: Query, around anchor: Window.Anchor, before: Int, after: Int, for effect: Effect
  ) {
    guard query.order == .bestFirst, anchor == .first else {
      return rank(query, around: anchor, before: before, after: after, for: effect)
    }
    send(on: lookups) { runner in
      guard runner.isWanted(effect) else { return nil }
      let count = min(after, Self.firstRows)
      if let first = try runner.library.firstRows(
        of: query, count: count, isWanted: { runner.isWanted(effect) })
      {
        runner.post(.windowed(first))
      }
      runner.rank(query, around: anchor, before: before, after: after, for: effect)
      return nil
    }
  }

  private func rank(
    _ query: Query, around anchor: Window.Anchor, before: Int, after: Int, for effect: Effect
  ) {
    send(on: ranking) { runner in
      guard runner.isWanted(effect) else { return nil }
      return try runner.library.found(
        query, around: anchor, before: before, after: after, patience: Self.patience
      ) { runner.isWanted(effect) }.map(Event.windowed)
    }
  }

  private func isWanted(_ window: Effect) -> Bool {
    wanted.withLock { $0.window == window }
  }

  /// Waits for the marks to be on disk, and asks the refresh to stop at its next file.
  ///
  /// - Parameter endsVisit: whether what comes from now on is new to the next visit.
  func finish(endsVisit: Bool) {
    wanted.withLock { $0.isEnding = true }
    marks.sync {}
    if endsVisit { try? library.endVisit() }
  }

  private func send(on queue: DispatchQueue, _ work: @escaping @Sendable (EffectRunner) throws -> Event?) {
    wanted.withLock { $0.pending += 1 }
    queue.async { [self] in
      do {
        if let answer = try work(self) { post(answer) }
      } catch {
        mailbox.post(.failed("\(error)"))
      }
      wanted.withLock { $0.pending -= 1 }
      mailbox.ring()
    }
  }

  private func post(_ event: Event) {
    if case .libraryChanged = event { library.forgetSearches() }
    mailbox.post(event)
  }

  /// Keeps the reader up to date from the moment that the keeper begins.
  func keeper() -> DirectoryKeeper {
    DirectoryKeeper(
      library: library, refresh: { [weak self] in self?.refresh(saysWhatIsNew: $0) },
      changed: { [weak self] in self?.indexChanged() })
  }

  /// Another process has changed the index.
  private func indexChanged() {
    send(on: counts) { runner in
      let total = try runner.library.count()
      let before = runner.wanted.withLock { wanted in
        defer { wanted.total = total }
        return wanted.total
      }
      if let before, total > before { runner.mailbox.post(.arrived(total - before)) }
      return .libraryChanged
    }
  }

  private func refresh(saysWhatIsNew: Bool) {
    let isFirst = wanted.withLock { wanted in
      defer { wanted.isRefreshing = true }
      if wanted.isRefreshing { wanted.isAgain = true }
      return !wanted.isRefreshing
    }
    guard isFirst else { return }
    send(on: refreshing) { runner in
      defer { runner.endRefresh() }
      let (summary, wasBusy) = try runner.refreshOrWait()
      runner.mailbox.post(.progress(nil))
      if saysWhatIsNew, summary.added > 0 { runner.mailbox.post(.arrived(summary.added)) }
      return summary.changedAnything || wasBusy ? .libraryChanged : nil
    }
  }

  private func endRefresh() {
    ThisProcess.releaseProgramPages()
    let isAgain = wanted.withLock { wanted in
      defer { (wanted.isRefreshing, wanted.isAgain) = (false, false) }
      return wanted.isAgain && !wanted.isEnding
    }
    if isAgain { refresh(saysWhatIsNew: true) }
  }

  /// Refreshes; while another process does, shows what that one has written.
  private func refreshOrWait() throws -> (IndexSummary, wasBusy: Bool) {
    var pace = RefreshPace()
    var wasBusy = false
    let began = MonotonicClock.seconds
    while true {
      let summary = try library.refresh { progress in
        if let step = pace.step(progress) {
          mailbox.post(.progress(progress, elapsed: MonotonicClock.seconds - began))
          if step.showsStories { post(.libraryChanged) }
        }
        return wanted.withLock(\.isEnding) ? .stop : .goOn
      }
      guard summary.wasBusy, !wanted.withLock(\.isEnding) else { return (summary, wasBusy) }
      wasBusy = true
      Sleep.milliseconds(500)
      post(.libraryChanged)
    }
  }
}

/// How often a running refresh is shown: soon at first, then a few times a second.
private struct RefreshPace {
  struct Step {
    let showsStories: Bool
  }

  private var shown = 0.0
  private var storiesShown = 0.0
  private var stories = 0

  mutating func step(_ progress: IndexProgress) -> Step? {
    let now = MonotonicClock.seconds
    guard now - shown > 0.1 else { return nil }
    shown = now
    let count = progress.added + progress.changed + progress.removed
    let showsStories = count != stories && (stories == 0 || now - storiesShown > 0.5)
    if showsStories {
      stories = count
      storiesShown = now
    }
    return Step(showsStories: showsStories)
  }
}
