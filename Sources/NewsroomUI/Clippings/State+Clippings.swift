internal import Messages
internal import Screen
internal import Stories
internal import Typesetting

// Words that the reader keeps of stories.
extension State {
  // MARK: Lines

  /// Selects the first line on the screen; moving adds more.
  mutating func selectLines() -> [Effect] {
    guard let first = article?.firstTextLine else {
      message = Message(text: "There are no lines to select here.")
      return []
    }
    open(.lines(LineSelection(anchor: first, end: first)))
    return []
  }

  /// The selection, if it is the topmost layer.
  private var selection: LineSelection? {
    get { if case .lines(let selection)? = layers.last { selection } else { nil } }
    set { if let newValue, selection != nil { layers[layers.count - 1] = .lines(newValue) } }
  }

  /// The selected lines of the page.
  var selectedLines: ClosedRange<Int>? { selection.flatMap { article?.lines(of: $0) } }

  /// Moves the end of the selection.
  mutating func moveSelection(by step: Int) -> [Effect] {
    guard let selection else { return [] }
    self.selection = article?.move(selection, by: step)
    return []
  }

  /// Makes the other end move.
  mutating func swapEnds() -> [Effect] {
    guard let selection else { return [] }
    self.selection = LineSelection(anchor: selection.end, end: selection.anchor)
    return moveSelection(by: 0)
  }

  /// Keeps or copies the selected lines, and ends the selection.
  mutating func takeLines(copying: Bool) -> [Effect] {
    guard let selection, let article, let lines = article.lines(of: selection) else { return [] }
    closeLayer()
    let words = article.words(of: selection)
    if copying { return copy(words, of: "lines") }
    return keep(Clip(words: words, share: article.page?.place(ofLine: lines.lowerBound) ?? 0))
  }

  // MARK: Keeping

  /// Lists the paragraphs and quotes on the screen, to keep one.
  mutating func startClipping() -> [Effect] {
    guard let article, let page = article.page else { return sayNotOpen() }
    let body = article.opened.story.body
    let visible = page.lines[min(article.top, page.lines.count)...].prefix(max(1, article.height))
    var blocks: [Int] = []
    for line in visible where !line.runs.isEmpty {
      if let block = line.block, blocks.last != block { blocks.append(block) }
    }
    // If only the head is on the screen, the first paragraphs below it are meant.
    if blocks.isEmpty { blocks = Array(body.indices.prefix(3)) }
    let items = blocks.filter { body.indices.contains($0) && !body[$0].text.isEmpty }.map { block in
      let first = page.line(of: PagePosition(block: block, offset: 0))
      return Chooser.Item(
        title: CopyText.line(body[block].text), detail: .words(catalogue[body[block].word]),
        choice: .clip(Clip(words: body[block].text, share: page.place(ofLine: first))))
    }
    guard !items.isEmpty else {
      message = Message(text: "There are no words to keep on the screen.")
      return []
    }
    open(.picker(Chooser(title: "Keep", items: items)))
    return []
  }

  /// Keeps words of the open story, and asks for a note.
  mutating func keep(_ clip: Clip) -> [Effect] {
    guard let article else { return sayNotOpen() }
    guard clip.words.contains(where: { !$0.isWhitespace }) else {
      message = Message(text: "There are no words to keep in these lines.")
      return []
    }
    var clip = clip
    clip.kept = now.seconds
    let kept = clip
    self.article?.change { clips in
      if !clips.contains(where: { $0.words == kept.words }) { clips.append(kept) }
    }
    open(.prompt(.note(Field(), article.id, clip)))
    return [.keepClip(article.id, clip)]
  }

  /// Keeps the note that was typed.
  mutating func keepNote(_ field: Field, _ id: StoryID, _ clip: Clip) -> [Effect] {
    closeLayer()
    let note = String(field.text.prefix(Clip.longestNote))
    message = Message(text: "Clipping kept; \" lists all clippings.")
    guard note.contains(where: { !$0.isWhitespace }) else { return [] }
    return [.noteClip(id, clip, note)]
  }

  // MARK: The list

  /// Lists the clippings of the library.
  mutating func list(_ clippings: [Clipping]) {
    guard !clippings.isEmpty else {
      message = Message(text: "No clippings yet: c keeps a paragraph of a story, V selects lines.")
      return
    }
    open(
      .picker(Chooser(title: "Clippings", items: clippings.map { $0.item(catalogue) }, manner: .clippings)))
  }

  /// Goes to a clipping in its story.
  mutating func go(to clipping: Clipping) -> [Effect] {
    guard let listing = clipping.listing else {
      message = Message(text: "The story of this clipping is no longer in the library.")
      return []
    }
    if !clipping.isInStory {
      message = Message(text: "The words of this clipping are no longer in the story.")
    }
    return read(listing.id, place: clipping.clip.place)
  }

  /// Deletes the selected clipping.
  mutating func dropClipping() -> [Effect] {
    guard let picker, case .clipping(let clipping)? = picker.selected?.choice else { return [] }
    closeLayer()
    if clipping.source.id == article?.id {
      article?.change { clips in clips.removeAll { $0.words == clipping.clip.words } }
    }
    message = Message(text: "Clipping deleted. It was: \(CopyText.line(clipping.clip.words))")
    return [.dropClip(clipping.source, clipping.clip)]
  }

  /// Opens the file of a clip in the editor: that of the clip just kept, or of the selected one.
  mutating func editClippings() -> [Effect] {
    guard !isForbidden(.editor) else { return [] }
    guard waysOut.hasEditor else {
      message = Message(text: "Set $EDITOR to the editor that is to open clippings.")
      return []
    }
    let id: StoryID
    if case .note(_, let story, _)? = prompt {
      id = story
    } else if case .clipping(let clipping)? = picker?.selected?.choice {
      id = clipping.source.id
    } else {
      return []
    }
    closeLayers()
    return keepPlace() + [.editClips(id)]
  }
}

extension Clipping {
  /// Its line in the list.
  fileprivate func item(_ catalogue: Catalogue) -> Chooser.Item {
    let state = listing == nil ? "gone" : isInStory ? nil : "changed"
    let told = state.map { catalogue[$0, as: "clipping"] + " · " } ?? ""
    return Chooser.Item(
      title: CopyText.line(clip.words) + (clip.note.isEmpty ? "" : " — \(CopyText.line(clip.note))"),
      detail: .words(told + CopyText.line(source.headline)), choice: .clipping(self),
      synonyms: source.headline)
  }
}

extension Block {
  /// The word for its kind.
  fileprivate var word: String {
    switch kind {
    case .paragraph: "paragraph"
    case .heading: "heading"
    case .quote: "quote"
    case .list: "list"
    case .table: "table"
    case .code: "code"
    case .figure: "caption"
    case .rule: ""
    }
  }
}

extension Commands {
  static let clippings = [
    Command(
      "select-lines", "Select lines of the story; moving adds more, c keeps them", .marks,
      keys: [.character("V")], panes: [.article]
    ) { state, _ in state.selectLines() },
    Command(
      "clip", "Keep a paragraph or a quote of the story, with a note", .marks, keys: [.character("c")],
      panes: [.article]
    ) { state, _ in state.startClipping() },
    Command("clippings", "List all clippings, to go to one", .marks, keys: [.character("\"")]) { _, _ in
      [.clippings]
    },
  ]

  /// The keys of selected lines and of clippings.
  static let lines = [
    Command(
      "lines-down", "One line more", .text, keys: [.character("j"), .down], in: [.lines],
      hints: [.lines: "extends"]
    ) { state, _ in state.moveSelection(by: 1) },
    Command("lines-up", "One line less", .text, keys: [.character("k"), .up], in: [.lines]) { state, _ in
      state.moveSelection(by: -1)
    },
    Command(
      "lines-page-down", "A screen more", .text, keys: [.character(" "), .pageDown], in: [.lines]
    ) { state, _ in state.moveSelection(by: max(1, (state.article?.height ?? 2) - 1)) },
    Command("lines-page-up", "A screen less", .text, keys: [.character("b"), .pageUp], in: [.lines]) {
      state, _ in state.moveSelection(by: -max(1, (state.article?.height ?? 2) - 1))
    },
    Command("other-end", "Move the other end", .text, keys: [.character("o")], in: [.lines]) { state, _ in
      state.swapEnds()
    },
    Command(
      "keep-lines", "Keep the lines, with a note", .text, keys: [.character("c"), .enter], in: [.lines],
      hints: [.lines: "keeps"]
    ) { state, _ in state.takeLines(copying: false) },
    Command(
      "copy-lines", "Copy the lines", .text, keys: [.character("y")], in: [.lines], hints: [.lines: "copies"]
    ) { state, _ in state.takeLines(copying: true) },
    Command(
      "drop-clipping", "Delete the clipping", .choosing, keys: [.delete], in: [.clippings],
      hints: [.clippings: "deletes"]
    ) { state, _ in state.dropClipping() },
    Command(
      "edit-clippings", "Write the note in $VISUAL or $EDITOR", .choosing, keys: [.control("e")],
      in: [.clippings, .note], hints: [.note: "editor"]
    ) { state, _ in state.editClippings() },
  ]
}
