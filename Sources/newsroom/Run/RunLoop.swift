internal import Messages
internal import NewsroomUI
internal import Screen
internal import Stories
internal import System

/// The main loop of the reader: one thread that owns the display, changes the state and draws it.
struct RunLoop<Glass: Display> {
  var glass: Glass
  var state: State
  let runner: EffectRunner
  let mailbox: Mailbox
  /// Keeps the reader up to date; without one, the directory is read once.
  var keeper: DirectoryKeeper?
  /// Starts other programs; without one, none is started.
  var outside: OutsidePrograms?
  /// The named library that the reader asked for, to be opened after this one.
  private(set) var nextLibrary: NamedLibrary?
  /// The clock, read before each batch of input.
  var clock: () -> Timestamp
  /// Called for every key.
  var heard: (() -> Void)?

  /// Runs until the reader quits or a signal ends the program.
  ///
  /// - Returns: the signal that ended it; nil for an ordinary quit.
  mutating func run() -> Int32? {
    var ending: Int32?
    var goesOn = perform(state.start())
    var checksDirectory = true
    glass.paint(state.view())
    while goesOn {
      var isSeen = false
      if glass.isQuiet(for: Self.restless, watching: mailbox.descriptor) { rest() }
      for input in glass.next(watching: mailbox.descriptor) {
        #if DEBUG
          CrashKey.heed(input)
        #endif
        switch input {
        case .ended(let signal): ending = signal
        case .key, .mouse, .pasted: heard?()
        case .resized, .mail: break
        }
        take(letters(for: input), &goesOn, &isSeen)
        if ending != nil { goesOn = false }
      }
      if isSeen { awaitStory(&goesOn, &isSeen) }
      if goesOn, isSeen { glass.paint(state.view()) }
      // Show the list from the index first, then look for changes in the directory.
      if checksDirectory {
        if let keeper { keeper.begin() } else { runner.refresher.ask(saysWhatIsNew: false) }
      }
      checksDirectory = false
    }
    // A script does not count as a visit.
    runner.finish(endsVisit: keeper != nil)
    return ending
  }

  /// Changes the state by letters; notes whether the reader goes on, and whether anything is to be seen.
  private mutating func take(_ letters: [Mailbox.Letter], _ goesOn: inout Bool, _ isSeen: inout Bool) {
    for letter in letters where goesOn {
      goesOn = perform(state.update(letter.event, answering: letter.ticket))
      if letter.event.isSeen { isSeen = true }
    }
  }

  /// Waits a moment for the story that the keys asked for: most come in a few milliseconds, and painting the
  /// list first would take longer.
  private mutating func awaitStory(_ goesOn: inout Bool, _ isSeen: inout Bool) {
    let end = MonotonicClock.milliseconds + Self.patience
    while goesOn, state.isStoryComing {
      let left = end - MonotonicClock.milliseconds
      guard left > 0, glass.hasNews(from: mailbox.descriptor, within: left) else { return }
      take(letters(for: .mail), &goesOn, &isSeen)
    }
  }

  /// Gives memory back, because the reader reads.
  private func rest() {
    state.rest()
    runner.rest()
    HeapMemory.giveBack()
  }

  /// How long nothing must happen before memory is given back, in milliseconds.
  private static var restless: Int { 2_000 }

  /// In milliseconds: less than a picture of a screen takes, which is shown 60 times a second.
  private static var patience: Int { 12 }

  private func letters(for input: Input) -> [Mailbox.Letter] {
    let now = clock()
    let dayChanged = now.day != state.now.day ? [Mailbox.Letter(event: .clock(now))] : []
    return dayChanged + (input == .mail ? mailbox.take() : [Mailbox.Letter(event: .input(input))])
  }

  /// Lends the terminal to another program.
  private mutating func start(_ effect: Effect) {
    guard let outside else {
      return mailbox.post(.ran("no other program is started here", isFailure: true))
    }
    var answer: Event?
    keeper?.pause()
    glass.lend { answer = outside.run(effect) }
    keeper?.resume()
    if let answer { mailbox.post(answer) }
  }

  /// Chooses another library to open next; false if it can't be opened, which the bottom line says.
  private mutating func open(_ name: String) -> Bool {
    guard let library = outside?.settings.libraries.first(where: { $0.name == name }) else {
      mailbox.post(.ran("no other library is opened here", isFailure: true))
      return false
    }
    for path in library.directories
    where FileStatus(of: path)?.kind != .folder || !Paths.isReadable(path) {
      mailbox.post(.ran("can't read the directory \(path)", isFailure: true))
      return false
    }
    nextLibrary = library
    return true
  }

  private mutating func perform(_ requests: [Request]) -> Bool {
    for request in requests {
      switch request.effect {
      case .quit: return false
      case .suspend:
        keeper?.pause()
        glass.suspend()
        keeper?.resume()
      case .repaint: glass.repaint()
      case .copy(let text): glass.copy(text)
      case .ring(let notice): glass.ring(notice)
      case .openLibrary(let name): if open(name) { return false }
      case .pipe, .browse, .edit, .editClips: start(request.effect)
      default: runner.run(request)
      }
    }
    return true
  }
}
