internal import Screen
internal import Stories
internal import Typesetting

// What a key means depends on the mode; the commands' keys count in `.reading` alone.
extension State {
  mutating func press(_ key: Key) -> [Effect] {
    message = nil
    // These hold whatever is on the screen.
    switch key {
    case .control("c"): return quit()
    case .control("z"): return keepPlace() + [.suspend]
    default: break
    }
    switch mode {
    case .reading:
      let effects = command(key)
      if news > 0, focus == .list, isAtNewest { news = 0 }
      return effects
    case .finding(let field, let before): return find(key, field, before: before)
    case .searching(let line): return search(key, line)
    case .naming(let field): return name(key, field)
    case .hinting(let hints): return hint(key, hints)
    case .help(let top):
      help(key, top: top)
      return []
    case .choosing(let chooser):
      return chooser.isOfVersions ? choose(key, versions: chooser) : choose(key, chooser)
    case .comparing(let comparison, let top):
      compare(key, comparison, top: top)
      return []
    case .dating(let field): return date(key, field)
    case .address:
      mode = .reading
      return [.escape, .enter, .backspace, .character("q")].contains(key) ? [] : command(key)
    }
  }

  private mutating func command(_ key: Key) -> [Effect] {
    guard let command = Keymap.standard[key, in: focus] else {
      if case .character(let letter) = key {
        message = Message(text: "“\(letter)” does nothing here; ? shows every key.")
      }
      return []
    }
    return command.run(&self, key)
  }

  /// Pasted text is words to find or to narrow by, and never commands.
  mutating func paste(_ text: String) -> [Effect] {
    switch mode {
    case .finding(var field, let before):
      field.insert(text)
      mode = .finding(field, before: before)
      showMatches(of: field.text, before: before)
    case .searching(var line):
      line.field.insert(text)
      return search(line)
    case .choosing(var chooser):
      chooser.edit { $0.insert(text) }
      mode = .choosing(chooser)
    case .dating(var field):
      field.insert(text)
      mode = .dating(field)
    case .naming(var field):
      field.insert(text)
      mode = .naming(field)
    default: break
    }
    return []
  }

  // MARK: Finding

  /// Opens the prompt for words to find in the story.
  mutating func startFinding() -> [Effect] {
    guard article != nil || wanted != nil || list.selected != nil else {
      message = Message(text: "Open a story to find words in it.")
      return []
    }
    let effects = focus == .article ? [] : enter(.article)
    mode = .finding(Field(), before: article?.top ?? 0)
    return effects
  }

  private mutating func find(_ key: Key, _ field: Field, before: Int) -> [Effect] {
    var field = field
    switch key {
    case .enter:
      mode = .reading
      // Nothing typed means the last words again.
      let words = field.text.isEmpty ? lastFind ?? "" : field.text
      showMatches(of: words, before: before)
      lastFind = words.isEmpty ? nil : words
      if let find = article?.find, find.matches.isEmpty { sayNotFound(find) }
    case .escape, .control("g"):
      mode = .reading
      article?.find = nil
      article?.scroll(to: before)
    case .backspace where field.text.isEmpty:
      mode = .reading
      article?.find = nil
    default:
      guard field.take(key) else { return [] }
      mode = .finding(field, before: before)
      showMatches(of: field.text, before: before)
    }
    return []
  }

  private mutating func showMatches(of words: String, before: Int) {
    article?.find = words.isEmpty ? nil : Find(words: words)
    article?.scroll(to: before)
    article?.search()
    showCurrentMatch()
  }

  /// Scrolls so that the match stands a third down the screen, if it isn't on it.
  private mutating func showCurrentMatch() {
    guard let article, let line = article.find?.line else { return }
    if line < article.top || line >= article.top + article.height {
      self.article?.scroll(to: line - article.height / 3)
    }
  }

  private mutating func sayNotFound(_ find: Find) {
    message = Message(text: "“\(find.words)” is not in this story.")
  }

  /// Goes to the next match, or the one before when negative.
  mutating func moveMatch(_ step: Int) -> [Effect] {
    if let find = article?.find, find.isOfSearch, find.matches.isEmpty {
      message = Message(text: "What was looked for is not in the text of this story.")
      return []
    }
    guard let words = article?.find?.words ?? lastFind else {
      message = Message(text: "Nothing to find yet; / asks for words.")
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
    if plan.teasers != nil, let view = teasers.view {
      targets += view.visible(from: teasers.top).map { .teaser($0.index) }
    }
    guard !targets.isEmpty else {
      message = Message(text: "No link is on the screen.")
      return []
    }
    mode = .hinting(Hints(targets))
    return []
  }

  private mutating func hint(_ key: Key, _ hints: Hints) -> [Effect] {
    var hints = hints
    mode = .reading
    switch key {
    case .backspace: if !hints.typed.isEmpty { hints.typed.removeLast() }
    case .character(let letter): hints.typed.append(contentsOf: letter.lowercased())
    default: return []
    }
    let left = hints.labels.filter { $0.letters.hasPrefix(hints.typed) }
    guard !left.isEmpty else {
      message = Message(text: "No link has the letters “\(hints.typed)”.")
      return []
    }
    if left.count == 1, left[0].letters == hints.typed {
      switch left[0].target {
      case .link(let reference, _): return follow(reference: reference)
      case .teaser(let index): return follow(teaser: index)
      }
    }
    mode = .hinting(hints)
    return []
  }

  // MARK: Overlays

  private mutating func help(_ key: Key, top: Int) {
    let page = max(1, size.rows - 4)
    let last = max(0, HelpSheet.lines(columns: OverlayBox.help(size).columns).count - page)
    switch key {
    case .escape, .enter, .character("?"), .character("q"), .backspace, .function(1): mode = .reading
    default: mode = .help(top: OverlayBox.scrolled(top, by: key, page: page, last: last))
    }
  }

  mutating func choose(_ key: Key, _ chooser: Chooser) -> [Effect] {
    var chooser = chooser
    switch key {
    case .escape, .control("g"):
      mode = .reading
      return []
    case .enter:
      mode = .reading
      return chooser.selected.map { choose($0.choice) } ?? []
    case .tab, .right, .backTab, .left:
      let step = key == .tab || key == .right ? 1 : -1
      guard let kind = chooser.kind else {
        chooser.move(by: step)
        break
      }
      let kinds = Facet.Kind.listed
      let next = (kinds.firstIndex(of: kind) ?? 0) + step
      return chooseFacet(kinds[(next + kinds.count) % kinds.count], typed: chooser.field)
    case .down, .control("n"): chooser.move(by: 1)
    case .up, .control("p"): chooser.move(by: -1)
    case .delete:
      guard case .search(let saved)? = chooser.selected?.choice else { break }
      return drop(saved)
    case .pageDown: chooser.move(by: max(1, size.rows - 6))
    case .pageUp: chooser.move(by: -max(1, size.rows - 6))
    case .home: chooser.move(by: -chooser.items.count)
    case .end: chooser.move(by: chooser.items.count)
    case .backspace where chooser.field.text.isEmpty:
      mode = .reading
      return []
    default: chooser.edit { _ = $0.take(key) }
    }
    mode = .choosing(chooser)
    return []
  }
}
