internal import Screen
internal import Stories
internal import Typesetting

/// The story on the table: its text set for the pane, and how far the reader has come.
struct Article: Sendable {
  /// The story with its surroundings.
  private(set) var opened: OpenedStory
  /// The rows of its READ MORE panel, and the numbers that its links have after them.
  private(set) var panel: Panel
  /// The page for the pane's width; nil until the pane was shown.
  private(set) var page: Page?
  /// The page's first line on the screen.
  private(set) var top = 0
  /// Rows of the pane.
  private(set) var height = 0
  /// The reader's place; it survives every change of width, to the word.
  private(set) var position = PagePosition(block: nil, offset: 0)
  /// The place to go to as soon as there is a page, or an anchor.
  private var pending: (place: ReadingPlace, anchor: String?)?
  /// The part that was asked for and is not on the page.
  private var missedPart: String?
  /// Pages of other widths with their places, so that going to and fro between layouts sets nothing twice.
  private var laidOut: [LaidOut] = []

  private struct LaidOut: Sendable {
    var page: Page
    var top: Int
    var position: PagePosition
  }

  /// The place the library knows of.
  private(set) var kept: ReadingPlace
  /// What is looked for in the text.
  var find: Find?
  /// A version with other words, which waits for the reader to agree.
  private(set) var newer: OpenedStory?
  /// Whether it is not in the library any more.
  private(set) var isGone = false
  /// The lines between the top of the screen and the words that the place is held by.
  private var lead = 0
  /// Counts the changes that teasers can show.
  private(set) var revision = 0

  /// Lays a story on the table at a place; at the one that was kept, where none is given.
  init(_ opened: OpenedStory, place: ReadingPlace? = nil, anchor: String? = nil) {
    self.opened = opened
    panel = Panel(opened)
    kept = opened.place
    pending = (place ?? opened.place, anchor)
  }

  /// Who the story is.
  var id: StoryID { opened.story.id }
  /// The last line that may stand at the top.
  var lastTop: Int { max(0, (page?.lines.count ?? 0) - height) }
  /// Whether the end of the text is on the screen.
  var isAtEnd: Bool { top >= lastTop }

  /// How much of the page has been on the screen, 0 to 100.
  var percent: Int {
    guard let page, !page.lines.isEmpty else { return 0 }
    return clamp((top + height) * 100 / page.lines.count, 0, 100)
  }

  /// The place as it is kept from one run to the next.
  var place: ReadingPlace {
    if let pending { return pending.place }
    guard let page else { return kept }
    return ReadingPlace(
      share: page.place(ofLine: top), words: PlaceInText.words(at: position, of: opened.story))
  }

  /// Fits the story into a pane: sets it when the width is new, and keeps the place.
  mutating func settle(columns: Int, rows: Int, typesetter: Typesetter) {
    height = rows
    guard columns > 0 else { return }
    if page?.columns != columns { set(columns: columns, typesetter: typesetter) }
    if let pending, let page {
      self.pending = nil
      let line = pending.anchor.flatMap { page.parts.place(of: $0) }
      if line == nil { missedPart = pending.anchor }
      scroll(to: line ?? self.line(of: pending.place, on: page))
    }
    top = clamp(top, 0, lastTop)
  }

  private mutating func set(columns: Int, typesetter: Typesetter) {
    if let page { laidOut.insert(LaidOut(page: page, top: top, position: position), at: 0) }
    if let found = laidOut.firstIndex(where: { $0.page.columns == columns }) {
      let laidOutBefore = laidOut.remove(at: found)
      page = laidOutBefore.page
      top =
        laidOutBefore.position == position ? laidOutBefore.top : line(of: position, on: laidOutBefore.page)
    } else {
      var page = typesetter.page(for: opened.story, columns: columns, numbers: panel.numbers)
      page.columns = columns
      top = max(0, line(of: position, on: page) - lead)
      lead = 0
      self.page = page
    }
    if laidOut.count > 3 { laidOut.removeLast() }
    if find != nil { search() }
    revision += 1
  }

  /// The beginning of the text is the beginning of the page, margin and all.
  private func line(of position: PagePosition, on page: Page) -> Int {
    position == PagePosition(block: nil, offset: 0) ? 0 : page.line(of: position)
  }

  /// The line of a place: the one that has its words, nearest to its share of the page; else the share's.
  private func line(of place: ReadingPlace, on page: Page) -> Int {
    let line = page.line(forPlace: place.share)
    guard !place.words.isEmpty else { return line }
    let near = page.anchor(atLine: line)
    if PlaceInText.words(at: near, of: opened.story) == place.words { return line }
    return PlaceInText.find(place, near: near, in: opened.story).map(page.line(of:)) ?? line
  }

  /// Puts a line at the top, as far as the page goes.
  mutating func scroll(to line: Int) {
    top = clamp(line, 0, lastTop)
    guard let page else { return }
    position = top == 0 ? PagePosition(block: nil, offset: 0) : page.anchor(atLine: top)
  }

  /// Moves by lines, down when positive.
  mutating func scroll(by lines: Int) {
    scroll(to: top + clamp(lines, -1_000_000, 1_000_000))
  }

  /// Goes to a heading or a note; false where the page has none of that name.
  mutating func go(to anchor: String) -> Bool {
    guard let line = page?.parts.place(of: anchor) else { return false }
    scroll(to: line)
    return true
  }

  /// Goes to a place.
  mutating func go(toPlace place: ReadingPlace) {
    guard let page else { return pending = (place, nil) }
    scroll(to: line(of: place, on: page))
  }

  /// The part that the reader was to be taken to and that is not there, told once.
  mutating func takeMissedPart() -> String? {
    defer { missedPart = nil }
    return missedPart
  }

  /// Takes the same story as it is now, keeping the place by its words.
  mutating func replace(with newer: OpenedStory) {
    (self.newer, isGone) = (nil, false)
    var newer = newer
    newer.put(alike: opened.related.filter { $0.reason == .alike })
    guard newer != opened else { return }
    let before = opened.story
    opened = newer
    opened.place = kept
    if newer.story != before { setAnew(from: before) }
    lineUp()
  }

  /// Has the page set anew, because the text is another.
  private mutating func setAnew(from before: Story) {
    if let page, position.block != nil { lead = max(0, min(line(of: position, on: page) - top, 3)) }
    position = PlaceInText.find(position, of: before, in: opened.story)
    page = nil
    laidOut = []
  }

  /// Keeps a newer version until the reader agrees; the marks are those of now.
  mutating func hold(_ newer: OpenedStory) {
    isGone = false
    self.newer = newer
    opened.listing.note(read: newer.listing.isRead, saved: newer.listing.isSaved)
  }

  /// Takes away the text of a story that must not be used any more, before the library has told the new one.
  mutating func withhold(as listing: Listing) {
    let before = opened.story
    newer = nil
    opened.story.withhold()
    (opened.story.wire.status, opened.story.headline) = (listing.status, listing.headline)
    opened.listing = listing
    opened.related.removeAll { [.readMore, .linkedHere, .alike].contains($0.reason) }
    find = nil
    setAnew(from: before)
    lineUp()
  }

  /// Takes away what is said of such a story beside this one.
  mutating func withholdRelated(_ ids: Set<StoryID>, as listing: Listing) {
    for index in opened.related.indices {
      guard let id = opened.related[index].listing?.id, ids.contains(id) else { continue }
      (opened.related[index].title, opened.related[index].text) = (listing.headline, listing.teaser)
      opened.related[index].listing = listing
      opened.related[index].shares = []
    }
    lineUp()
  }

  /// Notes that the story is not in the library any more; its text stays until the reader leaves it.
  mutating func goAway() { (isGone, newer) = (true, nil) }

  /// Notes that the library was told of the place.
  mutating func keep() { kept = place }

  /// Whether the place differs from the one the library knows of by more than a breath.
  var isPlaceNew: Bool { abs(place.share - kept.share) > 0.000_1 || place.words != kept.words }

  /// Whether a screenful or more was read since the place was kept.
  var isPlaceFar: Bool {
    guard let page, height > 0 else { return false }
    return abs(top - page.line(forPlace: kept.share)) >= height
  }

  /// Changes the marks of this story or of its teasers.
  mutating func note(_ id: StoryID, read: Bool? = nil, saved: Bool? = nil) {
    if opened.listing.id == id { opened.listing.note(read: read, saved: saved) }
    for index in opened.related.indices where opened.related[index].listing?.id == id {
      opened.related[index].listing?.note(read: read, saved: saved)
    }
  }

  /// Puts in the stories that are alike.
  mutating func put(alike: [Related]) {
    opened.put(alike: alike)
    lineUp()
  }

  /// Will set the text anew where it stands, whatever its width.
  mutating func setAnew() {
    (page, laidOut) = (nil, [])
  }

  /// Goes to the paragraph `step` further on, as against lines; false where there is none.
  mutating func moveParagraph(_ step: Int) -> Bool {
    guard let lines = page?.lines else { return false }
    func begins(_ line: Int) -> Bool {
      !lines[line].runs.isEmpty && (line == 0 || lines[line - 1].runs.isEmpty)
    }
    let before = top
    let next =
      step > 0
      ? lines.indices.dropFirst(top + 1).first(where: begins)
      : lines.indices.prefix(top).last(where: begins)
    scroll(to: next ?? (step > 0 ? Int.max / 2 : 0))
    return top != before
  }

  /// Lines the panel up anew; where links have other numbers then, the text is set anew where it stands.
  private mutating func lineUp() {
    revision += 1
    let numbers = panel.numbers
    panel = Panel(opened)
    if panel.numbers != numbers { setAnew() }
  }

  /// Looks for `find` on the page as it is set now.
  mutating func search() {
    guard let page else { return }
    find?.search(page, of: opened.story, from: top)
  }

  /// The links whose beginning is on the screen.
  var visibleLinks: [Page.Link] {
    page?.links.filter { $0.line >= top && $0.line < top + height } ?? []
  }
}

extension Listing {
  fileprivate mutating func note(read: Bool?, saved: Bool?) {
    if let read { isRead = read }
    if let saved { isSaved = saved }
  }
}
