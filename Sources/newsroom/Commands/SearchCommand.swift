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
      \(FieldHelp.text) A line a story: id, date, desk and headline, separated by tabs.
      """)

  @Argument(help: "What to look for.")
  var query: [String] = []

  @OptionGroup var options: LibraryOptions

  @OptionGroup var freshness: Freshness

  @OptionGroup var narrowing: Narrowing

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
    if query.isEmpty, saved == nil, narrowing.fields.isEmpty {
      throw ValidationError("Say what to look for, or --saved NAME.")
    }
    if limit < 0 { throw ValidationError("--limit takes a number from 0.") }
  }

  func run() throws {
    try ShellQuery.check(query, narrowing.fields)
    let (library, _) = try options.openAndRefresh(nil, freshness)
    let asked = try ShellQuery(query, fields: narrowing.fields, saved: saved, in: library)
    let result: SearchResult
    do {
      result = try library.search(asked.query, now: Clock.now.seconds, limit: limit)
    } catch {
      throw Failure("\(error)")
    }
    if result.count == 0 {
      if let notice = result.notice, notice != asked.query.notice { Output.complain(notice) }
      try asked.failFindingNothing(in: library)
    }
    if let notice = result.notice { Output.complain(notice) }
    let words = Highlighter(result.compiled)
    for listing in result.rows {
      let snippet = snippets ? (try? library.text(of: listing.id)).flatMap(words.snippet) : nil
      try listing.print(asJSON: json, of: library, snippet: snippet)
    }
    if !json, result.count > result.rows.count {
      Output.note(
        "\(result.rows.count) of \(result.isMore ? "more than " : "")\(result.count) stories; -n says how many."
      )
    }
  }
}
