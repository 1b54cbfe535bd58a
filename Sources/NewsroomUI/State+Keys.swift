internal import Messages
internal import Screen
internal import Stories
internal import Typesetting

// A key goes to the topmost layer, or to the focused pane if there is no layer.
extension State {
  mutating func press(_ key: Key) -> [Effect] {
    grip = nil
    // Redrawing the screen keeps the message.
    if key != .control("l") {
      hearKey()
      message = nil
    }
    // These two work whatever is on the screen.
    if key == .control("c") || key == .control("z") { dropPending() }
    switch key {
    case .control("c"): return quit()
    case .control("z") where !isKiosk: return keepPlace() + [.suspend]
    default: break
    }
    if let layer { return press(key, in: layer) }
    if key != .character(".") { standsByDot = false }
    let row = list.selected?.id
    let effects = command(key)
    // A row that the reader leaves has been seen.
    if let row, row != list.selected?.id { landed.see(row) }
    if news > 0, focus == .list, isAtNewest { news = 0 }
    return effects
  }

  // MARK: Finding

  /// Opens the prompt for words to find in the story.
  mutating func startFinding() -> [Effect] {
    guard article != nil || wanted != nil || list.selected != nil else {
      message = Message(text: "Open a story first, then \(key("find")) finds words in it.")
      return []
    }
    let effects = focus == .article ? [] : enter(.article)
    open(.prompt(.find(Field(), before: article?.top ?? 0)))
    return effects
  }

  /// Finds the words that were typed, or the last words again if none were.
  mutating func find(_ field: Field, before: Int) {
    closeLayer()
    let words = field.text.isEmpty ? lastFind ?? "" : field.text
    showMatches(of: words, before: before)
    lastFind = words.isEmpty ? nil : words
    if let find = article?.find, find.matches.isEmpty { sayNotFound(find) }
  }

  /// Shows the words found in the story as they are typed.
  mutating func showMatches(of words: String, before: Int) {
    article?.find = words.isEmpty ? nil : Find(words: words)
    article?.scroll(to: before)
    article?.search()
    showCurrentMatch()
  }

  /// Scrolls the match to a third of the screen, unless it is visible already.
  private mutating func showCurrentMatch() {
    guard let article, let line = article.find?.line else { return }
    if line < article.top || line >= article.top + article.height {
      self.article?.scroll(to: line - article.height / 3)
    }
  }

  private mutating func sayNotFound(_ find: Find) {
    message = Message(text: "“\(find.words)” is not in this story.")
  }

  /// Goes to the next match, or to the previous one if `step` is negative.
  mutating func moveMatch(_ step: Int) -> [Effect] {
    if let find = article?.find, find.isOfSearch, find.matches.isEmpty {
      message = Message(text: "The words you searched for are not in the text of this story.")
      return []
    }
    guard let words = article?.find?.words ?? lastFind else {
      message = Message(
        text:
          "Nothing to find yet: \(key("find")) searches, \(key("next-unread")) reads the next unread story.")
      return []
    }
    if article?.find == nil {
      article?.find = Find(words: words)
      article?.search()
    } else {
      article?.find?.move(by: step)
    }
    showCurrentMatch()
    if let find = article?.find, find.matches.isEmpty { sayNotFound(find) }
    return []
  }

  // MARK: Hints

  /// Shows letters over every link and teaser on the screen.
  mutating func startHinting() -> [Effect] {
    guard let article else {
      message = Message(text: "No story is open.")
      return []
    }
    var targets: [Hints.Target] = []
    if plan.article != nil {
      targets += article.visibleLinks.map { .link(reference: $0.reference, number: $0.number) }
    }
    if plan.teasers != nil, let view = teasers.layout {
      targets += view.visible(from: teasers.top).map { .teaser($0.index) }
    }
    guard !targets.isEmpty else {
      message = Message(text: "No link on the screen.")
      return []
    }
    open(.hints(Hints(targets)))
    return []
  }

  /// Takes letters of a hint, and follows the link once they are complete.
  mutating func typeHint(_ letters: String) -> [Effect] {
    hints?.typed.append(contentsOf: letters.lowercased())
    guard let hints else { return [] }
    let left = hints.labels.filter { $0.letters.hasPrefix(hints.typed) }
    guard let first = left.first else {
      closeLayer()
      message = Message(text: "No link is marked “\(hints.typed)”.")
      return []
    }
    guard first.letters == hints.typed else { return [] }
    closeLayer()
    switch first.target {
    case .link(let reference, _): return follow(reference: reference)
    case .teaser(let index): return follow(teaser: index)
    }
  }
}
