internal import ArgumentParser
internal import Stories
internal import StoryFormats
internal import System
internal import Words

/// `newsroom config`: the settings file written, checked and shown.
struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config",
    abstract: "Write, check or show the settings.",
    discussion: """
      init writes a file in which every setting is explained in comments; a file that is there is never \
      replaced, and - stands for standard output. check prints one line per fault, as PATH:LINE:COLUMN: \
      REASON, and exits with 1 if there are any. show prints what is in force and where it was set. The file \
      is newsroom.toml in ~/.config/newsroom, unless another FILE is given.
      """)

  /// What to do.
  enum Action: String, CaseIterable, ExpressibleByArgument {
    case `init`, check, show
  }

  @Argument(help: "init, check or show.")
  var action = Action.show

  @Argument(help: "The file, in place of the usual one.", completion: .file(extensions: ["toml"]))
  var file: String?

  @Flag(help: "With show: print one JSON object.")
  var json = false

  func validate() throws {
    if json, action != .show { throw ValidationError("--json needs show.") }
  }

  func run() throws {
    guard let path = file ?? Settings.path else {
      throw Failure("there is no home directory; name a FILE", status: Failure.misuse)
    }
    switch action {
    case .`init`: try write(path)
    case .check: try check(path)
    case .show: try show(path)
    }
  }

  // MARK: init

  private func write(_ path: String) throws {
    guard path != "-" else { return Output.write(SettingsTemplate.text) }
    guard Paths.isMissing(path) else {
      throw Failure(
        "\(path) is there already and was not changed. `newsroom config init -` prints a new one.")
    }
    do {
      try SmallFile(path).update { before in before ?? SettingsTemplate.text }
    } catch {
      throw Failure("\(error)")
    }
    Output.say("wrote \(path)")
  }

  // MARK: check

  private func check(_ path: String) throws {
    try requireGivenFile()
    let settings = Settings.read(path)
    let faults = settings.notices + Self.meanings(of: settings, path)
    for fault in faults { Output.say(Output.field(fault.message)) }
    guard faults.isEmpty else { throw ExitCode(1) }
    Output.note(
      Paths.isMissing(path)
        ? "There is no \(path), and none is needed. `newsroom config init` writes one."
        : "\(path) is in order.")
  }

  private func requireGivenFile() throws {
    guard let file, Paths.isMissing(file) else { return }
    throw Failure("no such file: \(file)", status: Failure.misuse)
  }

  /// What is well written and yet does nothing: a library that is missing, a search that is not understood.
  private static func meanings(of settings: Settings, _ path: String) -> [SettingsNotice] {
    var notices: [SettingsNotice] = []
    if let library = settings.library,
      settings.directories(library).contains(where: { FileStatus(of: $0)?.kind != .folder })
    {
      notices.append(
        SettingsNotice(
          path, settings.given["library"],
          "there is no directory \(library). Correct the path, or create the directory.", isFault: true))
    }
    for search in settings.searches {
      let query = SearchQuery.parse(search.text, now: Clock.now)
      guard let mistake = query.mistake ?? query.notice else { continue }
      notices.append(
        SettingsNotice(
          path, settings.given["searches." + search.name],
          "the search “\(search.name)”: \(mistake). "
            + "`newsroom help search` explains queries.",
          isFault: true))
    }
    return notices
  }

  // MARK: show

  private func show(_ path: String) throws {
    try requireGivenFile()
    let settings = Settings.read(path)
    for notice in settings.notices { Output.complain(notice.message) }
    let rows = EffectiveSetting.all(of: settings, path)
    if json {
      let members = rows.map { row in
        (row.name, JSON.object([("value", .optional(row.value)), ("from", .optional(row.source))]))
      }
      return Output.write(JSON.object(members).line + "\n")
    }
    let widest = rows.map { $0.line.count }.max() ?? 0
    for row in rows {
      let gap = String(repeating: " ", count: max(1, min(widest, 40) + 2 - row.line.count))
      Output.say(Output.field(row.line + (row.value == nil ? "" : gap + "# \(row.source ?? "")")))
    }
  }
}

/// A setting as it is in force.
struct EffectiveSetting {
  let name: String
  /// The value in TOML; nil if nothing sets it.
  let value: String?
  /// Where it was set: a file with its line, or a variable of the environment.
  let source: String?

  /// A line of TOML; a comment if it is not set.
  var line: String { value.map { "\(name) = \($0)" } ?? "# \(name) is not set" }

  /// Every setting in the manual's order, then the searches.
  static func all(of settings: Settings, _ path: String) -> [EffectiveSetting] {
    func source(_ name: String) -> String? { settings.given[name].map { "\(path):\($0.line)" } }
    let keys = SettingKey.all.map { key in
      if key.name == "library", let directory = Environment["NEWSROOM_LIBRARY"] {
        return EffectiveSetting(
          name: key.name, value: SearchFile.quoted(directory), source: "$NEWSROOM_LIBRARY")
      }
      return EffectiveSetting(
        name: key.name, value: settings.written[key.name], source: source(key.name))
    }
    let searches = settings.searches.map {
      EffectiveSetting(
        name: "searches.\(SearchFile.quoted($0.name))", value: $0.toml,
        source: source("searches.\($0.name)"))
    }
    return keys + searches + settings.keys
  }
}
