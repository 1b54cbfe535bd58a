internal import Messages
internal import Screen
internal import Stories
internal import Typesetting

/// Texts for the clipboard: on one line and without control characters, so that pasting them into a shell
/// runs nothing.
enum CopyText {
  /// The most bytes that terminals take on their clipboard (100,000 as Base64 and its frame).
  static let most = 74_994

  /// The text on one line.
  static func line(_ text: String) -> String {
    CellText.clean(text.split { $0.isWhitespace || $0.isNewline }.joined(separator: " "))
  }

  /// A line such as `Anna Berg: “Ferry line to reopen”, The Courier, 2026-03-02. https://example.org/ferry`.
  static func citation(of story: Story, in library: String) -> String {
    let authors = story.bylines.isEmpty ? "" : story.bylines.joined(separator: ", ") + ": "
    let facts = [
      "“\(story.headline)”", story.wire.provider ?? library,
      story.published.map { String($0.iso8601.prefix(10)) }, story.wire.version.map { "version \($0)" },
    ].compactMap(\.self)
    return line(authors + facts.joined(separator: ", ") + "." + (story.url.map { " " + $0 } ?? ""))
  }
}

extension State {
  /// Lists what can be copied of the current story.
  mutating func startCopying() -> [Effect] {
    guard !isForbidden(.copy) else { return [] }
    guard let listing = current else { return sayNoStory() }
    var texts: [(what: String, text: String)] = []
    if let opened = openedCurrent {
      let story = opened.story
      if let url = story.url { texts.append(("link", url)) }
      texts.append(("headline", story.headline))
      if let paragraph { texts.append(("paragraph", paragraph)) }
      texts.append(("citation", CopyText.citation(of: story, in: libraryName)))
    } else {
      texts.append(("headline", listing.headline))
    }
    texts.append(("path of the file", listing.path))
    let items = texts.map { what, text in
      Chooser.Item(
        title: catalogue["The \(what)"], detail: .words(Lines.fitted(text, columns: 36)),
        choice: .copy(text, of: what))
    }
    open(.picker(Chooser(title: "Copy", items: items)))
    return []
  }

  /// The paragraph at the top of the screen; nil if the head or the notes are there.
  private var paragraph: String? {
    guard let article, let page = article.page else { return nil }
    let visible = page.lines[min(article.top, page.lines.count)...].prefix(max(1, article.height))
    guard let block = visible.lazy.compactMap(\.block).first,
      article.opened.story.body.indices.contains(block)
    else { return nil }
    return article.opened.story.body[block].text
  }

  /// Copies a text, and says so.
  mutating func copy(_ text: String, of what: String) -> [Effect] {
    guard !isForbidden(.copy) else { return [] }
    let line = CopyText.line(text)
    guard !line.isEmpty else {
      message = Message(text: "There is nothing to copy.")
      return []
    }
    guard line.utf8.count <= CopyText.most else {
      message = Message(
        text: "This is too long to copy: terminals take at most \(Numbers.grouped(CopyText.most)) bytes.")
      return []
    }
    message = Message(text: "Sent \(Phrase(words: "the \(what)")) to your terminal's clipboard: \(line)")
    return [.copy(line)]
  }

  /// Copies the address in the box.
  mutating func copyAddress() -> [Effect] {
    guard case .address(let sheet)? = sheet?.content else { return [] }
    closeLayer()
    return copy(sheet.address, of: "address")
  }
}

extension Commands {
  static let outside = [
    Command(
      "copy", "Copy the link, the headline, the paragraph, a citation or the path", .outside,
      keys: [.character("y")]
    ) { state, _ in state.startCopying() },
    Command(
      "pipe", "Give the story to a command of yours: read it aloud, print it, mail it", .outside,
      keys: [.character("|")]
    ) { state, _ in state.startPiping() },
    Command(
      "browse", "Open the story's address with $BROWSER, or show it", .outside, keys: [.character("B")]
    ) { state, _ in state.browseStory() },
    Command("edit", "Open the story's file in $VISUAL or $EDITOR", .outside, keys: [.character("E")]) {
      state, _ in state.editStory()
    },
    Command(
      "export-list", "Write the stories of the list to a file, in the format that its name ends with",
      .outside, keys: [.character("P")]
    ) { state, _ in state.startExport() },
  ]
}
