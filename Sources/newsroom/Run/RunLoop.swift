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
      for input in glass.next(watching: mailbox.descriptor) {
        #if DEBUG
          CrashKey.heed(input)
        #endif
        switch input {
        case .ended(let signal): ending = signal
        case .key, .mouse, .pasted: heard?()
        case .resized, .mail: break
        }
        for letter in letters(for: input) where goesOn {
          goesOn = perform(state.update(letter.event, answering: letter.ticket))
        }
        if ending != nil { goesOn = false }
      }
      if goesOn { glass.paint(state.view()) }
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
