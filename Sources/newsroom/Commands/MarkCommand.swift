internal import ArgumentParser
internal import ContentLibrary
internal import Messages
internal import NewsroomUI
internal import Stories

/// `newsroom mark QUERY --read`: marks of many stories.
struct MarkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mark",
    abstract: "Mark stories as read or unread, save them, or give them tags.",
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

  @Option(
    help: ArgumentHelp("Give them a tag of your own; can be repeated.", valueName: "name"),
    transform: Self.tagName)
  var tag: [TagName] = []

  @Option(
    help: ArgumentHelp("Take a tag of your own from them; can be repeated.", valueName: "name"),
    transform: Self.tagName)
  var untag: [TagName] = []

  @OptionGroup var options: LibraryOptions

  @OptionGroup var freshness: Freshness

  @OptionGroup var narrowing: NarrowingWithoutTags

  @Option(help: ArgumentHelp("Only what the search kept under this name finds.", valueName: "name"))
  var kept: String?

  private var changes: [MarkChange] {
    [(read, MarkChange.read), (unread, .unread), (saved, .saved), (unsaved, .unsaved)].filter(\.0).map(\.1)
      + tag.map(MarkChange.tagged) + untag.map(MarkChange.untagged)
  }

  func validate() throws {
    if changes.isEmpty {
      throw ValidationError("say what to do: --read, --unread, --saved, --unsaved, --tag or --untag.")
    }
    if changes.contains(where: { changes.contains($0.opposite) }) {
      throw ValidationError("a mark can't be set and taken away at once.")
    }
  }

  func run() throws {
    try ShellQuery.check(query, narrowing.fields)
    let (library, _) = try options.openAndRefresh(quiet: true, freshness)
    try mark(in: library)
    SyncCommand.afterMarks(in: library)
  }

  private func mark(in library: Library) throws {
    let words = query == ["all"] ? [] : query
    let asked = try ShellQuery(words, fields: narrowing.fields, kept: kept, in: library)
    let found = try FoundStories(asked, words, in: library)
    do {
      if try found.isEmpty(in: library) { try asked.failFindingNothing(in: library) }
      if changes.count == 1, case .query(let query) = found {
        return Self.tell(try library.mark(changes[0], of: query).count, changes[0])
      }
      // A mark may change what the query finds, so that the stories are listed before the first one.
      var listings: [Listing] = []
      try found.each(of: library) { listing in
        listings.append(listing)
        return true
      }
      for change in changes { Self.tell(try Self.mark(listings, change, in: library), change) }
    } catch let error as LibraryError {
      throw Failure("\(error)")
    }
  }

  private static func tagName(_ text: String) throws -> TagName {
    guard let name = TagName(text) else {
      throw ValidationError("a tag has 1 to \(TagName.longest) characters, and a letter or a digit.")
    }
    return name
  }

  private static func tell(_ count: Int, _ change: MarkChange) {
    Output.tell("\(.counted(count, "story", "stories")) \(change.done).")
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
      case .tagged(let name), .untagged(let name):
        guard try library.has(name, listing.id) != change.isSet else { continue }
        try library.tag(listing.id, name, isSet: change.isSet)
      }
      count += 1
    }
    return count
  }
}
