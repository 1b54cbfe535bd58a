internal import Stories
internal import Words

/// A story's relation to its file, for the last steps of reading.
enum StorySource {
  /// A note, whose file name is as good a title as any.
  case note
  /// A page or text alone in its file, whose name replaces a missing headline.
  case page
  /// An item written by a program: a message, a wire item, a feed entry. Its first words replace a missing
  /// headline. `isAlone` says whether it is the only one in its file.
  case item(isAlone: Bool)

  /// Whether the file name says anything about the story.
  fileprivate var hasFile: Bool {
    switch self {
    case .note, .page: true
    case .item(let isAlone): isAlone
    }
  }
}

extension Story {
  /// Completes a story from its words and its file name, at the end of every format's reading.
  ///
  /// It ensures what every format promises: a headline; a language in its usual spelling, or none; a date, if
  /// the story or its file name has one; tags, bylines and names once each.
  ///
  /// - Parameters:
  ///   - place: the story's relation to its file.
  ///   - spares: possible headlines, best first, before the text's first words.
  ///   - resorts: possible headlines if there are no words, before the file name.
  ///   - line: where the story begins, for the problem that it has no headline.
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
    // A story without another date is dated by its last change.
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
        // A picture or an event on a wire may come without words; its file names it.
        if isAlone { return }
        problems.append(
          Problem(path: path, line: line, reason: "the story has neither a headline nor text"))
      }
    }
  }

  /// The longest headline made from a text's first words, in characters.
  private static let headlineLength = 80

  /// The first words of standfirst or text, on one line; nil if there are none.
  private var firstWords: String? {
    let texts = [standfirst].compactMap { $0 } + body.lazy.prefix(20).map(\.text)
    return texts.lazy.map { text in
      let line = text.utf8.count > 2_000 ? String(text.prefix(500)) : text
      return MarkupTree.collapsed(line.split(whereSeparator: \.isNewline).first.map(String.init) ?? "")
    }
    .first { !$0.isEmpty }
  }

  /// Enough of the words, without code, to tell the language.
  private var languageSample: String {
    var sample = headline + "\n" + (standfirst ?? "")
    for block in body where sample.utf8.count < 4_000 {
      if case .code = block.kind { continue }
      sample += "\n" + String(decoding: block.beginning(4_000).utf8.prefix(4_000), as: UTF8.self)
    }
    return sample
  }

  /// Each text once, in order, without empty ones.
  private static func once(_ texts: [String]) -> [String] {
    var seen: Set<String> = []
    return texts.filter { !$0.isEmpty && seen.insert($0).inserted }
  }
}
