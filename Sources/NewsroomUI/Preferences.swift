public import Messages
public import Screen
internal import Stories
internal import Typesetting

/// What a reader's settings say of the screen and of keys.
public struct Preferences: Sendable {
  /// When a story that is opened counts as read.
  public enum ReadOn: String, Sendable, CaseIterable {
    /// Once it is opened.
    case open
    /// Once its end has been on the screen.
    case end
    /// Only when it is marked.
    case never
  }

  /// Which hints the bottom line shows.
  public enum HintsShown: String, Sendable, CaseIterable {
    /// Each until its keys have been used a few times.
    case fade
    /// All, as there is room.
    case always
    /// Only the key that shows the others.
    case never
  }

  /// Which hints the bottom line shows.
  public var hints = HintsShown.fade
  /// What the keys do.
  public var keymap = Keymap.standard
  /// When a story counts as read.
  public var readOn = ReadOn.open
  /// Whether `q` also quits from a story that fills the screen.
  public var quitsAtOnce = false
  /// The name of the theme; nil for the standard one.
  public var theme: String?
  /// The themes to choose from.
  public var themes = Themes.all
  /// The longest line of text, in columns.
  public var measure = Typesetter.Options().measure
  /// The language of the screen.
  public var catalogue = Catalogue.english
  /// What stands to the right of the headlines in the list, where there is room.
  public var columns: [ListColumn] = []
  /// How the bell rings for an alert.
  public var bell = Notice.Bell.sound
  /// How the desktop is notified of an alert.
  public var notify = Notice.Manner.auto
  /// The panes and rows, as far as they are set.
  public var look = Look()

  /// Nothing is set.
  public init() {}
}

/// Which panes are shown, and how; nil for what is not set.
public struct Look: Hashable, Sendable {
  /// The longest line of text, in columns.
  public var measure: Int?
  /// The width of the list beside a story, in columns.
  public var listColumns: Int?
  /// The width of READ MORE beside a story, in columns.
  public var panelColumns: Int?
  /// Whether the list is hidden while a story is read.
  public var hidesList: Bool?
  /// Whether READ MORE is hidden until it is asked for.
  public var hidesPanel: Bool?
  /// Whether a story takes one line of the list.
  public var isCompact: Bool?

  /// Nothing is set.
  public init() {}

  /// What is set here, or else there.
  func over(_ other: Look) -> Look {
    var look = other
    look.measure = measure ?? other.measure
    look.listColumns = listColumns ?? other.listColumns
    look.panelColumns = panelColumns ?? other.panelColumns
    look.hidesList = hidesList ?? other.hidesList
    look.hidesPanel = hidesPanel ?? other.hidesPanel
    look.isCompact = isCompact ?? other.isCompact
    return look
  }
}

// Settings that are read again, and what keys change of them.
extension State {
  /// What is in force: what the reader has changed by keys, or else the settings.
  var shownLook: Look { look.over(preferences.look) }

  /// The language of the screen.
  var catalogue: Catalogue { preferences.catalogue }

  /// Takes settings that were read again; what keys have changed stays, unless the file has changed it.
  mutating func adopt(_ new: Preferences) -> [Effect] {
    let old = preferences
    preferences = new
    if new.theme != old.theme {
      let name = new.theme ?? Themes.standard.name
      if let theme = new.themes.first(where: { $0.name == name }) { wear(theme) }
    } else if let same = new.themes.first(where: { $0.name == theme.name }), same != theme {
      wear(same)
    }
    if new.measure != old.measure { look.measure = nil }
    if new.catalogue != old.catalogue { setInLanguage() }
    if new.look.hidesList != old.look.hidesList { look.hidesList = nil }
    if new.look.hidesPanel != old.look.hidesPanel { look.hidesPanel = nil }
    if new.look.isCompact != old.look.isCompact { look.isCompact = nil }
    if new.quitsAtOnce != old.quitsAtOnce { quitsAtOnce = new.quitsAtOnce }
    dropPending()
    applyLook()
    list.query.isDetailed = new.columns.contains(where: \.isLookedUp)
    return list.query == list.window?.query ? [] : [list.ask(reach: reach)]
  }

  /// Sets the story in the language of the screen.
  mutating func setInLanguage() {
    typesetter.options.catalogue = catalogue
    article?.setAnew()
    teasers.layoutAgain()
  }

  /// Sets text and rows by what is in force.
  mutating func applyLook() {
    let measure = shownLook.measure ?? preferences.measure
    if measure != typesetter.options.measure {
      typesetter.options.measure = measure
      article?.setAnew()
    }
    list.isCompact = shownLook.isCompact ?? false
  }

  /// Sets longer or shorter lines.
  mutating func changeMeasure(by step: Int) -> [Effect] {
    setMeasure(typesetter.options.measure + step)
  }

  /// Sets lines of at most this many columns.
  mutating func setMeasure(_ wanted: Int) -> [Effect] {
    let measures = Typesetter.Options.measures
    look.measure = clamp(wanted, measures.lowerBound, measures.upperBound)
    applyLook()
    message = Message(text: "Lines are now at most \(typesetter.options.measure) columns wide.")
    return []
  }

  /// Makes the list beside the story wider or narrower.
  mutating func changeListWidth(by step: Int) -> [Effect] {
    guard size.columns >= FloorPlan.medium, let pane = plan.list, plan.article != nil else {
      message = Message(text: "The list has no story beside it here, so its width is that of the screen.")
      return []
    }
    return setListWidth(pane.columns + step)
  }

  /// Gives the list beside the story a width, as near to this one as the screen allows.
  mutating func setListWidth(_ wanted: Int) -> [Effect] {
    guard let pane = plan.list else { return [] }
    let columns = FloorPlan.listWidth(wanted, of: size)
    if columns != pane.columns {
      message = Message(text: "The list is now \(columns) columns wide.")
    } else if wanted != columns {
      message = Message(
        text: wanted > columns
          ? "The list can't be wider on this screen." : "The list can't be narrower on this screen.")
    }
    look.listColumns = columns
    return []
  }

  /// Makes READ MORE wider or narrower, where it stands beside the story.
  mutating func changePanelWidth(by step: Int) -> [Effect] {
    guard let pane = plan.teasers, plan.isPanelBeside else {
      message = Message(
        text: "READ MORE is beside a story on screens of \(FloorPlan.widest) columns or more.")
      return []
    }
    return setPanelWidth(pane.columns + step)
  }

  /// Gives READ MORE beside the story a width, as near to this one as the screen allows.
  mutating func setPanelWidth(_ wanted: Int) -> [Effect] {
    guard let pane = plan.teasers, plan.isPanelBeside else { return [] }
    let columns = FloorPlan.panelWidth(wanted, of: size, beside: plan.list?.columns)
    if columns != pane.columns {
      message = Message(text: "READ MORE is now \(columns) columns wide.")
    } else if wanted != columns {
      message = Message(
        text: wanted > columns
          ? "READ MORE can't be wider on this screen." : "READ MORE can't be narrower on this screen.")
    }
    look.panelColumns = columns
    return []
  }

  /// Shows the list beside the story, or hides it.
  mutating func toggleList() -> [Effect] {
    let hides = !(shownLook.hidesList ?? false)
    look.hidesList = hides
    message = Message(
      text: hides
        ? "The list is hidden while you read; \(key("toggle-list")) shows it again."
        : "The list is beside the story again, if there is room.")
    return []
  }

  /// Shows READ MORE with the story, or hides it.
  mutating func togglePanel() -> [Effect] {
    let hides = !(shownLook.hidesPanel ?? false)
    look.hidesPanel = hides
    message = Message(
      text: hides
        ? "READ MORE is hidden; \(key("read-more")) goes there, \(key("toggle-panel")) shows it again."
        : "READ MORE is with the story again, if there is room.")
    return []
  }

  /// Shows one line a story, or as many as there is room for.
  mutating func toggleDensity() -> [Effect] {
    look.isCompact = !list.isCompact
    applyLook()
    message = Message(text: list.isCompact ? "One line a story." : "Headline and details of each story.")
    return []
  }

  /// Marks the story as read once its end is on the screen, where the settings ask for it.
  mutating func markAtEnd() -> [Effect] {
    guard preferences.readOn == .end, focus != .list, wanted == nil, let article, article.page != nil,
      article.id == reading, article.isAtEnd, ended != article.id
    else { return [] }
    ended = article.id
    return article.opened.listing.isRead ? [] : mark(article.id, read: true)
  }
}
