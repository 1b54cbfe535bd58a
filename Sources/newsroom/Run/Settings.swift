internal import ContentLibrary
internal import Stories
internal import StoryFormats
internal import System
internal import Typesetting

/// What the reader's own `newsroom.toml` says; everything in it is optional.
///
/// It lies in `$XDG_CONFIG_HOME/newsroom/`, else in `~/.config/newsroom/`.
struct Settings {
  /// The directory of stories.
  var library: String?
  /// The theme's name.
  var theme: String?
  /// The widest line of text, in cells.
  var measure: Int?
  /// Whether `q` quits from a story that fills the screen, instead of going back to the list.
  var quitsAtOnce = false
  /// Searches that are kept under names.
  var searches: [SavedSearch] = []
  /// The names of fields in records.
  var fields = RecordFields()
  /// What is passed over besides the usual things: patterns as in gitignore(5).
  var ignoring: [String] = []
  /// What is done about symbolic links.
  var links = LinkPolicy.never
  /// What stands in the file and is not understood; the rest of it holds.
  var notices: [SettingsNotice] = []

  /// The formats that are read, with these names.
  var formats: [any StoryFormat] { Formats.reading(fields) }

  /// The format for a file: by its ending, else by what its bytes look like; nil for files that are no
  /// stories.
  func format(for source: Source) -> (any StoryFormat)? {
    Formats.format(for: source, among: formats)
  }

  /// A library of a directory, read as these settings say.
  func configuration(directory: String, index: String? = nil) -> Library.Configuration {
    var configuration = Library.Configuration(directory: directory, indexPath: index, formats: formats)
    (configuration.ignoring, configuration.links) = (ignoring, links)
    return configuration
  }

  /// How stories are set.
  var typesetting: Typesetter.Options {
    var options = Typesetter.Options()
    let measures = Typesetter.Options.measures
    if let measure { options.measure = min(max(measure, measures.lowerBound), measures.upperBound) }
    return options
  }

  /// The searches of a library: those that these settings give to all, and those that were kept in it by the
  /// reader, which go before them.
  ///
  /// - Parameters:
  ///   - library: its directory.
  ///   - file: where those are kept.
  /// - Throws: `Failure` with status 2 when that can't be understood.
  func searches(of library: String, _ file: SearchFile? = .usual) throws -> [SavedSearch] {
    let kept = try file?.load(library) ?? []
    return (searches.filter { own in !kept.contains { $0.name == own.name } } + kept)
      .sorted { $0.name < $1.name }
  }

  /// Where the file is looked for; nil without a home.
  static var path: String? {
    if let base = Environment["XDG_CONFIG_HOME"], base.hasPrefix("/") {
      return base + "/newsroom/newsroom.toml"
    }
    return Environment["HOME"].map { $0 + "/.config/newsroom/newsroom.toml" }
  }
}

extension SmallFile {
  /// Does something with its text; nil where there is no file.
  ///
  /// - Throws: `Failure` with status 2 and the path where it can't be read, or is larger than the limit.
  func understood<Value>(_ work: (String) throws -> Value) throws -> Value? {
    do {
      return try readText().map(work)
    } catch let error as SmallFile.Failure {
      throw newsroom.Failure("\(error).", status: newsroom.Failure.misuse)
    }
  }
}

extension Typesetter.Options {
  /// The same for a reader at a moment.
  func at(_ now: Timestamp) -> Typesetter.Options {
    var options = self
    options.now = now
    return options
  }
}
