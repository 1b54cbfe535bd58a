/// One story as its file gives it.
///
/// The text is untrusted and not safe to print; `Screen` makes it safe.
public struct Story: Hashable, Sendable, Codable {
  /// The story's identity; see `StoryID`.
  public var id: StoryID
  /// The guid or canonical URL that `id` was made from; nil if it was made from the content.
  public var identifier: String?
  /// The file it came from, relative to the library's directory, with "/" between parts.
  public var path: String
  /// Its place in that file.
  public var place: StoryPlace
  /// The format's name, as `StoryFormat.name`.
  public var format: String

  /// The headline; empty only if the file has no words.
  public var headline: String
  /// The lines under the headline that sum the story up.
  public var standfirst: String?
  /// The authors, without "By".
  public var bylines: [String]
  /// Where it was written ("MALMÖ", "Aarhus, Denmark").
  public var dateline: String?
  /// Its desk: the part of the paper it belongs to.
  public var section: String?
  /// Subjects, keywords and categories, each once, as written.
  public var tags: [String]
  /// See `people`; nil if nobody and nothing is named, as in older archives.
  private var named: Named?
  /// The BCP 47 tag of its language ("en", "da", "sv-FI"), given or guessed; nil if unknown.
  public var language: String?
  /// The name that its translations share, if its file gives one.
  public var translationKey: String?
  /// See `translations`; nil if it names none, as in older archives.
  private var namedTranslations: [Translation]?
  /// When it was published.
  public var published: Timestamp?
  /// When it was last changed, if the story says so.
  public var updated: Timestamp?
  /// The address it was published at.
  public var url: String?
  /// Other names that references may use: aliases, permalinks, its slug.
  public var slugs: [String]

  /// What an agency or a feed says about it apart from its text.
  public var wire: Wire

  /// The text.
  public var body: [Block]
  /// The links of the text, in reading order.
  public var references: [Reference]
  /// The teasers after the text, in order.
  public var teasers: [Teaser]
  /// Lines that belong to the site and not to the story; neither shown as text nor indexed.
  public var asides: [String]
  /// Footnotes in order; text marked `Inline.Marks.note` refers to them.
  public var notes: [Note]
  /// What was wrong in the file, although the story could be read.
  public var problems: [Problem]

  /// The people, places and organisations that a story names as its subject, apart from its tags.
  private struct Named: Hashable, Sendable, Codable {
    var people: [String] = []
    var places: [String] = []
    var organisations: [String] = []
    var isEmpty: Bool { self == Named() }
  }

  /// The people it is about, if it names them apart from its tags; each once, as written.
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

  /// The stories that it names as itself in other languages, as written; the library finds them.
  public var translations: [Translation] {
    get { namedTranslations ?? [] }
    set { namedTranslations = newValue.isEmpty ? nil : newValue }
  }

  private mutating func setNamed(_ change: (inout Named) -> Void) {
    var changed = named ?? Named()
    change(&changed)
    named = changed.isEmpty ? nil : changed
  }

  /// A footnote.
  public struct Note: Hashable, Sendable, Codable {
    /// The label in the text ("1").
    public var label: String
    /// The note's own text.
    public var blocks: [Block]
    /// Makes a note.
    public init(label: String, blocks: [Block]) {
      self.label = label
      self.blocks = blocks
    }
  }

  /// Makes a story that has only a headline, to be filled in.
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
