internal import CNcurses
internal import CSignals
public import Screen
public import System

/// The real display: frames go to the terminal through curses; keys and signals come back.
///
/// There is one terminal, so open one display at a time, and use it only on the main thread. However the
/// program ends, the terminal is restored: see `CSignals`.
///
///     let display = try CursesDisplay.open(input: .standardInput, output: screen)
///     display.paint(frame)
///     let inputs = display.next(watching: mailbox)
///     …
///     display.close()
///     if let signal { CursesDisplay.endBySignal(signal) }
public final class CursesDisplay: Display {
  /// The size of the next frame.
  public internal(set) var size: Size
  /// How many colours it can show.
  public var colours: ColourDepth { pen.depth }

  /// The known terminal that this one is treated as, if the system does not know it; nil otherwise.
  public let substitute: String?

  let keyboard: Descriptor
  let output: Int32
  let wake: Int32
  let description: TerminalDescription
  var decoder: KeyDecoder
  var clicks = ClickPairs()
  /// What is on the screen; nil if unknown.
  var shown: Frame?
  /// The next frame to show, while the line is busy.
  var waiting: Frame?
  var pacing = LinePacing()
  /// Whether the program has yet to hear of the size.
  var isSizeNews = false
  private let screen: OpaquePointer
  private var pen: Pen
  private let characters: CharacterSet
  private var galley: Galley
  private var styles = BriefStyles()
  private var isOpen = true
  private var line: [wchar_t] = []

  /// Takes over the terminal: alternate screen, no echo, keys as they are pressed.
  ///
  /// Ctrl-C, Ctrl-Z and Ctrl-\ arrive as keys. If `input` is not a terminal, keys come from `/dev/tty`.
  /// `TERM`, `COLORTERM` and `NO_COLOR` are read from the environment.
  ///
  /// - Parameters:
  ///   - usesMouse: whether to ask for mouse reports, on terminals like xterm.
  ///   - colour: what the reader says of 24-bit colours.
  /// - Throws: why this terminal can't be used; it is then left unchanged.
  public static func open(
    input: Descriptor, output: Descriptor, usesMouse: Bool = false, colour: DirectColour.Wish = .auto
  ) throws(TerminalError) -> CursesDisplay {
    guard TerminalDevice.isTerminal(output.number) else { throw .outputIsNoTerminal }
    guard let name = Environment["TERM"] else { throw .unnamed }
    let keyboard =
      TerminalDevice.isTerminal(input.number) ? input : try? Descriptor.open("/dev/tty", .readAndWrite)
    guard let keyboard else { throw .noKeyboard }
    if let direct = DirectColour.description(of: name, colour, { Environment[$0] }),
      (try? check(name: direct, output: output.number)) != nil
    {
      return try CursesDisplay(
        name: direct, output: output.number, keyboard: keyboard, ownColours: DirectColour.ownColours,
        usesMouse: usesMouse)
    }
    return try open(name: name, output: output.number, keyboard: keyboard, usesMouse: usesMouse)
  }

  /// Takes over a terminal by name and descriptors.
  static func open(name: String, output: Int32, keyboard: Descriptor, usesMouse: Bool = false)
    throws(TerminalError) -> CursesDisplay
  {
    do throws(TerminalError) {
      try check(name: name, output: output)
      return try CursesDisplay(name: name, output: output, keyboard: keyboard, usesMouse: usesMouse)
    } catch {
      guard error == .unknown, TerminalDescription.isName(name) else { throw error }
      for near in NearTerminal.names(for: name) {
        guard (try? check(name: near, output: output)) != nil else { continue }
        return try CursesDisplay(
          name: near, output: output, keyboard: keyboard, substitute: near, usesMouse: usesMouse)
      }
      throw error
    }
  }

  /// Checks that curses can use the terminal.
  ///
  /// Done first, because newterm() doesn't say why it refuses one, and initscr() would print TERM unfiltered.
  private static func check(name: String, output: Int32) throws(TerminalError) {
    guard TerminalDescription.isName(name) else { throw .unknown }
    var found: Int32 = 0
    let isUsable = setupterm(name, output, &found) == OK
    guard isUsable || found == 1 else { throw .unknown }
    guard isUsable, newsroom_move(0, 0) != nil else { throw .tooSimple }
  }

  /// Starts curses at the clamped size.
  ///
  /// LINES, COLUMNS and the terminal's claim (up to 65535 by 65535) decide how much memory curses takes. The
  /// environment is the one source of a size that curses reads on every terminal. It is left alone if curses
  /// finds that size by itself, because another thread may read it once a library was open.
  private static func newScreen(
    name: String, size: Size, output: Int32, keyboard: Int32
  ) -> OpaquePointer? {
    use_env(true)
    use_tioctl(false)
    let claim = TerminalDevice.size(of: output)
    if !Environment.hasAny(of: ["LINES", "COLUMNS"]), let claim,
      Size(columns: claim.columns, rows: claim.rows) == size
    {
      return newsroom_newterm(name, output, keyboard)
    }
    return Environment.with([("LINES", "\(size.rows)"), ("COLUMNS", "\(size.columns)")]) {
      newsroom_newterm(name, output, keyboard)
    }
  }

  private init(
    name: String, output: Int32, keyboard: Descriptor, substitute: String? = nil, ownColours: Int = 8,
    usesMouse: Bool
  ) throws(TerminalError) {
    self.substitute = substitute
    characters = CharacterSet.choose()
    self.output = output
    size = TerminalSize.of(descriptor: output)
    description = TerminalDescription(lastRow: size.rows - 1, usesMouse: usesMouse)
    let restore = description.restore
    wake = restore.withUnsafeBytes {
      newsroom_signals_install(output, $0.baseAddress?.assumingMemoryBound(to: CChar.self), $0.count)
    }
    guard wake >= 0 else { throw .refused(errno: SystemError.last.number) }
    newsroom_signals_hold(true)
    do throws(SystemError) {
      galley = try Galley(terminal: output)
    } catch {
      newsroom_signals_uninstall()
      throw .refused(errno: error.number)
    }
    let screen = Self.newScreen(
      name: name, size: size, output: galley.descriptor.number, keyboard: keyboard.number)
    guard let screen else {
      newsroom_signals_uninstall()
      throw .unknown
    }
    self.screen = screen
    self.keyboard = keyboard
    raw()
    noecho()
    nonl()
    // Otherwise curses stops drawing when a key is waiting, and leaves a frame half drawn.
    typeahead(-1)
    let described = Int(newsroom_described_colours())
    pen = Pen(
      depth: ColourDepth.detect(described: described) { Environment[$0] }, ownColours: ownColours)
    decoder = KeyDecoder(described: description.keys, usesMouse: !description.mouseOn.isEmpty)
    scrollok(newsroom_stdscr(), false)
    send(description.pasteOn + description.mouseOn)
  }

  deinit { close() }

  /// Restores the terminal for good; a second call does nothing.
  public func close() {
    guard isOpen else { return }
    isOpen = false
    awaitAnswer()
    newsroom_signals_uninstall()
    delscreen(screen)
  }

  /// Ends the process with a signal, so that its parent sees why it ended.
  ///
  /// - Parameter signal: as in `Input.ended`; 0, a lost terminal, counts as SIGHUP.
  public static func endBySignal(_ signal: Int32) -> Never {
    newsroom_signals_die((1..<64).contains(signal) ? signal : hangUp)
  }

  /// SIGHUP, as in signal(7).
  private static let hangUp: Int32 = 1

  /// Shows a frame, or keeps it until the line is free; only the last one kept is shown.
  public func paint(_ frame: Frame) {
    let now = MonotonicClock.milliseconds
    waiting = frame
    guard pacing.frameWaits(at: now) == nil else { return }
    paintWaiting(at: now)
  }

  /// Shows the waiting frame, and sends the question if the line should be watched.
  func paintWaiting(at now: Int) {
    guard let frame = waiting else { return }
    waiting = nil
    guard isOpen, frame != shown else { return }
    let picture = show(frame)
    let question = pacing.painted(at: now) ? Self.question : []
    if !picture.isEmpty || !question.isEmpty { send(picture + question) }
  }

  /// Primary device attributes (ECMA-48, section 8.3.24).
  private static let question = Array("\u{1B}[c".utf8)

  /// What to send for the cells that differ from the screen; equal rows are skipped.
  private func show(_ frame: Frame) -> [UInt8] {
    guard let window = newsroom_stdscr() else { return [] }
    guard isDrawable else {
      defer { shown = frame }
      return frame.size == shown?.size ? [] : gather { clear(window) }
    }
    for row in 0..<min(frame.size.rows, size.rows) {
      if let shown, frame.isRow(row, equalTo: shown) { continue }
      draw(row, of: frame, in: window)
    }
    defer { shown = frame }
    return gather {
      place(cursor: frame.cursor, in: window)
      wnoutrefresh(window)
      doupdate()
    }
  }

  /// What curses sends while it draws, in few bytes and as one picture.
  ///
  /// A small one reaches the terminal whole anyway, because it is written at once.
  func gather(_ draw: () -> Void) -> [UInt8] {
    let sent = galley.gather(draw)
    guard !sent.isEmpty else { return [] }
    var output: [UInt8] = []
    output.reserveCapacity(sent.count + 32)
    if description.hasPlainStyles {
      styles.write(sent, to: &output)
    } else {
      output.append(contentsOf: sent)
    }
    guard output.count >= Self.large else { return output }
    return description.pictureBegins + output + description.pictureEnds
  }

  /// Notes that others may have written on the terminal.
  func forgetStyles() { styles.forget() }

  /// From how many bytes a frame may come in parts: a packet of the internet carries 1,220 at least.
  private static let large = 1_200

  /// Whether curses may draw: in a single column it moves the cell left of the last one, and there is none,
  /// so that it would send what lies before the row in memory.
  var isDrawable: Bool { size.columns > 1 && size.rows > 1 }

  /// Empties the screen: curses sends what it has begun with, then clears, and has nothing more to say.
  private func clear(_ window: UnsafeMutablePointer<WINDOW>) {
    werase(window)
    clearok(newsroom_curscr(), true)
    wnoutrefresh(window)
    doupdate()
  }

  private func draw(_ row: Int, of frame: Frame, in window: UnsafeMutablePointer<WINDOW>) {
    frame.forEachRun(row: row) { column, scalars, style in
      guard column < size.columns else { return }
      let ink = pen.ink(for: style)
      newsroom_set_style(window, ink.attributes, ink.pair)
      line.removeAll(keepingCapacity: true)
      for scalar in scalars { line.append(wchar_t(characters.shown(scalar).value)) }
      wmove(window, Int32(row), Int32(column))
      line.withUnsafeBufferPointer { _ = waddnwstr(window, $0.baseAddress, Int32($0.count)) }
    }
  }

  private func place(cursor: Frame.Position?, in window: UnsafeMutablePointer<WINDOW>) {
    leaveok(window, cursor == nil)
    if let cursor {
      let row = min(max(cursor.row, 0), size.rows - 1)
      wmove(window, Int32(row), Int32(min(max(cursor.column, 0), size.columns - 1)))
    }
    if cursor == nil || shown?.cursor == nil || shown == nil { curs_set(cursor == nil ? 0 : 1) }
  }

  /// Makes the next frame paint the whole screen, over whatever others wrote on it.
  public func repaint() {
    shown = nil
    styles.forget()
    clearok(newsroom_curscr(), true)
  }

  /// Puts text on the clipboard of the reader's terminal, if the terminal lets it (OSC 52).
  public func copy(_ text: String) {
    guard isOpen else { return }
    send(Clipboard.sequence(for: text, through: .find { Environment[$0] }))
  }

  /// Rings the bell, and notifies the desktop of the reader's terminal, if the terminal lets it.
  public func ring(_ notice: Notice) {
    guard isOpen else { return }
    switch notice.bell {
    case .sound: send([0x07])
    case .flash: flash()
    case .off: break
    }
    send(DesktopNotice.sequence(for: notice) { Environment[$0] })
  }

  /// Sends bytes past curses.
  func send(_ bytes: [UInt8]) {
    try? Descriptor(borrowing: output).write(bytes)
  }
}
