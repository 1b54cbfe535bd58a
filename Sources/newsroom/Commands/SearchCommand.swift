internal import ArgumentParser
internal import ContentLibrary
internal import Stories
internal import StoryFormats
internal import Words

/// `newsroom search`: stories by their words.
struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Find stories by their words, best first.",
    discussion: """
      \(FieldHelp.text) A line a story: id, date, desk and headline, separated by tabs. Where few stories \
      have all the words, those that miss one follow, and standard error says which word. `search --json -` \
      reads many queries, one a line, and prints an object for each.
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

  @Flag(
    help: "Only stories that have every word as it is spelt: none that misses one, none for another spelling."
  )
  var exact = false

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
    if query == ["-"], json {
      while let line = readLine() { answer(line, in: library) }
      return
    }
    let asked = try ShellQuery(query, fields: narrowing.fields, saved: saved, in: library)
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
        "\(result.rows.count) of \(result.isMore ? "more than " : "")\(result.count) stories; -n says how many."
      )
    }
  }

  /// Prints what a line finds: one object for each line.
  private func answer(_ line: String, in library: Library) {
    var fields: [(String, JSON)] = [("query", .string(line))]
    do {
      let asked = try ShellQuery([line], fields: narrowing.fields, saved: saved, in: library)
      let result = try library.search(asked.query, now: Clock.now.seconds, limit: limit, isExact: exact)
      let stories = result.rows.map { listing -> JSON in
        var story: [(String, JSON)] = [
          ("id", .string(listing.id.description)), ("path", .string(listing.path)),
          ("headline", .string(listing.headline)),
        ]
        if let word = listing.lacks { story.append(("without", .string(word))) }
        return .object(story)
      }
      fields.append(("stories", .array(stories)))
      if let notice = result.notice { fields.append(("notice", .string(notice))) }
    } catch {
      fields.append(("error", .string("\(error)")))
    }
    Output.write(JSON.object(fields).line + "\n")
  }
}
