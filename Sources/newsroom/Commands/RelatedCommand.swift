internal import ArgumentParser
internal import ContentLibrary
internal import NewsroomUI
internal import Stories
internal import StoryFormats
internal import Words

/// `newsroom related STORY`: the rows of READ MORE.
struct RelatedCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "related",
    abstract: "List the stories that belong with a story, and say why.",
    discussion: """
      STORY is a file's path, a story's id (or its first digits), or a headline. Its translations come \
      first, then the stories that it announces or links to, those that link to it, its other versions, and \
      stories about the same subject. Prints one line per story: id, reason and headline, separated by \
      tabs. QUERY narrows the list. With --thread, its thread is listed instead, oldest story first: id, \
      date, turning point and headline. `related --json -` reads one story per line and prints one object \
      for each. \(FieldHelp.text)
      """)

  @Argument(help: "A path, an id or a headline.", completion: .file())
  var story: String

  @Argument(help: "Only those related stories that match; without it, all of them.")
  var query: [String] = []

  @OptionGroup var options: LibraryOptions

  @OptionGroup var freshness: Freshness

  @OptionGroup var narrowing: Narrowing

  @Flag(help: "Only stories about the same subject.")
  var alike = false

  @Flag(help: "The stories of its thread, oldest first, instead.")
  var thread = false

  @Flag(help: "Print one JSON object per story, one per line.")
  var json = false

  @Option(name: [.long, .customShort("n")], help: "Show at most this many stories.")
  var limit = 20

  func validate() throws {
    if limit < 0 { throw ValidationError("--limit must be 0 or more.") }
    if thread, alike || !query.isEmpty || !narrowing.fields.isEmpty {
      throw ValidationError("--thread lists a whole thread and can't be combined with --alike or a query.")
    }
  }

  func run() throws {
    try ShellQuery.check(query, narrowing.fields)
    let (library, _) = try options.openAndRefresh(quiet: true, freshness)
    let asked = try ShellQuery(query, fields: narrowing.fields, in: library)
    if story == "-" {
      guard json else {
        throw Failure("reading stories from standard input (-) needs --json.", status: Failure.misuse)
      }
      return try StandardInput.eachLine { answer($0, asked, in: library) }
    }
    let meant = try StoryFinder.story(story, in: library)
    if thread { return try printThread(of: meant, in: library) }
    let (around, found) = try stories(around: meant, asked, in: library)
    guard around > 0 else {
      Output.complain("no story is related to “\(meant.headline)”")
      throw ExitCode(1)
    }
    guard !found.isEmpty else {
      Output.complain("none of the \(around) stories related to “\(meant.headline)” matches the query")
      throw ExitCode(1)
    }
    for related in found.prefix(limit) { print(related, in: library) }
  }

  /// Prints the stories related to the one named by a line, as one object.
  private func answer(_ line: String, _ asked: ShellQuery, in library: Library) {
    var fields: [(String, JSON)] = [("story", .string(line))]
    do {
      let meant = try StoryFinder.story(line, in: library)
      if thread {
        let stories = try library.storyline(of: meant.id) ?? []
        fields += [
          ("id", .string(meant.id.description)),
          ("thread", .array(try Self.objects(ofThread: stories, in: library))),
        ]
        return Output.write(JSON.object(fields).line + "\n")
      }
      let found = try stories(around: meant, asked, in: library).found
      fields += [
        ("id", .string(meant.id.description)),
        ("related", .array(try found.prefix(limit).compactMap { try json(of: $0, in: library) })),
      ]
    } catch {
      fields.append(("error", .string("\(error)")))
    }
    Output.write(JSON.object(fields).line + "\n")
  }

  private func printThread(of meant: Listing, in library: Library) throws {
    let stories: [Listing]
    do {
      stories = try library.storyline(of: meant.id) ?? []
    } catch {
      throw Failure("\(error)")
    }
    guard stories.count > 1 else {
      Output.complain("“\(meant.headline)” is not part of a thread")
      throw ExitCode(1)
    }
    if json {
      do {
        let objects = try Self.objects(ofThread: stories, in: library)
        return Output.write(objects.map { $0.line + "\n" }.joined())
      } catch {
        throw Failure("\(error)")
      }
    }
    let points = TurningPoint.points(of: stories)
    for (index, listing) in stories.enumerated() {
      let date = listing.published.map { String($0.iso8601.prefix(10)) } ?? "-"
      Output.say(
        "\(listing.id)\t\(date)\t\(points[index]?.rawValue ?? "")\t\(Output.safe(listing.headline))")
    }
  }

  /// The stories of a thread, each with its turning point.
  private static func objects(ofThread stories: [Listing], in library: Library) throws -> [JSON] {
    let points = TurningPoint.points(of: stories)
    return try stories.enumerated().map { index, listing in
      try listing.json(in: library).adding([("turn", .optional(points[index]?.rawValue))])
    }
  }

  /// The related stories that match a query, and how many there are without it.
  private func stories(around meant: Listing, _ asked: ShellQuery, in library: Library) throws -> (
    all: Int, found: [Related]
  ) {
    let all: [Related]
    var fitting: Set<StoryID>?
    do {
      // A query leaves stories out, so ask for more of them than are to be printed.
      let likes = try library.alike(meant.id, limit: asked.isEmpty ? limit : max(limit, Self.mostAlike)) ?? []
      if alike {
        all = likes
      } else {
        var opened = try library.open(meant.id)
        opened.put(alike: likes)
        all = opened.related
      }
      if !asked.isEmpty {
        fitting = try library.stories(asked.query, among: all.compactMap { $0.listing?.id })
      }
    } catch {
      throw Failure("\(error)")
    }
    let around = all.filter { $0.listing != nil }
    let found = around.filter { related in
      fitting.map { fitting in related.listing.map { fitting.contains($0.id) } == true } != false
    }
    return (around.count, found)
  }

  /// How many stories about the same subject a query chooses from.
  private static let mostAlike = 80

  private func print(_ related: Related, in library: Library) {
    guard let listing = related.listing else { return }
    if json {
      do {
        if let object = try json(of: related, in: library) { Output.write(object.line + "\n") }
      } catch {
        Output.complain("\(listing.path): \(error)")
      }
    } else {
      Output.say("\(listing.id)\t\(related.label)\t\(Output.safe(listing.headline))")
    }
  }

  /// The other story as its JSON object, with the reason.
  private func json(of related: Related, in library: Library) throws -> JSON? {
    guard let listing = related.listing else { return nil }
    var fields: [(String, JSON)] = [("reason", .string(related.reason.label))]
    if !related.shares.isEmpty { fields.append(("shares", .strings(related.shares))) }
    if let via = related.via {
      fields.append((via.isTarget ? "linkedFrom" : "linksTo", .string(via.headline)))
    }
    return try listing.json(in: library).adding(fields)
  }
}
