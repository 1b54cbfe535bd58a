internal import ArgumentParser
internal import ContentLibrary
internal import Messages
internal import NewsroomUI
internal import Screen
internal import Stories
internal import StoryFormats
internal import System
internal import Terminal
internal import Typesetting

/// `newsroom [DIRECTORY ...]`: the reader, on directories, a file or standard input.
struct Read: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read",
    abstract: "Open the reader; this is what newsroom does without a command.",
    discussion: """
      Press ? in the reader for its keys. A file opens in its library, or in its folder if it is in no \
      library. With -, or in a pipe, newsroom reads standard input. If there is no terminal, a file or \
      standard input is printed.
      """)

  @Argument(
    help: ArgumentHelp(
      "A directory of stories, or several that are read as one library; a file; or - for standard input.",
      valueName: "directory"), completion: .file())
  var places: [String] = []

  @OptionGroup var options: LibraryOptions

  @Option(help: ArgumentHelp("The colours: \(Themes.names).", valueName: "name"))
  var theme: String?

  @Option(
    help: ArgumentHelp(
      "Type these keys and print the screens instead of opening the reader: \"j j Enter Space shot\".",
      valueName: "keys"))
  var script: String?

  @Option(help: ArgumentHelp("The screen size for --script, in columns and rows.", valueName: "size"))
  var size = "80x24"

  @Option(
    name: .customLong("to"),
    help: "Print the screens of --script as text, or the last one as a picture in colour.")
  var picture = Picture.text

  @Option(
    help: ArgumentHelp(
      "Read the file or standard input as this format (see `newsroom formats`).", valueName: "name"))
  var format: String?

  @Option(help: ArgumentHelp("The time that --script treats as now.", valueName: "date"))
  var now: String?

  @Flag(
    help: ArgumentHelp(
      "Read in plain lines, with numbers and words for commands.",
      discussion: """
        For screen readers and braille: no boxes, and nothing is drawn over. On a terminal that can't move \
        its cursor (TERM=dumb), this is what newsroom does by itself.
        """))
  var linear = false

  @Flag(
    help: ArgumentHelp(
      "Open a reading room for strangers, as newsroom-kiosk(7) says.",
      discussion: """
        There is no shell, no other file, and no story that is killed, withheld or under an embargo. Of the \
        environment only the terminal and the locale are read. Over ssh, list, search and show are open too.
        """))
  var kiosk = false

  @Option(
    help: ArgumentHelp("With --kiosk, read the host's settings from this file.", valueName: "file"),
    completion: .file())
  var config: String?

  @Option(
    help: ArgumentHelp(
      "With --kiosk, keep marks in this folder, in a file for each public key.", valueName: "folder"),
    completion: .directory)
  var marks: String?

  @Option(
    help: ArgumentHelp(
      "With --kiosk, end a session after this time without a key; 0 for never.", valueName: "minutes"))
  var idle: Double?

  @Option(
    help: ArgumentHelp("With --kiosk, end every session after this time; 0 for never.", valueName: "minutes"))
  var session: Double?

  @Option(
    help: ArgumentHelp(
      "Give up the rights that reading does not need: try, require (or end with status 2) or off.",
      valueName: "wish"))
  var sandbox: SandboxWish?

  @Option(help: .hidden)
  var guestCommand: String?

  /// The form in which the screens of a script are printed.
  enum Picture: String, CaseIterable, ExpressibleByArgument {
    case text, svg
  }

  func validate() throws {
    guard !kiosk else {
      for (name, isGiven) in [("--script", script != nil), ("--format", format != nil), ("--linear", linear)]
      where isGiven {
        throw ValidationError("\(name) can't be combined with --kiosk.")
      }
      for minutes in [idle, session].compactMap({ $0 }) where !(0...100_000).contains(minutes) {
        throw ValidationError("--idle and --session take minutes, from 0.")
      }
      return
    }
    let given = [
      ("--config", config != nil), ("--marks", marks != nil), ("--idle", idle != nil),
      ("--session", session != nil), ("--guest-command", guestCommand != nil),
    ]
    for (name, isGiven) in given where isGiven {
      throw ValidationError("\(name) needs --kiosk.")
    }
  }

  mutating func run() throws {
    if kiosk { return try runKiosk() }
    Installation.announceTerminals()
    if let sandbox, sandbox != .off {
      let isFile = try Opening.loosePath(places, options: options) != nil
      let paths = isFile ? places : try options.paths(places) ?? places
      try Confinement.enter(Confinement.reader(of: paths.isEmpty ? ["."] : paths), wish: sandbox)
    }
    if let script { return try runScript(script) }
    while let next = try read() {
      (places, options.library, options.index, format) = (next.directories, [], nil, nil)
    }
  }

  /// Reads one library, and returns the one to open next.
  private func read() throws -> NamedLibrary? {
    let settings = Settings.read()
    let format = try format.map(Show.format(named:))
    if linear || Self.isOnDumbTerminal {
      try readInLines(Opening(places, options: options, format: format, settings: settings), settings)
      return nil
    }
    if !Output.isTerminal,
      let path = try Opening.loosePath(places, options: options)
    {
      let stories = try LooseStories(path, format: format, settings: settings)
      try StoryPrinter(width: nil, theme: theme).print(stories.reading)
      return nil
    }
    var opening = try Opening(places, options: options, format: format, settings: settings)
    opening.openGuide()
    defer { opening.loose?.remove() }
    let library = opening.library
    let glass = try Self.display(settings)
    let mailbox = try Mailbox()
    let sync: SyncKeeper? =
      opening.loose == nil ? SyncKeeper(library, settings, mailbox: mailbox) : nil
    let runner = EffectRunner(library: library, mailbox: mailbox, kept: { sync?.noteChange() })
    let (searches, fault) = settings.readableSearches(of: library.identity)
    Self.tell(opening, settings, searchesFault: fault, glass.substitute, to: mailbox)
    var loop = RunLoop(
      glass: glass,
      state: try state(
        opening, settings: settings, searches: searches, glass: glass,
        resumed: settings.opensLast ? LeftFile.usual.load(opening) : nil,
        look: LeftFile.usual.look(opening), keyUses: LeftFile.usual.keyUses()),
      runner: runner, mailbox: mailbox, keeper: runner.keeper(), clock: { Clock.now })
    loop.outside = OutsidePrograms(library: library, settings: settings)
    let watch = Settings.path.flatMap { SettingsWatch(path: $0) { mailbox.post($0.news) } }
    let journals = sync?.watch()
    sync?.begin()
    let signal = withExtendedLifetime((watch, journals)) { loop.run() }
    sync?.end()
    loop.glass.close()
    try? LeftFile.usual.keep(loop.state.placeLeft, loop.state.look, of: opening)
    try? LeftFile.usual.keep(loop.state.keyUses)
    if let signal {
      opening.loose?.remove()
      CursesDisplay.endBySignal(signal)
    }
    return loop.nextLibrary
  }

  private static var isOnDumbTerminal: Bool { Output.isTerminal && Environment["TERM"] == "dumb" }

  private func readInLines(_ opening: Opening, _ settings: Settings) throws {
    defer { opening.loose?.remove() }
    for notice in settings.notices { Output.complain(notice.message) }
    if opening.loose == nil { SyncCommand.afterMarks(in: opening.library) }
    do {
      // Only here: at the prompt, Ctrl-C ends the program.
      let interruption = Interruption()
      _ = try opening.library.refresh { _ in interruption.happened ? .stop : .goOn }
    } catch {
      Output.complain("\(error)")
    }
    var typesetting = settings.typesetting.at(Clock.now)
    typesetting.catalogue = settings.catalogue
    var reader = LinearReader(
      opening.library, typesetting,
      columns: TerminalSize.of(terminal: Output.standard)?.columns ?? 80)
    try reader.run(opening: opening.story)
    try? opening.library.endVisit()
    if opening.loose == nil { SyncCommand.afterMarks(in: opening.library) }
  }

  /// The terminal of the process.
  static func display(_ settings: Settings) throws -> CursesDisplay {
    do {
      return try CursesDisplay.open(
        input: StandardInput.descriptor, output: Output.standard, usesMouse: settings.usesMouse,
        colour: settings.colour)
    } catch {
      throw Failure("\(error)", status: Failure.misuse)
    }
  }

  /// Says in the reader's last line what its library or its settings have to say.
  private static func tell(
    _ opening: Opening, _ settings: Settings, searchesFault: String?, _ substitute: String? = nil,
    to mailbox: Mailbox
  ) {
    let more = settings.notices.count - 1
    let setting: Phrase? = settings.notices.first.map {
      more > 0 ? "\($0.short) (and \(more) more: `newsroom config check`)" : $0.short
    }
    let terminal = substitute.map(substituteNotice)
    let (library, searches) = (opening.library.notice, searchesFault)
    let notices = [
      terminal, library.map { Phrase(told: $0) }, setting, searches.map { Phrase(told: $0) },
    ].compactMap(\.self)
    if !notices.isEmpty { mailbox.post(.failed(.joined(notices, " "))) }
  }

  private func runScript(_ script: String) throws {
    let steps: [KeyScript.Step]
    do {
      steps = try KeyScript.parse(script)
    } catch {
      throw Failure("--script: \(error)", status: Failure.misuse)
    }
    guard let size = Size(script: size) else {
      throw Failure("--size takes columns and rows, such as 80x24", status: Failure.misuse)
    }
    let settings = Settings.read()
    let opening = try Opening(
      places, options: options, format: try format.map(Show.format(named:)), settings: settings)
    defer { opening.loose?.remove() }
    let mailbox = try Mailbox()
    let runner = EffectRunner(library: opening.library, mailbox: mailbox)
    let glass = ScriptedDisplay(steps: steps, size: size, colours: picture == .svg ? .trueColour : .none) {
      while mailbox.isEmpty, runner.isBusy { mailbox.wait() }
      return !mailbox.isEmpty
    }
    let moment = try clock()
    let (searches, fault) = settings.readableSearches(of: opening.library.identity)
    Self.tell(opening, settings, searchesFault: fault, to: mailbox)
    var loop = RunLoop(
      glass: glass,
      state: try state(opening, settings: settings, searches: searches, glass: glass, now: moment()),
      runner: runner, mailbox: mailbox, clock: moment)
    _ = loop.run()
    if picture == .svg {
      Output.write(loop.glass.shots.last?.svg(on: loop.state.theme.ground) ?? "")
      return
    }
    for frame in loop.glass.shots {
      Output.say(frame.picture)
      Output.say(String(repeating: "=", count: frame.size.columns))
    }
  }

  private func clock() throws -> () -> Timestamp {
    guard let now else { return { Clock.now } }
    guard let moment = DateReading.read(now) else {
      throw Failure("--now takes a time, such as 2026-11-22T12:00:00Z", status: Failure.misuse)
    }
    return { moment.assuming(zone: WallClock.zoneOffset) }
  }

  func state(
    _ opening: Opening, settings: Settings, searches: [SavedSearch], glass: some Display,
    now: Timestamp = Clock.now,
    resumed: Resumption? = nil, look: Look = Look(), keyUses: KeyUses = KeyUses(), greeting: String? = nil
  ) throws -> State {
    let theme = try settings.theme(theme)
    let library = opening.library
    let named =
      kiosk
      ? []
      : settings.libraries.map { named in
        (name: named.name, isOpen: Library.identity(of: named.directories) == library.identity)
      }
    // Several directories have no name of their own.
    let own = library.directories.count > 1 ? named.first(where: \.isOpen)?.name : nil
    return State(
      libraryName: (kiosk ? settings.kiosk.name : own) ?? library.name, size: glass.size,
      colours: glass.colours, theme: theme, now: now,
      typesetting: settings.typesetting,
      savedSearches: searches,
      searches: kiosk ? [] : SearchHistory.usual.load(), opening: opening.story, resumed: resumed,
      // A single file or a pipe has no list to go back to.
      quitsAtOnce: settings.quitsAtOnce || opening.loose != nil, isKiosk: kiosk, greeting: greeting,
      waysOut: settings.waysOut,
      libraries: named,
      preferences: settings.preferences(isKiosk: kiosk), look: look, keyUses: keyUses)
  }
}
