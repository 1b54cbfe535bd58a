internal import NewsroomUI
internal import Screen
internal import Stories

/// The reader at work: one thread that owns the glass, changes the state, and paints it.
struct RunLoop<Glass: Display> {
  var glass: Glass
  var state: State
  let runner: EffectRunner
  let mailbox: Mailbox
  /// Keeps what is shown up to date; without one the directory is read once.
  var keeper: DirectoryKeeper?
  /// The time, asked for before each batch of input.
  var clock: () -> Timestamp

  /// Runs until the reader quits or the program is told to end.
  ///
  /// - Returns: the signal that ended it, nil for an ordinary quit.
  mutating func run() -> Int32? {
    var ending: Int32?
    var goesOn = perform(state.start())
    var checksDirectory = true
    glass.paint(state.view())
    while goesOn {
      for input in glass.next(watching: mailbox.descriptor) {
        if case .ended(let signal) = input { ending = signal }
        for event in events(for: input) where goesOn {
          goesOn = perform(state.update(event))
        }
        if ending != nil { goesOn = false }
      }
      if goesOn { glass.paint(state.view()) }
      // The list first: the directory is looked through when the index has been shown.
      if checksDirectory {
        if let keeper { keeper.begin() } else { runner.run(.refresh) }
      }
      checksDirectory = false
    }
    // A script is no visit.
    runner.finish(endsVisit: keeper != nil)
    return ending
  }

  private func events(for input: Input) -> [Event] {
    let now = clock()
    let dayChanged = now.day != state.now.day ? [Event.clock(now)] : []
    return dayChanged + (input == .mail ? mailbox.take() : [.input(input)])
  }

  private mutating func perform(_ effects: [Effect]) -> Bool {
    for effect in effects {
      switch effect {
      case .quit: return false
      case .suspend:
        keeper?.pause()
        glass.suspend()
        keeper?.resume()
      case .repaint: glass.repaint()
      default: runner.run(effect)
      }
    }
    return true
  }
}
