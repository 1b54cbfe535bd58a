internal import ArgumentParser
internal import Messages

/// `newsroom manual`: the manual pages, and the systemd units they mention.
struct Manual: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual",
    abstract: "Print the manual page.",
    discussion: "To read it: newsroom manual | man -l -")

  @Flag(help: "Print the manual page of newsroom.toml instead.")
  var settings = false

  @Flag(help: "Print the manual page of reading rooms, newsroom-kiosk(7), instead.")
  var kiosk = false

  @Option(
    help: ArgumentHelp("Print the short part in another language: da, sv or de.", valueName: "language"))
  var language: String?

  @Flag(help: "Print a systemd unit that keeps an index up to date for all users of a computer.")
  var service = false

  @Flag(help: "Print a systemd unit that keeps the index of your own library up to date.")
  var userService = false

  @Flag(help: "Print a systemd unit that mails you a digest of what has come.")
  var digestService = false

  @Flag(help: "Print the timer that starts it every morning.")
  var digestTimer = false

  func validate() throws {
    if [settings, kiosk, service, userService, digestService, digestTimer, language != nil]
      .count(where: { $0 }) > 1
    {
      throw ValidationError("one page or unit can be printed at a time.")
    }
    if let language, Language(rawValue: language) == nil {
      throw ValidationError("--language takes da, sv or de.")
    }
  }

  func run() throws {
    if settings { return Output.write(SettingsPage.text) }
    if kiosk { return Output.write(KioskPage.text) }
    if let language = language.flatMap(Language.init(rawValue:)), language != .english {
      return Output.write(ShortPage.text(.of(language)))
    }
    if service { return Output.write(ServiceUnit.shared) }
    if userService { return Output.write(ServiceUnit.own) }
    if digestService { return Output.write(ServiceUnit.digest) }
    if digestTimer { return Output.write(ServiceUnit.digestTimer) }
    Output.write(try ManualPage.text())
  }
}
