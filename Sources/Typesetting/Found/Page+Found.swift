import Screen
public import Stories
public import Words

extension Page {
  /// The places on a story's page that match a search, in reading order.
  ///
  /// The index knows the story's own text, so that text is searched. Its words are then looked up on the
  /// page, which hyphenates them, sets them in columns and writes some of them differently. Other text on the
  /// page is searched as shown.
  public func matches(of words: Highlighter, in story: Story) -> [Match] {
    guard !words.isEmpty else { return [] }
    var finder = PageFinder(words)
    let parts = PageParts(self)
    for text in story.searchedTexts { finder.look(through: text, on: parts) }
    for paragraph in parts.others { finder.look(through: paragraph) }
    return finder.matches
  }
}

/// The part of a page that shows one part of a story.
private enum PagePart: Hashable {
  case headline, standfirst, byline
  case block(Int)
}

/// The lines of a page by what they show.
private struct PageParts {
  private(set) var texts: [PagePart: ShownText] = [:]
  /// The paragraphs that are not the story's own text: labelled lines, notes, rights.
  private(set) var others: [ShownText] = []

  init(_ page: Page) {
    var other = ShownText()
    for (index, line) in page.lines.enumerated() {
      if let part = Self.part(of: line) {
        texts[part, default: ShownText()].add(line, index: index)
        continue
      }
      other.add(line, index: index)
      guard line.flow == .ends else { continue }
      if !line.runs.isEmpty { others.append(other) }
      other = ShownText()
    }
  }

  private static func part(of line: Page.Line) -> PagePart? {
    if let block = line.block { return .block(block) }
    switch line.runs.first?.role {
    case .headline: return .headline
    case .standfirst: return .standfirst
    case .byline: return .byline
    default: return nil
    }
  }
}

/// A text that is one field of the index, and the parts of the page that show it.
private struct SearchedText {
  var text = ""
  /// The first byte of each part.
  var parts: [(start: Int, part: PagePart)] = []

  mutating func add(_ words: String, _ part: PagePart) {
    guard !words.isEmpty else { return }
    if !text.isEmpty { text += "\n\n" }
    parts.append((text.utf8.count, part))
    text += words
  }
}

extension Story {
  /// The story's headline, names and text, as they are indexed.
  fileprivate var searchedTexts: [SearchedText] {
    var (head, names, words) = (SearchedText(), SearchedText(), SearchedText())
    head.add(headline, .headline)
    names.add(bylines.joined(separator: "\n"), .byline)
    if let standfirst { words.add(standfirst, .standfirst) }
    for (index, block) in body.enumerated() { words.add(block.text, .block(index)) }
    return [head, names, words]
  }
}

/// Collects matches from the parts of a page.
private struct PageFinder {
  private let words: Highlighter
  /// The pieces of each match, one per line.
  private var found: [[Page.Match]] = []

  init(_ words: Highlighter) {
    self.words = words
  }

  /// The matches from the top of the page.
  var matches: [Page.Match] {
    var matches: [Page.Match] = []
    for stretches in found.sorted(by: { ($0[0].line, $0[0].column) < ($1[0].line, $1[0].column) }) {
      guard matches.count < Page.mostMatches else { break }
      if let last = matches.last, last.line == stretches[0].line,
        last.column + last.columns > stretches[0].column
      {
        continue
      }
      for (index, stretch) in stretches.enumerated() {
        var stretch = stretch
        stretch.continues = index > 0
        matches.append(stretch)
      }
    }
    return matches
  }

  /// Adds the matches in a paragraph as shown.
  mutating func look(through paragraph: ShownText) {
    for match in words.matches(in: paragraph.text) { add(paragraph.stretches(of: match.source)) }
  }

  /// Adds the matches in a text of the story, at their places on the page.
  mutating func look(through searched: SearchedText, on page: PageParts) {
    let source = words.find(in: searched.text)
    var stretches = [[Page.Match]](repeating: [], count: source.matches.count)
    var (first, next) = (0, 0)
    for (index, part) in searched.parts.enumerated() {
      let end = index + 1 < searched.parts.count ? searched.parts[index + 1].start : searched.text.utf8.count
      var last = first
      while last < source.text.tokens.count, source.text.tokens[last].source.lowerBound < end { last += 1 }
      defer { first = last }
      while next < source.matches.count, source.matches[next].words.upperBound <= first { next += 1 }
      let own = source.matches[next...].indices.prefix { source.matches[$0].words.lowerBound < last }
      guard let shown = page.texts[part.part] else { continue }
      let direct = words.find(in: shown.text)
      guard !own.isEmpty || !direct.matches.isEmpty else { continue }
      if areTheSame(own.map { source.matches[$0] }, of: source.text, first..<last, direct) {
        for (match, shownMatch) in zip(own, direct.matches) {
          stretches[match] += shown.stretches(of: shownMatch.source)
        }
        continue
      }
      var alignment = WordAlignment(source.text, first..<last, shown: direct.text, text: shown.text)
      for match in own {
        let bytes = alignment.bytes(of: source.matches[match].words, isWhole: true)
        stretches[match] += bytes.flatMap(shown.stretches(of:))
      }
      for match in direct.matches where alignment.areExtra(match.words) {
        add(shown.stretches(of: match.source))
      }
    }
    for match in stretches { add(match) }
  }

  /// Whether a part of the page has the same matches as its text, word by word.
  private func areTheSame(
    _ matches: [Highlighter.Match], of text: FoldedText, _ part: Range<Int>, _ shown: Highlighter.Found
  ) -> Bool {
    guard matches.count == shown.matches.count else { return false }
    return zip(matches, shown.matches).allSatisfy { one, other in
      one.words.clamped(to: part) == one.words
        && text.tokens[one.words].lazy.map { text[$0] }
          .elementsEqual(shown.text.tokens[other.words].lazy.map { shown.text[$0] })
    }
  }

  private mutating func add(_ stretches: [Page.Match]) {
    guard !stretches.isEmpty else { return }
    var merged: [Page.Match] = []
    for stretch in stretches.sorted(by: { ($0.line, $0.column) < ($1.line, $1.column) }) {
      if let last = merged.last, last.line == stretch.line, last.column + last.columns >= stretch.column {
        merged[merged.count - 1].columns = max(last.columns, stretch.column + stretch.columns - last.column)
      } else {
        merged.append(stretch)
      }
    }
    found.append(merged)
  }
}
