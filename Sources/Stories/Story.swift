/// One story, read: everything its file says, as values.
///
/// Text is as the story has it; nothing here is safe to print. `Screen` makes it so.
public struct Story: Hashable, Sendable, Codable {
  /// Who the story is; see `StoryID`.
  public var id: StoryID
  /// The guid or canonical URL that `id` was made from; nil where it was made from the content.
  public var identifier: String?
  /// The file it came from, relative to the library's directory, "/" between parts.
  public var path: String
  /// Where in that file it stands.
  public var place: StoryPlace
  /// The format's name, as `StoryFormat.name`.
  public var format: String

  /// The title over the story; empty only where the file has no words at all.
  public var headline: String
  /// The lines under the headline that say what the story is about.
  public var standfirst: String?
  /// Who wrote it, one name each, without "By".
  public var bylines: [String]
  /// Where it was written ("MALMÖ", "Aarhus, Denmark").
  public var dateline: String?
  /// The part of the paper, or the desk, it belongs to.
  public var section: String?
  /// Subjects, keywords and categories, each once, as written.
  public var tags: [String]
  /// See `people`; nil where nobody and nothing is named, as in what was archived before.
  private var named: Named?
  /// The BCP 47 tag of its language ("en", "da", "sv-FI"), where it says so or can be told.
  public var language: String?
  /// When it was published.
  public var published: Timestamp?
  /// When it was last changed, where the story says so.
  public var updated: Timestamp?
  /// The address it was published at.
  public var url: String?
  /// Other names it answers to in references: aliases, permalinks, its slug.
  public var slugs: [String]

  /// What an agency or a feed says of it beside its text.
  public var wire: Wire

  /// The text.
  public var body: [Block]
  /// The ways out of the text, in reading order.
  public var references: [Reference]
  /// The teasers after the text, in order.
  public var teasers: [Teaser]
  /// Lines that belong to the site and not to the story; kept out of text and index.
  public var asides: [String]
  /// Notes at the foot, in order; `Inline.Marks.note` numbers lead to them.
  public var notes: [Note]
  /// What was wrong with it, although it could be read.
  public var problems: [Problem]

  /// Who and what a story names as its subjects, apart from its tags.
  private struct Named: Hashable, Sendable, Codable {
    var people: [String] = []
    var places: [String] = []
    var organisations: [String] = []
    var isEmpty: Bool { self == Named() }
  }

  /// The people it is about, where it says so apart from its tags; each once, as written.
  public var people: [String] {
    get { named?.people ?? [] }
    set { setNamed { $0.people = newValue } }
  }

  /// The places it is about, in the same way.
  public var places: [String] {
    get { named?.places ?? [] }
    set { setNamed { $0.places = newValue } }
  }

  /// The organisations it is about, in the same way.
  public var organisations: [String] {
    get { named?.organisations ?? [] }
    set { setNamed { $0.organisations = newValue } }
  }

  private mutating func setNamed(_ change: (inout Named) -> Void) {
    var changed = named ?? Named()
    change(&changed)
    named = changed.isEmpty ? nil : changed
  }

  /// A footnote.
  public struct Note: Hashable, Sendable, Codable {
    /// What stands in the text ("1").
    public var label: String
    /// The note's own text.
    public var blocks: [Block]
    /// Makes a note.
    public init(label: String, blocks: [Block]) {
      self.label = label
      self.blocks = blocks
    }
  }

  /// Makes a story with nothing but a headline, to be filled in.
  public init(id: StoryID, path: String, place: StoryPlace = .item(0), format: String, headline: String) {
    self.id = id
    self.path = path
    self.place = place
    self.format = format
    self.headline = headline
    bylines = []
    tags = []
    slugs = []
    wire = Wire()
    body = []
    references = []
    teasers = []
    asides = []
    notes = []
    problems = []
  }
}
