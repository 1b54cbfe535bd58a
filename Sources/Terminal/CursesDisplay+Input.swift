internal import CNcurses
internal import CSignals
public import Screen
internal import System

extension CursesDisplay {
  /// Waits for keys, a new size, the mailbox or the end, and returns what came, keys first and in order.
  ///
  /// It uses no CPU while it waits. After ESC, which may be a key or begin a sequence, it waits at most 40
  /// ms. After `Input.ended` the program has a second before the terminal is restored and the process ends.
  public func next(watching mailbox: Int32?) -> [Input] {
    var mailbox = mailbox
    while true {
      let now = MonotonicClock.milliseconds
      if pacing.frameWaits(at: now) == nil { paintWaiting(at: now) }
      let waited = wait(mailbox: mailbox, from: now)
      if waited.isMailboxGone { mailbox = nil }
      var inputs: [Input] = []
      if waited.isTimeOut { inputs = decoder.timeOut() }
      let isLost = waited.hasKeys && !readKeys(into: &inputs)
      if waited.hasSignals { heedSignals() }
      if isSizeNews {
        isSizeNews = false
        inputs.append(.resized(size))
      }
      if waited.hasMail {
        pacing.tookNews(at: now)
        inputs.append(.mail)
      }
      let signal = newsroom_signals_ending()
      if signal != 0 {
        inputs.append(.ended(signal: signal))
      } else if isLost {
        newsroom_signals_hang_up()
        inputs.append(.ended(signal: 0))
      }
      if !inputs.isEmpty { return MouseReports.withoutOvertaken(inputs) }
    }
  }

  /// Waits a moment for news that is on its way; on a slow line the list moves at once.
  public func hasNews(from mailbox: Int32, within milliseconds: Int) -> Bool {
    let now = MonotonicClock.milliseconds
    guard pacing.newsWaits(at: now) == nil, pacing.frameWaits(at: now) == nil else { return false }
    guard let found = wait(for: milliseconds, watching: mailbox), found.hasInput(0), !found.hasNews(1),
      !found.hasNews(2)
    else { return false }
    pacing.tookNews(at: now)
    return true
  }

  /// Waits until something happens, for as long as some milliseconds.
  public func isQuiet(for milliseconds: Int, watching mailbox: Int32) -> Bool {
    let now = MonotonicClock.milliseconds
    guard waiting == nil, decoder.patience == nil, pacing.newsWaits(at: now) == nil else { return false }
    guard let found = wait(for: milliseconds, watching: mailbox) else { return false }
    return !(0..<3).contains { found.hasNews($0) }
  }

  /// What happens within some milliseconds: mail, keys, signals.
  private func wait(for milliseconds: Int, watching mailbox: Int32) -> Readiness.Found? {
    try? Readiness.wait(
      for: [mailbox, keyboard.number, wake], milliseconds: Int32(clamping: milliseconds))
  }

  /// Gives the screen to the shell until the program is continued; if no shell can do that, only repaints.
  public func suspend() {
    leave()
    newsroom_signals_stop()
    _ = newsroom_signals_take_continue()
    _ = newsroom_signals_take_stop()
    if newsroom_signals_ending() == 0 { enter() }
  }

  /// Gives the screen to another program as long as `work` runs it.
  public func lend(_ work: () -> Void) {
    leave()
    work()
    if newsroom_signals_ending() == 0 { enter() }
  }

  /// What `poll` reported.
  private struct Waited {
    var isTimeOut = false
    var hasKeys = false
    var hasSignals = false
    var hasMail = false
    var isMailboxGone = false
  }

  /// Waits for any input; ignores the mailbox while its news has to wait.
  private func wait(mailbox: Int32?, from now: Int) -> Waited {
    let news = pacing.newsWaits(at: now)
    let held = [waiting == nil ? nil : pacing.frameWaits(at: now), mailbox == nil ? nil : news]
      .compactMap { $0.map { Int32(clamping: max(1, $0 - now)) } }.min()
    var patience = [decoder.patience, held].compactMap(\.self).min()
    if isSizeNews || newsroom_signals_ending() != 0 { patience = 0 }
    let descriptors = [keyboard.number, wake, news == nil ? mailbox : nil]
    let found = try? Readiness.wait(for: descriptors, milliseconds: patience)
    guard let found, !found.isTimeOut, !found.isInterrupted else {
      return Waited(isTimeOut: found?.isTimeOut == true && decoder.patience == patience, hasSignals: true)
    }
    return Waited(
      hasKeys: found.hasNews(0), hasSignals: found.hasNews(1), hasMail: found.hasInput(2),
      isMailboxGone: found.isGone(2))
  }

  /// Reads waiting bytes, at most 64 KiB at a time.
  ///
  /// - Returns: false if the terminal is gone.
  private func readKeys(into inputs: inout [Input]) -> Bool {
    var buffer = [UInt8](repeating: 0, count: 4_096)
    for _ in 0..<16 {
      do throws(SystemError) {
        let count = try keyboard.read(into: &buffer)
        guard count > 0 else { return false }
        inputs += decode(buffer[..<count])
        // Terminals give what they have, so that there is rarely more after a few bytes.
        guard count >= 256, try Readiness.wait(for: [keyboard.number], milliseconds: 0).canRead(0)
        else { break }
      } catch {
        return error == .wouldBlock
      }
    }
    return true
  }

  /// Turns bytes into keys; an answer of the terminal means that the line is free.
  private func decode(_ bytes: ArraySlice<UInt8>) -> [Input] {
    decoder.isAnswerDue = pacing.isAnswerDue
    let now = MonotonicClock.milliseconds
    let inputs = decoder.decode(bytes).map { input in
      guard case .mouse(let action) = input else { return input }
      return .mouse(clicks.understand(action, at: now))
    }
    if decoder.takeAnswer() { pacing.answered(at: now) }
    for input in inputs {
      switch input {
      case .key, .mouse: pacing.key(at: now)
      default: break
      }
    }
    return inputs
  }

  /// Waits for an answer that is still due, so that the shell does not receive it as typing.
  func awaitAnswer() {
    var buffer = [UInt8](repeating: 0, count: 4_096)
    while let until = pacing.awaitedUntil(MonotonicClock.milliseconds) {
      let left = until - MonotonicClock.milliseconds
      guard left > 0,
        let found = try? Readiness.wait(for: [keyboard.number], milliseconds: Int32(clamping: left)),
        found.canRead(0), let count = try? keyboard.read(into: &buffer), count > 0
      else { return }
      _ = decode(buffer[..<count])
    }
  }

  private func heedSignals() {
    newsroom_signals_drain()
    if newsroom_signals_take_stop() {
      suspend()
    } else if newsroom_signals_take_continue() {
      // After SIGSTOP, which gives no warning, the shell has used the terminal. In the background, the first
      // call stops the program until it may use the terminal again.
      reset_prog_mode()
      leave()
      enter()
    }
    if newsroom_signals_take_resize() { measure() }
  }

  private func leave() {
    awaitAnswer()
    send(description.mouseOff + description.pasteOff)
    endwin()
    forgetStyles()
    newsroom_signals_hold(false)
  }

  private func enter() {
    newsroom_signals_hold(true)
    reset_prog_mode()
    send(description.pasteOn + description.mouseOn)
    measure()
    if isDrawable { send(gather { doupdate() }) }
  }

  /// Reads the terminal's size; the next frame is painted whole.
  private func measure() {
    size = TerminalSize.of(descriptor: output)
    resizeterm(Int32(size.rows), Int32(size.columns))
    send(description.marginsOff)
    repaint()
    isSizeNews = true
  }
}
