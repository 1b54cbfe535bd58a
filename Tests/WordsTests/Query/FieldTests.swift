import Stories
import Testing
import Words

/// The fields of the query language, and the table that describes them.
@Suite struct FieldTests {
  /// Tuesday 29 March 2016, 09:12 in Malmö.
  private static let now = Timestamp(seconds: 1_459_235_520, offset: 7_200)

  private func read(_ text: String) -> SearchQuery { SearchQuery.parse(text, now: Self.now) }

  @Test(arguments: [
    ("place:malmö", "place=malmö"), ("people:\"Ida Lund\"", "person=Ida Lund"),
    ("org:IOC", "organisation=IOC"),
    ("Organization:IOC", "organisation=IOC"), ("slugline:a-b", "slug=a-b"),
    ("feed:courier", "source=courier"),
    ("lang:Danish", "language=da"), ("language:SWEDISH", "language=sv"), ("lang:da", "language=da"),
    ("author:x", "author=x"), ("section:x", "desk=x"), ("is:killed", "state=killed"),
    ("is:Canceled", "state=killed"), ("is:corrected", "state=corrected"), ("is:withheld", "state=withheld"),
    ("has:images", "part=image"), ("has:Link", "part=link"),
    ("urgency:<=3", "urgency ..3"), ("urgency:2", "urgency 2..2"), ("priority:>=8", "urgency 8.."),
    ("words:>300", "words 301.."), ("words:100..300", "words 100..300"), ("words:300..100", "words 100..300"),
    ("words:100..", "words 100.."), ("words:..100", "words ..100"), ("words:=5", "words 5..5"),
    ("words:<50", "words ..49"), ("length:..9", "words ..9"), ("-version:2", "!version 2..2"),
    ("version:>=2", "version 2.."), ("is:embargoed", "embargoed 1459235520"),
    ("path:wire/2016/", "path wire/2016"), ("path:./a.md", "path a.md"), ("folder:\"a b\"", "path a b"),
    ("path:/wire/*.xml", "path wire/*.xml"),
  ])
  func aFieldIsReadByAnyOfItsNames(_ text: String, _ expected: String) {
    let query = read(text)
    #expect(query.filters.map(Self.describe).joined(separator: " ") == expected)
    #expect((query.root, query.notice, query.mistake) == (nil, nil, nil))
  }

  @Test(arguments: [
    ("is:foo", "unread"), ("has:wings", "image or link"), ("urgency:high", "<=3"),
    ("urgency:0", "1 (most urgent)"),
    ("urgency:>9", "1 (most urgent)"), ("words:many", ">3"), ("words:1.5", ">3"), ("words:<>3", ">3"),
    ("version:..", ">3"), ("version:1234567890", ">3"), ("date:soon", "2016-03..2016-05"),
    ("date:2016-13", "yesterday"), ("before:someday", "last week"), ("after:2016-02-30", "2w ago"),
    ("after:<7d", "date:<7d"), ("after:2016..", "date:2016.."), ("before:..2016", "date:..2016"),
  ])
  func whatAFieldCannotTakeIsAMistakeThatSaysWhatItTakes(_ text: String, _ hint: String) {
    let query = read(text + " ferry")
    #expect(query.mistake?.contains(hint) == true, "\(query.mistake ?? "none")")
    #expect(query.notice?.contains("searched as words") == true)
    #expect(query.filters.isEmpty)
  }

  @Test(arguments: ["colour:red", "12:30", "https://a.org", "\"is:foo\"", "a) b", "desk:"])
  func wordsAreNoMistake(_ text: String) {
    #expect(read(text).mistake == nil)
  }

  @Test func urgenciesAndFoldersMayBeChoices() {
    let node = read("urgency:<=2 OR path:wire ").root
    let expected: [SearchQuery.Node] = [
      .facet(Facet(.urgency, "1")), .facet(Facet(.urgency, "2")), .facet(Facet(.folder, "wire")),
    ]
    #expect(node == .any(expected))
  }

  // MARK: The table

  @Test func everyNameLeadsToItsFieldAndNoneToTwo() {
    var seen: Set<String> = []
    for field in SearchField.allCases {
      for name in [field.rawValue] + field.row.synonyms {
        #expect(SearchField(name: name) == field)
        #expect(SearchField(name: name.uppercased()) == field)
        #expect(seen.insert(name).inserted, "\(name) is twice in the table")
      }
    }
  }

  @Test(arguments: SearchField.allCases)
  func theExampleOfAFieldIsAQuery(_ field: SearchField) {
    let row = field.row
    #expect(row.example.hasPrefix(field.rawValue + ":"))
    #expect(!row.meaning.isEmpty)
    let query = read(row.example + " ")
    #expect((query.notice, query.mistake) == (nil, nil))
    #expect(!query.isEmpty)
    if case .number = row.values { #expect(read("\(field.rawValue):x").mistake != nil) }
    if row.values == .date { #expect(read("\(field.rawValue):x").mistake != nil) }
    for choice in row.choices.flatMap({ [$0.word] + $0.spellings }) {
      let query = read("\(field.rawValue):\(choice)")
      #expect(query.filters.count == 1)
      #expect(query.mistake == nil)
    }
  }

  @Test func completionAndHelpAreMadeFromTheTable() {
    for field in SearchField.allCases {
      let typed = String(field.rawValue.prefix(2))
      let completion = SearchCompletion.complete(typed, cursor: typed.count)
      #expect(completion?.candidates.contains(field.rawValue + ":") == true)
      let open = SearchCompletion.complete(field.rawValue + ":", cursor: field.rawValue.count + 1)
      #expect((open != nil) == field.isCompleted)
      if !field.choices.isEmpty { #expect(open?.candidates == field.choices) }
      #expect(SearchField.line.contains(field.rawValue + ":" + field.choices.joined(separator: "|")))
    }
    // The beginning of another name completes to the field's main name.
    #expect(SearchCompletion.complete("sect", cursor: 4)?.candidates == ["desk:"])
    #expect(SearchCompletion.complete("organi", cursor: 6)?.candidates == ["org:"])
  }

  private static func describe(_ filter: SearchQuery.Filter) -> String {
    let condition =
      switch filter.condition {
      case .facet(let facet): "\(facet.kind.rawValue)=\(facet.value)"
      case .mark(let mark): mark.rawValue
      case .published: "published"
      case .like(let name): "like \(name)"
      case .number(let measure, let from, let to):
        "\(measure.rawValue) \(from.map(String.init) ?? "")..\(to.map(String.init) ?? "")"
      case .path(let path): "path \(path)"
      case .embargoed(let moment): "embargoed \(moment)"
      }
    return (filter.isNegated ? "!" : "") + condition
  }
}
