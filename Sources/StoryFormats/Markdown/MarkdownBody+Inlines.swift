internal import CMarkdown
internal import Stories

extension MarkdownBody {
  func enterSpan(_ kind: MD_SPANTYPE, _ detail: UnsafeMutableRawPointer?) {
    drainInlineHTML()
    switch kind {
    case MD_SPAN_EM: mark(.emphasis)
    case MD_SPAN_STRONG: mark(.strong)
    case MD_SPAN_CODE: mark(.code)
    case MD_SPAN_DEL: mark(.strike)
    case MD_SPAN_A:
      let link = detail?.load(as: MD_SPAN_A_DETAIL.self)
      addressesLeft -= link.map { Int($0.href.size) + Int($0.title.size) } ?? 0
      guard addressesLeft >= 0 else { return }
      let target = link.flatMap { Self.string($0.href) } ?? ""
      // Of nested links the outer one counts (CommonMark 0.31, section 6.3).
      links.append(links.last ?? addReference(MarkdownTarget.reference(to: target, on: options.path)))
    case MD_SPAN_WIKILINK:
      let target = detail.flatMap { Self.string($0.load(as: MD_SPAN_WIKILINK_DETAIL.self).target) } ?? ""
      links.append(links.last ?? addReference(MarkdownTarget.wiki(target, on: options.path)))
    case MD_SPAN_IMG:
      if picture != nil {
        picture?.depth += 1
      } else if let image = detail?.load(as: MD_SPAN_IMG_DETAIL.self) {
        addressesLeft -= Int(image.src.size) + Int(image.title.size)
        guard addressesLeft >= 0 else { return }
        picture = (Self.string(image.title) ?? "", Self.string(image.src), 1, "")
      }
    default: break
    }
  }

  func leaveSpan(_ kind: MD_SPANTYPE) {
    drainInlineHTML()
    switch kind {
    case MD_SPAN_EM, MD_SPAN_STRONG, MD_SPAN_CODE, MD_SPAN_DEL: _ = marks.popLast()
    case MD_SPAN_A, MD_SPAN_WIKILINK: _ = links.popLast()
    case MD_SPAN_IMG:
      picture?.depth -= 1
      if let done = picture, done.depth <= 0 {
        picture = nil
        addPicture(words: done.words, title: done.title, source: done.source)
      }
    default: break
    }
  }

  private func mark(_ mark: Inline.Marks) {
    marks.append((marks.last ?? []).union(mark))
  }

  /// Adds a link, and returns its index among the references of this text.
  func addReference(_ reference: Reference) -> Int {
    references.append(reference)
    return references.count - 1
  }

  /// Adds a picture, whose alternative text stays in the paragraph as separate words.
  func addPicture(words: String, title: String, source: String?) {
    let words = words.squeezed
    pictures.append(Picture(index: words.isEmpty ? nil : inlines.count, title: title, source: source))
    if !words.isEmpty { append(words, isApart: true) }
  }

  func take(_ kind: MD_TEXTTYPE, _ pointer: UnsafePointer<CChar>?, _ size: Int) {
    guard let pointer else { return }
    let size = readable(pointer, size)
    guard size > 0 || kind == MD_TEXT_BR || kind == MD_TEXT_SOFTBR else { return }
    noteLine(pointer)
    let raw = UnsafeRawBufferPointer(start: pointer, count: size)
    if !isInHTML, !waitingHTML.blocks.isEmpty { drainWaitingHTML() }
    if kind == MD_TEXT_HTML {
      html += raw
      return
    }
    drainInlineHTML()
    let text =
      switch kind {
      case MD_TEXT_BR: "\n"
      case MD_TEXT_SOFTBR: " "
      case MD_TEXT_NULLCHAR: "\u{FFFD}"
      case MD_TEXT_ENTITY:
        CharacterReferences.character(String(decoding: raw, as: UTF8.self))
          ?? String(decoding: raw, as: UTF8.self)
      default: String(decoding: raw, as: UTF8.self)
      }
    if code != nil { code?.append(text); return }
    append(text)
  }

  /// Adds words with the current marks; they join the words before if nothing changed.
  func append(_ text: String, isApart: Bool = false) {
    if text.isEmpty || tags.skipping != nil { return }
    if picture != nil { picture?.words += text; return }
    let text = tags.places.last.map { Scripts.text(text, $0, after: inlines.last?.text.last) } ?? text
    let marks = (marks.last ?? []).union(tags.marks.last?.marks ?? [])
    let link = tags.links.last ?? links.last
    if let link { references[link].text += text }
    let number = link.map { $0 + options.firstReference }
    let afterPicture = pictures.last.map { ($0.index ?? inlines.count - 1) == inlines.count - 1 } ?? false
    if !isApart, !afterPicture, let last = inlines.last, last.marks == marks, last.reference == number {
      inlines[inlines.count - 1].text += text
    } else {
      inlines.append(Inline(text, marks: marks, reference: number))
    }
  }
}

extension [Inline] {
  /// The words without white space at the ends, and without empty runs.
  var trimmed: [Inline] {
    if let first = first?.text.utf8.first, let last = last?.text.utf8.last, Self.isInk(first),
      Self.isInk(last)
    {
      return self
    }
    guard let start = firstIndex(where: { !$0.text.allSatisfy(\.isWhitespace) }),
      let end = lastIndex(where: { !$0.text.allSatisfy(\.isWhitespace) })
    else { return [] }
    var inlines = Array(self[start...end])
    inlines[0].text = String(inlines[0].text.drop(while: \.isWhitespace))
    var last = inlines[inlines.count - 1].text[...]
    while last.last?.isWhitespace == true { last.removeLast() }
    inlines[inlines.count - 1].text = String(last)
    return inlines
  }

  /// Whether a byte is an ASCII letter or sign.
  private static func isInk(_ byte: UInt8) -> Bool { (0x21...0x7E).contains(byte) }
}
