internal import Stories
internal import Words

/// How a story stands in its file, for the last steps of its reading.
enum StorySource {
  /// A note, which is named by its file: the name is as good a title as any.
  case note
  /// A page or a text that has a file to itself; its name stands in for a headline that is missing.
  case page
  /// An item that somebody's program wrote: a message, a wire item, an entry of a feed. Its name of last resort is its
  /// own first words. `isAlone` says whether it has the file to itself.
  case item(isAlone: Bool)

  /// Whether the file's name says anything about the story.
  fileprivate var hasFile: Bool {
    switch self {
    case .note, .page: true
    case .item(let isAlone): isAlone
    }
  }
}

extension Story {
  /// The one end of all reading: what a story does not say itself is taken from its words and from its file's name.
  ///
  /// Every format promises what is made sure of here: a headline; a language or none, in the usual spelling; a date, where
  /// the story or its file's name has one; tags, bylines and names once each.
  ///
  /// - Parameters:
  ///   - place: how the story stands in its file.
  ///   - spares: names that can stand for a headline, best first, ahead of the text's first words.
  ///   - resorts: what stands for it only where there are no words either, ahead of the file's name.
  ///   - line: where the story begins, for the problem that says that it has no headline.
  mutating func finish(
    as place: StorySource, spares: [String?] = [], resorts: [String?] = [], line: Int? = nil
  ) {
    headline = MarkupTree.collapsed(headline)
    if headline.isEmpty { takeSpareHeadline(place, spares, resorts, line: line) }
    standfirst = standfirst.map(MarkupTree.collapsed).flatMap {
      $0.isEmpty || TextMarks.saysTheSame($0, headline) ? nil : $0
    }
    language =
      language.flatMap(LanguageTag.normal) ?? LanguageGuess.language(of: languageSample)
    if place.hasFile {
      published = published ?? FileNames.date(of: path)
      slugs += FileNames.slugs(of: path)
    }
    // What has no other day, by its text or its file's name, is told by that of its last change.
    if published == nil { (published, updated) = (updated, nil) }
    if updated?.seconds == published?.seconds { updated = nil }
    bylines = Self.once(bylines)
    tags = Self.once(tags)
    slugs = Self.once(slugs)
  }

  private mutating func takeSpareHeadline(
    _ place: StorySource, _ spares: [String?], _ resorts: [String?], line: Int?
  ) {
    func first(of names: [String?]) -> String? {
      names.lazy.compactMap { $0.map(MarkupTree.collapsed) }.first { !$0.isEmpty }
    }
    let name = FileNames.title(of: path)
    switch place {
    case .note: headline = first(of: spares) ?? name
    case .page:
      if let spare = first(of: spares) {
        headline = spare
      } else {
        headline = name
        problems.append(
          Problem(path: path, line: line, reason: "no headline found; the file's name is used instead"))
      }
    case .item(let isAlone):
      if let words = first(of: spares) ?? firstWords {
        headline = words.cutAtWord(over: Self.headlineLength, to: Self.headlineLength)
      } else {
        headline = first(of: resorts) ?? name
        // A picture or an event of a wire may come without words; its file names it.
        if isAlone { return }
        problems.append(
          Problem(path: path, line: line, reason: "the story has neither a headline nor text"))
      }
    }
  }

  /// The most characters that a headline made of a text's first words has.
  private static let headlineLength = 80

  /// The first words of standfirst or text, on one line; nil where there are none.
  private var firstWords: String? {
    let texts = [standfirst].compactMap { $0 } + body.lazy.prefix(20).map(\.text)
    return texts.lazy.map { text in
      let line = text.utf8.count > 2_000 ? String(text.prefix(500)) : text
      return MarkupTree.collapsed(line.split(whereSeparator: \.isNewline).first.map(String.init) ?? "")
    }
    .first { !$0.isEmpty }
  }

  /// As much of the words, code left out, as a language can be told by.
  private var languageSample: String {
    var sample = headline + "\n" + (standfirst ?? "")
    for block in body where sample.utf8.count < 4_000 {
      if case .code = block.kind { continue }
      sample += "\n" + String(decoding: block.text.utf8.prefix(4_000), as: UTF8.self)
    }
    return sample
  }

  /// Each text once, in order, empty ones left out.
  private static func once(_ texts: [String]) -> [String] {
    var seen: Set<String> = []
    return texts.filter { !$0.isEmpty && seen.insert($0).inserted }
  }
}
