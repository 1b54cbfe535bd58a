internal import ArgumentParser
internal import ContentLibrary
internal import Stories
internal import StoryFormats
internal import Words

/// `newsroom list`: the article list for a pipe.
struct List: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print the article list, newest first or in another order.",
    discussion: """
      A line a story: id, date, desk and headline, separated by tabs. The list can be narrowed by one of desk, author, \
      tag, language and format, and by a mark.
      """)

  @Argument(help: "The directory of stories.", completion: .directory)
  var directory: String?

  @OptionGroup var options: LibraryOptions

  @OptionGroup var freshness: Freshness

  @Flag(help: "Print each story as a JSON object on a line of its own, without its text.")
  var json = false

  @Flag(help: "Only stories that have not been read.")
  var unread = false

  @Flag(help: "Only stories that are saved.")
  var saved = false

  @Flag(help: "Only stories that came since the reader was last closed.")
  var new = false

  @OptionGroup var narrowing: Narrowing

  @Option(
    help: ArgumentHelp("In this order.", valueName: "order"),
    completion: .list(ListOrder.allCases.map(\.rawValue)))
  var order: ListOrder?

  @Flag(help: "Oldest first; the same as --order oldest.")
  var oldest = false

  @Option(name: [.long, .customShort("n")], help: "At most so many stories.")
  var limit: Int?

  func validate() throws {
    if unread, saved { throw ValidationError("--unread and --saved don't go together.") }
    if oldest, order != nil, order != .oldest {
      throw ValidationError("--oldest and --order don't go together.")
    }
    if let limit, limit < 0 { throw ValidationError("--limit takes a number from 0.") }
  }

  func run() throws {
    let (library, _) = try options.openAndRefresh(directory, freshness)
    var query = Query(
      marked: unread ? .unread : saved ? .saved : .all, facet: narrowing.facet,
      search: new ? TypedSearch(.new, now: Clock.now) : nil,
      order: order?.order ?? (oldest ? .oldestFirst : .newestFirst))
    if try print(query, of: library) == 0, let facet = narrowing.facet, facet.kind != .part, limit != 0 {
      // An empty list may mean a name that nothing here has, or that it was written otherwise.
      let meant = try Narrowing.meant(by: facet, in: library)
      guard meant != facet else { return }
      query.facet = meant
      try print(query, of: library)
    }
  }

  /// - Returns: how many stories there were.
  @discardableResult
  private func print(_ query: Query, of library: Library) throws -> Int {
    let limit = limit ?? .max
    var count = 0
    do {
      try library.stories(query) { listing in
        guard count < limit else { return false }
        count += 1
        try listing.print(asJSON: json, of: library)
        return true
      }
    } catch {
      throw Failure("\(error)")
    }
    return count
  }
}

extension JSON {
  fileprivate var members: [(String, JSON)] {
    if case .object(let members) = self { members } else { [] }
  }
}

extension Listing {
  /// What another story says of it as its version.
  fileprivate var asVersion: JSON {
    .object([
      ("id", .string(id.description)), ("path", .string(path)), ("headline", .string(headline)),
      ("published", .optional(published?.iso8601)),
    ])
  }

  /// Prints the row for a pipe: a line, or a JSON object.
  ///
  /// - Parameter snippet: the words around what was looked for.
  func print(asJSON: Bool, of library: Library, snippet: String? = nil) throws {
    guard asJSON else {
      let date = published.map { String($0.iso8601.prefix(10)) } ?? "-"
      let fields = [id.description, date, section ?? "-", headline]
      let below = snippet.map { "\t" + Output.field($0) + "\n" } ?? ""
      return Output.write(fields.map(Output.field).joined(separator: "\t") + "\n" + below)
    }
    do {
      var members = try library.story(id).json(withBody: false).members
      if let snippet { members.append(("snippet", .string(snippet))) }
      if versions > 0 {
        let others = try library.versions(of: id).filter { $0.id != id }
        members.append(("versions", .array(others.map(\.asVersion))))
      }
      Output.write(JSON.object(members).line + "\n")
    } catch {
      Output.complain("\(path): \(error)")
    }
  }
}
