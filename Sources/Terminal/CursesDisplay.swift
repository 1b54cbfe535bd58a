internal import CNcurses
internal import CSignals
internal import Glibc
public import Screen

/// The real display: curses on the program's terminal.
///
/// There is one at a time. Frames are blitted row by row, only the rows that changed; curses sends the difference.
/// However the program ends, the terminal is given back: see `CSignals`.
public struct CursesDisplay: Display {
  /// The size of the next frame.
  public private(set) var size: Size
  /// How many colours are used.
  public let colours: ColourDepth

  private let terminal: Int32
  private let wakeUp: Int32
  private let keys: UnsafeMutablePointer<WINDOW>
  private let palette: CursesPalette
  private var decoder = KeyDecoder()
  private var shown: Frame?
  private var isLost = false

  /// Takes the terminal over.
  ///
  /// Keys come from standard input, or from /dev/tty where that is no terminal.
  public static func open() throws(TerminalError) -> CursesDisplay {
    guard isatty(STDOUT_FILENO) == 1 else { throw .noTerminal }
    if setlocale(LC_ALL, "") == nil || String(cString: nl_langinfo(Int32(CODESET))) != "UTF-8" {
      // Terminals speak UTF-8 today, also where nobody has said so.
      if setlocale(LC_CTYPE, "C.UTF-8") == nil { _ = setlocale(LC_CTYPE, "en_US.UTF-8") }
    }
    try checkTerminfo()
    let input =
      isatty(STDIN_FILENO) == 1 ? STDIN_FILENO : Glibc.open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY)
    guard input >= 0, let source = fdopen(input, "r"), let target = fdopen(STDOUT_FILENO, "w") else {
      throw .noTerminal
    }
    let wakeUp = newsroom_signals_open(STDOUT_FILENO)
    guard wakeUp >= 0 else { throw .failed(String(cString: strerror(errno))) }
    newsroom_signals_install()
    let farewell = Self.farewell
    newsroom_signals_arm(farewell, farewell.utf8.count)
    use_env(false)
    set_escdelay(25)
    guard newterm(nil, target, source) != nil, let keys = newpad(1, 1) else {
      newsroom_signals_restore()
      throw .unknownTerminal
    }
    newsroom_signals_install()
    return CursesDisplay(terminal: input, wakeUp: wakeUp, keys: keys)
  }

  private init(terminal: Int32, wakeUp: Int32, keys: UnsafeMutablePointer<WINDOW>) {
    self.terminal = terminal
    self.wakeUp = wakeUp
    self.keys = keys
    palette = CursesPalette()
    colours = palette.depth
    size = Size(columns: 80, rows: 24)
    raw()
    noecho()
    nonl()
    keypad(keys, true)
    nodelay(keys, true)
    leaveok(newsroom_stdscr(), false)
    scrollok(newsroom_stdscr(), false)
    KeyDecoder.definePasteKeys()
    Self.send("\u{1B}[?2004h")
    _ = takeSize()
  }

  /// Gives the terminal back; nothing can be shown after that.
  public mutating func close() {
    curs_set(1)
    endwin()
    newsroom_signals_restore()
  }

  /// Ends the program by a signal, as if it had never been caught, so that the shell sees it.
  public static func endBySignal(_ signal: Int32) {
    newsroom_signals_die(signal)
  }

  // MARK: Painting

  /// Shows a frame; rows that have not changed cost nothing.
  public mutating func paint(_ frame: Frame) {
    guard let window = newsroom_stdscr() else { return }
    for row in 0..<frame.size.rows where shown.map({ !frame.isRow(row, equalTo: $0) }) ?? true {
      for run in frame.runs(row: row) {
        let (attributes, pair) = palette.pen(for: run.style)
        newsroom_set_style(window, attributes, pair)
        mvwaddnstr(window, Int32(row), Int32(run.column), run.text, Int32(run.text.utf8.count))
      }
    }
    if let cursor = frame.cursor {
      wmove(window, Int32(cursor.row), Int32(cursor.column))
      if shown?.cursor == nil { curs_set(1) }
    } else if shown == nil || shown?.cursor != nil {
      curs_set(0)
    }
    wnoutrefresh(window)
    doupdate()
    shown = frame
  }

  /// Paints everything anew at the next frame, over whatever others wrote on the screen.
  public mutating func repaint() {
    clearok(newsroom_stdscr(), true)
    shown = nil
  }

  // MARK: Waiting

  /// Sleeps until a key, a signal or mail comes, and gives all that has come.
  public mutating func next(watching mailbox: Int32?) -> [Input] {
    while true {
      var watched = [terminal, wakeUp, mailbox ?? -1].map {
        pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
      }
      let count = poll(&watched, nfds_t(watched.count), -1)
      if count < 0, errno != EINTR { return [.ended(signal: SIGHUP)] }
      var inputs = events()
      if count > 0, watched[0].revents != 0 { inputs += keyInputs(hungUp: watched[0].revents) }
      if count > 0, watched[2].revents != 0 { inputs.append(.mail) }
      if !inputs.isEmpty { return inputs }
    }
  }

  private mutating func events() -> [Input] {
    var signal: Int32 = 0
    let events = newsroom_signals_take(&signal)
    if signal != 0 { return [.ended(signal: signal)] }
    var isResized = false
    if events & Int32(newsroom_event_stop) != 0 {
      suspend()
      isResized = true
    }
    if events & Int32(newsroom_event_continued) != 0 {
      enter()
      isResized = true
    }
    if events & Int32(newsroom_event_resized) != 0, takeSize() { isResized = true }
    return isResized ? [.resized(size)] : []
  }

  private mutating func keyInputs(hungUp: Int16) -> [Input] {
    var inputs: [Input] = []
    var readAnything = false
    var code: UInt32 = 0
    // A flood of keys is taken in portions, so that the screen is painted in between.
    for _ in 0..<256 {
      let kind = wget_wch(keys, &code)
      guard kind != ERR else { break }
      readAnything = true
      let input =
        kind == KEY_CODE_YES
        ? decoder.input(code: Int(code)) : Unicode.Scalar(code).flatMap { decoder.input(character: $0) }
      if let input { inputs.append(input) }
    }
    if !readAnything, isHungUp(hungUp) { inputs.append(.ended(signal: SIGHUP)) }
    return inputs
  }

  /// Whether nothing will ever come again: a hang-up, or a readable terminal without a byte.
  private func isHungUp(_ events: Int16) -> Bool {
    if events & Int16(POLLHUP | POLLERR | POLLNVAL) != 0 { return true }
    var waiting: Int32 = 0
    return ioctl(terminal, UInt(FIONREAD), &waiting) != 0
  }

  // MARK: Leaving and coming back

  /// Leaves the screen to the shell until the program is continued.
  public mutating func suspend() {
    curs_set(1)
    endwin()
    Self.send("\u{1B}[?2004l")
    newsroom_signals_stop()
    enter()
  }

  /// Takes the terminal over again after a stop.
  private mutating func enter() {
    reset_prog_mode()
    Self.send("\u{1B}[?2004h")
    _ = takeSize()
    repaint()
  }

  /// Asks the terminal for its size; whether it has changed.
  private mutating func takeSize() -> Bool {
    let new = TerminalSize.of(STDOUT_FILENO) ?? Size(columns: 80, rows: 24)
    guard new != size || shown == nil else { return false }
    size = new
    resizeterm(Int32(new.rows), Int32(new.columns))
    repaint()
    return true
  }

  private static func send(_ text: String) {
    _ = text.withCString { Glibc.write(STDOUT_FILENO, $0, strlen($0)) }
  }
}
