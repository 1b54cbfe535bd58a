internal import ArgumentParser
internal import ContentLibrary
internal import NewsroomUI
internal import Stories

/// `newsroom mark QUERY --read`: marks of many stories.
struct MarkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mark",
    abstract: "Mark stories as read or unread, or save them.",
    discussion: """
      QUERY is `all`, a story's path, id or exact headline, or a search. The marks are those of the reader. \
      \(FieldHelp.text)
      """)

  @Argument(help: "The stories to mark.")
  var query: [String]

  @Flag(help: "Mark them as read.")
  var read = false

  @Flag(help: "Mark them as unread.")
  var unread = false

  @Flag(help: "Save them.")
  var saved = false

  @Flag(help: "Unsave them.")
  var unsaved = false

  @OptionGroup var options: LibraryOptions

  @OptionGroup var freshness: Freshness

  @OptionGroup var narrowing: Narrowing

  @Option(help: ArgumentHelp("Only what the search kept under this name finds.", valueName: "name"))
  var kept: String?

  private var changes: [MarkChange] {
    [(read, MarkChange.read), (unread, .unread), (saved, .saved), (unsaved, .unsaved)].filter(\.0).map(\.1)
  }

  func validate() throws {
    if changes.count != 1 {
      throw ValidationError("say what to do, with one of --read, --unread, --saved and --unsaved.")
    }
  }

  func run() throws {
    guard let change = changes.first else { return }
    try ShellQuery.check(query, narrowing.fields)
    let (library, _) = try options.openAndRefresh(quiet: true, freshness)
    let words = query == ["all"] ? [] : query
    let asked = try ShellQuery(words, fields: narrowing.fields, kept: kept, in: library)
    let found = try FoundStories(asked, words, in: library)
    do {
      if try found.isEmpty(in: library) { try asked.failFindingNothing(in: library) }
      let count =
        switch found {
        case .query(let query): try library.mark(change, of: query).count
        case .named(let listings): try Self.mark(listings, change, in: library)
        }
      Output.say("\(count == 1 ? "1 story" : "\(count) stories") \(change.done).")
    } catch let error as LibraryError {
      throw Failure("\(error)")
    }
  }

  private static func mark(_ listings: [Listing], _ change: MarkChange, in library: Library) throws -> Int {
    var count = 0
    for listing in listings {
      switch change {
      case .read, .unread:
        guard listing.isRead != change.isSet else { continue }
        try library.mark(listing.id, read: change.isSet)
      case .saved, .unsaved:
        guard listing.isSaved != change.isSet else { continue }
        try library.save(listing.id, saved: change.isSet)
      }
      count += 1
    }
    return count
  }
}
