internal import Messages
public import Screen
public import Stories
public import Typesetting

/// Everything the reader's screen depends on, as one value.
///
/// Only `update` changes it and only `view` shows it. Neither does any work outside: that leaves as effects
/// and comes back as events.
public struct State: Sendable {
  /// What the top line calls the library.
  public let libraryName: String
  /// The screen.
  public internal(set) var size: Size
  /// How many colours the screen has.
  public let colours: ColourDepth
  /// The look.
  public internal(set) var theme: Theme
  /// What the reader's settings say.
  var preferences: Preferences { didSet { keptHints = PaneHints() } }
  /// The hints of the panes, as these preferences have them.
  var keptHints = PaneHints()
  /// See `noteFilledColumns`.
  var filledColumns: Set<ListColumn> = []
  /// What the reader has changed of panes and rows, to be remembered.
  public internal(set) var look: Look
  /// How often keys have been used, to be remembered.
  public internal(set) var keyUses: KeyUses
  /// The story that was marked as read at its end.
  var ended: StoryID?
  /// The themes to choose from.
  var themes: [Theme] { preferences.themes }
  /// The theme to go back to if the list of themes is closed without a choice.
  var themeBefore: Theme?
  /// The last time heard from the clock, in the reader's zone.
  public internal(set) var now: Timestamp

  /// The pane that keys go to.
  public internal(set) var focus: Pane = .list
  /// The places of the panes.
  var plan: FloorPlan
  /// The theme's styles for this screen.
  var palette: Palette
  /// The article list.
  var list = ArticleList()
  /// The open story.
  var article: Article?
  /// The READ MORE teasers' selection and scroll.
  var teasers = TeaserList()
  /// The desks, kept so that their list opens at once.
  var desks: [FacetCount] = []
  /// The kind of facet that the list was last narrowed by, other than desks.
  var lastKind = Facet.Kind.author
  /// What the list is narrowed by, the latest last.
  var narrowings: [Narrowing] = []
  /// The selected row before the list was narrowed.
  var rowBeforeNarrowing: Listing?
  /// How many stories arrived since the reader was last at the newest story.
  var news = 0
  /// The news that the reader has not seen yet.
  var landed = Landed()
  /// Whether `.` brought the list to where it is.
  var standsByDot = false
  /// A story that was asked for and has not arrived.
  var wanted: Wanted?
  /// The story being read; a preview beside the list does not count.
  var reading: StoryID?
  /// The place in `reading` when it was last left.
  var readingPlace = ReadingPlace.beginning
  /// The stories to go back and forward to.
  var history = History()
  /// The border that the mouse holds.
  var grip: Border?
  /// The layers over the panes, the topmost last.
  var layers: [Layer] = []
  /// Counts layers opened and closed, so that an answer can tell whether its layer is still wanted.
  var scene = 0
  /// The questions without an answer yet.
  var questions = Questions()
  /// The message in the bottom line, until the next key.
  var message: Message?
  /// How far the reading of the directory has come.
  var progress: IndexProgress?
  /// The speed of that reading.
  var pace = ReadingPace()
  /// Sets stories, and holds the hyphenation dictionaries it has read.
  var typesetter: Typesetter
  /// The number typed before a key in the list.
  var count: Int?
  /// The keys of a sequence so far.
  var pending: [Key] = []
  /// The key that went to the row of a number: the second `g` of `12gg` does nothing more.
  var echo: Key?
  /// What the keys do.
  var keymap: Keymap { preferences.keymap }
  /// The marks to take back and to repeat.
  var marks = MarkHistory()
  /// The part of the list that is to be given a tag; nil for the current story.
  var partToTag: MarkPart?
  /// The rows that `V` selects.
  var range: RowRange?
  /// Whether `q` also quits from a story that fills the screen.
  var quitsAtOnce: Bool
  /// What may leave the reader, and how.
  public let waysOut: WaysOut
  /// The libraries that have names, and the name of this one.
  let (libraries, ownLibrary): ([String], String?)
  /// Whether strangers read: see `Kiosk`.
  public let isKiosk: Bool
  /// What a reading room says at the start; nil for nothing.
  private let greeting: String?
  /// The words last looked for in a story.
  var lastFind: String?
  /// Earlier searches of the library, the latest last.
  var searches: [String] = []
  /// The words around matches; nil before the first search.
  var snippets: Snippets?
  /// The list as it was before the search.
  var listBeforeSearch: ArticleList?
  /// How the list was narrowed when that search began.
  var searchedAmong = Query()
  /// The kept searches.
  var savedSearches: [SavedSearch]
  /// How many stories they find, as last counted.
  var searchCounts: [SavedSearch: SearchCount] = [:]
  /// How many alerts have not been looked at, by the name of the search.
  var alertCounts: [String: Int] = [:]
  /// Whether the list shows what searches hide.
  var showsHidden = false
  /// The searches whose stories the library was last asked to leave out.
  var hidingNow: [SavedSearch] = []
  /// The library's names by kind, for completion in the search line.
  var known: [Facet.Kind: [FacetCount]] = [:]

  /// The story to begin with; nil to begin with the list.
  var opening: Listing?
  /// Where the reader was on the last visit, to begin there.
  var resumed: Resumption?

  /// A story being opened.
  struct Wanted: Hashable, Sendable {
    /// The story.
    var id: StoryID
    /// Whether it is opened to be read, not as a preview beside the list.
    var forReading: Bool
    /// The place to open it at; nil for the stored one.
    var place: ReadingPlace?
    /// The heading to open it at.
    var anchor: String?
  }

  /// A sentence for the bottom line.
  struct Message: Hashable, Sendable {
    /// The sentence.
    var text: Phrase
    /// Whether it reports a failure.
    var isFailure = false
    /// Whether it reports news.
    var isNews = false
    /// Whether it reports an alert, which news does not replace.
    var isAlert = false
  }

  /// An empty reader.
  ///
  /// - Parameters:
  ///   - now: the current time, with the offset of the reader's zone.
  ///   - savedSearches: the kept searches.
  ///   - searches: the searches of earlier visits, the latest last.
  ///   - opening: the story to begin with; nil to begin with the list.
  ///   - resumed: where the reader was on the last visit; nil to begin at the top.
  ///   - quitsAtOnce: whether `q` also quits from a story that fills the screen.
  ///   - isKiosk: whether strangers read, so that only what `Kiosk` opens can be done.
  ///   - greeting: a sentence for the bottom line at the start.
  ///   - waysOut: what may leave the reader, and how.
  ///   - libraries: those that have names, and whether each is this one.
  ///   - preferences: what the reader's settings say.
  ///   - look: what the reader changed of it on earlier visits.
  ///   - keyUses: how often keys were used on earlier visits.
  public init(
    libraryName: String, size: Size, colours: ColourDepth = .trueColour,
    theme: Theme = Themes.standard, now: Timestamp,
    typesetting: Typesetter.Options = .init(),
    savedSearches: [SavedSearch] = [], searches: [String] = [], opening: Listing? = nil,
    resumed: Resumption? = nil, quitsAtOnce: Bool = false, isKiosk: Bool = false, greeting: String? = nil,
    waysOut: WaysOut = WaysOut(), libraries: [(name: String, isOpen: Bool)] = [],
    preferences: Preferences = Preferences(), look: Look = Look(), keyUses: KeyUses = KeyUses()
  ) {
    (self.libraries, ownLibrary) = (libraries.map(\.name), libraries.first(where: \.isOpen)?.name)
    (self.waysOut, self.preferences, self.look) = (waysOut, preferences, look)
    self.keyUses = keyUses
    (self.isKiosk, self.greeting) = (isKiosk, greeting)
    (self.resumed, self.quitsAtOnce) = (resumed, quitsAtOnce)
    (self.savedSearches, self.searches, self.opening) = (savedSearches, searches, opening)
    var options = typesetting
    options.now = now
    options.catalogue = preferences.catalogue
    typesetter = Typesetter(options: options)
    self.libraryName = libraryName
    self.size = size.clamped
    self.colours = colours
    self.theme = theme
    self.now = now
    plan = FloorPlan(size: size.clamped, focus: .list, teasers: 0)
    palette = Palette(theme, colours: colours)
    list.query.isDetailed = preferences.columns.contains(where: \.isLookedUp)
    applyLook()
  }

  /// The first requests.
  public mutating func start() -> [Request] {
    if let greeting { message = Message(text: .verbatim(greeting), isNews: true) }
    let first = hideAgain()
    let last = lookForAlerts()
    if opening == nil, let resumed { return send(first + resume(resumed) + [.facets(.desk)] + last) }
    let aim = opening.map(ArticleList.Aim.row) ?? .top
    let effects = first + [list.show(list.query, aim, reach: reach), .facets(.desk)] + last
    return send(effects + (opening.map { read($0.id) } ?? []))
  }

  /// Gives memory back while the reader reads.
  public func rest() { typesetter.hyphenator.rest() }

  /// How many rows to load on each side of the selected one.
  var reach: Int { max(100, size.rows * 3) }
}
