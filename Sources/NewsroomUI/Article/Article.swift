internal import Screen
internal import Stories
internal import Typesetting

/// The open story: its text set for the pane, and how far the reader has come.
struct Article: Sendable {
  /// The story, with the stories related to it.
  private(set) var opened: OpenedStory
  /// The rows of READ MORE and the numbers of the links.
  private(set) var panel: Panel
  /// The page for the pane's width; nil until the pane is first shown.
  private(set) var page: Page?
  /// The headings of the text, with their lines on the page.
  private(set) var headings: [Heading] = []
  /// The lines of the page with words that the reader has kept.
  private(set) var clipLines: Set<Int> = []
  /// The page's first line on the screen.
  private(set) var top = 0
  /// Rows of the pane.
  private(set) var height = 0
  /// The reader's place, exact to the word, so that it survives a change of width.
  private(set) var position = PagePosition(block: nil, offset: 0)
  /// Where to go as soon as there is a page: a place or an anchor.
  private var pending: (place: ReadingPlace, anchor: String?)?
  /// The part that was asked for and that the page does not have.
  private var missedPart: String?
  /// Pages of other widths, so that switching between layouts sets nothing twice.
  private var laidOut: [LaidOut] = []

  private struct LaidOut: Sendable {
    var page: Page
    var top: Int
    var position: PagePosition
  }

  /// The stored place.
  private(set) var kept: ReadingPlace
  /// The words looked for in the text.
  var find: Find?
  /// A version with other words, shown when the reader asks for it.
  private(set) var newer: OpenedStory?
  /// Whether it is no longer in the library.
  private(set) var isGone = false
  /// The lines between the top of the screen and the words at `position`.
  private var lead = 0
  /// Counts changes, so that READ MORE knows when to set its rows again.
  private(set) var revision = 0

  /// Opens a story at a place, or at the stored place if none is given.
  init(_ opened: OpenedStory, place: ReadingPlace? = nil, anchor: String? = nil) {
    self.opened = opened
    panel = Panel(opened)
    kept = opened.place
    pending = (place ?? opened.place, anchor)
  }

  /// The story's id.
  var id: StoryID { opened.story.id }
  /// The largest value of `top`.
  var lastTop: Int { max(0, (page?.lines.count ?? 0) - height) }
  /// Whether the end of the text is on the screen.
  var isAtEnd: Bool { top >= lastTop }

  /// How much of the page is above the bottom of the screen, 0 to 100.
  var percent: Int {
    guard let page, !page.lines.isEmpty else { return 0 }
    return clamp((top + height) * 100 / page.lines.count, 0, 100)
  }

  /// The place as it is stored between runs.
  var place: ReadingPlace {
    if let pending { return pending.place }
    guard let page else { return kept }
    return ReadingPlace(
      share: page.place(ofLine: top), words: PlaceInText.words(at: position, of: opened.story))
  }

  /// Fits the story into a pane: sets the text if the width is new, and keeps the place.
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
    headings = page.map { Heading.all(of: opened.story, on: $0) } ?? []
    findClips()
    if laidOut.count > 3 { laidOut.removeLast() }
    if find != nil { search() }
    revision += 1
  }

  /// Changes what the reader has kept of the story.
  mutating func change(clips change: (inout [Clip]) -> Void) {
    change(&opened.clips)
    findClips()
  }

  private mutating func findClips() {
    clipLines =
      page.map { page in
        opened.clips.reduce(into: []) { $0.formUnion(page.lines(of: $1, in: opened.story)) }
      } ?? []
  }

  /// The line of a position; the beginning of the text is line 0, above the margin.
  private func line(of position: PagePosition, on page: Page) -> Int {
    position == PagePosition(block: nil, offset: 0) ? 0 : page.line(of: position)
  }

  /// The line of a place: the line with its words that is nearest to its share of the page, or else that
  /// share.
  private func line(of place: ReadingPlace, on page: Page) -> Int {
    let line = page.line(forPlace: place.share)
    guard !place.words.isEmpty else { return line }
    let near = page.anchor(atLine: line)
    if PlaceInText.words(at: near, of: opened.story) == place.words { return line }
    return PlaceInText.find(place, near: near, in: opened.story).map(page.line(of:)) ?? line
  }

  /// Scrolls a line to the top, or as near as the page allows.
  mutating func scroll(to line: Int) {
    top = clamp(line, 0, lastTop)
    guard let page else { return }
    position = top == 0 ? PagePosition(block: nil, offset: 0) : page.anchor(atLine: top)
  }

  /// Moves by lines, down when positive.
  mutating func scroll(by lines: Int) {
    scroll(to: top + clamp(lines, -1_000_000, 1_000_000))
  }

  /// Goes to a heading or a note; false if the page has none of that name.
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

  /// The missing part, returned once.
  mutating func takeMissedPart() -> String? {
    defer { missedPart = nil }
    return missedPart
  }

  /// Replaces the story by a newer version, keeping the place by its words.
  mutating func replace(with newer: OpenedStory) {
    (self.newer, isGone) = (nil, false)
    var newer = newer
    newer.put(alike: opened.related.filter { $0.reason == .alike })
    guard newer != opened else { return }
    let before = opened.story
    opened = newer
    opened.place = kept
    if newer.story != before { setAnew(from: before) } else { findClips() }
    lineUp()
  }

  /// Sets the page again, because the text has changed.
  private mutating func setAnew(from before: Story) {
    if let page, position.block != nil { lead = max(0, min(line(of: position, on: page) - top, 3)) }
    position = PlaceInText.find(position, of: before, in: opened.story)
    page = nil
    laidOut = []
  }

  /// Holds a newer version until the reader asks for it; its marks apply at once.
  mutating func hold(_ newer: OpenedStory) {
    isGone = false
    self.newer = newer
    opened.listing.note(read: newer.listing.isRead, saved: newer.listing.isSaved)
  }

  /// Removes the text of a killed or withheld story at once, before its new version arrives.
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

  /// Removes the words of killed or withheld stories from READ MORE.
  mutating func withholdRelated(_ ids: Set<StoryID>, as listing: Listing) {
    for index in opened.related.indices {
      guard let id = opened.related[index].listing?.id, ids.contains(id) else { continue }
      (opened.related[index].title, opened.related[index].text) = (listing.headline, listing.teaser)
      opened.related[index].listing = listing
      opened.related[index].shares = []
    }
    lineUp()
  }

  /// Notes that the story is no longer in the library; its text stays until the reader leaves it.
  mutating func goAway() { (isGone, newer) = (true, nil) }

  /// Notes that the place has been stored.
  mutating func keep() { kept = place }

  /// Whether the place differs from the stored one.
  var isPlaceNew: Bool { abs(place.share - kept.share) > 0.000_1 || place.words != kept.words }

  /// Whether a screenful or more was read since the place was stored.
  var isPlaceFar: Bool {
    guard let page, height > 0 else { return false }
    return abs(top - page.line(forPlace: kept.share)) >= height
  }

  /// Changes the marks of this story, or of one in READ MORE.
  mutating func note(_ id: StoryID, read: Bool? = nil, saved: Bool? = nil) {
    if opened.listing.id == id { opened.listing.note(read: read, saved: saved) }
    for index in opened.related.indices where opened.related[index].listing?.id == id {
      opened.related[index].listing?.note(read: read, saved: saved)
    }
  }

  /// Adds the stories about the same subject.
  mutating func put(alike: [Related]) {
    opened.put(alike: alike)
    lineUp()
  }

  /// Forgets the page, so that the text is set again and keeps its place.
  mutating func setAnew() {
    (page, laidOut) = (nil, [])
  }

  /// Goes `step` paragraphs further; false if there is none.
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

  /// Builds the panel again; if link numbers change, the text is set again.
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

  /// The links that begin on the screen.
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
