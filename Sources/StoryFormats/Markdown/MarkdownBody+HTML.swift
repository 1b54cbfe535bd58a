internal import Stories

/// The raw HTML elements that are open within one block.
struct OpenTags {
  /// The open element whose content is not text.
  var skipping: String?
  /// Marks by the element that set them; each includes those before it.
  var marks: [(name: String, marks: Inline.Marks)] = []
  /// Open links, as indexes into the references.
  var links: [Int] = []
  /// Superscript and subscript, by the innermost `sup` or `sub`.
  var places: [Scripts.Place] = []
  /// The open heading.
  var heading: Int?
  /// The text within `<pre>`.
  var preformatted: String?

  /// Ends marks and links that were not closed, at the end of their block.
  mutating func leaveBlock() {
    marks = []
    links = []
    places = []
    skipping = nil
  }
}

extension MarkdownBody {
  /// The most marks that may be open at once.
  private static let mostMarks = 32

  /// Handles the tags between words of a paragraph.
  func drainInlineHTML() {
    guard !html.isEmpty else { return }
    let pieces = MarkdownHTML.pieces(of: html)
    html = []
    for piece in pieces {
      switch piece {
      case .text(let text): append(text)
      case .open(let name, let attributes):
        if partsWords(name) { flush() }
        openInline(name, attributes)
      case .close(let name):
        closeInline(name)
        if partsWords(name) { flush() }
      }
    }
  }

  /// Whether an element is a block, although its line began as a paragraph (CommonMark 0.31, section 4.6).
  private func partsWords(_ name: String) -> Bool {
    let kind = Elements.kind(of: name)
    return tags.skipping == nil && kind.contains(.block) && !Self.isSkipped(kind)
  }

  /// Turns a whole block of HTML that began on a line into paragraphs and headings.
  func drainHTMLBlock(_ pieces: [MarkdownHTML.Piece], line at: Int?) {
    isInHTMLBlock = true
    defer { isInHTMLBlock = false }
    for piece in pieces {
      if line == nil { line = at }
      switch piece {
      case .text(let text): appendCollapsed(text)
      case .open(let name, let attributes): openBlock(name, attributes)
      case .close(let name): closeBlock(name)
      }
    }
    closePreformatted()
    flushHTML()
    line = nil
    tags = OpenTags()
  }

  private func openBlock(_ name: String, _ attributes: [String: String]) {
    if tags.skipping != nil { return }
    let kind = Elements.kind(of: name)
    switch name {
    case "hr":
      flushHTML()
      add(.rule)
    case "pre":
      flushHTML()
      tags.preformatted = ""
    case _ where kind.contains(.cell): append(inlines.isEmpty ? "" : " ")
    case _ where kind.contains(.block) && !Self.isSkipped(kind):
      flushHTML()
      noteName(name, attributes)
      if kind.contains(.heading) { tags.heading = name.utf8.last.map { Int($0) - 0x30 } }
    default: openInline(name, attributes)
    }
  }

  private func closeBlock(_ name: String) {
    if tags.skipping != nil { closeInline(name); return }
    let kind = Elements.kind(of: name)
    if name == "pre" {
      closePreformatted()
    } else if kind.contains(.block), !kind.contains(.cell), !kind.contains(.void) {
      flushHTML()
    } else {
      closeInline(name)
    }
  }

  private func closePreformatted() {
    guard let text = tags.preformatted else { return }
    tags.preformatted = nil
    if !text.allSatisfy(\.isWhitespace) { add(.code(language: nil, text.withoutOuterLineEnds)) }
  }

  private func flushHTML() {
    closePreformatted()
    if let level = tags.heading, !inlines.trimmed.isEmpty {
      add(.heading(level: level, inlines.trimmed))
    } else {
      flush()
    }
    tags.heading = nil
  }

  /// Adds words between tags, with white space collapsed as in a browser.
  private func appendCollapsed(_ text: String) {
    if tags.skipping != nil { return }
    if tags.preformatted != nil { tags.preformatted?.append(text); return }
    var words = text.squeezed
    if text.first?.isWhitespace == true, !inlines.isEmpty, inlines.last?.text.last?.isWhitespace != true {
      words = " " + words
    }
    if text.last?.isWhitespace == true, words.last?.isWhitespace == false { words += " " }
    append(words)
  }

  /// Whether to skip an element's content; an author's own forms and menus are read.
  private static func isSkipped(_ kind: ElementKind) -> Bool {
    !kind.contains(.void) && !kind.isDisjoint(with: [.unseen, .embedded])
  }

  private func openInline(_ name: String, _ attributes: [String: String]) {
    if tags.skipping != nil { return }
    if Self.isSkipped(Elements.kind(of: name)) { tags.skipping = name; return }
    noteName(name, attributes)
    switch name {
    case "br": append("\n")
    case "img":
      addPicture(words: attributes["alt"] ?? "", title: attributes["title"] ?? "", source: attributes["src"])
    case "a":
      if let target = attributes["href"], tags.links.count < Self.mostMarks {
        tags.links.append(addReference(MarkdownTarget.reference(to: target, on: options.path)))
      }
    case "b", "strong": open(name, .strong)
    case "mark": open(name, .strong)
    case "i", "em", "cite", "dfn": open(name, .emphasis)
    case "code", "kbd", "samp", "tt": open(name, .code)
    case "s", "del", "strike": open(name, .strike)
    case "q": append("“")
    case "sup", "sub":
      if let place = Scripts.Place(element: name), tags.places.count < Self.mostMarks {
        tags.places.append(place)
      }
    default:
      if let number = MarkdownNotes.number(ofTag: name), number <= options.noteCount {
        appendNote(number)
      } else if name.hasPrefix("x-") {
        openMark(name)
      }
    }
  }

  /// Handles a tag that was inserted before parsing.
  private func openMark(_ tag: String) {
    if let name = MarkdownMark.name(in: tag, of: MarkdownMark.part) {
      noteBefore(name: name)
    } else if let name = MarkdownMark.name(in: tag, of: MarkdownMark.next) {
      note(name: name)
    } else {
      for (kind, embeds) in [(MarkdownMark.wiki, false), (MarkdownMark.embed, true)] {
        guard let name = MarkdownMark.name(in: tag, of: kind), tags.links.count < Self.mostMarks else {
          continue
        }
        var reference = MarkdownTarget.wiki(name, on: options.path)
        if embeds { reference.embeds = true }
        tags.links.append(addReference(reference))
      }
    }
  }

  /// Records an element's name for links (HTML Living Standard, sections 3.2.6 and 16.2).
  private func noteName(_ element: String, _ attributes: [String: String]) {
    if let name = attributes["id"] ?? (element == "a" ? attributes["name"] : nil) { note(name: name) }
  }

  private func open(_ name: String, _ mark: Inline.Marks) {
    guard tags.marks.count < Self.mostMarks else { return }
    tags.marks.append((name, (tags.marks.last?.marks ?? []).union(mark)))
  }

  private func closeInline(_ name: String) {
    if let skipping = tags.skipping {
      if name == skipping { tags.skipping = nil }
      return
    }
    switch name {
    case "a", MarkdownMark.wikiEnd: _ = tags.links.popLast()
    case "q": append("”")
    case "sup", "sub": _ = tags.places.popLast()
    default:
      if let last = tags.marks.lastIndex(where: { $0.name == name }) { tags.marks.removeSubrange(last...) }
    }
  }

  private func appendNote(_ number: Int) {
    let marks = (marks.last ?? []).union(.note)
    inlines.append(Inline(String(number), marks: marks))
  }
}

extension String {
  /// The text without line ends before and after it.
  fileprivate var withoutOuterLineEnds: String {
    var text = self[...].drop(while: \.isNewline)
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
