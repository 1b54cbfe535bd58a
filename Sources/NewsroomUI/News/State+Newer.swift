internal import Screen
internal import Stories

// What an open story does when its file changes or goes.
extension State {
  /// Takes the story on the table as it is now.
  ///
  /// Other words wait until the reader agrees; a story that must not be used changes at once.
  mutating func takeAnew(_ opened: OpenedStory) {
    guard let article else { return }
    if opened.story.tellsTheSame(as: article.opened.story) || opened.story.wire.isHeld {
      self.article?.replace(with: opened)
    } else {
      self.article?.hold(opened)
    }
  }

  /// Whether a newer version waits of what is on the screen.
  var mayShowNewer: Bool { article?.newer != nil && (focus != .list || plan.article != nil) }

  /// The story on the table can't be opened any more.
  mutating func noteGone() {
    article?.goAway()
    if plan.page.map({ $0.rows <= Self.roomForNotice }) != false, let words = articleNotice {
      message = Message(text: words)
    }
  }

  /// Shows the newer version that waits, at the words where the reader is.
  mutating func showNewer() -> [Effect] {
    guard let article, let newer = article.newer else { return [] }
    self.article?.replace(with: newer)
    landed.see(article.id)
    message = Message(text: "This is now the newer version.")
    let isRead = newer.listing.isRead
    return reading == article.id && !isRead ? mark(article.id, read: true) : []
  }

  /// Clears the table of a story that is not in the library any more, so that it shows the selected row's
  /// again.
  mutating func leaveGone() {
    guard let gone = article, gone.isGone else { return }
    if reading == gone.id { reading = nil }
    (article, wanted) = (nil, nil)
  }

  /// What stands over the text: that there is a newer version, or that the story is gone.
  var articleNotice: String? {
    guard let article else { return nil }
    if article.isGone { return "This story is no longer in the library; Esc leaves it." }
    return article.newer == nil ? nil : "There is a newer version; R shows it."
  }

  /// Where the text stands: under the notice, where there is one and room for both.
  var pagePane: Rect? {
    guard var pane = plan.page else { return nil }
    guard articleNotice != nil, pane.rows > Self.roomForNotice else { return pane }
    pane.row += 1
    pane.rows -= 1
    return pane
  }

  /// Rows from which on a notice has one of its own.
  private static var roomForNotice: Int { 2 }

  /// Draws the notice over the text.
  func drawArticleNotice(on frame: inout Frame) {
    guard let words = articleNotice, let pane = plan.page, pane.rows > Self.roomForNotice else { return }
    let indent = min(3, pane.columns / 8)
    frame.write(
      Lines.fitted(words, columns: max(1, pane.columns - indent)), column: pane.column + indent,
      row: pane.row, style: palette[.strong], clip: pane)
  }
}
