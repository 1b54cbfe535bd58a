import Stories
import Testing
import Words

@Suite struct SearchQueryTests {
  typealias Node = SearchQuery.Node

  /// Tuesday 29 March 2016, 09:12 in Malmö.
  static let now = Timestamp(seconds: 1_459_235_520, offset: 7_200)

  @Test(arguments: [
    ("", nil), ("   ", nil), ("ferry ", "ferry"), ("ferry harbour ", "(ferry & harbour)"),
    ("\"a b\"", "«a b»"), ("“a b”", "«a b»"),
    ("har* ", "har*"), ("a -b ", "(a & !b)"), ("a NOT b ", "(a & !b)"), ("--a ", "--a"),
    ("a - b ", "(a & - & b)"),
    ("a OR b ", "(a | b)"), ("a|b ", "a|b"), ("a | b ", "(a | b)"), ("a AND b ", "(a & b)"),
    ("x a OR b OR c y ", "(x & (a | b | c) & y)"),
    ("OR a OR ", "a"), ("(a b) OR c ", "((a & b) | c)"), ("a (b c) ", "(a & b & c)"),
    ("-(a OR b) ", "!(a | b)"),
    ("-(a -b) ", "!(a & !b)"), ("title:ferry ", "title ferry"), ("TITLE:\"a b\" ", "title «a b»"),
    ("title:fer* ", "title fer*"),
    ("title:(a OR b) ", "title (a | b)"), ("near:\"a b\" ", "near10 a b"), ("near:(a b, 3) ", "near3 a b"),
    ("near:a ", "a"),
    ("well-known ", "well-known"), ("(desk:a OR desk:b) x ", "((desk=a | desk=b) & x)"), ("12:30 ", "12:30"),
    ("https://example.org/a ", "https://example.org/a"), ("() ", nil), ("-() ", nil), ("* ", nil),
    ("\"\" ", nil),
  ])
  func aQueryIsReadAsATree(_ text: String, _ expected: String?) {
    let query = SearchQuery.parse(text, now: Self.now)
    #expect(query.root.map(Self.describe) == expected)
    #expect(query.notice == nil)
    #expect(query.filters.isEmpty)
  }

  @Test(arguments: [
    ("desk:culture", "desk=culture"), ("by:\"Anna Berg\"", "author=Anna Berg"), ("-tag:x", "!tag=x"),
    ("language:da", "language=da"),
    ("is:unread", "unread"), ("-is:Saved", "!saved"), ("is:new", "new"), ("has:image", "part=image"),
    ("-has:Link", "!part=link"),
    ("like:a/b.md", "like a/b.md"),
    ("date:2016", "1451599200..1483221600"), ("date:2016-03", "1456783200..1459461600"),
    ("date:2016-02-29", "1456696800..1456783200"),
    ("date:2016-03..2016-05", "1456783200..1464732000"), ("date:2016-03..", "1456783200.."),
    ("date:..2016-03", "..1459461600"),
    ("date:<7d", "1458630720.."), ("date:>1y", "..1427613120"), ("date:1m", "1456729920.."),
    ("date:today", "1459202400..1459288800"),
    ("before:2016-03", "..1456783200"), ("after:2016-03", "1459461600.."),
    ("(is:unread desk:a)", "unread desk=a"),
  ])
  func conditionsAreKeptApartFromTheText(_ text: String, _ expected: String) {
    let query = SearchQuery.parse(text + " ferry ", now: Self.now)
    #expect(query.filters.map(Self.describe).joined(separator: " ") == expected)
    #expect(query.root == .word(SearchQuery.Word("ferry")))
    #expect(query.notice == nil)
  }

  @Test(arguments: [
    ("is:tall ", "«is:tall»"), ("has:wings ", "«has:wings»"), ("date:soon ", "«date:soon»"),
    ("date:2016-13 ", "«date:2016-13»"),
    ("after:2016-02-30 ", "«after:2016-02-30»"), ("colour:red ", "colour:red"), ("a) b ", "(a & b)"),
    ("\"a b", "«a b»"),
    ("desk: a ", "a"), ("is:unread OR a ", "(«is:unread» | a)"), ("desk:(a b) ", "(a & b)"),
  ])
  func unknownSyntaxIsSearchedAsWords(_ text: String, _ expected: String) {
    let query = SearchQuery.parse(text, now: Self.now)
    #expect(query.root.map(Self.describe) == expected)
    #expect(query.notice?.isEmpty == false)
    #expect(query.filters.isEmpty)
  }

  @Test(arguments: [
    ("fer", true), ("a fer", true), ("fer ", false), ("\"fer", false), ("-fer", false), ("fer*", false),
    ("desk:a", false),
    ("(fer", true), ("", false),
  ])
  func theLastWordIsTheOneBeingTyped(_ text: String, _ isPrefix: Bool) {
    #expect(SearchQuery.parse(text, now: Self.now).lastWordIsPrefix == isPrefix)
  }

  @Test func combinedDatesAreOneSpan() {
    let span = SearchQuery.parse("date:2016 after:2016-03 -date:2016-05 before:2016-08", now: Self.now)
      .published
    #expect(span.from == 1_459_461_600)
    #expect(span.until == 1_470_002_400)
  }

  @Test func longAndDeepQueriesAreCut() {
    let long = SearchQuery.parse(String(repeating: "ab ", count: 5_000), now: Self.now)
    #expect(long.notice == "only the first 2000 characters are searched")
    let deep = SearchQuery.parse(String(repeating: "(a -", count: 400), now: Self.now)
    #expect(deep.notice?.contains("deep") == true)
    #expect(deep.root != nil)
  }

  @Test(arguments: [
    ("des", 3, "0..<3 field des"), ("a -de", 5, "3..<5 field de"), ("desk:cu", 7, "5..<7 desk cu"),
    ("(tag:\"a b", 9, "5..<9 tag a b"),
    ("is:un x", 5, "3..<5 is un"), ("by:", 3, "3..<3 author "), ("tag:\"a b\" ", 9, nil), ("ferry ", 6, nil),
    ("date:2", 6, nil),
    ("a1", 2, nil), ("desk:cu", 99, "5..<7 desk cu"), ("desk:cu", -1, nil), ("\"desk:cu", 8, nil),
  ])
  func theCursorTellsWhatIsBeingTyped(_ text: String, _ cursor: Int, _ expected: String?) {
    let found = SearchCompletion.complete(text, cursor: cursor).map { completion in
      let kind =
        switch completion.kind {
        case .field: "field"
        case .value(let kind): kind.rawValue
        case .word(let field): field.rawValue
        }
      return "\(completion.range) \(kind) \(completion.prefix)"
    }
    #expect(found == expected)
  }

  @Test func completionsAreOffered() {
    #expect(SearchCompletion.complete("d", cursor: 1)?.candidates == ["desk:", "date:"])
    #expect(
      SearchCompletion.complete("is:", cursor: 3)?.candidates.prefix(4) == ["unread", "read", "saved", "new"])
    #expect(SearchCompletion.written("Anna Berg") == "\"Anna Berg\"")
    #expect(SearchCompletion.written("culture") == "culture")
  }

  static func describe(_ node: Node) -> String {
    switch node {
    case .word(let word): word.text + (word.isPrefix ? "*" : "")
    case .phrase(let text): "«\(text)»"
    case .near(let words, let distance): "near\(distance) " + words.joined(separator: " ")
    case .title(let node): "title " + describe(node)
    case .facet(let facet): "\(facet.kind.rawValue)=\(facet.value)"
    case .all(let nodes): "(" + nodes.map(describe).joined(separator: " & ") + ")"
    case .any(let nodes): "(" + nodes.map(describe).joined(separator: " | ") + ")"
    case .not(let node): "!" + describe(node)
    }
  }

  static func describe(_ filter: SearchQuery.Filter) -> String {
    let condition =
      switch filter.condition {
      case .facet(let facet): "\(facet.kind.rawValue)=\(facet.value)"
      case .mark(let mark): mark.rawValue
      case .published(let from, let until):
        [from, until].map { $0.map { String($0.seconds) } ?? "" }.joined(separator: "..")
      case .like(let name): "like \(name)"
      case .number, .path, .embargoed: "other"
      }
    return (filter.isNegated ? "!" : "") + condition
  }
}
