internal import ContentLibrary
internal import Messages
internal import NewsroomUI
internal import Screen
internal import Stories
internal import StoryFormats
internal import System
internal import Terminal
internal import Typesetting

/// A library of `[libraries]`.
struct NamedLibrary: Hashable, Sendable {
  /// The name under which it is opened.
  var name: String
  /// Its directories, one or more.
  var directories: [String]
}

/// The settings in `newsroom.toml`, all optional.
///
/// The file is in `$XDG_CONFIG_HOME/newsroom/`, or else in `~/.config/newsroom/`.
struct Settings {
  /// The library: a directory of stories, or a name of `libraries`.
  var library: String?
  /// The theme's name.
  var theme: String?
  /// The themes to choose from: the program's, and those in files of one's own.
  var themes = Themes.all
  /// The widest line of text, in cells.
  var measure: Int?
  /// Whether `q` quits from a story that fills the screen, instead of going back to the list.
  var quitsAtOnce = false
  /// Whether 24-bit colours are used.
  var colour = DirectColour.Wish.auto
  /// Whether the mouse is used.
  var usesMouse = false
  /// The language of the screen and of messages; nil for that of the environment.
  var language: Language?
  /// The searches under `[searches]`.
  var searches: [SavedSearch] = []
  /// The names of fields in records.
  var fields = RecordFields()
  /// Files to skip besides the usual ones: patterns as in gitignore(5).
  var ignoring: [String] = []
  /// Which symbolic links to follow.
  var links = LinkPolicy.never
  /// The commands that a story can be given to, by name.
  var pipes: [StoryPipe] = []
  /// The libraries that have names, in the order of these.
  var libraries: [NamedLibrary] = []
  /// When a story counts as read.
  var readOn = Preferences.ReadOn.open
  /// Whether the reader opens where it was left.
  var opensLast = true
  /// What stands to the right of the headlines in the list.
  var columns: [ListColumn] = []
  /// How the bell rings for an alert.
  var bell = Notice.Bell.sound
  /// How the desktop is notified of an alert.
  var notify = Notice.Manner.auto
  /// Panes and rows.
  var look = Look()
  /// Which hints the bottom line shows.
  var hints = Preferences.HintsShown.fade
  /// What the keys of the reader do.
  var keymap: Keymap {
    get { ownKeymap ?? .standard }
    set { ownKeymap = newValue }
  }
  /// The keymap, if it is not the usual one: to lay that out takes a tenth of a short command's time.
  private var ownKeymap: Keymap?
  /// The rows of `[keys]` that hold, as they are written.
  var keys: [EffectiveSetting] = []
  /// The folder of the journals that keep marks in step with other machines; nil for none.
  var syncFolder: String?
  /// What may not leave the reader.
  var forbidden: Set<WaysOut.Way> = []
  /// What a host says of its reading room.
  var kiosk = KioskSettings()
  /// Where the file sets each key, and each search by its name after "searches.".
  var given: [String: TextPlace] = [:]
  /// The values of these keys as TOML.
  var written: [String: String] = [:]
  /// What in the file is not understood; the rest of it holds.
  var notices: [SettingsNotice] = []

  /// The formats, with these names of fields.
  var formats: [any StoryFormat] { Formats.reading(fields) }

  /// The format of a file, by its extension or else by its content; nil if it is not a story.
  func format(for source: Source) -> (any StoryFormat)? {
    Formats.format(for: source, among: formats)
  }

  /// The configuration of a library with these settings.
  func configuration(_ directories: [String], index: String? = nil) -> Library.Configuration {
    var configuration = Library.Configuration(directories: directories, indexPath: index, formats: formats)
    (configuration.ignoring, configuration.links) = (ignoring, links)
    configuration.languages = (language.map { [$0.rawValue] } ?? []) + Language.wanted { Environment[$0] }
    return configuration
  }

  /// The directories that a word names: itself, or those of the library of that name.
  func directories(_ word: String) -> [String] {
    guard FileStatus(of: word) == nil else { return [word] }
    return libraries.first { $0.name == word }?.directories ?? [word]
  }

  /// How stories are typeset.
  var typesetting: Typesetter.Options {
    var options = Typesetter.Options()
    let measures = Typesetter.Options.measures
    if let measure { options.measure = min(max(measure, measures.lowerBound), measures.upperBound) }
    return options
  }

  /// The words of the language in force.
  var catalogue: Catalogue { .of(language ?? Language.chosen { Environment[$0] }) }

  /// What the reader is told of these settings.
  ///
  /// - Parameter isKiosk: whether strangers read, who have the usual keys.
  func preferences(isKiosk: Bool = false) -> Preferences {
    var preferences = Preferences()
    preferences.keymap = isKiosk ? .standard : keymap
    preferences.readOn = readOn
    preferences.quitsAtOnce = quitsAtOnce
    (preferences.bell, preferences.notify, preferences.columns) = (bell, notify, columns)
    (preferences.theme, preferences.themes) = (theme, themes)
    preferences.measure = typesetting.measure
    preferences.look = look
    preferences.catalogue = catalogue
    preferences.hints = hints
    return preferences
  }

  /// The searches of a library: those in these settings, and those kept in the reader, which win over them.
  ///
  /// - Parameters:
  ///   - library: its directory.
  ///   - file: the file of kept searches.
  /// - Throws: `Failure` with status 2 if that file can't be understood.
  func searches(of library: String, _ file: SearchFile? = .usual) throws -> [SavedSearch] {
    let kept = try file?.load(library) ?? []
    return (searches.filter { own in !kept.contains { $0.name == own.name } } + kept)
      .sorted { $0.name < $1.name }
  }

  /// The same as far as the file of kept searches can be understood, and what is wrong with it.
  func readableSearches(of library: String, _ file: SearchFile? = .usual) -> (
    searches: [SavedSearch], fault: String?
  ) {
    do {
      return (try searches(of: library, file), nil)
    } catch {
      return (searches, (error as? Failure)?.message)
    }
  }

  /// The theme to use: the one of a name, or else that of the file, or else the standard one.
  ///
  /// - Throws: `Failure` with status 2 if there is none of that name.
  func theme(_ name: String?) throws -> Theme {
    guard let wanted = name ?? theme else { return Themes.standard }
    guard let found = themes.first(where: { $0.name == wanted }) else {
      throw Failure(SettingKey.noTheme(wanted, among: themes), status: Failure.misuse)
    }
    return found
  }

  /// The path of the file; nil without a home directory.
  static var path: String? {
    if let base = Environment["XDG_CONFIG_HOME"], base.hasPrefix("/") {
      return base + "/newsroom/newsroom.toml"
    }
    return Environment["HOME"].map { $0 + "/.config/newsroom/newsroom.toml" }
  }
}

extension SmallFile {
  /// Does something with its text; nil if there is no file.
  ///
  /// - Throws: `Failure` with status 2 if it can't be read or is larger than the limit.
  func understood<Value>(_ work: (String) throws -> Value) throws -> Value? {
    do {
      return try readText().map(work)
    } catch let error as SmallFile.Failure {
      throw newsroom.Failure("\(error).", status: newsroom.Failure.misuse)
    }
  }
}

extension Typesetter.Options {
  /// The same options at a moment.
  func at(_ now: Timestamp) -> Typesetter.Options {
    var options = self
    options.now = now
    return options
  }
}
