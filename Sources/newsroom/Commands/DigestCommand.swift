internal import ArgumentParser
internal import ContentLibrary
internal import Messages
internal import Stories
internal import StoryFormats
internal import System
internal import Words

extension Digest.Grouping: ExpressibleByArgument {}

/// `newsroom digest`: what has come, for a mail or a page.
struct DigestCommand: ParsableCommand {
  /// The forms of a digest.
  enum Form: String, CaseIterable, ExpressibleByArgument {
    case text, markdown, html, mail
  }

  static let configuration = CommandConfiguration(
    commandName: "digest",
    abstract: "Sum up what has come: by desk, with the longest and the most linked stories.",
    discussion: """
      Versions of a story are one entry; killed and withheld stories, and those under an embargo, are left \
      out. A mail is ready for `sendmail -t`: newsroom digest --to mail --mail-to you@example.org | \
      sendmail -t. Status 1: nothing has come. \(FieldHelp.text)
      """)

  @Argument(help: "Only stories that this search finds.")
  var query: [String] = []

  @OptionGroup var options: LibraryOptions

  @OptionGroup var freshness: Freshness

  @Option(
    help: ArgumentHelp(
      "Stories since then: 24h, 7d, 2w, a date, or last-visit for those new to the reader.",
      valueName: "time"))
  var since = "24h"

  @Option(help: "Group them by desk, source or author.")
  var by = Digest.Grouping.desk

  @Option(
    name: .customLong("to"), help: "Print text, Markdown, an HTML page, or a mail with both.")
  var form = Form.text

  @Option(help: ArgumentHelp("The reader of the mail; the user if not given.", valueName: "address"))
  var mailTo: String?

  @Option(help: ArgumentHelp("The sender of the mail.", valueName: "address"))
  var mailFrom: String?

  @Flag(
    help: ArgumentHelp(
      "Give the mail to sendmail(8) instead of printing it.",
      discussion: "newsroom-digest.timer does so every morning: see newsroom-digest.service."))
  var send = false

  func validate() throws {
    guard !send || form == .mail else { throw ValidationError("--send needs --to mail.") }
  }

  func run() throws {
    try ShellQuery.check(query)
    let now = Clock.now
    let since = try moment(now)
    let (library, _) = try options.openAndRefresh(quiet: true, freshness)
    var listings: [Listing] = []
    var count = 0
    let digest: Digest
    do {
      let fields = since == nil ? ["is:new"] : []
      let asked = try ShellQuery(query, fields: fields, in: library)
      try library.stories(asked.list(order: .newestFirst, in: library)) { listing in
        if let since {
          // Stories without a date come last.
          guard let time = listing.time, time.seconds >= since.seconds else { return false }
        }
        guard listing.status == .usable, !listing.isEarly(at: now.seconds) else { return true }
        count += 1
        if listings.count < Digest.most { listings.append(listing) }
        return true
      }
      let catalogue = Output.catalogue
      let period: Phrase =
        since.map { "since \(Self.words($0, catalogue))" } ?? "since your last visit"
      digest = try Digest(listings, count: count, period: period, by: by, in: library, catalogue)
    } catch let error as LibraryError {
      throw Failure("\(error)")
    }
    guard count > 0 else {
      Output.complain("nothing has come \(digest.period)")
      throw ExitCode(1)
    }
    switch form {
    case .text: Output.write(Output.safe(digest.text))
    case .markdown: Output.write(Output.safe(digest.markdown))
    case .html: Output.write(digest.html)
    case .mail:
      let subject = "\(digest.title): \(digest.countAndPeriod)"
      let message = MailMessage(
        to: mailTo ?? Environment["LOGNAME"] ?? Environment["USER"] ?? "root", from: mailFrom,
        subject: subject, date: now, text: Output.safe(digest.text), html: digest.html)
      if send { try Self.send(message.lines) } else { Output.write(message.lines) }
    }
  }

  /// How long sendmail may take, in seconds.
  private static let patience = 120.0

  /// Gives a mail to sendmail, which Debian has outside the usual path.
  private static func send(_ mail: String) throws {
    let usual = "/usr/sbin/sendmail"
    let words = [Paths.exists(usual) ? usual : "sendmail", "-t"]
    let status: Int32
    do throws(SystemError) {
      status = try ChildProgram.run(words, input: Array(mail.utf8), within: patience)
    } catch {
      throw Failure("can't start \(words[0]): \(error). Install a mail server's sendmail, such as msmtp-mta.")
    }
    guard status == 0 else { throw Failure("\(words[0]) ended with status \(status).") }
  }

  /// The moment from which stories are told; nil for the last visit.
  private func moment(_ now: Timestamp) throws -> Timestamp? {
    if since == "last-visit" { return nil }
    let units: [Character: Int64] = ["h": 3_600, "d": 86_400, "w": 604_800]
    if let unit = since.last.flatMap({ units[$0] }), let number = Int64(since.dropLast()),
      (1...100_000).contains(number)
    {
      let then = now.seconds - number * unit
      return Timestamp(seconds: then, offset: WallClock.zoneOffset(at: then))
    }
    guard let start = DatePeriod(since, now: now)?.start else {
      throw Failure(
        "--since takes a time, such as 24h, 7d, 2w, 2026-11-01 or last-visit.", status: Failure.misuse)
    }
    return start
  }

  private static func words(_ moment: Timestamp, _ catalogue: Catalogue) -> String {
    let (hour, minute, _) = moment.clock
    return hour == 0 && minute == 0
      ? catalogue.title(of: .day(moment.day)) : catalogue.moment(moment, now: nil).text
  }
}
