internal import ArgumentParser
internal import ContentLibrary
internal import Stories
internal import StoryFormats
internal import Words

/// `newsroom search`: stories that match a query, best first.
struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Search the stories' words, best match first.",
    discussion: """
      Prints one line per story: id, date, desk and headline, separated by tabs. If few stories have all \
      the words, stories that lack one follow, and standard error says which word. `search --json -` reads \
      one query per line and prints one object for each. The exit status is 1 if nothing is found. \
      \(FieldHelp.text)
      """)

  @Argument(help: "The words and fields to search for.")
  var query: [String] = []

  @OptionGroup var options: LibraryOptions

  @OptionGroup var freshness: Freshness

  @OptionGroup var narrowing: Narrowing

  @Option(
    name: [.customLong("kept"), .customLong("saved")],
    help: ArgumentHelp(
      "Run the search kept under this name; QUERY, if given, must match too.", valueName: "name"))
  var kept: String?

  @Flag(help: "Print one JSON object per story, one per line, without its text.")
  var json = false

  @Flag(help: "Also print the words around the match, on a line below; in JSON as \"snippet\".")
  var snippets = false

  @Flag(
    help: "Only stories that have every word exactly as it is spelt."
  )
  var exact = false

  @Option(name: [.long, .customShort("n")], help: "Show at most this many stories.")
  var limit = 20

  func validate() throws {
    if query.isEmpty, kept == nil, narrowing.fields.isEmpty {
      throw ValidationError("Give the words to search for, or --kept NAME.")
    }
    if limit < 0 { throw ValidationError("--limit must be 0 or more.") }
  }

  func run() throws {
    try ShellQuery.check(query, narrowing.fields)
    let (library, _) = try options.openAndRefresh([], freshness)
    if query == ["-"], json {
      return try StandardInput.eachLine { answer($0, in: library) }
    }
    try answer(in: library)
  }

  /// Prints what the query finds in an open library.
  func answer(in library: Library) throws {
    let asked = try ShellQuery(query, fields: narrowing.fields, kept: kept, in: library)
    let result: SearchResult
    do {
      result = try library.search(asked.query, now: Clock.now.seconds, limit: limit, isExact: exact)
    } catch {
      throw Failure("\(error)")
    }
    if result.count == 0 {
      if let notice = result.notice, notice != asked.query.notice { Output.complain(notice) }
      try asked.failFindingNothing(in: library)
    }
    if let notice = result.notice { Output.complain(notice) }
    let words = Highlighter(result.compiled)
    var lacking: String?
    for listing in result.rows {
      if !json, let word = listing.lacks, word != lacking { Output.note("without “\(word)”:") }
      lacking = listing.lacks
      let snippet = snippets ? (try? library.text(of: listing.id)).flatMap(words.snippet) : nil
      try listing.print(asJSON: json, of: library, snippet: snippet)
    }
    if !json, result.count > result.rows.count {
      Output.note(
        "showing \(result.rows.count) of \(result.isMore ? "more than " : "")\(result.count) stories; "
          + "-n N shows more."
      )
    }
  }

  /// Prints the results of the query in a line, as one object.
  private func answer(_ line: String, in library: Library) {
    var fields: [(String, JSON)] = [("query", .string(line))]
    do {
      let asked = try ShellQuery([line], fields: narrowing.fields, kept: kept, in: library)
      let result = try library.search(asked.query, now: Clock.now.seconds, limit: limit, isExact: exact)
      let words = Highlighter(result.compiled)
      let stories = try result.rows.map { listing in
        let snippet = snippets ? (try? library.text(of: listing.id)).flatMap(words.snippet) : nil
        return try listing.json(in: library, snippet: snippet)
      }
      fields.append(("stories", .array(stories)))
      if let notice = result.notice { fields.append(("notice", .string(notice))) }
    } catch {
      fields.append(("error", .string("\(error)")))
    }
    Output.write(JSON.object(fields).line + "\n")
  }
}
