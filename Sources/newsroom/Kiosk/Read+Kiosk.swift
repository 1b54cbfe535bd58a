internal import ArgumentParser
internal import ContentLibrary
internal import Messages
internal import NewsroomUI
internal import Screen
internal import Stories
internal import System
internal import Terminal

extension Read {
  /// Runs a session of a reading room: the reader, or a guest's command.
  func runKiosk() throws {
    // Hundreds of sessions run side by side, and none has much to do at once.
    HeapMemory.shareAmongThreads()
    let room = try ReadingRoom(self)
    let command = try room.guest.command.flatMap { $0.isEmpty ? nil : try GuestCommand($0) }
    let library = try room.open(wish: sandbox ?? .try)
    if let command {
      // A command is short; what takes longer was asked for to cost time.
      let limits = try SessionLimits(idle: nil, session: Self.commandSeconds)
      limits.begin(say: { _ in }, end: { ThisProcess.askToEnd() })
      defer { limits.finish() }
      do {
        return try command.run(in: library)
      } catch let error as LibraryError {
        throw Failure(GuestMessage.of(error))
      }
    }
    guard Output.isTerminal else {
      throw Failure("there is no terminal; connect with ssh -t", status: Failure.misuse)
    }
    try read(in: room, library)
  }

  /// How long a guest's command may take, in seconds.
  private static let commandSeconds = 60.0

  private func read(in room: ReadingRoom, _ library: Library) throws {
    let host = room.settings.kiosk
    let first = host.story.flatMap { try? StoryFinder.story($0, in: library) }
    let glass = try Self.display(room.settings)
    let mailbox = try Mailbox()
    let runner = EffectRunner(library: library, mailbox: mailbox, told: GuestMessage.of)
    let limits = try SessionLimits(
      idle: Self.seconds(idle ?? host.idle ?? Double(ReadingRoom.idleMinutes)),
      session: Self.seconds(session ?? host.session ?? 0))
    limits.begin(
      say: { mailbox.post(.failed(Phrase(told: $0))) }, end: { mailbox.post(.input(.ended(signal: 0))) })
    var loop = RunLoop(
      glass: glass,
      state: try state(
        Opening(library, story: first), settings: room.settings,
        searches: room.settings.readableSearches(of: library.identity, nil).searches, glass: glass,
        greeting: glass.substitute.map { room.settings.catalogue(Self.substituteNotice($0)) } ?? host.banner),
      runner: runner, mailbox: mailbox, keeper: runner.keeper(), clock: { Clock.now })
    loop.heard = { limits.heardKey() }
    let signal = loop.run()
    limits.finish()
    loop.glass.close()
    if let words = limits.words { Output.complain(words) }
    if let signal { CursesDisplay.endBySignal(signal) }
  }

  /// What is said where the terminal is not known.
  static func substituteNotice(_ name: String) -> Phrase {
    "This host does not know your terminal, and treats it as \(name)."
  }

  private static func seconds(_ minutes: Double) -> Double? { minutes > 0 ? minutes * 60 : nil }
}
