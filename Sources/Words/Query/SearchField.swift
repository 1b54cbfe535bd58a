public import Stories

/// The fields of the query language: `name:value`.
///
/// The `row` of a field says everything about it: the parser, Tab, the help of the search line, `newsroom
/// search --help` and the manual all use it.
public enum SearchField: String, Hashable, Sendable, CaseIterable {
  case title, by, desk, tag, mytag, person, place, org, lang, format, source, path, slug, `is`, has, date,
    before,
    after,
    words, urgency, version, near, like

  /// What values a field takes.
  public enum Values: Hashable, Sendable {
    /// Words in the text.
    case text
    /// A facet, by name.
    case facet(Facet.Kind)
    /// One of a few words.
    case choice
    /// A time, as `DatePeriod` reads it.
    case date
    /// A number, a comparison or a range.
    case number(SearchQuery.Measure)
    /// A folder, a path or a pattern.
    case path
    /// A story.
    case story
  }

  /// The properties of a field.
  public struct Row: Hashable, Sendable {
    /// Other names of the field.
    public var synonyms: [String]
    /// The values it takes.
    public var values: Values
    /// The words it takes, if they are few, each with other spellings.
    public var choices: [(word: String, spellings: [String])] { Self.spelled(words) }
    private var words: String
    /// An example.
    public var example: String
    /// What the example finds.
    public var meaning: String

    init(
      _ values: Values, _ example: String, _ meaning: String, or synonyms: String = "", words: String = ""
    ) {
      self.synonyms = synonyms.split(separator: " ").map(String.init)
      (self.values, self.example, self.meaning, self.words) = (values, example, meaning, words)
    }

    private static func spelled(_ words: String) -> [(word: String, spellings: [String])] {
      words.split(separator: " ").map { group in
        let spellings = group.split(separator: "/").map(String.init)
        return (spellings[0], Array(spellings.dropFirst()))
      }
    }
  }

  /// Reads a name in any case, including other names.
  public init?(name: String) {
    let name = name.lowercased()
    if let field = Self(rawValue: name) {
      self = field
    } else if let field = Self.allCases.first(where: { $0.row.synonyms.contains(name) }) {
      self = field
    } else {
      return nil
    }
  }

  /// The field's properties.
  public var row: Row {
    switch self {
    case .title: Row(.text, "title:ferry", "in the headline", or: "headline")
    case .by:
      Row(.facet(.author), "by:\"Anna Berg\"", "by an author", or: "author byline")
    case .desk: Row(.facet(.desk), "desk:culture", "on a desk", or: "section")
    case .tag:
      Row(.facet(.tag), "tag:harbour", "with a tag; tag:harb* for one that begins so", or: "subject keyword")
    case .mytag: Row(.facet(.mine), "mytag:later", "with a tag of your own; tag: finds these too", or: "mine")
    case .person: Row(.facet(.person), "person:lund", "about a person", or: "people")
    case .place: Row(.facet(.place), "place:malmö", "about a place", or: "places location")
    case .org:
      Row(
        .facet(.organisation), "org:\"Harbour Office\"", "about an organisation",
        or: "organisation organization organisations organizations")
    case .lang:
      Row(.facet(.language), "lang:da", "in a language, by its code or English name", or: "language")
    case .format: Row(.facet(.format), "format:markdown", "in a file format")
    case .source:
      Row(
        .facet(.source), "source:courier", "from a feed, wire, mailbox or folder, by its title, file or path",
        or: "feed mailbox provider")
    case .path:
      Row(.path, "path:wire/2016", "in a folder or file, or by a pattern (path:wire/*.md)", or: "file folder")
    case .slug:
      Row(.facet(.slug), "slug:ferry-harbour", "with a slug, or an agency's slugline", or: "slugline")
    case .is:
      Row(
        .choice, "is:unread",
        "by its mark (new: since your last visit, changed: since you read it) or its agency's status",
        words:
          """
          unread read saved new changed embargoed/embargo killed/kill/canceled/cancelled withheld/held \
          corrected/correction
          """
      )
    case .has:
      Row(.choice, "has:image", "with an image or a link", words: "image/images/picture/pictures link/links")
    case .date:
      Row(.date, "date:2016-03..2016-05", "published then; date:<7d for the last week", or: "published")
    case .before: Row(.date, "before:2016-03", "published before that time began")
    case .after: Row(.date, "after:2016-03", "published after that time ended")
    case .words: Row(.number(.words), "words:>300", "by its number of words", or: "length")
    case .urgency:
      Row(.number(.urgency), "urgency:<=3", "by its urgency, from 1 (most urgent) to 9", or: "priority")
    case .version: Row(.number(.version), "version:2", "by its agency's version number", or: "revision")
    case .near:
      Row(
        .text, "near:\"ferry strike\"", "words close together; near:(ferry strike, 5) allows 5 words between")
    case .like: Row(.story, "like:slug-of-a-story", "similar to a story, named by path, id, slug or headline")
    }
  }

  /// The kind of facet that it narrows by.
  public var facet: Facet.Kind? {
    if case .facet(let kind) = row.values { kind } else { nil }
  }

  /// The words it takes, if they are few.
  public var choices: [String] { row.choices.map(\.word) }

  /// Whether Tab completes its values.
  public var isCompleted: Bool { facet != nil || !choices.isEmpty }

  /// The word meant by one of its spellings, in any case.
  func choice(_ text: String) -> String? {
    let text = text.lowercased()
    return row.choices.first { $0.word == text || $0.spellings.contains(text) }?.word
  }

  /// All fields in one line, with the words of those that take few, for help texts.
  public static var line: String {
    allCases.map { field in field.rawValue + ":" + field.choices.joined(separator: "|") }.joined(
      separator: " ")
  }
}
