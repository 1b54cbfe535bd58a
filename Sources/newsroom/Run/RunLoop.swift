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
        for letter in letters(for: input) where goesOn {
          goesOn = perform(state.update(letter.event, answering: letter.ticket))
        }
        if ending != nil { goesOn = false }
      }
      if goesOn { glass.paint(state.view()) }
      // The list first: the directory is looked through when the index has been shown.
      if checksDirectory {
        if let keeper { keeper.begin() } else { runner.refresher.ask(saysWhatIsNew: false) }
      }
      checksDirectory = false
    }
    // A script is no visit.
    runner.finish(endsVisit: keeper != nil)
    return ending
  }

  private func letters(for input: Input) -> [Mailbox.Letter] {
    let now = clock()
    let dayChanged = now.day != state.now.day ? [Mailbox.Letter(event: .clock(now))] : []
    return dayChanged + (input == .mail ? mailbox.take() : [Mailbox.Letter(event: .input(input))])
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
      default: runner.run(request)
      }
    }
    return true
  }
}
