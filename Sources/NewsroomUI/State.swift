public import Screen
public import Stories
public import Typesetting

/// Everything the reader's screen depends on, as one value.
///
/// `update` is the only way it changes and `view` the only way it is shown; neither does any work outside:
/// that goes out as effects, and comes back as events.
public struct State: Sendable {
  /// What the top line calls the library.
  public let libraryName: String
  /// The screen.
  public internal(set) var size: Size
  /// How many colours the screen has.
  public let colours: ColourDepth
  /// The look.
  public internal(set) var theme: Theme
  /// The clock, in the reader's zone, as last heard.
  public internal(set) var now: Timestamp

  /// The pane that keys go to.
  public internal(set) var focus: Pane = .list
  /// Where the panes stand.
  var plan: FloorPlan
  /// The theme's styles for this screen.
  var palette: Palette
  /// The article list.
  var list = ArticleList()
  /// The story on the table.
  var article: Article?
  /// The READ MORE teasers' selection and scroll.
  var teasers = TeaserList()
  /// The desks, so that their chooser opens at once.
  var desks: [FacetCount] = []
  /// What the list was last narrowed by, other than desks.
  var lastKind = Facet.Kind.author
  /// What the list is narrowed by, the last in the end.
  var narrowings: [Narrowing] = []
  /// Where the reader was in the list of all stories before it was narrowed.
  var rowBeforeNarrowing: Listing?
  /// How many stories came in since the reader was last at the list's newest.
  var news = 0
  /// What landed, as far as it is not known to the reader.
  var landed = Landed()
  /// Whether `.` has brought the list to where it stands.
  var standsByDot = false
  /// A story that was asked for and has not come.
  var wanted: Wanted?
  /// The story being read, as against one shown while moving in the list.
  var reading: StoryID?
  /// The place in `reading` when it last left the table.
  var readingPlace = ReadingPlace.beginning
  /// The stories before and after it on the reader's way.
  var history = History()
  /// What lies over the panes, the topmost last.
  var layers: [Layer] = []
  /// Counts the layers that came and went: an answer that was to open one belongs to its scene.
  var scene = 0
  /// What was asked and has not been answered.
  var questions = Questions()
  /// Something to say in the bottom line until the next key.
  var message: Message?
  /// How far the library has come with reading its directory.
  var progress: IndexProgress?
  /// How fast it goes.
  var pace = ReadingPace()
  /// Sets stories, and holds the hyphenation dictionaries it has read.
  var typesetter: Typesetter
  /// The number that was typed before a key in the list.
  var count: Int?
  /// A key that means something with the next one: `z`, `Z`, Ctrl-W; and `g` after a number.
  var pending: Key?
  /// Whether `q` quits from a story that fills the screen, too.
  var quitsAtOnce: Bool
  /// What was last looked for.
  var lastFind: String?
  /// What was looked for in the library, the latest last.
  var searches: [String] = []
  /// The words around what was looked for; nil before the first search.
  var snippets: Snippets?
  /// The list as it was before stories were looked for.
  var listBeforeSearch: ArticleList?
  /// What the list was narrowed to beside it when that search began.
  var searchedAmong = Query()
  /// The searches that are kept under names.
  var savedSearches: [SavedSearch]
  /// How much those have, as last counted.
  var searchCounts: [SavedSearch: SearchCount] = [:]
  /// What the library has, by kind, for completing what is looked for.
  var known: [Facet.Kind: [FacetCount]] = [:]

  /// The story to begin with; nil to begin with the list.
  var opening: Listing?
  /// Where the reader was on the last visit, to begin there.
  var resumed: Resumption?

  /// A story on its way to the table.
  struct Wanted: Hashable, Sendable {
    /// Which.
    var id: StoryID
    /// Whether it comes to be read, or only to be seen while moving in the list.
    var forReading: Bool
    /// The place to open it at; nil for the one the library kept.
    var place: ReadingPlace?
    /// The heading to open it at.
    var anchor: String?
  }

  /// A sentence for the bottom line.
  struct Message: Hashable, Sendable {
    /// What it says.
    var text: String
    /// Whether something went wrong.
    var isFailure = false
    /// Whether it tells what landed.
    var isNews = false
  }

  /// Makes an empty reader.
  ///
  /// - Parameters:
  ///   - now: the clock, with the zone of the reader as its offset.
  ///   - savedSearches: the searches that are kept under names.
  ///   - searches: what was looked for on earlier visits, the latest last.
  ///   - opening: the story to begin with; nil to begin with the list.
  ///   - resumed: where the reader was on the last visit; nil to begin at the top.
  ///   - quitsAtOnce: whether `q` quits from a story that fills the screen, too.
  public init(
    libraryName: String, size: Size, colours: ColourDepth = .trueColour,
    theme: Theme = Themes.standard, now: Timestamp, typesetting: Typesetter.Options = .init(),
    savedSearches: [SavedSearch] = [], searches: [String] = [], opening: Listing? = nil,
    resumed: Resumption? = nil, quitsAtOnce: Bool = false
  ) {
    (self.resumed, self.quitsAtOnce) = (resumed, quitsAtOnce)
    (self.savedSearches, self.searches, self.opening) = (savedSearches, searches, opening)
    var options = typesetting
    options.now = now
    typesetter = Typesetter(options: options)
    self.libraryName = libraryName
    self.size = size.clamped
    self.colours = colours
    self.theme = theme
    self.now = now
    plan = FloorPlan(size: size.clamped, focus: .list, teasers: 0)
    palette = Palette(theme, colours: colours)
  }

  /// What to ask for first.
  public mutating func start() -> [Request] {
    if opening == nil, let resumed { return send(resume(resumed) + [.facets(.desk)]) }
    let aim = opening.map(ArticleList.Aim.row) ?? .top
    let effects = [list.show(list.query, aim, reach: reach), .facets(.desk)]
    return send(effects + (opening.map { read($0.id) } ?? []))
  }

  /// How many rows to ask for on each side of the reader's.
  var reach: Int { max(100, size.rows * 3) }
}
