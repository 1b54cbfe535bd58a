internal import Messages
internal import Screen
internal import Stories

// What happens to an open story when its file changes or disappears.
extension State {
  /// Takes the newest version of the open story.
  ///
  /// Changed words wait until the reader asks for them; a killed or withheld story changes at once.
  mutating func takeAnew(_ opened: OpenedStory) {
    guard let article else { return }
    if opened.story.tellsTheSame(as: article.opened.story) || opened.story.wire.isHeld {
      self.article?.replace(with: opened)
    } else {
      self.article?.hold(opened)
    }
  }

  /// Whether a newer version of the visible story is waiting.
  var mayShowNewer: Bool { article?.newer != nil && (focus != .list || plan.article != nil) }

  /// Notes that the open story can no longer be read.
  mutating func noteGone() {
    article?.goAway()
    if plan.page.map({ $0.rows <= Self.roomForNotice }) != false, let words = articleNotice {
      message = Message(text: words)
    }
  }

  /// Shows the waiting version, at the reader's place.
  mutating func showNewer() -> [Effect] {
    guard let article, let newer = article.newer else { return [] }
    self.article?.replace(with: newer)
    landed.see(article.id)
    message = Message(text: "This is now the newer version.")
    let isRead = newer.listing.isRead
    return reading == article.id && !isRead && preferences.readOn == .open ? mark(article.id, read: true) : []
  }

  /// Closes a story that is no longer in the library, so that the selected row's story is shown again.
  mutating func leaveGone() {
    guard let gone = article, gone.isGone else { return }
    if reading == gone.id { reading = nil }
    (article, wanted) = (nil, nil)
  }

  /// The notice above the text: that there is a newer version, or that the story is gone.
  var articleNotice: Phrase? {
    guard let article else { return nil }
    if article.isGone { return "This story left the library; \(key("leave")) closes it." }
    return article.newer == nil ? nil : "There is a newer version; \(key("refresh")) shows it."
  }

  /// The place of the text: below the notice, if there is one and room for both.
  var pagePane: Rect? {
    guard var pane = plan.page else { return nil }
    guard articleNotice != nil, pane.rows > Self.roomForNotice else { return pane }
    pane.row += 1
    pane.rows -= 1
    return pane
  }

  /// The fewest rows in which the notice gets a row of its own.
  private static var roomForNotice: Int { 2 }

  /// Draws the notice above the text.
  func drawArticleNotice(on frame: inout Frame) {
    guard let words = articleNotice, let pane = plan.page, pane.rows > Self.roomForNotice else { return }
    let indent = min(3, pane.columns / 8)
    frame.write(
      Lines.fitted(catalogue(words), columns: max(1, pane.columns - indent)), column: pane.column + indent,
      row: pane.row, style: palette[.strong], clip: pane)
  }
}
