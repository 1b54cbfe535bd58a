internal import ContentLibrary
internal import Stories
internal import StoryFormats
internal import System
internal import TOMLKit
internal import Typesetting

/// The settings in `newsroom.toml`, all optional.
///
/// The file is in `$XDG_CONFIG_HOME/newsroom/`, or else in `~/.config/newsroom/`.
struct Settings {
  /// The library: a directory of stories.
  var library: String?
  /// The theme's name.
  var theme: String?
  /// The widest line of text, in cells.
  var measure: Int?
  /// Whether `q` quits from a story that fills the screen, instead of going back to the list.
  var quitsAtOnce = false
  /// The searches under `[searches]`.
  var searches: [SavedSearch] = []
  /// The names of fields in records.
  var fields = RecordFields()
  /// Files to skip besides the usual ones: patterns as in gitignore(5).
  var ignoring: [String] = []
  /// Which symbolic links to follow.
  var links = LinkPolicy.never

  /// The formats, with these names of fields.
  var formats: [any StoryFormat] { Formats.reading(fields) }

  /// The format of a file, by its extension or else by its content; nil if it is not a story.
  func format(for source: Source) -> (any StoryFormat)? {
    Formats.format(for: source, among: formats)
  }

  /// The configuration of a library with these settings.
  func configuration(directory: String, index: String? = nil) -> Library.Configuration {
    var configuration = Library.Configuration(directory: directory, indexPath: index, formats: formats)
    (configuration.ignoring, configuration.links) = (ignoring, links)
    return configuration
  }

  /// How stories are typeset.
  var typesetting: Typesetter.Options {
    var options = Typesetter.Options()
    let measures = Typesetter.Options.measures
    if let measure { options.measure = min(max(measure, measures.lowerBound), measures.upperBound) }
    return options
  }

  /// Reads the file; a missing file sets nothing.
  ///
  /// - Parameter path: the path of `newsroom.toml`; nil for none.
  /// - Throws: `Failure` with status 2 if the file can't be understood.
  static func load(_ path: String? = Self.path) throws -> Settings {
    var settings = Settings()
    if let path { try settings.takeOwn(path) }
    settings.searches.sort { $0.name < $1.name }
    return settings
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

  private mutating func takeOwn(_ path: String) throws {
    guard let text = try SmallFile(path).understood({ $0 }) else { return }
    do {
      let table = try TOMLTable(string: text)
      library = table["library"]?.string.map(Self.expandingHome)
      theme = table["theme"]?.string
      measure = table["measure"]?.int
      if let value = table["q"] {
        guard let word = value.string, word == "back" || word == "quit" else {
          throw Failure("\(path): q takes \"back\" or \"quit\".", status: Failure.misuse)
        }
        quitsAtOnce = word == "quit"
      }
      try takeRules(table) { path + (Self.line(of: $0, in: text).map { ":\($0)" } ?? "") }
      try takeFields(table["jsonl"]?.table, path: path)
      searches = try SearchFile.searches(in: table["searches"]?.table, path: path).map {
        SavedSearch(name: $0.name, text: $0.text, isSetByHand: true)
      }
    } catch let error as TOMLParseError {
      throw Failure(
        "\(path):\(error.source.begin.line): \(error.description). Correct the line, or move the file away.",
        status: Failure.misuse)
    }
  }

  /// Reads `ignore = ["drafts/"]` and `follow_symlinks = "inside"`.
  ///
  /// - Parameter place: gives the path and line of a key, for errors.
  private mutating func takeRules(_ table: TOMLTable, place: (String) -> String) throws {
    if let value = table["follow_symlinks"] {
      guard let policy = value.string.flatMap(LinkPolicy.init) else {
        let names = LinkPolicy.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: " or ")
        throw Failure("\(place("follow_symlinks")): follow_symlinks takes \(names).", status: Failure.misuse)
      }
      links = policy
    }
    guard let value = table["ignore"] else { return }
    let patterns = value.string.map { [$0] } ?? value.array.map { $0.map(\.string) } ?? [nil]
    for pattern in patterns {
      guard let pattern else {
        throw Failure(
          "\(place("ignore")): ignore takes a pattern or a list of patterns, "
            + "such as [\"drafts/\", \"*.bak\"].",
          status: Failure.misuse)
      }
      if let reason = Library.Configuration.fault(inPattern: pattern) {
        throw Failure(
          "\(place("ignore")): the pattern “\(pattern)” in ignore is not valid: \(reason).",
          status: Failure.misuse)
      }
      ignoring.append(pattern)
    }
  }

  /// The line of a key before the first table, from 1; nil if it is not found.
  private static func line(of key: String, in text: String) -> Int? {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let line = lines.prefix { $0.utf8.first != UInt8(ascii: "[") }.firstIndex { line in
      let name = line.prefix { $0 != "=" }.filter { $0 != " " && $0 != "\t" && $0 != "\"" && $0 != "'" }
      return line.utf8.contains(UInt8(ascii: "=")) && name == key
    }
    return line.map { $0 + 1 }
  }

  /// Reads `[jsonl]`: `headline = "kop"`, or a list of names.
  private mutating func takeFields(_ table: TOMLTable?, path: String) throws {
    for (key, value) in table ?? TOMLTable() {
      guard let field = RecordFields.Field(rawValue: key) else {
        let names = RecordFields.Field.allCases.map(\.rawValue).joined(separator: ", ")
        throw Failure(
          "\(path): [jsonl] has no field \(key); its fields are \(names).", status: Failure.misuse)
      }
      let names = value.string.map { [$0] } ?? value.array?.compactMap(\.string) ?? []
      guard !names.isEmpty else {
        throw Failure("\(path): \(key) in [jsonl] takes a name or a list of names.", status: Failure.misuse)
      }
      fields.prefer(names, for: field)
    }
  }

  /// The path of the file; nil without a home directory.
  static var path: String? {
    if let base = Environment["XDG_CONFIG_HOME"], base.hasPrefix("/") {
      return base + "/newsroom/newsroom.toml"
    }
    return Environment["HOME"].map { $0 + "/.config/newsroom/newsroom.toml" }
  }

  private static func expandingHome(_ path: String) -> String {
    guard path == "~" || path.hasPrefix("~/"), let home = Environment["HOME"] else { return path }
    return home + path.dropFirst()
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
