import Database
import Screen
import Stories
import TestSupport
import Testing
import Typesetting
import Words

@testable import ContentLibrary

/// Whatever the index finds is highlighted: for every wanted word, on the story's page at any width, in its
/// row, and in the snippet.
@Suite struct SeenTests {
  @Test(arguments: [
    ("10,000", "It cost 10,000 crowns"), ("10000", "It cost 10\u{A0}000 crowns"),
    ("10.000", "It cost 10\u{202F}000 crowns"), ("1234567", "Some 1\u{2009}234\u{2009}567 of them"),
    ("1234567", "Some 1'234'567 and 1’234’567"), ("10,000", "10000"), ("eau", "Goutte d’eau: l'eau et l’eau"),
    ("l'eau", "L’EAU"), ("viet", "Việt Nam"), ("việt", "Vie\u{323}\u{302}t"), ("Αθηνα", "Η Αθήνα σήμερα"),
    ("ΑΘΗΝΑ", "αθη\u{301}να"), ("malmo", "Malmo\u{308}"), ("café", "CAFE\u{301}S et cafe\u{301}"),
    ("finance", "ﬁnance"), ("office", "oﬃce"), ("ferry", "ｆｅｒｒｙ"), ("２０２６", "2026"),
    ("strasse", "Hauptstraße, Straße"),
    ("straße", "STRASSE"), ("ſtadt", "Stadt"), ("東京", "私は東京都に"), ("カ", "ｶﾀｶﾅ"), ("ガ", "ｶﾞ と カ\u{3099}"),
    ("한", "\u{1112}\u{1161}\u{11AB}국"), ("software", "soft\u{AD}ware, soft\u{200B}ware"),
    ("cant", "I can't, can’t, can\u{2BC}t"), ("rock'n'roll", "Rock’n’Roll"), ("snake", "snake_case_word"),
    ("case", "snake_case_word"), ("aero", "Ærø"), ("thingvellir", "Þingvellir"), ("lodz", "Łódź"),
    ("istanbul", "İstanbul"), ("zażółć", "ZAZ\u{307}O\u{301}\u{141}C\u{301}"), ("привет", "ПРИВЕТ"),
    ("елка", "Ёлка"),
    ("שלום", "שָׁלוֹם"), ("مرحبا", "مَرْحَبًا"), ("ประเทศ", "ในประเทศไทย"), ("नमस्ते", "नमस्ते दुनिया"),
    ("x2", "x²"), ("word", "wo\u{2060}rd"),
    ("well-known", "well‑known"),
  ])
  func aWordIsHighlightedHoweverItIsWritten(_ query: String, _ text: String) throws {
    try expectSeen(query, in: [text, "Before. \(text). After that nothing more is said of it."])
  }

  @Test func aWordCutInTheIndexIsHighlighted() throws {
    let long = String(repeating: "donaudampfschiff", count: 12)
    try expectSeen(long, in: [long + "gesellschaft", "The \(long) sails"])
    try expectSeen(String(repeating: "ж", count: 90), in: [String(repeating: "Ж", count: 95)])
  }

  @Test func formsOfAWordAreHighlighted() throws {
    let texts = ["The ferries meet at noon", "A ferry and a meeting"]
    for query in ["ferry", "meeting", "meet", "ferries"] {
      let forms = ["ferry": ["ferries"], "ferries": ["ferry"], "meeting": ["meet"], "meet": ["meeting"]]
      for text in texts {
        let found = try Seen(Self.story(text)).check(query, forms: { forms[$0] ?? [] })
        #expect(found == .seen, "\(query) in \(text): \(found)")
      }
    }
  }

  @Test func phrasesAcrossPartsOfAStoryAreHighlighted() throws {
    var story = Self.story("The last word\nof a paragraph")
    story.standfirst = "It ends here"
    story.bylines = ["Anna Berg", "Carl Dahl"]
    story.body.append(Block(.heading(level: 2, [Inline("Then a heading")])))
    let cells = ["Ålesund", "Bodø", "a very long cell of many words that is wrapped", "last"].map {
      [Inline($0)]
    }
    story.body.append(Block(.table(Block.Table(header: cells, rows: [cells.reversed(), cells]))))
    for query in [
      "\"here the last\"", "\"paragraph then\"", "\"heading alesund\"", "\"berg carl\"", "\"word of\"",
      "\"bodo a very\"",
      "\"words that is\"", "\"last last\"", "\"that is wrapped last\"",
    ] {
      for width in [18, 30, 44, 80] {
        let found = try Seen(story, columns: width).check(query)
        #expect(found == .seen, "\(query) at \(width): \(found)")
      }
    }
  }

  @Test func anyQueryOnAnyTextIsHighlighted() throws {
    var found = 0
    for seed in UInt64(1)...300 {
      let (result, query) = try Self.trial(seed)
      if result == .seen { found += 1 }
      if case .lacks(let what) = result { Issue.record("seed \(seed): \(query) lacks \(what)") }
    }
    #expect(found > 120)
  }

  @Test(.enabled(if: Corpora.path("strings-naughty") != nil, "no ../shared/corpora beside the package"))
  func anyQueryOnRealTextsIsHighlighted() throws {
    let texts = Self.realTexts
    #expect(texts.count > 100)
    var found = 0
    for seed in UInt64(1)...400 {
      let (result, query) = try Self.trial(seed &+ 10_000, texts)
      if result == .seen { found += 1 }
      if case .lacks(let what) = result { Issue.record("seed \(seed): \(query) lacks \(what)") }
    }
    #expect(found > 160)
  }

  // MARK: Stories and queries

  private static func story(_ text: String) -> Story {
    var story = Story(id: StoryID(rawValue: 1), path: "a.txt", format: "text", headline: "Headline")
    story.body = [Block(.paragraph([Inline(text)]))]
    return story
  }

  private func expectSeen(_ query: String, in texts: [String]) throws {
    for text in texts {
      for width in [12, 20, 60] {
        var story = Self.story(text)
        #expect(try Seen(story, columns: width).check(query) == .seen, "\(query) in \(text) at \(width)")
        story = Self.story("nothing")
        story.headline = text
        #expect(try Seen(story, columns: width).check(query) == .seen, "\(query) in the headline \(text)")
      }
    }
  }

  /// Pieces of real texts, about twenty words each.
  private static var realTexts: [String] {
    var texts = (Corpora.text("strings-naughty/blns.txt") ?? "").split(separator: "\n").filter {
      $0.first != "#"
    }
    .map(String.init)
    for file in Corpora.files("markdown-multilingual", ending: ".md", every: 40)
      + Corpora.files("markdown-news", ending: ".md", every: 20)
    {
      let text = Corpora.text(file) ?? ""
      texts += text.suffix(3_000).split(separator: "\n").filter { $0.utf8.count > 30 }.prefix(6).map {
        String($0.prefix(400))
      }
    }
    return texts
  }

  private static let kinds = [
    "10\u{A0}000", "1\u{202F}234,5", "3,14", "l’eau", "Việt", "Vie\u{323}\u{302}t", "Αθήνα", "ﬁn", "ｆｅｒｒｙ",
    "Straße",
    "東京都", "ｶﾞ", "\u{1112}\u{1161}\u{11AB}", "soft\u{AD}ware", "can’t", "snake_case", "Þór", "İ", "שָׁלוֹם",
    "ไทย", "नमस्ते",
    """
    e\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}
    """, "\u{10FFFD}", "\u{0378}", "ꟾx", "🚢", "👨‍👩‍👧", "1️⃣", "x²", "½",
    "№5", "a", "b", "of", "the",
    "harbour", "ferries", "well-known", "https://example.com/a-b_c", "“quoted”", "don't", "—", "...",
  ]

  private static func text(_ texts: [String], _ random: inout SplitMix) -> String {
    if !texts.isEmpty, Int.random(in: 0..<4, using: &random) > 0 {
      return texts.randomElement(using: &random) ?? ""
    }
    if Int.random(in: 0..<4, using: &random) == 0 { return RandomText.any(&random) }
    return (0..<Int.random(in: 1...14, using: &random)).map { _ in kinds.randomElement(using: &random) ?? "" }
      .joined(separator: [" ", " ", " ", "\u{A0}", "\n", ""].randomElement(using: &random) ?? " ")
  }

  private static func block(_ texts: [String], _ random: inout SplitMix) -> Block {
    func text() -> String { Self.text(texts, &random) }
    func paragraph() -> Block { Block(.paragraph([Inline(text())])) }
    switch Int.random(in: 0..<9, using: &random) {
    case 0: return Block(.heading(level: 2, [Inline(text())]))
    case 1: return Block(.quote([paragraph(), paragraph()], attribution: text()))
    case 2:
      return Block(
        .list(
          start: Bool.random(using: &random) ? 1 : nil,
          [.init([paragraph()]), .init([paragraph(), paragraph()])]))
    case 3:
      let columns = Int.random(in: 1...4, using: &random)
      func row() -> [[Inline]] { (0..<columns).map { _ in [Inline(text())] } }
      return Block(.table(Block.Table(header: row(), rows: [row(), row()])))
    case 4: return Block(.code(language: nil, text()))
    case 5: return Block(.figure(caption: [Inline(text())], source: "picture.jpg"))
    case 6:
      let note = Inline("1", marks: .note)
      return Block(.paragraph([Inline(text()), note, Inline(" " + text())]))
    default: return paragraph()
    }
  }

  /// A story and a query made from its words, both by number.
  private static func trial(_ seed: UInt64, _ texts: [String] = []) throws -> (Seen.Result, query: String) {
    var random = SplitMix(seed: seed)
    var story = story("")
    story.headline = text(texts, &random)
    story.language = ["en", "da", nil].randomElement(using: &random) ?? nil
    if Bool.random(using: &random) { story.standfirst = text(texts, &random) }
    if Bool.random(using: &random) { story.bylines = ["Anna Berg", text(texts, &random)] }
    story.body = (0..<Int.random(in: 1...4, using: &random)).map { _ in block(texts, &random) }
    let source = [story.headline, story.standfirst ?? "", story.text].randomElement(using: &random) ?? ""
    let query = query(of: source, &random)
    let vocabulary = SearchText.words(story.text)
    let form = vocabulary.randomElement(using: &random) ?? "form"
    let columns = Int.random(in: 8...100, using: &random)
    return (try Seen(story, columns: columns).check(query) { _ in [form] }, query)
  }

  /// Words of a text as written, beginnings, phrases, choices, and words to exclude.
  private static func query(of text: String, _ random: inout SplitMix) -> String {
    let bytes = Array(text.utf8)
    let tokens = SearchText.tokens(text).tokens
    func written(_ count: Int) -> String {
      guard let first = tokens.indices.randomElement(using: &random) else { return "x" }
      let last = min(first + count, tokens.count) - 1
      return String(
        decoding: bytes[tokens[first].source.lowerBound..<tokens[last].source.upperBound], as: UTF8.self)
    }
    return (0..<Int.random(in: 1...3, using: &random)).map { _ in
      switch Int.random(in: 0..<10, using: &random) {
      case 0: "\"\(written(2))\""
      case 1: "\"\(written(4))\""
      case 2: "\(String(String.UnicodeScalarView(written(1).unicodeScalars.prefix(3))))*"
      case 3: "-zzz\(written(1))"
      case 4: "-(\(written(1)) zzz)"
      case 5: "\(written(1)) OR zzz"
      case 6: "(zzz yyy) OR \(written(1))"
      case 7: "near:\"\(written(1)) \(written(1))\""
      case 8: "title:\(written(1))"
      default: written(1)
      }
    }.joined(separator: " ")
  }
}

/// A story in its own full text index, and on a page.
private struct Seen {
  enum Result: Equatable {
    /// The index does not find it.
    case notFound
    case seen
    /// Found, but a wanted word has no highlight.
    case lacks(String)
  }

  private let story: Story
  private let page: Page
  private let columns: Int
  private let database: DatabaseQueue

  init(_ story: Story, columns: Int = 40) throws {
    (self.story, self.columns) = (story, columns)
    page = Typesetter().page(for: story, columns: columns)
    database = try DatabaseQueue()
    let words = IndexEntry(story).foundBy
    try database.write { db in
      try db.execute(
        sql:
          """
          CREATE VIRTUAL TABLE search USING fts5(body, headline, byline, facets, content='', \
          tokenize='ascii')
          """
      )
      try db.execute(
        sql: "INSERT INTO search(rowid, body, headline, byline, facets) VALUES (1, ?, ?, ?, '')",
        arguments: [
          String(decoding: words.body, as: UTF8.self), String(decoding: words.headline, as: UTF8.self),
          String(decoding: words.byline, as: UTF8.self),
        ])
    }
  }

  func check(_ text: String, forms: @escaping (String) -> [String] = { _ in [] }) throws -> Result {
    var query = SearchQuery.parse(text, now: Timestamp(seconds: 0))
    query.lastWordIsPrefix = false
    let compiled = CompiledQuery(query, shelved: { _ in [] }, forms: forms, completions: { _ in nil })
    guard let root = compiled.root, try isFound(compiled) else { return .notFound }
    var lacking = ""
    return try isSeen(root, inHeadline: false, &lacking) ? .seen : .lacks(lacking)
  }

  private func isFound(_ query: CompiledQuery, in column: String? = nil) throws -> Bool {
    func has(_ match: String) throws -> Bool {
      try database.read {
        try Int.fetchOne(
          $0, sql: "SELECT count(*) FROM search WHERE search MATCH ?",
          arguments: [column.map { "\($0) : (\(match))" } ?? match]) == 1
      }
    }
    switch MatchExpression(query).stories {
    case .all: return true
    case .none: return false
    case .matching(let match): return try has(match)
    case .notMatching(let match): return try !has(match)
    }
  }

  /// Whether every wanted word is highlighted, or enough of them if there is a choice.
  private func isSeen(_ part: CompiledQuery.Part, inHeadline: Bool, _ lacking: inout String) throws -> Bool {
    switch part {
    case .group(let group): return try isSeen(group, inHeadline: inHeadline, &lacking)
    case .near(let groups, _):
      for group in groups where try !isSeen(group, inHeadline: inHeadline, &lacking) { return false }
      return true
    case .headline(let part): return try isSeen(part, inHeadline: true, &lacking)
    case .facet, .not: return true
    case .all(let parts):
      for part in parts where try !isSeen(part, inHeadline: inHeadline, &lacking) { return false }
      return true
    case .any(let parts):
      for part in parts where try isSeen(part, inHeadline: inHeadline, &lacking) { return true }
      return false
    }
  }

  private func isSeen(_ group: CompiledQuery.Group, inHeadline: Bool, _ lacking: inout String) throws -> Bool
  {
    guard group.isWanted else { return true }
    let query = CompiledQuery(.group(group))
    let words = Highlighter(query)
    if page.matches(of: words, in: story).isEmpty {
      lacking = "\(group.alternatives.map(\.words)) on the page of \(columns)"
      return false
    }
    if try !isFound(query, in: "headline") {
      if inHeadline {
        lacking = "a headline"
        return false
      }
    } else if story.headline.unicodeScalars.count < 200 {
      let row = CellText.clean(story.headline)
      if words.columns(in: row, of: story.headline).isEmpty, !row.contains("\u{FFFD}") {
        lacking = "\(group.alternatives.map(\.words)) in the row \(row)"
        return false
      }
    }
    if try isFound(query, in: "body") {
      let text = (story.standfirst.map { $0 + "\n\n" } ?? "") + story.text
      guard let snippet = words.snippet(of: text) else {
        lacking = "\(group.alternatives.map(\.words)) in the words around"
        return false
      }
      if words.matches(in: snippet).isEmpty,
        !words.matches(in: text).contains(where: { $0.source.count > 100 })
      {
        lacking = "\(group.alternatives.map(\.words)) in the snippet \(snippet)"
        return false
      }
    }
    return true
  }
}
