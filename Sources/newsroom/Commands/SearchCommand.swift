internal import ArgumentParser
internal import ContentLibrary
internal import Stories
internal import Words

/// `newsroom search`: stories by their words.
struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Find stories by their words, best first.",
    discussion: """
      Words must all be there; "a phrase", begin*, -not, OR and parentheses do what they do elsewhere. Fields: \
      title: by: desk: tag: lang: format: is:unread|read|saved|new has:link|image date:2016-03..2016-05 date:<7d before: after: \
      near:"a b" like:STORY. A query that begins with - goes after --. A line a story: id, date, desk and headline, separated by tabs.
      """)

  @Argument(help: "What to look for.")
  var query: [String] = []

  @OptionGroup var options: LibraryOptions

  @OptionGroup var freshness: Freshness

  @Option(
    help: ArgumentHelp(
      "Look for what was saved under this name; words beside it must be there as well.", valueName: "name"))
  var saved: String?

  @Flag(help: "Print each story as a JSON object on a line of its own, without its text.")
  var json = false

  @Flag(help: "Also print the words around what was found, on a line below; in JSON as \"snippet\".")
  var snippets = false

  @Option(name: [.long, .customShort("n")], help: "At most so many stories.")
  var limit = 20

  func validate() throws {
    if query.isEmpty, saved == nil { throw ValidationError("Say what to look for, or --saved NAME.") }
    if limit < 0 { throw ValidationError("--limit takes a number from 0.") }
  }

  func run() throws {
    let (library, _) = try options.openAndRefresh(nil, freshness)
    let now = Clock.now
    let text = try (saved.map { [try Self.saved($0)] } ?? []) + query
    var parsed = SearchQuery.parse(text.joined(separator: " "), now: now)
    parsed.lastWordIsPrefix = false
    let result: SearchResult
    do {
      result = try library.search(parsed, now: now.seconds, limit: limit)
    } catch {
      throw Failure("\(error)")
    }
    if let notice = result.notice { Output.complain(notice) }
    for spelling in result.spellings {
      Output.complain(spelling.sentence)
    }
    let words = Highlighter(result.compiled)
    for listing in result.rows {
      let snippet = snippets ? (try? library.text(of: listing.id)).flatMap(words.snippet) : nil
      try listing.print(asJSON: json, of: library, snippet: snippet)
    }
    if result.rows.isEmpty { throw ExitCode(1) }
    if !json, result.count > result.rows.count {
      Output.note(
        "\(result.rows.count) of \(result.isMore ? "more than " : "")\(result.count) stories; -n says how many."
      )
    }
  }

  /// What was saved under a name, so that words may stand beside it.
  private static func saved(_ name: String) throws -> String {
    let searches = try Settings.load().searches
    guard let search = (searches + [.new]).first(where: { $0.name == name }) else {
      let names = searches.map(\.name).joined(separator: ", ")
      throw Failure(
        "no search is saved as “\(name)”. "
          + (names.isEmpty ? "None is; + in the reader saves one." : "There are: \(names)."),
        status: Failure.misuse)
    }
    return search.text.contains(" OR ") ? "(\(search.text))" : search.text
  }
}
