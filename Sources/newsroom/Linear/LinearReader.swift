internal import ContentLibrary
internal import Messages
internal import NewsroomUI
internal import Screen
internal import Stories
internal import System
internal import Typesetting
internal import Words

/// The reader in plain lines, for screen readers, braille and terminals that can't move a cursor: numbered
/// lists, whole sentences, commands by word.
struct LinearReader {
  /// What a number means, until the next numbered list.
  enum Choice {
    case story(Listing)
    case desk(Facet)
    /// Something outside the library, or a place in the story, in words.
    case words(Phrase)
  }

  let library: Library
  let typesetter: Typesetter
  let columns: Int
  let catalogue: Catalogue
  var query: Query
  /// The rows of the list that were told last, and the number of the first, from 0.
  var rows: [Listing] = []
  var firstRow = 0
  var reachesLast = true
  /// The story being read, its links in the order of their numbers, and its lines that were not told yet.
  var opened: OpenedStory?
  var links: [Page.Link] = []
  var waiting: ArraySlice<String> = []
  /// The stories that led to this one.
  var trail: [Listing] = []
  var choices: [Choice] = []
  var isDone = false

  /// How many rows, and how many lines of a story, are told at once.
  static let (rowsAtOnce, linesAtOnce) = (10, 20)

  /// - Parameter columns: the width of a line, in columns.
  init(_ library: Library, _ options: Typesetter.Options, columns: Int, query: Query = Query()) {
    (self.library, self.columns, self.query) = (library, columns, query)
    catalogue = options.catalogue
    var options = options
    options.measure = min(options.measure, max(columns, Typesetter.Options.measures.lowerBound))
    typesetter = Typesetter(options: options)
  }

  /// Reads commands from standard input until its end, or until "quit".
  mutating func run(opening story: Listing?) throws {
    begin(with: story)
    prompt()
    struct Ended: Error {}
    do {
      try StandardInput.eachLine { line in
        hear(line)
        guard !isDone else { throw Ended() }
        prompt()
      }
    } catch is Ended {}
  }

  private mutating func begin(with story: Listing?) {
    let count = told { try library.count() } ?? 0
    say("\(library.name): \(Phrase.counted(count, "story", "stories")).")
    if let notice = library.notice { say(Phrase(told: notice)) }
    if let story { return read(story) }
    list(from: 0)
    say("Type a number to read that story, or help for all commands.")
  }

  private func prompt() { Output.write("> ") }

  func say(_ phrase: Phrase) { Output.say(catalogue(phrase)) }

  /// Does what a line asks for.
  mutating func hear(_ line: String) {
    if let number = Int(line.filter { !$0.isWhitespace }) { return choose(number) }
    guard let (command, argument) = LinearCommand.of(line) else {
      let meant = LinearCommand.near(line.split(separator: " ").first.map(String.init) ?? "")
      let advice: Phrase = meant.map { "Did you mean \($0)?" } ?? "Type help."
      return say("No command “\(line.prefix(40))”. \(advice)")
    }
    switch command.action {
    case .more: more()
    case .list: list(from: 0)
    case .next: step(1)
    case .previous: step(-1)
    case .back: goBack()
    case .search: search(argument)
    case .all: show(Query())
    case .unread: show(Query(marked: .unread, facets: query.facets, search: query.search, order: query.order))
    case .saved: show(Query(marked: .saved, facets: query.facets, search: query.search, order: query.order))
    case .desks: argument.isEmpty ? tellDesks() : chooseDesk(argument)
    case .links: tellLinks()
    case .readMore: tellReadMore()
    case .toggleRead: toggle(\.isRead, "read", "unread") { try library.mark($0, read: $1) }
    case .toggleSaved: toggle(\.isSaved, "saved", "not saved") { try library.save($0, saved: $1) }
    case .whereabouts: tellWhereabouts()
    case .help: for command in LinearCommand.all { Output.say(command.told(catalogue)) }
    case .quit: isDone = true
    }
  }

  /// The result of work with the library; if it fails, its error is said.
  func told<Value>(_ work: () throws -> Value?) -> Value? {
    do {
      return try work()
    } catch {
      say(Phrase(told: "\(error)."))
      return nil
    }
  }

  private mutating func choose(_ number: Int) {
    guard choices.indices.contains(number - 1) else {
      return say(choices.isEmpty ? "Nothing has a number." : "The numbers go from 1 to \(choices.count).")
    }
    switch choices[number - 1] {
    case .story(let listing):
      if let here = opened?.listing { trail.append(here) }
      read(listing)
    case .desk(let facet): show(Query(facets: [facet]))
    case .words(let words): say(words)
    }
  }

  // MARK: Lists

  mutating func show(_ query: Query) {
    self.query = query
    (opened, waiting, trail) = (nil, [], [])
    list(from: 0)
  }

  private mutating func search(_ words: String) {
    guard !words.isEmpty else { return say("Search for what? Type search and some words.") }
    var query = Query(facets: query.facets, search: TypedSearch(words, now: Clock.now, isTyping: false))
    query.order = .bestFirst
    show(query)
  }

  /// Tells the rows from a number on, counted from 0.
  mutating func list(from first: Int) {
    (opened, waiting) = (nil, [])
    guard let window = told({ try window(from: first) }) else { return }
    (rows, firstRow, reachesLast) = (window.rows, first, window.reachesLast)
    choices = rows.map(Choice.story)
    if first == 0 { say(Self.sentence(of: query, window)) }
    for (index, row) in rows.enumerated() { say("\(index + 1). \(row.told(now: Clock.now, catalogue))") }
    if !reachesLast { say("Enter for the next \(Self.rowsAtOnce).") }
  }

  private func window(from first: Int) throws -> Window? {
    let anchor = first == 0 ? Window.Anchor.first : .number(first)
    let found =
      query.search == nil
      ? try library.window(query, around: anchor, before: 0, after: Self.rowsAtOnce)
      : try library.found(query, around: anchor, before: 0, after: Self.rowsAtOnce)
    guard var window = found, window.rows.count > Self.rowsAtOnce else { return found }
    window.rows.removeLast(window.rows.count - Self.rowsAtOnce)
    window.reachesLast = false
    return window
  }

  /// "Harbour, unread: 12 stories." and what the search has to say.
  private static func sentence(of query: Query, _ window: Window) -> Phrase {
    let parts =
      query.facets.map { Phrase.verbatim($0.value) }
      + (query.marked == .all ? [] : [Phrase(words: query.marked.rawValue, as: "list")])
      + (query.search.map { ["“\($0.text)”"] } ?? [])
    let total = window.total ?? window.rows.count
    let count = Phrase.counted(total, "story", "stories")
    let head: Phrase = parts.isEmpty ? "All desks" : .joined(parts, ", ")
    let meant: [Phrase] = window.findings.respelling.map { ["Did you mean “\($0.instead)”?"] } ?? []
    let notice = window.findings.notice.map { [Phrase(told: "\($0).")] } ?? []
    return .joined(["\(head): \(count)."] + meant + notice, " ")
  }

  private mutating func more() {
    if !waiting.isEmpty { return tellLines() }
    if opened != nil {
      return say("That was the end. Type next for the next story, related for READ MORE, back, or list.")
    }
    guard !reachesLast else { return say("That was the last story of the list.") }
    list(from: firstRow + rows.count)
  }

  private mutating func tellDesks() {
    guard let desks = told({ try library.facets(.desk, of: Query()) }) else { return }
    choices = desks.map { .desk($0.facet) }
    for (index, desk) in desks.enumerated() {
      say("\(index + 1). \(desk.facet.value): \(desk.total), \(desk.unread) unread")
    }
  }

  private mutating func chooseDesk(_ name: String) {
    guard let facet = told({ try library.facet(meantBy: Facet(.desk, name)) }) else {
      return say("No desk “\(name)”. Type desks for a list.")
    }
    show(Query(facets: [facet]))
  }

  // MARK: Stories

  mutating func read(_ listing: Listing) {
    guard let story = told({ try library.open(listing.id) }) else { return }
    opened = story
    _ = told { try library.mark(listing.id, read: true) }
    let page = typesetter.page(for: story.story, columns: columns)
    waiting = page.plainLines[...]
    links = page.links.sorted { $0.number < $1.number }
    choices = links.map { choice(of: $0.reference, in: story.story) }
    tellLines()
  }

  private mutating func tellLines() {
    let part = waiting.prefix(Self.linesAtOnce)
    waiting = waiting.dropFirst(Self.linesAtOnce)
    for line in part { Output.say(line) }
    say(waiting.isEmpty ? "End of the story." : Phrase.counted(waiting.count, "more line.", "more lines."))
  }

  /// Reads the story before or after this one in the list.
  private mutating func step(_ step: Int) {
    let here = opened.flatMap { story in rows.firstIndex { $0.id == story.listing.id } }
    let next = here.map { $0 + step } ?? (step > 0 ? 0 : -1)
    trail = []
    if rows.indices.contains(next) { return read(rows[next]) }
    let number = firstRow + next
    guard number >= 0, step < 0 || !reachesLast else {
      return say(step > 0 ? "That was the last story of the list." : "That was the first story of the list.")
    }
    let first = step > 0 ? number : max(0, number - Self.rowsAtOnce + 1)
    guard let window = told({ try window(from: first) }), window.rows.indices.contains(number - first) else {
      return
    }
    (rows, firstRow, reachesLast) = (window.rows, first, window.reachesLast)
    read(rows[number - first])
  }

  private mutating func goBack() {
    guard opened != nil else { return say("You are in the list already.") }
    guard let listing = trail.popLast() else { return list(from: firstRow) }
    read(listing)
  }

  private func choice(of index: Int, in story: Story) -> Choice {
    let reference = story.references[index]
    if let id = reference.story, let listing = told({ try library.listing(of: id) }) {
      return .story(listing)
    }
    return .words(
      reference.target.map { .verbatim($0) } ?? "“\(reference.text)” is not in the library.")
  }

  private mutating func tellLinks() {
    guard let opened else { return say("No story is open.") }
    choices = links.map { choice(of: $0.reference, in: opened.story) }
    guard !choices.isEmpty else { return say("The story has no links.") }
    for (index, link) in links.enumerated() {
      let reference = opened.story.references[link.reference]
      say(
        reference.story == nil
          ? "\(index + 1). \(reference.text), not in the library" : "\(index + 1). \(reference.text)")
    }
  }

  private mutating func tellReadMore() {
    guard var story = opened else { return say("No story is open.") }
    if let alike = told({ try library.alike(story.listing.id) }) { story.put(alike: alike) }
    opened = story
    guard !story.related.isEmpty else { return say("Nothing belongs with this story.") }
    choices = story.related.map { related in
      related.listing.map(Choice.story)
        ?? .words(related.target.map { .verbatim($0) } ?? "“\(related.title)” is not in the library.")
    }
    for (index, related) in story.related.enumerated() {
      say("\(index + 1). \(related.title), \(related.label)")
    }
  }

  // MARK: Marks

  private func toggle(
    _ mark: WritableKeyPath<Listing, Bool>, _ on: String, _ off: String, _ set: (StoryID, Bool) throws -> Void
  ) {
    guard let id = opened?.listing.id, var listing = told({ try library.listing(of: id) }) else {
      return say("No story is open.")
    }
    listing[keyPath: mark].toggle()
    let isOn = listing[keyPath: mark]
    guard told({ try set(id, isOn) }) != nil else { return }
    say("“\(listing.headline)” is \(Phrase(words: isOn ? on : off)).")
  }

  private func tellWhereabouts() {
    guard let listing = opened?.listing else {
      return say("In the list, at story \(firstRow + 1).")
    }
    let left = Phrase.counted(waiting.count, "more line.", "more lines.")
    say("“\(listing.headline)”, \(listing.path), \(left)")
  }
}

extension Listing {
  /// The row in sentences: headline, desk and date, marks.
  func told(now: Timestamp, _ catalogue: Catalogue) -> String {
    let facts = [section, published.map { catalogue.moment($0, now: now).date }].compactMap(\.self)
    let marks = [isRead ? nil : "unread", isSaved ? "saved" : nil, isChanged ? "changed" : nil]
      .compactMap(\.self).map { catalogue[$0] }.joined(separator: ", ")
    let parts = [headline, facts.joined(separator: ", "), marks.prefix(1).uppercased() + marks.dropFirst()]
    let sentences = parts.filter { !$0.isEmpty }.map { part in
      part.last.map { ".?!…".contains($0) } == true ? part : part + "."
    }
    return sentences.joined(separator: " ")
  }
}

extension Page {
  /// Its lines as text, without the margin and with at most one blank line between others.
  var plainLines: [String] {
    let margin = lines.filter { !$0.runs.isEmpty }.map(\.indent).min() ?? 0
    var texts: [String] = []
    for line in lines {
      let text = line.runs.isEmpty ? "" : String(repeating: " ", count: line.indent - margin) + line.text
      if !text.isEmpty || texts.last?.isEmpty == false { texts.append(text) }
    }
    return texts
  }
}
